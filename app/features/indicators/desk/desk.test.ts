import { expect, test } from 'vitest'
import { checkHistory } from '../../../platform/history.ts'
import { testApp } from '../../../platform/testing/app.ts'

const { app, services, as, asOther, organisationId } = await testApp()
const { owner } = services.database

const get = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await app.request(path, { headers })
  return { status: answer.status, body: await answer.text() }
}
const post = async (path: string, form: Record<string, string>, headers: Record<string, string>) => {
  const answer = await app.request(path, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  })
  return { status: answer.status, location: answer.headers.get('location'), body: await answer.text() }
}

const editor = await as('editor')
const contributor = await as('contributor')

const made = await post('/desk/indicators', { title: 'Women in the courts' }, contributor)
const here = made.location!
const passport = { code: '1a', title: 'Women among judges', valueKind: 'share', direction: 'more' }
const figure = {
  period: '2024',
  numerator: '36',
  denominator: '120',
  voice: 'civil-society',
  source: 'Court register',
  country: 'COD',
}

const current = async () =>
  (
    await owner.query(
      `select number, numerator, denominator, visibility, source from observation
       where superseded_by is null and withdrawn_at is null and organisation_id = $1 order by id`,
      [organisationId],
    )
  ).rows

test('A set is made, an indicator added, a figure entered: nobody outside sees any of it until an editor shows it', async () => {
  expect(made.status).toBe(303)
  expect((await post(`${here}/add`, passport, contributor)).location).toBe(`${here}/1a`)
  expect((await post(`${here}/1a/figures`, figure, contributor)).status).toBe(303)
  expect(await current()).toEqual([
    { number: 0.3, numerator: 36, denominator: 120, visibility: 'organisation', source: 'Court register' },
  ])
  const address = here.replace('/desk', '')
  expect((await get(`${address}/1a`)).status).toBe(404)
  expect((await post(`${here}/publish`, { public: 'yes' }, contributor)).status).toBe(403)
  expect((await post(`${here}/publish`, { public: 'yes' }, editor)).status).toBe(303)
  expect((await get(`${address}/1a`)).body).not.toContain('36 of 120')
  const { rows } = await owner.query<{ id: string }>('select id from observation')
  expect((await post(`${here}/1a/figures/show`, { figure: rows[0]!.id }, contributor)).status).toBe(403)
  expect((await post(`${here}/1a/figures/show`, { figure: rows[0]!.id }, editor)).status).toBe(303)
  expect((await get(`${address}/1a`)).body).toContain('36 of 120 (30%)')
})

test('The same figure sent twice is one figure; another value takes its place, and the first stays in the records', async () => {
  const shown = { ...figure, visibility: 'public' }
  await post(`${here}/1a/figures`, shown, editor)
  expect(await current()).toHaveLength(1)
  await post(`${here}/1a/figures`, { ...shown, numerator: '40' }, editor)
  expect(await current()).toMatchObject([{ numerator: 40 }])
  expect((await owner.query('select count(*)::int as n from observation')).rows[0].n).toBe(2)
})

test('A draft stands beside the public value until it is shown in its place', async () => {
  await post(`${here}/1a/figures`, { ...figure, numerator: '44' }, contributor)
  expect(await current()).toMatchObject([
    { numerator: 40, visibility: 'public' },
    { numerator: 44, visibility: 'organisation' },
  ])
  const { rows } = await owner.query<{ id: string }>('select id from observation where numerator = 44')
  await post(`${here}/1a/figures/show`, { figure: rows[0]!.id }, editor)
  expect(await current()).toMatchObject([{ numerator: 44, visibility: 'public' }])
})

test.each([
  ['without a time', { period: '' }],
  ['with a time that is none', { period: 'last year' }],
  ['with a numerator that is no number', { numerator: 'many' }],
  ['with a denominator of nothing', { denominator: '0' }],
  ['in a voice that there is not', { voice: 'the neighbours' }],
  ['of a country that is none', { country: 'Congo' }],
  ['in another voice without a source', { voice: 'government', source: '' }],
  ['shown to all by a contributor', { visibility: 'public' }],
])('A figure %s is refused beside the field, and what was typed comes back', async (_, wrong) => {
  const before = await current()
  const refused = await post(`${here}/1a/figures`, { ...figure, note: 'My long note', ...wrong }, contributor)
  expect(refused.status).toBe(422)
  expect(refused.body).toContain('My long note')
  expect(await current()).toEqual(before)
})

test('What the public sees of a passport is an editor’s to change', async () => {
  expect((await post(`${here}/add`, { ...passport, code: '2' }, contributor)).status).toBe(403)
})

test('A passport with a code that is taken, or without a title, is refused', async () => {
  expect((await post(`${here}/add`, passport, editor)).status).toBe(422)
  expect((await post(`${here}/add`, { ...passport, code: '2', title: ' ' }, editor)).status).toBe(422)
  expect((await post(`${here}/add`, { ...passport, code: '2', valueKind: 'feeling' }, editor)).status).toBe(422)
})

test('Two people at one passport: the second is told, and what she typed is still there', async () => {
  const version = (await get(`${here}/1a`, editor)).body.match(/name="version" value="(\d+)"/)![1]!
  expect((await post(`${here}/1a`, { ...passport, owner: 'Ministry of Justice', version }, editor)).status).toBe(303)
  const second = await post(`${here}/1a`, { ...passport, owner: 'Court council', version }, await as('administrator'))
  expect(second.status).toBe(409)
  expect(second.body).toContain('Court council')
  expect((await get(`${here}/1a`, editor)).body).toContain('Ministry of Justice')
})

test('Figures can be taken back, by their organisation only', async () => {
  const { rows } = await owner.query<{ id: string }>('select id from observation where superseded_by is null')
  expect((await post(`${here}/1a/figures/withdraw`, { figure: rows[0]!.id }, await asOther())).status).toBe(404)
  expect((await post(`${here}/1a/figures/withdraw`, { figure: rows[0]!.id }, await as('reader'))).status).toBe(403)
  expect((await post(`${here}/1a/figures/withdraw`, { figure: rows[0]!.id }, editor)).status).toBe(303)
  expect(await current()).toEqual([])
})

test.each([['/desk/indicators'], [here], [`${here}/1a`]])('%s is for members', async path => {
  expect((await get(path)).status).toBe(401)
  expect((await get(path, await as('reader'))).status).toBe(200)
})

test('Another organisation’s set, and the library’s, are not changed on one’s desk', async () => {
  expect((await get(here, await asOther())).status).toBe(404)
  expect((await post(`${here}/add`, { ...passport, code: '9' }, await asOther())).status).toBe(404)
})

test('All of it verifies', async () => {
  expect((await checkHistory(owner)).broken).toEqual([])
})
