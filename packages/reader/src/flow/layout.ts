/** Layouts of formats without pages: Word, OpenDocument, web pages, spreadsheets, text. */
import type { Block, Layout, Table, TextLine } from '../layout.ts'

/** One page without a number holds all the words; a document without any has the warning 'no-text'. */
export function layoutWithoutPages(mediaType: string, blocks: Block[]): Layout {
  const text = textOfBlocks(blocks)
  const warnings = text.trim() ? [] : [{ code: 'no-text', message: 'The document holds no text.', page: null }]
  return { mediaType, pages: [{ number: null, width: 0, height: 0, text }], blocks, warnings }
}

/** The words of blocks in order, for search and for seeking quotes. */
function textOfBlocks(blocks: readonly Block[]): string {
  return blocks
    .map(b => (b.type === 'paragraph' ? b.lines.map(l => l.text).join('\n') : textOfTable(b.table)))
    .join('\n')
}

const textOfTable = (table: Table): string =>
  table.cells.map(c => [...c.lines.map(l => l.text), ...(c.nested ?? []).map(textOfTable)].join('\n')).join('\n')

export interface Look {
  bold?: boolean
  /** Points; 0 where unknown. */
  size?: number
  list?: TextLine['list'] | null
}

/** The lines of one paragraph, parted at line breaks; white space is made single. Empty where the text holds no words. */
export function linesOf(text: string, { bold = false, size = 0, list = null }: Look = {}): TextLine[] {
  const texts = text
    .split('\n')
    .map(t => t.replace(/[\s\u00a0]+/gu, ' ').trim())
    .filter(Boolean)
  return texts.map((t, i): TextLine => {
    const line: TextLine = { text: t, page: null, box: null, size, bold, paragraphEnd: i === texts.length - 1 }
    return list && i === 0 ? { ...line, list } : line
  })
}
