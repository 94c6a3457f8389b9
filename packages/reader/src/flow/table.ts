/** Rows of cells that may span, as web pages and text documents write them, placed on a grid. */
import { ReaderError } from '../errors.ts'
import type { Cell, Table } from '../layout.ts'

export interface FlowCell {
  colSpan: number
  /** 0: down to the last row. */
  rowSpan: number
  /** Fills lines and nested tables; the cell's `at` is set by then. */
  fill(cell: Cell): void
}
export interface FlowRow {
  header: boolean
  cells: FlowCell[]
}

/** Widest table that is read: no plan has a tenth of it, and a damaged file may name millions of columns. */
export const MOST_COLUMNS = 400
export const MOST_CELLS = 200_000

/**
 * A table of rows. Places count the cells of a row as a reader sees them: `at` + ', row 5, column 3'.
 * @throws ReaderError 'too-large'
 */
export function tableOfRows(rows: readonly FlowRow[], at: string): Table {
  const cells: Cell[] = []
  let cols = 0
  let headerRows = 0
  let open: Cell[] = []
  rows.forEach(({ header, cells: own }, row) => {
    if (header && headerRows === row) headerRows++
    open = open.filter(c => c.row + c.rowSpan > row)
    const above = open
    let col = 0
    let seen = 0
    for (const { colSpan, rowSpan, fill } of own) {
      for (let over = coverAt(above, col); over; over = coverAt(above, col)) col = over.col + over.colSpan
      const next = Math.min(Infinity, ...above.filter(c => c.col > col).map(c => c.col))
      const width = Math.max(1, Math.min(colSpan, next - col))
      const height = Math.min(rowSpan || Infinity, rows.length - row)
      if (col + width > MOST_COLUMNS || cells.length >= MOST_CELLS) throw tooLarge()
      const place = seen + above.filter(c => c.col < col).length + 1
      const cell: Cell = {
        row,
        col,
        rowSpan: Math.max(1, height),
        colSpan: width,
        box: null,
        at: `${at}, row ${row + 1}, column ${place}`,
        lines: [],
      }
      fill(cell)
      cells.push(cell)
      if (cell.rowSpan > 1) open = [...open, cell]
      seen++
      col += width
      cols = Math.max(cols, col)
    }
  })
  return { parts: [{ page: null, box: null, cells }], cells, rows: rows.length, cols, headerRows }
}

const coverAt = (above: readonly Cell[], col: number): Cell | undefined =>
  above.find(c => c.col <= col && col < c.col + c.colSpan)

export const tooLarge = (): ReaderError =>
  new ReaderError(
    'too-large',
    'A table in this file is larger than any plan’s. Take out the columns and rows that are not part of the plan and save it again.',
  )
