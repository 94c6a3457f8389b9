import { expect, test } from 'vitest'
import type { Role } from '../../platform/http.ts'
import { testApp } from '../../platform/testing/app.ts'
import { browser } from '../../platform/testing/browser.ts'

const testing = await testApp()
const { services, as, newPerson, organisationId, otherOrganisationId } = testing
const { owner } = services.database
await as('administrator')
const password = 'four unrelated words'

async function newMember(role: Role, ...organisations: string[]) {
  const person = await newPerson(Object.fromEntries(organisations.map(id => [id, role])), password)
  return { ...person, visitor: browser(testing, person) }
}

test('a person changes her name', async () => {
  const { visitor } = await newMember('reader', organisationId)
  expect((await visitor.post('/account/name', { name: ' ' })).status).toBe(422)
  const long = `Long ${'n'.repeat(200)}`
  expect((await visitor.post('/account/name', { name: long })).text).toContain(`value="${long}"`)
  expect((await visitor.post('/account/name', { name: 'Another name' })).location).toBe('/account?done=name')
  expect((await visitor.get('/account')).text).toContain('value="Another name"')
})

test('a changed password needs the old one, and ends the other sessions', async () => {
  const { visitor, email } = await newMember('reader', organisationId)
  const elsewhere = browser(testing)
  await elsewhere.post('/sign-in', { email, password })
  const wrong = { currentPassword: 'not the password', newPassword: 'quite another password' }
  expect((await visitor.post('/account/password', wrong)).text).toContain('This is not your password')
  const right = { currentPassword: password, newPassword: 'quite another password' }
  expect((await visitor.post('/account/password', right)).location).toBe('/account?done=password')
  expect((await visitor.get('/account')).status).toBe(200)
  expect((await elsewhere.get('/account')).status).toBe(401)
})

test('the sessions are listed, and all others can be ended', async () => {
  const { visitor, email } = await newMember('reader', organisationId)
  const phone = browser(testing)
  const firefox = { 'user-agent': 'Mozilla/5.0 (Android 14; Mobile; rv:150.0) Gecko/150.0 Firefox/150.0' }
  await phone.post('/sign-in', { email, password }, firefox)
  expect((await visitor.get('/account')).text).toContain('Firefox, Android')
  await visitor.post('/account/sessions/end', {})
  expect((await phone.get('/account')).status).toBe(401)
  expect((await visitor.get('/account')).status).toBe(200)
})

test('who belongs to two organisations chooses where to work', async () => {
  const { visitor } = await newMember('editor', organisationId, otherOrganisationId)
  expect((await visitor.get('/people')).text).toContain('Women’s Peace Network')
  await visitor.post('/account/organisation', { organisation: otherOrganisationId })
  expect((await visitor.get('/people')).text).toContain('Another organisation')
})

test('choosing an organisation that one does not belong to changes nothing', async () => {
  const { visitor } = await newMember('editor', organisationId)
  await visitor.post('/account/organisation', { organisation: otherOrganisationId })
  expect((await visitor.get('/people')).text).toContain('Women’s Peace Network')
})

test('a deleted account leaves nothing personal: only an id in the history', async () => {
  const { userId: id, email, visitor } = await newMember('reader', organisationId)
  await owner.query(
    `insert into invitation (organisation_id, role, email, token_sha256, expires_at) values ($1, 'reader', $2, '\\x00', now())`,
    [organisationId, email],
  )
  expect((await visitor.post('/account/delete', { password: 'not the password' })).status).toBe(422)
  expect((await visitor.post('/account/delete', { password })).location).toBe('/sign-in?done=deleted')
  expect((await browser(testing).post('/sign-in', { email, password })).status).toBe(422)
  const { rows: tables } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('auth', 'public')`,
  )
  for (const { name } of tables) {
    const { rows } = await owner.query(`select t::text as row from ${name} t where t::text like '%' || $1 || '%'`, [
      email,
    ])
    expect(rows, name).toEqual([])
  }
  const { rows } = await owner.query(
    `select act, who, relation from history where row_key like '%' || $1 order by id desc limit 1`,
    [id],
  )
  expect(rows).toEqual([{ act: 'account.delete', who: id, relation: 'membership' }])
})

test('the last administrator does not leave members behind without one', async () => {
  await owner.query('delete from membership where organisation_id = $1', [otherOrganisationId])
  const { visitor } = await newMember('administrator', otherOrganisationId)
  const colleague = await newMember('reader', otherOrganisationId)
  const refused = await visitor.post('/account/delete', { password })
  expect([refused.status, refused.text.includes('This is the last administrator')]).toEqual([409, true])
  await colleague.visitor.post('/account/delete', { password })
  expect((await visitor.post('/account/delete', { password })).location).toBe('/sign-in?done=deleted')
})
