/** What expressions come to, and how one kind of value is taken for another: as XPath 1.0 does it, with days as XForms counts them. Pure. */

export type Value = string | number | boolean

const DAY_MS = 86_400_000
/** XPath knows no signs for thousands, no hexadecimal and no 'Infinity'. */
const NUMBER = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*$/i
const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::(\d{2})(\.\d{1,9})?)?(?:Z|[-+]\d{2}:?\d{2})?)?$/

/** As it is kept as an answer: XForms writes a number that is none as NaN. */
export const textOf = (value: Value): string => String(value)

export const isTrue = (value: Value): boolean =>
  typeof value === 'number' ? value !== 0 && !Number.isNaN(value) : value !== '' && value !== false

/** Texts by their letters; as soon as one side is a number, as numbers; a day is its number. */
export function isSame(one: Value, other: Value): boolean {
  if (typeof one === 'boolean' || typeof other === 'boolean') return isTrue(one) === isTrue(other)
  if (typeof one === 'number' || typeof other === 'number') return toNumber(one) === toNumber(other)
  return one === other
}

/** Days since 1970, as XForms counts with them; a time of day is a part of one. What is no number is NaN, the empty text as well. */
export function toNumber(value: Value): number {
  if (typeof value !== 'string') return Number(value)
  const moment = momentOf(value)
  return moment ? moment.getTime() / DAY_MS : NUMBER.test(value) ? Number(value) : NaN
}

/** By the clocks where it was written; null: it is neither a day nor a moment. */
function momentOf(text: string): Date | null {
  const [, day, time = '00:00', seconds = '00', rest = ''] = text.match(MOMENT) ?? []
  if (!day) return null
  const moment = new Date(`${day}T${time}:${seconds}${rest}Z`)
  // The 30th of February is no day.
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day) ? moment : null
}

const FARTHEST_DAY = 3_000_000

/** 20454 is the first of January 2026; null: it is no day. */
export function whenOf(value: Value): Date | null {
  const moment = typeof value === 'string' ? momentOf(value) : null
  if (moment) return moment
  const number = toNumber(value)
  return Math.abs(number) < FARTHEST_DAY ? new Date(Math.round(number * DAY_MS)) : null
}

/** '14:30' is 0.604...; else NaN. */
export function partOfDay(text: string): number {
  const [, hours, minutes, seconds = '0'] = text.match(/^(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?/) ?? []
  return hours ? (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400 : NaN
}

/** @param as '%d/%m/%Y' @param language BCP 47: of the names of months and days */
export function formatted(when: Date, as: string, language: string): string {
  const iso = when.toISOString()
  const two = (from: number) => iso.slice(from, from + 2)
  const named = (part: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language.startsWith('x-') ? 'en' : language, { ...part, timeZone: 'UTC' }).format(when)
  const signs: Record<string, () => string> = {
    Y: () => iso.slice(0, 4),
    y: () => two(2),
    m: () => two(5),
    n: () => String(Number(two(5))),
    b: () => named({ month: 'short' }),
    d: () => two(8),
    e: () => String(Number(two(8))),
    a: () => named({ weekday: 'short' }),
    H: () => two(11),
    h: () => String(Number(two(11))),
    M: () => two(14),
    S: () => two(17),
    3: () => iso.slice(20, 23),
    '%': () => '%',
  }
  return as.replace(/%(.)/g, (whole, sign: string) => signs[sign]?.() ?? whole)
}

export const isoDay = (when: Date): string => when.toISOString().slice(0, 10)
/** As answers with a date and a time are kept: '2026-03-08T14:30'. */
export const isoMoment = (when: Date): string => when.toISOString().slice(0, 16)
