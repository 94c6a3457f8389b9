/** Tables that stand within a cell of another table. */
import type { Box } from '../plan-document.ts'
import type { Grid, GridCell } from './grid.ts'

/** What a cell leaves free beside a table within it: an empty strip of this width at most, in points. */
const WIDEST_STRIP = 16
/** A table's lines may reach over the cell that it stands in by this much, in points. */
const OVER = 2

/** The tables, those within a cell of another put into that cell. */
export function nestedTables(grids: readonly Grid[]): Grid[] {
  const tables = grids.map(unwoven)
  return tables.filter(inner => {
    const host = tables
      .flatMap(outer => (outer === inner ? [] : outer.cells))
      .find(cell => cell.words.length === 0 && isWithin(inner.box, cell.box))
    if (host) host.nested = [...(host.nested ?? []), inner]
    return !host
  })
}

function isWithin(inner: Box, [x0, y0, x1, y1]: Box): boolean {
  return inner[0] > x0 - OVER && inner[1] > y0 - OVER && inner[2] < x1 + OVER && inner[3] < y1 + OVER
}

/**
 * Where a table's lines touch those of the table around it, the two are found as one with an empty strip on both sides of the inner
 * one; the strip's cells tell the outer rows.
 */
function unwoven(grid: Grid): Grid {
  const strips = stripsOf(grid)
  const left = strips.find(col => strips.some(other => other > col + 2))
  const right = strips.find(other => left !== undefined && other > left + 2)
  if (left === undefined || right === undefined) return grid
  const hosts = grid.cells
    .filter(cell => cell.col === left && cell.colSpan === 1)
    .map(strip => hostOf(grid, strip, right))
  const taken = new Set(hosts.flatMap(host => host.from))
  const cells = [...grid.cells.filter(cell => !taken.has(cell)), ...hosts.map(host => host.cell)]
  return unwoven({ ...grid, cells: cells.sort((a, b) => a.row - b.row || a.col - b.col) })
}

/** Narrow columns without a word of their own. */
function stripsOf({ xs, cells }: Grid): number[] {
  return xs.slice(1).flatMap((x, col) => {
    const own = cells.filter(cell => cell.col === col && cell.colSpan === 1)
    const isStrip = x - xs[col]! <= WIDEST_STRIP && own.length > 0 && own.every(cell => cell.words.length === 0)
    return isStrip ? [col] : []
  })
}

/** The cell that a strip and all that stands beside it up to the strip `right` are of, with the table in it. */
function hostOf(grid: Grid, strip: GridCell, right: number): { cell: GridCell; from: GridCell[] } {
  const { row, col, rowSpan } = strip
  const from = grid.cells.filter(
    cell => cell.row >= row && cell.row < row + rowSpan && cell.col >= col && cell.col + cell.colSpan <= right + 1,
  )
  const inner = from.filter(cell => cell.col > col && cell.col < right)
  const filled = inner.filter(cell => cell.words.length > 0)
  const cell: GridCell = {
    row,
    col,
    rowSpan,
    colSpan: right - col + 1,
    box: [grid.xs[col]!, strip.box[1], grid.xs[right + 1]!, strip.box[3]],
    words: filled.length === 1 ? filled[0]!.words : [],
  }
  if (filled.length > 1) cell.nested = [innerGrid(grid, filled)]
  return { cell, from }
}

function innerGrid(grid: Grid, cells: readonly GridCell[]): Grid {
  const firstRow = Math.min(...cells.map(cell => cell.row))
  const firstCol = Math.min(...cells.map(cell => cell.col))
  const lastRow = Math.max(...cells.map(cell => cell.row + cell.rowSpan))
  const lastCol = Math.max(...cells.map(cell => cell.col + cell.colSpan))
  const xs = grid.xs.slice(firstCol, lastCol + 1)
  const ys = grid.ys.slice(firstRow, lastRow + 1)
  return {
    box: [xs[0]!, ys[0]!, xs.at(-1)!, ys.at(-1)!],
    xs,
    ys,
    extents: grid.extents.slice(firstCol, lastCol),
    cells: cells.map(cell => ({ ...cell, row: cell.row - firstRow, col: cell.col - firstCol })),
    by: grid.by,
  }
}
