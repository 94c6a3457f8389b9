import { beforeAll, describe, expect, test } from 'vitest'
import { checkHistory } from '../../../platform/history.ts'
import { testApp } from '../../../platform/testing/app.ts'
import { importer } from './testing.ts'

const world = await testApp()
const { services, as, asOther, organisationId, work } = world
const { owner } = services.database
const editor = importer(world, await as('editor'))
const contributor = importer(world, await as('contributor'))
const other = importer(world, await asOther())
beforeAll(work)

const COURTS = `Women in the courts
Ministry of Justice

country;indicator;year;sex;value
Rwanda;Judges;2021;female;120
Rwanda;Judges;2021;male;233
Rwanda;Judges;2022;female;1 204,5
Rwanda;Judges;2022;male;-99
Rwanda;Clerks;2022;male;about ten
Rwanda;Clerks;2022;female;12
`

const current = async () =>
  (
    await owner.query(
      `select i.code, o.period, o.disaggregation ->> 'sex' as sex, o.number, o.visibility
       from observation o join indicator i on i.id = o.indicator_id
       where o.superseded_by is null and o.withdrawn_at is null and o.organisation_id = $1 order by i.code, period, sex`,
      [organisationId],
    )
  ).rows

describe('a file with notes above, decimal commas, a code for nothing and a word among the numbers', () => {
  let id = ''

  test('is understood, and the first rows are shown as what they become', async () => {
    const sent = await contributor.send('courts.csv', COURTS)
    expect([sent.status, sent.location]).toEqual([303, `/desk/imports/${sent.id}/how`])
    id = sent.id
    const { body } = await contributor.get(sent.location)
    expect(body).toContain('Judges')
    expect(body).toContain('1,204.5')
    expect(body).toContain('about ten')
    expect((await contributor.get(`/desk/imports/${id}`)).location).toBe(`/desk/imports/${id}/how`)
  })

  test('shows what would change; the wrong cell is told with its place, value and what was expected', async () => {
    const read = await contributor.read(id, { frameworkTitle: 'Women in the courts' })
    expect([read.state, read.counts]).toEqual(['ready', { new: 5, same: 0, changed: 0, wrong: 1 }])
    expect(await current()).toEqual([])
    const { body } = await contributor.get(`/desk/imports/${id}?rows=wrong`)
    expect(body).toContain('courts!E9')
    expect(body).toContain('about ten')
    const csv = await contributor.get(`/desk/imports/${id}/wrong.csv`)
    expect(csv.body).toContain('courts!E9,about ten,"a number in digits')
  })

  test('goes in without the wrong row, all at once, and leads to the figures', async () => {
    expect((await contributor.putIn(id)).state).toBe('done')
    expect(await current()).toMatchObject([
      { code: 'Clerks', sex: 'female', number: 12, visibility: 'organisation' },
      { code: 'Judges', period: '2021', number: 120 },
      { code: 'Judges', period: '2021', number: 233 },
      { code: 'Judges', period: '2022', sex: 'female', number: 1204.5 },
      { code: 'Judges', period: '2022', sex: 'male', number: null },
    ])
    expect((await contributor.get(`/desk/imports/${id}`)).body).toContain('/desk/indicators/women-in-the-courts')
  })

  test('sent again is read in the remembered way and changes nothing', async () => {
    const again = await contributor.send('courts.csv', COURTS)
    expect((await contributor.get(again.location)).body).toContain('read before')
    const read = await contributor.read(again.id)
    expect(read.counts).toEqual({ new: 0, same: 5, changed: 0, wrong: 1 })
    expect((await contributor.get(`/desk/imports/${again.id}`)).body).toContain('No row of this file')
  })

  test('a mended file changes one figure and adds another; taken back, the former ones stand again', async () => {
    const before = await current()
    const mended = await contributor.send('courts.csv', COURTS.replace('about ten', '10').replace(';120', ';130'))
    const read = await contributor.read(mended.id)
    expect(read.counts).toEqual({ new: 1, same: 4, changed: 1, wrong: 0 })
    const { body } = await contributor.get(`/desk/imports/${mended.id}?rows=changed`)
    expect(body).toMatch(/<del>120<\/del>.*<ins>130<\/ins>/s)
    await contributor.putIn(mended.id)
    expect(await current()).toHaveLength(6)
    await contributor.post(`/desk/imports/${mended.id}/undo`, {})
    expect((await contributor.settled(mended.id, 'undone')).state).toBe('undone')
    expect(await current()).toEqual(before)
  })
})

test('Years across, indicators as definitions: a set is made of a file, figures find it by title', async () => {
  const sent = await editor.send(
    'Indicators.csv',
    'Code,Title,Definition,Frequency\n1,Seats,Of parliament,yearly\n1,Votes,,\n',
  )
  const read = await editor.read(sent.id, { frameworkTitle: 'Parliament', holds: 'indicators' })
  expect(read.counts).toMatchObject({ new: 2, wrong: 0 })
  await editor.putIn(sent.id)
  const { rows } = await owner.query(
    `select code, definition from indicator where organisation_id = $1 and code like '1%'`,
    [organisationId],
  )
  expect(rows).toEqual([
    { code: '1', definition: 'Of parliament' },
    { code: '1 (2)', definition: null },
  ])
  const wide = await editor.send('wide.csv', 'Country,Indicator,2019,2020\nKenya,Votes,3,4\nGhana,Votes,,6\n')
  const figures = await editor.read(wide.id, { frameworkTitle: 'parliament' })
  expect(figures.counts).toMatchObject({ new: 3, wrong: 0 })
  await editor.putIn(wide.id)
  expect((await current()).filter(({ code }) => code === '1 (2)')).toHaveLength(3)
  expect((await editor.get('/desk/indicators/warnings?set=parliament')).body).toContain('stands for several indicators')
})

test('A set of others takes no indicator that it does not have', async () => {
  const { rows } = await owner.query<{ id: string }>(`select id from framework where code = 's-2010-498'`)
  const sent = await editor.send('un.csv', 'Country,Indicator,Year,Value\nKenya,11a,2020,12\nKenya,Judges,2020,3\n')
  const read = await editor.read(sent.id, { framework: rows[0]!.id })
  expect(read.counts.wrong).toBeGreaterThanOrEqual(1)
  expect((await editor.get(`/desk/imports/${sent.id}?rows=wrong`)).body).toContain('an indicator of the chosen set')
})

test('Two rows that say different things of the same place and time are told; alike ones count once', async () => {
  const sent = await editor.send(
    'twice.csv',
    'Country,Indicator,Year,Value\nKenya,Mayors,2020,3\nKenya,Mayors,2020,4\nKenya,Mayors,2020,3\n',
  )
  const read = await editor.read(sent.id, { frameworkTitle: 'Mayors' })
  expect(read.counts).toEqual({ new: 1, same: 1, changed: 0, wrong: 1 })
})

test('Another meaning, another header: the answer is kept, and the first rows are shown anew', async () => {
  const sent = await editor.send('odd.csv', 'notes\nCountry,Group,2020\nKenya,mayors,3\nKenya,judges,4\n')
  const moved = await editor.post(`/desk/imports/${sent.id}/how`, {
    act: 'header',
    sheet: '0',
    headerFirst: '2',
    headerLast: '2',
    firstRow: '4',
    voice: 'civil-society',
  })
  expect(moved.status).toBe(303)
  const { body } = await editor.get(sent.location)
  expect(body).toMatch(/name="firstRow"[^>]*value="4"|value="4"[^>]*name="firstRow"/)
})

test('Something wrong in one field: what was said of the table stands, and what was typed', async () => {
  const sent = await editor.send('dates.csv', 'Country,Group,2020\nKenya,mayors,3\nKenya,judges,4\n')
  const said = { act: 'read', sheet: '0', holds: 'list', 'use.1': 'entry', missing: 'k. A.', voice: 'civil-society' }
  for (const wrong of [{ sourceDate: '2019/03' }, { headerFirst: 'second' }] as Record<string, string>[]) {
    const back = await editor.post(`/desk/imports/${sent.id}/how`, { ...said, ...wrong })
    expect(back.status).toBe(422)
    for (const kept of [...Object.values(wrong), 'k. A.']) expect(back.body).toContain(`value="${kept}"`)
    expect(back.body).toMatch(/<option value="list" selected/)
    const [, column] = back.body.match(/<select id="use.1"[^>]*>(.*?)<\/select>/s)!
    expect(column).toMatch(/<option value="entry" selected/)
    expect(back.body).toContain(`id="${Object.keys(wrong)[0]}-error"`)
    if (wrong.headerFirst) expect(back.body).toContain('Give the number of a row, such as 3')
  }
})

test('Another header that is typed is looked at before anything is read; another sheet brings its own columns', async () => {
  const sent = await editor.send('moved.csv', 'notes\nCountry,Group,2020\nKenya,mayors,3\nKenya,judges,4\n')
  const said = { sheet: '0', headerFirst: '1', headerLast: '1', firstRow: '2', voice: 'civil-society' }
  const read = await editor.post(`/desk/imports/${sent.id}/how`, { ...said, act: 'read', frameworkTitle: 'Moved' })
  expect([read.status, read.location]).toEqual([303, sent.location])
  expect((await editor.get(sent.location)).body).toMatch(/name="firstRow"[^>]*value="2"/)
  const wrong = { sourceDate: '2019/03', missing: 'k. A.' }
  const moved = { ...said, act: 'header', headerFirst: '2', headerLast: '2', firstRow: '3', ...wrong }
  const { status, body } = await editor.post(`/desk/imports/${sent.id}/how`, moved)
  expect(status).toBe(422)
  expect(body).toContain('value="2019/03"')
  expect(body).toMatch(/name="firstRow"[^>]*value="3"/)
  expect(body).not.toContain('value="k. A."')
})

test('What partners or the public would see is an editor’s to put in', async () => {
  const sent = await editor.send('public.csv', 'Country,Indicator,Year,Value\nKenya,Wardens,2020,30\n')
  await editor.read(sent.id, { frameworkTitle: 'Wardens', visibility: 'public' })
  expect((await contributor.post(`/desk/imports/${sent.id}/put-in`, {})).status).toBe(403)
  expect((await editor.putIn(sent.id)).state).toBe('done')
  const refused = await contributor.send('public2.csv', 'Country,Indicator,Year,Value\nKenya,Wardens,2021,30\n')
  expect((await contributor.read(refused.id, { visibility: 'public' })).sent.status).toBe(422)
})

test('Another voice needs a source', async () => {
  const sent = await editor.send('voice.csv', 'Country,Indicator,Year,Value\nKenya,Rangers,2020,30\n')
  const said = { frameworkTitle: 'Rangers', voice: 'government' }
  expect((await editor.read(sent.id, said)).sent.status).toBe(422)
  expect((await editor.read(sent.id, { ...said, source: 'Yearbook' })).counts.new).toBe(1)
})

test('Cancelled before it goes in, nothing of it is there', async () => {
  const before = await current()
  const sent = await editor.send('gone.csv', 'Country,Indicator,Year,Value\nKenya,Gone,2020,30\n')
  await editor.read(sent.id, { frameworkTitle: 'Gone' })
  await editor.post(`/desk/imports/${sent.id}/cancel`, {})
  expect((await editor.it(sent.id)).state).toBe('cancelled')
  expect((await editor.post(`/desk/imports/${sent.id}/put-in`, {})).status).toBe(303)
  expect(await current()).toEqual(before)
  expect((await owner.query(`select 1 from framework where code = 'gone'`)).rowCount).toBe(0)
})

test.each([
  ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.alloc(2000)]), 'older Excel'],
  ['a PDF', Buffer.from('%PDF-1.7\n' + 'x'.repeat(2000)), 'no table in this file'],
  ['a page of the web', Buffer.from('<!doctype html><html><body>x</body></html>'), 'no table in this file'],
  ['broken JSON', Buffer.from('[{"country": "Kenya", '), 'JSON'],
  ['an empty file', Buffer.alloc(0), 'empty'],
])('%s is refused with what to do', async (_, bytes, says) => {
  const sent = await editor.send('file.csv', new Uint8Array(bytes))
  expect(sent.status).toBe(422)
  expect(sent.body).toContain(says)
})

test('A sheet, a use, a set that there are not: refused or left as suggested', async () => {
  const sent = await editor.send('form.csv', 'Country,Indicator,Year,Value\nKenya,Rangers,2020,30\n')
  const bad = (said: Record<string, string>) => editor.read(sent.id, { frameworkTitle: 'x', ...said })
  expect((await bad({ sheet: '7' })).sent.status).toBe(422)
  expect((await bad({ firstRow: '-3' })).sent.status).toBe(422)
  expect((await bad({ voice: 'the neighbours' })).sent.status).toBe(422)
  expect((await bad({ country: 'Kenya' })).sent.status).toBe(422)
  expect((await bad({ framework: 'nonsense' })).sent.status).toBe(422)
  expect((await bad({ 'use.3': 'country' })).sent.status).toBe(422)
  expect((await bad({ frameworkTitle: '' })).sent.status).toBe(422)
  const gone = await bad({ framework: '00000000-0000-4000-8000-000000000000' })
  expect([gone.state, gone.error]).toEqual(['failed', 'framework-gone'])
})

test('Imports are their organisation’s alone', async () => {
  const sent = await editor.send('own.csv', 'Country,Indicator,Year,Value\nKenya,Rangers,2020,30\n')
  for (const path of [`/desk/imports/${sent.id}`, sent.location, `/desk/imports/${sent.id}/wrong.csv`])
    expect((await other.get(path)).status).toBe(404)
  expect((await other.post(`/desk/imports/${sent.id}/undo`, {})).status).toBe(404)
  expect((await other.post(sent.location, { act: 'read' })).status).toBe(404)
})

test('All of it verifies', async () => {
  expect((await checkHistory(owner)).broken).toEqual([])
})
