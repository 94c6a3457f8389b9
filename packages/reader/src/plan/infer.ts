/** Columns whose header says nothing that is known: what their cells say of themselves. */
import type { ItemKind } from '../plan-document.ts'
import { labelOf } from '../words/match.ts'
import { isTime } from './columns.ts'
import type { Column } from './columns.ts'
import { isContainer } from './forest.ts'
import { cellText } from './grid.ts'
import type { Grid } from './grid.ts'
import { isMark } from './markers.ts'

/** Half of the cells must agree on what they are. */
const AGREED = 0.5
/** A column of sentences, not of names or figures: characters on average. */
const SENTENCES = 20

/**
 * The columns with those added or named whose header was blank or unknown: by the labels in their cells ('Objective 1: …'), and, where
 * there is who, when or how much but nothing to do, the column of sentences as the actions.
 */
export function withInferred(
  grid: Grid,
  columns: readonly Column[],
  firstRow: number,
  languages: readonly string[],
): Column[] {
  const out = timeChart(grid, columns, firstRow).map(c => (isUnknown(c) ? labelled(grid, c, firstRow, languages) : c))
  for (let col = 0; col < grid.cols; col++) {
    if (columns.some(c => c.from <= col && col <= c.to)) continue
    const blank: Column = { role: 'other', from: col, to: col, header: [''], cells: [], strength: 0 }
    const known = labelled(grid, blank, firstRow, languages)
    if (known.role !== 'other') out.push(known)
  }
  out.sort((a, b) => a.from - b.from)
  const roles = new Set(out.map(c => c.role))
  const who = (['responsible', 'timeframe', 'budget', 'partners'] as const).filter(r => roles.has(r)).length
  const hasItems = (['action', 'indicator', 'outcome', 'output'] as const).some(r => roles.has(r))
  const unknown = out.find(c => isUnknown(c) && meanLength(grid, c, firstRow) >= SENTENCES)
  if (who >= 2 && !hasItems && unknown) out[out.indexOf(unknown)] = { ...unknown, role: 'action' }
  return out
}

const isUnknown = (column: Column): boolean => column.role === 'other' && column.strength === 0

/** Columns under years or quarters that hold nothing but marks, two of them or more, say when. */
function timeChart(grid: Grid, columns: readonly Column[], firstRow: number): Column[] {
  const times = columns.filter(c => isUnknown(c) && isTime(c.header.at(-1) ?? ''))
  const texts = times.map(c => textsOf(grid, c, firstRow))
  const isChart = times.length > 1 && texts.flat().length > 0 && texts.flat().every(isMark)
  return columns.map(c => (isChart && times.includes(c) ? { ...c, role: 'timeframe', strength: 0.5 } : c))
}

function textsOf(grid: Grid, column: Column, firstRow: number): string[] {
  const out: string[] = []
  for (let row = firstRow; row < grid.rows; row++) {
    const cell = grid.at(row, column.from)
    if (cell?.row === row && cell.colSpan <= column.to - column.from + 1 && cellText(cell)) out.push(cellText(cell))
  }
  return out
}

function labelled(grid: Grid, column: Column, firstRow: number, languages: readonly string[]): Column {
  const texts = textsOf(grid, column, firstRow)
  const counts = new Map<ItemKind, number>()
  for (const text of texts) {
    const kind = labelOf(text, languages)?.kind
    if (kind && isContainer(kind)) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  const [top] = [...counts].toSorted((a, b) => b[1] - a[1])
  return top && top[1] >= texts.length * AGREED ? { ...column, role: top[0], strength: 0.5 } : column
}

function meanLength(grid: Grid, column: Column, firstRow: number): number {
  const texts = textsOf(grid, column, firstRow)
  return texts.reduce((n, t) => n + t.length, 0) / Math.max(1, texts.length)
}
