/** The way to the next and the previous page of a list. */
import { useWords } from './words.tsx'

export interface PagerProps {
  /** What the pages are of, for those who hear the page. */
  label: string
  /** The address of a page, from 1. */
  at: (page: number) => string
  page: number
  hasNext: boolean
}

export function Pager({ label, at, page, hasNext }: PagerProps) {
  const { t } = useWords()
  if (page === 1 && !hasNext) return null
  return (
    <nav class="around no-print" aria-label={label}>
      {page > 1 && (
        <a href={at(page - 1)} rel="prev">
          {t('pager.previous')}
        </a>
      )}
      {hasNext && (
        <a href={at(page + 1)} rel="next">
          {t('pager.next')}
        </a>
      )}
    </nav>
  )
}
