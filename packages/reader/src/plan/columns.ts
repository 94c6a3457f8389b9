/** What each column of a table plays, from its header: one row or several, merged or not, at the top or found further down. */
import type { Cell } from '../layout.ts'
import type { Role } from '../words/index.ts'
import { isTotal, labelOf, roleOf } from '../words/match.ts'
import { westernDigits } from '../words/fold.ts'
import { cellText, isEmpty } from './grid.ts'
import type { Grid } from './grid.ts'

export interface Column {
  role: Role
  /** Grid columns, both included: a header merged over two columns makes them one. */
  from: number
  to: number
  /** Header words from the top down: 'Budget' over '2025' gives ['Budget', '2025']. */
  header: string[]
  cells: Cell[]
  /** 0..1: how much of the header the recognised words explain. */
  strength: number
}

export interface Header {
  /** Rows of the grid that are header: [from, to). */
  from: number
  to: number
  columns: Column[]
}

const SEARCHED_ROWS = 8

/** What makes a goal somebody's. */
const OWNED: readonly Role[] = ['responsible', 'timeframe', 'target', 'budget']

/**
 * Whether columns make a matrix: something promised or measured and something said of it, or a goal with somebody or some time to it.
 * Activities and their dates alone are a chronicle; goals and results among columns of another kind are those of studies.
 */
export function isMatrix(columns: readonly Column[]): boolean {
  const roles = new Set(columns.map(c => c.role))
  const playing = [...roles].filter(r => r !== 'other' && r !== 'number' && r !== 'funding')
  if (playing.length < 2) return playing[0] === 'action' && columns.filter(c => c.role === 'action').length > 1
  if (roles.has('indicator')) return true
  if (roles.has('action')) return playing.some(r => r !== 'action' && r !== 'timeframe')
  const owned = OWNED.some(r => roles.has(r))
  if (roles.has('outcome') || roles.has('output')) return owned || columns.every(c => c.strength > 0)
  return roles.has('objective') && owned
}

const COUNT = /^[\d\s.,%٠-٩–-]+$/u
const YEAR = /(?<!\d)20\d{2}(?!\d)/u
/** Columns of counts that nothing names, from this many on, make a table of statistics. */
const COUNTED = 2

/** Whether a table counts what is ('Indicator | Women | Men | Total') and promises nothing: nobody answers for it, nothing is to be reached. */
export function isStatistics(grid: Grid, columns: readonly Column[], firstRow: number): boolean {
  if (
    columns.some(c => c.role === 'responsible' || c.role === 'budget' || c.role === 'target' || c.role === 'baseline')
  )
    return false
  const counted = columns.filter(c => {
    if (c.role !== 'other' || c.header.some(h => YEAR.test(h))) return false
    const cells = Array.from({ length: grid.rows - firstRow }, (_, r) => grid.at(firstRow + r, c.from))
    const texts = cells.flatMap(cell => (cell && !isEmpty(cell) ? [cellText(cell)] : []))
    return texts.length > 0 && texts.filter(text => COUNT.test(text)).length > texts.length / 2
  })
  return counted.length >= COUNTED
}

const CLOCK = /^\d{1,2}\s?[.:hH]\s?\d{2}(?!\d)/u

/** Whether a table is the programme of a day: its times are hours. */
export function isProgramme(grid: Grid, columns: readonly Column[], firstRow: number): boolean {
  return columns.some(({ role, from }) => {
    if (role !== 'timeframe') return false
    const texts = Array.from({ length: grid.rows - firstRow }, (_, r) => cellText(grid.at(firstRow + r, from))).filter(
      Boolean,
    )
    return texts.length > 0 && texts.filter(text => CLOCK.test(text)).length > texts.length / 2
  })
}

const OF_BUDGETS: ReadonlySet<Role> = new Set<Role>(['action', 'budget', 'timeframe', 'funding', 'number', 'other'])

/** Activities and sums alone are any budget. */
export const isBudget = (columns: readonly Column[]): boolean => columns.every(({ role }) => OF_BUDGETS.has(role))

/** The header of a table, or null where none of its first rows is one. */
export function headerOf(grid: Grid, headerRows: number, languages: readonly string[]): Header | null {
  let best: Header | null = null
  let bestRoles = 1
  const last = Math.min(grid.rows, Math.max(SEARCHED_ROWS, headerRows))
  for (let row = 0; row < last; row++) {
    if (!isHeaderRow(grid, row, languages, row < headerRows)) continue
    const header = headerAt(grid, row, Math.max(headerRows, 0), languages)
    const roles = new Set(header.columns.map(c => c.role).filter(r => r !== 'other')).size
    if (roles > bestRoles) {
      best = header
      bestRoles = roles
    }
    row = header.to - 1
    if (best) break
  }
  return best
}

/** A year, or a quarter, half or month by its letter and number. */
const TIME =
  /^(?:(?:(?:q|t|s|h|m|y|a|an|tr|trim|sem|кв|р)\.?\s?)?[1-4]?\s?[/-]?\s?20\d{2}|(?:q|t|s|h|m|y|a|an|tr|trim|sem|кв|р)\.?\s?\d{1,2})$/iu

export const isTime = (header: string): boolean => TIME.test(westernDigits(header).trim())

/** A row whose cells are mostly recognised header words, at least two of them different. */
export function isHeaderRow(grid: Grid, row: number, languages: readonly string[], expected = false): boolean {
  const cells = grid.row(row).filter(c => c.row === row && !isEmpty(c) && c.colSpan < grid.cols)
  if (cells.length < 2 || cells.some(c => cellText(c).length > 160)) return false
  const matches = cells.map(c => ({
    text: cellText(c),
    match: c.nested?.length || isNamed(cellText(c), languages) ? null : roleOf(cellText(c), languages),
  }))
  const known = matches.filter(m => m.match !== null)
  const roles = new Set(known.map(m => m.match!.role))
  if (roles.size < 2) return false
  const strength = known.reduce((n, m) => n + m.match!.strength, 0) / known.length
  // Years and quarters over the columns of a time chart say nothing of themselves.
  const said = matches.filter(m => m.match !== null || !isTime(m.text)).length
  if (expected) return known.length / said >= 0.34
  return known.length / said >= 0.5 && strength >= 0.55
}

/** 'Pillar 2: Protection' names a pillar; a header says only 'Pillar'. */
function isNamed(text: string, languages: readonly string[]): boolean {
  const label = labelOf(text, languages)
  return label !== null && label.number !== null && /\p{L}{3}/u.test(label.rest)
}

function headerAt(grid: Grid, row: number, headerRows: number, languages: readonly string[]): Header {
  let from = row
  // Merged cells that begin above belong to the header: 'Budget' over the years.
  while (from > 0 && !isBandRow(grid, from - 1) && from - 1 < headerRows && !isEmptyRow(grid, from - 1)) from--
  let to = Math.max(...grid.row(row).map(c => Math.min(c.row + c.rowSpan, row + 4)), row + 1)
  while (to < grid.rows && to < row + 4 && continuesHeader(grid, from, to, headerRows, languages)) to++
  return { from, to, columns: columnsOf(grid, from, to, languages) }
}

const isEmptyRow = (grid: Grid, row: number): boolean => grid.row(row).every(isEmpty)

/** A row that is one cell across the table, or says one thing in all its cells. */
export function isBandRow(grid: Grid, row: number): boolean {
  const cells = grid.row(row)
  const full = cells.filter(c => !isEmpty(c))
  if (full.length === 0) return false
  if (full.length === 1) return full[0]!.row === row && full[0]!.colSpan >= Math.max(2, grid.cols * 0.6)
  return grid.cols > 2 && full.length === cells.length && new Set(full.map(cellText)).size === 1
}

// A further header row: it was marked as one, or it only parts the merged cells above it, or its words are header words again.
function continuesHeader(
  grid: Grid,
  from: number,
  row: number,
  headerRows: number,
  languages: readonly string[],
): boolean {
  const cells = grid.row(row).filter(c => c.row === row && !isEmpty(c))
  if (!cells.length || isBandRow(grid, row)) return false
  if (cells.some(c => cellText(c).length > 60 || c.nested?.length)) return false
  if (row < headerRows) return true
  const parted = cells.every(c => {
    const above = grid.at(row - 1, c.col)
    return above !== undefined && above.row >= from && above.colSpan > c.colSpan && above.colSpan < grid.cols
  })
  return (parted && cells.length > 1) || isHeaderRow(grid, row, languages)
}

function columnsOf(grid: Grid, from: number, to: number, languages: readonly string[]): Column[] {
  const stacks = Array.from({ length: grid.cols }, (_, c) => {
    const cells: Cell[] = []
    for (let r = from; r < to; r++) {
      const cell = grid.at(r, c)
      if (cell && !isEmpty(cell) && !cells.includes(cell) && cell.colSpan < Math.max(2, grid.cols)) cells.push(cell)
    }
    return cells
  })
  const columns: Column[] = []
  let before: Cell[] | null = null
  stacks.forEach((cells, c) => {
    const last = columns.at(-1)
    if (last && before && cells.length && cells.length === before.length && cells.every((x, i) => x === before![i])) {
      last.to = c
    } else if (cells.length) {
      const header = cells.map(cellText)
      const { role, strength } = roleOfStack(header, languages)
      columns.push({ role, from: c, to: c, header, cells, strength })
    }
    before = cells
  })
  return columns
}

// The lowest header word counts ('Target' under 'Indicators'); what says nothing by itself ('2025', 'Lead') takes the word above.
function roleOfStack(header: string[], languages: readonly string[]): { role: Role; strength: number } {
  const low = roleOf(header.at(-1)!, languages)
  if (header.length === 1) return low ?? { role: 'other', strength: 0 }
  const above = roleOf(header.slice(0, -1).join(' '), languages)
  if (above?.role === 'budget' && low?.role !== 'budget') {
    if (!low || isTotal(header.at(-1)!) || low.role === 'timeframe' || low.role === 'number') return above
    return {
      role: low.role === 'verification' || low.role === 'other' || low.role === 'partners' ? 'funding' : low.role,
      strength: low.strength,
    }
  }
  if (above?.role === 'target' && (!low || low.role === 'timeframe')) return above
  if (above?.role === 'responsible' && low && low.role === 'partners') return low
  if (low && low.strength >= 0.4) return low
  return above ?? low ?? { role: 'other', strength: 0 }
}

/** Columns of a table that lost its header, from the table before it: by place where there are boxes, else by number. */
export function inheritedColumns(
  grid: Grid,
  cells: readonly Cell[],
  former: { columns: Column[]; cols: number; spans: Span[] },
): Column[] | null {
  if (grid.cols === former.cols) return former.columns
  const spans = columnSpans(cells, grid.cols)
  if (spans.some(s => s === null) || former.spans.some(s => s === null)) return null
  const taken = spans.map(s => {
    let best: Column | null = null
    let most = 0
    for (const column of former.columns) {
      const a = former.spans[column.from]
      const b = former.spans[column.to]
      if (!a || !b || !s) continue
      const overlap = Math.min(b[1], s[1]) - Math.max(a[0], s[0])
      if (overlap > most) {
        most = overlap
        best = column
      }
    }
    return best
  })
  const columns: Column[] = []
  taken.forEach((column, c) => {
    if (!column) return
    const last = columns.at(-1)
    if (last && taken[c - 1] === column) last.to = c
    else columns.push({ ...column, from: c, to: c })
  })
  return columns.length >= 2 ? columns : null
}

export type Span = [number, number] | null

/** Where each grid column stands on the page, x0 and x1 in points; null where no unmerged cell of it has a box. */
export function columnSpans(cells: readonly Cell[], cols: number): Span[] {
  return Array.from({ length: cols }, (_, c) => {
    const boxes = cells.filter(x => x.col === c && x.colSpan === 1 && x.box).map(x => x.box!)
    if (!boxes.length) return null
    return [Math.min(...boxes.map(b => b[0])), Math.max(...boxes.map(b => b[2]))]
  })
}
