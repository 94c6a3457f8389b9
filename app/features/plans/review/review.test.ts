import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { PageText, PlanDocument } from '@open1325/reader'
import type { Role } from '../../../platform/http.ts'
import { testApp } from '../../../platform/testing/app.ts'
import { keepPlan } from '../testing.ts'
import type { News } from './island/queue.ts'
import type { Operation, ReviewItem } from './operation.ts'
import { fewRows } from './testing.ts'

const { app, services, as, asOther, userId, organisationId } = await testApp()
const { owner } = services.database
let plans = 0

/** A plan of the few rows, on page 25, with a page of words. */
async function aPlan(published = false) {
  const slug = `plan-${++plans}`
  const document: PlanDocument = {
    format: 'open1325-plan/1',
    source: { name: 'plan.pdf', sha256: '', mediaType: 'application/pdf', pages: 31 },
    languages: ['en'],
    title: 'A plan',
    issuer: null,
    period: null,
    items: fewRows().map(({ id, kind, number, text, parentId, fields, cites }) => ({
      id,
      kind,
      number,
      text,
      parent: parentId,
      fields,
      cites,
    })),
    warnings: [],
  }
  const pages: PageText[] = [{ number: 25, width: 595, height: 842, text: 'Pay the\nmediators a fair wage.' }]
  const id = await keepPlan(services.database, organisationId, document, { slug, published, confirmed: 0, pages })
  await owner.query('update item set confidence = 0.9 where instrument_id = $1', [id])
  return { id, slug, path: `/desk/plans/${slug}/review` }
}
type Plan = Awaited<ReturnType<typeof aPlan>>

async function rowsOf(plan: Plan): Promise<Record<string, ReviewItem>> {
  const { rows } = await owner.query(
    `select id, ref, kind, number, text, parent_id as "parentId", fields, cites, state, version, deleted_at as "deletedAt",
       merged_into as "mergedInto", confirmed_by as "confirmedBy" from item where instrument_id = $1 order by ref`,
    [plan.id],
  )
  return Object.fromEntries(rows.map(row => [String.fromCharCode(96 + row.ref), row]))
}
const target = ({ id, version }: ReviewItem) => ({ id, version })

async function send(
  plan: Plan,
  operation: Operation,
  { role = 'contributor' as Role, id = randomUUID() as string, knows = [] as string[], other = false } = {},
) {
  const who = await userId(other ? 'administrator' : role, other)
  const response = await app.request(`${plan.path}/operations`, {
    method: 'POST',
    headers: {
      ...(other ? await asOther() : await as(role)),
      'content-type': 'application/json',
      accept: 'application/json',
    },
    body: JSON.stringify({ id, who, operation, knows, after: 0 }),
  })
  return {
    status: response.status,
    body: (await response.json()) as { sentence?: string; refusal?: string; news: News },
  }
}

async function historyOf(plan: Plan, act: string) {
  const { rows } = await owner.query<{ change: string; who: string }>(
    `select distinct change, who from history where relation = 'item' and act = $2 and after ->> 'instrument_id' = $1`,
    [plan.id, act],
  )
  return rows
}

const split = (row: ReviewItem, newId: string): Operation => ({ act: 'item.split', item: target(row), at: 16, newId })

test('each act changes the rows under its own name, says by whom, and can be undone and redone', async () => {
  type Act = (rows: Record<string, ReviewItem>) => Operation
  const acts: Act[] = [
    rows => ({ act: 'item.confirm', items: [target(rows.c!), target(rows.d!)] }),
    rows => ({ act: 'item.edit', item: target(rows.d!), text: 'New words', fields: { budget: 'USD 10' } }),
    rows => split(rows.d!, randomUUID()),
    rows => ({ act: 'item.merge', into: target(rows.a!), from: target(rows.e!) }),
    rows => ({ act: 'item.move', item: target(rows.c!), parentId: rows.e!.id }),
    rows => ({ act: 'item.rekind', item: target(rows.c!), kind: 'action' }),
    rows => ({ act: 'item.delete', item: target(rows.b!) }),
    rows => ({
      act: 'item.add',
      newId: randomUUID(),
      kind: 'action',
      number: null,
      text: 'Pay the mediators',
      parentId: rows.b!.id,
      cites: [{ page: 25, box: [1, 2, 3, 4], quote: 'Pay the mediators' }],
    }),
  ]
  for (const act of acts) {
    const plan = await aPlan()
    const before = await rowsOf(plan)
    const operation = act(before)
    const name = operation.act
    expect((await send(plan, operation)).status, name).toBe(200)
    const done = await rowsOf(plan)
    expect(done, name).not.toEqual(before)
    const [change] = await historyOf(plan, name)
    expect(change?.who, name).toBe(await userId('contributor'))

    const undo = randomUUID()
    expect((await send(plan, { act: 'item.undo', change: change!.change }, { id: undo })).status, name).toBe(200)
    expect(withoutVersions(await rowsOf(plan)), name).toEqual(withoutVersions(before))
    expect((await send(plan, { act: 'item.undo', change: undo })).status, name).toBe(200)
    expect(withoutVersions(await rowsOf(plan)), name).toEqual(withoutVersions(done))
  }

  /** A row that was made and undone is kept, taken out: its number is never given again. */
  function withoutVersions(rows: Record<string, ReviewItem>) {
    const living = Object.values(rows).filter(row => !row.deletedAt || row.mergedInto)
    return living.map(row => ({ ...row, version: 0, deletedAt: row.deletedAt !== null }))
  }
})

test('a row that was split off gets the next public number, and its words keep their page', async () => {
  const plan = await aPlan()
  const rows = await rowsOf(plan)
  await send(plan, split(rows.d!, randomUUID()))
  const after = await rowsOf(plan)
  expect(after.g).toMatchObject({ ref: 7, text: 'and publish a roster', parentId: rows.b!.id, kind: 'action' })
  expect(after.g!.cites[0]).toMatchObject({ page: 25, quote: 'and publish a roster' })
})

test('a row that was merged away keeps its address, which leads to the survivor', async () => {
  const plan = await aPlan(true)
  const rows = await rowsOf(plan)
  await send(plan, { act: 'item.merge', into: target(rows.c!), from: target(rows.d!) }, { role: 'editor' })
  const response = await app.request(`/plans/${plan.slug}/items/4`)
  expect([301, 308]).toContain(response.status)
  expect(response.headers.get('location')).toBe(`/plans/${plan.slug}/items/3`)
})

test('the same operation sent twice, even at the same moment, is done once', async () => {
  const plan = await aPlan()
  const rows = await rowsOf(plan)
  const id = randomUUID()
  const operation = split(rows.d!, randomUUID())
  const replies = await Promise.all([send(plan, operation, { id }), send(plan, operation, { id })])
  expect(replies.map(reply => reply.status)).toEqual([200, 200])
  expect((await send(plan, operation, { id })).status).toBe(200)
  expect(Object.keys(await rowsOf(plan))).toHaveLength(7)
})

test('two people who confirm the same row agree', async () => {
  const plan = await aPlan()
  const confirm: Operation = { act: 'item.confirm', items: [target((await rowsOf(plan)).c!)] }
  expect((await send(plan, confirm)).status).toBe(200)
  expect((await send(plan, confirm, { role: 'editor' })).status).toBe(200)
  expect((await rowsOf(plan)).c!.confirmedBy).toBe(await userId('contributor'))
})

test('what was decided on words that somebody changed meanwhile is not done, and says by whom', async () => {
  const plan = await aPlan()
  const seen = target((await rowsOf(plan)).d!)
  await send(plan, { act: 'item.edit', item: seen, text: 'Theirs' }, { role: 'editor' })
  const reply = await send(plan, { act: 'item.confirm', items: [seen] })
  expect(reply.status).toBe(409)
  expect(reply.body.sentence).toMatch(/The editor changed row 4 .*edited a row/)
  expect(reply.body.news.items.map(item => item.text)).toContain('Theirs')
  expect((await rowsOf(plan)).d!.state).toBe('read')
})

test('two people who change different parts of a row both succeed', async () => {
  const plan = await aPlan()
  const seen = target((await rowsOf(plan)).d!)
  expect((await send(plan, { act: 'item.edit', item: seen, text: 'Theirs' }, { role: 'editor' })).status).toBe(200)
  expect((await send(plan, { act: 'item.edit', item: seen, fields: { budget: 'USD 10' } })).status).toBe(200)
  expect((await rowsOf(plan)).d).toMatchObject({ text: 'Theirs', fields: { budget: { text: 'USD 10' } } })
})

test('own operations that wait in line do not clash with each other', async () => {
  const plan = await aPlan()
  const seen = target((await rowsOf(plan)).d!)
  const first = randomUUID()
  await send(plan, { act: 'item.edit', item: seen, text: 'Mine' }, { id: first })
  expect((await send(plan, { act: 'item.confirm', items: [seen] }, { knows: [first] })).status).toBe(200)
  expect((await send(plan, { act: 'item.edit', item: seen, text: 'Other tab' })).status).toBe(409)
})

test('an undo is refused once its row was changed again, and names the row', async () => {
  const plan = await aPlan()
  const id = randomUUID()
  await send(plan, { act: 'item.edit', item: target((await rowsOf(plan)).d!), text: 'First' }, { id })
  await send(plan, { act: 'item.edit', item: target((await rowsOf(plan)).d!), text: 'Second' })
  const reply = await send(plan, { act: 'item.undo', change: id })
  expect(reply.status).toBe(422)
  expect(reply.body.sentence).toMatch(/row 4 changed since/)
})

test('an undo never hangs two rows under each other', async () => {
  const plan = await aPlan()
  const id = randomUUID()
  await send(plan, { act: 'item.move', item: target((await rowsOf(plan)).b!), parentId: null }, { id })
  const rows = await rowsOf(plan)
  await send(plan, { act: 'item.move', item: target(rows.a!), parentId: rows.b!.id })
  expect((await send(plan, { act: 'item.undo', change: id })).body.refusal).toBe('cycle')
})

test('what others did is an editor’s to undo, not a contributor’s', async () => {
  const plan = await aPlan()
  const [byEditor, byContributor] = [randomUUID(), randomUUID()]
  const rows = await rowsOf(plan)
  await send(plan, { act: 'item.rekind', item: target(rows.d!), kind: 'outcome' }, { id: byEditor, role: 'editor' })
  await send(plan, { act: 'item.rekind', item: target(rows.f!), kind: 'outcome' }, { id: byContributor })
  expect((await send(plan, { act: 'item.undo', change: byEditor })).body.refusal).toBe('not-yours')
  expect((await send(plan, { act: 'item.undo', change: byContributor }, { role: 'editor' })).status).toBe(200)
})

test('words that do not stand on the page are no quote', async () => {
  const plan = await aPlan()
  const add = (quote: string): Operation => ({
    act: 'item.add',
    newId: randomUUID(),
    kind: 'action',
    number: null,
    text: quote,
    parentId: null,
    cites: [{ page: 25, box: null, quote }],
  })
  expect((await send(plan, add('Pay the mediators a fair wage'))).status).toBe(200)
  expect((await send(plan, add('Pay the generals'))).body.refusal).toBe('not-on-page')
})

test('the others’ changes come with who made them, and nothing comes twice', async () => {
  const plan = await aPlan()
  await send(plan, { act: 'item.rekind', item: target((await rowsOf(plan)).c!), kind: 'action' }, { role: 'editor' })
  const ask = async (after: number) => {
    const response = await app.request(`${plan.path}/changes?after=${after}`, { headers: await as('reader') })
    return (await response.json()) as News
  }
  const news = await ask(0)
  expect(news.changes?.[0]).toMatchObject({ act: 'item.rekind', name: 'The editor', ref: 3, rows: 1, undoable: true })
  expect(news.by[(await rowsOf(plan)).c!.id]).toBe(await userId('editor'))
  expect(await ask(news.last)).toEqual({ last: news.last, items: [], by: {} })
})

test('a reader looks but changes nothing; another organisation sees nothing; nobody is asked to sign in', async () => {
  const plan = await aPlan()
  const confirm: Operation = { act: 'item.confirm', items: [target((await rowsOf(plan)).c!)] }
  const page = await app.request(plan.path, { headers: await as('reader') })
  expect(page.status).toBe(200)
  expect(await page.text()).not.toContain('value="item.confirm"')
  expect((await send(plan, confirm, { role: 'reader' })).status).toBe(403)
  expect((await send(plan, confirm, { other: true })).status).toBe(404)
  for (const path of ['', '/changes?after=0'])
    expect((await app.request(plan.path + path, { headers: await asOther() })).status).toBe(404)
  expect((await app.request(plan.path)).status).toBe(401)
  expect((await rowsOf(plan)).c!.state).toBe('read')
})

test('what one person did is never sent under the name of the next who signs in at that machine', async () => {
  const plan = await aPlan()
  const confirm: Operation = { act: 'item.confirm', items: [target((await rowsOf(plan)).c!)] }
  const response = await app.request(`${plan.path}/operations`, {
    method: 'POST',
    headers: { ...(await as('editor')), 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ id: randomUUID(), who: await userId('contributor'), operation: confirm }),
  })
  expect(response.status).toBe(401)
  expect((await rowsOf(plan)).c!.state).toBe('read')
})

test('a plan that is public is an editor’s to change, also against a contributor’s undo', async () => {
  const plan = await aPlan(true)
  const confirm: Operation = { act: 'item.confirm', items: [target((await rowsOf(plan)).c!)] }
  expect((await send(plan, confirm)).status).toBe(403)
  expect((await send(plan, confirm, { role: 'editor' })).status).toBe(200)

  const draft = await aPlan()
  const id = randomUUID()
  await send(draft, { act: 'item.confirm', items: [target((await rowsOf(draft)).c!)] }, { id })
  await owner.query('update instrument set published_at = now() where id = $1', [draft.id])
  expect((await send(draft, { act: 'item.undo', change: id })).status).toBe(403)
  expect((await rowsOf(draft)).c!.state).toBe('confirmed')
})

test('an operation that nobody could mean is refused before anything is done', async () => {
  const plan = await aPlan()
  const row = (await rowsOf(plan)).c!
  for (const operation of [
    { act: 'item.explode' },
    { act: 'item.confirm', items: [] },
    { act: 'item.rekind', item: target(row), kind: 'wish' },
    { act: 'item.edit', item: { id: row.id, version: 'new' } },
  ])
    expect((await send(plan, operation as unknown as Operation)).status).toBe(422)
  const other = (await rowsOf(await aPlan())).c!
  expect((await send(plan, { act: 'item.confirm', items: [target(other)] })).body.refusal).toBe('gone')
})

// The forms, without JavaScript.

async function post(plan: Plan, fields: Record<string, string>, role: Role = 'contributor') {
  return app.request(plan.path, {
    method: 'POST',
    headers: { ...(await as(role)), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ form: 'one', show: 'all', seen: '0', ...fields }),
  })
}

test('a form confirms a row and leads to the next one; posted twice it is done once', async () => {
  const plan = await aPlan()
  const { c, d } = await rowsOf(plan)
  const fields = { act: 'item.confirm', row: c!.id, version: '1' }
  for (const response of [await post(plan, fields), await post(plan, fields)]) {
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe(`${plan.path}?show=all&done=item.confirm&row=${d!.ref}#row`)
  }
  expect((await rowsOf(plan)).c).toMatchObject({ state: 'confirmed', version: 2 })
  const next = await (
    await app.request(`${plan.path}?show=all&row=4&done=item.confirm`, { headers: await as('reader') })
  ).text()
  expect(next).toContain('Confirmed.')
})

test('an edit form in error comes back with what was typed and the sentence beside the field', async () => {
  const plan = await aPlan()
  const { d } = await rowsOf(plan)
  const response = await post(plan, { act: 'item.edit', row: d!.id, version: '1', text: ' ', number: '9.9' })
  expect(response.status).toBe(422)
  const html = await response.text()
  expect(html).toContain('A row needs words')
  expect(html).toContain('value="9.9"')
})

test('an edit form over somebody else’s change comes back with both, and counts when it is sent again', async () => {
  const plan = await aPlan()
  const { d } = await rowsOf(plan)
  await send(plan, { act: 'item.edit', item: target(d!), text: 'Theirs' }, { role: 'editor' })
  const mine = { act: 'item.edit', row: d!.id, text: 'Mine', number: '' }
  const response = await post(plan, { ...mine, version: '1' })
  expect(response.status).toBe(409)
  const html = await response.text()
  expect(html).toContain('The editor changed row 4')
  expect(html).toContain('Theirs')
  expect(html).toMatch(/<textarea[^>]*>Mine<\/textarea>/)
  expect((await post(plan, { ...mine, version: '2' })).status).toBe(303)
  expect((await rowsOf(plan)).d!.text).toBe('Mine')
})

test('rows are split, merged, moved, added, taken out and put back by forms alone', async () => {
  const plan = await aPlan()
  const rows = await rowsOf(plan)
  const on = (row: ReviewItem, version = 1) => ({ row: row.id, version: String(version) })
  const fine = async (fields: Record<string, string>) => expect((await post(plan, fields)).status, fields.act).toBe(303)

  await fine({ act: 'item.split', ...on(rows.d!), parts: 'Train mediators\r\nand publish a roster' })
  await fine({ act: 'item.merge', ...on(rows.e!), other: `${rows.a!.id}:1` })
  await fine({ act: 'item.move', ...on(rows.c!), parent: rows.f!.id })
  await fine({ act: 'item.rekind', ...on(rows.c!, 2), kind: 'output' })
  await fine({ act: 'item.add', 'cite-page': '25', quote: 'Pay the mediators', 'new-kind': 'action' })
  await fine({ act: 'item.delete', ...on(rows.b!) })
  await fine({ act: 'item.restore', ...on(rows.b!, 2) })
  await fine({ act: 'confirm-many', scope: 'above', above: '0.8', seen: '999999' })

  const after = await rowsOf(plan)
  expect(after.d!.text).toBe('Train mediators')
  expect(after.g!.text).toBe('and publish a roster')
  expect(after.e!.mergedInto).toBe(rows.a!.id)
  expect(after.c).toMatchObject({ parentId: rows.f!.id, kind: 'output', state: 'confirmed' })
  expect(after.h).toMatchObject({ text: 'Pay the mediators', state: 'confirmed' })
  expect(after.b!.deletedAt).toBeNull()
})

test('many rows confirmed at once leave out what somebody changed after the page was opened', async () => {
  const plan = await aPlan()
  const rows = await rowsOf(plan)
  const html = await (await app.request(plan.path, { headers: await as('contributor') })).text()
  const seen = html.match(/name="seen" value="(\d+)"/)![1]!
  await send(plan, { act: 'item.edit', item: target(rows.c!), text: 'Theirs' }, { role: 'editor' })
  await post(plan, { act: 'confirm-many', scope: 'above', above: '0.8', seen })
  const after = await rowsOf(plan)
  expect(after.c!.state).toBe('read')
  expect(after.d!.state).toBe('confirmed')
})

test('the words of a plan cannot end the script element that carries them', async () => {
  const plan = await aPlan()
  await owner.query(
    `update item set text = '</script><script>alert(1)</script>' where instrument_id = $1 and ref = 1`,
    [plan.id],
  )
  const html = await (await app.request(plan.path, { headers: await as('reader') })).text()
  expect(html).not.toContain('<script>alert')
})

test('the whole history of a review still verifies, link by link', async () => {
  const { rows } = await owner.query(
    'select count(*)::int as broken from history h where h.hash <> app.history_hash(h)',
  )
  expect(rows[0].broken).toBe(0)
})

test('what the database cannot keep in a text is left out; numbers that no row can have are none', async () => {
  const plan = await aPlan()
  const { d } = await rowsOf(plan)
  const edit: Operation = { act: 'item.edit', item: target(d!), text: 'New\0 words \ud800', fields: { budget: '1\0' } }
  expect((await send(plan, edit)).status).toBe(200)
  expect(await rowsOf(plan)).toMatchObject({ d: { text: 'New words �', fields: { budget: { text: '1' } } } })

  const headers = await as('editor')
  for (const seen of ['1e999', '1.5', '99999999999999999999']) {
    const body = new URLSearchParams({ act: 'item.confirm', row: d!.id, version: '2', form: seen, seen })
    expect((await app.request(plan.path, { method: 'POST', headers, body })).status, seen).toBeLessThan(500)
    const news = await app.request(`${plan.path}/changes?after=${seen}`, { headers })
    expect(news.status, seen).toBe(422)
  }
})

test('a new row whose id another row has already, of whatever plan, is refused', async () => {
  const [plan, other] = [await aPlan(), await aPlan()]
  const [{ d }, theirs] = [await rowsOf(plan), await rowsOf(other)]
  expect((await send(plan, split(d!, theirs.a!.id))).status).toBe(409)
  expect(Object.keys(await rowsOf(plan))).toHaveLength(6)
})
