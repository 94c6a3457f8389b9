import { expect, test } from 'vitest'
import { testApp } from './testing/app.ts'

const { app, as } = await testApp()
const MEGABYTE = 1024 * 1024

const send = async (path: string, body: string | ReadableStream, type = 'application/x-www-form-urlencoded') => {
  const headers = { ...(await as('editor')), 'content-type': type }
  const streaming = typeof body === 'string' ? {} : { duplex: 'half' }
  const response = await app.request(path, { method: 'POST', headers, body, ...streaming })
  return { status: response.status, text: await response.text() }
}

test.each([
  '/desk/plans/a%00b',
  '/plans/a%00/original',
  '/desk/plans/x/appraisal/%0d%0aX-Evil:%201',
  '/people/%00',
  '/%ff%00',
])('an address with a control character (%s) leads nowhere', async path => {
  expect((await app.request(path, { headers: await as('editor') })).status).toBe(404)
})

test('an address in any script is read as it is', async () => {
  expect((await app.request('/plans?country=%D8%AE%D8%B7%D8%A9')).status).toBe(200)
})

test('a form or a message of more than 2 MB is refused with a sentence that says so, and as JSON where JSON is asked for', async () => {
  const long = 'name=' + 'x'.repeat(3 * MEGABYTE)
  const refused = await send('/account/name', long)
  expect(refused).toMatchObject({ status: 413 })
  expect(refused.text).toContain('A form may hold 2 MB')
  const headers = { ...(await as('editor')), accept: 'application/json', 'content-type': 'application/json' }
  const body = JSON.stringify({ text: 'x'.repeat(3 * MEGABYTE) })
  const answer = await app.request('/desk/plans/x/review/operations', { method: 'POST', headers, body })
  expect(answer.status).toBe(413)
  expect(await answer.json()).toMatchObject({ problem: 'form-too-large' })
})

test('also where the length is not said beforehand', async () => {
  const chunk = new TextEncoder().encode('x'.repeat(MEGABYTE))
  const body = new ReadableStream({
    pull: controller => controller.enqueue(chunk),
  })
  expect((await send('/account/name', body)).status).toBe(413)
})

test('a plan’s file may be longer, and is judged by what it is', async () => {
  const boundary = 'b'
  const file = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.gif"\r\n\r\nGIF89a\x00${'x'.repeat(3 * MEGABYTE)}\r\n--${boundary}--\r\n`
  expect((await send('/desk/plans', file, `multipart/form-data; boundary=${boundary}`)).status).toBe(422)
})

test('a NUL in a form is left out', async () => {
  expect((await send('/account/name', 'name=A%00da')).status).toBe(303)
  expect(await (await app.request('/account', { headers: await as('editor') })).text()).toContain('value="Ada"')
})
