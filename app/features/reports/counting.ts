/** A report as the procedures' package counts and checks it, by the rule of the body that it is for. */
import {
  countWords,
  ruleFor,
  type Block as CountedBlock,
  type Rule,
  type TextDocument,
  type WordCount,
} from '@open1325/procedures'
import { plain, type Block, type Inline, type ReportDocument } from '@open1325/report-writer'
import { BODIES } from '../../../library/bodies.ts'

/** Footnotes stand after the block that they belong to. */
export function countedDocument(document: ReportDocument): TextDocument {
  const { cover } = document
  const lines = cover
    ? [
        document.title,
        cover.subtitle ?? '',
        ...cover.facts.map(({ label, value }) => `${label}: ${value}`),
        cover.note ?? '',
      ]
    : []
  return {
    language: document.language,
    blocks: [
      ...(cover
        ? [{ kind: 'cover' as const, lines: lines.filter(Boolean) }]
        : [{ kind: 'heading' as const, level: 1, text: document.title }]),
      ...document.blocks.flatMap(counted),
    ],
  }
}

function counted(block: Block): CountedBlock[] {
  const notes: CountedBlock[] = []
  const line = (text: readonly Inline[]): string => {
    for (const one of text) if (one.kind === 'footnote') notes.push({ kind: 'footnote', text: plain(one.text) })
    return plain(text)
  }
  const rowsOf = (rows: Inline[][][]) => rows.map(row => row.map(line))
  const own = ((): CountedBlock[] => {
    switch (block.kind) {
      case 'heading':
        return [{ kind: 'heading', level: block.level, text: block.text }]
      case 'paragraph':
        return [{ kind: 'paragraph', text: line(block.text) }]
      case 'list':
        return [{ kind: 'list', ordered: block.ordered, items: block.items.map(line) }]
      case 'quote':
        return [block.text, ...(block.source ? [block.source] : [])].map(text => ({
          kind: 'paragraph',
          text: line(text),
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

/** The body's rule in force on a day; null where the report is for none. */
export function ruleOf(procedure: string | null, day: string): Rule | null {
  const found = BODIES.flatMap(({ procedures }) => procedures).find(({ id }) => id === procedure)
  return found ? ruleFor(found, day) : null
}

export interface Length extends WordCount {
  /** How many words the body takes of one organisation, of several together; null: it does not say. */
  limit: number | null
  coalitionLimit: number | null
}

/** Counted by the body's own rule; where there is none, everything counts. */
export function lengthOf(document: ReportDocument, rule: Rule | null): Length {
  const limitFor = (by: 'one' | 'coalition') =>
    rule?.limits?.find(limit => limit.unit === 'words' && limit.by === by && limit.per === 'submission')?.count ?? null
  return {
    ...countWords(countedDocument(document), rule?.counting ?? undefined),
    limit: limitFor('one'),
    coalitionLimit: limitFor('coalition'),
  }
}
