/**
 * Reads a file of another calendar (RFC 5545): its events, with the repetitions of the next two years. Pure. A rule of repetition can be
 * written so that no end is found to it: ask reader.ts, which has a limit of time.
 */
import ICAL from 'ical.js'
import { addDays } from '@open1325/procedures'
import { CalendarError, MOST_EVENTS, YEARS_AHEAD, type ReadCalendar, type ReadEvent, type Remark } from './model.ts'

/** So many repetitions of one event are taken, and so many are gone through to find those to come. */
const MOST_REPETITIONS = 200
const MOST_STEPS = 20_000
const LONGEST = { title: 300, note: 5000, uid: 500, url: 2000 }
const FINER_THAN_DAILY = ['HOURLY', 'MINUTELY', 'SECONDLY']

export interface ReadOptions {
  /** 'YYYY-MM-DD': repetitions before it are left out. */
  today: string
  /** IANA: of times that name no zone. */
  timeZone: string
  /** Told before an event's repetitions are worked out, with the event's line. */
  onRepeating?: (line: number) => void
}

/** @throws CalendarError where it is no calendar */
export function readCalendar(text: string, options: ReadOptions): ReadCalendar {
  const lines = checkLines(text)
  const calendar = parsed(text)
  const components = calendar.flatMap(one => one.getAllSubcomponents('vevent'))
  if (components.length === 0) throw new CalendarError('empty')
  if (components.length > MOST_EVENTS) throw new CalendarError('too-many')
  const all = components.map((component, n) => ({ component, line: lines[n] ?? 1, uid: uidOf(component) }))
  const events: ReadEvent[] = []
  const remarks: Remark[] = []
  for (const one of all) {
    if (one.component.hasProperty('recurrence-id')) {
      // Of a series in the file it is part of that; alone it is a date of its own.
      if (all.some(other => other.uid === one.uid && !other.component.hasProperty('recurrence-id'))) continue
    }
    const exceptions = all
      .filter(other => other !== one && other.uid === one.uid && other.component.hasProperty('recurrence-id'))
      .map(other => other.component)
    const read = readEvent(one, exceptions, options)
    events.push(...read.events)
    remarks.push(...read.remarks)
    if (events.length > MOST_EVENTS) throw new CalendarError('too-many')
  }
  return { events: once(events), remarks }
}

/** Of an event that stands twice, the later one counts. */
const once = (events: ReadEvent[]): ReadEvent[] => [
  ...new Map(events.map(event => [`${event.uid}\n${event.repetition ?? ''}`, event])).values(),
]

/** Is every line one of a calendar, and is each part that begins ended? Gives the lines on which events begin. */
function checkLines(text: string): number[] {
  const open: string[] = []
  const events: number[] = []
  let begun = false
  for (const [n, raw] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const line = n + 1
    if (raw === '' || (begun && /^[ \t]/.test(raw))) continue
    if (!begun && !/^BEGIN:VCALENDAR\s*$/i.test(raw)) throw new CalendarError('not-a-calendar', line)
    begun = true
    const [, name, value] = raw.match(/^([A-Za-z0-9-]+)(?:;[^:]*)?:(.*)$/) ?? []
    if (name === undefined) throw new CalendarError('line', line)
    const part = value!.trim().toUpperCase()
    if (/^begin$/i.test(name)) {
      open.push(part)
      if (part === 'VEVENT') events.push(line)
    } else if (/^end$/i.test(name) && open.pop() !== part) throw new CalendarError('line', line)
  }
  if (!begun) throw new CalendarError('not-a-calendar', 1)
  if (open.length > 0) throw new CalendarError('unclosed', text.split(/\r\n|\n|\r/).length)
  return events
}

function parsed(text: string): ICAL.Component[] {
  try {
    const found: unknown = ICAL.parse(text.replace(/^\ufeff/, ''))
    const calendars = (Array.isArray(found) && typeof found[0] === 'string' ? [found] : found) as unknown[][]
    return calendars.map(one => new ICAL.Component(one))
  } catch {
    throw new CalendarError('broken')
  }
}

function uidOf(component: ICAL.Component): string {
  const said = component.getFirstPropertyValue('uid')
  const name =
    typeof said === 'string' && said.trim()
      ? said
      : `${textOf(component, 'summary')} ${component.getFirstPropertyValue('dtstart') ?? ''}`
  return plain(name).slice(0, LONGEST.uid) || 'unnamed'
}

interface Numbered {
  component: ICAL.Component
  line: number
  uid: string
}

function readEvent(
  { component, line, uid }: Numbered,
  exceptions: ICAL.Component[],
  options: ReadOptions,
): ReadCalendar {
  const remarks: Remark[] = []
  const title = textOf(component, 'summary').replace(/\s+/g, ' ').trim().slice(0, LONGEST.title) || '–'
  const remark = (code: Remark['code']) => {
    if (!remarks.some(one => one.code === code)) remarks.push({ code, line, title })
  }
  const none = (code: Remark['code']): ReadCalendar => ({ events: [], remarks: [{ code, line, title }] })
  try {
    const event = new ICAL.Event(component, { exceptions, strictExceptions: true })
    if (!component.hasProperty('dtstart') || !event.startDate) return none('no-start')
    const asRead = (
      item: ICAL.Event,
      start: ICAL.Time,
      end: ICAL.Time | null,
      repetition: string | null,
    ): ReadEvent | null => {
      const when = timesOf(item.component, start, end, options, remark)
      if (!when) {
        remark('day')
        return null
      }
      return { uid, repetition, ...factsOf(item.component), ...when }
    }
    if (!event.isRecurring()) {
      const read = asRead(event, event.startDate, event.endDate, null)
      return { events: read ? [read] : [], remarks }
    }
    const rules = component.getAllProperties('rrule').map(rule => rule.getFirstValue() as ICAL.Recur)
    if (rules.some(rule => FINER_THAN_DAILY.includes(String(rule.freq)))) return none('repeats-too-often')
    options.onRepeating?.(line)
    const events: ReadEvent[] = []
    const until = addDays(options.today, YEARS_AHEAD * 365)
    const next = event.iterator()
    for (let steps = 0, at = next.next(); at; at = next.next(), steps++) {
      if (dayOf(at) > until) break
      if (steps >= MOST_STEPS) return none('repeats-too-often')
      if (events.length >= MOST_REPETITIONS) {
        remark('cut')
        break
      }
      const { item, startDate, endDate } = event.getOccurrenceDetails(at)
      if (dayOf(endDate ?? startDate) < options.today) continue
      const read = asRead(item, startDate, endDate, at.toString().slice(0, 30))
      if (read) events.push(read)
    }
    return { events, remarks }
  } catch (error) {
    if (error instanceof CalendarError) throw error
    return none('day')
  }
}

const textOf = (component: ICAL.Component, name: string): string => {
  const value = component.getFirstPropertyValue(name)
  return typeof value === 'string' ? plain(value) : ''
}

/** The database keeps no NUL, and nobody means the other control characters. */
const plain = (text: string): string => text.replace(/(?![\t\n])\p{Cc}/gu, '').toWellFormed()

function factsOf(component: ICAL.Component) {
  const url = textOf(component, 'url').trim()
  const isAddress = /^https?:\/\//.test(url) && url.length <= LONGEST.url && URL.canParse(url)
  const where = textOf(component, 'location').trim()
  return {
    title: textOf(component, 'summary').replace(/\s+/g, ' ').trim().slice(0, LONGEST.title) || '–',
    note: [where, textOf(component, 'description').trim()].filter(Boolean).join('\n').slice(0, LONGEST.note),
    url: isAddress ? url : null,
    cancelled: textOf(component, 'status').toUpperCase() === 'CANCELLED',
  }
}

type Times = Pick<ReadEvent, 'startsOn' | 'endsOn' | 'startsAt' | 'endsAt' | 'timeZone'>

/** Its days and hours; null where it lies in no year that a calendar has. */
function timesOf(
  component: ICAL.Component,
  start: ICAL.Time,
  end: ICAL.Time | null,
  options: ReadOptions,
  remark: (code: Remark['code']) => void,
): Times | null {
  const times = start.isDate ? wholeDays(start, end) : hours(component, start, end, options, remark)
  const isInYears = (day: string) => /^(19|20|21)\d\d-\d\d-\d\d$/.test(day)
  return isInYears(times.startsOn) && isInYears(times.endsOn ?? times.startsOn) ? times : null
}

/** Calendars name the day after the last one as the end. */
function wholeDays(start: ICAL.Time, end: ICAL.Time | null): Times {
  const startsOn = dayOf(start)
  const last = end && dayOf(end) > startsOn ? addDays(dayOf(end), -1) : startsOn
  return { startsOn, endsOn: last === startsOn ? null : last, startsAt: null, endsAt: null, timeZone: null }
}

function hours(
  component: ICAL.Component,
  start: ICAL.Time,
  end: ICAL.Time | null,
  options: ReadOptions,
  remark: (code: Remark['code']) => void,
): Times {
  const named = component.getFirstProperty('dtstart')?.getParameter('tzid')
  const zone = typeof named === 'string' ? named : null
  const shown = ((): { zone: string; clock: (time: ICAL.Time) => [day: string, hour: string] } => {
    const asWritten = (time: ICAL.Time): [string, string] => [dayOf(time), time.toString().slice(11, 16)]
    if (zone && isZone(zone)) return { zone, clock: asWritten }
    if (start.zone === ICAL.Timezone.utcTimezone) return { zone: 'UTC', clock: asWritten }
    if (!zone) {
      remark('floating')
      return { zone: options.timeZone, clock: asWritten }
    }
    // A zone with a name of its own: by the rules that the file gives for it, else as if it were written in UTC.
    if (start.zone === ICAL.Timezone.localTimezone) {
      remark('zone')
      return { zone: 'UTC', clock: asWritten }
    }
    return { zone: 'UTC', clock: time => asWritten(time.convertToZone(ICAL.Timezone.utcTimezone)) }
  })()
  const [startsOn, startsAt] = shown.clock(start)
  const [endDay, endHour] = end && end.compare(start) > 0 ? shown.clock(end) : [startsOn, null]
  return { startsOn, endsOn: endDay === startsOn ? null : endDay, startsAt, endsAt: endHour, timeZone: shown.zone }
}

const dayOf = (time: ICAL.Time): string => time.toString().slice(0, 10)

function isZone(name: string): boolean {
  if (name.length > 60 || !/^[A-Za-z]/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
