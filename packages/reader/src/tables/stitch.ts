/** Parts of tables on one page after the other to whole tables. */
import type { Cell, Table, TablePart, TextLine } from '../layout.ts'
import type { Grid } from './grid.ts'

/** A part with what the page tells about it. */
export interface FoundPart {
  part: TablePart
  /** Where each column lies, from x to x. */
  extents: [number, number][]
  by: Grid['by']
  /** Nothing but running lines stands between it and the page's top (bottom). */
  first: boolean
  last: boolean
  /** Rows from the top that look like a header. */
  headerRows: number
  /** Rows that the tags say have content on another page. */
  cutRows: Set<number>
}

/** Ruled column edges of one table on two pages agree to this many points. */
const EDGE = 6

/** Whether `next`, on the page after, goes on with the table that ends in `before`. */
export function goesOn(before: FoundPart, next: FoundPart): boolean {
  if (!before.last || !next.first || next.part.page !== before.part.page! + 1 || before.by !== next.by) return false
  if (before.by === 'space') return columnsOf(before.extents, next.extents) !== null
  const near = (a: [number, number], b: [number, number]) =>
    Math.abs(a[0] - b[0]) <= EDGE && Math.abs(a[1] - b[1]) <= EDGE
  return (
    before.extents.length === next.extents.length && before.extents.every((extent, i) => near(extent, next.extents[i]!))
  )
}

/** For each of `next`'s columns the column of `before` that it goes on with; null where one has no match or two have the same. */
function columnsOf(before: readonly [number, number][], next: readonly [number, number][]): number[] | null {
  const columns = next.map(([from, to]) =>
    before.findIndex(
      ([a, b]) => Math.abs(a - from) < 3 || Math.min(b, to) - Math.max(a, from) > 0.5 * Math.min(b - a, to - from),
    ),
  )
  const distinct = new Set(columns)
  return distinct.has(-1) || distinct.size < columns.length ? null : columns
}

/** One table out of the parts of it, in the order of their pages. */
export function stitch(parts: readonly FoundPart[]): Table {
  const [head, ...rest] = parts
  const table: Table = {
    parts: parts.map(found => found.part),
    cells: head!.part.cells.map(copyOf),
    rows: rowsOf(head!.part.cells),
    cols: Math.max(...parts.map(({ part }) => colsOf(part.cells))),
    headerRows: head!.headerRows,
  }
  rest.forEach((found, i) => {
    const before = parts[i]!
    const last = rowsOf(before.part.cells) - 1
    const isCut = (row: number) => before.cutRows.has(last) && found.cutRows.has(row)
    append(table, movedTo(found.part, columnsOf(head!.extents, found.extents)), isCut)
  })
  return table
}

/** The part with its columns numbered as in the table. */
function movedTo(part: TablePart, columns: number[] | null): TablePart {
  if (!columns) return part
  const cells = part.cells.map(cell => {
    const col = columns[cell.col] ?? cell.col
    return { ...cell, col, colSpan: (columns[cell.col + cell.colSpan - 1] ?? col) - col + 1 }
  })
  return { ...part, cells }
}

function rowsOf(cells: readonly Cell[]): number {
  return Math.max(0, ...cells.map(cell => cell.row + cell.rowSpan))
}

function colsOf(cells: readonly Cell[]): number {
  return Math.max(0, ...cells.map(cell => cell.col + cell.colSpan))
}

/** `isCut` tells whether the tags say that a row of the part goes on with the row before the page break; where they do not, the text may. */
function append(table: Table, part: TablePart, isCut: (row: number) => boolean) {
  const repeated = repeatedRows(table, part)
  if (repeated > 0 && table.headerRows < repeated) table.headerRows = repeated
  const body = part.cells.filter(cell => cell.row >= repeated)
  if (body.length === 0) return
  const top = body.filter(cell => cell.row === repeated)
  const splitRow = isCut(repeated) || isSplitRow(table, top)
  const shift = table.rows - repeated - (splitRow ? 1 : 0)
  for (const cell of body) {
    const moved: Cell = { ...copyOf(cell), row: cell.row + shift }
    const above = cell.row === repeated ? cellAbove(table, cell, table.rows - 1) : undefined
    const joins = above && (splitRow || continues(table, above, cell))
    if (above && joins) {
      above.lines.push(...moved.lines)
      if (moved.nested) above.nested = joinedNested(above.nested ?? [], moved.nested)
      above.rowSpan = Math.max(above.rowSpan, moved.row + moved.rowSpan - above.row)
    } else table.cells.push(moved)
  }
  table.rows = Math.max(table.rows, rowsOf(table.cells))
}

function copyOf(cell: Cell): Cell {
  return { ...cell, lines: [...cell.lines] }
}

/** A table within a cell that goes on over the page's end: its rows follow those above. */
function joinedNested(above: readonly Table[], below: readonly Table[]): Table[] {
  const [last, next] = [above.at(-1), below[0]]
  if (!last || !next || last.cols !== next.cols) return [...above, ...below]
  const table: Table = { ...last, parts: [...last.parts, ...next.parts], cells: last.cells.map(copyOf) }
  append(table, next.parts[0]!, () => false)
  return [...above.slice(0, -1), table, ...below.slice(1)]
}

/** How many rows at the top of `part` repeat those at the top of the table. */
function repeatedRows(table: Table, part: TablePart): number {
  const rows = Math.min(6, table.rows, rowsOf(part.cells))
  let repeated = 0
  for (let row = 0; row < rows; row++) {
    const [a, b] = [textOfRow(table.cells, row), textOfRow(part.cells, row)]
    if (a !== b) break
    repeated = row + 1
  }
  while (repeated > 0 && part.cells.some(cell => cell.row < repeated && cell.row + cell.rowSpan > repeated)) repeated--
  return textBetween(part.cells, 0, repeated) === '' ? 0 : repeated
}

function textOfRow(cells: readonly Cell[], row: number): string {
  return textBetween(cells, row, row + 1)
}

function textBetween(cells: readonly Cell[], from: number, to: number): string {
  return cells
    .filter(cell => cell.row >= from && cell.row < to && cell.lines.length > 0)
    .map(cell => `${cell.col}:${textOf(cell.lines)}`)
    .sort()
    .join('|')
}

function textOf(lines: readonly TextLine[]): string {
  return lines
    .map(line => line.text)
    .join('')
    .replace(/\s/g, '')
    .toLowerCase()
}

function cellAbove(table: Table, cell: Cell, row: number): Cell | undefined {
  return table.cells.find(
    other =>
      other.col === cell.col && other.colSpan === cell.colSpan && other.row <= row && other.row + other.rowSpan > row,
  )
}

/** An empty cell at the page's top goes on from a filled one above it where its column is hardly ever left empty. */
function continues(table: Table, above: Cell, cell: Cell): boolean {
  if (cell.lines.length > 0 || above.lines.length === 0) return false
  if (above.rowSpan > 1) return true
  const column = table.cells.filter(
    other => other.col === cell.col && other.row >= table.headerRows && other.colSpan === cell.colSpan,
  )
  const filled = column.filter(other => other.lines.length > 0).length
  return filled >= 3 && filled >= 0.9 * column.length
}

/**
 * Whether the row at the page's top goes on with the row above it: its texts begin in the middle of a sentence (one does so where all go on
 * with unfinished text), or it leaves most columns empty and what it has goes on with unfinished text.
 */
function isSplitRow(table: Table, top: readonly Cell[]): boolean {
  const filled = top.filter(cell => cell.lines.length > 0)
  const sparse = filled.length <= table.cols / 3 && !filled.some(cell => cell.col === 0)
  let yes = 0
  let no = 0
  let midSentence = false
  let allOpen = true
  for (const cell of filled) {
    const before = cellAbove(table, cell, table.rows - 1)?.lines.at(-1)?.text
    const open = before !== undefined && !/[.;:!?؟]$/.test(before)
    const small = /^\p{Ll}/u.test(cell.lines[0]!.text)
    if (open && (sparse || small)) yes++
    else no++
    allOpen &&= open
    midSentence ||= open && small && beginsLarge(table, cell.col)
  }
  return yes > no || (midSentence && allOpen)
}

/**
 * The column's cells begin with capitals or figures, so one that does not begins in the middle of a sentence. Where cells are merged over
 * rows, it may go on beside a row that begins.
 */
function beginsLarge(table: Table, col: number): boolean {
  const column = table.cells.filter(cell => cell.col === col && cell.row >= table.headerRows && cell.lines.length > 0)
  const small = column.filter(cell => /^\p{Ll}/u.test(cell.lines[0]!.text)).length
  return column.length >= 3 && small === 0 && column.every(cell => cell.rowSpan === 1)
}
