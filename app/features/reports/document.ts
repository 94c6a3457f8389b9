/** A report's sections and what was put in, as the report writer's document. */
import {
  linesOf,
  markClaims,
  parseMarkup,
  plain,
  textOf,
  words as text,
  type Block,
  type Claim,
  type Inline,
  type Inserted,
  type ReportDocument,
} from '@open1325/report-writer'
import { wordsFor } from './languages.ts'
import type { Put, Report, Section } from './model.ts'
import { ruleOfReport, signersOf, type ReportRule } from './rule.ts'

/** What stands for `[[number]]`. */
export function insertedOf(
  puts: readonly Pick<Put, 'number' | 'blocks' | 'url'>[],
): (number: number) => Inserted | null {
  const byNumber = new Map(puts.map(put => [put.number, put]))
  return number => {
    const put = byNumber.get(number)
    return put ? { blocks: put.blocks.map(block => withClaim(block, String(number))), line: lineOf(put) } : null
  }
}

const withClaim = (block: Block, claim: string): Block =>
  block.kind === 'heading' || block.kind === 'page-break' ? block : { ...block, claim }

/** Within a sentence: the first line's words, with the source as a footnote. */
function lineOf({ blocks, url }: Pick<Put, 'blocks' | 'url'>): Inline[] {
  const [block] = blocks
  const [line = []] = block ? linesOf(block) : []
  const source = block?.kind === 'quote' && block.source ? plain(block.source) : url
  if (line.some(({ kind }) => kind === 'footnote') || !source) return line
  const footnote: Inline = { kind: 'footnote', text: [text(source, url ? { href: url } : {})] }
  return [...line, footnote]
}

export interface Written {
  report: Report
  sections: readonly Section[]
  puts: readonly Put[]
}

export interface Assembled {
  document: ReportDocument
  /** Of each block of the document, which section it stands in. */
  sectionOf: number[]
}

/** The whole report: a section in which nothing is written is not in it. Paragraphs are numbered where the body's rule asks for it. */
export function assemble(
  { report, sections, puts }: Written,
  rule: ReportRule | null = ruleOfReport(report),
): Assembled {
  const { t, country, list } = wordsFor(report.language)
  const facts = [
    { label: t('reports.cover.organisations'), value: list(signersOf(report)) },
    ...(report.country ? [{ label: t('reports.cover.country'), value: country(report.country) }] : []),
    ...(report.session ? [{ label: t('reports.cover.session'), value: report.session }] : []),
  ]
  const inserted = insertedOf(puts)
  const bySection = sections.map(({ title, text }, n): Block[] =>
    text.trim() ? [{ kind: 'heading', level: 1, text: title }, ...parseMarkup(text, inserted, `${n} `)] : [],
  )
  const isNumbered = rule?.rule?.required.includes('numbered-paragraphs')
  const written = markClaims(bySection.flat())
  const blocks = isNumbered ? numbered(written) : written
  const used = new Set(blocks.flatMap(block => ('claim' in block && block.claim ? [block.claim] : [])))
  return {
    document: {
      language: report.language,
      title: report.title,
      cover: {
        subtitle: report.body,
        facts,
        note:
          report.mayBePublished === null ? null : t(`reports.cover.publish.${report.mayBePublished ? 'yes' : 'no'}`),
      },
      contents: bySection.filter(({ length }) => length > 0).length > 3 ? t('reports.contents') : null,
      notes: t('reports.notes'),
      blocks,
      claims: puts.filter(({ number }) => used.has(String(number)) || isUsedInLine(sections, number)).map(claimOf),
    },
    sectionOf: bySection.flatMap((blocks, n) => blocks.map(() => n)),
  }
}

/** Which blocks of the document a section's are: from its heading to before the next one's; none where nothing is written. */
export function rangeOf({ sectionOf }: Assembled, section: number): { from: number; to: number } {
  const from = sectionOf.indexOf(section)
  return from < 0 ? { from: 0, to: 0 } : { from, to: sectionOf.lastIndexOf(section) + 1 }
}

function numbered(blocks: Block[]): Block[] {
  let number = 0
  return blocks.map(block => (block.kind === 'paragraph' ? { ...block, number: ++number } : block))
}

const isUsedInLine = (sections: readonly Section[], number: number): boolean =>
  sections.some(({ text }) => text.includes(`[[${number}]]`))

const claimOf = ({ number, source, sourceVersion, url, blocks }: Put): Claim => ({
  id: String(number),
  source: { kind: source.kind, id: idOf(source), version: sourceVersion, url },
  text: textOf(blocks),
})

function idOf(source: Put['source']): string {
  switch (source.kind) {
    case 'commitment':
      return source.items.join(' ')
    case 'indicator':
      return source.indicator
    case 'finding':
    case 'assessment':
      return source.instrument
    case 'answer':
      return `${source.round} ${source.question}`
    case 'recommendation':
      return [source.country, source.year, source.body].filter(Boolean).join(' ')
    case 'silence':
      return Object.values(source.of).filter(Boolean).join(' ')
    case 'manual':
      return source.title
  }
}
