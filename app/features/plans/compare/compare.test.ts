import { expect, test } from 'vitest'
import { testApp } from '../../../platform/testing/app.ts'
import { keepPlan } from '../testing.ts'
import { smallPlan } from '../testing-plan.ts'

const { app, services, as, organisationId } = await testApp()
const { database } = services
const first = smallPlan()
await keepPlan(database, organisationId, first, { slug: 'first' })
await keepPlan(database, organisationId, { ...smallPlan(), title: 'Second plan', items: [] }, { slug: 'second' })
await keepPlan(database, organisationId, { ...smallPlan(), title: 'Un brouillon' }, { slug: 'draft', published: false })
await database.owner.query(
  `insert into finding (instrument_id, organisation_id, criterion, edition, machine, answer, decided_by)
   select id, organisation_id, 'earmarked-funds', '2026-1', '{"answer":"partly"}', 'partly', 'somebody' from instrument where slug = 'first'`,
)

const get = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await app.request(path, { headers })
  return { status: answer.status, body: await answer.text() }
}
const measures = first.items.filter(item => item.kind === 'action')
const named = measures.filter(item => item.fields.responsible).length

test('Plans stand beside each other with what their measures state, counted, and without a score', async () => {
  const { status, body } = await get('/compare?plan=first&plan=second')
  expect(status).toBe(200)
  expect(body.match(/<th scope="col"><a /g)).toHaveLength(2 * 3)
  expect(body).toContain(`${named} of ${measures.length}`)
  expect(body).not.toMatch(/<script|style=/)
})

test('An answer is shown where an editor decided, and “not appraised” where nobody did', async () => {
  const { body } = await get('/compare?plan=first')
  expect(body).toContain('href="/plans/first#earmarked-funds"')
  expect(body).toContain('not appraised')
})

test('A plan asked for twice stands there once, and taking one off leaves the others', async () => {
  const { body } = await get('/compare?plan=first&plan=first&plan=second')
  expect(body.match(/<th scope="col"><a /g)).toHaveLength(2 * 3)
  expect(body).toContain('href="/compare?plan=second"')
})

test('Without plans the page says what to do, and more than fit are left out', async () => {
  expect((await get('/compare')).body).toContain('First plan')
  const many = Array.from({ length: 40 }, (_, n) => `plan=${n < 38 ? 'first' : 'second'}`).join('&')
  expect((await get(`/compare?${many}`)).status).toBe(200)
})

test('A draft is compared by its own organisation only', async () => {
  expect((await get('/compare?plan=first&plan=draft')).status).toBe(404)
  expect((await get('/compare.csv?plan=draft')).status).toBe(404)
  expect((await get('/compare?plan=first&plan=draft', await as('reader'))).status).toBe(200)
})

test('The table is there to be taken along', async () => {
  const { status, body } = await get('/compare.csv?plan=first&plan=second')
  expect(status).toBe(200)
  expect(body).toContain('measures_with_responsible')
  expect(body).toContain('partly,2026-1')
  expect((await get('/compare.csv')).status).toBe(404)
})

test('An address that was tampered with leads nowhere', async () => {
  expect((await get('/compare?plan=a%00b')).status).toBe(404)
  expect((await get('/compare?plan=%00')).status).toBe(200)
})

test('Plans of one name are told apart by who issued them and for which years', async () => {
  await database.owner.query(
    `update instrument set title = 'National Action Plan', country = 'NGA', period_start = '2019', period_end = '2022' where slug = 'second'`,
  )
  expect((await get('/compare')).body).toContain('>Nigeria · National Action Plan · 2019–2022</option>')
})
