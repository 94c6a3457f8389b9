/** What the cells of each column are like, before anybody looks at the header. */
import { decimalSignOf, MISSING_NUMBERS, numberOf, saysNothing, sexOf, type DecimalSign } from './cells.ts'
import { countryOf, isAggregate } from './countries.ts'
import { periodOf } from './dates.ts'
import { levelsOf, type Header } from './header.ts'
import { textOf, type Cell, type Sheet } from './sheet.ts'
import { headerWords } from './words.ts'

export interface Column {
  column: number
  header: string[]
  /** The last words of the header, folded and apart. */
  words: string
  tag: string | null
  /** Cells that say something. */
  filled: number
  /** The share of all cells that do. */
  share: number
  /** Shares of the filled cells, from 0 to 1. */
  numbers: number
  years: number
  periods: number
  countries: number
  /** Countries, and regions and groups of them. */
  places: number
  sexes: number
  percents: number
  distinct: number
  wholeNumbers: boolean
  lowest: number
  highest: number
  /** The median number of characters. */
  length: number
  /** Cells that say that there is nothing, as they stand. */
  missing: readonly string[]
}

/** So many rows show what a column is. */
const LOOK = 1_000

/** The columns of a sheet, those without a header and without cells left out. */
export function columnsOf(sheet: Sheet, header: Header): { columns: Column[]; decimal: DecimalSign } {
  const rows = sheet.rows.slice(header.firstRow)
  const step = Math.max(1, Math.floor(rows.length / LOOK))
  const looked = rows.filter((_, i) => i % step === 0)
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0)
  const decimal = decimalSignOf(looked.flat())
  const missing = missingIn(rows, width)
  const columns = Array.from({ length: width }, (_, column) => {
    const cells = looked.map(row => row[column] ?? '')
    const tag = header.tags === null ? '' : textOf(sheet.rows[header.tags]![column])
    return { ...columnOf(cells, missing[column]!, decimal), column, tag: tag || null, ...headOf(sheet, header, column) }
  })
  return { columns: columns.filter(({ header: levels, filled, tag }) => levels.length || filled || tag), decimal }
}

function headOf(sheet: Sheet, header: Header, column: number): { header: string[]; words: string } {
  const levels = levelsOf(sheet, header, column)
  return { header: levels, words: headerWords(levels.at(-1) ?? '') }
}

function columnOf(
  cells: readonly Cell[],
  missing: readonly string[],
  decimal: DecimalSign,
): Omit<Column, 'column' | 'header' | 'words' | 'tag'> {
  // Cells repeat themselves: each text is looked at once.
  const times = new Map<string, number>()
  for (const cell of cells) {
    const text = textOf(cell)
    if (text !== '' && !missing.includes(text)) times.set(text, (times.get(text) ?? 0) + 1)
  }
  const texts = [...times]
  const filled = texts.reduce((sum, [, n]) => sum + n, 0)
  const shareOf = (is: (text: string) => boolean): number =>
    filled ? texts.reduce((sum, [text, n]) => sum + (is(text) ? n : 0), 0) / filled : 0
  const numbers = texts.flatMap(([text]) => numberOf(text, decimal) ?? [])
  const longest = texts.flatMap(([text, n]) => Array<number>(n).fill(text.length)).toSorted((a, b) => a - b)
  return {
    filled,
    share: cells.length ? filled / cells.length : 0,
    numbers: shareOf(text => text.length <= 40 && numberOf(text, decimal) !== null),
    years: shareOf(text => /^(?:19|20)\d\d(?:\.0)?$/u.test(text)),
    periods: shareOf(text => text.length <= 40 && periodOf(text) !== null),
    countries: shareOf(text => text.length <= 80 && countryOf(text) !== null),
    places: shareOf(text => text.length <= 80 && (countryOf(text) !== null || isAggregate(text))),
    sexes: shareOf(text => text.length <= 30 && sexOf(text) !== null),
    percents: numbers.length ? numbers.filter(({ percent }) => percent).length / numbers.length : 0,
    distinct: texts.length,
    wholeNumbers: numbers.every(({ number }) => Number.isInteger(number)),
    lowest: numbers.reduce((least, { number }) => Math.min(least, number), Infinity),
    highest: numbers.reduce((most, { number }) => Math.max(most, number), -Infinity),
    length: longest[longest.length >> 1] ?? 0,
    missing,
  }
}

/** For each column the cells that say that there is nothing. Every row is looked at: -99 may stand in one of them only. */
function missingIn(rows: Sheet['rows'], width: number): string[][] {
  const words = Array.from({ length: width }, () => new Set<string>())
  const below = Array.from({ length: width }, () => new Set<number>())
  for (const row of rows)
    for (const [column, cell] of row.entries()) {
      if (typeof cell === 'number') {
        if (cell < 0) below[column]!.add(cell)
      } else if (cell.length > 0 && cell.length < 20) {
        if (/^\s*-\d/u.test(cell)) below[column]!.add(Number(cell))
        else if (saysNothing(cell)) words[column]!.add(textOf(cell))
      }
    }
  return words.map((set, column) => {
    const codes = [...below[column]!]
    // Among other numbers below zero -9 is a number.
    return codes.length && codes.every(code => MISSING_NUMBERS.includes(code))
      ? [...set, ...codes.map(String)]
      : [...set]
  })
}
