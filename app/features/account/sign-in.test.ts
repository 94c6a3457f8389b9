import { expect, test } from 'vitest'
import { makeSignIn } from '../../platform/sign-in.ts'
import { testApp } from '../../platform/testing/app.ts'
import { browser } from '../../platform/testing/browser.ts'

const testing = await testApp()
const { services, as, userId, newPerson } = testing
const { owner } = services.database
const password = 'four unrelated words'
const right = { email: (await newPerson({}, password)).email, password }

test('with address and password somebody is signed in, and comes back to where she wanted to go', async () => {
  const visitor = browser(testing)
  const answer = await visitor.post('/sign-in?to=%2Faccount', right)
  expect([answer.status, answer.location]).toEqual([303, '/account'])
  const cookie = answer.headers.getSetCookie().find(line => line.startsWith('open1325.session_token='))
  expect(cookie).toContain('HttpOnly')
  expect(cookie).toContain('SameSite=Lax')
  expect((await visitor.get('/account')).text).toContain(right.email)
})

test('over https the cookie is sent over https only', async () => {
  const secure = makeSignIn({ ...services, config: { ...services.config, publicUrl: 'https://promises.example.org' } })
  const answer = await secure.ask({ headers: new Headers(), address: '192.0.2.50' }, '/sign-in/email', right)
  expect(answer.cookies[0]).toMatch(/^__Secure-open1325.session_token=.*; Secure/)
})

test('a wrong password and an unknown address get the same answer, and the address stays typed', async () => {
  const wrong = await browser(testing).post('/sign-in', { ...right, password: 'not the password' })
  const unknown = await browser(testing).post('/sign-in', { ...right, email: 'nobody@example.org' })
  for (const answer of [wrong, unknown]) {
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Address and password do not belong together')
  }
  expect(wrong.text).toContain(`value="${right.email}"`)
})

test('after twenty tries an address has to wait, others do not', async () => {
  await owner.query(`insert into auth."rateLimit" (id, key, count, "lastRequest") values ('a', $1, 19, $2)`, [
    '198.51.100.7|/sign-in/email',
    Date.now(),
  ])
  const guesser = browser(testing, { from: '198.51.100.7' })
  expect((await guesser.post('/sign-in', { ...right, password: 'guess' })).status).toBe(422)
  const waiting = await guesser.post('/sign-in', right)
  expect(waiting.status).toBe(429)
  expect(waiting.text).toContain('Wait 5 minutes')
  expect((await browser(testing, { from: '198.51.100.8' }).post('/sign-in', right)).status).toBe(303)
})

test('a client cannot say that it comes from elsewhere', async () => {
  const guesser = browser(testing, { from: '198.51.100.7' })
  const headers = { 'x-open1325-address': '203.0.113.9', 'x-forwarded-for': '203.0.113.9' }
  expect((await guesser.post('/sign-in', right, headers)).status).toBe(429)
})

test.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
  'after signing in nobody is sent to %s',
  async to => {
    const answer = await browser(testing).post(`/sign-in?to=${encodeURIComponent(to)}`, right)
    expect(answer.location).toBe('/desk')
  },
)

test('from where somebody signed in is not kept, and of tries only for a day', async () => {
  await browser(testing, { from: '203.0.113.77' }).post('/sign-in', right)
  const { rows } = await owner.query(`select from auth.session s where s::text like '%203.0.113.77%'`)
  expect(rows).toEqual([])
  await owner.query(`update auth."rateLimit" set "lastRequest" = "lastRequest" - 86400001`)
  await services.signIn.forgetEnded()
  expect((await owner.query('select from auth."rateLimit"')).rows).toEqual([])
})

test('a form of another site is refused', async () => {
  const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
  const visitor = browser(testing)
  expect((await visitor.post('/sign-in', right, foreign)).status).toBe(403)
  expect(visitor.cookie('open1325.session_token')).toBeUndefined()
  const oldBrowser = { 'sec-fetch-site': '', origin: 'https://evil.example' }
  expect((await visitor.post('/sign-in', right, oldBrowser)).status).toBe(403)
})

test('signing out ends the session, not only the cookie', async () => {
  const visitor = browser(testing)
  await visitor.post('/sign-in', right)
  const kept = browser(testing, { cookie: `open1325.session_token=${visitor.cookie('open1325.session_token')}` })
  expect((await kept.get('/account')).status).toBe(200)
  expect((await visitor.post('/sign-out', {})).location).toBe('/sign-in?done=out')
  expect((await kept.get('/account')).status).toBe(401)
})

test('a session that rested for a week has ended; one in use goes on', async () => {
  const cookie = await as('reader')
  const age = (days: number) =>
    owner.query(`update auth.session set "updatedAt" = now() - make_interval(hours => $2) where "userId" = $1`, [
      id,
      days * 24,
    ])
  const id = await userId('reader')
  await age(6.5)
  expect((await browser(testing, cookie).get('/account')).status).toBe(200)
  const { rows } = await owner.query(
    `select "updatedAt" > now() - interval '1 minute' as touched from auth.session where "userId" = $1`,
    [id],
  )
  expect(rows).toEqual([{ touched: true }])
  await age(7.5)
  expect((await browser(testing, cookie).get('/account')).status).toBe(401)
})

test('a page for members asks to sign in, and says where to come back to', async () => {
  const answer = await browser(testing).get('/people')
  expect(answer.status).toBe(401)
  expect(answer.text).toContain('/sign-in?to=%2Fpeople')
})

test.each(['/sign-up/email', '/update-user', '/delete-user', '/get-session', '/list-sessions', '/two-factor/disable'])(
  'the library’s own %s is closed to the outside',
  async path => {
    const visitor = browser(testing, await as('administrator'))
    const answer = await visitor.post(`/api/auth${path}`, {
      name: 'X',
      email: 'x@example.org',
      password: 'x'.repeat(12),
    })
    expect(answer.status).toBe(404)
  },
)

test('passkeys: options for anybody to sign in, for members to add one', async () => {
  const asked = await browser(testing).get('/api/auth/passkey/generate-authenticate-options')
  expect(JSON.parse(asked.text)).toMatchObject({ rpId: 'localhost', challenge: expect.any(String) })
  const nobody = await browser(testing).get('/api/auth/passkey/generate-register-options')
  expect(nobody.status).toBe(401)
  const member = await browser(testing, await as('editor')).get('/api/auth/passkey/generate-register-options')
  expect(JSON.parse(member.text)).toMatchObject({
    rp: { id: 'localhost' },
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
})

test('there is no account that nobody made', async () => {
  const { rows } = await owner.query('select email from auth."user" join auth.account on "userId" = "user".id')
  expect(rows).toEqual([{ email: right.email }])
})
