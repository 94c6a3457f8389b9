/** Text with separators to rows. Lenient: a quote that is never closed, or stands in the middle, loses nothing. */
import { pause } from './sheet.ts'

export const SEPARATORS = [',', ';', '\t', '|'] as const
export type Separator = (typeof SEPARATORS)[number]

/** So much of a file shows how it is separated. */
const LOOK = 65_536
const ROWS_AT_ONCE = 5_000

/** All rows of a text. Others have their turn in between. */
export async function rowsOfCsv(text: string, separator?: Separator): Promise<string[][]> {
  const named = /^sep=([,;\t|])\r?\n/u.exec(text)
  const body = named ? text.slice(named[0].length) : text
  const rows: string[][] = []
  for (const row of csvRows(body, separator ?? (named ? (named[1] as Separator) : separatorOf(body)))) {
    rows.push(row)
    if (rows.length % ROWS_AT_ONCE === 0) await pause()
  }
  return rows
}

/** The rows of a text, one by one. Cells keep their line ends. */
export function* csvRows(text: string, separator: Separator): Generator<string[]> {
  let row: string[] = []
  let at = 0
  while (at <= text.length) {
    const { cell, end } = cellAt(text, at, separator)
    row.push(cell)
    const next = text[end]
    if (next === separator) {
      at = end + 1
      continue
    }
    if (row.length > 1 || cell !== '' || next !== undefined) yield row
    if (next === undefined) return
    row = []
    at = end + (next === '\r' && text[end + 1] === '\n' ? 2 : 1)
  }
}

function cellAt(text: string, start: number, separator: Separator): { cell: string; end: number } {
  if (text[start] === '"') {
    let from = start + 1
    let cell = ''
    for (;;) {
      const quote = text.indexOf('"', from)
      if (quote < 0) break
      const next = text[quote + 1]
      if (next === '"') {
        cell += text.slice(from, quote + 1)
        from = quote + 2
      } else if (next === undefined || next === separator || next === '\n' || next === '\r') {
        return { cell: cell + text.slice(from, quote), end: quote + 1 }
      } else {
        // A quote in the middle of a quoted cell is a quote.
        cell += text.slice(from, quote + 1)
        from = quote + 1
      }
    }
  }
  let end = start
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++
  return { cell: text.slice(start, end), end }
}

/** The separator that makes the most even table. A comma that is a decimal sign parts no header. */
export function separatorOf(text: string): Separator {
  const cut = text.length > LOOK
  const scored = SEPARATORS.map(separator => {
    const rows = [...csvRows(text.slice(0, LOOK), separator)].slice(0, cut ? -1 : undefined)
    return { separator, score: evenness(rows.filter(row => row.some(cell => cell.trim() !== ''))) }
  })
  return scored.reduce((best, other) => (other.score > best.score ? other : best)).separator
}

function evenness(rows: readonly string[][]): number {
  const counts = new Map<number, number>()
  for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1)
  const [width, times] = [...counts].reduce((best, other) => (other[1] > best[1] ? other : best), [0, 0])
  if (!width) return 0
  const header = rows
    .slice(0, 10)
    .some(row => row.length === width && !row.some(cell => /^\s*-?\d{1,3}\s*$/u.test(cell)))
  return (times / rows.length) * Math.sqrt(width) * (header ? 1 : 0.3)
}
