/** Parts of the desk's pages: a text as it will stand with its marks, its length, how two versions differ. */
import { htmlParts, lacksSource, type Block, type ReportDocument } from '@open1325/report-writer'
import { directionOf, type MessageKey } from '../../../platform/languages.ts'
import { useWords } from '../../../ui/words.tsx'
import type { Length } from '../counting.ts'
import type { CheckedReport } from '../load.ts'
import { differences, type Standing } from '../model.ts'

/** What blocks are marked with. */
export interface Marks {
  standing: ReadonlyMap<number, Standing>
  /** Blocks of the whole report with words that the public does not see. */
  own: ReadonlySet<number>
}

export const marksOf = ({ standing, own }: Pick<CheckedReport, 'standing' | 'own'>): Marks => ({
  standing,
  own: new Set(own.flatMap(({ places }) => places.flatMap(({ blocks }) => blocks))),
})

/** The source's standing, that it lacks one, that only the organisation sees it. @param n which block of the whole report it is */
function marksOfBlock(block: Block, n: number, { standing, own }: Marks): MessageKey[] {
  const of = 'claim' in block && block.claim ? standing.get(Number(block.claim)) : undefined
  return [
    ...(lacksSource(block) ? ['reports.lacks' as const] : []),
    ...(of === 'changed' || of === 'gone' ? [`reports.claim.${of}` as const] : []),
    ...(own.has(n) ? ['reports.own' as const] : []),
  ]
}

/** A table with more rows is looked through in its place. */
const MOST_ROWS_SEEN = 8
const rowsOf = (block: Block): number =>
  block.kind === 'table' ? block.rows.length : block.kind === 'figure' ? block.table.rows.length : 0

/** Where a block of the document stands on the page. */
export const anchorOf = (block: number): string => `b${block}`

interface PreviewProps {
  document: ReportDocument
  marks: Marks
  /** Of the document's blocks, those from `from` to before `to`. */
  from?: number
  to?: number
  /** Which block of the whole report the document's first one is. */
  first?: number
  /** The document's blocks as HTML, where several previews share it. */
  html?: string[]
}

/** Blocks as they will stand, with what is doubtful marked in words. */
export function Preview({ document, marks, from = 0, to = document.blocks.length, first = 0, html }: PreviewProps) {
  const { t, locale, dir } = useWords()
  const written = html ?? htmlOf(document).blocks
  return (
    <div class="report-text" lang={document.language} dir={directionOf(document.language)}>
      {document.blocks.slice(from, to).map((block, i) => {
        const n = from + i
        const said = marksOfBlock(block, first + n, marks)
        return (
          <div key={n} id={anchorOf(first + n)} class={said.length ? 'marked' : undefined}>
            {said.map(mark => (
              <span key={mark} class="tag mark">
                {t(mark)}
              </span>
            ))}
            <div dangerouslySetInnerHTML={{ __html: written[n]! }} />
            {rowsOf(block) > MOST_ROWS_SEEN && (
              <p class="soft small long-table" lang={locale} dir={dir}>
                {t('reports.table.long', { count: rowsOf(block) })}
              </p>
            )}
          </div>
        )
      })}
    </div>
  )
}

/** Without front matter; the footnotes count through the whole. @param top the level of what stands above it */
export const htmlOf = (document: ReportDocument, top = 1) =>
  htmlParts({ ...document, cover: null, contents: null }, top)

/** The footnotes of a preview; nothing where there are none. */
export function Notes({ document, notes }: { document: ReportDocument; notes: string | null }) {
  if (!notes) return null
  return (
    <div
      class="report-text"
      lang={document.language}
      dir={directionOf(document.language)}
      dangerouslySetInnerHTML={{ __html: notes }}
    />
  )
}

export function LengthLine({ length }: { length: Length }) {
  const { t, number, list } = useWords()
  const { words, limit, isJoint, unsaid, leftOut } = length
  const parts = (which: readonly ('text' | 'tables' | 'footnotes' | 'cover' | 'annexes')[]) =>
    list(which.map(part => t(`reports.length.part.${part}`)))
  return (
    <div class="report-length">
      <p>
        <strong>{limit === null ? t('reports.words', { count: words }) : t('reports.length', { count: words })}</strong>
        {limit !== null &&
          ` · ${t('reports.length.limit', { limit: number(limit) })} ${t(isJoint ? 'reports.length.for-several' : 'reports.length.for-one')}`}
        {limit !== null && words > limit && (
          <>
            {' '}
            <span class="tag mark">{t('reports.length.over', { count: words - limit })}</span>
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
