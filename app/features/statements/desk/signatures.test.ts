import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { testApp } from '../../../platform/testing/app.ts'
import { keepRound } from '../../questionnaires/testing.ts'
import { remindBeforeClose } from '../mail.ts'
import { keepStatement } from '../testing.ts'

const testing = await testApp()
const { app, services, as } = testing
const { owner } = services.database
let editor: { cookie: string }
beforeAll(async () => {
  editor = await as('editor')
  await testing.work()
})
const post = (path: string, fields: Record<string, string> = {}) =>
  app.request(path, { method: 'POST', headers: editor, body: new URLSearchParams(fields) })
const get = (path: string, headers: Record<string, string> = editor) => app.request(path, { headers })
const text = async (path: string, headers?: Record<string, string>) => (await get(path, headers)).text()

test('organisations are asked by a pasted list, once each, and reminded with the same link', async () => {
  const one = await keepStatement(testing, { closes: '6 days' })
  const list =
    'Réseau; reseau@example.org; République démocratique du Congo; fr\n"Kvinna, Fred"\tkvinna@example.org\tSWE\n\nNo address'
  const asked = await (
    await post(`/desk/statements/${one.id}/invite`, { form: randomUUID(), list, language: 'en' })
  ).text()
  expect(asked).toContain('3 organisations were asked')
  expect(asked.match(/\/sign\/[\w-]{43}/g)).toHaveLength(1)
  const { rows } = await owner.query(
    'select name, email, country, language from signer where statement_id = $1 order by name',
    [one.id],
  )
  expect(rows).toEqual([
    { name: 'Kvinna, Fred', email: 'kvinna@example.org', country: 'SWE', language: 'en' },
    { name: 'No address', email: null, country: '', language: 'en' },
    { name: 'Réseau', email: 'reseau@example.org', country: 'COD', language: 'fr' },
  ])
  const again = await (
    await post(`/desk/statements/${one.id}/invite`, { form: randomUUID(), list, language: 'en' })
  ).text()
  expect(again).toContain('Nobody new was asked')
  await expect.poll(() => one.letters().length, { timeout: 10_000 }).toBe(2)
  const french = one.letters().find(({ to }) => to === 'reseau@example.org')!
  expect(french.text).toContain('Aucun compte')
  expect(await remindBeforeClose(services)).toBe(0)
  await owner.query(`update signer set mailed_at = now() - interval '3 days' where statement_id = $1`, [one.id])
  expect(await remindBeforeClose(services)).toBe(2)
  await expect.poll(() => one.letters().length, { timeout: 10_000 }).toBe(4)
  const link = (message: { text: string }) => message.text.match(/http\S+/)![0]
  expect(one.letters().slice(2).map(link)).toContain(link(french))
  expect(await remindBeforeClose(services)).toBe(0)
})

test('a list that cannot be read comes back as it was pasted, with the lines that are wrong', async () => {
  const one = await keepStatement(testing)
  const answer = await post(`/desk/statements/${one.id}/invite`, {
    form: randomUUID(),
    list: 'Good\nonly@example.org\nbad line, not-an-email',
    language: 'en',
  })
  expect(answer.status).toBe(422)
  const shown = await answer.text()
  expect(shown).toContain('only@example.org')
  expect(shown).toMatch(/Line 2 .*has no name.*Line 3: .*not-an-email.* is no mail address/)
  expect((await owner.query('select from signature where statement_id = $1', [one.id])).rowCount).toBe(0)
})

test('organisations of a round are offered to be asked; people never are', async () => {
  const one = await keepStatement(testing)
  const round = await keepRound(testing)
  const { id } = await round.respondent('From the round', { email: 'round@example.org' })
  await round.respondent('Amina alone', { kind: 'person' })
  const shown = await text(`/desk/statements/${one.id}/invite`)
  expect(shown).toContain('From the round')
  expect(shown).not.toContain('Amina alone')
  await post(`/desk/statements/${one.id}/invite`, { form: randomUUID(), list: '', language: 'en', known: id })
  const { rows } = await owner.query('select name, email from signer where statement_id = $1', [one.id])
  expect(rows).toEqual([{ name: 'From the round', email: 'round@example.org' }])
})

test('a signature is refused with a reason that its signer reads, and accepted after all', async () => {
  const one = await keepStatement(testing)
  const { id, token } = await one.signature('A person', { state: 'confirmed' })
  const act = (name: string, fields = {}) => post(`/desk/statements/${one.id}/signatures/${id}/${name}`, fields)
  expect((await act('reject', { reason: '' })).status).toBe(422)
  await act('reject', { reason: 'Not an <i>organisation</i>' })
  expect(await text(`/sign/${token}`, {})).toContain('Not an &lt;i>organisation')
  await act('reject', { reason: 'Not an <i>organisation</i>' })
  await expect.poll(() => one.letters().length, { timeout: 10_000 }).toBe(1)
  expect(one.letters()[0]).toMatchObject({
    to: 'amina@example.org',
    subject: expect.stringContaining('was not accepted'),
  })
  expect(one.letters()[0]!.text).toContain('Not an <i>organisation</i>')
  expect(one.letters()[0]!.text).toContain(`/sign/${token}`)
  await act('accept')
  expect(await text(`/statements/${one.slug}`, {})).toContain('A person')
})

test('a signature that came by letter is entered with where the consent stands, once', async () => {
  const one = await keepStatement(testing)
  const fields = {
    form: randomUUID(),
    name: 'By letter',
    country: 'MLI',
    contact: '',
    role: '',
    email: '',
    naming: 'named',
  }
  expect((await post(`/desk/statements/${one.id}/by-hand`, { ...fields, note: '' })).status).toBe(422)
  for (let n = 0; n < 2; n++)
    await post(`/desk/statements/${one.id}/by-hand`, { ...fields, note: 'Letter of 3 November' })
  expect((await owner.query('select from signer where statement_id = $1', [one.id])).rowCount).toBe(1)
  expect(await text(`/desk/statements/${one.id}/signatures`)).toContain('Letter of 3 November')
  expect(await text(`/statements/${one.slug}`, {})).not.toContain('Letter of')
  const twice = await post(`/desk/statements/${one.id}/by-hand`, { ...fields, form: randomUUID(), note: 'Again' })
  expect(twice.status).toBe(422)
  expect(await twice.text()).toContain('counts already')
})

test('editors export all that they see; cells that a spreadsheet would run are guarded', async () => {
  const one = await keepStatement(testing)
  await one.signature('=HYPERLINK("http://x")', { contact: '+243', email: 'a@example.org' })
  const csv = await text(`/desk/statements/${one.id}/signatures.csv`)
  expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`)
  expect(csv).toContain("'+243")
  expect(csv).toContain('a@example.org')
  expect((await get(`/desk/statements/${one.id}/signatures.xlsx`)).status).toBe(200)
  expect(await text(`/statements/${one.slug}/signers.csv`, {})).toContain(`"'=HYPERLINK(""http://x"")"`)
})

test('the contact person’s data is deleted for good; the organisation’s signature stays, and so does a tombstone', async () => {
  const one = await keepStatement(testing)
  const { id, token } = await one.signature('Stays', { note: 'From Amina' })
  await post(`/desk/statements/${one.id}/signatures/${id}/forget`)
  const { rows } = await owner.query(
    'select name, contact, email, role, note, forgotten_at is not null as told from signer join signature g on g.id = signature_id where g.id = $1',
    [id],
  )
  expect(rows).toEqual([{ name: 'Stays', contact: null, email: null, role: null, note: null, told: true }])
  expect((await get(`/sign/${token}`, {})).status).toBe(404)
  expect(await text(`/statements/${one.slug}`, {})).toContain('Stays')
  const { rows: history } = await owner.query(
    `select count(*)::int as n from history where history::text like '%amina@example.org%'`,
  )
  expect(history).toEqual([{ n: 0 }])
})
