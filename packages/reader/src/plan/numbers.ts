/** Numbers in a column of their own: they are the items' own, or name measures that stand elsewhere in the plan. */
import { saysNothing } from '../words/match.ts'
import type { Column } from './columns.ts'
import type { ItemCell } from './fields.ts'
import type { Draft, Forest } from './forest.ts'
import { cellText } from './grid.ts'
import type { Grid } from './grid.ts'
import { partOf } from './part.ts'

/** The indicators of a row of which the measure stands elsewhere, and what contains that; null where the row has its own. */
export function toldElsewhere(
  grid: Grid,
  columns: readonly Column[],
  row: number,
  itemCells: readonly ItemCell[],
  forest: Forest,
): { indicators: Draft[]; parent: Draft | null } | null {
  const measure = measureOf(grid, columns, row, itemCells, forest)
  return measure && { indicators: indicatorsOf(itemCells, row), parent: measure.parent }
}

const indicatorsOf = (itemCells: readonly ItemCell[], row: number): Draft[] =>
  itemCells.filter(x => x.from === row).flatMap(x => x.drafts.filter(d => d.kind === 'indicator'))

/** The measure that a row speaks of where the measures stand elsewhere in the plan: said again, or by its number alone. */
function measureOf(
  grid: Grid,
  columns: readonly Column[],
  row: number,
  itemCells: readonly ItemCell[],
  forest: Forest,
): Draft | null {
  const actions = itemCells
    .filter(x => x.from <= row && row <= x.to)
    .flatMap(x => x.drafts.filter(d => d.kind === 'action'))
  if (actions.length > 0) return actions.find(d => d.table !== forest.table) ?? null
  const numbers = columns.find(column => column.role === 'number')
  const part = numbers && partOf(grid, numbers, row)
  const number = part ? withoutStop(cellText(part.cell)) : ''
  return number ? forest.numbered('action', number) : null
}

const withoutStop = (number: string): string => number.replace(/[.):]+$/, '')

/** A number in a column of its own goes to the item of the same rows nearest after it. */
export function giveNumbers(grid: Grid, columns: readonly Column[], row: number, itemCells: readonly ItemCell[]): void {
  columns.forEach((column, i) => {
    if (column.role !== 'number') return
    const part = partOf(grid, column, row)
    const number = part && part.row === row ? withoutStop(cellText(part.cell)) : ''
    if (!number || saysNothing(number) || number.length > 16) return
    const after = itemCells.filter(x => x.from === row && columns.indexOf(x.column) > i)
    const match = after.find(x => x.to - x.from + 1 === part!.rowSpan) ?? after[0]
    const only = match?.drafts.length === 1 ? match.drafts[0]! : null
    if (only && only.number === null) only.number = number
  })
}
