import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { wordsOf } from '../../../platform/languages.ts'
import { withEntered } from '../bodies.ts'
import type { EnteredSession, OwnDate } from '../model.ts'
import { enteredSession, linesOf, ownDate, testBody } from '../testing-bodies.ts'
import { asCalendar, yearlyOf } from './feed.ts'

const planned = { id: 'session-94' }

interface Asked {
  sessions?: object[]
  entered?: EnteredSession[]
  own?: OwnDate[]
  language?: 'en' | 'fr' | 'ar'
}

function calendarOf({ sessions = [], entered = [], own = [], language = 'en' }: Asked): string {
  const body = testBody(sessions)
  const bodies = withEntered(entered, null, [body])
  const entries = linesOf(body, entered, { own })
  const yearly = yearlyOf(bodies, '2028-12-31')
  return asCalendar(
    { name: 'Open1325 · Le Comité', entries, yearly, origin: 'https://open.example' },
    wordsOf(language),
  )
}

/** Read back as a client does: zones first, then events by their ids. */
function readBack(text: string): Map<string, ICAL.Event> {
  const calendar = new ICAL.Component(ICAL.parse(text))
  ICAL.TimezoneService.reset()
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone))
  const events = calendar.getAllSubcomponents('vevent').map(component => new ICAL.Event(component))
  return new Map(events.map(event => [event.uid, event]))
}

test('an address with a line end in it begins no line of the calendar', () => {
  const text = calendarOf({ own: [ownDate({ url: 'https://example.org/\r\nATTENDEE:mailto:her@example.org' })] })
  expect(text).not.toMatch(/^ATTENDEE/m)
  expect(text).toContain('URL:https://example.org/ATTENDEE')
})

const valueOf = (event: ICAL.Event | undefined, name: string): unknown => event?.component.getFirstPropertyValue(name)
const WEEKS = 'deadline.weeks.session-94@open1325'
const HOUR = 'deadline.hour.session-94@open1325'

test('a day is a day, whatever the clocks', () => {
  const event = readBack(calendarOf({ sessions: [planned] })).get(WEEKS)!
  expect(event.startDate.isDate).toBe(true)
  expect([event.startDate.toString(), event.endDate.toString()]).toEqual(['2026-12-21', '2026-12-22'])
})

test('a session of several days ends, as calendars count, on the day after', () => {
  const event = readBack(calendarOf({ entered: [enteredSession()] })).get(
    'session.11111111-1111-4111-8111-111111111111@open1325',
  )!
  expect([event.startDate.toString(), event.endDate.toString()]).toEqual(['2027-07-05', '2027-07-24'])
})

test.each([
  ['2027-02-01', '2027-01-04T17:00:00.000Z'],
  ['2027-07-05', '2027-06-07T16:00:00.000Z'],
  ['2027-04-26', '2027-03-29T16:00:00.000Z'],
  ['2027-04-25', '2027-03-28T16:00:00.000Z'],
  ['2027-04-24', '2027-03-27T17:00:00.000Z'],
  ['2027-11-29', '2027-11-01T17:00:00.000Z'],
])('18:00 in Geneva, four weeks before %s, is read as %s', (start, instant) => {
  const text = calendarOf({ sessions: [{ ...planned, start }] })
  const event = readBack(text).get(HOUR)!
  expect(event.startDate.zone.tzid).toBe('Europe/Zurich')
  expect(event.startDate.hour).toBe(18)
  expect(event.startDate.toJSDate().toISOString()).toBe(instant)
})

test.each([
  'America/New_York',
  'Africa/Kinshasa',
  'Asia/Kolkata',
  'Australia/Sydney',
  'Africa/Casablanca',
  'America/St_Johns',
])('each hour of two years in %s is read as the runtime knows it', zone => {
  const days = Array.from(
    { length: 48 },
    (_, n) =>
      `${2026 + Math.floor(n / 24)}-${String(1 + (Math.floor(n / 2) % 12)).padStart(2, '0')}-${n % 2 ? '28' : '10'}`,
  )
  const own = days.map((startsOn, n) => ownDate({ id: String(n), startsOn, startsAt: '12:30', timeZone: zone }))
  const events = readBack(calendarOf({ own }))
  for (const [n, startsOn] of days.entries()) {
    const read = events.get(`own.${n}@open1325`)!.startDate.toJSDate()
    const shown = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'short',
      hourCycle: 'h23',
    }).format(read)
    expect(shown, startsOn).toBe(`${startsOn}, 12:30`)
  }
})

describe('a deadline that comes each year', () => {
  const uid = 'yearly.yearly-rule.04-15@open1325'
  const daysOf = (event: ICAL.Event, count: number) => {
    const next = event.iterator()
    return Array.from({ length: count }, () => next.next()?.toString())
  }

  test('is one event with a rule, from the year in which the rule began', () => {
    const event = readBack(calendarOf({})).get(uid)!
    expect(event.isRecurring()).toBe(true)
    expect(daysOf(event, 3)).toEqual(['2020-04-15', '2021-04-15', '2022-04-15'])
  })

  test('leaves out the year in which a session is known that it belongs to, which stands by itself', () => {
    const sessions = [{ ...planned, start: '2027-06-01', procedures: ['yearly'] }]
    const events = readBack(calendarOf({ sessions }))
    expect(daysOf(events.get(uid)!, 8)).not.toContain('2027-04-15')
    expect(events.get('deadline.yearly.session-94@open1325')!.startDate.toString()).toBe('2027-04-15')
  })
})

test('a rule that was given up comes back no more after its last year', () => {
  const body = testBody()
  const given = { ...body.procedures.find(({ id }) => id === 'yearly')!, id: 'given-up' }
  const over = { ...body, procedures: [{ ...given, rules: [{ ...given.rules[0]!, id: 'over', validTo: '2023' }] }] }
  const yearly = yearlyOf(withEntered([], null, [over]), '2028-12-31')
  const text = asCalendar({ name: 'Over', entries: [], yearly, origin: 'https://open.example' }, wordsOf('en'))
  const next = readBack(text).get('yearly.over.04-15@open1325')!.iterator()
  const days = Array.from({ length: 6 }, () => next.next()?.toString())
  expect(days).toEqual(['2020-04-15', '2021-04-15', '2022-04-15', '2023-04-15', undefined, undefined])
})

test('long lines, Arabic, commas and line ends come back as they were, and no line is longer than 75 octets', () => {
  const title = 'ورشة عمل، حول القرار 1325؛ \\ المرأة والسلام والأمن '.repeat(6).trim()
  const note = 'First, second; third\nquoted: "so" – and 👩🏽‍⚖️ at the end. '.repeat(20).trim()
  const text = calendarOf({ own: [ownDate({ title, note })], language: 'ar' })
  const event = [...readBack(text).values()].find(({ uid }) => uid.startsWith('own.'))!
  expect(event.summary).toBe(title)
  expect(event.description).toContain(note)
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/\p{Cc}/u)
})

test('no text can end its line and begin another property', () => {
  const text = calendarOf({ own: [ownDate({ title: 'Meeting\r\nATTENDEE:mailto:a@example.org\u0000' })] })
  expect(text).not.toMatch(/^ATTENDEE/m)
})

test('what is to be checked says so, is tentative, and names its source and when it was read', () => {
  const event = readBack(calendarOf({ entered: [enteredSession({ sourceKind: 'secondary' })] })).get(
    'deadline.weeks.11111111-1111-4111-8111-111111111111@open1325',
  )!
  expect(event.summary).toContain('to be checked')
  expect(valueOf(event, 'status')).toBe('TENTATIVE')
  expect(event.description).toContain('last seen 20 November 2026; confirm with the body')
  expect(event.description).toContain('https://example.org/programme')
  expect(valueOf(event, 'url')).toBe('https://open.example/bodies/committee#weeks')
})

test('a session that is moved and then cancelled keeps its id, and its sequence and time of change grow', () => {
  const states = [
    calendarOf({ sessions: [planned] }),
    calendarOf({
      sessions: [planned],
      entered: [
        enteredSession({
          corrects: 'session-94',
          starts: '2027-02-15',
          state: 'moved',
          supersedes: [{ start: '2027-02-01', end: null }],
        }),
      ],
    }),
    calendarOf({
      sessions: [planned],
      entered: [
        enteredSession({
          corrects: 'session-94',
          starts: '2027-02-15',
          state: 'cancelled',
          supersedes: [{ start: '2027-02-01', end: null }],
          version: 2,
          changedAt: new Date('2026-11-22'),
        }),
      ],
    }),
  ].map(text => readBack(text).get(WEEKS)!)
  const sequences = states.map(event => event.sequence)
  expect(sequences).toEqual(sequences.toSorted((a, b) => a - b))
  expect(new Set(sequences).size).toBe(3)
  const changes = states.map(event => String(valueOf(event, 'last-modified')))
  expect(changes).toEqual(changes.toSorted())
  expect(valueOf(states[2], 'status')).toBe('CANCELLED')
  expect(states[1]!.description).toContain('moved from 21 December 2026')
})

test('the calendar says that it is published, and how often to look again', () => {
  const calendar = new ICAL.Component(ICAL.parse(calendarOf({ sessions: [planned] })))
  const say = (name: string) => String(calendar.getFirstPropertyValue(name))
  expect(say('method')).toBe('PUBLISH')
  expect(say('refresh-interval')).toBe('PT12H')
  expect(say('x-published-ttl')).toBe('PT12H')
  expect(say('x-wr-calname')).toBe('Open1325 · Le Comité')
})

test('the same is written the same, byte for byte', () => {
  expect(calendarOf({ sessions: [planned] })).toBe(calendarOf({ sessions: [planned] }))
})
