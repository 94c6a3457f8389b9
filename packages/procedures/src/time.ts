/** Days, and the instants that they end at in the place where the body sits. */

const DAY = 86_400_000
const MINUTE = 60_000

/** Is the date known to the day? A month ('2026-02') and a year ('2026') are not. */
export const isDay = (date: string): boolean => date.length === 10

/** @param date 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD' @returns the first day that it may be */
export const firstDayOf = (date: string): string => date + '-01-01'.slice(date.length - 4)

/** @param date 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD' @returns the last day that it may be */
export function lastDayOf(date: string): string {
  if (isDay(date)) return date
  const [year, month = 12] = date.split('-').map(Number)
  return dayOf(Date.UTC(year!, month, 0))
}

/** @param count days to go on, or back where it is negative */
export const addDays = (day: string, count: number): string => dayOf(Date.parse(day) + count * DAY)

/** @returns whole days from one day to the other, negative where it lies before */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY

const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10)

/**
 * The instant at which clocks in a zone show a time. Where they show it twice (they are put back) it is the first; where they never
 * show it (they are put forward), the first instant after.
 * @param day 'YYYY-MM-DD' @param time 'HH:MM' @param zone of the IANA database: 'Europe/Zurich'
 */
export function instantOf(day: string, time: string, zone: string): Date {
  const shown = Date.parse(`${day}T${time}:00Z`)
  const before = offsetAt(shown - DAY, zone)
  const after = offsetAt(shown + DAY, zone)
  const candidates = [shown - before, shown - after].toSorted((a, b) => a - b)
  const hit = candidates.find(instant => instant + offsetAt(instant, zone) === shown)
  return new Date(hit ?? changeIn(shown - DAY, shown + DAY, zone))
}

/** @returns the day that calendars in a zone show at an instant */
export const dayIn = (instant: Date, zone: string): string =>
  dayOf(instant.getTime() + offsetAt(instant.getTime(), zone))

/** When, between two instants, clocks in a zone are changed. */
function changeIn(from: number, to: number, zone: string): number {
  const first = offsetAt(from, zone)
  let [low, high] = [from, to]
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE
    if (offsetAt(middle, zone) === first) low = middle
    else high = middle
  }
  return high
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** How far clocks in a zone are ahead of Greenwich at an instant, in milliseconds. */
function offsetAt(instant: number, zone: string): number {
  let format = formats.get(zone)
  if (!format) {
    const options = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const
    format = new Intl.DateTimeFormat('en', { timeZone: zone, hourCycle: 'h23', ...options })
    formats.set(zone, format)
  }
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  const shown = Date.UTC(parts.year!, parts.month! - 1, parts.day, parts.hour, parts.minute)
  return shown - Math.floor(instant / MINUTE) * MINUTE
}
