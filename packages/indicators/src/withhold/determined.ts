/** Which hidden cells all sums together still give away, though no single one does. */
import type { Cell } from './cell.ts'
import type { Sum } from './sums.ts'

/** Of so many unknowns that hang together it is not worked out: all of them then count as given away. */
const MOST_UNKNOWNS = 300

/** One equation: its unknowns, each added or taken away. */
type Row = Map<Cell, number>

/** The hidden cells that have one value only in the sums' equations (Gauss and Jordan). */
export function determinedBy(sums: readonly Sum[]): Set<Cell> {
  const determined = new Set<Cell>()
  for (const rows of hangingTogether(sums.flatMap(sum => equationOf(sum) ?? []))) {
    const unknowns = new Set(rows.flatMap(row => [...row.keys()]))
    for (const cell of unknowns.size > MOST_UNKNOWNS ? unknowns : solvedIn(rows)) determined.add(cell)
  }
  return determined
}

/** Equations that share unknowns, directly or through others. */
function hangingTogether(rows: Row[]): Row[][] {
  const groupOf = new Map<Cell, Row[]>()
  for (const row of rows) {
    const groups = new Set([...row.keys()].map(cell => groupOf.get(cell)))
    const together = [row]
    for (const group of groups) if (group) together.push(...group)
    for (const each of together) for (const cell of each.keys()) groupOf.set(cell, together)
  }
  return [...new Set(groupOf.values())]
}

function solvedIn(rows: Row[]): Cell[] {
  const solved: Row[] = []
  for (const row of rows) {
    for (const done of solved) eliminate(row, done, pivotOf(done)!)
    const pivot = pivotOf(row)
    if (!pivot) continue
    const times = 1 / row.get(pivot)!
    for (const [cell, n] of row) row.set(cell, n * times)
    for (const done of solved) eliminate(done, row, pivot)
    solved.push(row)
  }
  return solved.filter(row => row.size === 1).flatMap(row => [...row.keys()])
}

/** The unknown that a row is solved for stands first in it. */
const pivotOf = (row: Row): Cell | undefined => row.keys().next().value

/** Null where a figure that is shown does not say how many people it counts. */
function equationOf({ parts, total }: Sum): Row | null {
  const row: Row = new Map()
  for (const [cell, sign] of [...parts.map(part => [part, 1] as const), [total, -1] as const]) {
    if (typeof cell === 'number') continue
    if (cell.isHidden) row.set(cell, (row.get(cell) ?? 0) + sign)
    else if (cell.people === null) return null
  }
  return row
}

/** Takes an unknown out of a row by another that is solved for it. */
function eliminate(row: Row, by: Row, pivot: Cell): void {
  const times = row.get(pivot)
  if (times === undefined) return
  for (const [cell, n] of by) {
    const left = (row.get(cell) ?? 0) - times * n
    if (Math.abs(left) < 1e-9) row.delete(cell)
    else row.set(cell, left)
  }
}
