import { randomUUID } from 'node:crypto'
import { readPlan } from '@open1325/reader'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { testApp } from '../../platform/testing/app.ts'
import { keepPlan } from '../plans/testing.ts'
import { smallPlan } from '../plans/testing-plan.ts'
import { beginReport, visitsOf } from './testing.ts'

const { app, services, organisationId, userId, as, asOther } = await testApp()
const { owner } = services.database
await keepPlan(services.database, organisationId, smallPlan(), { slug: 'cod-2019-2022' })
const editor = await as('editor')
const items = await owner.query<{ id: string; text: string; instrument_id: string }>(
  `select i.id, i.text, i.instrument_id from commitment c join item i on i.id = c.item_id order by i.ref`,
)
const [item] = items.rows

const { get, post } = visitsOf(app, editor)

const begun = (fields: Record<string, string> = {}) =>
  beginReport(owner, post, { title: 'What became of it', country: 'COD', ...fields })
const say = async (status: string, visibility = 'public', asOf = '2021-01-01') =>
  owner.query(
    `insert into assessment (item_id, instrument_id, organisation_id, voice, status, as_of, reason, visibility, created_by)
     values ($1, $2, $3, 'civil-society', $4, $5, 'No decree was signed.', $6, $7)`,
    [item!.id, item!.instrument_id, organisationId, status, asOf, visibility, await userId('editor')],
  )

test('a report begins with its body’s outline, once however often the form is sent', async () => {
  const { form, report, sections } = await begun()
  expect((await post('/desk/reports', form)).location).toBe(report)
  expect(sections).toHaveLength(9)
  const { text } = await get(report)
  expect(text).toContain('Committee on the Elimination of Discrimination against Women')
  expect(text).toContain('What became of earlier concluding observations')
  expect(text).toMatch(/3,300 at most/)
  expect((await get('/desk/reports')).text).toContain('What became of it')
})

test('what was typed comes back when it is wrong', async () => {
  const { status, text } = await post('/desk/reports', {
    form: randomUUID(),
    start: 'x',
    title: '',
    language: 'en',
    country: 'ZZZ',
  })
  expect(status).toBe(422)
  expect(text).toContain('error-summary')
})

test('a commitment is put in with what each voice says, stays tied to its source, and is marked when that changes', async () => {
  await say('stalled')
  const { report, section } = await begun()
  const form = { version: '1', source: item!.id, as: 'each' }
  expect((await post(`${section}/insert?what=commitments`, form)).location).toBe(`${section}?done=put`)
  expect((await post(`${section}/insert?what=commitments`, form)).status).toBe(409)
  const before = (await get(section)).text
  expect(before).toContain(item!.text)
  expect(before).toContain('Stalled, 1 January 2021.')
  expect(before).toContain('No decree was signed.')
  expect(before).toContain('As its source says')

  await say('done', 'public', '2021-06-01')
  const after = (await get(report)).text
  expect(after).toContain('One source has changed since it was put in.')
  expect(after).toContain('Stalled, 1 January 2021.')
  expect((await post(`${section}/renew`, { number: '1', version: '1' })).location).toBe(`${section}?done=renewed`)
  const renewed = (await get(report)).text
  expect(renewed).toContain('Done, 1 June 2021.')
  expect(renewed).not.toContain('has changed since')
})

test('a figure typed by hand without a source is marked until somebody says that it needs none', async () => {
  const { report, section } = await begun()
  await post(section, { version: '1', title: 'Summary', text: 'Only 14 of 120 judges are women.\r\n\r\nNothing else.' })
  expect((await get(report)).text).toContain('One paragraph states something without a source.')
  expect((await post(`${section}/mark`, { version: '2', nth: '0', mark: 'settled' })).status).toBe(303)
  expect((await get(report)).text).not.toContain('without a source')
  expect((await get(section)).text).toContain('[no source needed]')
})

test('two authors at one section: nobody’s work is lost, both texts are shown', async () => {
  const { section } = await begun()
  expect((await post(section, { version: '1', title: 'Summary', text: 'The first author wrote this.' })).status).toBe(
    303,
  )
  const second = await post(
    section,
    { version: '1', title: 'Summary', text: 'The second author wrote that.' },
    await as('contributor'),
  )
  expect(second.status).toBe(409)
  expect(second.text).toContain('The second author wrote that.</textarea>')
  expect(second.text).toMatch(/<ins>[^<]*first/)
  expect((await post(section, { version: '2', title: 'Summary', text: 'Both together.' })).status).toBe(303)
  const versions = (await get(`${section}/versions`)).text
  expect(versions).toMatch(/<del>[^<]*first/)
  expect(versions).toContain('Version 3')
})

test('comments stand with a section until they are settled', async () => {
  const { report, section } = await begun()
  const form = randomUUID()
  await post(`${section}/comments`, { form, comment: 'Which page?' })
  await post(`${section}/comments`, { form, comment: 'Which page?' })
  expect((await get(report)).text).toContain('One open comment')
  const empty = await post(`${section}/comments`, { form: randomUUID(), comment: ' ' })
  expect(empty.status).toBe(422)
  expect(empty.text).toMatch(/id="comment-error"[\s\S]*<textarea[^>]* id="comment"/)
  expect((await post(`${section}/comments`, { form: randomUUID(), comment: 'w'.repeat(5001) })).text).toContain(
    'w'.repeat(5001),
  )
  await post(`${section}/comments/${form}`, {})
  expect((await get(report)).text).not.toContain('open comment')
})

test('an edition keeps the report with its four files, whatever is written later; published, everybody reads it', async () => {
  const { report, section, form } = await begun({ title: 'Frozen words' })
  await post(`${section}/insert?what=claim`, {
    version: '1',
    words: 'Nothing was voted.',
    title: 'Finance law 2022, page 3',
    url: '',
  })
  await post(`${section}/insert?what=commitments`, { version: '2', shown: items.rows.map(({ id }) => id), as: 'table' })
  expect((await post(`${report}/freeze`, {}, await as('contributor'))).status).toBe(403)
  expect((await post(`${report}/freeze`, {})).location).toContain('edition=1')
  expect((await post(`${report}/freeze`, {})).location).toContain('edition=1')
  const slug = `frozen-words-${form.form.slice(0, 6)}`
  expect((await get(`/reports/${slug}`, {})).status).toBe(404)
  expect((await get(`/reports/${slug}/1`)).text).toContain('Only your organisation sees this edition.')
  expect((await get(`/reports/${slug}/1`, await asOther())).status).toBe(404)

  expect((await post(`${report}/editions/1`, { public: 'yes' })).location).toContain('done=published')
  await post(section, { version: '3', title: 'Summary', text: 'Other words now.' })
  const shown = await get(`/reports/${slug}`, {})
  expect(shown.status).toBe(200)
  expect(shown.text).toContain('Nothing was voted.')
  expect(shown.text).not.toContain('Other words now.')
  expect(shown.text).not.toMatch(/<script| style=/)
  expect((await get('/reports', {})).text).toContain('Frozen words')

  const file = async (format: string) =>
    new Uint8Array(await (await app.request(`/reports/${slug}/1.${format}`)).arrayBuffer())
  expect(new TextDecoder().decode(unzipSync(await file('docx'))['word/document.xml'])).toContain('Nothing was voted.')
  const read = await readPlan(await file('pdf'), { name: 'report.pdf' })
  expect(read.pages.map(({ text }) => text).join(' ')).toContain('Finance law 2022, page 3')
  expect(new TextDecoder().decode(await file('html'))).toContain('<html lang="en"')
  expect(new TextDecoder().decode(await file('md'))).toContain('[^1]: Finance law 2022, page 3')
  expect((await get(`/reports/${slug}/1.exe`, {})).status).toBe(404)
  expect((await post(`${report}/editions/1`, { public: 'no' })).location).toContain('done=taken-back')
  expect((await get(`/reports/${slug}`, {})).status).toBe(404)
})

test('another organisation finds nothing, a reader writes nothing, nobody has to sign in', async () => {
  const { report, section } = await begun()
  for (const path of [
    report,
    section,
    `${section}/insert`,
    `${section}/versions`,
    `${report}/facts`,
    `${report}/draft.pdf`,
  ])
    expect((await get(path, await asOther())).status, path).toBe(404)
  expect((await get(report, await as('reader'))).status).toBe(200)
  expect((await get(section, await as('reader'))).status).toBe(403)
  expect((await post(section, { version: '1', title: 'x', text: 'x' }, await as('reader'))).status).toBe(403)
  expect((await get(report, {})).status).toBe(401)
})

test('bad input is answered in words', async () => {
  const { report, section } = await begun()
  expect((await get(`/desk/reports/${'-'.repeat(36)}`)).status).toBe(404)
  expect((await get(`${report}/sections/none`)).status).toBe(404)
  expect((await get(`${report}/draft.exe`)).status).toBe(404)
  expect((await post(section, { version: 'x', title: '', text: '' })).status).toBe(422)
  expect((await post(section, { version: '1', title: 'x', text: 'x'.repeat(200_001) })).status).toBe(422)
  expect((await post(`${section}/insert?what=commitments`, { version: '1', source: 'x' })).status).toBe(422)
  expect((await post(`${section}/insert?what=commitments`, { version: '1', source: randomUUID() })).status).toBe(404)
  expect(
    (await post(`${section}/insert?what=claim`, { version: '1', words: 'a', title: 'b', url: 'javascript:x' })).status,
  ).toBe(422)
  expect((await post(`${section}/insert?what=appraisal`, { version: '1' })).status).toBe(422)
  expect((await post(`${section}/renew`, { number: '9', version: '1' })).status).toBe(404)
  expect((await post(`${report}/facts`, { version: '1', title: '', language: 'xx' })).status).toBe(422)
  expect((await post(`${report}/editions/7`, { public: 'yes' })).status).toBe(404)
})

test('the cover says who submits, and a change of it meets a change of somebody else', async () => {
  const { report } = await begun()
  const facts = {
    version: '1',
    title: 'New title',
    language: 'fr',
    country: 'COD',
    organisations: 'Mothers of the Border\r\nPeace Table',
    named: 'Jane Addams',
    mayBePublished: 'yes',
  }
  expect((await post(`${report}/facts`, facts)).status).toBe(303)
  expect((await post(`${report}/facts`, { ...facts, title: 'Other' })).status).toBe(409)
  const draft = await (await app.request(`${report}/draft.md`, { headers: editor })).text()
  expect(draft).toContain('Ce rapport peut être publié.')
  expect(draft).toContain('Mothers of the Border et Peace Table')
  // Two sign: the limit of several organisations counts.
  expect((await get(report)).text).toMatch(/6,600 at most for several organisations together/)
  expect((await get(`${report}/facts`)).text).toContain('Jane Addams</textarea>')
})

test('a country’s brief comes in one step, with what the public sees unless members’ own is asked for', async () => {
  expect((await get('/desk/reports/brief')).status).toBe(200)
  expect((await get('/desk/reports/brief?country=XX&month=soon')).status).toBe(422)
  const { text } = await get('/desk/reports/brief?country=COD&month=2021-01')
  expect(text).toContain('promises on women, peace and security')
  expect(text).not.toContain('Contains what only members see')
  expect((await get('/desk/reports/brief?country=COD&month=2021-01&own=yes')).text).toContain(
    'Contains what only members see',
  )
  for (const language of ['en', 'ar']) {
    const pdf = await app.request(`/desk/reports/brief.pdf?country=COD&month=2021-01&lang=${language}`, {
      headers: editor,
    })
    const read = await readPlan(new Uint8Array(await pdf.arrayBuffer()), { name: 'brief.pdf' })
    expect(read.pages.length).toBeLessThanOrEqual(2)
    expect(read.pages[0]!.text).toContain(language === 'en' ? 'The ledger holds' : 'يضم السجل')
  }
})
