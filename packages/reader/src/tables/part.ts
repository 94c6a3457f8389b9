/** A grid of words to the part of a table that the layout shows. */
import type { Cell, TablePart } from '../layout.ts'
import { rounded } from '../pdf/frame.ts'
import { directionOf } from '../text/direction.ts'
import { linesOf, textLines } from '../text/lines.ts'
import { brokenLines } from './broken.ts'
import type { Grid, GridCell } from './grid.ts'
import { stitch, type FoundPart } from './stitch.ts'

/** Rows and columns that no cell begins in are left out; the lines of a cell are made. */
function partOf(grid: Grid, page: number): TablePart {
  const cells = compact(grid.cells)
  return { by: grid.by, page, box: rounded(grid.box), cells: cells.map(cell => cellOf(cell, page)) }
}

function cellOf(cell: GridCell, page: number): Cell {
  const { row, col, rowSpan, colSpan, box, words } = cell
  const lines = textLines(linesOf(words), page)
  brokenLines(lines, box[0], box[2]).forEach((broken, i) => {
    if (broken) lines[i]!.hyphenated = true
  })
  const found: Cell = { row, col, rowSpan, colSpan, box: rounded(box), lines }
  if (cell.nested)
    found.nested = cell.nested.map(grid => stitch([foundPart(grid, page, { first: false, last: false })]))
  return found
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

/** The part, and what stitching wants to know about it. */
export function foundPart(seen: Grid, page: number, place: { first: boolean; last: boolean }): FoundPart {
  const grid = directionOf(seen.cells.flatMap(cell => cell.words)) < 0 ? mirrored(seen) : seen
  const cols = [...new Set(grid.cells.map(cell => cell.col))].sort((a, b) => a - b)
  const extents = cols.map((col, i): [number, number] => {
    const last = (cols[i + 1] ?? grid.extents.length) - 1
    return [grid.extents[col]![0], grid.extents[last]![1]]
  })
  return {
    part: partOf(grid, page),
    extents,
    by: grid.by,
    ...place,
    headerRows: headerRows(grid),
    cutRows: cutRows(grid),
  }
}

/** In a table of right-to-left text the first column is the rightmost. */
function mirrored(grid: Grid): Grid {
  const columns = grid.extents.length
  const cells = grid.cells.map(cell => ({ ...cell, col: columns - cell.col - cell.colSpan }))
  return { ...grid, cells: cells.sort((a, b) => a.row - b.row || a.col - b.col), extents: grid.extents.toReversed() }
}

/** Rows whose tags have content on another page. A merged cell that goes on does not take the rows beside it along. */
function cutRows(grid: Grid): Set<number> {
  const tagged = compact(grid.cells).filter(cell => cell.words.some(word => word.tag?.cell))
  const whole = new Set(tagged.filter(cell => !isCut(cell)).map(cell => cell.row))
  return new Set(tagged.map(cell => cell.row).filter(row => !whole.has(row)))
}

function isCut({ words }: GridCell): boolean {
  return words.some(word => word.tag?.cell?.split)
}

/** Rows from the top whose every word is bold. */
function headerRows(grid: Grid): number {
  const cells = compact(grid.cells)
  let rows = 0
  while (cells.some(cell => cell.row === rows)) {
    const row = cells.filter(cell => cell.row === rows && cell.words.length > 0)
    if (row.length < 2 || !row.every(cell => cell.words.every(word => word.bold))) break
    const end = Math.max(...row.map(cell => cell.row + cell.rowSpan), rows + 1)
    // A bold cell over many rows names them; it heads no columns.
    if (cells.some(cell => cell.row < end && cell.row > rows && cell.words.some(word => !word.bold))) break
    rows = end
  }
  return rows
}
