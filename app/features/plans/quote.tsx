/** Words of the plan as printed, with the page (or the place) where they stand. */
import type { Cite } from '@open1325/reader'
import { useWords } from '../../ui/words.tsx'
import { placeInWords } from './place.ts'

export interface QuoteProps {
  cite: Cite
  /** The language of the plan's own words. */
  lang: string | undefined
  /** Where a page is shown with these words. */
  pageAt: (page: number) => string
}

export function Quote({ cite, lang, pageAt }: QuoteProps) {
  const words = useWords()
  const { t } = words
  return (
    <blockquote>
      <span lang={lang} dir="auto">
        {t('cite.quote', { quote: cite.quote })}
      </span>{' '}
      {cite.page && (
        <a class="cite" href={pageAt(cite.page)}>
          {t('cite.page', { page: cite.page })}
        </a>
      )}
      {!cite.page && cite.at && <span class="cite">{placeInWords(cite.at, words)}</span>}
    </blockquote>
  )
}
