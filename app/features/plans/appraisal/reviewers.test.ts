import { EDITION } from '@open1325/appraisal'
import { expect, test } from 'vitest'
import { reading } from '../../../platform/access.ts'
import { testApp } from '../../../platform/testing/app.ts'
import { keepPlan } from '../testing.ts'
import { smallPages, smallPlan } from '../testing-plan.ts'

const { app, services, as, asOther, newPerson, organisationId, userId } = await testApp()
const { owner } = services.database
const id = EDITION.criteria[0]!.id
const plant = (slug: string) => keepPlan(services.database, organisationId, smallPlan(), { slug, pages: smallPages })

const show = async (slug: string, headers: Record<string, string>) =>
  (await app.request(`/desk/plans/${slug}/appraisal`, { headers })).text()

const post = (path: string, fields: Record<string, string>, headers: Record<string, string>) =>
  app.request(path, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  })

const answer = (slug: string, said: string, reason: string, headers: Record<string, string>) =>
  post(
    `/desk/plans/${slug}/appraisal/${id}/answer`,
    { [`own-answer-${id}`]: said, [`own-reason-${id}`]: reason },
    headers,
  )

/** What an editor's browser sends from the decision's form as the page has it. */
async function decide(slug: string, fields: Record<string, string>) {
  const editor = await as('editor')
  const page = await show(slug, editor)
  const section = page.slice(page.indexOf(`/appraisal/${id}"`))
  const saw = section
    .match(/name="saw" value="([^"]*)"/)![1]!
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
  return post(`/desk/plans/${slug}/appraisal/${id}`, { saw, version: '0', ...fields }, editor)
}

test('A reviewer does not see what the other answered until she has answered herself', async () => {
  await plant('apart')
  const [first, second] = [await as('contributor'), await as('editor')]
  expect((await answer('apart', 'yes', 'Objectives are numbered and dated.', first)).status).toBe(303)
  const before = await show('apart', second)
  expect(before).not.toContain('Objectives are numbered and dated.')
  expect(before).toContain('One other reviewer has answered')
  expect((await answer('apart', 'no', 'They are not measurable.', second)).status).toBe(303)
  const after = await show('apart', second)
  expect(after).toContain('Objectives are numbered and dated.')
  expect(after).toContain('The reviewers differ.')
  expect(await show('apart', await as('reader'))).not.toContain('They are not measurable.')
  expect(await (await app.request('/plans/apart')).text()).not.toContain('They are not measurable.')
})

test('The history keeps the secret as well', async () => {
  const seen = async (role: 'reader' | 'editor') =>
    reading(services.database.kysely, await userId(role), tx =>
      tx.selectFrom('history').select('who').where('relation', '=', 'review_answer').execute(),
    )
  expect(await seen('reader')).toEqual([])
  expect(await seen('editor')).toHaveLength(2)
})

test('A difference is settled with a reason, also when the machine’s answer is taken', async () => {
  await plant('settled')
  await answer('settled', 'yes', '', await as('contributor'))
  await answer('settled', 'no', '', await as('editor'))
  expect((await decide('settled', { act: 'confirm' })).status).toBe(422)
  const settle = { act: 'overrule', [`answer-${id}`]: 'partly', [`reason-${id}`]: 'Two of three objectives are clear.' }
  expect((await decide('settled', settle)).status).toBe(303)
  const world = await (await app.request('/plans/settled')).text()
  expect(world).toContain('2 reviewers answered independently and differed; settled with a reason')
  expect(world).toContain(`criteria, edition ${EDITION.edition}`)
})

test('Where reviewers agree, the decision says how many they were', async () => {
  await plant('agreed')
  await answer('agreed', 'yes', '', await as('contributor'))
  await answer('agreed', 'yes', '', await as('editor'))
  expect(await show('agreed', await as('editor'))).toContain('The reviewers agree.')
  const settle = { act: 'confirm' }
  expect((await decide('agreed', settle)).status).toBe(303)
  expect(await (await app.request('/plans/agreed')).text()).toContain('2 reviewers answered independently and agreed')
})

test('An answer can be changed by the one who gave it, and stays one answer', async () => {
  const instrument = await plant('changed')
  const one = await as('contributor')
  await answer('changed', 'yes', '', one)
  await answer('changed', 'partly', 'On second thought.', one)
  const { rows } = await owner.query(`select answer, version from review_answer where instrument_id = $1`, [instrument])
  expect(rows).toEqual([{ answer: 'partly', version: 2 }])
})

test.each([
  ['no answer', 'none', ''],
  ['an answer that there is not', 'other', 'perhaps'],
])('%s is refused beside the field, and what was typed comes back', async (_, slug, said) => {
  await plant(slug)
  const refused = await answer(slug, said, 'Because of page 3', await as('contributor'))
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Because of page 3')
})

test('Readers, other organisations and nobody cannot answer', async () => {
  await plant('closed')
  const stranger = await newPerson({})
  expect((await answer('closed', 'yes', '', await as('reader'))).status).toBe(403)
  expect((await answer('closed', 'yes', '', await asOther())).status).toBe(404)
  expect((await answer('closed', 'yes', '', { cookie: stranger.cookie })).status).toBe(403)
  expect((await answer('closed', 'yes', '', {})).status).toBe(401)
})
