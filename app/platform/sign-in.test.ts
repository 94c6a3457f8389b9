import { expect, test } from 'vitest'
import { testApp } from './testing/app.ts'

const { services, as, asOther, organisationId } = await testApp()

test('a session says who asks, with which role, in which organisation', async () => {
  const person = await services.signIn.personOf(new Headers(await as('editor')))
  expect(person?.current).toEqual({ organisationId, organisation: 'Women’s Peace Network', role: 'editor' })
})

test('without a cookie, and with a forged one, it is nobody', async () => {
  expect(await services.signIn.personOf(new Headers())).toBeNull()
  const { cookie } = await as('reader')
  expect(await services.signIn.personOf(new Headers({ cookie: cookie.replace(/.{6}$/, 'AAAA%3D') }))).toBeNull()
  expect((await services.signIn.personOf(new Headers(await asOther())))?.current?.role).toBe('administrator')
})
