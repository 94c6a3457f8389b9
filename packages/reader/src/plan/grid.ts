/** A table by row and column, whatever is merged. */
import type { Cell, Table, TextLine } from '../layout.ts'

export interface Grid {
  rows: number
  cols: number
  at(row: number, col: number): Cell | undefined
  /** The distinct cells of a row, in column order, cells from rows above included. */
  row(row: number): Cell[]
}

export function gridOf(table: Table): Grid {
  const places = new Map<number, Cell>()
  let rows = table.rows
  let cols = table.cols
  for (const cell of table.cells) {
    rows = Math.max(rows, cell.row + 1)
    cols = Math.max(cols, cell.col + 1)
  }
  const key = (row: number, col: number): number => row * 1000 + col
  for (const cell of table.cells)
    for (let r = cell.row; r < Math.min(rows, cell.row + cell.rowSpan); r++)
      for (let c = cell.col; c < Math.min(cols, cell.col + cell.colSpan); c++)
        if (!places.has(key(r, c))) places.set(key(r, c), cell)
  const at = (row: number, col: number): Cell | undefined => places.get(key(row, col))
  const inRows: Cell[][] = []
  return {
    rows,
    cols,
    at,
    row: r =>
      (inRows[r] ??= [...new Set(Array.from({ length: cols }, (_, c) => at(r, c)).filter(c => c !== undefined))]),
  }
}

export const linesText = (lines: readonly TextLine[]): string =>
  lines
    .map(l => l.text.trim() + (l.hyphenated ? '' : ' '))
    .join('')
    .trim()

const TEXTS = new WeakMap<readonly TextLine[], string>()

/** A cell's lines as one text; lines do not change once the layout stands. */
export function cellText(cell: Cell | undefined): string {
  if (!cell) return ''
  let text = TEXTS.get(cell.lines)
  if (text === undefined) TEXTS.set(cell.lines, (text = linesText(cell.lines)))
  return text
}

/** The cell holds neither words nor a table. */
export const isEmpty = (cell: Cell | undefined): boolean => !cell || (!cellText(cell) && !cell.nested?.length)
