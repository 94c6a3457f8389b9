/** Which items a row's fields hang on (plan-format rule 4). */
import type { FieldName } from '../plan-document.ts'
import { saysNothing } from '../words/match.ts'
import type { Column } from './columns.ts'
import { entriesOf } from './entries.ts'
import type { Entry } from './entries.ts'
import type { Draft, Forest } from './forest.ts'
import { RANK } from './forest.ts'
import type { Grid } from './grid.ts'
import { partOf } from './part.ts'
import type { Part } from './part.ts'
import { isMark } from './markers.ts'
import { piecesIn, textOf } from './pieces.ts'
import type { Piece } from './pieces.ts'
import { fieldOf } from './roles.ts'

/** The items of one cell and the rows that the cell spans, both included. */
export interface ItemCell {
  column: Column
  drafts: Draft[]
  listed: boolean
  from: number
  to: number
}

const OF_INDICATORS: ReadonlySet<FieldName> = new Set<FieldName>(['baseline', 'target'])

/** Gives every field cell of the rows [first, end) to its items. */
export function giveFields(
  grid: Grid,
  columns: readonly Column[],
  first: number,
  end: number,
  skipped: ReadonlySet<number>,
  itemCells: readonly ItemCell[],
  forest: Forest,
): void {
  const byRow = new Map<number, ItemCell[]>()
  for (const cell of itemCells) for (let r = cell.from; r <= cell.to; r++) byRow.set(r, [...(byRow.get(r) ?? []), cell])
  for (const column of columns) {
    const field = fieldOf(column)
    if (field === null) continue
    for (let row = first; row < end; row++) {
      if (skipped.has(row)) continue
      const part = partOf(grid, column, row)
      if (!part || part.row !== row || part.cells.length === 0) continue
      const targets = new Set<ItemCell>()
      for (let r = row; r < row + part.rowSpan; r++)
        for (const t of targetsOf(field, byRow.get(r) ?? [])) targets.add(t)
      give(field, part, column, [...targets], forest)
    }
  }
}

function targetsOf(field: FieldName, here: readonly ItemCell[]): ItemCell[] {
  const of = (kind: string): ItemCell[] => here.filter(c => c.drafts[0]?.kind === kind)
  const actions = of('action')
  const indicators = of('indicator')
  const containers = here.filter(c => c.drafts.length > 0 && RANK[c.drafts[0]!.kind] < 4)
  const deepest = containers.toSorted((a, b) => RANK[b.drafts[0]!.kind] - RANK[a.drafts[0]!.kind]).slice(0, 1)
  const order = OF_INDICATORS.has(field) || field === 'verification' ? [indicators, actions] : [actions, indicators]
  return order.find(list => list.length > 0) ?? deepest
}

/** Names of bodies and documents are listed with bullets; other fields are taken as they stand. */
const LISTED: ReadonlySet<FieldName> = new Set<FieldName>(['responsible', 'partners', 'verification'])
function give(field: FieldName, part: Part, column: Column, targets: readonly ItemCell[], forest: Forest): void {
  const drafts = targets.flatMap(t => t.drafts)
  if (!drafts.length) return
  const entries = part.cells.flatMap(c => entriesOf(c.lines, c.at))
  const paired = pairs(entries, part, drafts, targets, field)
  const marked = field === 'timeframe' && isMark(textOf(piecesOf(part)))
  const whole = marked
    ? column.cells.slice(-1).flatMap(piecesIn)
    : LISTED.has(field)
      ? entries.flatMap(e => e.pieces)
      : piecesOf(part)
  drafts.forEach((draft, i) => {
    const pieces = paired ? paired[i]! : whole
    if (saysNothing(textOf(pieces))) return
    forest.give(draft, field, { pieces, column, cell: part.cell })
  })
}

const piecesOf = (part: Part): Piece[] => part.cells.flatMap(piecesIn)

// A list beside a list of the same length goes entry by entry; so do lines of values beside a list of indicators.
function pairs(
  entries: readonly Entry[],
  part: Part,
  drafts: readonly Draft[],
  targets: readonly ItemCell[],
  field: FieldName,
): Piece[][] | null {
  if (drafts.length < 2 || targets.length !== 1 || !targets[0]!.listed) return null
  if (entries.length === drafts.length && entries.every(e => e.listed)) return entries.map(e => e.pieces)
  if (field === 'responsible' || field === 'partners') return null
  const lines = piecesOf(part)
  // '2022-' and '2025' under it are one span.
  if (lines.some(l => /[-–—/]$/u.test(l.text.trim()))) return null
  if (lines.length === drafts.length && lines.every(l => /^\W*[\d٠-٩]|^\p{Lu}?\p{L}{1,9}$/u.test(l.text.trim())))
    return lines.map(l => [l])
  return null
}
