/** A table as it stands in a file: cells, before anybody says what they mean. */

/** Numbers where the file has numbers; dates as ISO text; per cents as '27.5%'; '' where there is nothing. */
export type Cell = string | number

export interface Sheet {
  /** The workbook's name for it; for other files the file's name, or where in a JSON file it stood. */
  name: string
  /** Row by row; rows may differ in length. A merged cell says its words in each of its cells. */
  rows: readonly (readonly Cell[])[]
  /** Rows and columns that a workbook hides. They are not among the rows. */
  hidden: { rows: number; columns: number }
}

/** Wider than any table that a person made; a damaged file may name millions of columns. */
export const MOST_COLUMNS = 5_000
/** With the empty ones between: 100,000 rows of two hundred columns. */
export const MOST_CELLS = 20_000_000

/** A cell's words without spaces around or doubled; 27 for 27. */
export const textOf = (cell: Cell | undefined): string =>
  cell === undefined ? '' : typeof cell === 'number' ? String(cell) : cell.replace(/[\s\u00a0\u202f]+/gu, ' ').trim()

/** 'A', 'Z', 'AA' for 0, 25, 26. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}

/** 'C14' for row 13, column 2. */
export const cellName = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`

/** Lets others have their turn while a large file is read. */
export const pause = (): Promise<void> => new Promise(resolve => void setImmediate(resolve))
