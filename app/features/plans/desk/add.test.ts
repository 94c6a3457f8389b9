import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { zipSync } from 'fflate'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { testApp } from '../../../platform/testing/app.ts'
import { READ_JOB } from '../jobs.ts'
import { DOCX, HTML, ODT, TEXT, XLSX } from '../media-types.ts'
import { cleanName } from '../../../platform/files/names.ts'
import { LARGEST } from '../../../platform/files/recognise.ts'
import { get, pdf, post, send } from './testing.ts'

const testing = await testApp()
const { app, services, as, asOther } = testing
const { owner } = services.database
// Plans are only taken in here; reading them is another test file's.
await services.jobs.work(READ_JOB, async () => {})

async function count(table: 'instrument' | 'reading' | 'file'): Promise<number> {
  const { rows } = await owner.query(`select count(*)::int as n from ${table}`)
  return rows[0].n
}
async function filesKept(): Promise<number> {
  let n = 0
  for await (const _ of services.files.list()) n++
  return n
}

test('a desk without plans says where to begin, and offers examples', async () => {
  const desk = await get(testing, await as('contributor'), '/desk')
  expect(desk.status).toBe(200)
  expect(desk.text).toContain('Add your first plan')
  expect(desk.text).toContain('lumaria-2025-2029-en.pdf')
})

test('a plan that is sent is kept, gets an address by its name and waits to be read', async () => {
  const sent = await send(testing, await as('contributor'), pdf(['A plan']), 'PAN 1325_Côtemer.pdf')
  expect([sent.status, sent.location]).toEqual([303, '/desk/plans/pan-1325-cotemer'])
  const plan = await get(testing, await as('reader'), '/desk/plans/pan-1325-cotemer')
  expect(plan.text).toContain('PAN 1325 Côtemer')
  expect(plan.text).toContain('Waiting to be read')
})

test('the same file sent twice leads to the plan that is there, also when both arrive at once', async () => {
  const file = pdf(['Sent twice'])
  const before = await count('instrument')
  const headers = await as('contributor')
  const answers = await Promise.all([
    send(testing, headers, file, 'twice.pdf'),
    send(testing, headers, file, 'twice.pdf'),
  ])
  expect(answers.map(({ location }) => location).sort()).toEqual(['/desk/plans/twice', '/desk/plans/twice?done=known'])
  expect(await count('instrument')).toBe(before + 1)
  const again = await send(testing, headers, file, 'under another name.pdf')
  expect(again.location).toBe('/desk/plans/twice?done=known')
  expect((await get(testing, headers, again.location!)).text).toContain('You have this file already')
})

test('two plans of one name have two addresses', async () => {
  const headers = await as('contributor')
  expect((await send(testing, headers, pdf(['One']), 'nap.pdf')).location).toBe('/desk/plans/nap')
  expect((await send(testing, headers, pdf(['Two']), 'nap.pdf')).location).toBe('/desk/plans/nap-2')
})

const parts = (...names: string[]) => zipSync(Object.fromEntries(names.map(name => [name, new Uint8Array(3000)])))
test.each([
  ['a workbook', parts('[Content_Types].xml', 'xl/workbook.xml'), XLSX],
  ['a Word document with a workbook in it', parts('word/document.xml', 'xl/workbook.xml'), DOCX],
  [
    'an OpenDocument text',
    zipSync({ mimetype: [Buffer.from(ODT), { level: 0 }], 'content.xml': new Uint8Array(9) }),
    ODT,
  ],
  ['a web page', Buffer.from('<!doctype html><p>Plan of a page'), HTML],
  ['a text', Buffer.from('# Plan of a text'), TEXT],
])('%s is taken for what it is, whatever its name', async (what, bytes, mediaType) => {
  const sent = await send(testing, await as('contributor'), bytes, `${what}.pdf`)
  expect(sent.status).toBe(303)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const { rows } = await owner.query('select media_type from file where sha256 = $1', [sha256])
  expect(rows).toEqual([{ media_type: mediaType }])
})

test('a photograph of a page becomes a PDF without what the camera wrote into it, and an unreadable one is refused', async () => {
  const photo = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#eee' } })
    .withExif({ IFD0: { Copyright: 'camera of Amina' } })
    .jpeg()
    .toBuffer()
  expect(photo.toString('latin1')).toContain('camera of Amina')
  const sent = await send(testing, await as('contributor'), photo, 'photographed page.jpg')
  expect([sent.status, sent.location]).toEqual([303, '/desk/plans/photographed-page'])
  const { rows } = await owner.query(
    "select file.sha256, media_type, file_name from instrument join file on file.sha256 = file_sha256 where slug = 'photographed-page'",
  )
  expect(rows).toMatchObject([{ media_type: 'application/pdf', file_name: 'photographed page.pdf' }])
  const kept = readFileSync(await services.files.path(rows[0].sha256), 'latin1')
  expect([kept.startsWith('%PDF-'), kept.includes('Amina')]).toEqual([true, false])
  const half = await send(testing, await as('contributor'), photo.subarray(0, 40), 'half.jpg')
  expect([half.status, half.text.includes('is not of a kind that can be read')]).toEqual([422, true])
})

describe('what is not a plan’s file is refused with a reason, and nothing of it is kept', () => {
  const slides = zipSync({ '[Content_Types].xml': new Uint8Array(2000), 'ppt/presentation.xml': new Uint8Array(10) })
  const binaryLater = Buffer.concat([Buffer.from('Dear colleagues '.repeat(5000)), Buffer.from([0, 1, 2])])
  const locked = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
    Buffer.alloc(3000),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ])
  const refused: [string, Uint8Array, string, string][] = [
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0]), 'plan.pdf', 'is not of a kind that can be read'],
    ['a text that turns out to be none', binaryLater, 'plan.txt', 'is not of a kind that can be read'],
    ['slides', slides, 'plan.docx', 'is not of a kind that can be read'],
    ['an empty file', new Uint8Array(), 'plan.pdf', 'This file is empty'],
    ['a document of an older Office', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]), 'plan.doc', 'an older Office'],
    ['a document with a password', locked, 'plan.docx', 'asks for a password'],
  ]
  test.each(refused)('%s', async (_, bytes, name, reason) => {
    const before = [await count('instrument'), await count('file'), await filesKept()]
    const answer = await send(testing, await as('contributor'), bytes, name)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(reason)
    expect([await count('instrument'), await count('file'), await filesKept()]).toEqual(before)
  })

  test('no file chosen', async () => {
    const answer = await send(testing, await as('contributor'), new Uint8Array(), '')
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Choose a file first')
  })

  test('a file that says that it is too large is listened to and not kept', async () => {
    const before = await filesKept()
    const body = new FormData()
    body.set('file', new File([new Uint8Array(pdf(['Large']))], 'large.pdf'))
    const request = new Request('http://localhost/desk/plans', {
      method: 'POST',
      headers: await as('contributor'),
      body,
    })
    request.headers.set('content-length', String(LARGEST * 2))
    const answer = await app.request(request)
    expect(answer.status).toBe(413)
    expect(await answer.text()).toContain('larger than 200 MB')
    expect(await filesKept()).toBe(before)
  })

  test('a connection that breaks', async () => {
    const headers = { ...(await as('contributor')), 'content-type': 'multipart/form-data; boundary=x' }
    const before = await filesKept()
    let sent = false
    const body = new ReadableStream({
      pull(controller) {
        if (sent) return controller.error(new Error('The connection broke.'))
        sent = true
        const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4'
        controller.enqueue(Buffer.from(head + ' '.repeat(5000)))
      },
    })
    const answer = await app.request('/desk/plans', { method: 'POST', headers, body, duplex: 'half' } as RequestInit)
    expect(answer.status).toBe(422)
    expect(await filesKept()).toBe(before)
  })

  test('a form that breaks off', async () => {
    const headers = { ...(await as('contributor')), 'content-type': 'multipart/form-data; boundary=x' }
    const body = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4 and then noth'
    const before = await filesKept()
    const answer = await app.request('/desk/plans', { method: 'POST', headers, body })
    expect(answer.status).toBe(422)
    expect(await filesKept()).toBe(before)
  })
})

test('the script of the drop area is answered in data', async () => {
  const headers = { ...(await as('contributor')), accept: 'application/json' }
  const taken = await send(testing, headers, pdf(['By script']), 'script.pdf')
  expect([taken.status, JSON.parse(taken.text)]).toEqual([200, { to: '/desk/plans/script' }])
  const refused = await send(testing, headers, Buffer.from([1, 2]), 'script.pdf')
  expect([refused.status, JSON.parse(refused.text).sentence]).toEqual([
    422,
    expect.stringContaining('not of a kind that can be read'),
  ])
})

test('an example is marked as illustrative', async () => {
  const headers = await as('contributor')
  const taken = await post(testing, headers, '/desk/examples', { example: 'lumaria-2025-2029-en.pdf' })
  expect(taken.status).toBe(303)
  expect((await get(testing, headers, taken.location!)).text).toContain('Illustrative')
  expect((await post(testing, headers, '/desk/examples', { example: '../package.json' })).status).toBe(422)
})

test('a reader adds nothing', async () => {
  const headers = await as('reader')
  expect((await send(testing, headers, pdf(['Not hers']))).status).toBe(403)
  expect((await get(testing, headers, '/desk')).text).not.toContain('type="file"')
})

test('nobody who is not signed in sees the desk', async () => {
  expect((await get(testing, {}, '/desk')).status).toBe(401)
  expect((await send(testing, {}, pdf(['Nobody’s']))).status).toBe(401)
})

test('another organisation sees nothing of a plan, and may have the same file itself', async () => {
  const file = pdf(['Shared file'])
  const { location } = await send(testing, await as('editor'), file, 'shared.pdf')
  const stranger = await asOther('administrator')
  for (const path of [location!, location + '/progress', location + '/history', '/plans/shared/original'])
    expect((await get(testing, stranger, path)).status, path).toBe(404)
  for (const act of ['cancel', 'read-again', 'facts', 'publish', 'take-back'])
    expect([404, 422], act).toContain((await post(testing, stranger, `${location}/${act}`)).status)
  await post(testing, stranger, location + '/remove')
  expect((await get(testing, await as('editor'), location!)).status).toBe(200)
  expect((await send(testing, stranger, file, 'shared.pdf')).location).toBe('/desk/plans/shared-2')
})

test('a file’s name keeps its ending and loses its folders', () => {
  expect(cleanName('C:\\plans\\nap.pdf')).toBe('nap.pdf')
  expect(cleanName('../../etc/passwd')).toBe('passwd')
  expect(cleanName(`${'x'.repeat(400)}.pdf`)).toMatch(/^x{251}\.pdf$/)
  expect(cleanName('\u0000')).toBe('file')
})
