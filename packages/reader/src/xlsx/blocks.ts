/** A sheet's cells as blocks: rows that an empty row parts are tables of their own, lone cells above a table are paragraphs. */
import { linesOf } from '../flow/layout.ts'
import { MOST_COLUMNS, tooLarge } from '../flow/table.ts'
import type { Block, Cell, Paragraph, Table } from '../layout.ts'
import type { SheetCell } from './sheet.ts'

interface Columns {
  from: number
  to: number
}

/** The blocks of a sheet. Throws ReaderError 'too-large' where a table is wider than any plan's. */
export function blocksOfSheet(cells: readonly SheetCell[], sheet: string): Block[] {
  const blocks: Block[] = []
  let former: Columns | null = null
  for (const rows of groupsOf(cells)) {
    const first = rows.findIndex(row => row.length > 1 || row[0]!.rowSpan > 1)
    const lone = first < 0 ? rows : rows.slice(0, first)
    blocks.push(...lone.flatMap(([cell]) => paragraphOf(cell!)))
    const grid = rows.slice(lone.length)
    if (!grid.length) continue
    // A table that goes on under an empty row has the columns that it had, also where the first or last of them are empty.
    const own = columnsOf(grid.flat())
    const columns: Columns = former && own.from >= former.from && own.to <= former.to ? former : own
    former = columns
    blocks.push({ type: 'table', table: tableOf(grid, columns, sheet) })
  }
  return blocks
}

/** Rows that follow each other without an empty one, each with the cells that begin in it. */
function groupsOf(cells: readonly SheetCell[]): SheetCell[][][] {
  const groups: SheetCell[][][] = []
  let end = -1
  let row = -1
  for (const cell of cells.toSorted((a, b) => a.row - b.row || a.col - b.col)) {
    if (!groups.length || cell.row > end) groups.push([])
    if (cell.row !== row || cell.row > end) groups.at(-1)!.push([])
    groups.at(-1)!.at(-1)!.push(cell)
    row = cell.row
    end = Math.max(end, cell.row + cell.rowSpan)
  }
  return groups
}

const columnsOf = (cells: readonly SheetCell[]): Columns => ({
  from: cells.reduce((n, c) => Math.min(n, c.col), Infinity),
  to: cells.reduce((n, c) => Math.max(n, c.col + c.colSpan - 1), 0),
})

function paragraphOf({ text, style }: SheetCell): Paragraph[] {
  const lines = linesOf(text, style)
  return lines.length ? [{ type: 'paragraph', lines, heading: null }] : []
}

function tableOf(grid: readonly SheetCell[][], columns: Columns, sheet: string): Table {
  const cols = columns.to - columns.from + 1
  if (cols > MOST_COLUMNS) throw tooLarge()
  const top = grid[0]![0]!.row
  let bottom = top
  const cells = grid.flatMap(row => {
    const above = bottom
    bottom = row.reduce((n, c) => Math.max(n, c.row + c.rowSpan), bottom)
    return row.map((cell): Cell => {
      const { text, style, reference, rowSpan } = cell
      // Words in bold that stand alone in a row, no merged cell beside them, run on over the empty cells.
      const alone = row.length === 1 && cell.col === columns.from && style.bold && above <= cell.row
      return {
        row: cell.row - top,
        col: cell.col - columns.from,
        rowSpan,
        colSpan: alone ? cols : cell.colSpan,
        box: null,
        at: `${sheet}!${reference}`,
        lines: linesOf(text, style),
      }
    })
  })
  return { parts: [{ page: null, box: null, cells }], cells, rows: bottom - top, cols, headerRows: 0 }
}
