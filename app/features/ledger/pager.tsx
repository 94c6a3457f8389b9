/** The list's pages, and how many commitments there are. */
import { useWords } from '../../ui/words.tsx'
import { queryOf, type Filter } from './filter.ts'
import { WEIGHED, type Found } from './queries/list.ts'

export function Count({ found, filter }: { found: Found; filter: Filter }) {
  const { t, number } = useWords()
  const { total, counted } = found
  const many = total > counted
  return (
    <>
      <p class="soft" role="status">
        {many ? t('ledger.count.more', { count: number(counted) }) : t('count.commitment', { count: total })}
      </p>
      {filter.words !== null && filter.order === null && many && (
        <p class="soft small">{t('ledger.weighed', { count: number(WEIGHED) })}</p>
      )}
    </>
  )
}

interface PagerProps {
  path: string
  filter: Filter
  page: number
  hasNext: boolean
}

export function Pager({ path, filter, page, hasNext }: PagerProps) {
  const { t } = useWords()
  if (page === 1 && !hasNext) return null
  const at = (n: number) => path + queryOf(filter, n > 1 ? { page: n } : {})
  return (
    <nav class="around no-print" aria-label={t('ledger.pages')}>
      {page > 1 && (
        <a href={at(page - 1)} rel="prev">
          {t('ledger.previous')}
        </a>
      )}
      {hasNext && (
        <a href={at(page + 1)} rel="next">
          {t('ledger.next')}
        </a>
      )}
    </nav>
  )
}
