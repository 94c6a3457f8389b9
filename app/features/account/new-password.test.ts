import { expect, test } from 'vitest'
import { newToken } from '../../platform/sign-in.ts'
import { testApp } from '../../platform/testing/app.ts'
import { browser, linkOn } from '../../platform/testing/browser.ts'

const testing = await testApp()
const { services, as, asOther, newPerson, outbox, organisationId, otherOrganisationId } = testing
const { database, mail } = services
const password = 'four unrelated words'
const another = 'quite another password'

async function newMember(...organisations: string[]) {
  const person = await newPerson(Object.fromEntries(organisations.map(id => [id, 'reader' as const])), password)
  return { ...person, id: person.userId }
}
const signsIn = async (email: string, password: string) =>
  (await browser(testing).post('/sign-in', { email, password })).status === 303

test('a forgotten password: the link comes by mail, works once, and ends every session', async () => {
  const { email, cookie } = await newMember(organisationId)
  const elsewhere = browser(testing, { cookie })
  const visitor = browser(testing)
  expect((await visitor.post('/forgotten', { email })).text).toContain('Look into your mail')
  const link = outbox.splice(0)[0]!.text.match(/http:\/\/localhost(\S+)/)![1]!
  expect((await visitor.get(link)).text).toContain('You asked for this link')
  expect((await visitor.post(link, { newPassword: 'short' })).status).toBe(422)
  expect((await visitor.post(link, { newPassword: another })).location).toBe('/sign-in?done=password')
  expect((await visitor.post(link, { newPassword: 'yet another password' })).status).toBe(410)
  expect((await elsewhere.get('/account')).status).toBe(401)
  expect([await signsIn(email, password), await signsIn(email, another)]).toEqual([false, true])
})

test('whether an address has an account cannot be seen from the answer, and nobody is flooded with mail', async () => {
  const { email } = await newMember()
  const unknown = await browser(testing).post('/forgotten', { email: 'nobody@example.org' })
  const known = await browser(testing).post('/forgotten', { email })
  expect(unknown.text.replace('nobody@example.org', '')).toBe(known.text.replace(email, ''))
  await browser(testing).post('/forgotten', { email })
  expect(outbox.splice(0).map(({ to }) => to)).toEqual([email])
})

test('without a mail server the page names who can help', async () => {
  mail.configured = false
  const answer = await browser(testing).get('/forgotten')
  mail.configured = true
  expect(answer.text).toContain('Ask an administrator of your organisation')
  expect(answer.text).toContain('npx open1325 user link')
})

test('an administrator makes a link for a colleague, shown once; sent again it is the same, and stays used', async () => {
  const { email, id } = await newMember(organisationId)
  const administrator = browser(testing, await as('administrator'))
  const token = newToken()
  const made = await administrator.post(`/people/${id}/reset-link`, { token })
  expect(linkOn(made)).toBe(`/new-password/${token}`)
  const visitor = browser(testing)
  expect((await visitor.get(linkOn(made))).text).toContain('The administrator\u2069 made this link for you')
  await visitor.post(linkOn(made), { newPassword: another })
  expect(await signsIn(email, another)).toBe(true)
  await administrator.post(`/people/${id}/reset-link`, { token })
  expect((await visitor.get(linkOn(made))).status).toBe(410)
})

test('a link can also turn a lost second step off', async () => {
  const { email, id } = await newMember(organisationId)
  await database.owner.query(`update auth."user" set "twoFactorEnabled" = true where id = $1`, [id])
  const token = newToken()
  await browser(testing, await as('administrator')).post(`/people/${id}/reset-link`, { token, secondStep: 'on' })
  await browser(testing).post(`/new-password/${token}`, { newPassword: another })
  expect((await browser(testing).post('/sign-in', { email, password: another })).location).toBe('/desk')
})

test('no administrator can set the password of somebody who also belongs to an organisation that is not hers', async () => {
  const { email, id } = await newMember(organisationId, otherOrganisationId)
  const token = newToken()
  const answer = await browser(testing, await as('administrator')).post(`/people/${id}/reset-link`, { token })
  expect([answer.status, answer.text.includes('also belongs to an organisation')]).toEqual([422, true])
  expect((await browser(testing).get(`/new-password/${token}`)).status).toBe(410)
  expect((await browser(testing, await asOther()).post(`/people/${id}/reset-link`, { token })).status).toBe(422)
  expect(await signsIn(email, password)).toBe(true)
})

test('a link has ended after its time', async () => {
  const { id } = await newMember(organisationId)
  const token = newToken()
  await browser(testing, await as('administrator')).post(`/people/${id}/reset-link`, { token })
  await database.owner.query(`update auth.reset_link set expires_at = now() - interval '1 second'`)
  const answer = await browser(testing).post(`/new-password/${token}`, { newPassword: another })
  expect([answer.status, answer.text.includes('This link has ended')]).toEqual([410, true])
})
