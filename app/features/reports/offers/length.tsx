/** How long a text is by a body's rule: as it was saved, and on while somebody writes (the island `word-count`). */
import type { MessageKey } from '../../../platform/languages.ts'
import { useWords } from '../../../ui/words.tsx'
import type { Length, liveCount } from '../counting.ts'
import { countedOf } from '../live-count.ts'

export { LengthLine } from '../desk/parts.tsx'

interface Props {
  length: Length
  live: ReturnType<typeof liveCount>
  /** 'so many words in this part', and 'in the whole by the body's rule'. */
  here: MessageKey
  whole: MessageKey
}

/** A part that stands apart, where there is something in it: whether the body counts it stands with it. */
const PARTS = ['tables', 'footnotes'] as const

/** Counted when it was saved; the island counts on while somebody types, by the same rule. */
export function LiveCount({ length, live: { here: mine, ...live }, here, whole }: Props) {
  const { t, number } = useWords()
  const { counts } = live
  const said = (part: (typeof PARTS)[number], count: number): string =>
    ` · ${t(counts[part] ? `reports.length.${part}` : `reports.length.${part}.apart`, { count })}`
  const limit = length.limit === null ? '' : ` · ${t('reports.length.limit', { limit: number(length.limit) })}`
  return (
    <>
      <p
        class="soft small"
        id="word-count"
        data-here={t(here, { count: 1325 })}
        data-whole={t(whole, { count: 1325 })}
        data-tables={said('tables', 1325)}
        data-footnotes={said('footnotes', 1325)}
        data-limit={limit}
      >
        {t(here, { count: countedOf(mine, counts) })}
        {PARTS.map(part => mine[part] > 0 && said(part, mine[part]))} · {t(whole, { count: length.words })}
        {limit}
      </p>
      <script
        type="application/json"
        id="word-count-data"
        dangerouslySetInnerHTML={{ __html: JSON.stringify(live).replaceAll('<', '\\u003c') }}
      />
    </>
  )
}
