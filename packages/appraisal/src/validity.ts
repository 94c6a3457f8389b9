/** Is the plan dated, and is it in force on the day of the appraisal? */
import type { Cite, Reading } from '@open1325/reader'
import type { Judgement } from './count-rows.ts'
import { fold } from './text/fold.ts'

/** A running title repeats the period on every page: two places are enough. */
const PERIOD_QUOTES = 2

/**
 * By the document's period. 'yes' in force; 'no' expired; 'partly' not yet begun, or without an end. A year or month lasts to its
 * last day. The quote is where both years stand together, else where the last one stands.
 */
export function validity(reading: Reading, asOf: string): Judgement {
  const { start, end } = reading.document.period ?? { start: null, end: null }
  const years = [...new Set([start, end].flatMap(date => (date ? [date.slice(0, 4)] : [])))]
  const search = { words: years, pages: reading.pages.length }
  if (years.length === 0) return { answer: 'not-found', code: 'nothing', quotes: [], search, params: {} }
  const judged = {
    quotes: periodQuotes(reading, years),
    search,
    params: { start: start ?? '', end: end ?? '', hasStart: start ? 'yes' : 'no' },
  }
  if (start && firstDay(start) > asOf) return { ...judged, answer: 'partly', code: 'not-begun' }
  if (!end) return { ...judged, answer: 'partly', code: 'no-end' }
  return lastDay(end) < asOf
    ? { ...judged, answer: 'no', code: 'expired' }
    : { ...judged, answer: 'yes', code: start ? 'in-force' : 'in-force-until' }
}

function firstDay(date: string): string {
  return `${date}-01-01`.slice(0, 10)
}

/** Compared as text: no month has a 32nd day, so '-99' is after any day of it. */
function lastDay(date: string): string {
  return `${date}-99-99`.slice(0, 10)
}

function periodQuotes(reading: Reading, years: string[]): Cite[] {
  const together = new RegExp(`(?<!\\d)${years.join('\\D{1,16}')}(?!\\d)`, 'u')
  const last = new RegExp(`(?<!\\d)${years.at(-1)}(?!\\d)`, 'u')
  for (const pattern of [together, last]) {
    const cites: Cite[] = []
    for (const { number, text } of reading.pages) {
      const folded = fold(text)
      const match = pattern.exec(folded.text)
      if (!match) continue
      const quote = text.slice(folded.from[match.index], folded.from[match.index + match[0].length])
      cites.push({ page: number, box: null, quote: quote.replace(/\s+/gu, ' ') })
      if (cites.length === PERIOD_QUOTES) break
    }
    if (cites.length > 0) return cites
  }
  return []
}

/** The period as words for other criteria's sentences: '2019–2022', or '' where the plan has none. */
export function periodText(reading: Reading): string {
  const { start, end } = reading.document.period ?? { start: null, end: null }
  return [start, end].filter(date => date !== null).join('–')
}
