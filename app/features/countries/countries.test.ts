import { beforeAll, expect, test } from 'vitest'
import { testApp } from '../../platform/testing/app.ts'
import { keepActions, say } from '../ledger/testing.ts'

const { app, as, services, organisationId: ours } = await testApp()

beforeAll(async () => {
  const { database } = services
  await keepActions(database, ours, 'kenya-plan', [{ text: 'Train <b>police</b>' }, { text: 'Appoint women' }], {
    country: 'KEN',
  })
  await keepActions(database, ours, 'secret-plan', [{ text: 'A draft' }], { country: 'IRQ', published: false })
  await say(database, {
    slug: 'kenya-plan',
    ref: 2,
    organisationId: ours,
    voice: 'civil-society',
    status: 'stalled',
    visibility: 'public',
  })
  await say(database, {
    slug: 'kenya-plan',
    ref: 3,
    organisationId: ours,
    voice: 'civil-society',
    status: 'done',
    visibility: 'organisation',
  })
})

const open = async (address: string, headers: Record<string, string> = {}) => {
  const answer = await app.request(address, { headers })
  return { status: answer.status, body: await answer.text(), answer }
}

test('a country has a line as soon as something of it is public, and drafts give it none', async () => {
  const { body } = await open('/countries')
  expect(body).toContain('/countries/KEN')
  expect(body).not.toContain('/countries/IRQ')
})

test('the page of a country shows its documents and counts what is said in public, the same to everybody', async () => {
  for (const headers of [{}, await as('administrator')]) {
    const { status, body } = await open('/countries/KEN', headers)
    expect(status).toBe(200)
    expect(body).toContain('/plans/kenya-plan')
    expect(body).toMatch(/country=KEN&amp;gap=others-only.*?<span class="num">1</)
    expect(body).toMatch(/country=KEN&amp;gap=nobody-spoke.*?<span class="num">1</)
    expect(body).toContain('/calendar/KEN.ics')
  }
})

test('of a country with drafts alone the page says that nothing is public, and how that changes', async () => {
  for (const headers of [{}, await as('administrator')]) {
    const { status, body } = await open('/countries/IRQ', headers)
    expect(status).toBe(200)
    expect(body).not.toContain('secret-plan')
    expect(body).toContain('class="empty"')
  }
})

test('an address in small letters leads to the country, one of no country to nothing', async () => {
  const { answer } = await open('/countries/ken?lang=fr')
  expect(answer.status).toBe(301)
  expect(answer.headers.get('location')).toBe('/countries/KEN?lang=fr')
  expect((await open('/countries/XYZ')).status).toBe(404)
  expect((await open('/countries/%3Cb')).status).toBe(404)
})
