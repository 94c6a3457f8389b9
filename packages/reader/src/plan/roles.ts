/** Columns as they play together: two columns of actions, results and outcomes side by side, numbers in a column of their own. */
import { RANK, isContainer } from './forest.ts'
import type { Column } from './columns.ts'
import type { Grid } from './grid.ts'
import { cellText } from './grid.ts'
import { FIELD_NAMES, ITEM_KINDS } from '../plan-document.ts'
import type { FieldName, ItemKind } from '../plan-document.ts'
import { saysNothing } from '../words/match.ts'

export const kindOf = (column: Column): ItemKind | null =>
  (ITEM_KINDS as readonly string[]).includes(column.role) ? (column.role as ItemKind) : null
export const fieldOf = (column: Column): FieldName | null =>
  (FIELD_NAMES as readonly string[]).includes(column.role) ? (column.role as FieldName) : null

const YEAR = /(?<!\d)20\d{2}(?!\d)/u
const SHORT_NUMBER = /^[\p{L}]{0,2}[\d٠-٩.\-–/]{1,9}[.)]?$/u

/**
 * The columns in reading direction with the roles they play beside each other. A table that is written from the right has its
 * broader columns at the right; the order of its columns is turned.
 */
export function playedColumns(grid: Grid, columns: readonly Column[], firstRow: number): Column[] {
  const turned = isRightToLeft(columns) ? columns.toReversed() : [...columns]
  const played = turned.map(c => ({ ...c }))
  // 'Hedef 2025', 'Mål 2028': where one word is both goal and target, the year beside it tells.
  for (const column of played)
    if (column.role === 'objective' && YEAR.test(column.header.at(-1) ?? '')) column.role = 'target'
  for (const column of played) if (isNumbers(grid, column, firstRow)) column.role = 'number'
  repeatedHeaders(grid, played, firstRow)
  const actions = played.filter(c => c.role === 'action')
  // The broader of two action columns stands for what its actions are for.
  if (actions.length > 1 && filled(grid, actions[0]!, firstRow) < filled(grid, actions[1]!, firstRow))
    actions[0]!.role = 'objective'
  const outcomes = played.filter(c => c.role === 'outcome')
  if (outcomes.length > 1 && !played.some(c => c.role === 'output')) outcomes[1]!.role = 'output'
  const funding = played.filter(c => c.role === 'funding')
  if (funding.length && !played.some(c => c.role === 'budget')) funding[0]!.role = 'budget'
  return played
}

function isRightToLeft(columns: readonly Column[]): boolean {
  const containers = columns.map((c, i) => ({ i, kind: kindOf(c) })).filter(c => c.kind !== null && RANK[c.kind] < 4)
  const rest = columns
    .map((c, i) => ({ i, c }))
    .filter(({ c }) => c.role === 'action' || c.role === 'indicator' || fieldOf(c))
  if (!containers.length) return false
  const lower = rest.filter(({ i }) => containers.every(c => c.i > i)).length
  return lower > rest.length / 2
}

function texts(grid: Grid, column: Column, firstRow: number): string[] {
  const out: string[] = []
  for (let r = firstRow; r < grid.rows; r++) {
    const cell = grid.at(r, column.from)
    if (cell && cell.row === r && cell.col >= column.from && cell.colSpan <= column.to - column.from + 1) {
      const text = cellText(cell)
      if (text) out.push(text)
    }
  }
  return out
}

// 'Objective' may stand over a narrow column of numbers; a real column of items has words.
function isNumbers(grid: Grid, column: Column, firstRow: number): boolean {
  if (kindOf(column) === null) return false
  const all = texts(grid, column, firstRow)
  return column.from === column.to && all.length > 0 && all.every(t => SHORT_NUMBER.test(t) || saysNothing(t))
}

// One header word over two columns of which the first holds numbers: the words are in the second.
function repeatedHeaders(grid: Grid, columns: Column[], firstRow: number): void {
  for (const column of columns.slice()) {
    if (column.to === column.from || kindOf(column) === null) continue
    const first: Column = { ...column, to: column.from }
    if (!isNumbers(grid, first, firstRow)) continue
    columns.splice(columns.indexOf(column), 0, { ...first, role: 'number' })
    column.from++
  }
}

const filled = (grid: Grid, column: Column, firstRow: number): number => texts(grid, column, firstRow).length

/** Columns that hold containers, the broadest first; columns of one kind in their order. */
export function containerColumns(columns: readonly Column[]): Column[] {
  return columns
    .filter(c => {
      const kind = kindOf(c)
      return kind !== null && isContainer(kind)
    })
    .toSorted((a, b) => RANK[kindOf(a)!] - RANK[kindOf(b)!])
}
