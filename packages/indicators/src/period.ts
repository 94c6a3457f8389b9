/** Periods as people write them, and the days that they cover. */

/** Days since 1970-01-01 (UTC), the first and the one after the last. */
export interface Days {
  from: number
  until: number
}

const DAY = 86_400_000
const dayOf = (year: number, month: number, day = 1): number => Date.UTC(year, month - 1, day) / DAY

/** The days of '2021', '2021-03', '2021-03-08', '2021-Q1' or '2019/2021'; null where it is none of these. */
export function daysOf(period: string): Days | null {
  const [first, last, ...more] = period.split('/')
  if (more.length) return null
  const from = single(first ?? '')
  const until = last === undefined ? from : single(last)
  if (!from || !until || until.until <= from.from) return null
  return { from: from.from, until: until.until }
}

function single(text: string): Days | null {
  const match = /^(\d{4})(?:-(?:Q([1-4])|(\d{2})(?:-(\d{2}))?))?$/u.exec(text)
  if (!match) return null
  const year = Number(match[1])
  if (match[2]) return { from: dayOf(year, Number(match[2]) * 3 - 2), until: dayOf(year, Number(match[2]) * 3 + 1) }
  if (!match[3]) return { from: dayOf(year, 1), until: dayOf(year + 1, 1) }
  const month = Number(match[3])
  if (month < 1 || month > 12) return null
  if (!match[4]) return { from: dayOf(year, month), until: dayOf(year, month + 1) }
  const day = Number(match[4])
  const from = dayOf(year, month, day)
  return new Date(from * DAY).getUTCDate() === day && day > 0 ? { from, until: from + 1 } : null
}

/** The year in which a period ends; null where it is none. */
export function lastYearOf(period: string): number | null {
  const days = daysOf(period)
  return days && new Date((days.until - 1) * DAY).getUTCFullYear()
}

/** From early to late; what is no period comes first, in the order of its letters. */
export function byPeriod(a: { period: string }, b: { period: string }): number {
  const [one, other] = [daysOf(a.period), daysOf(b.period)]
  if (!one || !other) return one ? 1 : other ? -1 : a.period < b.period ? -1 : a.period > b.period ? 1 : 0
  return one.until - other.until || one.from - other.from
}
