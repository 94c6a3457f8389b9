/** A report as the procedures' package counts and checks it, by the rule of the body that it is for. */
import {
  countWords,
  limitsFor,
  wordsIn,
  type Block as CountedBlock,
  type Inline as CountedInline,
  type Rule,
  type SubmissionFacts,
  type TextDocument,
  type WordCount,
} from '@open1325/procedures'
import {
  footnoteNumbers,
  insertedIn,
  linesOf,
  plain,
  type Block,
  type Footnote,
  type Inline,
  type ReportDocument,
} from '@open1325/report-writer'
import { insertedOf } from './document.ts'
import { countedOf, wordsOfBlock, wordsTyped, type LiveData, type PutWords, type Words } from './live-count.ts'
import type { Put, Section } from './model.ts'

export interface Counted {
  document: TextDocument
  /** Of each of its blocks, which block of the report it stands for; null: the cover or the title. */
  places: (number | null)[]
}

/** Footnotes stand after the block that they belong to. */
export function counted(document: ReportDocument): Counted {
  const front: CountedBlock = document.cover
    ? { kind: 'cover', lines: coverLines(document) }
    : { kind: 'heading', level: 1, text: document.title }
  const { mark } = footnoteNumbers()
  const isNew = (note: Footnote) => mark(note).nth === 1
  const blocks = document.blocks.map(block => countedBlocks(block, isNew))
  return {
    document: { language: document.language, blocks: [front, ...blocks.flat()] },
    places: [null, ...blocks.flatMap((parts, n) => parts.map(() => n))],
  }
}

function coverLines({ title, cover }: ReportDocument): string[] {
  const facts = cover?.facts.map(({ label, value }) => `${label}: ${value}`) ?? []
  return [title, cover?.subtitle ?? '', ...facts, cover?.note ?? ''].filter(Boolean)
}

/** @param isNew whether a footnote's words were not counted at another mark */
function countedBlocks(block: Block, isNew: (note: Footnote) => boolean): CountedBlock[] {
  const notes: CountedBlock[] = []
  const line = (text: readonly Inline[]): CountedInline => {
    for (const one of text)
      if (one.kind === 'footnote' && isNew(one)) notes.push({ kind: 'footnote', text: plain(one.text) })
    const words = text.filter(one => one.kind === 'words')
    if (!words.some(({ strong, emphasis, source }) => strong || emphasis || source === 'asked')) return plain(words)
    return words.map(({ text, strong, emphasis, source }) => ({
      text,
      ...(strong ? { bold: true } : {}),
      ...(emphasis ? { italic: true } : {}),
      ...(source === 'asked' ? { claim: { sources: [] } } : {}),
    }))
  }
  const rowsOf = (rows: Inline[][][]) => rows.map(row => row.map(line))
  const own = ((): CountedBlock[] => {
    switch (block.kind) {
      case 'heading':
        return [{ kind: 'heading', level: block.level, text: block.text }]
      case 'paragraph':
        return [{ kind: 'paragraph', text: line(block.text), ...(block.number ? { number: `${block.number}.` } : {}) }]
      case 'list':
        return [{ kind: 'list', ordered: block.ordered, items: linesOf(block).map(line) }]
      case 'quote':
        return [block.text, ...(block.source ? [block.source] : [])].map(text => ({
          kind: 'paragraph',
          text: line(text),
          belongsAbove: true,
        }))
      case 'table':
        return [
          {
            kind: 'table',
            ...(block.caption ? { caption: block.caption } : {}),
            header: block.header,
            rows: rowsOf(block.rows),
          },
        ]
      case 'figure':
        return [
          { kind: 'image', alternative: block.alt },
          { kind: 'table', caption: block.caption, header: block.table.header, rows: rowsOf(block.table.rows) },
        ]
      case 'page-break':
        return []
    }
  })()
  return [...own, ...notes]
}

export interface Length extends WordCount {
  /** How many words the body takes of those who submit; null: it does not say, or there is no body. */
  limit: number | null
  /** Whether that is the limit of several organisations together. */
  isJoint: boolean
}

/** Counted by the body's own rule; where there is none, everything counts. */
export function lengthOf(
  document: ReportDocument,
  rule: Rule | null,
  who: Pick<SubmissionFacts, 'coalition' | 'ecosocStatus'> = {},
): Length {
  const limits = rule ? limitsFor(rule, who) : []
  const limit = limits.find(({ unit, per }) => unit === 'words' && per === 'submission')
  return {
    ...countWords(counted(document).document, rule?.counting ?? undefined),
    limit: limit?.count ?? null,
    isJoint: limit?.by === 'coalition',
  }
}

/** What the section's page and its island need to count on while somebody writes. `here`: the words of the section by its parts. */
export function liveCount(
  { title, text }: Pick<Section, 'title' | 'text'>,
  puts: readonly Pick<Put, 'number' | 'blocks' | 'url'>[],
  { words, leftOut }: Length,
): LiveData & { here: Words } {
  const used = new Set(insertedIn(text))
  const inserted = insertedOf(puts)
  const numbers = Object.fromEntries(
    puts
      .filter(({ number }) => used.has(number))
      .map(({ number }): [number, PutWords] => {
        const { blocks, line } = inserted(number)!
        const alone = sumOf(blocks.map(block => wordsOfBlock(block)))
        return [number, { alone, line: wordsOfBlock({ kind: 'paragraph', text: line }) }]
      }),
  )
  const counts = { tables: !leftOut.includes('tables'), footnotes: !leftOut.includes('footnotes') }
  const mine = wordsTyped(text, number => numbers[number] ?? null)
  // A section comes into the report, with its heading, when something is written in it.
  const heading = text.trim() ? 0 : wordsIn(title)
  return { here: mine, puts: numbers, rest: words - countedOf(mine, counts) + heading, counts }
}

const sumOf = (all: readonly Words[]): Words => {
  const sum = (part: keyof Words) => all.reduce((total, one) => total + one[part], 0)
  return { text: sum('text'), tables: sum('tables'), footnotes: sum('footnotes') }
}
