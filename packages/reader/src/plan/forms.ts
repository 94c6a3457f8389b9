/** Plans that give each objective a form: labels at the side ('Objective', 'Activities', 'Responsible'), what they say beside them. */
import type { Cell, Table, TextLine } from '../layout.ts'
import type { Role } from '../words/index.ts'
import { labelOf, roleOf } from '../words/match.ts'
import { cellText, gridOf, isEmpty } from './grid.ts'
import type { Grid } from './grid.ts'

interface Row {
  label: Cell
  role: Role
  number: string | null
  values: Cell[]
}

/** Most rows of a form are labels that are known; this share of them at least. */
const LABELLED = 0.6
const CARRYING: readonly Role[] = ['action', 'indicator', 'outcome', 'output']

/** A form as matrices of one row with its labels as the header, one for each record; null where the table is no form. */
export function matricesOfForm(table: Table, languages: readonly string[]): Table[] | null {
  const grid = gridOf(table)
  if (grid.cols < 2 || grid.rows < 3) return null
  const rows: Row[] = []
  let unknown = 0
  for (let r = 0; r < grid.rows; r++) {
    const row = rowOf(grid, r, languages)
    if (row) rows.push(row)
    else if (!isBlank(grid, r)) unknown++
  }
  const roles = new Set(rows.map(r => r.role))
  if (roles.size < 3 || !CARRYING.some(r => roles.has(r)) || rows.length < (rows.length + unknown) * LABELLED)
    return null
  return recordsOf(rows).map(matrixOf)
}

const isBlank = (grid: Grid, row: number): boolean => grid.row(row).every(c => isEmpty(c) || c.row < row)

function rowOf(grid: Grid, row: number, languages: readonly string[]): Row | null {
  const cells = grid.row(row)
  const label = cells[0]
  if (!label || label.row !== row || isEmpty(label)) return null
  const values = cells.slice(1).filter(c => c.row === row && !isEmpty(c))
  if (values.length === 0) return null
  const text = cellText(label)
  const named = labelOf(text + ':', languages)
  const match = roleOf(text.replace(/[\s:]*[\d.]*[\s:]*$/u, ''), languages)
  if (!match || match.strength < 0.6) return null
  return {
    label,
    role: match.role,
    number: named && named.rest.replace(/\W/gu, '') === '' ? named.number : null,
    values,
  }
}

// The label that came first begins the next record when it comes again.
function recordsOf(rows: readonly Row[]): Row[][] {
  const records: Row[][] = []
  for (const row of rows) {
    const current = records.at(-1)
    if (!current || current.some(r => r.role === row.role && row.role === current[0]!.role)) records.push([row])
    else current.push(row)
  }
  return records
}

function matrixOf(rows: readonly Row[]): Table {
  const cells = rows.flatMap(({ label, number, values }, col): Cell[] => {
    const lines = values.flatMap(v => v.lines)
    const nested = values.flatMap(v => v.nested ?? [])
    const value: Cell = { ...values[0]!, row: 1, col, rowSpan: 1, colSpan: 1, lines: numbered(lines, number) }
    if (nested.length) value.nested = nested
    return [{ ...label, row: 0, col, rowSpan: 1, colSpan: 1 }, value]
  })
  return { parts: [], cells, rows: 2, cols: rows.length, headerRows: 1 }
}

// 'Objective 2' at the side is the number of what stands beside it; it is taken off again when the entry is read.
function numbered(lines: readonly TextLine[], number: string | null): TextLine[] {
  const [first, ...rest] = lines
  return first && number !== null ? [{ ...first, text: `${number}: ${first.text}` }, ...rest] : [...lines]
}
