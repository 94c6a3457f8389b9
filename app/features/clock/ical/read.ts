/**
 * Reads a file of another calendar (RFC 5545): its events, with the repetitions of the next two years. Pure. A rule of repetition can be
 * written so that no end is found to it: ask reader.ts, which has a limit of time.
 */
import ICAL from 'ical.js'
import { addDays } from '@open1325/procedures'
import { linesOf, parsed, placesIn, type Place } from './lines-read.ts'
import { CalendarError, MOST_EVENTS, YEARS_AHEAD, type ReadCalendar, type ReadEvent, type Remark } from './model.ts'
import { dropEmptyZones, makeWhole } from './make-whole.ts'
import { agrees, knowZones, zoneNamed } from './zones-read.ts'

/** So many repetitions of one event are taken, and so many are gone through to find those to come. */
const MOST_REPETITIONS = 200
const MOST_STEPS = 40_000
/** By so many days at most a repetition is taken to have been moved. */
const MOVED_DAYS = 400
const LONGEST = { title: 300, note: 5000, uid: 500, url: 2000 }
const FINER_THAN_DAILY = ['HOURLY', 'MINUTELY', 'SECONDLY']

export interface ReadOptions {
  /** 'YYYY-MM-DD': repetitions before it are left out. */
  today: string
  /** IANA: of times that name no zone. */
  timeZone: string
  /** By the lines of events: after so many repetitions no other was found in time, and none is looked for. */
  endless?: ReadonlyMap<number, number>
  /** Told before a repetition is worked out, with the event's line and how many were worked out before. */
  onStep?: (line: number, steps: number) => void
}

/** @throws CalendarError where it is no calendar */
export function readCalendar(text: string, options: ReadOptions): ReadCalendar {
  const lines = linesOf(text)
  const { calendars, places, unreadable } = parsed(lines, placesIn(lines))
  const components = calendars.flatMap(one => one.getAllSubcomponents('vevent'))
  if (components.length + unreadable.length === 0) throw new CalendarError('empty')
  if (components.length > MOST_EVENTS) throw new CalendarError('too-many')
  for (const calendar of calendars) dropEmptyZones(calendar)
  knowZones(lines.join('\n'), options.today)
  const all = components.map((component, n) => ({ component, line: places[n]?.from ?? 1, uid: uidOf(component) }))
  // Of a series in the file a moved repetition is part; alone it is a date of its own.
  const series = new Set(all.filter(({ component }) => !isMoved(component)).map(({ uid }) => uid))
  const own = all.filter(({ component, uid }) => !isMoved(component) || !series.has(uid))
  const moved = Map.groupBy(
    all.filter(({ component, uid }) => isMoved(component) && series.has(uid)),
    ({ uid }) => uid,
  )

  const read = new Map<Numbered, Found>()
  let room = MOST_EVENTS
  // What repeats takes the room that the others leave.
  const isSeries = ({ component }: Numbered) => component.hasProperty('rrule') || component.hasProperty('rdate')
  for (const one of [...own.filter(one => !isSeries(one)), ...own.filter(isSeries)]) {
    const exceptions = (moved.get(one.uid) ?? []).map(({ component }) => component)
    const found = readEvent(one, exceptions, options, room)
    room -= found.events.length
    read.set(one, found)
  }
  const inOrder = own.flatMap(one => read.get(one) ?? [])
  return {
    events: once(inOrder.flatMap(({ events }) => events)),
    remarks: [
      ...unreadable.map(place => ({ code: 'unreadable' as const, line: place.from, title: titleAt(lines, place) })),
      ...inOrder.flatMap(({ remarks }) => remarks),
    ],
  }
}

const isMoved = (component: ICAL.Component): boolean => component.hasProperty('recurrence-id')

/** As far as it can be told of an event that cannot be read. */
function titleAt(lines: readonly string[], { from, to }: Place): string {
  const line = lines.slice(from - 1, to).find(one => /^SUMMARY[;:]/i.test(one))
  return (
    plain(line?.replace(/^[^:]*:/, '').replace(/\\(.)/g, '$1') ?? '')
      .trim()
      .slice(0, LONGEST.title) || '–'
  )
}

type Read = ReadEvent & { revision: number }

/** Of an event that stands twice, the one that was changed more often counts, else the later one. */
function once(events: Read[]): ReadEvent[] {
  const chosen = new Map<string, Read>()
  for (const event of events) {
    const key = `${event.uid}\n${event.repetition ?? ''}`
    if ((chosen.get(key)?.revision ?? -Infinity) <= event.revision) chosen.set(key, event)
  }
  return [...chosen.values()].map(read => {
    const { revision: _, ...event } = read
    return event
  })
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

interface Found {
  events: Read[]
  remarks: Remark[]
}

/** @param room so many events are taken of it at most */
function readEvent(
  { component, line, uid }: Numbered,
  exceptions: ICAL.Component[],
  options: ReadOptions,
  room: number,
): Found {
  const remarks: Remark[] = []
  const { title } = factsOf(component)
  const remark = (code: Remark['code'], taken?: number) => {
    if (!remarks.some(one => one.code === code))
      remarks.push({ code, line, title, ...(taken !== undefined && { taken }) })
  }
  const none = (code: Remark['code']): Found => ({ events: [], remarks: [{ code, line, title }] })
  try {
    if (room <= 0) return none('full')
    if (!component.hasProperty('dtstart')) return none('no-start')
    makeWhole(component)
    const event = new ICAL.Event(component, { exceptions, strictExceptions: true })
    if (!event.startDate) return none('no-start')
    const asRead = (
      item: ICAL.Event,
      start: ICAL.Time,
      end: ICAL.Time | null,
      repetition: string | null,
    ): Read | null => {
      const when = timesOf(item.component, start, end, options, remark)
      if (!when) {
        remark('day')
        return null
      }
      return { uid, repetition, ...factsOf(item.component), ...when, revision: event.sequence ?? 0 }
    }
    const rules = component.getAllProperties('rrule').map(rule => rule.getFirstValue() as ICAL.Recur)
    // ical.js reads such a rule as if it said every week.
    const isByWeeks = rules.some(({ parts }) => parts.BYWEEKNO !== undefined)
    if (isByWeeks) remark('rule')
    if (isByWeeks || !event.isRecurring()) {
      const read = asRead(event, event.startDate, event.endDate, null)
      return { events: read ? [read] : [], remarks }
    }
    const isFew = ({ count }: ICAL.Recur) => count !== null && count <= MOST_REPETITIONS
    if (rules.some(rule => FINER_THAN_DAILY.includes(String(rule.freq)) && !isFew(rule)))
      return none('repeats-too-often')
    const events: Read[] = []
    const until = addDays(options.today, YEARS_AHEAD * 365)
    // What lies so far back is not worked out further: none of it was moved to a day to come.
    const longOver = addDays(options.today, -MOVED_DAYS - Math.abs(event.duration.toSeconds()) / 86_400)
    const most = Math.min(MOST_REPETITIONS, room)
    const known = options.endless?.get(line) ?? Infinity
    const next = event.iterator()
    for (let steps = 0; ; steps++) {
      if (steps >= known) {
        remark('endless', events.length)
        break
      }
      options.onStep?.(line, steps)
      const at = next.next()
      if (!at || dayOf(at) > until) break
      if (steps >= MOST_STEPS || events.length >= most) {
        remark(events.length >= room ? 'full' : 'cut', events.length)
        break
      }
      if (dayOf(at) < longOver) continue
      const { item, startDate, endDate } = event.getOccurrenceDetails(at)
      if (dayOf(endDate ?? startDate) < options.today) continue
      const read = asRead(item, startDate, endDate, at.toString().slice(0, 30))
      if (read && (read.endsOn ?? read.startsOn) >= options.today) events.push(read)
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
  const isCalledOff = component.parent && textOf(component.parent, 'method').toUpperCase() === 'CANCEL'
  return {
    title: textOf(component, 'summary').replace(/\s+/g, ' ').trim().slice(0, LONGEST.title) || '–',
    note: [where, textOf(component, 'description').trim()].filter(Boolean).join('\n').slice(0, LONGEST.note),
    url: isAddress ? url : null,
    cancelled: Boolean(isCalledOff) || textOf(component, 'status').toUpperCase() === 'CANCELLED',
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
  const isWhole = start.isDate || isAllDay(component, start, end)
  const times = isWhole ? wholeDays(start, end) : hours(component, start, end, options, remark)
  const isInYears = (day: string) => /^(19|20|21)\d\d-\d\d-\d\d$/.test(day)
  return isInYears(times.startsOn) && isInYears(times.endsOn ?? times.startsOn) ? times : null
}

/** Outlook writes whole days from midnight to midnight and says so beside. */
const isAllDay = (component: ICAL.Component, start: ICAL.Time, end: ICAL.Time | null): boolean =>
  textOf(component, 'x-microsoft-cdo-alldayevent').toUpperCase() === 'TRUE' &&
  [start, end ?? start].every(time => time.toString().slice(11, 16) === '00:00')

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
  const { zone, clock } = clocksOf(component, start, options, remark)
  const [startsOn, startsAt] = clock(start)
  const [endDay, endHour] = end && end.compare(start) > 0 ? clock(end) : [startsOn, null]
  return { startsOn, endsOn: endDay === startsOn ? null : endDay, startsAt, endsAt: endHour, timeZone: zone }
}

interface Clocks {
  /** IANA. */
  zone: string
  /** What they show. */
  clock: (time: ICAL.Time) => [day: string, hour: string]
}

/** The clocks that an event is told by: those of its zone where that is known, else in UTC by the rules that the file gives for it. */
function clocksOf(
  component: ICAL.Component,
  start: ICAL.Time,
  { timeZone }: ReadOptions,
  remark: (code: Remark['code']) => void,
): Clocks {
  const said = component.getFirstProperty('dtstart')?.getParameter('tzid')
  const named = typeof said === 'string' ? zoneNamed(said) : null
  const asWritten = (time: ICAL.Time): [string, string] => [dayOf(time), time.toString().slice(11, 16)]
  const inZone = (time: ICAL.Time) => asWritten(time.zone === start.zone ? time : time.convertToZone(start.zone))
  const inUtc = (time: ICAL.Time) => asWritten(time.convertToZone(ICAL.Timezone.utcTimezone))
  if (named && agrees(start, named)) return { zone: named, clock: inZone }
  if (start.zone === ICAL.Timezone.utcTimezone) return { zone: 'UTC', clock: inUtc }
  if (start.zone !== ICAL.Timezone.localTimezone) return { zone: 'UTC', clock: inUtc }
  if (typeof said === 'string') {
    remark('zone')
    return { zone: 'UTC', clock: asWritten }
  }
  // Some calendars say once for all of their events which clocks they mean.
  const ofCalendar = zoneNamed((component.parent && textOf(component.parent, 'x-wr-timezone')) || '')
  if (!ofCalendar) remark('floating')
  return { zone: ofCalendar ?? timeZone, clock: asWritten }
}

const dayOf = (time: ICAL.Time): string => time.toString().slice(0, 10)
