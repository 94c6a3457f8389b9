import { createHash } from 'node:crypto'
import type { PlanDocument } from '@open1325/reader'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { testApp } from '../../../platform/testing/app.ts'
import { keepPlan } from '../testing.ts'
import { smallPages, smallPlan } from '../testing-plan.ts'

const { app, services, as, asOther, organisationId } = await testApp()
const { database } = services
const document = smallPlan()
const open = await keepPlan(database, organisationId, document, {
  slug: 'cod-2019-2022',
  pages: smallPages,
  confirmed: 6,
})
await keepPlan(
  database,
  organisationId,
  { ...smallPlan(), title: 'Un brouillon', issuer: null },
  { slug: 'draft', published: false },
)

const get = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await app.request(path, { headers })
  return { status: answer.status, headers: answer.headers, body: await answer.text() }
}

test('The world sees published plans and no drafts', async () => {
  const list = await get('/plans')
  expect(list.status).toBe(200)
  expect(list.body).toContain('Plan d’action national 2019-2022')
  expect(list.body).not.toContain('Un brouillon')
  for (const path of [
    '/plans/draft',
    '/plans/draft.json',
    '/plans/draft.csv',
    '/plans/draft.xlsx',
    '/plans/draft/items/1',
  ])
    expect((await get(path)).status, path).toBe(404)
  expect((await get('/plans/draft', await asOther())).status).toBe(404)
})

test('A member sees a draft as the public would, marked as a preview', async () => {
  const draft = await get('/plans/draft', await as('reader'))
  expect(draft.status).toBe(200)
  expect(draft.body).toContain('only your organisation sees this')
  expect((await get('/plans/cod-2019-2022')).body).not.toContain('only your organisation sees this')
})

test('A plan’s page says how many of its rows people confirmed, and marks the others', async () => {
  const { body } = await get('/plans/cod-2019-2022')
  expect(body).toContain('6 of 10 rows confirmed by people')
  expect(body).toContain('2019–2022, expired')
  expect(body.match(/◇/g)!.length).toBe(1 + 4)
  expect(body).not.toMatch(/<script|style=/)
})

test('Where nobody confirmed a row, the page says so once instead of marking each', async () => {
  await keepPlan(database, organisationId, document, { slug: 'unconfirmed', confirmed: 0, published: false })
  const { body } = await get('/plans/unconfirmed', await as('reader'))
  expect(body).toContain('No person has confirmed a row yet')
  expect(body).not.toContain('◇')
})

test('Each row of the matrix has its page, and says what the plan leaves out', async () => {
  const { body } = await get('/plans/cod-2019-2022')
  expect(body).toContain('href="/plans/cod-2019-2022/pages/4?item=5"')
  expect(body).toContain('no target')
  expect(body).toContain('no date · no money')
  expect(body).toContain('Plaidoyers &lt;auprès> des')
})

test('The plan speaks three languages around its own words', async () => {
  const french = await get('/plans/cod-2019-2022?lang=fr')
  expect(french.body).toContain('6 lignes sur 10 confirmées')
  const arabic = await get('/plans/cod-2019-2022?lang=ar')
  expect(arabic.body).toContain('dir="rtl"')
  expect(arabic.body).toContain('Former des médiatrices')
  // Numbers alone have no direction of their own: they take the plan's.
  expect(arabic.body).toContain('<bdi lang="fr" dir="ltr">2019 à 2020</bdi>')
})

test('A row has an address with its words, its place, its fields and their values', async () => {
  const { status, body } = await get('/plans/cod-2019-2022/items/5')
  expect(status).toBe(200)
  expect(body).toContain('Accroître la participation des femmes')
  expect(body).toContain('read as USD 38,000')
  expect(body).toContain('read as 2019–2020')
  expect(body).toContain('/plans/cod-2019-2022/pages/4.webp')
  expect((await get('/plans/cod-2019-2022/items/99')).status).toBe(404)
})

test('A merged row leads to the one that it became part of; a row taken out says so', async () => {
  const merge = (from: number, into: number | null) =>
    database.owner.query(
      `update item set deleted_at = now(), merged_into = (select id from item where instrument_id = $1 and ref = $3)
       where instrument_id = $1 and ref = $2`,
      [merged, from, into],
    )
  const merged = await keepPlan(database, organisationId, smallPlan(), { slug: 'merged' })
  await merge(4, 5)
  await merge(5, 6)
  await merge(10, null)
  const moved = await get('/plans/merged/items/4')
  expect([moved.status, moved.headers.get('location')]).toEqual([301, '/plans/merged/items/6'])
  const gone = await get('/plans/merged/items/10')
  expect(gone.status).toBe(410)
  expect(gone.body).toContain('href="/plans/merged"')
  expect((await get('/plans/merged')).body).not.toContain('Sans rien dessous')
})

test('A page of the plan shows its rows in frames and leads to the next page with rows', async () => {
  const { status, body } = await get('/plans/cod-2019-2022/pages/4?item=5')
  expect(status).toBe(200)
  expect(body.match(/class="frame"/g)!.length).toBe(7)
  expect(body.match(/class="frame chosen"/g)!.length).toBe(1)
  expect(body).toContain('/plans/cod-2019-2022/pages/6')
  expect((await get('/plans/cod-2019-2022/pages/7')).status).toBe(404)
})

test('The downloads hold the plan and parse back', async () => {
  const json = await get('/plans/cod-2019-2022.json')
  const read = JSON.parse(json.body) as PlanDocument
  expect(read.format).toBe('open1325-plan/1')
  expect(read.items.map(item => item.text)).toEqual(document.items.map(item => item.text))
  expect(read.items.map(item => item.fields)).toEqual(document.items.map(item => item.fields))
  expect(read.items.map(item => item.cites)).toEqual(document.items.map(item => item.cites))
  expect(read.items[4]!.parent).toBe('i3')
  expect(json.headers.get('content-disposition')).toBe('attachment; filename="cod-2019-2022.json"')

  const csv = await get('/plans/cod-2019-2022.csv')
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(csv.body.split('\r\n').length).toBe(1 + 10 + 1)
  expect(csv.body).toContain("'=cmd()|calc")

  const xlsx = await app.request('/plans/cod-2019-2022.xlsx')
  const parts = unzipSync(new Uint8Array(await xlsx.arrayBuffer()))
  const sheets = Object.entries(parts).map(([, bytes]) => new TextDecoder().decode(bytes))
  expect(sheets.join('')).toContain('Former des médiatrices')
})

test('A download that has not changed is not sent again', async () => {
  for (const format of ['json', 'csv', 'xlsx']) {
    const { headers } = await get(`/plans/cod-2019-2022.${format}`)
    const again = await get(`/plans/cod-2019-2022.${format}`, { 'if-none-match': headers.get('etag')! })
    expect(again.status, format).toBe(304)
    expect(again.body).toBe('')
  }
})

test('The list is filtered by country, language and state, without a script', async () => {
  const norway = {
    ...smallPlan(),
    title: 'Handlingsplan',
    languages: ['nb'],
    issuer: { name: 'Norge', code: 'NOR' },
    period: { start: '2023', end: null },
  }
  await keepPlan(database, organisationId, norway, { slug: 'nor-2023' })
  const shown = async (query: string) => {
    const { body } = await get('/plans' + query)
    return { cod: body.includes('href="/plans/cod-2019-2022"'), nor: body.includes('href="/plans/nor-2023"') }
  }
  expect(await shown('')).toEqual({ cod: true, nor: true })
  expect(await shown('?country=NOR')).toEqual({ cod: false, nor: true })
  expect(await shown('?language=fr&state=')).toEqual({ cod: true, nor: false })
  expect(await shown('?state=in-force')).toEqual({ cod: false, nor: true })
  expect((await get('/plans?country=SWE')).body).toContain('No plan matches')
})

test('The list is there for programs too: JSON, CSV and a feed', async () => {
  const { plans } = JSON.parse((await get('/plans.json')).body) as { plans: Record<string, unknown>[] }
  expect(plans.find(plan => plan.slug === 'cod-2019-2022')).toMatchObject({
    country: 'COD',
    rows: 10,
    confirmed: 6,
    action: 3,
    standing: 'expired',
  })
  expect(plans.some(plan => plan.slug === 'draft')).toBe(false)
  expect((await get('/plans.csv')).body).toContain('cod-2019-2022')
  const feed = await get('/plans.atom')
  expect(feed.headers.get('content-type')).toContain('application/atom+xml')
  expect(feed.body).toContain(`urn:uuid:${open}`)
  expect(feed.body).not.toContain('Un brouillon')
})

test('An address that nobody gave leads nowhere', async () => {
  for (const path of [
    '/plans/none',
    '/plans/none.json',
    '/plans/none/items/1',
    '/plans/cod-2019-2022/items/0',
    '/plans/cod-2019-2022/pages/0',
  ])
    expect((await get(path)).status, path).toBe(404)
})

test('A page is the same from one request to the next', async () => {
  const digest = async () =>
    createHash('sha256')
      .update((await get('/plans/cod-2019-2022')).body)
      .digest('hex')
  expect(await digest()).toBe(await digest())
})

test('A file of an illustrative plan says so in its name', async () => {
  const slug = 'lumaria-2025-2029'
  const id = await keepPlan(database, organisationId, smallPlan(), { slug })
  await database.owner.query('update instrument set illustrative = true where id = $1', [id])
  for (const format of ['json', 'csv', 'xlsx']) {
    const { headers } = await get(`/plans/${slug}.${format}`)
    expect(headers.get('content-disposition')).toBe(`attachment; filename="${slug}-illustrative.${format}"`)
  }
})

test('From a plan a visitor gets to its commitments, editions, report card and comparison', async () => {
  const { body } = await get('/plans/cod-2019-2022')
  for (const address of [
    '/commitments?instrument=cod-2019-2022',
    '/plans/cod-2019-2022/versions',
    '/plans/cod-2019-2022/report-card',
    '/compare?plan=cod-2019-2022',
  ]) {
    expect(body).toContain(`href="${address}"`)
    expect((await get(address)).status).toBe(200)
  }
})
