import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { changing } from '../../../platform/access.ts'
import { testApp } from '../../../platform/testing/app.ts'
import { publish } from '../queries/instrument.ts'
import { keepPlan } from '../testing.ts'
import { smallPlan } from '../testing-plan.ts'

const { app, services, as, userId, organisationId } = await testApp()
const { database } = services
const id = await keepPlan(database, organisationId, smallPlan(), { slug: 'kept' })

const get = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await app.request(path, { headers })
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) }
}
const text = async (path: string, headers: Record<string, string> = {}) => (await get(path, headers)).bytes.toString()
const asEditor = async (act: string, statement: string) =>
  changing(database.kysely, await userId('editor'), { act }, async tx => {
    await sql.raw(statement).execute(tx)
  })

test('A kept page is the page as it was made, compressed for who takes it so', async () => {
  const first = await text('/plans/kept')
  expect(await text('/plans/kept')).toBe(first)
  const zipped = await get('/plans/kept', { 'accept-encoding': 'gzip' })
  expect(zipped.headers.get('content-encoding')).toBe('gzip')
  expect(gunzipSync(zipped.bytes).toString()).toBe(first)
})

test('Who has the page already is told so in a few bytes', async () => {
  const tag = (await get('/plans/kept')).headers.get('etag')!
  expect(await get('/plans/kept', { 'if-none-match': tag })).toMatchObject({ status: 304, bytes: Buffer.alloc(0) })
})

test('Each language is kept by itself', async () => {
  expect(await text('/plans/kept?lang=fr')).toContain('lang="fr"')
  expect(await text('/plans/kept', { 'accept-language': 'ar' })).toContain('dir="rtl"')
  expect(await text('/plans/kept')).toContain('lang="en"')
})

test.each([
  [
    'a row',
    `update item set text = 'Nouveau texte d’une ligne' where instrument_id = '${id}' and ref = 3`,
    'Nouveau texte d’une ligne',
  ],
  [
    'the title',
    `update instrument set title = 'Un autre titre', version = version + 1 where id = '${id}'`,
    'Un autre titre',
  ],
])('After a change of %s the page is made anew', async (_, statement, words) => {
  expect(await text('/plans/kept')).not.toContain(words)
  await asEditor('test', statement)
  expect(await text('/plans/kept')).toContain(words)
})

test('Nobody puts words into the page that others are shown, by another address for the same server', async () => {
  await text('http://elsewhere.example/plans/kept?lang=ar')
  expect(await text('/plans/kept?lang=ar')).not.toContain('elsewhere.example')
})

test('A member’s page is made for her, and nobody else is shown it', async () => {
  expect(await text('/plans/kept', await as('reader'))).toContain('/sign-out')
  expect(await text('/plans/kept')).not.toContain('/sign-out')
})

test('A plan that is taken back is gone at once', async () => {
  await changing(database.kysely, await userId('editor'), { act: 'plan.unpublish' }, tx => publish(tx, id, false))
  expect((await get('/plans/kept')).status).toBe(404)
  expect((await get('/plans/kept', { 'accept-encoding': 'gzip' })).status).toBe(404)
})
