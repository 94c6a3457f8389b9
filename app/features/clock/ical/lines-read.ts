/** What can be said of a calendar file before its values are read: whether it is one, and where its events stand. Pure. */
import ICAL from 'ical.js'
import { CalendarError } from './model.ts'

/** An event's lines, of the file's, from 1: the first and the last. */
export interface Place {
  from: number
  to: number
}

/** The lines, with what some programs write against RFC 5545 made good: a zone's name with a colon and no quotes, and lists without anything in them. */
export const linesOf = (text: string): string[] =>
  text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .map(line =>
      line
        .replace(/;TZID=tzone:\/\/Microsoft\/Utc(?=[:;])/i, ';TZID=UTC')
        .replace(/;TZID=(tzone:\/\/[^:;"]+)(?=[:;])/i, ';TZID="$1"')
        .replace(/^(?:RRULE|EXDATE|RDATE|EXRULE)(?:;[^:]*)?:\s*$/i, ''),
    )

/** Is every line one of a calendar, and is each part that begins ended? Gives where the events stand. */
export function placesIn(lines: readonly string[]): Place[] {
  const open: { part: string; line: number }[] = []
  const events: Place[] = []
  let begun = false
  for (const [n, raw] of lines.entries()) {
    const line = n + 1
    if (raw.trim() === '' || (begun && /^[ \t]/.test(raw))) continue
    if (!begun && !/^BEGIN:VCALENDAR\s*$/i.test(raw))
      throw new CalendarError(isPage(raw) ? 'web-page' : 'not-a-calendar', line)
    begun = true
    const [, name, value] = raw.match(/^([A-Za-z0-9._-]+)(?:;[^:]*)?:(.*)$/) ?? []
    if (name === undefined) throw new CalendarError('line', line)
    const part = value!.trim().toUpperCase()
    if (/^begin$/i.test(name)) open.push({ part, line })
    else if (/^end$/i.test(name)) {
      const last = open.pop()
      if (last?.part !== part) throw new CalendarError('line', line)
      if (part === 'VEVENT') events.push({ from: last.line, to: line })
    }
  }
  if (!begun) throw new CalendarError('not-a-calendar', 1)
  if (open.length > 0) throw new CalendarError('unclosed', lines.length)
  return events
}

const isPage = (line: string) => /^\s*<(?:!doctype|html|head|\?xml)/i.test(line)

export interface Parsed {
  calendars: ICAL.Component[]
  /** Of the events that were parsed, in the order in which they stand in the calendars. */
  places: Place[]
  /** Of those that have a value which no calendar has. */
  unreadable: Place[]
}

/** Parses the file, without those events that cannot be. @throws CalendarError 'broken' where it is not their fault alone */
export function parsed(lines: readonly string[], places: readonly Place[]): Parsed {
  const whole = parse(lines)
  if (whole) return { calendars: whole, places: [...places], unreadable: [] }
  const linesAt = ({ from, to }: Place) => lines.slice(from - 1, to)
  const [good, bad] = [true, false].map(isGood =>
    places.filter(place => (parse(['BEGIN:VCALENDAR', ...linesAt(place), 'END:VCALENDAR']) !== null) === isGood),
  )
  const left = new Set(bad!.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, n) => from + n)))
  const calendars = bad!.length > 0 ? parse(lines.filter((_, n) => !left.has(n + 1))) : null
  if (!calendars) throw new CalendarError('broken')
  return { calendars, places: good!, unreadable: bad! }
}

function parse(lines: readonly string[]): ICAL.Component[] | null {
  try {
    const found: unknown = ICAL.parse(lines.filter(line => line.trim() !== '').join('\r\n'))
    const calendars = (Array.isArray(found) && typeof found[0] === 'string' ? [found] : found) as unknown[][]
    return calendars.map(one => new ICAL.Component(one))
  } catch {
    return null
  }
}
