/** Dates in running text, in the languages of plans. */
import { MONTHS } from './words.ts'

export interface SaidDate {
  year: number
  /** 1-12; null where only the year is said. */
  month: number | null
  day: number | null
  /** The place behind it in the folded text. */
  end: number
}

const MONTH = Object.keys(MONTHS)
  .toSorted((a, b) => b.length - a.length)
  .join('|')
const NAMED = String.raw`(${MONTH})\.?(?:\s?/\s?(?:${MONTH}))?`
const OF = String.raw`(?:\s*(?:de|of|del)\s+|[\s,.]*)`
const YEAR = String.raw`((?:19|20)\d{2})(?!\d)`

const FORMS: [RegExp, (match: string[]) => Omit<SaidDate, 'end'>][] = [
  [
    new RegExp(String.raw`(\d{1,2})(?:er|st|nd|rd|th|°|\.)?${OF}${NAMED}${OF}${YEAR}`, 'uy'),
    ([, day, month, year]) => ({ year: Number(year), month: MONTHS[month ?? ''] ?? null, day: Number(day) }),
  ],
  [
    new RegExp(String.raw`${NAMED}\s*(\d{1,2})(?:st|nd|rd|th)?,?\s+${YEAR}`, 'uy'),
    ([, month, day, year]) => ({ year: Number(year), month: MONTHS[month ?? ''] ?? null, day: Number(day) }),
  ],
  [
    new RegExp(String.raw`${NAMED}${OF}${YEAR}`, 'uy'),
    ([, month, year]) => ({ year: Number(year), month: MONTHS[month ?? ''] ?? null, day: null }),
  ],
  [
    /((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)/uy,
    ([, year, month, day]) => ({ year: Number(year), month: Number(month), day: Number(day) }),
  ],
  [
    /(\d{1,2})[./](\d{1,2})[./]((?:19|20)\d{2})(?!\d)/uy,
    ([, day, month, year]) => ({ year: Number(year), month: Number(month), day: Number(day) }),
  ],
  [new RegExp(YEAR, 'uy'), ([, year]) => ({ year: Number(year), month: null, day: null })],
]

/** The date that begins exactly at `at` of the folded text; null where none does. */
export function dateAt(text: string, at: number): SaidDate | null {
  for (const [form, read] of FORMS) {
    form.lastIndex = at
    const match = form.exec(text)
    if (!match) continue
    const said = read(match)
    if ((said.month ?? 1) > 12 || (said.day ?? 1) > 31) continue
    return { ...said, end: at + match[0].length }
  }
  return null
}

/** Whether what was said of a date, as far as it was said, is true of the day (ISO 8601). */
export function agrees(said: SaidDate, day: string): boolean {
  const [year, month, dayOfMonth] = day.split('-').map(Number)
  return said.year === year && (said.month ?? month) === month && (said.day === null || said.day === dayOfMonth)
}
