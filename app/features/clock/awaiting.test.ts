import { beforeAll, expect, test } from 'vitest'
import { testApp } from '../../platform/testing/app.ts'
import { awaitingOf } from './awaiting.ts'
import { withEntered } from './bodies.ts'
import { keepSession } from './testing.ts'
import { enteredSession, testBody } from './testing-bodies.ts'

const TODAY = '2026-11-22'
const session = (more: object) => testBody([{ id: 'session-94', ...more }])

test('a body waits for its session where no deadline to come can be counted, and names what it takes and a session that lacks its days', () => {
  expect(awaitingOf(session({}), TODAY)).toBe(null)
  for (const start of [null, '2027', '2027-02']) {
    const found = awaitingOf(session({ start }), TODAY)
    expect(found?.procedures.map(({ procedure }) => procedure.id)).toEqual(['weeks', 'hour', 'announced'])
    expect(found?.session?.id).toBe('session-94')
  }
  expect(awaitingOf(session({ start: '2026-02-01' }), TODAY)?.session).toBe(null)
  expect(awaitingOf(session({ state: 'cancelled' }), TODAY)?.session).toBe(null)
})

test('a session that somebody enters ends the waiting', () => {
  const { bodies } = withEntered([enteredSession()], null, [session({ start: null })])
  expect(awaitingOf(bodies[0]!, TODAY)).toBe(null)
})

const testing = await testApp()
const { app, as } = testing
const textOf = async (path: string, headers?: Record<string, string>) =>
  (await app.request(path, headers && { headers })).text()
let cedaw = ''
beforeAll(async () => {
  cedaw = await textOf('/bodies/cedaw')
})

test('CEDAW’s page says first that the next session is not known, and until when its rules would count', () => {
  expect(cedaw).toContain('When it meets next is not known here')
  expect(cedaw.indexOf('not known here')).toBeLessThan(cedaw.indexOf('What it takes'))
  expect(cedaw).toContain('4 weeks before the session (to be checked)')
  expect(cedaw).toContain('/sign-in?to=%2Fbodies%2Fcedaw')
  expect(cedaw).not.toContain('Enter the days')
})

test('the calendar says so for the body that is asked for, and for all bodies in one line', async () => {
  expect(await textOf('/calendar?body=cedaw')).toContain('When it meets next is not known here')
  const all = await textOf('/calendar')
  expect(all).toMatch(/Of \d+ bodies no date to come is known/)
  expect(all).toContain('That does not mean that nothing is due.')
  expect(await textOf('/calendar?kind=plan-end')).not.toContain('no date to come is known')
})

test('who may enter it has one step; once it is entered for the organisation its deadlines are counted there and marked as not official', async () => {
  const headers = await as('contributor')
  expect(await textOf('/bodies/cedaw', headers)).toContain('href="/desk/calendar/sessions/cedaw/cedaw-93"')
  expect(await textOf('/desk/calendar', headers)).toContain('no date to come is known')
  const form = await textOf('/desk/calendar/sessions/cedaw/cedaw-93', headers)
  expect(form, 'the library’s source says nothing of the day that she enters').not.toContain('closes its session')
  await keepSession(testing, {
    corrects: 'cedaw-93',
    name: '93rd session',
    starts: '2090-07-03',
    ends: null,
    visibility: 'organisation',
  })
  const own = await textOf('/bodies/cedaw', headers)
  expect(own).not.toContain('When it meets next is not known here')
  const page = await textOf('/desk/calendar/sessions/cedaw/cedaw-93', headers)
  for (const said of ['Deadlines that follow from it', 'Four weeks before 3 July 2090', 'not official: entered by'])
    expect(page).toContain(said)
  expect(await textOf('/bodies/cedaw')).toContain('When it meets next is not known here')
})
