import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { testApp } from '../../../platform/testing/app.ts'

const { app, services, as, asOther } = await testApp()
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
const textOf = async (path: string) => (await get(path)).text()
const to = (response: Response) => response.headers.get('location')

const file = (...events: string[][]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.flatMap(lines => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\r\n')
const bring = (
  text: string | Uint8Array<ArrayBuffer>,
  id: string = randomUUID(),
  headers = editor,
  name = 'their calendar.ics',
) => {
  const body = new FormData()
  body.append('id', id)
  body.append('file', new File([text], name))
  return app.request('/desk/calendar/import', { method: 'POST', headers, body })
}
const imported = async () =>
  (await owner.query(`select * from own_date where deleted_at is null and import_uid is not null order by created_at`))
    .rows

test('another calendar’s file is looked at first, taken in by choice, updated by its names, and undone', async () => {
  const first = file(
    ['UID:a', 'DTSTART;VALUE=DATE:20900301', 'SUMMARY:First'],
    ['UID:b', 'DTSTART;VALUE=DATE:20900302', 'SUMMARY:Second'],
  )
  const id = randomUUID()
  for (let n = 0; n < 2; n++) expect(to(await bring(first, id))).toBe(`/desk/calendar/import/${id}`)
  const page = `/desk/calendar/import/${id}`
  expect(await textOf(page)).toContain('New: 2 · changed: 0 · already there: 0. Nothing has been taken in yet.')
  expect(await imported()).toEqual([])
  for (let n = 0; n < 2; n++) expect(to(await post(`${page}/take`, { take: '0' }))).toBe(page)
  expect((await imported()).map(row => [row.title, row.visibility])).toEqual([['First', 'organisation']])

  const second = randomUUID()
  await bring(
    file(
      ['UID:a', 'DTSTART;VALUE=DATE:20900305', 'SUMMARY:First, moved'],
      ['UID:b', 'DTSTART;VALUE=DATE:20900302', 'SUMMARY:Second'],
    ),
    second,
  )
  expect(await textOf(`/desk/calendar/import/${second}`)).toContain('New: 1 · changed: 1 · already there: 0')
  await post(`/desk/calendar/import/${second}/take`, [
    ['take', '0'],
    ['take', '1'],
  ])
  expect((await imported()).map(row => [row.title, row.moved_from])).toEqual([
    ['First, moved', ['2090-03-01']],
    ['Second', []],
  ])
  await post(`/desk/calendar/import/${second}/undo`, {})
  expect((await imported()).map(row => row.title)).toEqual(['First'])
  expect(await textOf(`/desk/calendar/import/${second}`)).toContain('undone')
  const version = (await imported())[0].version
  await post(`/desk/calendar/import/${second}/undo`, {})
  expect((await imported())[0].version).toBe(version)
})

test('a file of which every event is refused is not said to be there already; many refusals for one reason are folded', async () => {
  const often = Array.from({ length: 20 }, (_, n) => [
    `UID:often-${n}`,
    `SUMMARY:Every second ${n}`,
    'DTSTART:20900301T100000Z',
    'RRULE:FREQ=SECONDLY',
  ])
  const html = await textOf(to(await bring(file(...often)))!)
  expect(html).toContain('Nothing of this file can be taken in')
  expect(html).not.toContain('already there')
  expect(html).toMatch(/<details><summary>20 events: it repeats too often/)
})

test('a series of which only the first day is taken is not said to be there with everything in it', async () => {
  const weekly = file(['UID:weeks', 'DTSTART;VALUE=DATE:20900517', 'RRULE:FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO'])
  const id = randomUUID()
  await bring(weekly, id)
  await post(`/desk/calendar/import/${id}/take`, { take: '0' })
  const html = await textOf(to(await bring(weekly))!)
  expect(html).toContain('What could be read of this file is already there')
  expect(html).not.toContain('Everything in this file is already there')
})

test('where a file is undone, what somebody has changed since stays', async () => {
  const id = randomUUID()
  await bring(file(['UID:kept', 'DTSTART;VALUE=DATE:20900401', 'SUMMARY:Kept']), id)
  await post(`/desk/calendar/import/${id}/take`, { take: '0' })
  const [row] = (await imported()).filter(one => one.import_uid === 'kept')
  await post(`/desk/calendar/dates/${row.id}`, {
    id: row.id,
    version: '1',
    title: 'Mended by hand',
    startsOn: '2090-03-01',
    visibility: 'organisation',
  })
  await post(`/desk/calendar/import/${id}/undo`, {})
  expect((await imported()).map(one => one.title)).toContain('Mended by hand')
})

test('a file is refused with the line where it is no calendar, is too large or has nothing in it', async () => {
  const refused = async (text: string | Uint8Array<ArrayBuffer>) => {
    const answer = await bring(text)
    expect(answer.status).toBe(422)
    return answer.text()
  }
  expect(await refused('<html>')).toContain('This is a web page, not a calendar.')
  expect(await refused('Dear all')).toContain('does not begin with BEGIN:VCALENDAR. (line 1)')
  expect(await refused('BEGIN:VCALENDAR\nVERSION:2.0\nnonsense\nEND:VCALENDAR')).toContain('(line 3)')
  expect(await refused(new Uint8Array(1024 * 1024 + 1))).toContain('larger than 1 MB')
  expect(await refused(new Uint8Array([0xff, 0xfe, 0x00]))).toContain('no iCalendar file')
  expect((await post('/desk/calendar/import', { id: randomUUID() })).status).toBe(422)
})

test('a file is for contributors, and of another organisation cannot be found', async () => {
  expect((await get('/desk/calendar/import', reader)).status).toBe(403)
  expect((await bring(file(['UID:a', 'DTSTART;VALUE=DATE:20900301']), randomUUID(), reader)).status).toBe(403)
  const id = randomUUID()
  await bring(file(['UID:z', 'DTSTART;VALUE=DATE:20900301', 'SUMMARY:Z']), id)
  const other = await asOther('editor')
  for (const answer of [
    await get(`/desk/calendar/import/${id}`, other),
    await post(`/desk/calendar/import/${id}/take`, { take: '0' }, other),
  ])
    expect(answer.status).toBe(404)
})

test('a contributor’s file does not change what everybody sees', async () => {
  const id = randomUUID()
  await bring(file(['UID:open', 'DTSTART;VALUE=DATE:20900501', 'SUMMARY:Open']), id)
  await post(`/desk/calendar/import/${id}/take`, { take: '0' })
  await owner.query(`update own_date set visibility = 'public' where import_uid = 'open'`)
  const next = randomUUID()
  await bring(file(['UID:open', 'DTSTART;VALUE=DATE:20900502', 'SUMMARY:Changed']), next, contributor)
  expect(to(await post(`/desk/calendar/import/${next}/take`, { take: '0' }, contributor))).toBe(
    `/desk/calendar/import/${next}`,
  )
  expect((await imported()).find(row => row.import_uid === 'open')!.title).toBe('Open')
})
