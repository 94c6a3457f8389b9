/** Files as the calendars that people use write them, each with its own ways: read rightly, or refused with a plain word. */
import { describe, expect, test } from 'vitest'
import { textOfBytes } from './bytes.ts'
import { CalendarError, type ReadEvent } from './model.ts'
import { readCalendar } from './read.ts'
import { readInThread } from './reader.ts'

const options = { today: '2026-11-21', timeZone: 'Africa/Kinshasa' }
const file = (...lines: string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n')
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:1', 'DTSTAMP:20261101T080000Z', ...lines, 'END:VEVENT']
const read = (...lines: string[]) => readCalendar(file(...lines), options)
const when = ({ startsOn, endsOn, startsAt, endsAt, timeZone }: ReadEvent) =>
  [startsOn, startsAt, endsOn, endsAt, timeZone].map(part => part ?? '–').join(' ')
const days = ({ events }: { events: ReadEvent[] }) => events.map(({ startsOn }) => startsOn)

const ruledZone = (id: string, standard: string, summer: string) => [
  'BEGIN:VTIMEZONE',
  `TZID:${id}`,
  'BEGIN:STANDARD',
  'DTSTART:16010101T030000',
  `TZOFFSETFROM:${summer}`,
  `TZOFFSETTO:${standard}`,
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010101T020000',
  `TZOFFSETFROM:${standard}`,
  `TZOFFSETTO:${summer}`,
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
]

describe('Outlook and Exchange', () => {
  const west = ruledZone('W. Europe Standard Time', '+0100', '+0200')

  test('an invitation by the clocks of a Windows zone is told by those of its place', () => {
    const { events, remarks } = read(
      'METHOD:REQUEST',
      'PRODID:Microsoft Exchange Server 2010',
      ...west,
      ...event(
        'ORGANIZER;CN=Secretariat:mailto:secretariat@example.org',
        'ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN="Network, the":mailto:a@example.org',
        'SUMMARY;LANGUAGE=en-GB:Briefing\\, closed',
        'DTSTART;TZID=W. Europe Standard Time:20270715T180000',
        'DTEND;TZID=W. Europe Standard Time:20270715T193000',
        'X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE',
        'X-MICROSOFT-CDO-ALLDAYEVENT:FALSE',
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        'DESCRIPTION:REMINDER',
        'TRIGGER;RELATED=START:-PT15M',
        'END:VALARM',
      ),
    )
    expect(events.map(when)).toEqual(['2027-07-15 18:00 – 19:30 Europe/Berlin'])
    expect(events[0]).toMatchObject({ title: 'Briefing, closed', note: '', cancelled: false })
    expect(remarks).toEqual([])
  })

  test('the name of a Windows zone is enough where the file gives no rules for it', () => {
    const { events, remarks } = read(...event('DTSTART;TZID="Romance Standard Time":20270115T090000', 'DURATION:PT45M'))
    expect(events.map(when)).toEqual(['2027-01-15 09:00 – 09:45 Europe/Paris'])
    expect(remarks).toEqual([])
  })

  test('a zone whose rules in the file are not those of its name goes by the rules', () => {
    const odd = ruledZone('W. Europe Standard Time', '+0300', '+0400')
    expect(read(...odd, ...event('DTSTART;TZID=W. Europe Standard Time:20270115T180000')).events.map(when)).toEqual([
      '2027-01-15 15:00 – – UTC',
    ])
  })

  test('a zone of the user’s own making goes by the rules', () => {
    const own = ruledZone('(UTC+01:00) Amsterdam\\, Berlin', '+0100', '+0200')
    const { events } = read(...own, ...event('DTSTART;TZID="(UTC+01:00) Amsterdam, Berlin":20270715T180000'))
    expect(events.map(when)).toEqual(['2027-07-15 16:00 – – UTC'])
  })

  test('a whole day is written from midnight to midnight', () => {
    const { events } = read(
      ...west,
      ...event(
        'DTSTART;TZID=W. Europe Standard Time:20270308T000000',
        'DTEND;TZID=W. Europe Standard Time:20270310T000000',
        'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
      ),
    )
    expect(events.map(when)).toEqual(['2027-03-08 – 2027-03-09 – –'])
  })

  test('what is called off is cancelled, also where only the method says so', () => {
    expect(read('METHOD:CANCEL', ...event('DTSTART:20270308T090000Z')).events[0]!.cancelled).toBe(true)
    expect(read(...event('DTSTART:20270308T090000Z', 'STATUS:CANCELLED')).events[0]!.cancelled).toBe(true)
  })

  test('letters of an old Windows file are read, and said to be doubtful', () => {
    const bytes = Buffer.from(file(...event('DTSTART;VALUE=DATE:20270308', 'SUMMARY:Réunion')), 'latin1')
    const { text, doubtful } = textOfBytes(bytes)
    expect(readCalendar(text, options).events[0]!.title).toBe('Réunion')
    expect(doubtful).toBe(true)
  })
})

describe('Google Calendar', () => {
  test('a whole day, a series by the zone’s clocks with one left out, one moved and one called off', () => {
    const zone = ['BEGIN:VTIMEZONE', 'TZID:America/New_York', 'X-LIC-LOCATION:America/New_York', 'END:VTIMEZONE']
    const series = event(
      'DTSTART;TZID=America/New_York:20270303T093000',
      'DTEND;TZID=America/New_York:20270303T103000',
      'RRULE:FREQ=WEEKLY;UNTIL=20270401T035959Z;BYDAY=WE',
      'EXDATE;TZID=America/New_York:20270310T093000',
      'SUMMARY:Call',
    )
    const moved = event(
      'DTSTART;TZID=America/New_York:20270318T140000',
      'DTEND;TZID=America/New_York:20270318T150000',
      'RECURRENCE-ID;TZID=America/New_York:20270317T093000',
      'SEQUENCE:1',
      'SUMMARY:Call',
    )
    const off = event(
      'DTSTART;TZID=America/New_York:20270324T093000',
      'RECURRENCE-ID;TZID=America/New_York:20270324T093000',
      'STATUS:CANCELLED',
      'SUMMARY:Call',
    )
    const { events } = read('X-WR-TIMEZONE:America/New_York', ...zone, ...series, ...moved, ...off)
    expect(events.map(when)).toEqual([
      '2027-03-03 09:30 – 10:30 America/New_York',
      '2027-03-18 14:00 – 15:00 America/New_York',
      '2027-03-24 09:30 – – America/New_York',
      '2027-03-31 09:30 – 10:30 America/New_York',
    ])
    expect(events.map(({ cancelled }) => cancelled)).toEqual([false, false, true, false])
  })

  test('hours without a zone go by the calendar’s, where it says one', () => {
    const { events, remarks } = read('X-WR-TIMEZONE:Asia/Beirut', ...event('DTSTART:20270308T093000'))
    expect(events.map(when)).toEqual(['2027-03-08 09:30 – – Asia/Beirut'])
    expect(remarks).toEqual([])
  })

  test('days that are left out in UTC are left out, whether or not the file has the zone’s rules', () => {
    const lines = event(
      'DTSTART;TZID=Europe/Zurich:20270301T180000',
      'RRULE:FREQ=DAILY;UNTIL=20270303T170000Z',
      'EXDATE:20270302T170000Z',
    )
    expect(days(read(...lines))).toEqual(['2027-03-01', '2027-03-03'])
    expect(days(read(...ruledZone('Europe/Zurich', '+0100', '+0200'), ...lines))).toEqual(['2027-03-01', '2027-03-03'])
  })
})

describe('Apple, Thunderbird, Nextcloud, Evolution', () => {
  test('addresses with quotes, colons and line ends of their own disturb nothing', () => {
    const { events } = read(
      ...event(
        'DTSTART;TZID=Europe/Zurich:20270308T090000',
        'DTEND;TZID=Europe/Zurich:20270308T100000',
        'LOCATION:Palais des Nations\\nRoom XX',
        'X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-ADDRESS="Avenue de la Paix\\n1202 Genève";X-APPLE-RADIUS=49;X-TITLE="Palais: Room XX":geo:46.22,6.14',
        'X-MOZ-LASTACK:20270301T080000Z',
        'TRANSP:OPAQUE',
        'SUMMARY:',
      ),
    )
    expect(events[0]).toMatchObject({ title: '–', note: 'Palais des Nations\nRoom XX', startsAt: '09:00' })
  })

  test.each([
    ['/mozilla.org/20050126_1/Europe/Paris', 'Europe/Paris'],
    ['/freeassociation.sourceforge.net/America/Argentina/Salta', 'America/Argentina/Salta'],
    ['tzone://Microsoft/Utc', 'UTC'],
  ])('%s is %s', (name, zone) => {
    const { events, remarks } = read(...event(`DTSTART;TZID=${name}:20270308T090000`))
    expect(events.map(when)).toEqual([`2027-03-08 09:00 – – ${zone}`])
    expect(remarks).toEqual([])
  })

  test('an end by the clocks of another place is told by those of the start', () => {
    const flight = event('DTSTART;TZID=Africa/Nairobi:20270307T233000', 'DTEND;TZID=Europe/Zurich:20270308T063000')
    expect(read(...flight).events.map(when)).toEqual(['2027-03-07 23:30 2027-03-08 08:30 Africa/Nairobi'])
  })

  test('a last day without an hour is meant with all of its hours', () => {
    expect(
      days(read(...event('DTSTART;TZID=Europe/Zurich:20270301T180000', 'RRULE:FREQ=DAILY;UNTIL=20270303'))),
    ).toEqual(['2027-03-01', '2027-03-02', '2027-03-03'])
  })
})

describe('repetitions', () => {
  test.each([
    [
      'the last working day of a month',
      '20270129',
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3',
      ['2027-01-29', '2027-02-26', '2027-03-31'],
    ],
    [
      'every second Tuesday',
      '20270112',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=3',
      ['2027-01-12', '2027-01-26', '2027-02-09'],
    ],
    [
      'the first Monday of March and October',
      '20270301',
      'FREQ=YEARLY;BYMONTH=3,10;BYDAY=1MO;COUNT=3',
      ['2027-03-01', '2027-10-04', '2028-03-06'],
    ],
    ['29 February', '20240229', 'FREQ=YEARLY', ['2028-02-29']],
  ])('%s', (_, start, rule, expected) => {
    expect(days(read(...event(`DTSTART;VALUE=DATE:${start}`, `RRULE:${rule}`)))).toEqual(expected)
  })

  test('a rule that counts by weeks of the year is not guessed at: its first day is taken, and it is named', () => {
    const found = read(...event('DTSTART;VALUE=DATE:20270517', 'RRULE:FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO'))
    expect([days(found), found.remarks.map(({ code }) => code)]).toEqual([['2027-05-17'], ['rule']])
  })

  test('further days without a rule come after the first one, also where each has its own length', () => {
    const plainDays = event('DTSTART;VALUE=DATE:20270301', 'RDATE;VALUE=DATE:20270305,20270309')
    expect(days(read(...plainDays))).toEqual(['2027-03-01', '2027-03-05', '2027-03-09'])
    const spans = event('DTSTART:20270301T180000Z', 'DURATION:PT1H', 'RDATE;VALUE=PERIOD:20270305T180000Z/PT2H')
    expect(days(read(...spans))).toEqual(['2027-03-01', '2027-03-05'])
  })

  test('a day of each year since a birth long ago is taken for the years to come', () => {
    expect(days(read(...event('DTSTART;VALUE=DATE:19020308', 'RRULE:FREQ=YEARLY')))).toEqual([
      '2027-03-08',
      '2028-03-08',
    ])
    expect(days(read(...event('DTSTART;VALUE=DATE:19700101', 'RRULE:FREQ=DAILY;UNTIL=20261123')))).toEqual([
      '2026-11-21',
      '2026-11-22',
      '2026-11-23',
    ])
  })

  test('a few hours one after the other are taken, hours for ever are not', () => {
    expect(read(...event('DTSTART:20270308T080000Z', 'RRULE:FREQ=HOURLY;COUNT=4')).events).toHaveLength(4)
    expect(read(...event('DTSTART:20270308T080000Z', 'RRULE:FREQ=HOURLY')).remarks[0]?.code).toBe('repeats-too-often')
  })

  test('a rule that no day meets, and one that stops being met, are named with what was taken, and the rest is read', async () => {
    const one = (uid: string, ...lines: string[]) =>
      event(...lines, `SUMMARY:${uid}`).map(line => line.replace('UID:1', `UID:${uid}`))
    const text = file(
      ...one('before', 'DTSTART;VALUE=DATE:20270101'),
      ...one('never', 'DTSTART;VALUE=DATE:20270101', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31'),
      ...one('after', 'DTSTART;VALUE=DATE:20270102', 'RRULE:FREQ=DAILY;COUNT=2'),
    )
    const { events, remarks } = await readInThread({ text, ...options, limitMs: 1500 })
    expect(events.map(({ uid }) => uid)).toEqual(['before', 'after', 'after'])
    expect(remarks).toMatchObject([{ code: 'endless', title: 'never', taken: 0 }])
  })

  test('what was worked out before a rule was found to be endless is kept', () => {
    const series = event('DTSTART;VALUE=DATE:20270101', 'RRULE:FREQ=DAILY')
    const { events, remarks } = readCalendar(file(...series), { ...options, endless: new Map([[3, 5]]) })
    expect(events).toHaveLength(5)
    expect(remarks).toEqual([{ code: 'endless', line: 3, title: '–', taken: 5 }])
  })

  test('many series at once fill the file’s room one after the other: single events have theirs, and what was cut is named', () => {
    const series = Array.from({ length: 12 }, (_, n) =>
      event('DTSTART;VALUE=DATE:20270101', 'RRULE:FREQ=DAILY').map(line => line.replace('UID:1', `UID:s${n}`)),
    ).flat()
    const { events, remarks } = read(...series, ...event('DTSTART;VALUE=DATE:20270101', 'SUMMARY:Single'))
    expect(events).toHaveLength(2000)
    expect(events.some(({ title }) => title === 'Single')).toBe(true)
    expect(remarks.map(({ code, taken }) => [code, taken]).slice(-3)).toEqual([
      ['full', 199],
      ['full', undefined],
      ['full', undefined],
    ])
  })
})

describe('what is wrong in a file', () => {
  test.each([
    ['DTSTART:next tuesday'],
    ['DTSTART:20270308T090000Z', 'RRULE:FREQ=OFTEN'],
    ['DTSTART:20270308T090000Z', 'RRULE:FREQ=DAILY;UNTIL=never'],
  ])('an event with %s is left out and named, and the others are read', (...lines) => {
    const { events, remarks } = read(
      ...event('SUMMARY;LANGUAGE=en:Wrong\\, this one', ...lines),
      ...event('UID:2', 'DTSTART;VALUE=DATE:20270308', 'SUMMARY:Right').filter(one => one !== 'UID:1'),
    )
    expect(events.map(({ title }) => title)).toEqual(['Right'])
    expect(remarks).toMatchObject([{ line: 3, title: 'Wrong, this one' }])
  })

  test('lists with nothing in them say nothing', () => {
    expect(
      days(read(...event('DTSTART;VALUE=DATE:20270308', 'RRULE:FREQ=DAILY;COUNT=2', 'EXDATE:', 'RDATE;VALUE=DATE:'))),
    ).toEqual(['2027-03-08', '2027-03-09'])
  })

  test('a page of the web in place of a calendar is said to be one', () => {
    for (const page of ['<!DOCTYPE html>\n<html>', '\n  <html lang="en">', '<?xml version="1.0"?>']) {
      expect(() => readCalendar(page, options)).toThrow(CalendarError)
      expect(() => readCalendar(page, options)).toThrow('web-page')
    }
  })

  test('of one event that stands twice the newer edition counts, whatever their order', () => {
    const edition = (sequence: number) =>
      event(`SEQUENCE:${sequence}`, `SUMMARY:Edition ${sequence}`, 'DTSTART;VALUE=DATE:20270308')
    expect(read(...edition(3), ...edition(2)).events.map(({ title }) => title)).toEqual(['Edition 3'])
    expect(read(...edition(-2)).events.map(({ title }) => title)).toEqual(['Edition -2'])
  })
})

describe('bytes', () => {
  const title = 'ورشة عمل 👩🏽‍⚖️ réunion'.repeat(5)
  /** Folds after 75 octets, in the middle of characters, as several programs do. */
  function foldedAnywhere(line: string, end: string): Buffer {
    const bytes = Buffer.from(line)
    const parts = [bytes.subarray(0, 75)]
    for (let at = 75; at < bytes.length; at += 74) parts.push(Buffer.from(`${end} `), bytes.subarray(at, at + 74))
    return Buffer.concat(parts)
  }

  test.each(['\r\n', '\n'])('lines that are folded in the middle of a letter come together again (%j)', end => {
    const lines = file(...event('DTSTART;VALUE=DATE:20270308', `SUMMARY:${title}`, 'not a line')).split('\r\n')
    const bytes = Buffer.concat(lines.flatMap(line => [foldedAnywhere(line, end), Buffer.from(end)]))
    const { text, doubtful } = textOfBytes(bytes)
    expect(doubtful).toBe(false)
    const right = text.replace(`not a line${end}`, '')
    expect(readCalendar(right, options).events[0]!.title).toBe(title)
    const folds = [...text.matchAll(/\n /g)].length
    expect(() => readCalendar(text, options)).toThrow(expect.objectContaining({ refusal: 'line', line: 8 + folds }))
  })

  test('marks of UTF-8 and UTF-16 at the beginning are understood', () => {
    const text = `\ufeff${file(...event('DTSTART;VALUE=DATE:20270308', `SUMMARY:${title}`))}`
    for (const bytes of [Buffer.from(text), Buffer.from(text, 'utf16le'), Buffer.from(text, 'utf16le').swap16()])
      expect(readCalendar(textOfBytes(bytes).text, options).events[0]!.title).toBe(title)
  })
})
