/** A report's sections and what was put in, as the report writer's document. */
import {
  linesOf,
  parseMarkup,
  plain,
  textOf,
  words as text,
  type Block,
  type Inline,
  type Inserted,
} from '@open1325/report-writer'
import { isLocale, wordsOf, type Words } from '../../platform/languages.ts'
import type { Claim } from '@open1325/report-writer'
import type { ReportDocument } from '@open1325/report-writer'
import type { Put, Report, Section } from './model.ts'

/** The product's words in the report's language; English where it does not speak it. */
export const wordsFor = (language: string): Words => {
  const [code] = language.split('-')
  return wordsOf(isLocale(code) ? code : 'en')
}

/** What stands for `[[number]]`. */
export function insertedOf(puts: readonly Put[]): (number: number) => Inserted | null {
  const byNumber = new Map(puts.map(put => [put.number, put]))
  return number => {
    const put = byNumber.get(number)
    return put ? { blocks: put.blocks.map(block => withClaim(block, String(number))), line: lineOf(put) } : null
  }
}

const withClaim = (block: Block, claim: string): Block =>
  block.kind === 'heading' || block.kind === 'page-break' ? block : { ...block, claim }

/** Within a sentence: the first line's words, with the source as a footnote. */
function lineOf({ blocks, url }: Put): Inline[] {
  const [block] = blocks
  const [line = []] = block ? linesOf(block) : []
  const source = block?.kind === 'quote' && block.source ? plain(block.source) : url
  if (line.some(({ kind }) => kind === 'footnote') || !source) return line
  const footnote: Inline = { kind: 'footnote', text: [text(source, url ? { href: url } : {})] }
  return [...line, footnote]
}

export const sectionBlocks = (section: Pick<Section, 'text'>, puts: readonly Put[]): Block[] =>
  parseMarkup(section.text, insertedOf(puts))

export interface Assembled {
  report: Report
  sections: readonly Section[]
  puts: readonly Put[]
}

export function documentOf({ report, sections, puts }: Assembled): ReportDocument {
  const { t, country } = wordsFor(report.language)
  const facts = [
    { label: t('reports.cover.organisations'), value: report.organisations || report.organisation },
    ...(report.country ? [{ label: t('reports.cover.country'), value: country(report.country) }] : []),
    ...(report.session ? [{ label: t('reports.cover.session'), value: report.session }] : []),
  ]
  const blocks = sections.flatMap((section): Block[] => [
    { kind: 'heading', level: 1, text: section.title },
    ...sectionBlocks(section, puts),
  ])
  const used = new Set(blocks.flatMap(block => ('claim' in block && block.claim ? [block.claim] : [])))
  return {
    language: report.language,
    title: report.title,
    cover: {
      subtitle: report.body,
      facts,
      note: report.mayBePublished === null ? null : t(`reports.cover.publish.${report.mayBePublished ? 'yes' : 'no'}`),
    },
    contents: sections.length > 3 ? t('reports.contents') : null,
    notes: t('reports.notes'),
    blocks,
    claims: puts.filter(({ number }) => used.has(String(number)) || isUsedInLine(sections, number)).map(claimOf),
  }
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
      return source.instrument
    case 'manual':
      return source.title
  }
}
