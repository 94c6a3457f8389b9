import { expect, test } from 'vitest'
import { testApp } from '../../platform/testing/app.ts'
import { keepActions } from '../ledger/testing.ts'
import { beginReport, visitsOf } from './testing.ts'

const { app, services, organisationId, userId, as, asOther } = await testApp()
const { owner } = services.database
const { get, post } = visitsOf(app, await as('editor'))
await keepActions(services.database, organisationId, 'cod-2019', [{ text: 'Train women mediators' }])
const { rows } = await owner.query<{ id: string; instrument_id: string }>('select id, instrument_id from item')
const item = rows.at(-1)!
const say = async (visibility: string, reason: string, asOf: string) =>
  owner.query(
    `insert into assessment (item_id, instrument_id, organisation_id, voice, status, as_of, reason, visibility, created_by)
     values ($1, $2, $3, 'civil-society', 'stalled', $6, $4, $5, $7)`,
    [item.id, item.instrument_id, organisationId, reason, visibility, asOf, await userId('editor')],
  )
await say('public', 'Seen by everybody.', '2024-01-01')
await say('organisation', 'Told to us in confidence.', '2024-06-01')

const begun = (title = 'What became of it') => beginReport(owner, post, { title, country: 'COD' })
const askedIn = (page: string): string => page.match(/name="asked" value="([^"]*)"/)![1]!
const putIn = (section: string) => post(`${section}/insert?what=commitments`, { version: '1', source: item.id })
const editionsOf = async (id: string) =>
  (
    await owner.query<{ number: number; findings: unknown; own_words: unknown; reason: string; act: string }>(
      `select e.number, c.findings, c.own_words, c.reason from report_edition e left join report_confirmation c using (report_id, number)
       where e.report_id = $1 order by number`,
      [id],
    )
  ).rows

test('what only the organisation sees is marked beside the text, in its section and among the findings', async () => {
  const { report, section } = await begun()
  await putIn(section)
  for (const page of [(await get(report)).text, (await get(section)).text]) {
    expect(page).toContain('Told to us in confidence.')
    expect(page).toContain('<span class="tag mark">Only your organisation sees this</span>')
    expect(page).toContain('Only your organisation sees this: “Train women mediators')
  }
  expect((await get(report)).text).toContain('One thing that was put in is not public')
})

test('within a sentence it is told with the sentence that it stands in', async () => {
  const { report, section } = await begun()
  await putIn(section)
  await post(section, { version: '2', title: 'Summary', text: 'Nothing here.\n\nThe plan says [[1]], and no more.' })
  const { text } = await get(report)
  const marked = text.match(/<div id="b\d+" class="marked">[^]*?and no more/)?.[0]
  expect(marked).toContain('Only your organisation sees this')
  expect(marked).not.toContain('Nothing here')
})

test('before it is frozen the editor confirms what the public does not see, and the edition keeps that', async () => {
  const { report, section, form } = await begun()
  await putIn(section)
  expect((await get(report)).text).toContain(`<form method="get" action="${report}/freeze">`)
  const unasked = await post(`${report}/freeze`, {})
  expect(unasked.status).toBe(422)
  expect(unasked.text).toContain('Train women mediators')
  expect(unasked.text).toContain(`href="${section}"`)
  const { text } = await get(`${report}/freeze`)
  const asked = askedIn(text)
  expect((await post(`${report}/freeze`, { asked })).status).toBe(422)
  // What was asked about has changed.
  expect((await post(`${report}/freeze`, { asked: 'other', own: 'yes' })).text).toContain('has changed meanwhile')
  expect(await editionsOf(form.form)).toEqual([])
  expect((await post(`${report}/freeze`, { asked, own: 'yes' })).location).toContain('edition=1')
  expect(await editionsOf(form.form)).toMatchObject([
    { number: 1, findings: [], own_words: [{ text: expect.stringContaining('Train women mediators') }], reason: '' },
  ])
  expect((await get(report)).text).toContain('Confirmed when it was frozen, by')
})

test('an edition with such words is not published: they are named, with their section and the way there', async () => {
  const { report, section } = await begun()
  await putIn(section)
  await post(`${report}/freeze`, { asked: askedIn((await get(`${report}/freeze`)).text), own: 'yes' })
  const { status, text } = await post(`${report}/editions/1`, { public: 'yes' })
  expect(status).toBe(409)
  const refused = text.slice(text.indexOf('This edition has words'), text.indexOf('class="report-length"'))
  expect(refused).toContain('Train women mediators')
  expect(refused).toContain(`href="${section}"`)
  expect(refused).not.toContain('[[1]]')
})

test('what must be mended is asked about: a reason lets it stand, and the edition keeps both', async () => {
  const { report, section, form } = await begun()
  await owner.query(`update auth."user" set name = 'Bertha Suttner' where id = $1`, [await userId('contributor')])
  await post(section, { version: '1', title: 'Summary', text: 'Bertha Suttner told us of the valley.' })
  const { text } = await get(`${report}/freeze`)
  expect(text).toContain('One thing must be mended')
  expect(text).toContain('Bertha Suttner is named')
  const asked = askedIn(text)
  const bare = await post(`${report}/freeze`, { asked, reason: ' ' })
  expect(bare.status).toBe(422)
  expect(bare.text).toContain('Say why it may stay')
  const long = await post(`${report}/freeze`, { asked, reason: 'x'.repeat(2001) })
  expect(long.status).toBe(422)
  expect(long.text).toContain('x'.repeat(2001))
  expect(await editionsOf(form.form)).toEqual([])
  await post(`${report}/freeze`, { asked, reason: 'She agreed by telephone.' })
  await post(`${report}/freeze`, { asked, reason: 'Posted twice.' })
  expect(await editionsOf(form.form)).toMatchObject([
    {
      number: 1,
      reason: 'She agreed by telephone.',
      findings: [{ code: 'person-without-consent', section: 'Summary' }],
    },
  ])
  const page = (await get(report)).text
  expect(page).toContain('These findings stood.')
  expect(page).toContain('She agreed by telephone.')
  // Nobody outside reads what was confirmed, even of a public edition.
  await post(`${report}/editions/1`, { public: 'yes' })
  const slug = `what-became-of-it-${form.form.slice(0, 6)}`
  expect((await get(`/reports/${slug}`, {})).text).not.toContain('by telephone')
  expect((await get(`${report}/freeze`, await asOther())).status).toBe(404)
  expect((await get(`${report}/freeze`, await as('contributor'))).status).toBe(403)
})

test('where nothing is to be asked one press freezes', async () => {
  const { report, section, form } = await begun()
  await post(section, { version: '1', title: 'Summary', text: 'We ask for peace.' })
  expect((await get(report)).text).toContain(`<form method="post" action="${report}/freeze">`)
  expect((await post(`${report}/freeze`, {})).status).toBe(303)
  expect(await editionsOf(form.form)).toMatchObject([{ number: 1, findings: null }])
})

test('whoever comes back to the question when all is mended is told so, and asked nothing', async () => {
  const { report } = await begun()
  const { text } = await get(`${report}/freeze`)
  expect(text).toContain('Nothing is left that must be mended')
  expect(text).not.toContain('Look at this first')
})
