import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testApp } from '../../../platform/testing/app.ts'

const { app, services } = await testApp()
const send = async (fields: Record<string, string | File>, language = 'en') => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  const response = await app.request('/citations', { method: 'POST', body, headers: { 'accept-language': language } })
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() }
}

test('a pasted text comes back with what is wrong in it, and what would be right', async () => {
  const { status, text } = await send({ text: 'It rests on resolution 1820 (2009) and on UNSCR 1325.' })
  expect(status).toBe(200)
  expect(text).toContain('Resolution 1820 is of 2008, not 2009.')
  expect(text).toContain('<a href="/resolutions/1820">1820 (2008)</a>')
  expect(text).toContain('One thing to look at.')
})

test('the findings are told in the reader’s language', async () => {
  expect((await send({ text: 'resolution 1820 (2009)' }, 'fr')).text).toContain(
    'La résolution 1820 est de 2008, non de 2009.',
  )
  expect((await send({ text: 'القرار 1820 (2009)' }, 'ar')).text).toContain('القرار 1820 صادر عام 2008 وليس 2009.')
})

test('a file is read, and each finding has its page', async () => {
  const bytes = readFileSync(join(import.meta.dirname, '../../../../examples/lumaria-2025-2029-en.pdf'))
  const { text } = await send({ file: new File([bytes], 'plan.pdf') })
  expect(text).toContain('<bdi>plan.pdf</bdi>')
  expect(text).toContain('Nothing wrong was found.')
  const note = new File(['Plan\n\nUNSCR 1889 (2010) asks for indicators.\n'], 'note.txt')
  expect((await send({ file: note })).text).toContain('1889 (2009)')
})

test('the findings are given as CSV, safe for a spreadsheet', async () => {
  const { type, text } = await send({ text: '=SUM(1) and resolution 1820 (2009)', as: 'csv' })
  expect(type).toBe('text/csv; charset=utf-8')
  expect(text).toContain("'=SUM(1) and resolution 1820 (2009)")
  expect(text).toContain('1820 (2008)')
})

test('a form with nothing in it, a text that is too long, a file that cannot be read come back with a sentence', async () => {
  const empty = await send({ text: '  ' })
  expect(empty).toMatchObject({ status: 422 })
  expect(empty.text).toContain('Paste a text or choose a file.')
  expect((await send({ text: 'a'.repeat(500_001) })).status).toBe(422)
  const noise = await send({
    text: 'typed',
    file: new File([Uint8Array.from({ length: 300 }, (_, i) => i % 32)], 'x.bin'),
  })
  expect(noise.status).toBe(422)
  expect(noise.text).toContain('This file could not be read.')
  expect(noise.text).toContain('>typed</textarea>')
})

test('a file that is too large is refused, and nothing of any file is kept', async () => {
  const large = await send({ file: new File([new Uint8Array(20_000_001)], 'large.pdf') })
  expect(large.status).toBe(413)
  const { rowCount } = await services.database.owner.query('select from file')
  expect(rowCount).toBe(0)
})

test('a request of hundreds of megabytes, or without an end, is answered with the page and what was typed', async () => {
  const head = [
    '--edge',
    'Content-Disposition: form-data; name="text"',
    '',
    'Typed before the file',
    '--edge',
    'Content-Disposition: form-data; name="file"; filename="endless.pdf"',
    '',
    '',
  ].join('\r\n')
  const send = async (megabytes: number, headers: Record<string, string> = {}) => {
    let left = megabytes
    const chunk = new Uint8Array(1024 * 1024)
    const body = new ReadableStream({
      start: controller => controller.enqueue(new TextEncoder().encode(head)),
      pull(controller) {
        if (left-- > 0) return controller.enqueue(chunk)
        controller.enqueue(new TextEncoder().encode('\r\n--edge--\r\n'))
        controller.close()
      },
    })
    const request = { method: 'POST', body, duplex: 'half' } as RequestInit
    const type = { 'content-type': 'multipart/form-data; boundary=edge', ...headers }
    const response = await app.request('/citations', { ...request, headers: type })
    const text = await response.text()
    return [
      response.status,
      text.includes('>Typed before the file</textarea>'),
      text.includes('larger than 20 MB'),
      left,
    ]
  }
  expect(await send(230)).toEqual([413, true, true, -1])
  const [status, isKept, isSaid, unread] = await send(50, { 'content-length': '9000000000' })
  expect([status, isKept, isSaid]).toEqual([413, true, true])
  expect(unread).toBeGreaterThan(30)
})
