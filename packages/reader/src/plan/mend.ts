/** Rows that a page break or a wide line gap cut in two are one row again, two rows that were taken for one are two. */
import type { Cell, Table } from '../layout.ts'
import type { Box } from '../plan-document.ts'
import { cellText, isEmpty } from './grid.ts'

/**
 * A row goes on from the one above where most of its cells begin in the middle of a sentence, in columns whose sentences begin
 * with capitals. Tables without pages have real rows and stay as they are.
 */
export function mendedTable(found: Table): Table {
  if (found.cells.every(c => (c.lines[0]?.page ?? null) === null)) return found
  const table = withSplitRows(found)
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

/** A gap between lines as wide as this part of a line's height parts paragraphs or rows, never lines of a sentence. */
const WIDE_GAP = 0.9
/** Below a row's tallest cell the gap may be narrower, where other cells of the row leave a wide one. */
const NARROW_GAP = 0.5
/** So much of a row's cells begin anew below the gap, at one height. */
const BEGIN_ANEW = 0.75
const SAME_HEIGHT = 3

// Without rulings, a row ends where nearly all of its cells leave a wide gap at the same height and begin anew below it. A cell whose lines
// go on beside the rows below is merged over them.
function withSplitRows(table: Table): Table {
  const cells: Cell[] = []
  const inRows = Map.groupBy(table.cells, c => c.row)
  let added = 0
  for (let row = 0; row < table.rows; row++) {
    const own = inRows.get(row) ?? []
    const cut = row < table.headerRows || own.some(c => c.rowSpan > 1) ? null : cutOf(own)
    if (cut === null) {
      cells.push(...own.map(c => ({ ...c, row: row + added })))
      continue
    }
    for (const cell of cells) if (cell.row + cell.rowSpan > row + added) cell.rowSpan++
    for (const cell of own) {
      const [above, below] = [cell.lines.filter(l => l.box![1] < cut), cell.lines.filter(l => l.box![1] >= cut)]
      if (goesBeside(cell, cut)) cells.push({ ...cell, row: row + added, rowSpan: 2 })
      else cells.push({ ...cell, row: row + added, lines: above }, { ...cell, row: row + added + 1, lines: below })
    }
    added++
  }
  return added ? withSplitRows({ ...table, cells, rows: table.rows + added }) : table
}

/** Its lines go on over the height at which the others begin anew. */
function goesBeside({ lines }: Cell, cut: number): boolean {
  const next = lines.findIndex(line => line.box![3] > cut + SAME_HEIGHT)
  return next > 0 && gapBetween(lines[next - 1]!.box!, lines[next]!.box!) < NARROW_GAP
}

function cutOf(cells: readonly Cell[]): number | null {
  const full = cells.filter(c => c.lines.length > 0)
  const pages = new Set(full.flatMap(c => c.lines.map(l => l.page)))
  if (full.length < 4 || pages.size !== 1 || full.some(c => c.nested?.length || c.lines.some(l => !l.box))) return null
  // Where each cell begins anew after a wide gap.
  const starts = full.flatMap(c =>
    c.lines.slice(1).flatMap((line, i) => {
      const gap = gapBetween(c.lines[i]!.box!, line.box!)
      return gap >= NARROW_GAP ? [{ y: line.box![1], gap }] : []
    }),
  )
  for (const { y } of starts.toSorted((a, b) => a.y - b.y)) {
    const cut = y - 1
    const here = starts.filter(s => s.y >= y && s.y - y <= SAME_HEIGHT)
    const anew = here.filter(s => s.gap >= WIDE_GAP).length > 1 ? here.length : 0
    const crossed = full.some(c => !goesBeside(c, cut) && c.lines.some(l => l.box![1] < cut && l.box![3] > cut))
    if (anew >= 3 && anew >= full.length * BEGIN_ANEW && !crossed) return cut
  }
  return null
}

/** In heights of the line after it. */
const gapBetween = (before: Box, after: Box): number => (after[1] - before[3]) / Math.max(1, after[3] - after[1])
