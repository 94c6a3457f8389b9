import { randomUUID } from 'node:crypto'
import { addDays } from '@open1325/procedures'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkHistory } from '../../platform/history.ts'
import { testApp } from '../../platform/testing/app.ts'
import { keepActions } from '../ledger/testing.ts'
import { keepRound } from '../questionnaires/testing.ts'
import { today } from './load.ts'
import { keepDate, keepSession } from './testing.ts'

const testing = await testApp()
const { app, services, as, asOther, organisationId } = testing
const { owner } = services.database
let editor: { cookie: string }
let contributor: { cookie: string }
let reader: { cookie: string }

beforeAll(async () => {
  ;[editor, contributor, reader] = await Promise.all([as('editor'), as('contributor'), as('reader')])
})

type Fields = Record<string, string> | [string, string][]
const post = (path: string, fields: Fields, headers: Record<string, string> = editor) =>
  app.request(path, { method: 'POST', headers, body: new URLSearchParams(fields) })
const get = (path: string, headers: Record<string, string> = editor) => app.request(path, { headers })
const textOf = async (path: string, headers: Record<string, string> = editor) => (await get(path, headers)).text()
const to = (response: Response) => response.headers.get('location')
const rowsOf = async (table: string) =>
  (await owner.query(`select * from ${table} where deleted_at is null order by created_at`)).rows

const workshop = { title: 'Workshop', startsOn: '2090-03-01', visibility: 'organisation' }

describe('an own date', () => {
  test('is entered once though the form is sent twice, moved, cancelled and taken away, and the history holds', async () => {
    const id = randomUUID()
    for (let n = 0; n < 2; n++)
      expect(to(await post('/desk/calendar/dates', { ...workshop, id }))).toBe('/desk/calendar?done=date-added')
    expect((await rowsOf('own_date')).length).toBe(1)
    const page = `/desk/calendar/dates/${id}`
    expect(to(await post(page, { ...workshop, id, version: '1', startsOn: '2090-03-08' }))).toBe(`${page}?done=saved`)
    expect(await textOf(page)).toContain('moved from 1 March 2090')
    expect((await post(page, { ...workshop, id, version: '1', title: 'What I typed' })).status).toBe(422)
    expect(await (await post(page, { ...workshop, id, version: '1', title: 'What I typed' })).text()).toContain(
      'What I typed',
    )
    await post(`${page}/cancel`, {})
    expect((await rowsOf('own_date'))[0]).toMatchObject({
      moved_from: ['2090-03-01'],
      cancelled_at: expect.any(Date),
      version: 3,
    })
    await post(`${page}/cancel`, {})
    expect((await rowsOf('own_date'))[0].version).toBe(3)
    await post(`${page}/restore`, {})
    expect(to(await post(`${page}/remove`, {}))).toBe('/desk/calendar?done=date-removed')
    expect((await get(page)).status).toBe(404)
    expect((await checkHistory(owner)).broken).toEqual([])
  })

  test.each([
    ['title', { title: '   ' }],
    ['title', { title: 'x'.repeat(301) }],
    ['startsOn', { startsOn: '2090-02-30' }],
    ['startsOn', { startsOn: '20900-01-01' }],
    ['endsOn', { endsOn: '2090-02-01' }],
    ['startsAt', { startsAt: '25:00', timeZone: 'UTC' }],
    ['timeZone', { startsAt: '18:00' }],
    ['timeZone', { startsAt: '18:00', timeZone: 'Mars/Olympus' }],
    ['startsAt', { endsAt: '18:00' }],
    ['endsAt', { startsAt: '18:00', endsAt: '17:00', timeZone: 'UTC' }],
    ['url', { url: 'javascript:alert(1)' }],
    ['country', { country: 'ZZZ' }],
  ])('is not taken with a wrong %s, and what was typed stays', async (field, wrong) => {
    const answer = await post('/desk/calendar/dates', {
      ...workshop,
      id: randomUUID(),
      note: 'I typed <this>',
      ...wrong,
    })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(`id="${field}-error"`)
    expect(html).toContain('I typed &lt;this>')
  })

  test('is for those who may: readers look, contributors enter, editors make public, others find nothing', async () => {
    const id = await keepDate(testing, { visibility: 'organisation', title: 'Inner date' })
    const page = `/desk/calendar/dates/${id}`
    expect((await get('/desk/calendar', {})).status).toBe(401)
    expect((await get('/desk/calendar', reader)).status).toBe(200)
    expect((await get(page, reader)).status).toBe(403)
    expect((await post('/desk/calendar/dates', { ...workshop, id: randomUUID() }, reader)).status).toBe(403)
    expect(
      (await post('/desk/calendar/dates', { ...workshop, id: randomUUID(), visibility: 'public' }, contributor)).status,
    ).toBe(403)
    expect((await get(page, await asOther('editor'))).status).toBe(404)
    expect((await post(`${page}/remove`, {}, await asOther('editor'))).status).toBe(404)
    const open = await keepDate(testing, { title: 'Open date' })
    expect((await post(`/desk/calendar/dates/${open}/cancel`, {}, contributor)).status).toBe(403)
    expect(await textOf(`/desk/calendar/dates/${open}`, contributor)).toContain('Everybody sees this')
    expect((await get('/desk/calendar/dates/not-an-id')).status).toBe(404)
    expect((await get(`/desk/calendar/dates/${randomUUID()}`)).status).toBe(404)
  })
})

describe('a session', () => {
  const facts = {
    name: '99th session',
    starts: '2090-02-01',
    ends: '2090-02-19',
    state: 'planned',
    procedures: 'cedaw-session',
    countries: 'cod, mli',
    sourceTitle: 'Programme of work',
    sourceUrl: 'https://www.ohchr.org/programme',
    sourceKind: 'official',
    seenOn: '2026-11-20',
    visibility: 'public',
  }

  test('is entered, moved and cancelled, and its deadlines go along', async () => {
    const id = randomUUID()
    const page = `/desk/calendar/sessions/cedaw/${id}`
    for (let n = 0; n < 2; n++)
      expect(to(await post('/desk/calendar/sessions?body=cedaw', { ...facts, id }))).toBe(`${page}?done=saved`)
    expect((await rowsOf('body_session')).length).toBe(1)
    expect(await textOf('/calendar?from=2090-01', {})).toContain('Four weeks before 1 February 2090')
    expect(to(await post(page, { ...facts, id, version: '1', starts: '2090-02-08', ends: '2090-02-26' }))).toBe(
      `${page}?done=saved`,
    )
    const moved = await textOf('/calendar?from=2090-01', {})
    expect(moved).toContain('Four weeks before 8 February 2090')
    expect(moved).toContain('moved from 4 January 2090')
    expect((await rowsOf('body_session'))[0]).toMatchObject({
      state: 'moved',
      supersedes: [{ start: '2090-02-01', end: '2090-02-19' }],
      countries: ['COD', 'MLI'],
    })
    await post(page, { ...facts, id, version: '2', starts: '2090-02-08', ends: '2090-02-26', state: 'cancelled' })
    expect(await textOf('/calendar.ics', {})).not.toContain('99th session')
    expect(await textOf('/bodies/cedaw', {})).toContain('cancelled')
    expect((await post(page, { ...facts, id, version: '2' })).status).toBe(422)
    expect(to(await post(`${page}/remove`, {}))).toBe('/bodies/cedaw')
    expect((await get(page)).status).toBe(404)
  })

  test('of the library is corrected for the organisation, then for everybody, and given back', async () => {
    const page = '/desk/calendar/sessions/csw/csw-70'
    expect(await textOf(page)).toContain('As the library knows it.')
    const id = randomUUID()
    const correction = {
      ...facts,
      id,
      version: '0',
      name: '70th session',
      starts: '2090-03-10',
      ends: '2090-03-21',
      procedures: 'csw-written',
      visibility: 'organisation',
    }
    for (let n = 0; n < 2; n++) await post(page, correction)
    expect((await rowsOf('body_session')).filter(row => row.corrects === 'csw-70').length).toBe(1)
    const days = /10\s–\s21 March 2090/u
    expect(await textOf('/bodies/csw', {})).not.toMatch(days)
    expect(await textOf('/bodies/csw')).toMatch(days)
    await post(page, { ...correction, version: '1', visibility: 'public' })
    const open = await textOf('/bodies/csw', {})
    expect(open).toMatch(days)
    expect(open).toContain('moved from 9 March 2026')
    await post(`${page}/remove`, {})
    expect(await textOf('/bodies/csw', {})).toMatch(/9\s–\s20 March 2026/u)
  })

  test('gets the day that the body announced, by the clocks that it named; another one takes its place', async () => {
    const id = await keepSession(testing, {
      body: 'csw',
      name: '90th session',
      starts: '2090-03-12',
      ends: null,
      procedures: [],
    })
    const page = `/desk/calendar/sessions/csw/${id}`
    const day = {
      id,
      procedure: 'csw-written',
      by: 'one',
      opens: '',
      closes: '2089-10-14',
      time: '18:00',
      zone: 'America/New_York',
      ...facts,
    }
    expect(to(await post(`${page}/deadlines`, { ...day, version: '1', opens: '2089-09-01' }))).toBe(
      `${page}?done=saved#announced`,
    )
    expect(await textOf('/calendar?from=2089-10', {})).toContain('Taken from 1 September 2089 on ·')
    expect(
      to(await post(`${page}/deadlines`, { ...day, version: '2', closes: '2089-10-21', sourceKind: 'secondary' })),
    ).toContain('done=saved')
    const html = await textOf('/calendar?from=2089-10', {})
    expect(html).toContain('until 18:00 GMT-4, New York = 22:00 UTC')
    expect(html).toContain('moved from 14 October 2089')
    expect(html).toMatch(/Announced by the body for this session ·[^.]*to be checked/)
    expect((await post(`${page}/deadlines`, { ...day, version: '1' })).status).toBe(422)
    expect((await post(`${page}/deadlines`, { ...day, version: '3', procedure: 'upr-stakeholder' })).status).toBe(422)
    expect((await post(`${page}/deadlines`, { ...day, version: '3', closes: '2089-02-30' })).status).toBe(422)
    expect((await post(`${page}/deadlines`, { ...day, version: '3', opens: '2089-12-01' })).status).toBe(422)
  })

  test.each([
    ['starts', { starts: '2090-13' }],
    ['starts', { starts: 'soon' }],
    ['ends', { ends: '2089' }],
    ['countries', { countries: 'Congo' }],
    ['sourceTitle', { sourceTitle: ' ' }],
    ['sourceUrl', { sourceUrl: 'ftp://x' }],
    ['seenOn', { seenOn: '' }],
    ['name', { name: '<b>'.repeat(101) }],
  ])('is not taken with a wrong %s, and what was typed and ticked stays', async (field, wrong) => {
    const answer = await post('/desk/calendar/sessions?body=cedaw', {
      ...facts,
      id: randomUUID(),
      note: 'I typed this',
      ...wrong,
    })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(`id="${field}-error"`)
    expect(html).toContain('I typed this')
    expect(html).toMatch(/value="cedaw-session" checked/)
  })

  test('is for those who may', async () => {
    const page = '/desk/calendar/sessions/csw/csw-70'
    expect((await get(page, reader)).status).toBe(403)
    expect((await post('/desk/calendar/sessions?body=cedaw', { ...facts, id: randomUUID() }, contributor)).status).toBe(
      403,
    )
    expect((await post('/desk/calendar/sessions?body=nobody', { ...facts, id: randomUUID() })).status).toBe(404)
    expect((await get('/desk/calendar/sessions/csw/no-such-session')).status).toBe(404)
    expect((await get('/desk/calendar/sessions/nobody/csw-70')).status).toBe(404)
    const theirs = await keepSession(testing, { organisation_id: testing.otherOrganisationId, visibility: 'public' })
    expect((await get(`/desk/calendar/sessions/cedaw/${theirs}`)).status).toBe(404)
    expect((await post(`/desk/calendar/sessions/cedaw/${theirs}/remove`, {})).status).toBe(404)
  })
})

describe('what is due', () => {
  test('holds the organisation’s rounds, plans and commitments, and what can be done', async () => {
    await keepRound(testing, { title: 'Round that closes', closes: '10 days' })
    await keepActions(services.database, organisationId, 'old-plan', [{ text: 'Train women mediators' }])
    await owner.query(
      `update instrument set period_end = '2020', country = 'MLI', kind = 'national-action-plan' where slug = 'old-plan'`,
    )
    const html = await textOf('/desk/calendar')
    expect(html).toContain('Round that closes')
    expect(html).toContain('Mali: the plan ran out on 2020, and no newer one is known here.')
    expect(html).toContain('Ask for the day')
    expect(await textOf('/desk')).toContain('Round that closes')
  })

  test('a country with a newer plan has no gap', async () => {
    await keepActions(services.database, organisationId, 'new-plan', [{ text: 'Go on' }])
    await owner.query(
      `update instrument set period_end = '2090', country = 'MLI', kind = 'national-action-plan' where slug = 'new-plan'`,
    )
    expect(await textOf('/desk/calendar')).not.toContain('Mali: the plan ran out')
  })
})

const settings = (more: Record<string, string> = {}) => ({
  timeZone: 'Africa/Kinshasa',
  language: 'fr',
  daysBefore: '30, 7, 1',
  ...more,
})

describe('what a person follows', () => {
  test('is kept, shown again, and hers alone', async () => {
    const chosen: [string, string][] = [
      ...Object.entries(settings()),
      ['countries', 'COD'],
      ['countries', ''],
      ['countries', 'ZZZ'],
      ['bodies', 'cedaw'],
      ['bodies', 'nobody'],
    ]
    expect(to(await post('/desk/calendar/settings', chosen))).toBe('/desk/calendar/settings?done=settings')
    const html = await textOf('/desk/calendar/settings')
    expect(html).toMatch(/id="c-COD"[^>]*checked/)
    expect(html).toMatch(/id="b-cedaw"[^>]*checked/)
    expect(html).toContain('value="30, 7, 1"')
    expect((await owner.query('select * from followed')).rowCount).toBe(2)
    expect(await textOf('/desk/calendar/settings', contributor)).not.toContain('id="c-COD"')
  })

  test.each([
    ['daysBefore', 'soon'],
    ['daysBefore', '367'],
    ['daysBefore', '1,2,3,4,5,6,7,8,9,10,11'],
    ['timeZone', 'Mars/Olympus'],
    ['language', 'xx'],
  ])('is not taken with %s %j', async (field, value) => {
    const answer = await post('/desk/calendar/settings', settings({ [field]: value }))
    expect(answer.status).toBe(422)
  })

  test('her calendar has an address that she renews and takes back; an old one leads nowhere, and none comes back', async () => {
    await keepDate(testing, { title: 'For members only', starts_on: addDays(today(), 20), visibility: 'organisation' })
    const address = async () =>
      (await textOf('/desk/calendar/settings')).match(/http:\/\/localhost(\/calendar\/mine\/[\w-]{43}\.ics)/)?.[1]
    expect(await address()).toBeUndefined()
    await post('/desk/calendar/settings/link', {})
    const first = (await address())!
    const feed = await get(first, {})
    expect(feed.headers.get('x-robots-tag')).toBe('noindex')
    const text = await feed.text()
    expect(text).toContain('For members only')
    expect(text).toMatch(/NAME:Open1325.: ce que je suis/)
    await post('/desk/calendar/settings/link', {})
    const second = (await address())!
    expect(second).not.toBe(first)
    expect((await get(first, {})).status).toBe(404)
    await post('/desk/calendar/settings/no-link', {})
    expect((await get(second, {})).status).toBe(404)
    expect(await address()).toBeUndefined()
    await post('/desk/calendar/settings/link', {})
    expect([first, second]).not.toContain(await address())
    expect((await get(`/calendar/mine/${'x'.repeat(43)}.ics`, {})).status).toBe(404)
  })

  test('what she followed goes with her account', async () => {
    const person = await testing.newPerson({ [organisationId]: 'reader' })
    await post('/desk/calendar/settings', settings({ countries: 'COD' }), { cookie: person.cookie })
    await owner.query('delete from auth."user" where id = $1', [person.userId])
    for (const table of ['followed', 'clock_setting'])
      expect((await owner.query(`select from ${table} where user_id = $1`, [person.userId])).rowCount).toBe(0)
  })

  test('who has left the organisation no longer reads its dates in her calendar', async () => {
    const leaver = await testing.newPerson({ [organisationId]: 'reader' })
    await post('/desk/calendar/settings/link', {}, { cookie: leaver.cookie })
    const address = (await textOf('/desk/calendar/settings', { cookie: leaver.cookie })).match(
      /\/calendar\/mine\/[\w-]{43}\.ics/,
    )![0]
    expect(await textOf(address, {})).toContain('For members only')
    await owner.query('update membership set until = now() where user_id = $1', [leaver.userId])
    expect(await textOf(address, {})).not.toContain('For members only')
  })
})
