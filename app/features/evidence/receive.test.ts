import { PDFDocument } from '@cantoo/pdf-lib'
import { zipSync } from 'fflate'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { cleanPhoto, imageKindOf } from '../../platform/files/cleaning/photo.ts'
import { testApp } from '../../platform/testing/app.ts'
import { pdf } from '../plans/desk/testing.ts'
import { filePng, piecesIn, report, telephonePhoto } from './testing.ts'

const testing = await testApp()
const { app, services, as } = testing
const { owner } = services.database
const { fields, add, added, get, post } = piecesIn(testing)
await testing.work()

const stored = async () => {
  const names: string[] = []
  for await (const name of services.files.list()) names.push(name)
  return names
}

describe('photos', () => {
  test('a photo loses where, when and with what it was taken, and stands upright', async () => {
    const taken = await telephonePhoto()
    const within = (await sharp(taken).metadata()).exif!
    expect(within.toString('latin1')).toContain('TELEPHONE-MAKER')
    // 0x8825: where the places are.
    expect(within.includes(Buffer.from([0x25, 0x88]))).toBe(true)
    const id = await added(fields('photo', { consent: 'given' }), new File([new Uint8Array(taken)], 'IMG 1.HEIC.jpeg'))
    const kept = Buffer.from(await (await get(`/evidence/${id}/file`, await as('reader'))).arrayBuffer())
    const { exif, xmp, iptc, icc, orientation, width, height } = await sharp(kept).metadata()
    expect([exif, xmp, iptc, icc, orientation]).toEqual([undefined, undefined, undefined, undefined, undefined])
    expect(kept.toString('latin1')).not.toMatch(/TELEPHONE-MAKER|SOMEBODY|Exif/)
    expect([width, height]).toEqual([20, 40])
    // The original is nowhere.
    for (const name of await stored()) expect(Buffer.compare(await bytesOf(name), taken)).not.toBe(0)
  })

  test('HEIC is refused with what to do instead; a broken photo is refused', async () => {
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(200)])
    expect(imageKindOf(heic)).toBe('heic')
    const answer = await add(await as('editor'), fields('photo'), new File([new Uint8Array(heic)], 'a.heic'))
    expect([answer.status, answer.text.includes('Save the photo as JPEG')]).toEqual([422, true])
    const broken = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(500)])
    await expect(cleanPhoto(broken, 'jpeg')).rejects.toThrow('broken-photo')
  })

  test('a document sent as a photo is no photo; a photo sent as a file is one', async () => {
    expect((await add(await as('editor'), fields('photo'), report())).text).toContain('This is no photo')
    const id = await added(fields('file'), await filePng('screen.png'))
    const { rows } = await owner.query('select kind, file_name from evidence where id = $1', [id])
    expect(rows).toEqual([{ kind: 'photo', file_name: 'screen.png' }])
  })
})

describe('documents', () => {
  const signed = async () => {
    const document = await PDFDocument.create()
    document.setAuthor('SOMEBODY')
    document.addPage([100, 100])
    return Buffer.from(await document.save())
  }
  const kept = async (id: string) =>
    Buffer.from(await (await get(`/evidence/${id}/file`, await as('reader'))).arrayBuffer())

  test('a document loses what it tells of its author, and who added it reads what was taken out', async () => {
    const before = await signed()
    const { location } = await add(await as('editor'), fields('file'), new File([new Uint8Array(before)], 'a.pdf'))
    expect(location).toContain('&out=properties')
    const page = await (await get(location!, await as('editor'))).text()
    expect(page).toContain('Taken out of')
    const id = location!.match(/[0-9a-f-]{36}/)![0]
    expect((await PDFDocument.load(await kept(id), { updateMetadata: false })).getAuthor()).toBeUndefined()
    for (const name of await stored()) expect((await bytesOf(name)).equals(before)).toBe(false)
  })

  test('a public document whose signature counts is kept as it is where that is chosen; a photo never is', async () => {
    const before = await signed()
    const asItIs = { ...fields('file'), asItIs: 'yes' }
    const { location } = await add(await as('editor'), asItIs, new File([new Uint8Array(before)], 'law.pdf'))
    expect((await kept(location!.match(/[0-9a-f-]{36}/)![0])).equals(before)).toBe(true)
    expect(await (await get(location!, await as('editor'))).text()).not.toContain('Taken out of')
    const photo = new File([new Uint8Array(await telephonePhoto())], 'a.jpg')
    const id = await added({ ...fields('file'), asItIs: 'yes' }, photo)
    expect((await kept(id)).toString('latin1')).not.toMatch(/TELEPHONE-MAKER|SOMEBODY/)
  })

  test('a file that comes with a form that is wrong does not stay', async () => {
    const before = await stored()
    const answer = await add(await as('editor'), fields('file', { dated: 'spring' }), report('With a wrong form'))
    expect(answer.status).toBe(422)
    await expect.poll(stored, { timeout: 10_000 }).toEqual(before)
  })
})

async function bytesOf(sha256: string) {
  const parts: Buffer[] = []
  for await (const part of await services.files.open(sha256)) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

describe('what is taken, and what is not', () => {
  const refused: [string, Uint8Array, string, string][] = [
    ['a zip', zipSync({ 'a.txt': new Uint8Array(3000) }), 'a.zip', 'This kind of file is not taken'],
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(2000)]), 'a.exe', 'This kind of file is not taken'],
    [
      'a page of the web',
      Buffer.from('<!doctype html><html><script>alert(1)</script></html>'),
      'a.pdf',
      'Web pages are not taken',
    ],
    ['nothing', new Uint8Array(), 'empty.pdf', 'This file is empty'],
    ['no file at all', new Uint8Array(), '', 'Choose a file'],
  ]
  test.each(refused)('%s is refused with a reason, and what was typed comes back', async (_, bytes, name, reason) => {
    const before = await stored()
    const values = fields('file', { author: 'Ministry <of> Gender' })
    const answer = await add(await as('editor'), values, new File([new Uint8Array(bytes)], name))
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(reason)
    expect(answer.text).toContain('Ministry &lt;of> Gender')
    expect(await stored()).toEqual(before)
  })

  test('a link needs its address and the day on which it was seen; a note its words; a dataset a file or an address', async () => {
    const editor = await as('editor')
    const link = await add(editor, fields('link'))
    expect(link.text).toContain('Give the address of the page')
    expect(link.text).toContain('Say on which day you saw it')
    expect((await add(editor, fields('link', { url: 'javascript:alert(1)', seenOn: '2024-01-01' }))).status).toBe(422)
    expect((await add(editor, fields('link', { url: 'https://example.org/a', seenOn: '2999-01-01' }))).status).toBe(422)
    expect((await add(editor, fields('note'))).text).toContain('Write the note')
    expect((await add(editor, fields('dataset'))).text).toContain('Choose a file or give an address')
    expect((await add(editor, fields('link', { dated: 'spring' }))).status).toBe(422)
    expect((await add(editor, fields('video'))).status).toBe(422)
    await added(fields('link', { url: 'https://example.org/a', seenOn: '2024-01-01' }), report('A kept copy'))
    await added(fields('note', { note: 'Heard at the meeting.' }))
    await added(fields('dataset', { url: 'https://example.org/figures.csv' }))
    const csv = await added(fields('dataset'), new File(['year,women\n2024,=1+1\n'], 'figures.csv'))
    const answer = await get(`/evidence/${csv}/file`, editor)
    expect(answer.headers.get('content-type')).toBe('text/csv')
  })

  test('a form that breaks off, or is none, keeps nothing', async () => {
    const headers = { ...(await as('editor')), 'content-type': 'multipart/form-data; boundary=x' }
    const body = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4 and then noth'
    const before = await stored()
    expect((await app.request('/desk/evidence/add', { method: 'POST', headers, body })).status).toBe(422)
    expect((await post('/desk/evidence/add', await as('editor'), { kind: 'note' })).status).toBe(422)
    expect(await stored()).toEqual(before)
  })

  test('a reader adds nothing, and nobody sees the desk', async () => {
    expect((await add(await as('reader'), fields('note', { note: 'x' }))).status).toBe(403)
    expect((await add({}, fields('note', { note: 'x' }))).status).toBe(401)
    for (const path of ['/desk/evidence', '/desk/evidence/add', '/desk/evidence/x'])
      expect((await get(path)).status).toBe(401)
  })
})

test('a file used twice is stored once; a form sent twice adds one piece', async () => {
  const before = (await stored()).length
  const values = fields('file', { title: 'Twice' })
  const first = await added(values, report('Used twice'))
  expect(await added(values, report('Used twice'))).toBe(first)
  const second = await added(fields('file', { title: 'Twice as well' }), report('Used twice'))
  expect(second).not.toBe(first)
  expect((await stored()).length).toBe(before + 1)
})

test('a photo that is too large is refused with a word, not left without an answer', async () => {
  const photo = new Uint8Array(41 * 1024 * 1024)
  photo.set([0xff, 0xd8, 0xff])
  const { status } = await add(await as('editor'), fields('photo'), new File([photo], 'large.jpg'))
  expect(status).toBe(413)
})

test('a download is never a page of ours', async () => {
  const id = await added(
    fields('file', { visibility: 'public' }),
    new File([new Uint8Array(pdf(['x']))], 'Rapport é.pdf'),
  )
  const answer = await get(`/evidence/${id}/file`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename="Rapport e.pdf"; filename*=UTF-8''Rapport%20%C3%A9.pdf`,
  )
  expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  await answer.arrayBuffer()
})

test('a download has an ending of what the file is, so that opening it runs nothing', async () => {
  const id = await added(fields('file', { visibility: 'public' }), new File(['del *.*'], 'annual report\u202e.bat'))
  const { headers } = await get(`/evidence/${id}/file`)
  expect(headers.get('content-type')).toBe('text/plain')
  expect(headers.get('content-disposition')).toContain('filename="annual report.bat.txt"')
})
