import { expect, test } from 'vitest'
import { testApp } from '../../platform/testing/app.ts'
import { browser, fieldOf, linkOn } from '../../platform/testing/browser.ts'
import { administratorLink, firstLink } from './links.ts'

const fresh = await testApp()
await fresh.services.database.owner.query('delete from organisation')
const testing = await testApp()
const { services, as } = testing
const { owner } = services.database

const account = (name: string) => ({ name, email: `${name}@example.org`, password: 'four unrelated words' })
async function inviteAs(role: string, email = ''): Promise<string> {
  const administrator = browser(testing, await as('administrator'))
  const { text, ...page } = await administrator.get('/people')
  const form = { ...page, text: text.slice(text.indexOf('action="/people/invite"')) }
  return linkOn(await administrator.post('/people/invite', { role, email, token: fieldOf(form, 'token') }))
}

test('the first form without a name, or with a short password, says what is missing and keeps what was typed', async () => {
  const link = new URL((await firstLink(fresh.services))!).pathname
  const answer = await browser(fresh).post(link, { organisation: ' ', ...account('typed'), password: 'short' })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('2 things to mend')
  expect(answer.text).toContain('The password needs at least 10 characters')
  expect(answer.text).toContain('value="typed@example.org"')
  expect(answer.text).not.toContain('value="short"')
})

test('the first person of a new installation names the organisation and administers it', async () => {
  const first = new URL((await firstLink(fresh.services))!).pathname
  const renewed = new URL((await firstLink(fresh.services))!).pathname
  const visitor = browser(fresh)
  expect((await visitor.get(first)).status).toBe(410)
  expect((await visitor.get(renewed)).text).toContain('Welcome to Open1325')
  const done = await visitor.post(renewed, { organisation: 'Voices for Peace', ...account('first') })
  expect(done.location).toBe('/desk')
  const people = await visitor.get('/people')
  expect(people.text).toContain('Voices for Peace')
  expect(people.text).toContain('Invite somebody')
  expect(await firstLink(fresh.services)).toBeNull()
})

test('an invitation says who invites to what with which role, and makes a member with that role', async () => {
  const link = await inviteAs('contributor', 'new@example.org')
  const visitor = browser(testing)
  const welcome = await visitor.get(link)
  expect(welcome.text).toMatch(
    /The administrator\u2069 invites you to \u2068Women’s Peace Network\u2069, with the role: Contributor/,
  )
  expect(welcome.text).toContain('value="new@example.org"')
  expect((await visitor.post(link, account('contributing'))).location).toBe('/desk')
  const { rows } = await owner.query(
    `select role from membership join auth."user" on id = user_id where email = 'contributing@example.org'`,
  )
  expect(rows).toEqual([{ role: 'contributor' }])
})

test('an invitation works once', async () => {
  const link = await inviteAs('reader')
  await browser(testing).post(link, account('once'))
  const second = await browser(testing).post(link, account('twice'))
  expect(second.status).toBe(410)
  expect(second.text).toContain('This invitation was used')
  const { rows } = await owner.query(`select from auth."user" where email = 'twice@example.org'`)
  expect(rows).toHaveLength(0)
})

test('two people who follow one invitation at the same moment: one joins, the other gets no account', async () => {
  const link = await inviteAs('reader')
  const answers = await Promise.all(['left', 'right'].map(name => browser(testing).post(link, account(name))))
  expect(answers.map(answer => answer.status).sort()).toEqual([303, 410])
  const { rows } = await owner.query(`select from auth."user" where email in ('left@example.org', 'right@example.org')`)
  expect(rows).toHaveLength(1)
})

test('the form of an invitation sent twice, one after the other or at once, makes one account and leads in', async () => {
  const link = await inviteAs('reader')
  expect((await browser(testing).post(link, account('double'))).location).toBe('/desk')
  expect((await browser(testing).post(link, account('double'))).location).toBe('/desk')
  const another = await inviteAs('reader')
  const answers = await Promise.all([1, 2].map(() => browser(testing).post(another, account('at-once'))))
  expect(answers.map(answer => answer.location)).toEqual(['/desk', '/desk'])
  const { rows } = await owner.query(
    `select from auth."user" where email in ('double@example.org', 'at-once@example.org')`,
  )
  expect(rows).toHaveLength(2)
})

test('an expired, a taken back, a mistyped link each say so, and where to go', async () => {
  const expired = await inviteAs('reader')
  await owner.query(`update invitation set expires_at = now() - interval '1 minute' where accepted_at is null`)
  const visitor = browser(testing)
  const over = await visitor.get(expired)
  expect([over.status, over.text.includes('This invitation has expired')]).toEqual([410, true])
  expect((await visitor.post(expired, account('late'))).status).toBe(410)

  const revoked = await inviteAs('reader')
  await owner.query('update invitation set revoked_at = now() where accepted_at is null')
  expect((await visitor.get(revoked)).text).toContain('This invitation was taken back')

  const mistyped = await visitor.get(expired.slice(0, -1))
  expect([mistyped.status, mistyped.text.includes('/sign-in')]).toEqual([404, true])
})

test('somebody with an account joins with it: signed in, or by her password', async () => {
  const link = await inviteAs('editor')
  const member = browser(testing, await testing.asOther('reader'))
  const welcome = await member.get(link)
  expect(welcome.text).toContain('You are signed in as')
  expect(welcome.text).not.toContain('type="password"')
  expect((await member.post(link, {})).location).toBe('/desk')
  const account = await member.get('/account')
  expect(account.text).toContain('Another organisation')
  expect(account.text).toContain('Women’s Peace Network')
})

test('an address that has an account joins with its password, and is refused with another', async () => {
  await browser(testing).post(await inviteAs('reader'), account('known'))
  const link = await inviteAs('reader')
  const wrong = await browser(testing).post(link, { ...account('known'), password: 'another password' })
  expect([wrong.status, wrong.text.includes('This address has an account')]).toEqual([422, true])
  expect((await browser(testing).post(link, account('known'))).location).toBe('/desk')
})

test('an invitation with a lower role does not take a higher one away', async () => {
  const link = await inviteAs('reader')
  const administrator = browser(testing, await as('administrator'))
  await administrator.post(link, {})
  expect((await administrator.get('/people')).text).toContain('Invite somebody')
})

test('the person at the server’s keyboard can make a link that lets an administrator in again', async () => {
  const link = new URL(await administratorLink(services, 'Women’s Peace Network')).pathname
  const visitor = browser(testing)
  expect((await visitor.get(link)).text).toContain('You are invited to')
  await visitor.post(link, account('locked-out'))
  expect((await visitor.get('/people')).text).toContain('Invite somebody')
  const none = administratorLink(services, 'No such')
  await expect(none).rejects.toMatchObject({ name: 'SetupError', message: 'No organisation is called “No such”.' })
})

test('only the digest of a token is kept', async () => {
  const link = await inviteAs('reader')
  const { rows } = await owner.query('select i::text as row from invitation i')
  expect(rows.some(({ row }) => row.includes(link.split('/')[2]))).toBe(false)
})

test('no address of a person is longer than mail can have it', async () => {
  const link = await inviteAs('reader')
  const email = `${'a'.repeat(250)}@example.org`
  const answer = await browser(testing).post(link, { ...account('long'), email })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain(`value="${email}"`)
})
