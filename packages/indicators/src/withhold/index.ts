/**
 * Small counts of people are hidden (the database does that); here is found what else has to be, so that none can be worked out: where the
 * total of women and men is shown and the few women are hidden, the men are hidden, too. Known as complementary suppression: Hundepool et
 * al., Statistical Disclosure Control, Wiley 2012, chapter 4. As little as needed is hidden, the smallest number first.
 */
import { isFew, tablesOf, type Cell, type HiddenCell, type ShownCell } from './cell.ts'
import { determinedBy } from './determined.ts'
import { sumsIn, type Sum } from './sums.ts'

export type { HiddenCell, ShownCell } from './cell.ts'

/**
 * The ids of the shown figures that would give a hidden one away. Hidden ones come without their number, as the reader knows them.
 * @param shown all figures of one indicator that the reader sees; those of tables in which nothing is hidden are never withheld
 */
export function withheldWith(shown: readonly ShownCell[], hidden: readonly HiddenCell[]): Set<string> {
  const tables = tablesOf(shown, hidden)
  return new Set(tables.flatMap(cells => withheldIn(cells)))
}

function withheldIn(cells: Cell[]): string[] {
  const sums = sumsIn(cells)
  let isSafe = false
  while (!isSafe) {
    isSafe = true
    for (const sum of sums) for (; canHide(sum) && givesAway(sum); isSafe = false) hideIn(sum)
    const open = isSafe ? sumWithDetermined(sums) : null
    if (!open) continue
    hideIn(open)
    isSafe = false
  }
  return cells.filter(cell => cell.isHidden).flatMap(cell => cell.ids)
}

/** A sum with a hidden number that all sums together give away, in which something can be hidden still. */
function sumWithDetermined(sums: readonly Sum[]): Sum | null {
  const determined = determinedBy(sums)
  if (!determined.size) return null
  const isOpen = (cell: Cell | number) => typeof cell !== 'number' && determined.has(cell)
  return sums.find(sum => canHide(sum) && [...sum.parts, sum.total].some(isOpen)) ?? null
}

/** Whether this sum alone tells a hidden number, or that all that is hidden in it are few. */
function givesAway({ parts, total }: Sum): boolean {
  const hidden = parts.filter(part => part.isHidden).length
  if (typeof total !== 'number' && total.isHidden) return hidden === 0
  if (hidden === 0) return false
  const all = typeof total === 'number' ? total : total.people
  const shown = parts.filter(part => !part.isHidden).map(part => part.people)
  // What does not say how many people it counts is in nobody's sum.
  if (all === null || shown.includes(null)) return false
  const rest = shown.reduce<number>((n, people) => n - people!, all)
  return hidden === 1 || isFew(rest)
}

const canHide = ({ parts, total }: Sum) =>
  parts.some(part => !part.isHidden) || (typeof total !== 'number' && !total.isHidden)

/** Hides the smallest part that is shown; where none is, the total. */
function hideIn({ parts, total }: Sum): void {
  const shown = parts.filter(part => !part.isHidden)
  const least = shown.toSorted((a, b) => (a.people ?? Infinity) - (b.people ?? Infinity))[0]
  if (least) least.isHidden = true
  else if (typeof total !== 'number') total.isHidden = true
}
