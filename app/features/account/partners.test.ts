import { beforeAll, expect, test } from 'vitest'
import { newToken } from '../../platform/sign-in.ts'
import { testApp } from '../../platform/testing/app.ts'
import { browser, linkOn, type Browser } from '../../platform/testing/browser.ts'

const testing = await testApp()
const { services, as, asOther, newPerson, newOrganisation, organisationId, otherOrganisationId } = testing
const { owner } = services.database
let ours: Browser
let theirs: Browser

beforeAll(async () => {
  ours = browser(testing, await as('administrator'))
  theirs = browser(testing, await asOther())
})

const offered = async () => linkOn(await ours.post('/partners/offer', { token: newToken() }))
const lasting = async () => {
  const { rows } = await owner.query<{ id: string }>(
    'select id from partnership where accepted_at is not null and ended_at is null',
  )
  return rows.map(row => row.id)
}

test('two organisations become partners by a link, see each other’s name, and either ends it', async () => {
  expect((await ours.get('/partners')).text).toContain('You have no partners yet')
  const link = await offered()
  const accepting = await theirs.get(link)
  expect(accepting.text).toContain('Become a partner of \u2068Women’s Peace Network')
  expect(accepting.text).toContain('They do not see drafts')
  expect((await theirs.post(link, { organisation: otherOrganisationId })).location).toBe('/partners?done=accepted')
  expect((await ours.get('/partners')).text).toContain('Another organisation')
  expect((await theirs.get('/partners')).text).toContain('Women’s Peace Network')
  // Sent once more, it is the same partnership; and the link is used.
  expect((await theirs.post(link, { organisation: otherOrganisationId })).status).toBe(303)
  expect((await theirs.get(link)).status).toBe(410)
  const [id] = await lasting()
  expect((await theirs.post(`/partners/${id}/end`, {})).location).toBe('/partners?done=ended')
  expect(await lasting()).toEqual([])
  expect((await ours.get('/partners')).text).not.toContain('Another organisation')
})

test('of two links between the same two, one partnership comes, and it ends once', async () => {
  for (const link of [await offered(), await offered()])
    expect((await theirs.post(link, { organisation: otherOrganisationId })).status).toBe(303)
  const [id, ...more] = await lasting()
  expect(more).toEqual([])
  await ours.post(`/partners/${id}/end`, {})
  expect(await lasting()).toEqual([])
})

test('what one has ended, the other cannot take up again', async () => {
  const link = await offered()
  await theirs.post(link, { organisation: otherOrganisationId })
  const [id] = await lasting()
  await ours.post(`/partners/${id}/end`, {})
  expect((await theirs.post(link, { organisation: otherOrganisationId })).status).toBe(410)
  await theirs.post(`/partners/${id}/end`, {})
  expect(await lasting()).toEqual([])
})

test('a link can be taken back before anybody follows it, and the form sent twice makes one', async () => {
  const token = newToken()
  for (let i = 0; i < 2; i++)
    expect(linkOn(await ours.post('/partners/offer', { token }))).toBe(`/partners/accept/${token}`)
  const { rows } = await owner.query('select id from partnership where accepted_at is null and ended_at is null')
  expect(rows).toHaveLength(1)
  await ours.post(`/partners/${rows[0].id}/end`, {})
  expect((await theirs.get(`/partners/accept/${token}`)).status).toBe(410)
  expect((await ours.post('/partners/offer', { token })).status).toBe(409)
})

test('only an administrator offers, accepts and ends; her own organisation is no partner of itself', async () => {
  const link = await offered()
  expect((await browser(testing).get(link)).status).toBe(401)
  for (const role of ['reader', 'contributor', 'editor'] as const) {
    const visitor = browser(testing, await asOther(role))
    expect((await visitor.get('/partners')).text).not.toContain('Offer a partnership')
    expect((await visitor.get(link)).text).toContain('Only an administrator of another organisation can accept')
    expect((await visitor.post(link, { organisation: otherOrganisationId })).status).toBe(403)
    expect((await visitor.post('/partners/offer', { token: newToken() })).status).toBe(403)
    expect((await visitor.post(`/partners/${organisationId}/end`, {})).status).toBe(403)
  }
  expect((await ours.get(link)).text).toContain('Only an administrator of another organisation can accept')
  expect((await ours.post(link, { organisation: organisationId })).status).toBe(403)
  expect((await theirs.post(link, { organisation: organisationId })).status).toBe(403)
  expect(await lasting()).toEqual([])
})

test('a partnership of others can neither be seen nor ended', async () => {
  const third = await newOrganisation('Third', { voice: 'community' })
  const visitor = browser(testing, await newPerson({ [third]: 'administrator' }))
  await theirs.post(await offered(), { organisation: otherOrganisationId })
  const [id] = await lasting()
  await visitor.post(`/partners/${id}/end`, {})
  expect(await lasting()).toEqual([id])
  expect((await visitor.get('/partners')).text).toContain('You have no partners yet')
})

test('a mistyped link is not found, and a form without its fields is refused', async () => {
  expect((await theirs.get('/partners/accept/nonsense')).status).toBe(404)
  expect((await theirs.get(`/partners/accept/${newToken()}`)).status).toBe(404)
  expect((await theirs.post(`/partners/accept/${newToken()}`, { organisation: otherOrganisationId })).status).toBe(404)
  expect((await theirs.post(await offered(), {})).status).toBe(422)
  expect((await ours.post('/partners/offer', { token: 'short' })).status).toBe(422)
  expect((await ours.post('/partners/nonsense/end', {})).status).toBe(404)
})
