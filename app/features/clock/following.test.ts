import { expect, test } from 'vitest'
import { BODIES } from '../../../library/bodies.ts'
import { wordsOf } from '../../platform/languages.ts'
import { concerns, pointsFor } from './following.ts'
import { withEntered } from './bodies.ts'
import { entriesBetween } from './entries.ts'
import { NO_FILTER, type Entry } from './model.ts'
import { changesSince, goneSince, isDaytime, letter, remindersOn, type ToldDay } from './reminders.ts'
import { enteredSession, linesOf, ownDate, testBody } from './testing-bodies.ts'

const now = new Date('2026-11-21T12:00:00Z')
const ofCountry = (country: string | null) =>
  linesOf(testBody(), [], { own: [ownDate({ country })] }).find(one => one.kind === 'own')!

test('who follows nothing is shown everything', () => {
  const nothing = { countries: [], bodies: [] }
  expect(linesOf(testBody([{ id: 's' }])).every(entry => concerns(entry, nothing))).toBe(true)
  expect(pointsFor(BODIES, nothing, now, false).length).toBeGreaterThan(5)
})

test('who follows a country is shown what is its own and what concerns all', () => {
  const followed = { countries: ['COD'], bodies: [] }
  expect([null, 'COD', 'MLI'].map(country => concerns(ofCountry(country), followed))).toEqual([true, true, false])
})

test('who follows a body is shown its days, and no other body’s', () => {
  const [entry] = linesOf(testBody([{ id: 's' }]))
  expect(concerns(entry!, { countries: [], bodies: ['committee'] })).toBe(true)
  expect(concerns(entry!, { countries: [], bodies: ['cedaw'] })).toBe(false)
})

test('a point that concerns two of her countries stands once', () => {
  const points = pointsFor(BODIES, { countries: ['COD', 'MLI', 'DNK'], bodies: ['crc'] }, now, false)
  const names = points.map(({ kind, deadline }) => `${kind} ${deadline.procedure.id} ${deadline.day}`)
  expect(new Set(names).size).toBe(names.length)
  expect(names).toContain('submit crc-pre-session 2026-12-01')
})

test('she is told once for each span that a day lies in, the shortest first, also when the machine stood still', () => {
  const line = (startsOn: string, more = {}): Entry =>
    linesOf(testBody(), [], { own: [ownDate({ startsOn, ...more })] }).find(one => one.kind === 'own')!
  const told = (startsOn: string, more = {}) =>
    remindersOn([line(startsOn, more)], [30, 7, 1], '2026-11-21').map(({ daysBefore }) => daysBefore)
  expect([
    told('2026-12-21'),
    told('2026-12-22'),
    told('2026-12-05'),
    told('2026-11-28'),
    told('2026-11-26'),
    told('2026-11-22'),
  ]).toEqual([[30], [], [30], [7], [7], [1]])
  expect(told('2026-11-20')).toEqual([])
  expect(told('2026-11-28', { cancelledAt: new Date() })).toEqual([])
})

test('nobody is written to at night, by her own clocks', () => {
  const noonInGeneva = new Date('2026-11-21T11:00:00Z')
  expect(
    ['Europe/Zurich', 'Africa/Kinshasa', 'Pacific/Auckland', 'America/Los_Angeles'].map(zone =>
      isDaytime(noonInGeneva, zone),
    ),
  ).toEqual([true, true, false, false])
})

test('a letter names what is public with its day, hours, address and doubts, and of what is the organisation’s own only the day', () => {
  const config = { secret: 's'.repeat(32), publicUrl: 'https://open.example' }
  const lines = linesOf(testBody(), [enteredSession({ sourceKind: 'secondary' })], {
    own: [ownDate({ title: 'Secret meeting', visibility: 'organisation' })],
  })
  const reminders = lines
    .filter(entry => entry.kind === 'own' || (entry.kind === 'deadline' && entry.deadline.session !== null))
    .map(entry => ({ entry, daysLeft: 7, daysBefore: 7 }))
  const { subject, text, headers } = letter(reminders, wordsOf('en'), 'Africa/Kinshasa', config, 'user-1')
  expect(subject).toBe('2 dates are near')
  expect(text).toContain('Deadline: Report weeks, 95th session (The Committee)')
  expect(text).toContain('To be checked: confirm with the body.')
  expect(text).toContain('https://open.example/bodies/committee#weeks')
  expect(text).toContain('27 March 2027 (7 days left)')
  expect(text).not.toContain('Secret meeting')
  expect(headers['List-Unsubscribe']).toMatch(/^<https:\/\/open\.example\/calendar\/reminders\/[\w.-]+>$/)
  expect(text).toContain(headers['List-Unsubscribe'].slice(1, -1))
})

test('of what is the organisation’s own a letter says that it is called off or moved, and does not name it', () => {
  const config = { secret: 's'.repeat(32), publicUrl: 'https://open.example' }
  const textOf = (more: object, from?: string) => {
    const own = [ownDate({ title: 'Secret meeting', visibility: 'organisation', startsOn: '2026-12-01', ...more })]
    const [entry] = linesOf(testBody(), [], { own }).filter(({ kind }) => kind === 'own')
    const reminder = { entry: entry!, daysLeft: 9, daysBefore: -1, ...(from && { from }) }
    return letter([reminder], wordsOf('en'), 'UTC', config, 'user-1').text
  }
  const off = textOf({ cancelledAt: new Date() })
  expect(off).toContain('cancelled')
  expect(off).not.toContain('9 days left')
  expect(textOf({}, '2026-11-28')).toContain('moved from 28 November 2026')
  for (const text of [off, textOf({}, '2026-11-28')]) expect(text).not.toContain('Secret meeting')
})

test('a women’s organisation is told that the State answers a questionnaire of States; a government’s focal point, to hand it in', () => {
  const points = (asState: boolean) =>
    pointsFor(BODIES, { countries: ['DNK'], bodies: [] }, now, asState).map(
      ({ kind, whose, deadline }) => `${kind} ${whose} ${deadline.procedure.id}`,
    )
  expect(points(false)).toContain('submit state osce-code-of-conduct')
  expect(points(true)).toContain('submit own osce-code-of-conduct')
  expect(points(true).filter(one => one.includes('crc-pre-session'))).toEqual([])
})

test('what a regional body asks of its States concerns nobody who follows a country outside', () => {
  const all = entriesBetween({ bodies: withEntered([]) }, '2027-01-01', '2027-12-31', NO_FILTER)
  const questionnaire = all.find(
    one => one.kind === 'deadline' && one.deadline.procedure.id === 'osce-code-of-conduct',
  )!
  const followedBy = (country: string) => concerns(questionnaire, { countries: [country], bodies: [] })
  expect([followedBy('COD'), followedBy('DNK')]).toEqual([false, true])
})

test('what changes again after she heard of it is told again: called off, on after all, moved back', () => {
  const line = (more: object) =>
    linesOf(testBody(), [], { own: [ownDate({ startsOn: '2026-12-01', ...more })] }).find(({ kind }) => kind === 'own')!
  const told: ToldDay[] = [{ what: line({}).uid, day: '2026-12-01', daysBefore: 30 }]
  const hears = (more: object) => {
    const news = changesSince([line(more)], told, '2026-11-22')
    told.push(...news.map(({ entry, daysBefore }) => ({ what: entry.uid, day: entry.day, daysBefore })))
    return news.map(({ entry, from }) => `${from} to ${entry.day}${entry.cancelled ? ', called off' : ''}`)
  }
  const moved = { startsOn: '2026-12-08' }
  const off = { ...moved, cancelledAt: new Date() }
  const heard = [{}, moved, moved, off, off, moved, {}, {}].map(hears)
  expect(heard).toEqual([
    [],
    ['2026-12-01 to 2026-12-08'],
    [],
    ['2026-12-08 to 2026-12-08, called off'],
    [],
    ['2026-12-08 to 2026-12-08'],
    ['2026-12-08 to 2026-12-01'],
    [],
  ])
})

test('a day that was taken away is withdrawn once, and one that goes by another name is not', () => {
  const told = (what: string, daysBefore = 7) => ({ what, day: '2026-12-01', daysBefore })
  expect(goneSince([], [told('own.1@open1325'), told('yearly.x.2026-12-01@open1325')], '2026-11-22')).toEqual([
    { what: 'own.1@open1325', day: '2026-12-01', daysBefore: -2 },
  ])
  expect(goneSince([], [told('own.1@open1325'), told('own.1@open1325', -2)], '2026-11-22')).toEqual([])
  expect(goneSince([], [told('own.1@open1325')], '2026-12-02')).toEqual([])
  const seenAgain = [told('own.1@open1325'), told('own.1@open1325', -2), told('own.1@open1325', -1)]
  expect(goneSince([], seenAgain, '2026-11-22')).toHaveLength(1)
})
