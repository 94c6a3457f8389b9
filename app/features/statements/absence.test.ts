import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { reading } from '../../platform/access.ts'
import { wordsOf } from '../../platform/languages.ts'
import { testApp } from '../../platform/testing/app.ts'
import { keepRound } from '../questionnaires/testing.ts'
import type { AbsenceSource } from './absence/model.ts'
import { absenceOf } from './absence/queries.ts'
import { silentBlocks } from './offers/silent.ts'
import { keepStatement } from './testing.ts'

const testing = await testApp()
const { app, services, as, organisationId, otherOrganisationId } = testing
const { owner, kysely } = services.database
let editor: { cookie: string }
let asker: string
beforeAll(async () => {
  editor = await as('editor')
  asker = await testing.userId('editor')
})
beforeEach(async () => {
  await owner.query('delete from succession; delete from assessment; delete from item; delete from instrument')
})

const find = async (source: AbsenceSource, organisation = organisationId) =>
  (await reading(kysely, asker, tx => absenceOf(tx, source, organisation)))?.found
const text = async (path: string, headers: Record<string, string> = editor) =>
  (await app.request(path, { headers })).text()
const post = (path: string, fields: Record<string, string>) =>
  app.request(path, { method: 'POST', headers: editor, body: new URLSearchParams(fields) })

async function plan(country: string, end: string | null, more: Record<string, unknown> = {}): Promise<string> {
  const row: Record<string, unknown> = {
    organisation_id: organisationId,
    slug: `plan-${randomUUID().slice(0, 8)}`,
    title: `Plan of ${country}`,
    country,
    period_start: '2015',
    period_end: end,
    languages: ['en'],
    published_at: new Date(),
    ...more,
  }
  const columns = Object.keys(row)
  const { rows } = await owner.query<{ id: string }>(
    `insert into instrument (${columns.join()}) values (${columns.map((_, n) => `$${n + 1}`).join()}) returning id`,
    Object.values(row),
  )
  return rows[0]!.id
}

async function action(instrument: string, words: string, end: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `insert into item (instrument_id, organisation_id, ref, kind, text, position, cites, fields)
     select $1, $2, coalesce(max(ref), 0) + 1, 'action', $3, 1, '[{}]', $4 from item where instrument_id = $1 returning id`,
    [
      instrument,
      organisationId,
      words,
      JSON.stringify({ timeframe: { text: end, cites: [], value: { start: end, end } } }),
    ],
  )
  return rows[0]!.id
}

const said = (instrument: string, item: string, more: Record<string, string> = {}) => {
  const { voice = 'government', status = 'under-way', asOf = '2020-01-01', visibility = 'public' } = more
  return owner.query(
    `insert into assessment (item_id, instrument_id, organisation_id, voice, status, as_of, reason, visibility, created_by)
     values ($1, $2, $3, $4, $5, $6, 'R', $7, 'x')`,
    [item, instrument, organisationId, voice, status, asOf, visibility],
  )
}

test('governments that have not answered a closed round are named by country; organisations and people are only counted', async () => {
  const round = await keepRound(testing, { closes: '-1 hour', title: 'Annual questionnaire' })
  const ministry = { kind: 'government', voice: 'government', email: null }
  await round.respondent('Ministry of Gender', { ...ministry, country: 'MLI' })
  await round.respondent('Ministry of Defence', { ...ministry, country: 'MLI' })
  await round.respondent('Some ministry', { ...ministry, country: null })
  const answered = await round.respondent('Ministry of Peace', { ...ministry, country: 'COD' })
  await owner.query(`update respondent set sent_at = now(), sent_sha256 = repeat('a', 64) where id = $1`, [answered.id])
  await round.respondent('A small group')
  await round.respondent('Amina K.', { kind: 'person' })
  const found = await find({ kind: 'round', round: round.roundId })
  expect(found).toMatchObject({ countries: ['MLI'], unplaced: 1, organisations: 1, people: 1, asked: 4, page: null })

  const words = wordsOf('en')
  const made = await reading(kysely, asker, tx =>
    silentBlocks(tx, { kind: 'round', round: round.roundId }, { organisationId, words, origin: 'https://x.test' }),
  )
  const said = JSON.stringify(made!.blocks)
  expect(said).toContain('Mali')
  expect(said).toContain('Fewer than five people')
  expect(said).toContain('Annual questionnaire')
  for (const name of ['Ministry of', 'A small group', 'Amina']) expect(said).not.toContain(name)
})

test('a round that is still open, or another organisation’s, cannot be asked', async () => {
  const open = await keepRound(testing)
  expect(await find({ kind: 'round', round: open.roundId })).toBeUndefined()
  const theirs = await keepRound(testing, { organisation: otherOrganisationId, closes: '-1 hour' })
  expect(await find({ kind: 'round', round: theirs.roundId })).toBeUndefined()
  expect(await find({ kind: 'round', round: theirs.roundId }, otherOrganisationId)).toBeUndefined()
})

test('a country whose plan ran out is named until a successor is published', async () => {
  const old = await plan('COD', '2018')
  await plan('MLI', '2090')
  await plan('MLI', '2017')
  await plan('NER', '2018')
  await plan('NER', null, { period_start: '2019' })
  await plan('TCD', '2018', { illustrative: true })
  await plan('GIN', '2018', { published_at: null })
  expect(await find({ kind: 'expired' })).toMatchObject({ of: 3, rows: [{ country: 'COD', endedOn: '2018-12-31' }] })
  const later = await plan('COD', null, { period_start: null, published_at: null, kind: 'policy' })
  await owner.query(
    `insert into succession (instrument_id, earlier_id, organisation_id, relation, said_by) values ($1, $2, $3, 'supersedes', 'x')`,
    [later, old, organisationId],
  )
  expect(await find({ kind: 'expired' })).toMatchObject({ rows: [{ country: 'COD' }] })
  await owner.query('update instrument set published_at = now() where id = $1', [later])
  expect(await find({ kind: 'expired' })).toMatchObject({ rows: [] })
})

test('a country has reported if its government’s word of the last months is public', async () => {
  const today = new Date().toISOString().slice(0, 10)
  for (const [country, word] of [
    ['COD', { asOf: today }],
    ['MLI', { asOf: '2020-01-01' }],
    ['NER', { asOf: today, visibility: 'organisation' }],
    ['TCD', { asOf: today, voice: 'civil-society' }],
    ['GIN', { asOf: today, status: 'no-information' }],
  ] as const) {
    const id = await plan(country, '2090')
    await said(id, await action(id, 'Train', '2090'), word)
  }
  const found = await find({ kind: 'unreported', months: 12 })
  expect(found).toMatchObject({ of: 5 })
  expect(found?.kind === 'unreported' && found.rows.map(({ country, last }) => `${country} ${last}`)).toEqual([
    'GIN null',
    'MLI 2020-01-01',
    'NER null',
    'TCD null',
  ])
})

test('a commitment past its day is named until the government says in public how far it is', async () => {
  const id = await plan('COD', '2030')
  const late = await action(id, 'Late and silent', '2019')
  const told = await action(id, 'Late and told', '2019')
  await action(id, 'Not due yet', '2090')
  await said(id, told)
  await said(id, late, { voice: 'civil-society' })
  expect(await find({ kind: 'overdue', country: null })).toMatchObject({
    total: 1,
    rows: [{ text: 'Late and silent', due: '2019-12-31', country: 'COD' }],
  })
  expect(await find({ kind: 'overdue', country: 'MLI' })).toMatchObject({ total: 0, rows: [] })
})

test('what is found is put into the text of each language, frozen with the edition, and marked when it has changed', async () => {
  const id = await plan('COD', '2018')
  const one = await keepStatement(testing, { state: 'draft' })
  await owner.query('update statement set edition = 0 where id = $1', [one.id])
  const desk = `/desk/statements/${one.id}`
  await post(`${desk}/languages`, { language: 'fr' })
  expect(await text(`${desk}/silent?kind=expired`)).toContain('Democratic Republic of the Congo')
  for (let n = 0; n < 2; n++)
    expect((await post(`${desk}/silent`, { kind: 'expired' })).headers.get('location')).toContain('done=silent')
  const { rows } = await owner.query('select language, text from statement_text where statement_id = $1 order by 1', [
    one.id,
  ])
  expect(rows.map(row => row.text)).toEqual(['We ask the Council to act.\n\n[[1]]', '[[1]]'])
  const french = await text(`${desk}/texts/fr`)
  expect(french).toContain('République démocratique du Congo')
  expect(french).toContain('Situation au')
  expect(await text(desk)).not.toContain('Would say something else today')

  await owner.query(`update instrument set period_end = '2090' where id = $1`, [id])
  expect(await text(desk)).toContain('Would say something else today')
  // What stands in the text stays as it was until somebody asks again.
  expect(await text(`${desk}/texts/fr`)).toContain('République démocratique du Congo')
  for (let n = 0; n < 2; n++) await post(`${desk}/silent/1`, { revision: '1' })
  expect(await text(desk)).not.toContain('Would say something else today')
  expect(await text(`${desk}/texts/fr`)).not.toContain('République démocratique du Congo')
})

test.each([
  ['an unknown question', { kind: 'everything' }],
  ['a round that is no id', { kind: 'round', round: "x' or true" }],
  ['another number of months', { kind: 'unreported', months: '7' }],
  ['a country that is none', { kind: 'overdue', country: 'XXX' }],
])('%s is refused', async (_, fields) => {
  const one = await keepStatement(testing)
  expect((await post(`/desk/statements/${one.id}/silent`, fields)).status).toBe(422)
  expect(
    (await app.request(`/desk/statements/${one.id}/silent?${new URLSearchParams(fields)}`, { headers: editor })).status,
  ).toBe(200)
})
