/** Sheets that list laws, measures, mechanisms: which column names them, and what parts several in one cell. */
import type { Column } from './columns.ts'
import type { Guess } from './guess.ts'
import type { Sheet } from './sheet.ts'
import { HEADER } from './words.ts'

/** Laws and measures: the title is the entry; beside an indicator the year is when it was reported, else it is the law's own. */
export function entriesOf(columns: readonly Column[], guesses: ReadonlyMap<number, Guess>): Map<number, Guess> {
  const entries = new Map<number, Guess>()
  const titles = columns.filter(
    c => c.numbers < 0.5 && c.filled > 0 && HEADER.title.test(c.words) && !guesses.has(c.column),
  )
  const title = titles[0]
  if (title) entries.set(title.column, { use: { as: 'entry' }, confidence: 0.9, reason: 'header-word' })
  const indicated = [...guesses.values()].some(({ use }) => use.as === 'indicator')
  if (indicated) return entries
  const type = columns.find(c => HEADER.type.test(c.words) && c.numbers < 0.5 && c.distinct <= 20)
  if (type) entries.set(type.column, { use: { as: 'indicator' }, confidence: 0.6, reason: 'type-of-entry' })
  for (const [column, { use }] of guesses)
    if (use.as === 'period')
      entries.set(column, { use: { as: 'entry-year' }, confidence: 0.8, reason: 'year-of-entry' })
  return entries
}

/** What parts the entries of a cell, where most cells have several; null where a cell is one entry. */
export function separatorIn({ rows }: Sheet, guesses: ReadonlyMap<number, Guess>, firstRow: number): string | null {
  const column = [...guesses].find(([, { use }]) => use.as === 'entry')?.[0]
  if (column === undefined || [...guesses.values()].some(({ use }) => use.as === 'entry-year')) return null
  const texts = rows.slice(firstRow).map(row => String(row[column] ?? ''))
  // A blank before a comma is a program's, not a writer's; a semicolon may stand within a title.
  const often = (sign: string): boolean => texts.filter(text => text.includes(sign)).length >= texts.length * 0.3
  return [' , ', ' | ', '\n', '; '].find(often) ?? null
}
