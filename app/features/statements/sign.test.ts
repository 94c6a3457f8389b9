import { createHash, randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { checkHistory } from '../../platform/history.ts'
import { testApp } from '../../platform/testing/app.ts'
import { closeDue, dropUnconfirmed } from './closing.ts'
import { requestToken, signatureToken } from './links.ts'
import { keepStatement, type TestStatement } from './testing.ts'

const testing = await testApp()
const { app, services, as } = testing
const { owner } = services.database
let editor: { cookie: string }
beforeAll(async () => {
  editor = await as('editor')
  await testing.work()
})
const post = (path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  app.request(path, { method: 'POST', headers, body: new URLSearchParams(fields) })
const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })
const text = async (path: string, headers: Record<string, string> = {}) => (await get(path, headers)).text()
const to = (response: Response) => response.headers.get('location')

const WHO = {
  name: 'Réseau des femmes',
  country: 'COD',
  contact: 'Amina K.',
  role: 'director',
  email: 'amina@example.org',
  naming: 'named',
  mandate: 'yes',
  language: 'en',
}
const sign = (one: TestStatement, more: Record<string, string> = {}) => {
  const form = more.form ?? randomUUID()
  return { form, done: post(`/statements/${one.slug}/sign`, { ...WHO, form, ...more }) }
}
/** Signs and follows the mailed link. Gives the signature's own link. */
async function signAndConfirm(one: TestStatement, more: Record<string, string> = {}): Promise<string> {
  const { form, done } = sign(one, more)
  expect(to(await done)).toBe(`/statements/${one.slug}/sign/asked`)
  const link = to(await post(`/sign/confirm/${requestToken(services.config, form)}`))
  expect(link).toMatch(/^\/sign\/[\w-]{43}\?done=signed$/)
  return link!.split('?')[0]!
}
const states = async (one: TestStatement) =>
  (
    await owner.query<{ name: string; state: string }>(
      'select p.name, g.state from signature g join signer p on p.signature_id = g.id where g.statement_id = $1 order by g.created_at',
      [one.id],
    )
  ).rows.map(({ name, state }) => `${name}: ${state}`)
const accept = (one: TestStatement) => post(`/desk/statements/${one.id}/signatures/accept`, {}, editor)

test('an organisation signs without an account, confirms by mail, is accepted, and stands under the text', async () => {
  const one = await keepStatement(testing)
  const { form, done } = sign(one)
  expect(to(await done)).toBe(`/statements/${one.slug}/sign/asked`)
  expect((await get(`/statements/${one.slug}/sign/asked`)).status).toBe(200)
  await expect.poll(() => one.letters().length, { timeout: 10_000 }).toBe(1)
  expect(one.letters()[0]!.to).toBe('amina@example.org')
  const link = new URL(one.letters()[0]!.text.match(/http\S+/)![0])
  expect(link.pathname).toBe(`/sign/confirm/${requestToken(services.config, form)}`)

  // A mail program that looks at the link confirms nothing.
  expect(await text(link.pathname)).toContain('Réseau des femmes')
  expect(await states(one)).toEqual([])
  const own = to(await post(link.pathname))!
  expect(await states(one)).toEqual(['Réseau des femmes: confirmed'])
  expect(await text(own)).toContain('Waits for a decision')
  expect(await text(`/statements/${one.slug}`)).not.toContain('Réseau')

  expect(await text(`/desk/statements/${one.id}/signatures`, editor)).toContain('amina@example.org')
  await accept(one)
  const shown = await text(`/statements/${one.slug}`)
  expect(shown).toContain('Réseau des femmes')
  expect(shown).toContain('Signed by one organisation')
  for (const secret of ['Amina', 'amina@', 'director']) expect(shown).not.toContain(secret)
  const csv = await text(`/statements/${one.slug}/signers.csv`)
  expect(csv).toBe('organisation,country\r\nRéseau des femmes,COD\r\n')
  expect((await get(`/statements/${one.slug}/list.csv`)).status).toBe(404)
  await expect.poll(() => one.letters().length, { timeout: 10_000 }).toBe(2)
  expect(one.letters()[1]!.text).toContain(own.split('?')[0])
  expect(one.letters()[1]!.text).toContain('looks at it before it counts')
  expect((await checkHistory(owner)).broken).toEqual([])
})

test('a form that is posted twice, and a link that is followed twice, are one signature and one letter', async () => {
  const one = await keepStatement(testing)
  const form = randomUUID()
  await Promise.all([sign(one, { form }).done, sign(one, { form }).done])
  const link = `/sign/confirm/${requestToken(services.config, form)}`
  const answers = await Promise.all([post(link), post(link)])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 410])
  expect(await states(one)).toEqual(['Réseau des femmes: confirmed'])
  expect(await text(link)).toContain('This link was used')
  const { rows } = await owner.query('select who from sign_request where id = $1', [form])
  expect(rows).toEqual([{ who: null }])
  await expect
    .poll(() => one.letters().map(({ subject }) => subject.split(':')[0]), { timeout: 10_000 })
    .toEqual(['Confirm your signature', 'Your signature'])
})

test('one organisation counts once, however it writes its name; in another country it is another one', async () => {
  const one = await keepStatement(testing)
  await signAndConfirm(one)
  await signAndConfirm(one, { name: 'RESEAU  des Femmes!', email: 'other@example.org' })
  await signAndConfirm(one, { country: 'MLI', email: 'third@example.org' })
  await accept(one)
  expect((await states(one)).map(state => state.split(': ')[1]).toSorted()).toEqual([
    'accepted',
    'accepted',
    'confirmed',
  ])
  expect(await text(`/statements/${one.slug}`)).toContain('Signed by 2 organisations')
  const { rows } = await owner.query<{ id: string }>(
    `select id from signature where statement_id = $1 and state = 'confirmed'`,
    [one.id],
  )
  const refused = await post(`/desk/statements/${one.id}/signatures/${rows[0]!.id}/accept`, {}, editor)
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain('counts already')
})

test('whoever signs by the link that she was asked with is thanked at the address that she gives', async () => {
  const one = await keepStatement(testing)
  const { token } = await one.signature('Asked', {
    state: 'invited',
    origin: 'invitation',
    email: 'office@example.org',
  })
  for (let n = 0; n < 2; n++) await post(`/sign/${token}`, { ...WHO, form: randomUUID(), name: 'Asked' })
  await expect.poll(() => one.letters().length, { timeout: 10_000 }).toBe(1)
  expect(one.letters()[0]).toMatchObject({
    to: 'amina@example.org',
    subject: expect.stringContaining('Your signature'),
  })
  expect(one.letters()[0]!.text).toContain(`/sign/${token}`)
  expect(one.letters()[0]!.text).not.toContain('looks at it')
})

test('two people of one organisation sign by their links at the same moment: one signature counts', async () => {
  const one = await keepStatement(testing)
  const asked = await Promise.all(
    ['a@example.org', 'b@example.org'].map(email =>
      one.signature('Two of us', { state: 'invited', origin: 'invitation', email }),
    ),
  )
  await Promise.all(asked.map(({ token }) => post(`/sign/${token}`, { ...WHO, form: randomUUID(), name: 'Two of us' })))
  expect((await states(one)).toSorted()).toEqual(['Two of us: accepted', 'Two of us: confirmed'])
  expect(await text(`/statements/${one.slug}`)).toContain('Signed by one organisation')
})

test('the answer to a form tells nobody whether the organisation or the address has signed already', async () => {
  const one = await keepStatement(testing)
  const answer = async (more: Record<string, string>) => {
    const response = await sign(one, more).done
    return [response.status, to(response)].join()
  }
  const first = await answer({})
  await signAndConfirm(one, { naming: 'unnamed', email: 'quiet@example.org', name: 'Quiet' })
  await accept(one)
  expect(await answer({ email: 'quiet@example.org', name: 'Quiet' })).toBe(first)
  expect(await answer({ email: 'new@example.org', name: 'New' })).toBe(first)
  // An address is not written to again and again.
  for (let n = 0; n < 4; n++) expect(await answer({ email: 'flood@example.org' })).toBe(first)
  const { rows } = await owner.query(
    `select count(*)::int as n from sign_request where statement_id = $1 and who ->> 'email' = 'flood@example.org'`,
    [one.id],
  )
  expect(rows).toEqual([{ n: 3 }])
  // Whoever confirms for it learns nothing either.
  const own = await signAndConfirm(one, { email: 'spy@example.org', name: 'Quiet' })
  expect(await text(own)).not.toMatch(/already/)
})

test('the list as a table is in the alphabetical order of its language; the one that the digest is of keeps an order that no language changes', async () => {
  const one = await keepStatement(testing)
  for (const name of ['Zoë', 'Élan', 'Femmes, paix', '=Cmd']) await one.signature(name, { country: 'FRA' })
  await one.signature('Hidden', { named: false })
  await owner.query(`update statement set closes_at = now() where id = $1`, [one.id])
  await closeDue(services)
  const lines = (csv: string) => csv.split('\r\n').filter(Boolean)
  const french = lines(await text(`/statements/${one.slug}/signers.csv?text=fr`))
  expect(french).toEqual([
    'organisation,country',
    "'=Cmd,FRA",
    'Élan,FRA',
    '"Femmes, paix",FRA',
    'Zoë,FRA',
    'not named: 1,',
  ])
  const frozen = lines(await text(`/statements/${one.slug}/list.csv`))
  expect(frozen).not.toEqual(french)
  expect(frozen.toSorted()).toEqual(french.toSorted())
  const page = await text(`/statements/${one.slug}`)
  expect(page).toContain(`/statements/${one.slug}/list.csv`)
  // Who takes her name back takes it out of every file: the digest alone stays.
  await owner.query(
    `update signature set state = 'withdrawn' where statement_id = $1 and named and id = (
    select signature_id from signer where statement_id = $1 and name = 'Zoë')`,
    [one.id],
  )
  expect((await get(`/statements/${one.slug}/list.csv`)).status).toBe(404)
  expect(await text(`/statements/${one.slug}`)).toContain('It has changed since')
})

test('who asks not to be named is counted, and is named nowhere in public', async () => {
  const one = await keepStatement(testing)
  await one.signature('Open group')
  await one.signature('Hidden group', { named: false })
  await one.signature('Hidden too', { named: false })
  const pages = ['', '/signers.csv', '/en.md', '/en.html']
  for (const page of pages) expect(await text(`/statements/${one.slug}${page}`), page).not.toContain('Hidden')
  expect(await text(`/statements/${one.slug}`)).toContain('and 2 others that asked not to be named')
  expect(await text(`/statements/${one.slug}/en.md`)).toContain('and 2 others that asked not to be named')
  expect(await text(`/statements/${one.slug}/signers.csv`)).toContain('not named: 2,')
})

test('co-signers stand in the alphabetical order of the reader’s language', async () => {
  const one = await keepStatement(testing)
  for (const name of ['Zonta', 'Émancipation', 'eirene', 'Åland women', 'نساء السلام', '“Action”'])
    await one.signature(name)
  const order = async (language: string) =>
    [...(await text(`/statements/${one.slug}?lang=${language}`)).matchAll(/<li><bdi>([^<]+)<\/bdi>/g)].map(
      match => match[1]!,
    )
  expect(await order('fr')).toEqual(['“Action”', 'Åland women', 'eirene', 'Émancipation', 'Zonta', 'نساء السلام'])
  expect((await order('ar'))[0]).toBe('نساء السلام')
})

test('a signature is taken back, unnamed and deleted by its own link, at any time', async () => {
  const one = await keepStatement(testing)
  const named = await one.signature('Changes her mind')
  const gone = await one.signature('Goes away')
  const count = async () => (await text(`/statements/${one.slug}`)).match(/Signed by[^<]*/)?.[0]
  await owner.query(`update statement set closes_at = now() where id = $1`, [one.id])
  await closeDue(services)
  const list = async () =>
    (await owner.query('select content from statement_list where statement_id = $1', [one.id])).rows[0].content as
      string | null
  expect(await list()).toContain('Goes away')
  for (let n = 0; n < 2; n++)
    expect(to(await post(`/sign/${named.token}/unname`))).toBe(`/sign/${named.token}?done=unname`)
  expect(await text(`/statements/${one.slug}`)).not.toContain('Changes her mind')
  // The frozen list does not keep what was taken back; its digest stays.
  expect(await list()).toBeNull()
  expect(await text(`/statements/${one.slug}`)).toContain('It has changed since')
  for (let n = 0; n < 2; n++) expect(to(await post(`/sign/${gone.token}/forget`))).toBe('/sign/forgotten')
  expect((await get(`/sign/${gone.token}`)).status).toBe(404)
  expect(await count()).toContain('Signed by one organisation')
  const { rows } = await owner.query(
    'select name, country, contact, email, role, note from signer where signature_id = $1',
    [gone.id],
  )
  expect(rows).toEqual([{ name: '–', country: '', contact: null, email: null, role: null, note: null }])
  const { rows: told } = await owner.query(
    `select count(*)::int as n from history where history::text ~ 'Goes away|amina@example'`,
  )
  expect(told).toEqual([{ n: 0 }])
  await post(`/sign/${named.token}/withdraw`)
  expect(await text(`/sign/${named.token}`)).toContain('No signatures are taken')
  expect((await checkHistory(owner)).broken).toEqual([])
})

test.each(['the first', 'the last'])(
  'deleted by %s link, nothing of a signer is left under any edition',
  async which => {
    const one = await keepStatement(testing)
    const other = await one.signature('Stays')
    const before = await one.signature('Under the first')
    await owner.query(
      `insert into statement_edition (statement_id, number, organisation_id, texts, words, sha256, frozen_by)
       select statement_id, 2, organisation_id, texts, words, sha256, frozen_by from statement_edition where statement_id = $1`,
      [one.id],
    )
    await owner.query('update statement set edition = 2 where id = $1', [one.id])
    const after = await one.signature('Under the second', { edition: 2, state: 'invited', origin: 'invitation' })
    await owner.query('update signature set earlier_id = $2 where id = $1', [after.id, before.id])
    await post(`/sign/${which === 'the first' ? before.token : after.token}/forget`)
    const { rows } = await owner.query('select name, contact, email from signer where signature_id = any ($1)', [
      [before.id, after.id],
    ])
    expect(rows).toEqual(Array.from({ length: 2 }, () => ({ name: '–', contact: null, email: null })))
    for (const { token } of [before, after]) expect((await get(`/sign/${token}`)).status).toBe(404)
    expect((await get(`/sign/${other.token}`)).status).toBe(200)
  },
)

test('the address of who is deleted is not kept as a digest either', async () => {
  const one = await keepStatement(testing)
  const link = await signAndConfirm(one)
  await post(`${link}/forget`)
  expect((await owner.query('select from sign_request where statement_id = $1', [one.id])).rowCount).toBe(0)
})

test('the page that is kept for everybody is made anew when one name goes and another comes', async () => {
  const one = await keepStatement(testing)
  const [first, second] = [await one.signature('First'), await one.signature('Second', { named: false })]
  expect(await text(`/statements/${one.slug}`)).toContain('First')
  await post(`/sign/${first.token}/unname`)
  await post(`/sign/${second.token}/name`)
  const shown = await text(`/statements/${one.slug}`)
  expect(shown).not.toContain('First')
  expect(shown).toContain('Second')
})

test('a statement closes to the minute, by the clocks of its place; the list is frozen and its owner told', async () => {
  const one = await keepStatement(testing)
  const closes = { closesOn: '2090-01-31', closesAt: '18:00', timeZone: 'Africa/Kinshasa' }
  await post(`/desk/statements/${one.id}/open`, closes, editor)
  const { rows: moved } = await owner.query('select closes_at from statement where id = $1', [one.id])
  expect(moved[0].closes_at.toISOString()).toBe('2090-01-31T17:00:00.000Z')

  const late = randomUUID()
  await sign(one, { form: late }).done
  await one.signature('In time')
  await one.signature('Undecided', { state: 'confirmed' })
  const { token } = await one.signature('Too late', { state: 'invited', origin: 'invitation' })
  await owner.query(`update statement set closes_at = now() where id = $1`, [one.id])
  // Before any job has looked.
  expect((await post(`/sign/confirm/${requestToken(services.config, late)}`)).status).toBe(410)
  await post(`/sign/${token}`, { ...WHO, form: randomUUID(), name: 'Too late' })
  expect(await text(`/statements/${one.slug}`)).not.toContain('Sign for your organisation')
  expect(await text(`/statements/${one.slug}/sign`)).toContain('No signatures are taken')
  expect((await states(one)).toSorted()).toEqual(['In time: accepted', 'Too late: invited', 'Undecided: confirmed'])

  await Promise.all([closeDue(services), closeDue(services)])
  const { rows } = await owner.query(
    'select state, list_sha256, list_named, list_unnamed from statement where id = $1',
    [one.id],
  )
  const csv = await (await get(`/statements/${one.slug}/list.csv`)).arrayBuffer()
  const digest = createHash('sha256').update(new Uint8Array(csv)).digest('hex')
  expect(rows).toEqual([{ state: 'closed', list_sha256: digest, list_named: 1, list_unnamed: 0 }])
  expect(await text(`/statements/${one.slug}`)).toContain(digest)
  const told = () => one.letters().filter(({ text }) => text.includes(one.id))
  await expect.poll(() => told().length, { timeout: 10_000 }).toBe(1)
  expect(told()[0]!.subject).toContain('Closed with one signature')
  expect(told()[0]!.text).toContain('One signature still waits')

  // A decision after the close changes the list; freezing it again is an act of its own.
  await accept(one)
  expect(await text(`/desk/statements/${one.id}/signatures`, editor)).toContain('has changed since it was frozen')
  await post(`/desk/statements/${one.id}/list`, {}, editor)
  expect(await text(`/desk/statements/${one.id}/signatures`, editor)).not.toContain('has changed since it was frozen')
  expect((await checkHistory(owner)).broken).toEqual([])
})

test('a name that is a web address is signed with as it is, and no letter makes a link of it', async () => {
  const one = await keepStatement(testing)
  await signAndConfirm(one, { name: 'evil.example.com' })
  expect(await states(one)).toEqual(['evil.example.com: confirmed'])
  await expect.poll(() => one.letters().length, { timeout: 10_000 }).toBeGreaterThanOrEqual(1)
  for (const letter of one.letters()) {
    expect(letter.text).not.toContain('evil.example')
    expect(letter.text).toContain('evil. example. com')
    expect(letter.subject).not.toContain('evil.example')
  }
})

test('what nobody confirms vanishes with every name in it', async () => {
  const one = await keepStatement(testing)
  const { form, done } = sign(one)
  await done
  await owner.query(`update sign_request set expires_at = now() where id = $1`, [form])
  expect((await post(`/sign/confirm/${requestToken(services.config, form)}`)).status).toBe(410)
  await dropUnconfirmed(services)
  expect((await owner.query('select from sign_request where id = $1', [form])).rowCount).toBe(0)
  expect((await get(`/sign/confirm/${requestToken(services.config, form)}`)).status).toBe(404)
  expect((await owner.query(`select from history where relation = 'sign_request'`)).rowCount).toBe(0)
})

test.each<[string, Record<string, string>]>([
  ['no name', { name: ' ' }],
  ['too long a name', { name: 'x'.repeat(201) }],
  ['an advertisement for a name', { name: 'Win now at https://example.org' }],
  ['a name that turns the line around', { name: 'Network \u202e evil' }],
  ['no such country', { country: 'XXX' }],
  ['a wrong address', { email: 'amina' }],
  ['no word on publication', { naming: '' }],
  ['no mandate', { mandate: '' }],
])('a form with %s comes back with everything that was typed', async (_, more) => {
  const one = await keepStatement(testing)
  const answer = await sign(one, { contact: 'Amina <b>K.</b>', ...more }).done
  expect(answer.status).toBe(422)
  const shown = await answer.text()
  expect(shown).toContain('Amina &lt;b>K.&lt;/b>')
  expect(shown).not.toContain('<b>K.')
})

test('links that were never made, of drafts and of other things, lead nowhere', async () => {
  const draft = await keepStatement(testing, { state: 'draft' })
  const { token } = await draft.signature('Early', { state: 'invited', origin: 'invitation' })
  for (const path of [
    `/sign/${token}`,
    `/sign/${'x'.repeat(43)}`,
    '/sign/short',
    `/sign/confirm/${'x'.repeat(43)}`,
    `/statements/${draft.slug}`,
    `/statements/${draft.slug}/sign`,
    `/statements/${draft.slug}/1`,
    `/statements/${draft.slug}/en.pdf`,
    `/statements/${draft.slug}/words-1.md`,
    `/statements/${draft.slug}/signers.csv`,
    '/statements/no-such-statement/sign',
  ])
    expect((await get(path)).status, path).toBe(404)
  for (const act of ['withdraw', 'decline', 'name'])
    expect((await post(`/sign/${'x'.repeat(43)}/${act}`)).status).toBe(404)
  expect((await post(`/statements/${draft.slug}/sign`, { ...WHO, form: randomUUID() })).status).toBe(404)
})

test('without mail nobody signs on the public page, and the personal link that an editor gives is enough', async () => {
  const one = await keepStatement(testing)
  const invited = await one.signature('By hand to hand', { state: 'invited', origin: 'invitation', email: null })
  services.mail.configured = false
  try {
    const pages = () => Promise.all(['', '/sign'].map(page => text(`/statements/${one.slug}${page}`)))
    for (const page of await pages()) expect(page).toContain('Only organisations that were asked can sign')
    expect((await pages())[0]).not.toContain(`href="/statements/${one.slug}/sign"`)
    // With an address it is no dead end.
    await owner.query(`update statement set contact = 'desk@example.org', version = version + 1 where id = $1`, [
      one.id,
    ])
    expect((await pages())[0]).toContain(`href="/statements/${one.slug}/sign"`)
    for (const page of await pages()) expect(page).toContain('href="mailto:desk@example.org"')
    expect((await pages())[1]).toContain('Organisations sign by a personal link')
    await sign(one).done
    expect((await owner.query('select from sign_request where statement_id = $1', [one.id])).rowCount).toBe(0)
    expect(await text(`/sign/${invited.token}`)).toContain('By hand to hand')
    await post(`/sign/${invited.token}`, { ...WHO, name: 'By hand to hand', form: randomUUID() })
    expect(await states(one)).toEqual(['By hand to hand: accepted'])
  } finally {
    services.mail.configured = true
  }
})

test('whom an editor asked is accepted at once under the name she asked; under another name the editor decides', async () => {
  const one = await keepStatement(testing)
  const [same, other] = await Promise.all(
    ['The Network', 'The Other'].map(name =>
      one.signature(name, { state: 'invited', origin: 'invitation', email: `${name.length}@example.org` }),
    ),
  )
  await post(`/sign/${same!.token}`, { ...WHO, form: randomUUID(), name: 'the network' })
  await post(`/sign/${other!.token}`, { ...WHO, form: randomUUID(), name: 'Ministry of Defence' })
  expect((await states(one)).toSorted()).toEqual(['Ministry of Defence: confirmed', 'the network: accepted'])
})

test('an invitation is declined, and signed after all', async () => {
  const one = await keepStatement(testing)
  const { token } = await one.signature('Not sure', { state: 'invited', origin: 'invitation' })
  await post(`/sign/${token}/decline`)
  expect(await states(one)).toEqual(['Not sure: declined'])
  await post(`/sign/${token}`, { ...WHO, name: 'Not sure', form: randomUUID() })
  expect(await states(one)).toEqual(['Not sure: accepted'])
  expect(await text(`/sign/${token}`)).toContain('Your signature')
})

test('a machine that posts signatures is held up', async () => {
  const one = await keepStatement(testing)
  const answers: number[] = []
  for (let n = 0; n < 45 && !answers.includes(429); n++)
    answers.push((await sign(one, { email: `m${n}@example.org` }).done).status)
  expect(answers.at(-1)).toBe(429)
})

test('the personal link that is signed again with its secret is the one that is kept', async () => {
  const one = await keepStatement(testing)
  const { id, token } = await one.signature('Known')
  expect(signatureToken(services.config, { id, linkNumber: 1 })).toBe(token)
  await post(`/desk/statements/${one.id}/signatures/${id}/new-link`, { number: '2' }, editor)
  expect((await get(`/sign/${token}`)).status).toBe(404)
  expect((await get(`/sign/${signatureToken(services.config, { id, linkNumber: 2 })}`)).status).toBe(200)
})
