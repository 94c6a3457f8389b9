import { expect, test } from 'vitest'
import { BODIES, procedureOf, sessionOf, type Body, type Session } from '../../../library/bodies.ts'
import { deadlineOf, deadlines, type Deadline } from './deadlines.ts'
import { whoseIs } from './whose.ts'
import { pointsOfIntervention } from './points.ts'
import { ruleFor, sourcesOf } from './rules.ts'

function due(procedure: string, session: Session | string, by?: Deadline['by']): Deadline {
  const found = procedureOf(procedure)
  const one = typeof session === 'string' ? sessionOf(session) : session
  return deadlineOf({ ...found, rule: ruleFor(found.procedure, one) }, one, by)
}

/** A session that nobody has announced a day for. */
const session = (more: Partial<Session>): Session => ({
  ...sessionOf('cedaw-86'),
  id: 'one-to-come',
  deadlines: [],
  ...more,
})

/** The library with the sessions of one body replaced. */
const withSessions = (id: string, sessions: Session[]): Body[] =>
  BODIES.map(body => (body.id === id ? { ...body, sessions } : { ...body, sessions: [] }))

test.each([
  ['cedaw-50', 'cedaw-session-2011', '2011-09-19'],
  ['cedaw-72', 'cedaw-session-2019', '2019-01-28'],
  ['cedaw-73', 'cedaw-session-2019', '2019-06-10'],
  ['cedaw-80', 'cedaw-session-2021', '2021-09-20'],
  ['cedaw-81', 'cedaw-session-2021', '2022-01-10'],
  ['cedaw-86', 'cedaw-session-2021', '2023-09-11'],
])('CEDAW: two weeks before the session in 2011, three in 2019, four since: %s', (id, version, day) => {
  const found = due('cedaw-session', id)
  expect([found.rule?.id, found.day, found.certainty]).toEqual([version, day, 'computed'])
})

test('the Committee against Torture takes reports four weeks before, and for lists of issues twelve', () => {
  expect(due('cat-session', 'cat-76').day).toBe('2023-03-20')
  expect(due('cat-list-of-issues', 'cat-76').day).toBe('2023-01-23')
})

test('a rule holds from its first session on, until the next version or its own end', () => {
  const { procedure } = procedureOf('cedaw-session')
  expect(ruleFor(procedure, '2010-05-01')).toBeNull()
  expect(ruleFor(procedure, '2018')?.id).toBe('cedaw-session-2011')
  expect(ruleFor(procedure, '2020-03')?.id).toBe('cedaw-session-2020')
  expect(ruleFor(procedure, '2026-11-21')?.id).toBe('cedaw-session-2021')
  expect(ruleFor(procedure, { start: null, end: null })?.id).toBe('cedaw-session-2021')
  const australia = procedureOf('national-report-aus').procedure
  expect(ruleFor(australia, '2019-12-31')?.id).toBe('national-report-aus-2012')
  expect(ruleFor(australia, '2020')).toBeNull()
})

test('a rule says where it was read, and when', () => {
  const { body, procedure } = procedureOf('cedaw-session')
  const [first] = sourcesOf(body, procedure.rules.at(-1)!)
  expect(first).toMatchObject({ url: 'https://cedaw.iwraw-ap.org/cedaw80/', seen: '2026-11-21', kind: 'secondary' })
})

test('of rules that name days of the year a session has the last one before it opens', () => {
  const crc = { ...procedureOf('crc-pre-session') }
  const at = (start: string) => deadlineOf({ ...crc, rule: crc.procedure.rules[0]! }, session({ start, end: null })).day
  expect([at('2027-02'), at('2027-06-07'), at('2027-10-04')]).toEqual(['2026-12-01', '2027-04-01', '2027-08-01'])
})

test('days that a body announces cannot be computed: they stand with the session, and before any rule', () => {
  expect(due('upr-stakeholder', 'upr-43')).toMatchObject({ certainty: 'announced', day: '2022-10-11', why: null })
  expect(due('csw-written', 'csw-64')).toMatchObject({ certainty: 'announced', opens: '2019-09-27', day: '2019-10-17' })
  expect(due('upr-stakeholder', 'upr-52')).toMatchObject({
    certainty: 'unknown',
    day: null,
    at: null,
    why: 'not-announced',
  })
})

test('joint statements may be due on another day', () => {
  expect(due('csw-written', 'csw-56').day).toBe('2011-11-14')
  expect(due('csw-written', 'csw-56', 'coalition').day).toBe('2011-11-21')
  expect(due('csw-written', 'csw-64', 'coalition').day).toBe('2019-10-17')
})

test('a day ends in the body’s own zone: by its rule where it says so, else by its seat', () => {
  const geneva = due('cedaw-session', 'cedaw-86')
  expect([geneva.at?.toISOString(), geneva.zone, geneva.zoneFrom]).toEqual([
    '2023-09-11T21:59:00.000Z',
    'Europe/Zurich',
    'seat',
  ])
  const washington = due('iachr-hearing', 'iachr-183')
  expect([washington.at?.toISOString(), washington.zoneFrom]).toEqual(['2022-01-20T04:59:00.000Z', 'rule'])
})

test('from a month nothing is counted: the deadline of a session of February 2026 is not known', () => {
  expect(due('cedaw-session', 'cedaw-92')).toMatchObject({
    certainty: 'unknown',
    why: 'session-day-unknown',
    day: null,
  })
})

test('sixty days before the examination of the country, not before the session', () => {
  expect(due('achpr-shadow', 'achpr-81')).toMatchObject({ certainty: 'unknown', why: 'examination-day-unknown' })
  expect(due('achpr-shadow', { ...sessionOf('achpr-81'), examination: '2024-10-21' }).day).toBe('2024-08-22')
})

test('a session that was moved is counted from its new day, and says which day it had before', () => {
  const moved = session({ state: 'moved', start: '2027-02-08', supersedes: [{ start: '2026-10-12', end: null }] })
  expect(due('cedaw-session', moved)).toMatchObject({ day: '2027-01-11', supersedes: ['2026-09-14'] })
})

test('a session that was cancelled has no deadline, and says which one it had', () => {
  const cancelled = session({ state: 'cancelled', start: '2026-10-12' })
  expect(due('cedaw-session', cancelled)).toMatchObject({
    day: null,
    why: 'session-cancelled',
    supersedes: ['2026-09-14'],
  })
  expect(due('cedaw-session', 'cedaw-2025-10')).toMatchObject({ day: null, why: 'session-cancelled', supersedes: [] })
})

test('what rests on a rule that is to be checked is not verified, nor what rests on such a session', () => {
  expect(due('cedaw-session', 'cedaw-72').verified).toBe(true)
  expect(due('cedaw-session', 'cedaw-86').verified).toBe(false)
  expect(due('csw-written', 'csw-64').verified).toBe(true)
  expect(due('council-mandate', 'council-mandate-unama-2027').verified).toBe(false)
})

test('of a procedure whose deadline was not found nothing is made up', () => {
  const found = procedureOf('sg-report')
  const rule = found.procedure.rules[0]!
  expect(deadlineOf({ ...found, rule }, session({}))).toMatchObject({ certainty: 'unknown', why: 'not-known' })
  expect(deadlineOf({ ...found, rule: null }, session({}))).toMatchObject({ certainty: 'unknown', why: 'no-rule' })
})

test('a list of what is due has days that return each year, sessions without a day, and cancelled ones in their place', () => {
  const list = deadlines(BODIES, '2025-10-01', '2026-04-30')
  const told = list.map(({ procedure, session: of, day, why }) => `${day ?? why} ${of?.id ?? procedure.id}`)
  expect(told).toContain('session-cancelled cedaw-2025-10')
  expect(told).toContain('session-day-unknown cedaw-92')
  expect(told.filter(one => one.endsWith('crc-pre-session'))).toEqual([
    '2025-12-01 crc-pre-session',
    '2026-04-01 crc-pre-session',
  ])
  expect(told.at(-1)).toBe('2026-04-15 osce-code-of-conduct')
})

test('a day of the year that belongs to a known session is told once, with the session', () => {
  const group = session({ id: 'crc-group', start: '2027-02-01', end: null, procedures: ['crc-pre-session'] })
  const list = deadlines(withSessions('crc', [group]), '2026-11-21', '2026-12-31')
  expect(list.map(({ procedure, day, session: of }) => [procedure.id, day, of?.id])).toEqual([
    ['crc-pre-session', '2026-12-01', 'crc-group'],
    ['crc-additional', '2026-12-15', undefined],
  ])
})

test('a country’s list leaves out other countries’ reports and reviews', () => {
  const mine = deadlines(BODIES, '2026-01-01', '2027-12-31', 'DNK').map(one => one.session?.id)
  expect(mine).toContain('upr-52')
  expect(mine).not.toContain('upr-54')
  expect(mine).not.toContain('council-mandate-unama-2027')
})

const now = new Date('2026-11-21T12:00:00Z')
const pointsOf = (bodies: readonly Body[], country?: string, days?: number) =>
  pointsOfIntervention(bodies, now, country, { days }).map(({ kind, deadline, daysLeft }) => [
    kind,
    deadline.session?.id ?? deadline.procedure.id,
    daysLeft,
  ])

test('nine days to the session’s deadline: submit; after it, they meet', () => {
  const bodies = (start: string) => withSessions('cedaw', [session({ start, end: null })])
  expect(pointsOf(bodies('2026-12-28'), undefined, 30)[0]).toEqual(['submit', 'one-to-come', 9])
  expect(pointsOf(bodies('2026-12-07'), undefined, 30)).toContainEqual(['meeting', 'one-to-come', 16])
})

test('the last day is still a day to submit, until it ends where the body sits', () => {
  const bodies = withSessions('cedaw', [session({ start: '2026-12-19', end: null })])
  const at = (time: string) =>
    pointsOfIntervention(bodies, new Date(time), undefined, { days: 30 }).find(({ deadline }) => deadline.session)
  expect(at('2026-11-21T22:30:00Z')).toMatchObject({ kind: 'submit', daysLeft: 0 })
  expect(at('2026-11-21T23:30:00Z')).toMatchObject({ kind: 'meeting' })
})

test('a window that is not open yet says when it opens', () => {
  const window = {
    procedure: 'csw-written',
    by: 'one',
    opens: '2026-12-01',
    closes: '2026-12-20',
    time: null,
    zone: null,
  } as const
  const csw = session({
    procedures: ['csw-written'],
    start: '2027-03-08',
    deadlines: [{ ...window, supersedes: [], sources: ['unwomen'] }],
  })
  expect(pointsOf(withSessions('csw', [csw]), undefined, 30)[0]).toEqual(['window-opens', 'one-to-come', 10])
})

test('of a session ahead whose day is not known one asks the body; of what is taken at any time it is said so', () => {
  const danish = pointsOf(BODIES, 'DNK')
  expect(danish).toContainEqual(['probably-over', 'upr-52', null])
  expect(danish).toContainEqual(['submit', 'crc-pre-session', 10])
  expect(danish).toContainEqual(['any-time', 'grevio-ngo', null])
  expect(pointsOf(BODIES, 'KAZ')).toContainEqual(['ask-when', 'cedaw-93', null])
})

test('the end of a mission’s mandate is a meeting to speak to members before, for the country that it is about', () => {
  expect(pointsOf(BODIES, 'AFG', 365)).toContainEqual(['meeting', 'council-mandate-unama-2027', 208])
  expect(pointsOf(BODIES, 'DNK', 365).map(([, id]) => id)).not.toContain('council-mandate-unama-2027')
})

test('what is past or cancelled is no point of intervention', () => {
  const ids = pointsOf(BODIES).map(([, id]) => id)
  for (const id of ['cedaw-86', 'cedaw-2025-10', 'csw-70', 'csw-55', 'upr-45']) expect(ids).not.toContain(id)
})

test('of a review whose earlier deadlines lay 193 to 224 days before, nobody counts the days to the session: it is probably over', () => {
  const uprSessions = BODIES.find(({ id }) => id === 'upr')!.sessions
  const upr = (start: string) =>
    pointsOfIntervention(
      withSessions('upr', [
        ...uprSessions,
        session({ id: 'upr-55', countries: null, start, end: null, procedures: ['upr-stakeholder'] }),
      ]),
      now,
      undefined,
      { days: 400 },
    ).find(({ deadline }) => deadline.session?.id === 'upr-55')
  expect(upr('2027-02-01')).toMatchObject({
    kind: 'probably-over',
    daysLeft: null,
    usual: { least: 193, most: 224, sessions: 5 },
  })
  expect(upr('2027-06-02')).toMatchObject({ kind: 'ask-when', daysLeft: null })
  expect(upr('2027-06-01')).toMatchObject({ kind: 'probably-over' })
  expect(upr('2027')).toMatchObject({ kind: 'ask-when' })
})

test('what a regional body asks is in the lists of its own States only, but for a session that names another', () => {
  const yearly = (country: string) =>
    deadlines(BODIES, '2027-01-01', '2027-12-31', country).map(({ procedure }) => procedure.id)
  expect(yearly('DNK')).toContain('osce-code-of-conduct')
  expect(yearly('COD')).not.toContain('osce-code-of-conduct')
  const anyTime = (country: string) => pointsOf(BODIES, country).map(([, id]) => id)
  expect(anyTime('COD')).not.toContain('grevio-ngo')
  expect(anyTime('TUR')).not.toContain('grevio-ngo')
  expect(anyTime('ALB')).toContain('grevio-ngo')
  const hearing = session({
    id: 'on-congo',
    start: '2027-02-01',
    end: null,
    countries: ['COD'],
    procedures: ['eu-feedback'],
  })
  expect(pointsOf(withSessions('european-commission', [hearing]), 'COD')).toContainEqual(['ask-when', 'on-congo', null])
  expect(pointsOf(withSessions('european-commission', [hearing]), 'DNK').map(([, id]) => id)).not.toContain('on-congo')
})

test('what only States hand in is the State’s; what an organisation hands in is not a government’s', () => {
  const part = (id: string, asState: boolean) => whoseIs(procedureOf(id).procedure.rules.at(-1)!, asState)
  expect(['osce-code-of-conduct', 'cedaw-session', 'beijing-review', 'nato-panel'].map(id => part(id, false))).toEqual([
    'state',
    'own',
    'own',
    'others',
  ])
  expect(['osce-code-of-conduct', 'cedaw-session', 'upr-stakeholder'].map(id => part(id, true))).toEqual([
    'own',
    'others',
    'own',
  ])
})
