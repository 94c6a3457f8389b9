/** Where a sheet's header stands: below titles and notes, in one row or in several with merged cells, or tagged (HXL). */
import { numberOf, saysNothing } from './cells.ts'
import { periodOf } from './dates.ts'
import { textOf, type Cell, type Sheet } from './sheet.ts'

export interface Header {
  /** Rows from 0; -1 where there is none. */
  first: number
  last: number
  /** The row of HXL tags, null where there is none. */
  tags: number | null
  firstRow: number
}

/** So far down a header may stand. */
const LOWEST = 40
const TAG = /^#[a-z][a-z0-9_]*(?:\s*\+\s*[a-z][a-z0-9_]*)*$/iu

export const isTag = (text: string): boolean => TAG.test(text)

type Row = readonly Cell[]
const filled = (row: Row | undefined): number => (row ?? []).filter(cell => textOf(cell) !== '').length

/** Finds the header of a sheet. A sheet without one has its data from the first row. */
export function headerOf({ rows }: Sheet): Header {
  const tags = rows.slice(0, 25).findIndex(isTagRow)
  if (tags >= 0) return { ...above(rows, tags), tags, firstRow: tags + 1 }
  const first = firstHeaderRow(rows)
  if (first < 0) return { first: -1, last: -1, tags: null, firstRow: 0 }
  let last = first
  while (last - first < 5 && continues(rows[last]!, rows[last + 1])) last++
  return { first: groupsAbove(rows, first), last, tags: null, firstRow: last + 1 }
}

/** Tags in more than half of the filled cells, as the HXL standard has it: 'country' among them is a tag that lost its sign. */
function isTagRow(row: Row): boolean {
  const texts = row.map(textOf).filter(text => text !== '')
  const tags = texts.filter(isTag).length
  return tags > 0 && tags >= texts.length / 2
}

/** The rows of words right above the tags: those as wide as they, and a group row over them. */
function above(rows: readonly Row[], tags: number): { first: number; last: number } {
  if (tags === 0) return { first: -1, last: -1 }
  let first = tags - 1
  if (filled(rows[first]) === 0) return { first: -1, last: -1 }
  if (first > 0 && isGroupRow(rows[first - 1]!, rows[first]!)) first--
  return { first, last: tags - 1 }
}

function firstHeaderRow(rows: readonly Row[]): number {
  for (const [at, row] of rows.slice(0, LOWEST).entries()) {
    const below = rows
      .slice(at + 1, at + 31)
      .map(filled)
      .filter(n => n > 1)
      .toSorted((a, b) => a - b)
    const usual = below[below.length >> 1] ?? 0
    const own = filled(row)
    if (own < 1 || (own < 2 && usual > 1) || own < usual / 2) continue
    if (headerLike(row) && distinct(row)) return at
  }
  return -1
}

/** Words, years and nothing else: a number or 'n/a' among them is data. */
function headerLike(row: Row): boolean {
  const cells = row.filter(cell => textOf(cell) !== '')
  const data = cells.filter(cell => (numberOf(cell) !== null && periodOf(cell) === null) || saysNothing(textOf(cell)))
  return data.length <= cells.length * 0.1 && cells.some(cell => numberOf(cell) === null || cells.length > 2)
}

/** A title merged over all columns is no header. */
const distinct = (row: Row): boolean => {
  const texts = row.map(textOf).filter(text => text !== '')
  return texts.length === 1 || new Set(texts).size > 1
}

/** Another level below: words where the row above is empty, or one word of it reaches over several. */
function continues(row: Row, next: Row | undefined): boolean {
  if (!next || filled(next) < 2 || !headerLike(next)) return false
  let open = 0
  let said = 0
  for (const [column, cell] of next.entries()) {
    if (textOf(cell) === '') continue
    said++
    const own = textOf(row[column])
    const wide = own !== '' && (own === textOf(row[column + 1]) || own === textOf(row[column - 1]))
    if ((own === '' || wide) && textOf(cell) !== own) open++
  }
  return open >= Math.max(2, said / 4)
}

/** Rows of group names over the header: fewer cells, each over several columns. */
function groupsAbove(rows: readonly Row[], header: number): number {
  let first = header
  while (first > 0 && header - first < 3 && isGroupRow(rows[first - 1]!, rows[first]!)) first--
  return first
}

function isGroupRow(row: Row, below: Row): boolean {
  const texts = row.map(textOf).filter(text => text !== '')
  if (texts.length < 2 || new Set(texts).size < 2 || !headerLike(row)) return false
  // 'Last updated | 2021-03-19' above a table is a note, not a group.
  const over = row.flatMap((cell, column) => (textOf(cell) === '' ? [] : [column]))
  return filled(below) > texts.length && over.at(-1)! - over[0]! >= 2
}

/** The words above a column from top to bottom, none twice; a group reaches to the right over empty cells of its row. */
export function levelsOf({ rows }: Sheet, { first, last }: Header, column: number): string[] {
  if (first < 0) return []
  const levels: string[] = []
  for (let row = first; row <= last; row++) {
    const text = labelAt(rows[row]!, column, row < last)
    if (text !== '' && levels.at(-1) !== text) levels.push(text)
  }
  return levels
}

/** A merged group was spread when the workbook was read; in CSV its name stands over the first of its columns only. */
function labelAt(row: Row, column: number, group: boolean): string {
  const own = textOf(row[column])
  if (own !== '' || !group) return own
  for (let left = column - 1; left >= 0; left--) {
    const text = textOf(row[left])
    if (text !== '') return row.slice(0, left).some(cell => textOf(cell) === text) ? '' : text
  }
  return ''
}
