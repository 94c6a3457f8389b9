/** The blocks of a report as paragraphs and tables of a Word file. */
import { Bookmark, HeadingLevel, Paragraph, type IParagraphOptions, type ParagraphChild, type Table } from 'docx'
import {
  isRightToLeft,
  listRunsRightToLeft,
  paragraphLine,
  plain,
  runsRightToLeft,
  words,
  type Block,
  type Inline,
  type List,
  type ReportDocument,
} from './document.ts'
import { lineWriter, runs } from './docx-lines.ts'
import { picturesOf } from './docx-pictures.ts'
import { tableOf } from './docx-tables.ts'

const LEVELS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const
/** Word has no deeper lists. */
const DEEPEST = 8
const [LRM, RLM] = ['\u200e', '\u200f']

/** A heading that the contents lead to. */
export interface Entry {
  anchor: string
  level: 1 | 2
  text: string
}

/** Writes one block after the other. What it met on the way (`notes`, `entries`, `starts`) is whole when all are written. */
export async function blockWriter(report: ReportDocument) {
  const pictures = await picturesOf(report.blocks)
  const rtl = isRightToLeft(report.language)
  const { line: children, notes } = lineWriter(report)
  const side = { bidirectional: rtl }
  const entries: Entry[] = []
  /** The first numbers of lists. */
  const starts = new Set([1])
  let lists = 0

  let isBroken = false
  /** A break before the next paragraph leaves no empty line at the top of its page, as a break in a paragraph of its own would. */
  const onNewPage = () => {
    const isFirst = isBroken
    isBroken = false
    return isFirst ? { pageBreakBefore: true } : {}
  }
  const newPage = (): [] => {
    isBroken = true
    return []
  }
  /** A paragraph runs as its own words do. */
  const sideOf = (line: readonly Inline[]) => ({ bidirectional: runsRightToLeft(plain(line)) ?? rtl })
  const paragraphOf = (children: ParagraphChild[], more: IParagraphOptions = {}) =>
    new Paragraph({ ...side, ...more, ...onNewPage(), children })
  const paragraph = (line: readonly Inline[], more: IParagraphOptions = {}) => paragraphOf(children(line), more)
  const table = (of: Parameters<typeof tableOf>[0]) =>
    tableOf(of, rtl, (line, keepNext) => paragraph(line, { ...sideOf(line), style: 'TableText', keepNext }))
  const caption = (said: string) => paragraph([words(said)], { style: 'Caption', keepNext: true })
  const space = () => paragraph([], { spacing: { after: 60 } })

  function heading({ level, text }: Extract<Block, { kind: 'heading' }>): Paragraph {
    const anchor = `_Toc${entries.length + 1}`
    const children = runs(words(text))
    if (level > 2) return paragraphOf(children, { heading: LEVELS[level] })
    entries.push({ anchor, level: level as 1 | 2, text })
    return paragraphOf([new Bookmark({ id: anchor, children })], { heading: LEVELS[level] })
  }

  /** Words of the other direction stand between marks of theirs, so that the signs at their ends stay at their ends. */
  function point(line: readonly Inline[], isRtl: boolean): Inline[] {
    const own = runsRightToLeft(plain(line)) ?? isRtl
    const mark = words(own ? RLM : LRM)
    return own === isRtl ? [...line] : [mark, ...line, mark]
  }
  /** Each list counts for itself. No point is left alone on a page: the first stays with the second, the last but one with the last. */
  function list({ ordered, start = 1, items, under }: List, isRtl: boolean, depth = 0): Paragraph[] {
    starts.add(start)
    const level = Math.min(depth, DEEPEST)
    const numbering = { reference: ordered ? `numbers-${start}` : 'points', level, instance: ++lists }
    return items.flatMap((item, n) => [
      paragraph(point(item, isRtl), {
        bidirectional: isRtl,
        numbering,
        spacing: { after: 60 },
        keepNext: n < items.length - 1 && (n === 0 || n === items.length - 2),
      }),
      ...(under?.[n] ?? []).flatMap(one => list(one, isRtl, depth + 1)),
    ])
  }

  function block(of: Block): (Paragraph | Table)[] {
    switch (of.kind) {
      case 'heading':
        return [heading(of)]
      case 'paragraph':
        // Words that lead to what follows stay with it.
        return [paragraph(paragraphLine(of), { ...sideOf(of.text), keepNext: /[:：]\s*$/u.test(plain(of.text)) })]
      case 'list':
        return list(of, listRunsRightToLeft(of) ?? rtl)
      case 'quote':
        return [
          paragraph(of.text, { ...sideOf(of.text), style: 'Quotation', keepNext: of.source !== null }),
          ...(of.source ? [paragraph(of.source, { ...sideOf(of.text), style: 'QuotationSource' })] : []),
        ]
      case 'table':
        return [...(of.caption ? [caption(of.caption)] : isBroken ? [paragraph([])] : []), table(of), space()]
      case 'figure':
        return [caption(of.caption), paragraphOf([pictures.get(of)!], { keepNext: true }), table(of.table), space()]
      case 'page-break':
        return newPage()
    }
  }
  return { block, paragraph, newPage, sideOf, notes, entries, starts }
}
