/** What the cells of each column are like, before anybody looks at the header. */
import { folded } from '../checks/data.ts'
import { decimalSignOf, MISSING_NUMBERS, numberOf, saysNothing, sexOf, type DecimalSign } from './cells.ts'
import { countryOf, isAggregate } from './countries.ts'
import { periodOf } from './dates.ts'
import { levelsOf, type Header } from './header.ts'
import { textOf, type Sheet } from './sheet.ts'
import { headerWords } from './words.ts'

export interface Column {
  column: number
  header: string[]
  /** The last words of the header, folded and apart. */
  words: string
  tag: string | null
  /** Cells that say something. */
  filled: number
  /** Shares of them, from 0 to 1. */
  numbers: number
  years: number
  periods: number
  countries: number
  sexes: number
  percents: number
  distinct: number
  wholeNumbers: boolean
  lowest: number
  highest: number
  /** The median number of characters. */
  length: number
  /** Cells that say that there is nothing, as they stand. */
  missing: string[]
}

/** So many rows show what a column is. */
const LOOK = 3_000

/** Rows that are looked at: all of a short sheet, every so many of a long one. */
export function sampled<T>(rows: readonly T[]): T[] {
  const step = Math.max(1, Math.floor(rows.length / LOOK))
  return rows.filter((_, i) => i % step === 0)
}

/** The columns of a sheet, those without a header and without cells left out. */
export function columnsOf(sheet: Sheet, header: Header): { columns: Column[]; decimal: DecimalSign } {
  const rows = sampled(sheet.rows.slice(header.firstRow))
  const width = [...rows, ...sheet.rows.slice(0, header.firstRow)].reduce((most, row) => Math.max(most, row.length), 0)
  const decimal = decimalSignOf(rows.flat())
  const columns = Array.from({ length: width }, (_, column): Column => {
    const levels = levelsOf(sheet, header, column)
    const tag = header.tags === null ? '' : textOf(sheet.rows[header.tags]![column])
    const cells = rows.map(row => row[column] ?? '').filter(cell => textOf(cell) !== '')
    const empty = new Set(cells.map(textOf).filter(saysNothing))
    const numbers = cells.flatMap(cell => numberOf(cell, decimal)?.number ?? [])
    for (const code of codesAmong(numbers)) empty.add(String(code))
    const said = cells.filter(cell => !empty.has(textOf(cell)))
    const values = said.flatMap(cell => numberOf(cell, decimal) ?? [])
    const shareOf = (is: (text: string) => boolean): number =>
      said.length ? said.filter(cell => is(textOf(cell))).length / said.length : 0
    const plain = values.map(value => value.number)
    return {
      column,
      header: levels,
      words: headerWords(levels.at(-1) ?? ''),
      tag: tag === '' ? null : tag,
      filled: said.length,
      numbers: said.length ? values.length / said.length : 0,
      years: shareOf(text => /^(?:19|20)\d\d(?:\.0)?$/u.test(text)),
      periods: shareOf(text => periodOf(text) !== null),
      countries: shareOf(text => countryOf(text) !== null || isAggregate(text)),
      sexes: shareOf(text => sexOf(text) !== null),
      percents: values.length ? values.filter(({ percent }) => percent).length / values.length : 0,
      distinct: new Set(said.map(cell => folded(textOf(cell)))).size,
      wholeNumbers: plain.every(Number.isInteger),
      lowest: plain.reduce((a, b) => Math.min(a, b), Infinity),
      highest: plain.reduce((a, b) => Math.max(a, b), -Infinity),
      length: said.map(cell => textOf(cell).length).toSorted((a, b) => a - b)[said.length >> 1] ?? 0,
      missing: [...empty],
    }
  })
  return { columns: columns.filter(({ header: levels, filled, tag }) => levels.length || filled || tag), decimal }
}

/** Numbers below zero that stand for nothing: among others that are not. */
function codesAmong(numbers: readonly number[]): number[] {
  const below = new Set(numbers.filter(number => number < 0))
  return below.size && [...below].every(number => MISSING_NUMBERS.includes(number)) ? [...below] : []
}
