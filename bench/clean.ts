/**
 * How long it takes to clean large files that people send, how much memory, and how long the rest of the program stands still meanwhile: a PDF
 * and a Word file of about 95 MB with photos, and a small one of each.
 */
import { randomBytes } from 'node:crypto'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { PDFDocument } from '@cantoo/pdf-lib'
import { zipSync } from 'fflate'
import sharp from 'sharp'
import { DOCX } from '@open1325/reader/media-type'
import { cleanDocument } from '../app/platform/files/cleaning/document.ts'
import { openNameless } from '../app/platform/files/nameless.ts'

const LARGE = 95e6
const PARAGRAPH =
  '<w:p w:rsidR="00AB12CD"><w:ins w:author="Somebody"><w:r><w:t>Women took part in the talks.</w:t></w:r></w:ins></w:p>'

const dots = { raw: { width: 1600, height: 1200, channels: 3 as const } }
const photo = await sharp(randomBytes(1600 * 1200 * 3), dots)
  .jpeg({ quality: 90 })
  .withExif({ IFD0: { Artist: 'Somebody' } })
  .toBuffer()

async function pdf(photos: number): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.setAuthor('Somebody')
  for (let n = 0; n < photos; n++)
    document.addPage().drawImage(await document.embedJpg(new Uint8Array(photo)), { width: 500, height: 400 })
  return document.save()
}

function word(photos: number, paragraphs: number): Uint8Array {
  const text = `<w:document>${PARAGRAPH.repeat(paragraphs)}</w:document>`
  const list = `<Types><Override PartName="/word/document.xml" ContentType="${DOCX}.main+xml"/></Types>`
  return zipSync({
    '[Content_Types].xml': Buffer.from(list),
    'word/document.xml': Buffer.from(text),
    ...Object.fromEntries(
      Array.from({ length: photos }, (_, n) => [`word/media/image${n}.jpeg`, [photo, { level: 0 }]]),
    ),
  })
}

async function measure(name: string, bytes: Uint8Array, isPdf: boolean) {
  await using from = await openNameless()
  await using to = await openNameless()
  await from.appendFile(bytes)
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  let most = 0
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20)
  const start = performance.now()
  const { removed } = await cleanDocument({ file: from, bytes: bytes.length }, to, isPdf)
  const seconds = (performance.now() - start) / 1000
  clearInterval(watch)
  delay.disable()
  console.log(
    `${name}: ${(bytes.length / 1e6).toFixed(1)} MB, ${seconds.toFixed(2)} s, ${Math.round(most / 1e6)} MB of memory at most, ` +
      `the program stood still for ${Math.round(delay.max / 1e6)} ms at most; taken out: ${removed.join(', ')}`,
  )
}

const many = Math.floor(LARGE / photo.length)
await measure('a small PDF', await pdf(0), true)
await measure('a small Word file', word(0, 100), false)
await measure('a large PDF', await pdf(many), true)
await measure('a large Word file', word(many - 4, 500_000), false)
