import { createHash, randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { checkHistory } from '../../platform/history.ts'
import { testApp } from '../../platform/testing/app.ts'
import { keepStatement, type TestStatement } from './testing.ts'

const testing = await testApp()
const { app, services, as, asOther, organisationId } = testing
const { owner } = services.database
let editor: { cookie: string }
beforeAll(async () => {
  editor = await as('editor')
  await testing.work()
})
const post = (path: string, fields: Record<string, string> = {}, headers: Record<string, string> = editor) =>
  app.request(path, { method: 'POST', headers, body: new URLSearchParams(fields) })
const get = (path: string, headers: Record<string, string> = editor) => app.request(path, { headers })
const text = async (path: string, headers?: Record<string, string>) => (await get(path, headers)).text()
const to = (response: Response) => response.headers.get('location')
const row = async (id: string) => (await owner.query('select * from statement where id = $1', [id])).rows[0]
const OPEN = { closesOn: '2090-01-31', closesAt: '18:00', timeZone: 'Africa/Kinshasa' }

/** The digest of the text that the page shows: what is looked at is what is frozen. */
const seen = async (id: string) => (await text(`/desk/statements/${id}`)).match(/name="seen" value="(\w{64})"/)![1]!

async function begin(title = 'Peace needs women'): Promise<string> {
  const form = randomUUID()
  for (let n = 0; n < 2; n++)
    expect(to(await post('/desk/statements', { form, title, language: 'en' }))).toBe(`/desk/statements/${form}`)
  return form
}
const TO = { addressedTo: 'The Security Council', listNote: 'Names are checked.' }
const write = async (id: string, words: string, language = 'en', title = 'Peace needs women') => {
  const { rows } = await owner.query('select version from statement_text where statement_id = $1 and language = $2', [
    id,
    language,
  ])
  return post(`/desk/statements/${id}/texts/${language}`, {
    version: String(rows[0].version),
    title,
    text: words,
    ...TO,
  })
}

test('from a blank page to a text in two languages that is frozen, published and signed', async () => {
  const id = await begin()
  const one = `/desk/statements/${id}`
  expect((await get(one)).status).toBe(200)
  const facts = {
    title: 'Peace needs women',

    body: '',
    session: '',
  }
  await post(`${one}/facts`, { version: '1', ...facts })
  // Without a text there is nothing to sign.
  const refused = await post(`${one}/open`, { ...OPEN, seen: await seen(id) })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('There is no text yet')
  await write(id, '## We ask\n\n- for seats\n- for money\n\n<script>alert(1)</script>')
  expect(to(await post(`${one}/languages`, { language: 'ar' }))).toBe(`${one}/texts/ar`)
  expect((await post(`${one}/open`, { ...OPEN, seen: await seen(id) })).status).toBe(422)
  await write(id, 'نطلب مقاعد.', 'ar', 'السلام يحتاج النساء')
  // Somebody wrote on since the page was looked at.
  expect((await post(`${one}/open`, { ...OPEN, seen: 'a'.repeat(64) })).status).toBe(422)
  expect(to(await post(`${one}/open`, { ...OPEN, seen: await seen(id) }))).toBe(`${one}?done=opened`)

  const { slug, edition } = await row(id)
  expect(edition).toBe(1)
  const shown = await text(`/statements/${slug}`, {})
  expect(shown).toContain('for seats')
  expect(shown).toContain('The Security Council')
  expect(shown).not.toContain('<script')
  // Who looks for her language finds it by its own name.
  expect(shown).toMatch(/statement-languages.*<a [^>]*lang="ar"[^>]*>العربية</s)
  expect(await text(`/statements/${slug}?text=ar`, {})).toContain('نطلب مقاعد')
  expect(await text('/statements', {})).toContain('Peace needs women')
  const words = new Uint8Array(await (await get(`/statements/${slug}/words-1.md`, {})).arrayBuffer())
  expect(shown).toContain(createHash('sha256').update(words).digest('hex'))
  for (const file of ['en.docx', 'en.pdf', 'en.html', 'ar.md', 'ar.pdf']) {
    const answer = await get(`/statements/${slug}/${file}`, {})
    expect(answer.status, file).toBe(200)
    expect((await answer.arrayBuffer()).byteLength, file).toBeGreaterThan(150)
  }
  expect((await get(`/statements/${slug}/fr.pdf`, {})).status).toBe(404)
  expect((await checkHistory(owner)).broken).toEqual([])
}, 20_000)

test('a text is counted by the rule of its body and checked as reports are; what must be mended is asked about before it is frozen', async () => {
  const id = await begin()
  const one = `/desk/statements/${id}`
  const WRONG = 'The NAP rests on Security Council resolution 1820 (2009). Three survivors spoke.'
  await write(id, WRONG)
  const page = await text(`${one}/texts/en`)
  expect(page).toContain('NAP is not spelled out where it first stands')
  expect(page).toContain('1820 (2008)')
  expect(page).toContain('Few people: “Three survivors”')
  expect(page).toMatch(/12 words in this field · \d+ words in the whole text/)
  expect(page).not.toContain('by the body’s rule')
  expect(page).toContain('id="word-count-data"')
  const facts = { title: 'Peace', body: 'Human Rights Council', session: '', procedure: 'hrc-written' }
  expect((await post(`${one}/facts`, { version: '1', ...facts, procedure: 'none-such' })).status).toBe(422)
  await post(`${one}/facts`, { version: '1', ...facts })
  expect(await text(`${one}/texts/en`)).toMatch(/by the body’s rule · .*1,500 at most/)
  // ‘To:’ is set in bold by ourselves.
  expect(await text(`${one}/texts/en`)).not.toContain('no bold')
  const shown = await text(one)
  expect(shown).toContain('NAP is not spelled out')
  expect(shown).toMatch(/must be mended, see above/)

  const refused = await post(`${one}/open`, { ...OPEN, seen: await seen(id), contact: 'desk@example.org' })
  expect(refused.status).toBe(422)
  const again = await refused.text()
  expect(again).toContain('A frozen text never changes')
  expect(again).toContain('value="desk@example.org"')
  expect((await row(id)).edition).toBe(0)
  const opened = await post(`${one}/open`, {
    ...OPEN,
    seen: await seen(id),
    despite: 'yes',
    contact: 'desk@example.org',
  })
  expect(to(opened)).toBe(`${one}?done=opened`)
  expect((await row(id)).contact).toBe('desk@example.org')
  // It may be somebody's own: the history, which nobody can erase, does not have it.
  const told = await owner.query(
    `select after ? 'contact' as has, coalesce(before, after)::text like '%desk@example.org%' as tells from history where row_key = $1`,
    [id],
  )
  expect(told.rows.length).toBeGreaterThan(1)
  expect(told.rows.filter(({ has, tells }) => has || tells)).toEqual([])

  // The same before the next edition.
  await write(id, `${WRONG} And again.`)
  expect((await post(`${one}/edition`, { seen: await seen(id) })).status).toBe(422)
  expect((await row(id)).edition).toBe(1)
  await write(id, 'We ask for seats at every table.')
  expect(to(await post(`${one}/edition`, { seen: await seen(id) }))).toBe(`${one}?done=edition`)
})

test('a text that was signed does not change: a new edition is signed anew, and those who signed are asked', async () => {
  const one = await keepStatement(testing)
  const { id: signed, token } = await one.signature('Signed the first')
  await one.signature('No address', { email: null })
  // One person may speak for two organisations.
  await one.signature('Her other one')
  const invited = { origin: 'invitation', email: 'asked@example.org' }
  const asked = await one.signature('Only asked', { ...invited, state: 'invited' })
  await one.signature('Declined', { ...invited, state: 'declined' })
  const desk = `/desk/statements/${one.id}`
  await write(one.id, 'We ask the Council to act now.', 'en', one.title)
  expect(await text(`/statements/${one.slug}`, {})).not.toContain('act now')
  const shown = await text(desk)
  expect(shown).toContain('The 3 signatures under edition 1 stay with it')
  expect((await post(`${desk}/edition`, { seen: 'a'.repeat(64) })).status).toBe(409)
  const looked = await seen(one.id)
  for (let n = 0; n < 2; n++) await post(`${desk}/edition`, { seen: looked })
  expect((await row(one.id)).edition).toBe(2)
  const now = await text(`/statements/${one.slug}`, {})
  expect(now).toContain('act now')
  expect(now).not.toContain('Signed the first')
  const before = await text(`/statements/${one.slug}/1`, {})
  expect(before).toContain('3 signatures stand under it')
  expect(before).not.toContain('act now')
  const { rows } = await owner.query(
    `select p.name, g.state, g.earlier_id from signature g join signer p on p.signature_id = g.id where g.statement_id = $1 and g.edition = 2 order by 1`,
    [one.id],
  )
  expect(rows.map(({ name, state }) => `${name}: ${state}`)).toEqual([
    'Her other one: invited',
    'No address: invited',
    'Only asked: invited',
    'Signed the first: invited',
  ])
  expect(rows[3]!.earlier_id).toBe(signed)
  await expect.poll(() => one.letters().length, { timeout: 10_000 }).toBe(3)
  const again = one.letters().find(({ text }) => text.includes('Signed the first'))!
  expect(again.to).toBe('amina@example.org')
  // Who was only asked gets to the new text by the old link.
  expect(to(await get(`/sign/${asked.token}`, {}))).toMatch(/^\/sign\/[\w-]{43}$/)
  // The link of the first signature leads on to the new text.
  const own = await text(`/sign/${token}`, {})
  expect(own).toContain('Your signature stands under edition 1')
  const anew = new URL(again.text.match(/http\S+/)![0]).pathname
  expect(own).toContain(anew)
  // How many stood under the first wording is told beside the way to it; a note on the list waits for a list.
  expect(now).toContain('Edition 1 (3 signatures)')
  expect(now).not.toContain('Names are checked.')
  // Who has signed both is not asked once more.
  const who = { name: 'Signed the first', contact: 'Amina K.', email: 'amina@example.org', naming: 'named' }
  expect(to(await post(anew, { ...who, mandate: 'yes', form: randomUUID() }, {}))).toContain('done=signed')
  const both = await text(`/sign/${token}`, {})
  expect(both).toContain('You signed edition 1 and, after the text was changed, edition 2 too.')
  expect(both).not.toContain('Sign the new text')
  expect(both).toContain(anew)
  await expect(
    owner.query(`update statement_edition set words = 'x' where statement_id = $1`, [one.id]),
  ).rejects.toThrow(/never changes/)
})

test('a withdrawn statement shows neither text nor names, and says why', async () => {
  const one = await keepStatement(testing)
  await one.signature('Was named')
  expect((await post(`/desk/statements/${one.id}/withdraw`, { why: ' ' })).status).toBe(422)
  await post(`/desk/statements/${one.id}/withdraw`, { why: 'A figure was wrong.' })
  const shown = await text(`/statements/${one.slug}`, {})
  expect(shown).toContain('A figure was wrong.')
  expect(shown).not.toContain('Was named')
  expect(shown).not.toContain('We ask the Council')
  for (const rest of ['/1', '/en.md', '/words-1.md', '/sign'])
    expect((await get(`/statements/${one.slug}${rest}`, {})).status).toBe(404)
  expect((await post(`/desk/statements/${one.id}/open`, OPEN)).status).toBe(403)
})

test('what is over says so on the desk: its text is no more the one that is signed, and only what can be done is offered', async () => {
  const closed = await keepStatement(testing, { state: 'closed', closes: '-1 days' })
  const shown = await text(`/desk/statements/${closed.id}`)
  expect(shown).toContain('the one that was put up for signature')
  expect(shown).not.toContain('Close or withdraw')
  expect(shown).toContain('<summary>Withdraw the statement</summary>')
  const withdrawn = await keepStatement(testing)
  await post(`/desk/statements/${withdrawn.id}/withdraw`, { why: 'A figure was wrong.' })
  const after = await text(`/desk/statements/${withdrawn.id}`)
  expect(after).not.toContain('you can freeze it')
  expect(after).not.toContain('Who has not answered or not complied')
})

test.each([
  ['a day that is none', { closesOn: '2090-02-31' }, 422],
  ['a month that is none', { closesOn: '2090-13-01' }, 422],
  ['a day in words', { closesOn: 'tomorrow' }, 422],
  ['a time that is past', { closesOn: '2020-01-01' }, 422],
  ['a clock that is none', { closesAt: '25:00' }, 422],
  ['a place that is none', { timeZone: 'Mars/Base' }, 422],
  ['an opening after the close', { opensOn: '2091-01-01' }, 422],
])('%s is told beside its field', async (name, more, status) => {
  const one = await keepStatement(testing)
  const answer = await post(`/desk/statements/${one.id}/open`, { ...OPEN, ...more })
  expect(answer.status, name).toBe(status)
})

test('what is announced can be read, and signed from its moment on', async () => {
  const one = await keepStatement(testing)
  const { token } = await one.signature('Early bird', { state: 'invited', origin: 'invitation' })
  await post(`/desk/statements/${one.id}/open`, { ...OPEN, opensOn: '2089-01-01', opensAt: '09:00' })
  const shown = await text(`/statements/${one.slug}`, {})
  expect(shown).toContain('Announced')
  expect(shown).toContain('1 January 2089')
  expect(shown).not.toContain('Sign for your organisation')
  expect(await text(`/sign/${token}`, {})).toContain('not taken yet')
})

test('two who write the same text lose nothing: the second is told, and both texts stand on the page', async () => {
  const id = await begin('Two writers')
  await write(id, 'First')
  const answer = await post(`/desk/statements/${id}/texts/en`, { version: '1', title: 'Two writers', text: 'Second' })
  expect(answer.status).toBe(409)
  const shown = await answer.text()
  expect(shown).toContain('Second')
  expect(shown).toContain('First')
})

test('a statement may be the published edition of a report', async () => {
  const report = randomUUID()
  const by = await testing.userId('editor')
  const sha256 = createHash('sha256').update('x').digest('hex')
  await owner.query(
    `insert into file (sha256, media_type, bytes) values ($1, 'text/plain', 1) on conflict do nothing`,
    [sha256],
  )
  await owner.query(
    `insert into report (id, organisation_id, slug, kind, title, language, created_by) values ($1, $2, 'a-general-statement', 'general-statement', 'General', 'fr', $3)`,
    [report, organisationId, by],
  )
  const blocks = [{ kind: 'paragraph', text: [{ kind: 'words', text: 'Nous demandons.' }] }]
  const document = {
    language: 'fr',
    title: 'Déclaration générale',
    cover: null,
    contents: null,
    notes: 'Notes',
    claims: [],
    blocks,
  }
  await owner.query(
    `insert into report_edition (report_id, number, organisation_id, slug, kind, title, language, document, words, docx_sha256, pdf_sha256,
       html_sha256, markdown_sha256, frozen_by, published_at)
     values ($1, 1, $2, 'a-general-statement', 'general-statement', 'Déclaration générale', 'fr', $3, 2, $4, $4, $4, $4, $5, now())`,
    [report, organisationId, JSON.stringify(document), sha256, by],
  )
  expect(await text('/desk/statements')).toContain('Déclaration générale')
  const form = randomUUID()
  await post('/desk/statements', { form, title: 'General', language: 'en', report: `${report} 1` })
  await post(`/desk/statements/${form}/open`, { ...OPEN, seen: await seen(form) })
  const shown = await text(`/statements/${(await row(form)).slug}`, {})
  expect(shown).toContain('Nous demandons.')
  expect(shown).toContain('lang="fr"')
})

test.each(['reader', 'contributor'] as const)('a %s opens nothing, asks nobody and sees no signer', async role => {
  const one = await keepStatement(testing)
  const { id } = await one.signature('Guarded')
  const headers = await as(role)
  const shown = await text(`/desk/statements/${one.id}`, headers)
  for (const secret of ['Guarded', 'amina@', 'Amina']) expect(shown).not.toContain(secret)
  for (const path of ['signatures', 'signatures.csv', 'signatures.xlsx', 'invite', 'by-hand'])
    expect((await get(`/desk/statements/${one.id}/${path}`, headers)).status, path).toBe(403)
  for (const path of [
    'open',
    'close',
    'edition',
    'withdraw',
    'list',
    'remove',
    'invite',
    `signatures/${id}/forget`,
    'signatures/accept',
  ])
    expect((await post(`/desk/statements/${one.id}/${path}`, OPEN, headers)).status, path).toBe(403)
})

test('another organisation finds nothing of it on the desk', async () => {
  const one: TestStatement = await keepStatement(testing)
  const { id } = await one.signature('Ours')
  const headers = await asOther()
  for (const path of ['', '/signatures', '/signatures.csv', '/invite', '/texts/en', '/silent', '/by-hand'])
    expect((await get(`/desk/statements/${one.id}${path}`, headers)).status, path).toBe(404)
  expect((await post(`/desk/statements/${one.id}/signatures/${id}/forget`, {}, headers)).status).toBe(404)
  const theirs = await keepStatement(testing)
  expect((await post(`/desk/statements/${theirs.id}/signatures/${id}/accept`)).status).toBe(404)
  for (const path of ['/desk/statements', `/desk/statements/${one.id}`]) expect((await get(path, {})).status).toBe(401)
  expect((await get(`/desk/statements/${randomUUID()}`)).status).toBe(404)
})
