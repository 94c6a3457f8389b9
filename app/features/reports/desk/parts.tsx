/** Parts of the desk's pages: a text as it will stand with its marks, its length, how two versions differ. */
import { htmlParts, type Block, type ReportDocument } from '@open1325/report-writer'
import { useWords } from '../../../ui/words.tsx'
import type { Length } from '../counting.ts'
import { differences, type Standing } from '../model.ts'

/** What a block is marked with: its source's standing, or that it lacks one. */
function markOf(block: Block, standing: Map<number, Standing>): 'changed' | 'gone' | 'lacks' | null {
  if ('lacksSource' in block && block.lacksSource) return 'lacks'
  const of = 'claim' in block && block.claim ? standing.get(Number(block.claim)) : undefined
  return of === 'changed' || of === 'gone' ? of : null
}

/** The report's blocks as they will stand, with what is doubtful marked in words. */
export function Preview({ document, standing }: { document: ReportDocument; standing: Map<number, Standing> }) {
  const { t } = useWords()
  const { blocks, notes } = htmlParts({ ...document, cover: null, contents: null }, 2)
  return (
    <div class="report-text" lang={document.language} dir="auto">
      {document.blocks.map((block, n) => {
        const mark = markOf(block, standing)
        return (
          <div key={n} class={mark ? 'marked' : undefined}>
            {mark && <span class="tag mark">{mark === 'lacks' ? t('reports.lacks') : t(`reports.claim.${mark}`)}</span>}
            <div dangerouslySetInnerHTML={{ __html: blocks[n]! }} />
          </div>
        )
      })}
      {notes && <div dangerouslySetInnerHTML={{ __html: notes }} />}
    </div>
  )
}

export function LengthLine({ length }: { length: Length }) {
  const { t, number, list } = useWords()
  const { words, limit, coalitionLimit, unsaid, leftOut } = length
  const most = Math.max(limit ?? 0, coalitionLimit ?? 0)
  const parts = (which: readonly ('text' | 'tables' | 'footnotes' | 'cover' | 'annexes')[]) =>
    list(which.map(part => t(`reports.length.part.${part}`)))
  return (
    <div class="report-length">
      <p>
        <strong>{limit === null ? t('reports.words', { count: words }) : t('reports.length', { count: words })}</strong>
        {limit !== null && ` · ${t('reports.length.limit', { limit: number(limit) })}`}
        {coalitionLimit !== null && ` · ${t('reports.length.coalition', { limit: number(coalitionLimit) })}`}
        {limit !== null && words > limit && (
          <>
            {' '}
            <span class="tag mark">{t('reports.length.over', { count: words - (words > most ? most : limit) })}</span>
          </>
        )}
      </p>
      {limit !== null && (
        <progress max={limit} value={Math.min(words, limit)} aria-label={t('reports.length', { count: words })} />
      )}
      {limit !== null && unsaid.length > 0 && (
        <p class="soft small">{t('reports.length.unsaid', { parts: parts(unsaid) })}</p>
      )}
      {leftOut.length > 0 && <p class="soft small">{t('reports.length.left-out', { parts: parts(leftOut) })}</p>}
    </div>
  )
}

export function Difference({ before, after }: { before: string; after: string }) {
  return (
    <p class="report-difference" dir="auto">
      {differences(before, after).map(({ is, text }, n) =>
        is === 'kept' ? (
          <span key={n}>{text}</span>
        ) : is === 'added' ? (
          <ins key={n}>{text}</ins>
        ) : (
          <del key={n}>{text}</del>
        ),
      )}
    </p>
  )
}
