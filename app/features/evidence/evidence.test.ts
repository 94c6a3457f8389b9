import { PDFDocument } from '@cantoo/pdf-lib'
import { zipSync } from 'fflate'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { cleanPhoto, imageKindOf } from '../../platform/files/cleaning/photo.ts'
import { testApp } from '../../platform/testing/app.ts'
import { idOf, keepActions } from '../ledger/testing.ts'
import { pdf } from '../plans/desk/testing.ts'
import { mayBeShown } from './model.ts'
import { filePng, sendForm, telephonePhoto } from './testing.ts'

const testing = await testApp()
const { app, services, as, asOther } = testing
const { owner } = services.database
await testing.work()

let forms = 0
const fields = (kind: string, rest: Record<string, string> = {}) => ({
  form: `form-${++forms}`,
  kind,
  title: `A ${kind}`,
  author: '',
  dated: '2024-03',
  note: '',
  url: '',
  seenOn: '',
  consent: 'not-needed',
  visibility: 'organisation',
  ...rest,
})
const add = (headers: Record<string, string>, values: Record<string, string>, file?: File) =>
  sendForm(app, headers, '/desk/evidence/add', values, file)
const added = async (values: Record<string, string>, file?: File) => {
  const { status, location, text } = await add(await as('editor'), values, file)
  expect(status, text.match(/class="error"[^<]*>([^<]*)/)?.[1]).toBe(303)
  return location!.match(/evidence\/([0-9a-f-]{36})/)![1]!
}
const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })
const post = (path: string, headers: Record<string, string>, values: Record<string, string> = {}) =>
  app.request(path, { method: 'POST', headers, body: new URLSearchParams(values) })
const report = (text = 'Report of the year') => new File([new Uint8Array(pdf([text]))], 'report.pdf')
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

test('what is not public is seen by its organisation alone', async () => {
  const id = await added(fields('file', { title: 'For us' }), report('For us'))
  const mine = await added(fields('note', { title: 'For me', note: 'Mine.', visibility: 'me' }))
  for (const path of [`/evidence/${id}`, `/evidence/${id}/file`, `/evidence/${mine}`])
    for (const headers of [{}, await asOther()]) expect((await get(path, headers)).status, path).toBe(404)
  expect((await get(`/desk/evidence/${id}`, await asOther())).status).toBe(404)
  expect((await get(`/desk/evidence/${id}`, await as('reader'))).status).toBe(200)
  expect((await get(`/desk/evidence/${mine}`, await as('reader'))).status).toBe(404)
  expect(await (await get('/desk/evidence', await as('reader'))).text()).not.toContain('For me')
  expect(await (await get('/desk/evidence', await asOther())).text()).toContain('No evidence yet')
})

test('only an editor shows it outside, and only with consent', async () => {
  const contributor = await as('contributor')
  const wanted = fields('note', { note: 'Seen.', visibility: 'public' })
  expect((await add(contributor, wanted)).text).toContain('Only an editor can show it')
  const without = await add(await as('editor'), { ...wanted, consent: 'not-given' })
  expect(without.text).toContain('Without consent it cannot be shown')
  expect([mayBeShown('given', 'public'), mayBeShown('withdrawn', 'partners'), mayBeShown('not-given', 'me')]).toEqual([
    true,
    false,
    true,
  ])
})

test('the list is searched by word, kind, consent, and by what nothing rests on', async () => {
  const reader = await as('reader')
  await added(fields('note', { title: 'Réunion à Bukavu', note: 'x', consent: 'not-given' }))
  const found = async (query: string) => (await get(`/desk/evidence?${query}`, reader)).text()
  expect(await found('words=reunion')).toContain('Réunion à Bukavu')
  expect(await found('words=100%25')).toContain('Nothing fits')
  expect(await found('kind=photo')).not.toContain('Bukavu')
  expect(await found('consent=not-given&kind=note&visibility=organisation&unused=1')).toContain('Bukavu')
  expect(await found('kind=odd&page=-3&visibility=x')).toContain('Bukavu')
})

test('a search in which no word is left finds everything', async () => {
  expect((await app.request('/desk/evidence?words=%00', { headers: await as('reader') })).status).toBe(200)
})

test('two people changing one piece: the second is told, and nothing that she typed is lost', async () => {
  const id = await added(fields('note', { title: 'Before', note: 'Seen.' }))
  const editor = await as('editor')
  const { form: _, kind: __, ...facts } = fields('note', { title: 'After', note: 'Seen.' })
  const change = (values: Record<string, string>) => post(`/desk/evidence/${id}`, editor, { ...facts, ...values })
  expect((await change({ version: '1' })).status).toBe(303)
  expect((await change({ version: '1' })).status).toBe(303)
  const late = await change({ version: '1', title: 'Too late' })
  expect(late.status).toBe(409)
  const text = await late.text()
  expect(text).toContain('Somebody changed it while you wrote')
  expect(text).toContain('value="Too late"')
  expect((await change({ version: '2', title: 'Too late' })).status).toBe(303)
  expect((await change({ version: 'x' })).status).toBe(422)
  expect(
    (await post(`/desk/evidence/${id}`, await as('contributor'), { ...facts, version: '3', title: 'Not hers' })).status,
  ).toBe(403)
  expect((await post(`/desk/evidence/${id}`, await asOther(), { ...facts, version: '3' })).status).toBe(404)
})

test('when consent is withdrawn, nobody outside sees it any more, at once', async () => {
  const id = await added(fields('file', { consent: 'given', visibility: 'public', title: 'Faces' }), report('Faces'))
  expect((await get(`/evidence/${id}`)).status).toBe(200)
  expect((await post(`/desk/evidence/${id}/withdraw-consent`, await asOther())).status).toBe(404)
  expect((await post(`/desk/evidence/${id}/withdraw-consent`, await as('editor'))).status).toBe(303)
  expect((await get(`/evidence/${id}`)).status).toBe(404)
  expect((await get(`/evidence/${id}/file`)).status).toBe(404)
  expect(await (await get(`/desk/evidence/${id}`, await as('editor'))).text()).toContain(
    'Consent was withdrawn: nobody outside',
  )
})

test('what is erased is gone, on the disk as well, and from the history; another’s copy stays', async () => {
  const editor = await as('editor')
  const id = await added(fields('file', { title: 'A name that must go' }), report('To be erased'))
  const { rows } = await owner.query('select file_sha256 from evidence where id = $1', [id])
  const sha256 = rows[0].file_sha256 as string
  const twin = await added(fields('file', { title: 'Another with it' }), report('To be erased'))
  expect((await post(`/desk/evidence/${id}/erase`, await asOther())).status).toBe(404)
  expect((await post(`/desk/evidence/${id}/erase`, await as('contributor'))).status).toBe(403)
  expect((await post(`/desk/evidence/${id}/erase`, editor)).status).toBe(303)
  expect((await post(`/desk/evidence/${id}/erase`, editor)).status).toBe(303)
  expect((await get(`/desk/evidence/${id}`, editor)).status).toBe(410)
  expect((await get(`/evidence/${id}/file`, editor)).status).toBe(404)
  expect((await owner.query(`select from history where after::text like '%name that must go%'`)).rows).toEqual([])
  expect(await services.files.has(sha256)).toBe(true)
  expect((await post(`/desk/evidence/${twin}/erase`, editor)).status).toBe(303)
  await expect.poll(() => services.files.has(sha256), { timeout: 10_000 }).toBe(false)
})

describe('consent withdrawn through the form of the piece', () => {
  const shown = async () => {
    const { form: _, kind: __, ...facts } = fields('note', { note: 'Seen.', consent: 'given', visibility: 'public' })
    const id = await added({ ...fields('note'), ...facts })
    expect((await get(`/evidence/${id}`)).status).toBe(200)
    return { id, ending: { ...facts, consent: 'withdrawn', version: '1' } }
  }

  test('hides it at once, though the form still says public, and says so', async () => {
    const { id, ending } = await shown()
    const { status, headers } = await post(`/desk/evidence/${id}`, await as('editor'), ending)
    expect([status, headers.get('location')]).toEqual([303, `/desk/evidence/${id}?done=consent-withdrawn`])
    expect((await get(`/evidence/${id}`)).status).toBe(404)
    expect(await (await get(headers.get('location')!, await as('editor'))).text()).toContain(
      'Nobody outside your organisation sees it any more.',
    )
    expect((await post(`/desk/evidence/${id}`, await as('editor'), ending)).status).toBe(303)
  })

  test('hides it also where somebody changed its words meanwhile', async () => {
    const { id, ending } = await shown()
    await owner.query(`update evidence set title = 'Hers', version = 2 where id = $1`, [id])
    const late = await post(`/desk/evidence/${id}`, await as('editor'), { ...ending, title: 'Mine' })
    expect(late.status).toBe(409)
    const text = await late.text()
    expect(text).toContain('Nobody outside your organisation sees it any more.')
    expect(text).toContain('value="Mine"')
    expect((await get(`/evidence/${id}`)).status).toBe(404)
  })

  test('is open to the contributor who added it, after an editor has shown it', async () => {
    const contributor = await as('contributor')
    const { location } = await add(contributor, fields('note', { note: 'Seen.', consent: 'given' }))
    const id = location!.match(/evidence\/([0-9a-f-]{36})/)![1]!
    await owner.query(`update evidence set visibility = 'public' where id = $1`, [id])
    expect(await (await get(`/desk/evidence/${id}`, contributor)).text()).toContain('withdraw-consent')
    expect((await post(`/desk/evidence/${id}/withdraw-consent`, contributor)).status).toBe(303)
    expect((await get(`/evidence/${id}`)).status).toBe(404)
  })
})

describe('evidence on a row, without a word said of it', async () => {
  let row = ''
  beforeAll(async () => {
    await keepActions(services.database, testing.organisationId, 'attached-plan', [{ text: 'Open shelters' }])
    await keepActions(services.database, testing.organisationId, 'attached-draft', [{ text: 'Not yet public' }], {
      published: false,
    })
    row = await idOf(services.database, 'attached-plan', 2)
  })
  const page = async (headers: Record<string, string> = {}) =>
    (await get('/plans/attached-plan/items/2', headers)).text()

  test('is ticked among what is there, once however often it is sent; what is public is seen by everybody', async () => {
    const editor = await as('editor')
    const inside = await added(fields('note', { title: 'Kept inside', note: 'x' }))
    const open = await added(fields('note', { title: 'For everybody', note: 'x', visibility: 'public' }))
    expect(await page()).not.toContain('id="evidence"')
    expect(await page(editor)).toContain(`/desk/evidence/items/${row}`)
    expect(await (await get(`/desk/evidence/items/${row}`, editor)).text()).toContain('Kept inside')
    for (const _ of [1, 2]) {
      const body = new URLSearchParams([inside, open].map(id => ['evidence', id]))
      const answer = await app.request(`/desk/evidence/items/${row}`, { method: 'POST', headers: editor, body })
      expect([answer.status, answer.headers.get('location')]).toEqual([
        303,
        '/plans/attached-plan/items/2?evidence=done#evidence',
      ])
    }
    expect(await page()).toContain('For everybody')
    expect(await page()).not.toContain('Kept inside')
    expect(await page(await as('reader'))).toContain('Kept inside')
    const used = await (await get(`/evidence/${open}`)).text()
    expect(used).toContain('/plans/attached-plan/items/2#evidence')
    expect((await post(`/desk/evidence/items/${row}/detach`, editor, { evidence: open })).status).toBe(303)
    expect((await post(`/desk/evidence/items/${row}/detach`, editor, { evidence: open })).status).toBe(303)
    expect(await page()).not.toContain('For everybody')
  })

  test('or added and attached in one form; another organisation may attach its own, and takes nobody else’s off', async () => {
    const other = await asOther('contributor')
    expect(await (await get(`/desk/evidence/add?kind=note&item=${row}`, other)).text()).toContain(`value="${row}"`)
    const values = fields('note', { title: 'Seen by others', note: 'x', item: row })
    for (const _ of [1, 2]) expect((await add(other, values)).location).toContain('/plans/attached-plan/items/2')
    expect(await page(other)).toContain('Seen by others')
    const { rows } = await owner.query(`select evidence_id from evidence_use where used_by = $1`, [row])
    expect(rows).toHaveLength(2)
    for (const { evidence_id } of rows)
      await post(`/desk/evidence/items/${row}/detach`, other, { evidence: evidence_id })
    expect((await owner.query(`select from evidence_use where used_by = $1`, [row])).rowCount).toBe(1)
  })

  test('nothing ticked, a row that one may not see, or somebody who only reads: told in words, and nothing is attached', async () => {
    const editor = await as('editor')
    const none = await post(`/desk/evidence/items/${row}`, editor)
    expect([none.status, (await none.text()).includes('Tick at least one piece')]).toEqual([422, true])
    const hidden = await idOf(services.database, 'attached-draft', 2)
    const other = await asOther('editor')
    const theirs = await add(other, fields('note', { note: 'x', item: hidden }))
    expect(theirs.status).toBe(404)
    expect((await get(`/desk/evidence/items/${hidden}`, other)).status).toBe(404)
    expect((await get('/desk/evidence/items/00000000-0000-0000-0000-000000000000', editor)).status).toBe(404)
    expect((await get(`/desk/evidence/items/${row}`, await as('reader'))).status).toBe(403)
    expect((await get(`/desk/evidence/items/${row}`)).status).toBe(401)
    expect((await add(editor, fields('note', { note: 'x', item: "x' or 1" }))).status).toBe(422)
  })
})
