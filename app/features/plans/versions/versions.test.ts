import type { PlanDocument } from '@open1325/reader'
import { expect, test } from 'vitest'
import { testApp } from '../../../platform/testing/app.ts'
import { keepPlan } from '../testing.ts'
import { smallPlan } from '../testing-plan.ts'

const { app, services, as, asOther, organisationId } = await testApp()
const { database } = services

/** The next edition: its first action has lost its date, another is gone, one is new. */
function nextEdition(): PlanDocument {
  const plan = smallPlan()
  const actions = plan.items.filter(item => item.kind === 'action')
  delete actions[0]!.fields.timeframe
  return {
    ...plan,
    title: 'Plan d’action national 2023-2027',
    source: { ...plan.source, sha256: '9'.repeat(64), name: 'next.pdf' },
    items: [
      ...plan.items.filter(item => item.id !== actions.at(-1)!.id),
      { ...actions.at(-1)!, id: 'new', number: null, text: 'Créer un fonds pour les survivantes dans chaque province' },
    ],
  }
}

await keepPlan(database, organisationId, smallPlan(), { slug: 'first' })
await keepPlan(database, organisationId, nextEdition(), { slug: 'second' })
await keepPlan(
  database,
  organisationId,
  { ...smallPlan(), title: 'Brouillon', source: { ...smallPlan().source, sha256: '8'.repeat(64) } },
  { slug: 'draft', published: false },
)

const get = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await app.request(path, { headers })
  return { status: answer.status, headers: answer.headers, body: await answer.text() }
}
const post = async (path: string, form: Record<string, string>, headers: Record<string, string>) => {
  const answer = await app.request(path, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { ...headers, origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' },
  })
  return { status: answer.status, headers: answer.headers, body: await answer.text() }
}

test('A plan without an earlier edition says what would stand here', async () => {
  const { status, body } = await get('/plans/first/versions')
  expect(status).toBe(200)
  expect(body).toContain('No earlier edition of this plan is known here')
})

test('Somebody of the organisation names the earlier plan; then everybody sees what became of its promises', async () => {
  const said = await post(
    '/desk/plans/second/versions',
    { earlier: 'first', relation: 'supersedes' },
    await as('editor'),
  )
  expect(said.status).toBe(303)
  const { body } = await get('/plans/second/versions')
  expect(body).toContain('Supersedes')
  expect(body).toContain('Date gone:')
  expect(body).toMatch(/<strong>1<\/strong> <span class="fate dropped">/)
  expect(body).toMatch(/<strong>1<\/strong> <span class="fate added">/)
  expect(body).toContain('Créer un fonds pour les survivantes')
  expect((await get('/plans/first/versions')).body).toContain('Superseded by')
  const csv = await get('/plans/second/versions.csv?with=first')
  expect(csv.headers.get('content-type')).toContain('text/csv')
  expect(csv.body).toContain('deadline-gone')
})

test('Only the rows of one fate are shown where one is asked for', async () => {
  const { body } = await get('/plans/second/versions?with=first&show=added')
  expect(body).toContain('Créer un fonds')
  expect(body).not.toContain('Date gone:')
})

test('A person says that a new item continues a dropped one, and takes it back', async () => {
  const { rows } = await database.owner.query<{ slug: string; ref: number; text: string }>(
    `select n.slug, i.ref, i.text from item i join instrument n on n.id = i.instrument_id where i.kind = 'action' order by i.position`,
  )
  const lastOf = (slug: string) => rows.filter(row => row.slug === slug).at(-1)!
  const pair = { with: 'first', earlier: String(lastOf('first').ref), later: String(lastOf('second').ref) }
  const editor = await as('contributor')
  // The later plan is public: changing what it says of itself is an editor's.
  expect((await post('/desk/plans/second/versions/items', { ...pair, relation: 'continues' }, editor)).status).toBe(403)
  const say = async (relation: string) =>
    post('/desk/plans/second/versions/items', { ...pair, relation }, await as('editor'))
  expect((await say('continues')).status).toBe(303)
  expect((await get('/plans/second/versions')).body).not.toContain('class="fate dropped"')
  expect((await say('none')).status).toBe(303)
  expect((await get('/plans/second/versions')).body).toContain('class="fate dropped"')
})

test('Nobody sees through a comparison into a draft', async () => {
  expect((await get('/plans/second/versions?with=draft')).status).toBe(404)
  expect((await get('/plans/second/versions.csv?with=draft')).status).toBe(404)
  expect((await get('/plans/second/versions?with=draft', await asOther())).status).toBe(404)
  expect((await get('/plans/second/versions?with=draft', await as('reader'))).status).toBe(200)
})

test('An address that was tampered with leads nowhere', async () => {
  expect((await get('/plans/second/versions?with=a%00b')).status).toBe(404)
  expect((await get('/plans/second/versions?with=constructor')).status).toBe(404)
})

test.each([
  ['no plan', { earlier: '', relation: 'supersedes' }],
  ['a plan that is not there', { earlier: 'nowhere', relation: 'supersedes' }],
  ['itself', { earlier: 'second', relation: 'supersedes' }],
  ['a relation that there is not', { earlier: 'first', relation: 'eats' }],
])('%s as the earlier plan is refused beside the field', async (_, form) => {
  expect((await post('/desk/plans/second/versions', form, await as('editor'))).status).toBe(422)
})

test('A reader, another organisation and nobody cannot say anything', async () => {
  const form = { earlier: 'first', relation: 'amends' }
  expect((await post('/desk/plans/second/versions', form, await as('reader'))).status).toBe(403)
  expect((await post('/desk/plans/second/versions', form, await asOther())).status).toBe(404)
  expect((await post('/desk/plans/second/versions', form, {})).status).toBe(401)
})
