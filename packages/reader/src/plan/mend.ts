/** Rows that a page break or a wide line gap cut in two are one row again. */
import type { Cell, Table } from '../layout.ts'
import { cellText, isEmpty } from './grid.ts'

/**
 * A row goes on from the one above where most of its cells begin in the middle of a sentence, in columns whose sentences begin
 * with capitals. Tables without pages have real rows and stay as they are.
 */
export function mendedTable(table: Table): Table {
  if (table.cells.every(c => (c.lines[0]?.page ?? null) === null)) return table
  const rows = new Map<number, Cell[]>()
  for (const cell of table.cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell])
  const joined = new Map<number, number>()
  for (let row = table.headerRows + 1; row < table.rows; row++) {
    let above = row - 1
    while (joined.has(above)) above = joined.get(above)!
    if (goesOn(rows.get(row) ?? [], rows.get(above) ?? [])) joined.set(row, above)
  }
  return joined.size ? withJoined(table, joined) : table
}

function goesOn(cells: readonly Cell[], above: readonly Cell[]): boolean {
  const full = cells.filter(c => !isEmpty(c))
  if (full.length < 2 || full.some(c => c.rowSpan > 1)) return false
  const pairs = full.map(cell => ({ cell, before: above.find(a => a.col === cell.col && a.colSpan === cell.colSpan) }))
  if (pairs.some(p => !p.before || isEmpty(p.before))) return false
  const inside = pairs.filter(
    p =>
      /^[\p{Ll},;)]/u.test(cellText(p.cell)) &&
      /^[^\p{Ll}]/u.test(cellText(p.before)) &&
      !/[.;:]$/u.test(cellText(p.before)),
  )
  return inside.length >= 2 && inside.length >= full.length * 0.6
}

function withJoined(table: Table, joined: ReadonlyMap<number, number>): Table {
  const place = new Map<number, number>()
  let next = 0
  for (let row = 0; row < table.rows; row++) place.set(row, joined.has(row) ? place.get(joined.get(row)!)! : next++)
  const cells: Cell[] = []
  for (const cell of table.cells) {
    const row = place.get(cell.row)!
    const last = place.get(Math.min(table.rows - 1, cell.row + cell.rowSpan - 1))!
    const above = joined.has(cell.row) ? cells.find(c => c.row === row && c.col === cell.col) : undefined
    if (above) above.lines.push(...cell.lines)
    else cells.push({ ...cell, row, rowSpan: last - row + 1, lines: [...cell.lines] })
  }
  return { ...table, cells, rows: next }
}
