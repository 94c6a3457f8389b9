/** A column's cell in a row, whatever is merged. */
import type { Cell } from '../layout.ts'
import type { Column } from './columns.ts'
import { isEmpty } from './grid.ts'
import type { Grid } from './grid.ts'

/** A column's cell in one row; two cells under one merged header are one. */
export interface Part {
  row: number
  rowSpan: number
  cell: Cell
  cells: Cell[]
}

/** What a column holds in a row; null where the row has no cell of its own there. */
export function partOf(grid: Grid, column: Column, row: number): Part | null {
  const cells: Cell[] = []
  for (let c = column.from; c <= column.to; c++) {
    const cell = grid.at(row, c)
    if (cell && cell.col >= column.from && !cells.includes(cell)) cells.push(cell)
  }
  const full = cells.filter(c => !isEmpty(c))
  const cell = full[0] ?? cells[0]
  if (!cell) return null
  return { row: cell.row, rowSpan: cell.rowSpan, cell, cells: full }
}
