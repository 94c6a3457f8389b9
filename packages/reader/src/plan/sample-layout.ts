/** Layouts written as rows of text, for tests: no file needed to say what a plan looks like. */
import type { Block, Cell, Layout, Paragraph, Table, TextLine } from '../layout.ts'

const COLUMN = 100
const LINE = 12

function line(text: string, page: number, x: number, y: number, look: Partial<TextLine> = {}): TextLine {
  return { text, page, box: [x, y, x + Math.max(1, text.length) * 3, y + LINE - 2], size: 10, bold: false, ...look }
}

/** A heading of a level, on a page. */
export const heading = (text: string, level = 1, page = 1): Paragraph => ({
  type: 'paragraph',
  heading: level,
  lines: text.split('\n').map((t, i) => line(t, page, 50, 50 + i * LINE, { bold: true, size: 20 - 2 * level })),
})

/** Body text; '\n' parts lines. */
export const paragraph = (text: string, page = 1, look: Partial<TextLine> = {}): Paragraph => ({
  type: 'paragraph',
  heading: null,
  lines: text.split('\n').map((t, i) => line(t, page, 50, 100 + i * LINE, look)),
})

/**
 * A table by its rows. A cell '^' goes on from the cell above, '<' from the cell before; '\n' parts lines; '\f' goes to the next page.
 * @param headerRows how many rows the layout marked as header
 */
export function table(rows: string[][], { page = 1, headerRows = 1 } = {}): Block {
  const cells: Cell[] = []
  const at = (row: number, col: number): Cell | undefined =>
    cells.find(c => c.row <= row && row < c.row + c.rowSpan && c.col <= col && col < c.col + c.colSpan)
  rows.forEach((texts, row) =>
    texts.forEach((text, col) => {
      const before = text === '^' ? at(row - 1, col) : text === '<' ? at(row, col - 1) : undefined
      if (before) {
        before.rowSpan = Math.max(before.rowSpan, row - before.row + 1)
        before.colSpan = Math.max(before.colSpan, col - before.col + 1)
        return
      }
      const x = 40 + col * COLUMN
      const y = 150 + row * 40
      cells.push({
        row,
        col,
        rowSpan: 1,
        colSpan: 1,
        box: [x, y, x + COLUMN, y + 40],
        lines: linesOf(text, page, x + 4, y + 2),
      })
    }),
  )
  const cols = Math.max(...rows.map(r => r.length))
  const made: Table = { parts: [{ page, box: null, cells }], cells, rows: rows.length, cols, headerRows }
  return { type: 'table', table: made }
}

function linesOf(text: string, page: number, x: number, y: number): TextLine[] {
  if (!text) return []
  return text
    .split('\f')
    .flatMap((part, p) => part.split('\n').map((t, i) => line(t, page + p, x, p ? 40 + i * LINE : y + i * LINE)))
}

/** A whole layout; each page's text is the words of its blocks. */
export function layoutOf(...blocks: Block[]): Layout {
  const lines = blocks.flatMap(b => (b.type === 'paragraph' ? b.lines : b.table.cells.flatMap(c => c.lines)))
  const last = Math.max(1, ...lines.map(l => l.page ?? 1))
  const pages = Array.from({ length: last }, (_, i) => ({
    number: i + 1,
    width: 842,
    height: 595,
    text: lines
      .filter(l => l.page === i + 1)
      .map(l => l.text)
      .join('\n'),
  }))
  return { mediaType: 'application/pdf', pages, blocks, warnings: [] }
}
