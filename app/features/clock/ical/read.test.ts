import { describe, expect, test } from 'vitest'
import { wordsOf } from '../../../platform/languages.ts'
import { entriesBetween } from '../entries.ts'
import { NO_FILTER } from '../model.ts'
import { ownDate } from '../testing-bodies.ts'
import { compare } from './compare.ts'
import { asCalendar } from './feed.ts'
import { CalendarError, type ReadEvent } from './model.ts'
import { readCalendar } from './read.ts'
import { readInThread } from './reader.ts'

const options = { today: '2026-11-21', timeZone: 'Africa/Kinshasa' }
const calendar = (...lines: string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n')
const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']
const read = (...lines: string[]) => readCalendar(calendar(...event(...lines)), options)
const times = ({ startsOn, endsOn, startsAt, endsAt, timeZone }: ReadEvent) => [
  startsOn,
  endsOn,
  startsAt,
  endsAt,
  timeZone,
]

describe('days and hours', () => {
  test('a whole day, and several: the file names the day after the last', () => {
    expect(times(read('UID:1', 'DTSTART;VALUE=DATE:20270301', 'SUMMARY:A day').events[0]!)).toEqual([
      '2027-03-01',
      null,
      null,
      null,
      null,
    ])
    const several = read('UID:1', 'DTSTART;VALUE=DATE:20270301', 'DTEND;VALUE=DATE:20270304')
    expect(times(several.events[0]!)).toEqual(['2027-03-01', '2027-03-03', null, null, null])
  })

  test('hours by the zone’s own clocks, in UTC, and without a zone by the reader’s', () => {
    const zoned = read(
      'UID:1',
      'DTSTART;TZID=Europe/Zurich:20270328T093000',
      'DTEND;TZID=Europe/Zurich:20270328T110000',
    )
    expect(times(zoned.events[0]!)).toEqual(['2027-03-28', null, '09:30', '11:00', 'Europe/Zurich'])
    expect(times(read('UID:1', 'DTSTART:20270328T093000Z', 'DURATION:PT90M').events[0]!)).toEqual([
      '2027-03-28',
      null,
      '09:30',
      '11:00',
      'UTC',
    ])
    const floating = read('UID:1', 'DTSTART:20270328T093000')
    expect(times(floating.events[0]!)).toEqual(['2027-03-28', null, '09:30', null, 'Africa/Kinshasa'])
    expect(floating.remarks).toEqual([{ code: 'floating', line: 3, title: '–' }])
  })

  test('a zone with a name of the program’s own is understood by the rules in the file', () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:W. Europe Standard Time',
      'BEGIN:STANDARD',
      'DTSTART:16011028T030000',
      'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:16010325T020000',
      'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'END:DAYLIGHT',
      'END:VTIMEZONE',
    ]
    const at = (day: string) => event(`UID:${day}`, `DTSTART;TZID=W. Europe Standard Time:${day}T180000`)
    const { events } = readCalendar(calendar(...zone, ...at('20270115'), ...at('20270715')), options)
    expect(events.map(one => [one.startsAt, one.timeZone])).toEqual([
      ['18:00', 'Europe/Berlin'],
      ['18:00', 'Europe/Berlin'],
    ])
  })

  test('a zone that nobody knows is said to be unknown', () => {
    expect(read('UID:1', 'DTSTART;TZID=Mars/Olympus:20270115T180000').remarks.map(({ code }) => code)).toEqual(['zone'])
  })

  test('an event without a day is left out, and named with its line', () => {
    const { events, remarks } = readCalendar(calendar(...event('UID:1', 'SUMMARY:When?')), options)
    expect(events).toEqual([])
    expect(remarks).toEqual([{ code: 'no-start', line: 3, title: 'When?' }])
  })
})

describe('what repeats', () => {
  test('is taken for two years from today, with what was moved and without what was left out', () => {
    const series = event(
      'UID:s',
      'DTSTART;VALUE=DATE:20250310',
      'RRULE:FREQ=YEARLY',
      'EXDATE;VALUE=DATE:20270310',
      'SUMMARY:March',
    )
    const moved = event(
      'UID:s',
      'RECURRENCE-ID;VALUE=DATE:20280310',
      'DTSTART;VALUE=DATE:20280312',
      'SUMMARY:March, moved',
    )
    const other = event(
      'UID:o',
      'RECURRENCE-ID;VALUE=DATE:20280310',
      'DTSTART;VALUE=DATE:20280401',
      'SUMMARY:Of another series',
    )
    const { events } = readCalendar(calendar(...series, ...moved, ...other), options)
    expect(events.map(one => [one.uid, one.startsOn, one.title, one.repetition])).toEqual([
      ['s', '2028-03-12', 'March, moved', '2028-03-10'],
      ['o', '2028-04-01', 'Of another series', null],
    ])
  })

  test('keeps its hour over the change of clocks', () => {
    const { events } = read('UID:1', 'DTSTART;TZID=Europe/Zurich:20270320T180000', 'RRULE:FREQ=WEEKLY;COUNT=3')
    expect(events.map(({ startsAt }) => startsAt)).toEqual(['18:00', '18:00', '18:00'])
  })

  test('each day for ever is cut, each minute is not taken', () => {
    const daily = read('UID:1', 'DTSTART;VALUE=DATE:20270101', 'RRULE:FREQ=DAILY', 'SUMMARY:Daily')
    expect([daily.events.length, daily.remarks[0]?.code]).toEqual([200, 'cut'])
    const minutely = read('UID:1', 'DTSTART:20270101T000000Z', 'RRULE:FREQ=MINUTELY', 'SUMMARY:Ticks')
    expect([minutely.events.length, minutely.remarks[0]?.code]).toEqual([0, 'repeats-too-often'])
  })
})

test.each([
  ['', 'not-a-calendar', 1],
  ['PK\u0003\u0004 a workbook', 'not-a-calendar', 1],
  ['<html>', 'web-page', 1],
  ['BEGIN:VCALENDAR\nVERSION:2.0\nthis is no line\nEND:VCALENDAR', 'line', 3],
  ['BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR', 'line', 3],
  ['BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1', 'unclosed', 3],
  ['BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR', 'empty', null],
])('a file that is no calendar is refused with the line: %j', (text, refusal, line) => {
  const reading = () => readCalendar(text, options)
  expect(reading).toThrow(CalendarError)
  try {
    reading()
  } catch (error) {
    expect(error).toMatchObject({ refusal, line })
  }
})

test('an event that stands twice is taken once, the later one; one without a name gets one of its own', () => {
  const twice = calendar(
    ...event('UID:1', 'DTSTART;VALUE=DATE:20270101', 'SUMMARY:First'),
    ...event('UID:1', 'DTSTART;VALUE=DATE:20270102', 'SUMMARY:Second'),
  )
  expect(readCalendar(twice, options).events.map(({ title }) => title)).toEqual(['Second'])
  expect(read('DTSTART;VALUE=DATE:20270101', 'SUMMARY:Nameless').events[0]!.uid).toContain('Nameless')
})

test('a zone that is only a distance from Greenwich is no zone that a calendar can name', () => {
  const { events, remarks } = read('UID:1', 'DTSTART;TZID="+01:00":20270101T180000', 'SUMMARY:Far ahead')
  expect(events[0]).toMatchObject({ timeZone: 'UTC', startsAt: '18:00' })
  expect(remarks).toMatchObject([{ code: 'zone' }])
})

test('a line of nothing but quotes is refused at once', async () => {
  const text = calendar(`X-QUOTES;${'"'.repeat(200)}`)
  await expect(readInThread({ text, ...options, limitMs: 1500 })).rejects.toMatchObject({ refusal: 'line', line: 3 })
})

test('text is taken as text: HTML, control characters and addresses that are none', () => {
  const [one] = read(
    'UID:1',
    'DTSTART;VALUE=DATE:20270101',
    'SUMMARY:<b>Bold\u0007</b>\\, or not',
    'URL:javascript:alert(1)',
    'LOCATION:Room 4',
    'DESCRIPTION:Line\\none',
  ).events
  expect(one).toMatchObject({ title: '<b>Bold</b>, or not', url: null, note: 'Room 4\nLine\none' })
})

test('our own feed is read back as it was written', () => {
  const own = [
    ownDate({
      title: 'ورشة عمل، حول القرار',
      startsAt: '18:00',
      endsAt: '19:30',
      timeZone: 'Africa/Kinshasa',
      note: '',
    }),
  ]
  const entries = entriesBetween(
    { bodies: { bodies: [], entered: new Map() }, own },
    '2027-01-01',
    '2027-12-31',
    NO_FILTER,
  )
  const text = asCalendar({ name: 'Ours', entries, yearly: [], origin: 'https://open.example' }, wordsOf('ar'))
  const [again] = readCalendar(text, options).events
  expect(again).toMatchObject({
    title: 'ورشة عمل، حول القرار',
    startsOn: '2027-03-27',
    startsAt: '18:00',
    endsAt: '19:30',
    timeZone: 'Africa/Kinshasa',
  })
})

test('what is there already is known by its name, and told apart from what changed', () => {
  const { events } = readCalendar(
    calendar(
      ...event('UID:a', 'DTSTART;VALUE=DATE:20270101', 'SUMMARY:Same'),
      ...event('UID:b', 'DTSTART;VALUE=DATE:20270102', 'SUMMARY:Moved'),
      ...event('UID:c', 'DTSTART;VALUE=DATE:20270103', 'SUMMARY:New'),
    ),
    options,
  )
  const known = (event: ReadEvent) => ({ ...event, id: event.uid, version: 1, visibility: 'organisation' as const })
  const compared = compare(events, [known(events[0]!), known({ ...events[1]!, startsOn: '2026-12-30' })])
  expect(compared.map(({ standing }) => standing)).toEqual(['same', 'changed', 'new'])
})
