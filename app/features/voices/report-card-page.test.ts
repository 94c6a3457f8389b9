import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { testApp } from '../../platform/testing/app.ts'
import { keepPlan } from '../plans/testing.ts'
import { smallPlan } from '../plans/testing-plan.ts'

const { app, services, organisationId, userId, as } = await testApp()
const { owner } = services.database
const plan = await keepPlan(services.database, organisationId, smallPlan(), { slug: 'cod-2019-2022' })
await keepPlan(services.database, organisationId, smallPlan(), { slug: 'draft', published: false })
const by = await userId('editor')

const itemOf = async (instrument: string, ref: number): Promise<string> =>
  (await owner.query('select id from item where instrument_id = $1 and ref = $2', [instrument, ref])).rows[0].id
const say = async (
  instrument: string,
  ref: number,
  voice: string,
  status: string,
  asOf: string,
  visibility = 'public',
) =>
  owner.query(
    `insert into assessment (item_id, instrument_id, organisation_id, voice, status, as_of, reason, source, visibility, created_by)
     values ($1, $2, $3, $4, $5, $6, 'Seen.', 'A report', $7, $8)`,
    [await itemOf(instrument, ref), instrument, organisationId, voice, status, asOf, visibility, by],
  )
await say(plan, 5, 'civil-society', 'stalled', '2020-06-01')
await say(plan, 5, 'government', 'done', '2020-10-01')
await say(plan, 5, 'civil-society', 'under-way', '2021-06-01')
await say(plan, 6, 'community', 'dropped', '2020-05-01', 'organisation')

const made = await owner.query<{ id: string }>(
  `insert into instrument (organisation_id, slug, kind, title, country, languages, adopted_on, published_at)
   values ($1, 'panel-2019', 'recommendations', 'Recommendations of the panel', 'COD', '{en}', '2019-11', now()) returning id`,
  [organisationId],
)
const panel = made.rows[0]!.id
await owner.query(
  `insert into item (instrument_id, organisation_id, ref, kind, number, text, position, cites)
   values ($1, $2, 1, 'recommendation', '1', 'Vote a budget for the plan', 1, '[]')`,
  [panel, organisationId],
)
await say(panel, 1, 'government', 'under-way', '2020-12-31')

const get = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await app.request(path, { headers })
  return { status: answer.status, text: await answer.text() }
}

test('the card shows how the voices stood at the end of the year, and counts with denominators', async () => {
  const { status, text } = await get('/plans/cod-2019-2022/report-card?year=2020')
  expect(status).toBe(200)
  expect(text).toContain('Government: said how far 1 of 6 are')
  expect(text).toContain('1 of 6: The government reports more than others see.')
  expect(text).toContain('5 of 6: Nobody has said yet what became of this.')
  expect(text).toContain('Stalled')
  expect(text).not.toContain('Dropped')
  expect(text).not.toMatch(/<script|style=/)
  const next = await get('/plans/cod-2019-2022/report-card?year=2021')
  expect(next.text).not.toContain('Stalled')
  expect((await get('/plans/cod-2019-2022/report-card?year=2019')).text).toContain('6 of 6: Nobody has said yet')
})

test('last year’s recommendations stand on it with what became of them', async () => {
  const { text } = await get('/plans/cod-2019-2022/report-card?year=2020')
  expect(text).toContain('What became of the recommendations of 2019')
  expect(text).toContain('Vote a budget for the plan')
  expect(text).toContain('Under way')
  expect((await get('/plans/cod-2019-2022/report-card?year=2021')).text).toContain('No recommendations of 2020')
})

test('a card is the same for everybody: what only its organisation sees is not on it', async () => {
  const own = await get('/plans/cod-2019-2022/report-card?year=2020', await as('administrator'))
  expect(own.text).not.toContain('Dropped')
})

test('a plan or a year that is not there is not found', async () => {
  for (const path of [
    'draft/report-card',
    'cod-2019-2022/report-card?year=1999',
    'cod-2019-2022/report-card?year=x',
    'none/report-card.xlsx',
  ])
    expect((await get(`/plans/${path}`)).status, path).toBe(404)
  expect((await get('/plans/cod-2019-2022/report-card')).status).toBe(200)
})

test('the workbook has a sheet for commitments and one for recommendations, and no formula', async () => {
  const answer = await app.request('/plans/cod-2019-2022/report-card.xlsx?year=2020&lang=fr')
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="cod-2019-2022-2020.xlsx"')
  const parts = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  const text = (name: string) => new TextDecoder().decode(parts[name])
  expect(text('xl/workbook.xml')).toContain('Recommandations 2019')
  const sheets = Object.keys(parts).filter(name => name.startsWith('xl/worksheets/sheet'))
  expect(sheets).toHaveLength(2)
  for (const sheet of sheets) expect(text(sheet)).not.toContain('<f>')
  expect(text('xl/sharedStrings.xml')).toContain('=cmd()|calc')
  expect(text('xl/sharedStrings.xml')).toContain('À l’arrêt')
})
