/** Cells that a spreadsheet would run as a formula: guarded when they are written, and the same again when they are read back. Pure. */

/** OWASP, CSV injection: a cell that begins with one of these may be run; their full-width forms, too. */
const RISKY = /^'*[=+\-@\t\r＝＋－＠]/

/** An apostrophe before what a spreadsheet would run; one more before what looks guarded already. */
export const guarded = (text: string): string => (RISKY.test(text) ? `'${text}` : text)

export const unguarded = (cell: string): string =>
  cell.startsWith("'") && RISKY.test(cell.slice(1)) ? cell.slice(1) : cell
