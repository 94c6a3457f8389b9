import { expect, test, vi } from 'vitest'
import { testApp } from './testing/app.ts'

const { services, as, asOther, organisationId } = await testApp()

test('a session says who asks, with which role, in which organisation', async () => {
  const person = await services.signIn.personOf(new Headers(await as('editor')))
  expect(person?.current).toEqual({
    organisationId,
    organisation: 'Women’s Peace Network',
    role: 'editor',
    voice: 'civil-society',
    hosts: false,
  })
})

test('without a cookie, and with a forged one, it is nobody', async () => {
  expect(await services.signIn.personOf(new Headers())).toBeNull()
  const { cookie } = await as('reader')
  expect(await services.signIn.personOf(new Headers({ cookie: cookie.replace(/.{6}$/, 'AAAA%3D') }))).toBeNull()
  expect((await services.signIn.personOf(new Headers(await asOther())))?.current?.role).toBe('administrator')
})

test('who asks costs no question to the database without a cookie, and one with it', async () => {
  const { cookie } = await as('editor')
  const { app, auth } = services.database
  const questions = [
    vi.spyOn(app, 'query'),
    vi.spyOn(app, 'connect'),
    vi.spyOn(auth, 'query'),
    vi.spyOn(auth, 'connect'),
  ]
  const asked = () => questions.reduce((sum, question) => sum + question.mock.calls.length, 0)
  await services.signIn.personOf(new Headers({ cookie: 'lang=fr' }))
  expect(asked()).toBe(0)
  await services.signIn.personOf(new Headers({ cookie }))
  expect(questions[0]).toHaveBeenCalledTimes(1)
  vi.restoreAllMocks()
})
