import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { changing } from '../../../platform/access.ts'
import { testApp } from '../../../platform/testing/app.ts'
import { wellFormed } from '../../../platform/well-formed.ts'
import { example, get, pdf, post, send, whenRead } from './testing.ts'

// A reading starts a thread of its own; on a busy machine that alone may take some seconds.
vi.setConfig({ testTimeout: 120_000 })

const testing = await testApp()
const { services, as, userId } = testing
const { owner, kysely } = services.database

interface Row {
  id: string
  ref: number
  text: string
  state: string
  deleted: boolean
}
async function rowsOf(desk: string): Promise<Row[]> {
  const { rows } = await owner.query<Row>(
    `select item.id, ref, text, state, deleted_at is not null as deleted from item join instrument i on i.id = instrument_id
     where i.slug = $1 order by position`,
    [desk.split('/').at(-1)],
  )
  return rows
}
async function stateOf(desk: string): Promise<string> {
  const { rows } = await owner.query(
    `select state from reading r join instrument i on i.id = instrument_id where i.slug = $1 order by r.created_at desc limit 1`,
    [desk.split('/').at(-1)],
  )
  return rows[0].state
}
const headers = await as('contributor')
const sent = (file: Uint8Array, name: string) => send(testing, headers, file, name)

// Before `work` there is no queue: a server that was killed before the job was kept. And one that was killed in the middle.
await sent(await example('cotemer-2024-2027-fr.pdf'), 'cut-off.pdf')
await sent(pdf(['Never queued']), 'never-queued.pdf')
await owner.query(`update reading r set state = 'running', pages_done = 1, started_at = now()
  from instrument i where i.id = instrument_id and i.slug = 'cut-off'`)
await testing.work()

test('a reading that a stop of the server left in the middle is taken up again, and ends', async () => {
  const desk = await whenRead(testing, headers, '/desk/plans/cut-off')
  expect(await stateOf(desk)).toBe('done')
  const plan = await get(testing, headers, desk)
  expect(plan.text).toContain('French')
  expect(plan.text).toMatch(/\d+ actions/)
  expect((await rowsOf(desk)).length).toBeGreaterThan(10)
  expect(await stateOf(await whenRead(testing, headers, '/desk/plans/never-queued'))).toBe('done')
})

test('a plan gets its address from its reading; what people did to it survives its being read again', async () => {
  const { location } = await sent(await example('lumaria-2025-2029-en.pdf'), 'lumaria.pdf')
  expect(location).toBe('/desk/plans/lumaria')
  const desk = await whenRead(testing, headers, location!)
  expect(desk).not.toBe(location)
  const former = await get(testing, headers, location!)
  expect([former.status, former.location]).toEqual([302, desk])

  const before = await rowsOf(desk)
  const [first, second, third] = before
  const editor = await userId('editor')
  await changing(kysely, editor, { act: 'item.edit' }, tx =>
    tx.updateTable('item').set({ text: 'As a person wrote it' }).where('id', '=', first!.id).execute(),
  )
  await changing(kysely, editor, { act: 'item.confirm' }, tx =>
    tx.updateTable('item').set({ state: 'confirmed', confirmed_by: editor }).where('id', '=', second!.id).execute(),
  )
  await changing(kysely, editor, { act: 'item.delete' }, tx =>
    tx.updateTable('item').set({ deleted_at: new Date() }).where('id', '=', third!.id).execute(),
  )
  const page = await get(testing, headers, desk)
  const facts = {
    version: page.text.match(/name="version" value="(\d+)"/)![1]!,
    title: 'A title by a person',
    kind: 'national-action-plan',
    issuer: '',
    country: '',
    periodStart: '2025',
    periodEnd: '2029',
    languages: 'English',
    slug: desk.split('/').at(-1)!,
  }
  expect((await post(testing, headers, desk + '/facts', facts)).status).toBe(303)

  expect((await post(testing, headers, desk + '/read-again')).location).toBe(desk)
  expect(await whenRead(testing, headers, desk)).toBe(desk)
  const after = await rowsOf(desk)
  expect(after.map(({ id, ref }) => [id, ref])).toEqual(before.map(({ id, ref }) => [id, ref]))
  expect(after[0]!.text).toBe('As a person wrote it')
  expect(after[1]!.state).toBe('confirmed')
  expect(after[2]!.deleted).toBe(true)
  expect((await get(testing, headers, desk)).text).toContain('A title by a person')
})

test('a reading stops within a second when it is cancelled, saves nothing, and can be asked for anew', async () => {
  const lines = Array.from(
    { length: 55 },
    (_, n) => `${n} The ministry trains women of the police and the army, and reports`,
  )
  const { location } = await sent(pdf(lines, 1500), 'long.pdf')
  while ((await stateOf(location!)) === 'queued') await wait(50)
  await wait(600)
  expect((await get(testing, headers, location!)).text).toContain('Stop reading')
  await post(testing, headers, location! + '/cancel')
  expect(await stateOf(location!)).toBe('cancelled')
  const stopped = await get(testing, headers, location!)
  expect(stopped.text).toContain('The reading was stopped')
  expect(stopped.text).toContain('Try again')
  expect(await rowsOf(location!)).toEqual([])
  // The worker is free again for what comes next.
  const next = await sent(pdf(['Nothing but this']), 'next.pdf')
  await whenRead(testing, headers, next.location!)
  await post(testing, headers, location! + '/read-again')
  expect(['queued', 'running']).toContain(await stateOf(location!))
  await post(testing, headers, location! + '/cancel')
})

test('a reading whose person left the organisation meanwhile ends, and another can ask for it', async () => {
  const leaving = await testing.newPerson({ [testing.organisationId]: 'contributor' })
  const { location } = await send(
    testing,
    { cookie: leaving.cookie },
    pdf(Array<string>(55).fill('Trains women of the police and the army'), 1500),
    'leaving.pdf',
  )
  await vi.waitFor(async () => expect(await stateOf(location!)).toBe('running'), 60_000)
  await owner.query('update membership set until = now() where user_id = $1', [leaving.userId])
  await vi.waitFor(async () => expect(await stateOf(location!)).toBe('failed'), 60_000)
  await post(testing, headers, location! + '/read-again')
  expect(['queued', 'running']).toContain(await stateOf(location!))
  await post(testing, headers, location! + '/cancel')
})

test('a file that cannot be opened says why, and can be tried again or removed', async () => {
  const { location } = await sent(Buffer.from('%PDF-1.4\nand then nothing that a PDF has'), 'broken.pdf')
  await whenRead(testing, headers, location!)
  const plan = await get(testing, headers, location!)
  expect(plan.text).toContain('This file is damaged')
  expect(plan.text).toContain('Try again')
  expect((await post(testing, headers, location! + '/remove')).location).toBe('/desk?done=removed')
  expect((await get(testing, headers, location!)).status).toBe(404)
})

/** A plan whose reading has ended like this, without waiting for the reader. */
async function ended(as: { state: string; error?: string; warnings?: { code: string; page: number | null }[] }) {
  const { rows } = await owner.query(
    `with f as (insert into file (sha256, media_type, bytes) values ($2, 'application/pdf', 9) returning sha256),
     i as (insert into instrument (organisation_id, slug, title, file_sha256, file_name)
       select $1, 'ended-' || left(sha256, 8), 'A plan', sha256, 'plan.pdf' from f returning id, slug)
     insert into reading (instrument_id, organisation_id, state, error, document, ended_at)
       select id, $1, $3, $4, $5, now() from i returning (select slug from i)`,
    [
      testing.organisationId,
      createHash('sha256').update(randomUUID()).digest('hex'),
      as.state,
      as.error ?? null,
      JSON.stringify({ warnings: as.warnings ?? [] }),
    ],
  )
  return (await get(testing, headers, `/desk/plans/${rows[0].slug}`)).text
}

test('each way in which a reading fails has its reason and its way out', async () => {
  const reasons = {
    encrypted: 'asks for a password',
    'too-many-pages': 'more than 2,000 pages',
    'too-large': 'too large to be read',
    'zip-bomb': 'unpacks to far more',
    timeout: 'took too long',
    'went-wrong': 'The file is safe',
    'a-code-of-tomorrow': 'The file is safe',
  }
  for (const [error, reason] of Object.entries(reasons))
    expect(await ended({ state: 'failed', error }), error).toContain(reason)
})

test('a file without rows is kept, says so, and names the way on', async () => {
  const page = await ended({ state: 'done', warnings: [{ code: 'no-matrix', page: null }] })
  expect(page).toContain('no rows were found')
  expect(page).toContain('Add rows by hand')
})

test('a scan without rows says that its pages are pictures', async () => {
  for (const code of ['no-text', 'ocr'])
    expect(await ended({ state: 'done', warnings: [{ code, page: 1 }] })).toContain('pages are pictures')
})

test('pages of a plan are shown as pictures, in few sizes, to those who see the plan', async () => {
  const ask = (picture: string, asker: Record<string, string> = headers) =>
    testing.app.request(`/plans/never-queued/pages/${picture}`, { headers: asker })
  const picture = await ask('1.webp?w=700')
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/webp'])
  expect(
    Buffer.from(await picture.arrayBuffer())
      .subarray(8, 12)
      .toString(),
  ).toBe('WEBP')
  const tag = picture.headers.get('etag')!
  expect(tag).toContain('-1-960')
  expect((await ask('1.webp?w=900', { ...headers, 'if-none-match': tag })).status).toBe(304)
  expect((await ask('2.webp')).status).toBe(404)
  expect((await ask('0.webp')).status).toBe(404)
  expect((await ask('1.webp', await testing.asOther())).status).toBe(404)
})

test('a page as long as a ribbon has a picture too', async () => {
  const ribbon = Buffer.from(
    Buffer.from(pdf(['One long page']))
      .toString('latin1')
      .replace('[0 0 595 842]', '[0 0 9 14400]'),
    'latin1',
  )
  const { location } = await sent(ribbon, 'ribbon.pdf')
  expect((await get(testing, headers, location!.replace('/desk', '') + '/pages/1.webp')).status).toBe(200)
})

test('a Word document has no pictures of its pages, and says why', async () => {
  await sent(await example('wahat-2023-2026-ar.docx'), 'word.docx')
  const none = await get(testing, headers, '/plans/word/pages/1.webp')
  expect(none.status).toBe(404)
  expect(none.text).toContain('This kind of document has no fixed pages')
})

test('what a damaged file holds is made fit to be kept', () => {
  expect(wellFormed({ text: 'a\0b', cites: [{ quote: 'half \ud800 pair', page: 1 }], none: null })).toEqual({
    text: 'ab',
    cites: [{ quote: 'half \ufffd pair', page: 1 }],
    none: null,
  })
})

test('a removed draft takes its file and the pictures of its pages with it, once no other organisation has the same file', async () => {
  const file = pdf(['Soon to be removed'])
  const sha256 = createHash('sha256').update(file).digest('hex')
  const pictures = join(services.config.dataFolder, 'pictures', sha256.slice(0, 2), sha256)
  const others = await testing.asOther()
  const ours = await whenRead(testing, headers, (await sent(file, 'ours.pdf')).location!)
  const theirs = await whenRead(testing, others, (await send(testing, others, file, 'theirs.pdf')).location!)
  await get(testing, headers, ours.replace('/desk', '') + '/pages/1.webp')
  expect(existsSync(pictures)).toBe(true)

  await post(testing, headers, ours + '/remove')
  expect((await testing.app.request(theirs.replace('/desk', '') + '/original', { headers: others })).status).toBe(200)
  await post(testing, others, theirs + '/remove')
  await vi.waitFor(() => expect(existsSync(pictures)).toBe(false), 60_000)
  expect(await services.files.has(sha256)).toBe(false)
  const { rows } = await owner.query(
    'select (select count(*) from file where sha256 = $1) + (select count(*) from page where file_sha256 = $1) as left',
    [sha256],
  )
  expect(rows).toEqual([{ left: 0 }])

  const again = await sent(file, 'again.pdf')
  expect(await stateOf(await whenRead(testing, headers, again.location!))).toBe('done')
})
