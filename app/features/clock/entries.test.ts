import { describe, expect, test } from 'vitest'
import { wordsOf } from '../../platform/languages.ts'
import { withEntered } from './bodies.ts'
import { entriesBetween, sessionsByTime, undatedSessions } from './entries.ts'
import { filterOf, monthAfter, NO_FILTER, queryOf, type EndingPlan } from './model.ts'
import { deadlineIn, enteredSession, linesOf, ownDate, testBody } from './testing-bodies.ts'
import { dateOf, hoursOf, howFound, sourcesBehind } from './words.ts'

const en = wordsOf('en')
const planned = { id: 'session-94' }

test('a deadline tells how it was found, and its last minute by the body’s clocks and the reader’s', () => {
  const due = deadlineIn(linesOf(testBody([planned])), 'weeks')
  expect(due.day).toBe('2026-12-21')
  expect(howFound(due.deadline, en)).toBe('Six weeks before 1 February 2027')
  expect(howFound(due.deadline, wordsOf('fr'))).toBe('Six semaines avant le 1 février 2027')
  expect(hoursOf(due, en, null)?.hours).toEqual(['23:59 CET', '22:59 UTC'])
})

test('18:00 in Geneva is 12:00 in New York in January, and in the weeks between two changes of clocks an hour nearer', () => {
  const winter = deadlineIn(linesOf(testBody([planned])), 'hour')
  expect(winter.time).toEqual({ from: '18:00', until: null, zone: 'Europe/Zurich' })
  expect(hoursOf(winter, en, 'America/New_York')?.at.toISOString()).toBe('2027-01-04T17:00:00.000Z')
  expect(hoursOf(winter, en, 'America/New_York')?.hours).toEqual(['18:00 CET', '12:00 GMT-5, New York'])
  const march = deadlineIn(linesOf(testBody([{ ...planned, start: '2027-04-15' }])), 'hour')
  expect(march.day).toBe('2027-03-18')
  expect(hoursOf(march, en, 'America/New_York')?.hours[1]).toBe('13:00 GMT-4, New York')
  expect(hoursOf(march, wordsOf('ar'), 'America/New_York')?.hours[1]).toBe('13:00 غرينتش-4، \u2068New York\u2069')
})

test('23:59 is an hour where the rule names it, and the end of the day where it names none', () => {
  const named = { kind: 'offset', from: 'session-start', days: -7, time: '23:59', zone: 'America/New_York' } as const
  const body = testBody([{ ...planned, procedures: ['hour', 'weeks'] }])
  const other = body.procedures.map(one =>
    one.id === 'hour' ? { ...one, rules: one.rules.map(rule => ({ ...rule, deadline: named })) } : one,
  )
  const lines = linesOf({ ...body, procedures: other })
  expect(deadlineIn(lines, 'hour').time).toEqual({ from: '23:59', until: null, zone: 'America/New_York' })
  expect(deadlineIn(lines, 'weeks').time).toBeNull()
})

test('where it is another day for the reader, her day stands beside the hour', () => {
  const due = deadlineIn(linesOf(testBody([planned])), 'weeks')
  expect(hoursOf(due, en, 'Pacific/Auckland')?.hours[1]).toMatch(/^Tue,? 22 December, 11:59/)
})

test('six weeks before the middle of April of a leap year count its 29 February', () => {
  const inLeapYear = linesOf(testBody([{ ...planned, start: '2028-04-10' }]))
  expect(deadlineIn(inLeapYear, 'weeks').day).toBe('2028-02-28')
  expect(deadlineIn(linesOf(testBody([{ ...planned, start: '2027-04-10' }])), 'weeks').day).toBe('2027-02-27')
})

describe('a session that was moved', () => {
  const moved = enteredSession({
    corrects: 'session-94',
    name: '94th session',
    starts: '2027-02-15',
    ends: null,
    state: 'moved',
    supersedes: [{ start: '2027-02-01', end: null }],
    version: 2,
  })
  const lines = linesOf(testBody([planned]), [moved])

  test('stands once, and keeps its old day', () => {
    const [session, ...others] = lines.filter(entry => entry.kind === 'session')
    expect(others).toEqual([])
    expect(session).toMatchObject({ day: '2027-02-15', movedFrom: ['2027-02-01'], uid: 'session.session-94@open1325' })
  })

  test('takes the deadlines that are counted from it along, and they say from where', () => {
    const before = deadlineIn(linesOf(testBody([planned])), 'weeks')
    const after = deadlineIn(lines, 'weeks')
    expect(after).toMatchObject({ day: '2027-01-04', movedFrom: ['2026-12-21'], uid: before.uid })
    expect(after.sequence).toBeGreaterThan(before.sequence)
    expect(after.changedAt > before.changedAt).toBe(true)
  })
})

test('of a session that was cancelled the deadline stays in its place, crossed out', () => {
  const lines = linesOf(testBody([{ ...planned, state: 'cancelled' }]))
  expect(deadlineIn(lines, 'weeks')).toMatchObject({ day: '2026-12-21', cancelled: true })
})

test('what was entered from the body’s own page counts as verified, what others say of it is to be checked', () => {
  const official = deadlineIn(linesOf(testBody(), [enteredSession()]), 'weeks')
  const hearsay = deadlineIn(linesOf(testBody(), [enteredSession({ sourceKind: 'secondary' })]), 'weeks')
  expect([official.verified, hearsay.verified]).toEqual([true, false])
})

test('of two corrections the own organisation’s goes first, then the latest', () => {
  const theirs = enteredSession({
    id: '3',
    corrects: 'session-94',
    organisationId: 'theirs',
    name: 'Theirs',
    changedAt: new Date('2026-12-01'),
  })
  const ours = enteredSession({ id: '4', corrects: 'session-94', name: 'Ours' })
  const nameFor = (own: string | null) =>
    withEntered([ours, theirs], own, [testBody([planned])]).bodies[0]!.sessions[0]!.name.en
  expect(nameFor('ours')).toBe('Ours')
  expect(nameFor(null)).toBe('Theirs')
})

test('a day that was announced goes before the rule', () => {
  const announced = {
    procedure: 'announced',
    by: 'one',
    opens: '2026-10-01',
    closes: '2026-11-30',
    time: null,
    zone: null,
    supersedes: [],
    sourceTitle: 'Note on the session',
    sourceUrl: null,
    sourceKind: 'official',
    seenOn: '2026-11-20',
  } as const
  const lines = linesOf(testBody(), [enteredSession({ deadlines: [{ ...announced, supersedes: ['2026-11-15'] }] })])
  const due = deadlineIn(lines, 'announced')
  expect(due).toMatchObject({ day: '2026-11-30', movedFrom: ['2026-11-15'], verified: true })
  expect(howFound(due.deadline, en)).toBe('Announced by the body for this session')
  const hearsay = enteredSession({ deadlines: [{ ...announced, supersedes: [], sourceKind: 'secondary' }] })
  expect(deadlineIn(linesOf(testBody(), [hearsay]), 'announced').verified).toBe(false)
})

test('what rests on a rule and a session is as old as the older of the two', () => {
  const due = deadlineIn(linesOf(testBody(), [enteredSession({ seenOn: '2027-01-10' })]), 'weeks')
  expect(sourcesBehind(due)).toMatchObject({
    seen: '2026-11-20',
    sources: [{ title: 'Note of the Committee' }, { title: 'Programme of work' }],
  })
})

test('a day that comes each year stands in each', () => {
  const days = linesOf(testBody()).filter(
    entry => entry.kind === 'deadline' && entry.deadline.procedure.id === 'yearly',
  )
  expect(days.map(({ day }) => day)).toEqual(['2026-04-15', '2027-04-15', '2028-04-15'])
})

test('a day of each year is not told of years before the rule is known to have held', () => {
  const body = testBody()
  const unknown = {
    ...body,
    procedures: body.procedures.map(one => ({ ...one, rules: one.rules.map(rule => ({ ...rule, validFrom: null })) })),
  }
  const bodies = withEntered([], null, [unknown])
  const days = entriesBetween({ bodies }, '1990-01-01', '2027-12-31', { ...NO_FILTER, kind: 'deadline' }).map(
    ({ day }) => day,
  )
  expect(days).toEqual(['2026-04-15', '2027-04-15'])
})

test('a session of which only the month is known is in that month, one without a date in none', () => {
  const body = testBody([
    { ...planned, start: '2027-02' },
    { id: 'later', start: null },
    { id: 'over', start: null, deadlines: [{ procedure: 'announced', closes: '2019-05-01', sources: ['note'] }] },
    { id: 'year', start: '2027' },
  ])
  const bodies = withEntered([], null, [body])
  const inFebruary = entriesBetween({ bodies }, '2027-02-01', '2027-02-28', { ...NO_FILTER, kind: 'session' })
  expect(inFebruary.map(({ day }) => day)).toEqual(['2027-02'])
  expect(entriesBetween({ bodies }, '2027-03-01', '2027-12-31', { ...NO_FILTER, kind: 'session' })).toEqual([])
  expect(undatedSessions(bodies, '2026-11-21', NO_FILTER).map(entry => entry.session.id)).toEqual(['later', 'year'])
  const { coming, past } = sessionsByTime(bodies, '2027-03-01')
  expect(coming.map(entry => entry.session.id)).toEqual(['year', 'later'])
  expect(past.map(entry => entry.session.id)).toEqual(['session-94', 'over'])
})

test('a plan to 2027 runs out on the last day of 2027, one to February of a leap year on the 29th', () => {
  const plan = (periodEnd: string): EndingPlan => ({
    slug: 'plan',
    title: 'Plan',
    language: 'en',
    country: 'COD',
    issuer: null,
    periodEnd,
    published: true,
    organisationId: 'ours',
    changedAt: new Date(0),
    version: 1,
  })
  const endOf = (periodEnd: string) =>
    linesOf(testBody(), [], { plans: [plan(periodEnd)] }).find(one => one.kind === 'plan-end')?.day
  expect(['2027', '2028-02', '2027-06-30'].map(endOf)).toEqual(['2027-12-31', '2028-02-29', '2027-06-30'])
})

test('narrowed to a country, what is another country’s goes, what concerns all of them stays', () => {
  const own = [ownDate({ country: 'MLI' }), ownDate({ id: '5', country: 'COD' }), ownDate({ id: '6' })]
  const lines = entriesBetween({ bodies: withEntered([], null, []), own }, '2027-01-01', '2027-12-31', {
    ...NO_FILTER,
    country: 'COD',
  })
  expect(lines.map(entry => entry.countries)).toEqual([null, ['COD']].toReversed())
})

test('an address asks only for what there is', () => {
  const bodies = [{ id: 'cedaw' }]
  const asked = filterOf(new URLSearchParams('body=cedaw&country=cod&kind=deadline'), bodies)
  expect(asked).toEqual({ body: 'cedaw', country: 'COD', kind: 'deadline' })
  expect(queryOf(asked, { from: '2026-11' })).toBe('?body=cedaw&country=COD&kind=deadline&from=2026-11')
  expect(filterOf(new URLSearchParams('body=<b>&country=Congo&kind=x'), bodies)).toEqual(NO_FILTER)
  expect([monthAfter('2026-11', 2), monthAfter('2026-01', -12)]).toEqual(['2027-01', '2025-01'])
})

test('a date is told as far as it is known', () => {
  expect(['2027-02-01', '2027-02', '2027'].map(date => dateOf(date, en))).toEqual([
    '1 February 2027',
    'February 2027',
    '2027',
  ])
  expect(dateOf('2027-02', wordsOf('ar'))).toBe('فبراير 2027')
})
