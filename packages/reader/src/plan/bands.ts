/** A row that is one cell across the table: a pillar, an objective, an outcome; or a note, which is none. */
import type { Cell } from '../layout.ts'
import { isFurniture, isTotal, isTheme, labelOf } from '../words/match.ts'
import type { ItemKind } from '../plan-document.ts'
import { isBandRow } from './columns.ts'
import type { Column } from './columns.ts'
import { withRest } from './context.ts'
import type { Named } from './context.ts'
import { entriesOf } from './entries.ts'
import { isContainer, RANK } from './forest.ts'
import type { Grid } from './grid.ts'
import { cellText, isEmpty } from './grid.ts'
import { markerOf } from './markers.ts'
import type { State } from './state.ts'
import { piecesIn, textOf } from './pieces.ts'
import type { Piece } from './pieces.ts'
import { kindOf } from './roles.ts'

const LONGEST = 500

/** Reads a band into the context. Its label says what it is; without one, its number and what the columns lack. */
export function readBand(grid: Grid, row: number, columns: readonly Column[], state: State): void {
  const full = grid.row(row).filter(c => !isEmpty(c))
  const cells = isLabelRow(grid, row, state.languages) ? full : full.slice(0, 1)
  const [label, words] = cells
  if (words && labelOf(`${cellText(label)}:`, state.languages)?.kind === 'indicator') {
    for (const { number, pieces: own } of entriesOf(words.lines, words.at))
      state.forest.add({
        kind: 'indicator',
        number,
        pieces: own,
        parent: state.context.container(),
        doubts: [0.9],
      })
    return
  }
  for (const segment of segments(cells.flatMap(piecesIn), state.languages)) {
    const named = nameOf(segment, columns, state)
    if (named) state.context.enter(named, null, true)
  }
  // Unlike a heading, a band is part of the matrix even where nothing stands under it.
  state.context.container()
}

/** 'Objective' or 'Outcome 2' in the first cell and its words across the rest of the row: a band with its label in a cell of its own. */
export function isLabelRow(grid: Grid, row: number, languages: readonly string[]): boolean {
  const cells = grid.row(row)
  const [label, words, ...more] = cells.filter(c => !isEmpty(c))
  if (!label || !words || more.length || grid.cols < 3 || label.row !== row || words.row !== row) return false
  if (label.col !== 0 || words.colSpan < grid.cols - label.colSpan - 1 || words.colSpan < 2) return false
  const named = labelOf(`${cellText(label)}:`, languages)
  return named !== null && named.kind !== null && named.kind !== 'action' && !/[\p{L}\d]/u.test(named.rest)
}

/** 'Pillar 2: Protection' alone in the first cell of a row: a band of a table without rulings, where no cell spans anything. */
export function isLoneLabel(grid: Grid, row: number, languages: readonly string[]): boolean {
  const [only, ...more] = grid.row(row).filter(c => c.row === row && !isEmpty(c))
  if (!only || more.length || only.col !== 0 || grid.cols < 3 || only.rowSpan > 1 || only.nested?.length) return false
  const kind = labelOf(cellText(only), languages)?.kind
  return kind !== undefined && kind !== null && isContainer(kind)
}

/** A row that is a band by its looks, or by the label that it begins with. */
export const isBand = (grid: Grid, row: number, languages: readonly string[]): boolean =>
  isBandRow(grid, row) || isLabelRow(grid, row, languages) || isLoneLabel(grid, row, languages)

/**
 * A band that runs from a merged cell of the first columns (the pillar's, beside all of its rows) to the table's end; null where the row has
 * none.
 */
export function innerBandOf(grid: Grid, row: number): Cell | null {
  const cells = grid.row(row)
  const band = cells.at(-1)
  const before = cells.slice(0, -1)
  if (!band || before.length === 0 || isEmpty(band) || band.row !== row || band.rowSpan > 1) return null
  if (band.colSpan < Math.max(2, grid.cols * 0.5) || band.col + band.colSpan < grid.cols) return null
  const isBeside = (cell: Cell) => !isEmpty(cell) && cell.row + cell.rowSpan > row + 1
  return before.every(isBeside) ? band : null
}

/** What an inner band says it is; null for notes and sums. */
export function innerNamed(band: Cell, columns: readonly Column[], state: State): Named | null {
  return nameOf(piecesIn(band), columns, state)
}

// One band may hold 'Pillar 1: …' and, on the next line, 'Objective 1.1: …'.
function segments(pieces: readonly Piece[], languages: readonly string[]): Piece[][] {
  const out: Piece[][] = []
  for (const piece of pieces) {
    const label = labelOf(piece.text, languages)
    if (!out.length || (label?.kind && isContainer(label.kind))) out.push([piece])
    else out.at(-1)!.push(piece)
  }
  return out
}

function nameOf(pieces: readonly Piece[], columns: readonly Column[], state: State): Named | null {
  const text = textOf(pieces)
  if (!text || text.length > LONGEST || isTotal(text) || isFurniture(text)) return null
  const label = labelOf(text, state.languages)
  if (label?.role && label.kind === null) return null
  if (label?.kind) {
    if (!isContainer(label.kind)) return null
    return {
      kind: label.kind,
      label: label.words,
      number: label.number,
      pieces: withRest(pieces, label.rest),
      doubt: 0.98,
    }
  }
  const marker = markerOf(text)
  const number = marker?.number ?? null
  const rest = number === null ? [...pieces] : withRest(pieces, marker!.rest)
  const kind = guessed(number, textOf(rest), columns, state)
  return kind && { kind, label: '', number, pieces: rest, doubt: 0.75 }
}

function guessed(number: string | null, text: string, columns: readonly Column[], state: State): ItemKind | null {
  const inColumns = new Set(columns.map(kindOf))
  const above = state.context.kinds
  const lacking = (['pillar', 'objective', 'outcome'] as const).filter(k => !inColumns.has(k))
  if (isTheme(text) && lacking.includes('pillar')) return 'pillar'
  const counted = number === null ? null : state.context.kindBefore(number)
  if (counted && !inColumns.has(counted)) return counted
  const depth = number === null ? 0 : number.split('.').filter(Boolean).length
  if (depth > 1 && lacking.includes('objective')) return 'objective'
  const deepest = Math.max(-1, ...above.map(k => RANK[k]))
  // A band under a heading that names the pillar is one step below it.
  const next = lacking.find(k => !above.includes(k))
  if (next && RANK[next] > deepest) return next
  return lacking.findLast(k => above.includes(k)) ?? null
}
