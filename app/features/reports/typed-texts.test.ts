/** Clean texts on the way that people's words take: typed in a text area, read as markup, counted, and held against the body's rule. */
import { checkCitations, LIBRARY } from '@open1325/citations'
import { lint, type Block as TextBlock, type TextDocument } from '@open1325/procedures'
import { markClaims, parseMarkup, type Block, type ReportDocument } from '@open1325/report-writer'
import { expect, test } from 'vitest'
import { CLEAN_TEXTS } from '../../../packages/procedures/src/lint/testing/clean-texts.ts'
import { counted } from './counting.ts'

type Inline = string | readonly { text: string }[]
const words = (inline: Inline): string =>
  typeof inline === 'string' ? inline : inline.map(({ text }) => text).join('')

/** As somebody would type it; footnotes stand in the line that they belong to. */
function typed({ blocks }: TextDocument): string {
  const pieces: string[] = []
  for (const block of blocks)
    if (block.kind === 'footnote') pieces.push(`${pieces.pop() ?? ''}^[${words(block.text)}]`)
    else pieces.push(typedBlock(block))
  return pieces.filter(Boolean).join('\n\n')
}

function typedBlock(block: TextBlock): string {
  const row = (cells: readonly Inline[]) => `| ${cells.map(words).join(' | ')} |`
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(Math.max(2, block.level))} ${words(block.text)}`
    case 'paragraph':
      return words(block.text)
    case 'list':
      return block.items.map((item, n) => `${block.ordered ? `${n + 1}.` : '-'} ${words(item)}`).join('\n')
    case 'table': {
      const header = block.header ?? []
      return [
        ...(block.caption ? [words(block.caption), ''] : []),
        row(header),
        row(header.map(() => '---')),
        ...block.rows.map(row),
      ].join('\n')
    }
    case 'annex':
      return [`## ${words(block.title)}`, ...block.blocks.map(typedBlock)].join('\n\n')
    default:
      return ''
  }
}

test.each(CLEAN_TEXTS)('typed as people do, no false alarm: $name', ({ rule, document, facts }) => {
  const cover = document.blocks.find(block => block.kind === 'cover')
  let number = 0
  const numbered = (block: Block): Block => (block.kind === 'paragraph' ? { ...block, number: ++number } : block)
  const blocks = markClaims(parseMarkup(typed(document)))
  const report: ReportDocument = {
    language: document.language,
    title: '',
    cover: cover ? { subtitle: null, facts: [], note: cover.lines.map(words).join('\n') } : null,
    contents: null,
    notes: '',
    blocks: rule?.required.includes('numbered-paragraphs') ? blocks.map(numbered) : blocks,
    claims: [],
  }
  expect(
    lint(counted(report).document, rule, { checkCitations: pages => checkCitations(pages, LIBRARY), ...facts }),
  ).toEqual([])
})
