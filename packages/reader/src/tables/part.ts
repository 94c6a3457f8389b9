/** A grid of words to the part of a table that the layout shows. */
import type { Cell, TablePart } from '../layout.ts'
import { rounded } from '../pdf/frame.ts'
import { linesOf, textLine } from '../text/lines.ts'
import type { Grid, GridCell } from './grid.ts'

/** Rows and columns that no cell begins in are left out; the lines of a cell are made. */
export function partOf(grid: Grid, page: number): TablePart {
  const cells = compact(grid.cells)
  return { page, box: rounded(grid.box), cells: cells.map(cell => cellOf(cell, page)) }
}

function cellOf(cell: GridCell, page: number): Cell {
  const { row, col, rowSpan, colSpan, box, words } = cell
  return { row, col, rowSpan, colSpan, box: rounded(box), lines: linesOf(words).map(line => textLine(line, page)) }
}

/** Numbers rows and columns anew so that a cell begins in each. */
export function compact<C extends { row: number; col: number; rowSpan: number; colSpan: number }>(
  cells: readonly C[],
): C[] {
  const rows = [...new Set(cells.map(cell => cell.row))].sort((a, b) => a - b)
  const cols = [...new Set(cells.map(cell => cell.col))].sort((a, b) => a - b)
  return cells.map(cell => {
    const row = rows.indexOf(cell.row)
    const col = cols.indexOf(cell.col)
    const rowSpan = rows.filter(r => r >= cell.row && r < cell.row + cell.rowSpan).length
    const colSpan = cols.filter(c => c >= cell.col && c < cell.col + cell.colSpan).length
    return { ...cell, row, col, rowSpan, colSpan }
  })
}
