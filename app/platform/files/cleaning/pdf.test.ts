import { PDFDict, PDFDocument, PDFName, PDFRawStream, PDFString, type PDFRef } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import { cleaned, everythingIn, PLANTED, tellingPhoto } from './testing.ts'

const name = (text: string) => PDFName.of(text)
const text = (words: string) => PDFString.of(words)

/** A PDF with the name everywhere, as programs write it; its page says nothing of it. */
async function telling(): Promise<{ bytes: Buffer; content: PDFRef }> {
  const document = await PDFDocument.create()
  const { context, catalog } = document
  document.setAuthor(PLANTED)
  document.setProducer(`${PLANTED} Office`)
  const xmp = () =>
    context.register(
      PDFRawStream.of(
        context.obj({ Type: 'Metadata', Subtype: 'XML' }),
        Buffer.from(`<x:xmpmeta>${PLANTED}</x:xmpmeta>`),
      ),
    )
  catalog.set(name('Metadata'), xmp())
  catalog.set(name('PieceInfo'), context.obj({ Office: { Private: text(PLANTED) } }))
  const page = document.addPage([300, 300])
  const photo = await document.embedJpg(await tellingPhoto())
  page.drawImage(photo, { x: 10, y: 10, width: 40, height: 20 })
  page.node.set(name('Metadata'), xmp())
  page.node.set(name('Thumb'), context.register(context.stream(PLANTED)))
  const content = context.register(context.stream(`% ${PLANTED}\n`))
  page.node.addContentStream(content)
  const comment = context.obj({
    Type: 'Annot',
    Subtype: 'Text',
    Rect: [0, 0, 9, 9],
    T: text(PLANTED),
    M: text('D:20260102030405'),
    NM: text(PLANTED),
    Contents: text('What she said.'),
  })
  const link = context.obj({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [0, 0, 9, 9],
    A: { S: 'Launch', F: text(`C:\\\\Users\\\\${PLANTED}\\\\a.doc`) },
  })
  const signature = context.obj({
    FT: 'Sig',
    T: text('Signature1'),
    V: { Type: 'Sig', ByteRange: [0, 1, 2, 3], Name: text(PLANTED), M: text('D:20260102030405') },
  })
  const field = context.obj({ FT: 'Tx', T: text('Name of the ministry'), V: text('Ministry of Gender') })
  page.node.set(name('Annots'), context.obj([comment, link].map(one => context.register(one))))
  const fields = [signature, field].map(one => context.register(one))
  catalog.set(name('AcroForm'), context.obj({ SigFlags: 3, Fields: fields }))
  await document.attach(Buffer.from(`the diary of ${PLANTED}`), `${PLANTED}.txt`, { creationDate: new Date() })
  await document.flush()
  const image = context.lookup(photo.ref)
  if (image instanceof PDFRawStream) image.dict.set(name('Metadata'), xmp())
  context.register(text(`nobody leads here: ${PLANTED}`))
  return { bytes: Buffer.from(await document.save({ useObjectStreams: true })), content }
}

/** As a program saves what was changed: behind the former state, which stays. */
function changed({ bytes, content }: Awaited<ReturnType<typeof telling>>): Buffer {
  const words = 'BT /F1 12 Tf 50 200 Td (The budget is 325.) Tj ET'
  const at = bytes.length + 1
  const former = bytes.toString('latin1').match(/startxref\s+(\d+)\s+%%EOF\s*$/)![1]
  const update = `\n${content.objectNumber} 0 obj\n<</Length ${words.length}>>\nstream\n${words}\nendstream\nendobj\n`
  const xref = at + update.length - 1
  return Buffer.concat([
    bytes,
    Buffer.from(
      `${update}xref\n${content.objectNumber} 1\n${String(at).padStart(10, '0')} 00000 n \ntrailer\n<</Size 99/Prev ${former}>>\nstartxref\n${xref}\n%%EOF\n`,
    ),
  ])
}

test('a PDF tells no more who wrote, changed, signed and commented it, and holds no former state; what its page shows stays', async () => {
  const bytes = changed(await telling())
  expect(everythingIn(bytes).split(PLANTED).length).toBeGreaterThan(15)
  const { mediaType, removed, content } = await cleaned(bytes)
  expect(mediaType).toBe('application/pdf')
  expect(removed).toEqual([
    'properties',
    'names',
    'computer',
    'camera',
    'preview',
    'earlier',
    'signature',
    'attachments',
  ])
  const everything = everythingIn(content)
  expect(everything).not.toMatch(new RegExp(`${PLANTED}|20260102`, 'i'))
  for (const words of ['The budget is 325.', 'What she said.', 'Name of the ministry', 'Ministry of Gender'])
    expect(everything).toContain(words)
  const again = await PDFDocument.load(content, { updateMetadata: false })
  expect(again.getPageCount()).toBe(1)
  expect([again.context.trailerInfo.Info, again.context.trailerInfo.ID]).toEqual([undefined, undefined])
  const pictures = again.context
    .enumerateIndirectObjects()
    .filter(([, one]) => one instanceof PDFRawStream && String(one.dict.get(name('Subtype'))) === '/Image')
  expect(pictures).toHaveLength(1)
})

test('a PDF that opens without a password is cleaned, though it forbids to copy; one that asks for it is refused', async () => {
  for (const [userPassword, refused] of [
    ['', false],
    ['secret', true],
  ] as const) {
    const document = await PDFDocument.create()
    document.setAuthor(PLANTED)
    document.addPage([100, 100])
    document.encrypt({ userPassword, ownerPassword: 'owner', permissions: { copying: false } })
    const bytes = Buffer.from(await document.save({ useObjectStreams: false }))
    if (refused) await expect(cleaned(bytes)).rejects.toThrow('encrypted')
    else {
      const { content } = await cleaned(bytes)
      expect((await PDFDocument.load(content)).getPageCount()).toBe(1)
      expect(content.includes('/Encrypt')).toBe(false)
    }
  }
})

test('a PDF that is damaged, or a form of one program only, is refused', async () => {
  await expect(cleaned(Buffer.from('%PDF-1.7\nand nothing more'))).rejects.toThrow('broken-file')
  const document = await PDFDocument.create()
  document.addPage([100, 100])
  document.catalog.set(name('NeedsRendering'), document.context.obj(true))
  await expect(cleaned(await document.save())).rejects.toThrow('interactive-form')
})

test('a dictionary that leads to itself ends', async () => {
  const document = await PDFDocument.create()
  const page = document.addPage([100, 100])
  const ring = document.context.register(document.context.obj({}))
  const dict = document.context.lookup(ring)
  if (dict instanceof PDFDict) dict.set(name('Next'), ring)
  page.node.set(name('Ring'), ring)
  expect((await cleaned(await document.save())).removed).toEqual(['properties'])
})

test('a picture tells no more where it was taken, however it is wrapped; a file that is pinned to a page goes with its name', async () => {
  const document = await PDFDocument.create()
  const { context } = document
  const page = document.addPage([100, 100])
  const hex = Buffer.from(`${(await tellingPhoto()).toString('hex')}>`)
  const dict = { Type: 'XObject', Subtype: 'Image', Width: 40, Height: 20, BitsPerComponent: 8 }
  const wrapped = context.obj({ ...dict, ColorSpace: 'DeviceRGB', Filter: ['ASCIIHexDecode', 'DCTDecode'] })
  const photo = context.register(PDFRawStream.of(wrapped, hex))
  page.node.set(name('Resources'), context.obj({ XObject: { Photo: photo } }))
  const file = { Type: 'Filespec', F: text(`${PLANTED}.txt`), UF: text(`${PLANTED}.txt`), Desc: text(PLANTED) }
  const pinned = { ...file, EF: { F: context.register(context.stream(PLANTED)) } }
  const annotation = context.obj({ Type: 'Annot', Subtype: 'FileAttachment', Rect: [0, 0, 9, 9], FS: pinned })
  page.node.set(name('Annots'), context.obj([context.register(annotation)]))
  const { removed, content } = await cleaned(await document.save())
  expect(removed).toEqual(['properties', 'camera', 'attachments'])
  expect(everythingIn(content)).not.toContain(PLANTED)
  const kept = (await PDFDocument.load(content)).context
    .enumerateIndirectObjects()
    .flatMap(([, one]) => (one instanceof PDFRawStream && one.dict.has(name('Width')) ? [one] : []))
  expect(kept.map(one => String(one.dict.get(name('Filter'))))).toEqual(['/DCTDecode'])
})

test('a list of a million things in a PDF is walked like any other', async () => {
  const bytes = Buffer.from(
    `%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/X[${'1 '.repeat(1_000_000)}]>>\nendobj\n` +
      '2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\n' +
      'trailer\n<</Root 1 0 R/Size 4>>\n%%EOF\n',
  )
  expect((await cleaned(bytes)).mediaType).toBe('application/pdf')
})
