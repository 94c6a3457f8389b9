import { createOTP } from '@better-auth/utils/otp'
import { expect, test } from 'vitest'
import { testApp } from '../../platform/testing/app.ts'
import { browser, fieldOf, type Seen } from '../../platform/testing/browser.ts'

const testing = await testApp()
const { newPerson } = testing
const password = 'four unrelated words'

async function newMember() {
  const person = await newPerson({}, password)
  return { ...person, visitor: browser(testing, person) }
}
/** The QR code's address on the page, and the code that an app would show for it now. */
async function scan(page: Seen): Promise<{ uri: string; code: string }> {
  const uri = fieldOf(page, 'uri').replaceAll('&amp;', '&')
  const secret = new URL(uri).searchParams.get('secret')!
  return { uri, code: await createOTP(base32(secret)).totp() }
}
const base32 = (text: string) => {
  const bits = [...text]
    .map(letter => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => parseInt(byte, 2))).toString()
}
async function withSecondStep() {
  const member = await newMember()
  const { uri, code } = await scan(await member.visitor.post('/account/second-step/start', { password }))
  const codes = await member.visitor.post('/account/second-step/confirm', { uri, code })
  return { ...member, uri, codes: [...codes.text.matchAll(/<code>([\w-]{11})<\/code>/g)].map(([, each]) => each!) }
}

test('setting it up shows a picture to scan, the key to type, and after a right code ten backup codes', async () => {
  const { visitor } = await newMember()
  const page = await visitor.post('/account/second-step/start', { password })
  expect(page.text).toContain('<svg')
  const { uri, code } = await scan(page)
  const wrong = await visitor.post('/account/second-step/confirm', {
    uri,
    code: code === '000000' ? '000001' : '000000',
  })
  expect([wrong.status, wrong.text.includes('This code is not right')]).toEqual([422, true])
  expect((await scan(wrong)).uri).toBe(uri)
  const codes = await visitor.post('/account/second-step/confirm', { uri, code })
  expect(codes.text.match(/<code>[\w-]{11}<\/code>/g)).toHaveLength(10)
  expect((await visitor.get('/account')).text).toContain('Second step: on')
})

test('it is not set up with a wrong password', async () => {
  const { visitor } = await newMember()
  const answer = await visitor.post('/account/second-step/start', { password: 'not the password' })
  expect([answer.status, answer.text.includes('This is not your password')]).toEqual([422, true])
})

test('with a second step the password alone does not sign in; the code does, and leads back', async () => {
  const { email, uri } = await withSecondStep()
  const visitor = browser(testing)
  const half = await visitor.post('/sign-in?to=/people', { email, password })
  expect(half.location).toBe('/sign-in/code?to=%2Fpeople')
  expect(visitor.cookie('open1325.session_token')).toBeUndefined()
  expect((await visitor.get('/account')).status).toBe(401)
  const wrong = await visitor.post('/sign-in/code?to=/people', { code: '12 34 56' })
  expect(wrong.status).toBe(422)
  const { code } = await scan({ ...half, text: `name="uri" value="${uri}"` })
  expect((await visitor.post('/sign-in/code?to=/people', { code })).location).toBe('/people')
  expect((await visitor.get('/account')).status).toBe(200)
})

test('a backup code signs in once', async () => {
  const { email, codes } = await withSecondStep()
  const visitor = browser(testing)
  await visitor.post('/sign-in', { email, password })
  expect((await visitor.post('/sign-in/code', { code: ` ${codes[0]} ` })).location).toBe('/desk')
  const again = browser(testing)
  await again.post('/sign-in', { email, password })
  expect((await again.post('/sign-in/code', { code: codes[0]! })).status).toBe(422)
})

test('after five wrong codes the password is asked for again', async () => {
  const { email } = await withSecondStep()
  const visitor = browser(testing, { from: '192.0.2.77' })
  await visitor.post('/sign-in', { email, password })
  for (let i = 0; i < 5; i++) await visitor.post('/sign-in/code', { code: 'wrong-codes' })
  expect((await visitor.post('/sign-in/code', { code: 'wrong-codes' })).text).toContain('This sign-in has ended')
})

test('it can be turned off with the password, and new backup codes end the old ones', async () => {
  const { visitor, email, codes } = await withSecondStep()
  const renewed = await visitor.post('/account/second-step/codes', { password })
  expect(renewed.text).toContain('Your backup codes')
  expect(renewed.text).not.toContain(codes[0]!)
  expect((await visitor.post('/account/second-step/off', { password })).location).toBe('/account?done=second-step-off')
  expect((await browser(testing).post('/sign-in', { email, password })).location).toBe('/desk')
})
