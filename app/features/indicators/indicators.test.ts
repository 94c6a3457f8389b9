import { expect, test } from 'vitest'
import { INDICATOR_FRAMEWORKS } from '../../../library/indicator-frameworks.ts'
import { testApp } from '../../platform/testing/app.ts'
import { loadFrameworks } from './load.ts'

const { app, services, as, asOther, organisationId, userId } = await testApp()
const { owner } = services.database
await loadFrameworks(owner)

const get = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await app.request(path, { headers })
  return { status: answer.status, headers: answer.headers, body: await answer.text() }
}

async function framework(code: string, published: boolean): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `insert into framework (organisation_id, code, titles, published_at, created_by) values ($1, $2, $3, $4, $5) returning id`,
    [organisationId, code, { en: `Framework ${code}` }, published ? new Date() : null, await userId('editor')],
  )
  return rows[0]!.id
}

async function indicator(frameworkId: string, code: string, more: Record<string, unknown> = {}): Promise<string> {
  const row = { titles: { en: `Indicator ${code}` }, value_kind: 'number', direction: 'more', verified: true, ...more }
  const { rows } = await owner.query<{ id: string }>(
    `insert into indicator (framework_id, organisation_id, code, titles, value_kind, direction, verified, counts_people)
     select $1, $2, $3, r.titles, r.value_kind, r.direction, r.verified, coalesce(r.counts_people, false)
     from jsonb_to_record($4) as r (titles jsonb, value_kind text, direction text, verified boolean, counts_people boolean) returning id`,
    [frameworkId, organisationId, code, row],
  )
  return rows[0]!.id
}

async function observe(indicatorId: string, more: Record<string, unknown>) {
  const row = {
    country: 'COD',
    kind: 'observation',
    value_kind: 'number',
    voice: 'government',
    visibility: 'public',
    ...more,
  }
  await owner.query(
    `insert into observation (indicator_id, organisation_id, kind, country, place, period, period_start, period_end, disaggregation, value_kind,
       number, numerator, denominator, entries, source, voice, visibility, created_by)
     select $1, $2, r.kind, r.country, r.place, r.period, make_date(left(r.period, 4)::int, 1, 1), make_date(left(r.period, 4)::int, 12, 31),
       coalesce(r.disaggregation, '{}'), r.value_kind, r.number, r.numerator, r.denominator, r.entries, r.source, r.voice, r.visibility, 'somebody'
     from jsonb_to_record($3) as r (kind text, country text, place text, period text, disaggregation jsonb, value_kind text, number float8,
       numerator float8, denominator float8, entries jsonb, source text, voice text, visibility text)`,
    [indicatorId, organisationId, row],
  )
}

const ours = await framework('ours', true)
const judges = await indicator(ours, '1')
await observe(judges, { kind: 'baseline', period: '2019', number: 100 })
await observe(judges, { kind: 'target', period: '2023', number: 300 })
await observe(judges, { period: '2021', number: 150, source: 'Yearbook of the ministry' })
await observe(judges, { period: '2021', number: 120, voice: 'civil-society', source: 'Court visits' })
await observe(judges, { period: '2020', number: 130, source: 'Yearbook of the ministry' })
await observe(judges, { period: '2021', number: 40, place: 'Nord-Kivu' })
await observe(judges, { period: '2021', number: 60, place: 'Kinshasa' })
await observe(judges, { period: '2022', number: 777, visibility: 'organisation' })

test('The library’s frameworks are there from the start, their drafts marked, and loading them again changes nothing', async () => {
  const count = async () => (await owner.query('select count(*)::int as n from indicator')).rows[0].n as number
  const before = await count()
  await loadFrameworks(owner)
  expect(await count()).toBe(before)
  const { body } = await get('/indicators')
  for (const { title } of INDICATOR_FRAMEWORKS) expect(body).toContain(title.en.slice(0, 20))
  const global = await get('/indicators/s-2010-498')
  expect(global.body).toContain('wording draft')
  expect((await get('/indicators/s-2010-498/11a')).body).not.toContain('nobody has held it against the source')
  expect(
    (await owner.query(`select count(*)::int as n from history where relation = 'framework' and who is null`)).rows[0]
      .n,
  ).toBe(1)
})

test('A line that the library gives up is taken off the lists', async () => {
  const [first, ...others] = INDICATOR_FRAMEWORKS
  const gone = first!.indicators[0]!.code
  await loadFrameworks(owner, [{ ...first!, indicators: first!.indicators.slice(1) }, ...others])
  expect((await get(`/indicators/${first!.id}/${gone}`)).status).toBe(404)
  await loadFrameworks(owner)
  expect((await get(`/indicators/${first!.id}/${gone}`)).status).toBe(200)
})

test('Each voice’s progress to the target is told by itself, with the numbers that went into it', async () => {
  const { body } = await get('/indicators/ours/1?country=COD')
  expect(body).toContain('Target: 300 (2023).')
  expect(body).toContain('25% of the way')
  expect(body).toContain('10% of the way')
  expect(body).toContain('(150 − 100) ÷ (300 − 100)')
  expect(body).toContain('Behind the straight line')
})

test('Figures are drawn over time and by place, and each stands in the table with its source', async () => {
  const { body } = await get('/indicators/ours/1?country=COD')
  expect(body.match(/class="chart"/g)).toHaveLength(1)
  expect(body.match(/class="chart small"/g)).toHaveLength(2)
  expect(body).toContain('Yearbook of the ministry')
  expect(body).toContain('no source given')
  expect(body).not.toMatch(/<script|style=/)
})

test('What is the organisation’s own is not told to others, in no form', async () => {
  for (const path of ['/indicators/ours/1?country=COD', '/indicators/ours/1/figures.csv']) {
    // Ids are made by chance, and may hold any three digits.
    const shown = async (headers = {}) =>
      (await get(path, headers)).body.replace(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, '')
    expect(await shown(), path).not.toContain('777')
    expect(await shown(await asOther()), path).not.toContain('777')
    expect(await shown(await as('reader')), path).toContain('777')
  }
})

test('One to four people are not shown outside; the page says that something is left out', async () => {
  const people = await indicator(ours, 'people', { counts_people: true })
  await observe(people, { period: '2021', number: 3, source: 'A small court' })
  await observe(people, { period: '2022', number: 12 })
  const { body } = await get('/indicators/ours/people')
  expect(body).not.toContain('A small court')
  expect(body).toContain('One figure is not shown')
  expect((await get('/indicators/ours/people/figures.csv')).body).not.toContain('A small court')
  expect((await get('/indicators/ours/people', await as('reader'))).body).toContain('A small court')
})

test('Nor can they be worked out from the total beside them, on the page, in its chart, on the map or in the file', async () => {
  const officers = await indicator(ours, 'officers', { counts_people: true })
  const women = { disaggregation: { sex: 'female' }, source: 'The few women' }
  const men = { disaggregation: { sex: 'male' }, source: 'The men beside them' }
  await observe(officers, { period: '2021', number: 200, source: 'All officers' })
  await observe(officers, { period: '2021', number: 197, ...men })
  await observe(officers, { period: '2021', number: 3, ...women })
  await observe(officers, { period: '2022', number: 210, source: 'All of next year' })
  await observe(officers, { period: '2022', number: 190, ...men, source: 'The men of next year' })
  await observe(officers, { period: '2022', number: 20, ...women, source: 'Women of next year' })
  const page = '/indicators/ours/officers'
  for (const headers of [{}, await asOther()])
    for (const path of [page, `${page}?country=COD`, `${page}/figures.csv`, `${page}/figures.csv?country=COD`]) {
      const { body } = await get(path, headers)
      expect(body, path).not.toMatch(/The few women|The men beside them|197/)
      expect(body, path).toContain('All of next year')
      expect(body, path).toContain('The men of next year')
    }
  expect((await get(page)).body).toContain('2 figures are not shown')
  const own = (await get(page, await as('reader'))).body
  expect(own).toContain('The men beside them')
  expect(own).toContain('One public figure of your organisation counts one to four people')
})

test('With figures of several countries there is a map, and a table that says what the map shows', async () => {
  const world = await indicator(ours, 'world', { value_kind: 'share' })
  for (const [n, country] of ['COD', 'SWE', 'UKR', 'JPN', 'MLT'].entries())
    await observe(world, { country, period: '2024', value_kind: 'share', number: 0.1 * (n + 1) })
  await observe(world, { country: 'COD', period: '2020', value_kind: 'share', number: 0.9 })
  const { body } = await get('/indicators/ours/world')
  expect(body).toContain('class="world"')
  expect(body).toContain('<title>Democratic Republic of the Congo: 10% (2024)</title>')
  expect(body).toContain('One country is too small to be drawn')
  expect(body).toContain('disputed borders')
  expect(body).not.toContain('90%')
})

test('Laws and measures are shown as a list, each with its year and source or their absence', async () => {
  const laws = await indicator(ours, 'laws', { value_kind: 'list' })
  await observe(laws, { period: '2022', value_kind: 'list', entries: [{ title: 'Law on parity', year: 2015 }] })
  expect((await get('/indicators/ours/laws')).body).toContain('Law on parity')
  expect((await get('/indicators/ours/laws')).body).toContain('2015, no source given')
})

test.each(['/indicators/nowhere', '/indicators/ours/nothing', '/indicators/ours/nothing/figures.csv'])(
  '%s is not found',
  async path => {
    expect((await get(path)).status).toBe(404)
  },
)

test('A framework that is not public is its organisation’s alone', async () => {
  const draft = await framework('quiet', false)
  await indicator(draft, '1')
  for (const path of ['/indicators/quiet', '/indicators/quiet/1', '/indicators/quiet/1/figures.csv']) {
    expect((await get(path)).status, path).toBe(404)
    expect((await get(path, await asOther())).status, path).toBe(404)
    expect((await get(path, await as('reader'))).status, path).toBe(200)
  }
})

test('A country that is none is no country, and a strange code in the address does no harm', async () => {
  expect((await get('/indicators/ours/1?country=../../etc')).status).toBe(200)
  expect((await get('/indicators/ours/%00')).status).toBeGreaterThanOrEqual(400)
})
