/** A matrix row by row: what its cells are, under what they stand, which fields they give. */
import type { Table } from '../layout.ts'
import type { ItemKind } from '../plan-document.ts'
import { fold } from '../words/fold.ts'
import { isTotal, labelOf, saysNothing, withoutContinued } from '../words/match.ts'
import { innerBandOf, innerNamed, isBand, readBand } from './bands.ts'
import {
  columnSpans,
  headerOf,
  inheritedColumns,
  isBudget,
  isHeaderRow,
  isMatrix,
  isProgramme,
  isStatistics,
} from './columns.ts'
import type { Column, Header } from './columns.ts'
import { withRest } from './context.ts'
import { entriesOf } from './entries.ts'
import type { Entry } from './entries.ts'
import { giveFields } from './fields.ts'
import { matricesOfCard, matricesOfForm } from './forms.ts'
import type { ItemCell } from './fields.ts'
import { isContainer, RANK } from './forest.ts'
import type { Draft } from './forest.ts'
import { cellText, gridOf, isEmpty } from './grid.ts'
import type { Grid } from './grid.ts'
import { withInferred } from './infer.ts'
import { mendedTable } from './mend.ts'
import { giveNumbers, toldElsewhere } from './numbers.ts'
import { partOf } from './part.ts'
import type { Part } from './part.ts'
import { textOf } from './pieces.ts'
import type { State } from './state.ts'
import { containerColumns, kindOf, playedColumns } from './roles.ts'

/**
 * Reads a table into the forest.
 * @param outer what contains the rows of a table that stands within a cell
 * @returns the item cells that it gave; null where the table is no matrix
 */
export function readTable(printed: Table, state: State, outer: (() => Draft | null) | null = null): ItemCell[] | null {
  if (!outer) state.forest.table++
  const table = mendedTable(printed)
  const grid = gridOf(table)
  const forms = outer ? null : formsOf(table, grid, state.languages)
  if (forms) return forms.flatMap(form => readTable(form, state, () => state.context.container()) ?? [])
  const found = headerOf(grid, table.headerRows, state.languages)
  const header = found && { ...found, columns: withInferred(grid, found.columns, found.to, state.languages) }
  let columns: Column[]
  let first: number
  if (header && isPromising(grid, header, state)) {
    columns = header.columns
    first = header.to
    for (let r = 0; r < header.from; r++) if (isBand(grid, r, state.languages)) readBand(grid, r, columns, state)
  } else {
    const late = outer ? null : matricesOfForm(table, state.languages)
    if (late) return late.flatMap(form => readTable(form, state, () => state.context.container()) ?? [])
    const inherited = !header && !outer && state.former ? inheritedColumns(grid, table.cells, state.former) : null
    if (!inherited || !isMatrix(inherited)) return null
    // Nothing but its place says what these columns are.
    columns = inherited.map(c => ({ ...c, strength: c.strength / 4 }))
    first = 0
  }
  if (!outer && header) state.former = { columns, cols: grid.cols, spans: columnSpans(table.cells, grid.cols) }
  const all: ItemCell[] = []
  // A header in the middle of a table parts it: the columns may play something else below it.
  while (first < grid.rows) {
    let end = first
    while (end < grid.rows && !isHeaderRow(grid, end, state.languages)) end++
    all.push(...readRows(grid, columns, first, end, state, outer))
    if (end >= grid.rows) break
    const again = headerOf(rowsFrom(grid, end), 0, state.languages)
    if (again && isMatrix(again.columns)) columns = again.columns
    first = end + Math.max(1, again ? again.to : 1)
  }
  return all
}

function isPromising(grid: Grid, { columns, to }: Header, state: State): boolean {
  if (!isMatrix(columns) || isStatistics(grid, columns, to) || isProgramme(grid, columns, to)) return false
  return state.isPlan || state.forest.items.length > 0 || !isBudget(columns)
}

// Labels at the side of two columns, and labels within cells, may look like a header; nothing else looks like them.
function formsOf(table: Table, grid: Grid, languages: readonly string[]): Table[] | null {
  return (grid.cols === 2 ? matricesOfForm(table, languages) : null) ?? matricesOfCard(table, languages)
}

function rowsFrom(grid: Grid, start: number): Grid {
  return {
    rows: grid.rows - start,
    cols: grid.cols,
    at: (r, c) => {
      const cell = grid.at(r + start, c)
      return cell && { ...cell, row: cell.row - start }
    },
    row: r => grid.row(r + start).map(cell => ({ ...cell, row: cell.row - start })),
  }
}

function readRows(
  grid: Grid,
  given: readonly Column[],
  first: number,
  end: number,
  state: State,
  outer: (() => Draft | null) | null,
): ItemCell[] {
  const columns = playedColumns(grid, given, first)
  const containers = containerColumns(columns)
  const current = new Map<Column, Draft[]>()
  const itemCells: ItemCell[] = []
  const skipped = new Set<number>()
  const bands: Bands = { inner: null }

  for (let row = first; row < end; row++) {
    if (isBand(grid, row, state.languages)) {
      readBand(grid, row, columns, state)
      current.clear()
      bands.inner = null
      skipped.add(row)
      continue
    }
    if (isSumRow(grid, row)) {
      skipped.add(row)
      continue
    }
    const inner = innerBandOf(grid, row)
    let changed = false
    for (const column of containers) {
      if (inner && column.to >= inner.col) continue
      const part = partOf(grid, column, row)
      if (!part || part.cells.length === 0) {
        if (changed) current.set(column, [])
        continue
      }
      if (part.row !== row) continue
      if (bands.inner && RANK[kindOf(column)!] < RANK[bands.inner.kind]) bands.inner = null
      const parentOf = (rank: number) =>
        within(containerAt(containers, current, rank, state, outer, column), rank, bands)
      const drafts = containerDrafts(part, column, current, state, parentOf)
      if (drafts === 'same') continue
      current.set(column, drafts)
      changed = true
      itemCells.push({ column, drafts, listed: drafts.length > 1, from: row, to: row + part.rowSpan - 1 })
    }
    if (inner) {
      const named = innerNamed(inner, columns, state)
      const rank = named ? RANK[named.kind] : 0
      if (named)
        bands.inner = state.forest.add({
          kind: named.kind,
          number: named.number,
          pieces: named.pieces,
          parent: containerAt(containers, current, rank, state, outer),
          doubts: [named.doubt],
        })
      skipped.add(row)
      continue
    }
    for (const column of columns) {
      const kind = kindOf(column)
      if (kind === null || isContainer(kind)) continue
      const part = partOf(grid, column, row)
      if (!part || part.row !== row || part.cells.length === 0) continue
      const parent = () => within(containerAt(containers, current, RANK[kind], state, outer), RANK[kind], bands)
      itemCells.push(...leafCells(part, column, kind, parent, row, state))
    }
    const told = toldElsewhere(grid, columns, row, itemCells, state.forest)
    if (told) for (const draft of told.indicators) draft.parent = told.parent
    else giveNumbers(grid, columns, row, itemCells)
  }
  giveFields(grid, columns, first, end, skipped, itemCells, state.forest)
  return itemCells
}

/** The band beside a merged cell that the rows stand under. */
interface Bands {
  inner: Draft | null
}

/** What contains a row: the band, where it is narrower than what the columns say. */
function within(found: Draft | null, rank: number, { inner }: Bands): Draft | null {
  if (!inner || RANK[inner.kind] >= rank) return found
  return !found || RANK[found.kind] <= RANK[inner.kind] ? inner : found
}

// 'Total' and amounts. 'Total number of women trained' beside other words is an indicator.
function isSumRow(grid: Grid, row: number): boolean {
  const [first, ...rest] = grid.row(row).filter(c => c.row === row && !isEmpty(c))
  return (
    first !== undefined &&
    isTotal(cellText(first)) &&
    rest.every(c => cellText(c).replace(/[^\p{L}]/gu, '').length <= 4)
  )
}

/** The nearest single item of a broader column; where a cell lists several, none of them contains the row. */
function containerAt(
  containers: readonly Column[],
  current: ReadonlyMap<Column, Draft[]>,
  rank: number,
  state: State,
  outer: (() => Draft | null) | null,
  before?: Column,
): Draft | null {
  const upto = before ? containers.indexOf(before) : containers.length
  for (const column of containers.slice(0, upto).toReversed()) {
    const drafts = current.get(column) ?? []
    const only = drafts.at(-1)
    if (!only || RANK[only.kind] > rank) continue
    if (drafts.length === 1 || nested(drafts)) return only
  }
  return outer ? outer() : state.context.container(rank, before !== undefined)
}

// 'Pillar 1 … Objective 1.1 …' in one cell: one item within the other, not a list.
const nested = (drafts: readonly Draft[]): boolean => drafts.every((d, i) => i === 0 || d.parent === drafts[i - 1])

function containerDrafts(
  part: Part,
  column: Column,
  current: ReadonlyMap<Column, Draft[]>,
  state: State,
  parentOf: (rank: number) => Draft | null,
): Draft[] | 'same' {
  const kind = kindOf(column)!
  const entries = part.cells.flatMap(cell => entriesOf(cell.lines, cell.at)).filter(e => !saysNothing(textOf(e.pieces)))
  const drafts: Draft[] = []
  const before = current.get(column) ?? []
  if (before.length === 1 && entries.length === 1 && goesOn(before[0]!, entries[0]!)) {
    before[0]!.pieces.push(...entries[0]!.pieces)
    return 'same'
  }
  for (const entry of entries) {
    const named = unlabelled(entry, kind, state.languages)
    const text = textOf(named.pieces)
    const same = before.find(
      d =>
        d.kind === named.kind &&
        (d.number === null || named.number === null || fold(d.number) === fold(named.number)) &&
        fold(textOf(d.pieces)) === fold(withoutContinued(text)),
    )
    if (same && entries.length === before.length) return 'same'
    const above = drafts.at(-1)
    const inner = above && RANK[named.kind] > RANK[above.kind] ? above : null
    const parent = inner ?? parentOf(RANK[named.kind])
    // What the band above or a former table said already is not said again.
    const repeated = parent?.kind === named.kind && fold(textOf(parent.pieces)) === fold(text) ? parent : null
    const old = repeated ?? state.forest.known(named.kind, named.number, text, parent)
    drafts.push(
      old ??
        state.forest.add({
          kind: named.kind,
          number: named.number,
          pieces: named.pieces,
          parent,
          doubts: [strengthDoubt(column), entry.doubt ?? (entry.listed ? 0.97 : 1)],
        }),
    )
  }
  return drafts
}

// Without rulings between them, the words of a cell that is merged by eye alone run on into the next row.
function goesOn(before: Draft, entry: Entry): boolean {
  const [first, second] = [textOf(before.pieces), textOf(entry.pieces)]
  return entry.number === null && /^\p{Ll}/u.test(second) && /^\p{Lu}/u.test(first) && !/[.;:!?]$/u.test(first)
}

export const strengthDoubt = (column: Column): number => 0.8 + 0.2 * Math.min(1, column.strength)

interface Unlabelled {
  kind: ItemKind
  number: string | null
  pieces: Entry['pieces']
}

/** 'Objective 2: …' in a column of objectives: the label is the number, the rest the text. */
export function unlabelled(entry: Entry, kind: ItemKind, languages: readonly string[]): Unlabelled {
  const text = textOf(entry.pieces)
  const label = labelOf(text, languages)
  if (label?.kind && label.rest && (label.kind === kind || (isContainer(kind) && isContainer(label.kind)))) {
    return { kind: label.kind, number: label.number ?? entry.number, pieces: withRest(entry.pieces, label.rest) }
  }
  if (entry.number === null) {
    const code = /^(\p{Lu}{1,4}\.?\s?\d{1,3}(?:\.\d{1,3}){0,4})\s?[:.)–-]\s*(?=\S)/u.exec(text)
    if (code) return { kind, number: code[1]!, pieces: withRest(entry.pieces, text.slice(code[0].length)) }
  }
  if (isContainer(kind) && entry.number === null) {
    const bare = /^(\d{1,2})\s+(?=\p{Lu})/u.exec(text)
    if (bare) return { kind, number: bare[1]!, pieces: withRest(entry.pieces, text.slice(bare[0].length)) }
  }
  return { kind, number: entry.number, pieces: entry.pieces }
}

function leafCells(
  part: Part,
  column: Column,
  kind: ItemKind,
  parent: () => Draft | null,
  row: number,
  state: State,
): ItemCell[] {
  const out: ItemCell[] = []
  const to = row + part.rowSpan - 1
  for (const cell of part.cells) {
    const entries = entriesOf(cell.lines, cell.at).filter(e => !saysNothing(textOf(e.pieces)))
    const drafts = entries.map((entry): Draft => {
      const named = unlabelled(entry, kind, state.languages)
      const old = state.forest.repeated(kind, named.number, textOf(named.pieces), parent())
      if (old) return old
      return state.forest.add({
        kind,
        number: named.number,
        pieces: named.pieces,
        parent: parent(),
        doubts: [strengthDoubt(column), entry.doubt ?? (entry.listed ? 0.97 : 1)],
      })
    })
    if (drafts.length) out.push({ column, drafts, listed: entries.length > 1, from: row, to })
    for (const table of cell.nested ?? [])
      for (const inner of readTable(table, state, parent) ?? []) out.push({ ...inner, from: row, to })
  }
  return out
}
