/**
 * Plans that give each objective a form: labels at the side ('Objective', 'Activities', 'Responsible'), what they say beside them. Or each
 * measure a card, whose cells begin with their labels.
 */
import type { Cell, Table, TextLine } from '../layout.ts'
import type { Role } from '../words/index.ts'
import { labelOf, roleOf } from '../words/match.ts'
import { withRest } from './context.ts'
import { cellText, gridOf, isEmpty } from './grid.ts'
import type { Grid } from './grid.ts'
import { labelledParts } from './labels.ts'
import { piecesIn } from './pieces.ts'
import type { Piece } from './pieces.ts'

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

/** A card as matrices like those of a form; null where most cells do not begin with a label. */
export function matricesOfCard(table: Table, languages: readonly string[]): Table[] | null {
  const full = table.cells.filter(cell => !isEmpty(cell)).toSorted((a, b) => a.row - b.row || a.col - b.col)
  if (full.length < 3 || full.filter(cell => /[:：]/u.test(cellText(cell))).length < full.length * LABELLED) return null
  const found = full.map(cell => partsOf(cell, languages))
  const rows = found.flat()
  const roles = new Set(rows.map(r => r.role))
  const labelled = found.filter(parts => parts.length > 0).length
  if (roles.size < 3 || !CARRYING.some(r => roles.has(r)) || labelled < full.length * LABELLED) return null
  return recordsOf(rows).map(matrixOf)
}

// 'Action 1.1: …', or 'Lead: …' and 'Partners: …' one after the other.
function partsOf(cell: Cell, languages: readonly string[]): Row[] {
  const row = (role: Role, label: string, number: string | null, pieces: readonly Piece[]): Row => ({
    label: { ...cell, lines: cell.lines.slice(0, 1).map(line => ({ ...line, text: label })) },
    role,
    number,
    values: [{ ...cell, lines: pieces.map(({ text, line }) => ({ ...line, text })) }],
  })
  const pieces = piecesIn(cell)
  const named = labelOf(cellText(cell), languages)
  if (named?.kind && named.number !== null && named.rest)
    return [row(named.kind, named.words, named.number, withRest(pieces, named.rest))]
  const parts = labelledParts(pieces, languages)
  if (parts.some(({ role }) => role === null)) return []
  return parts.filter(part => part.pieces.length > 0).map(part => row(part.role!, part.label, null, part.pieces))
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
