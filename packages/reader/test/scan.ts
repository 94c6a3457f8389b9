/** Writes PDFs whose pages are pictures, as a scanner gives them: a JPEG a page, turned a little, blurred, with noise on grey paper. */
import sharp from 'sharp'
import { drawGrey } from '../src/ocr/draw.ts'
import { loadPdfium, openPdf } from '../src/pdf/pdfium.ts'

export interface ScanOptions {
  /** Degrees clockwise by which the sheets lay askew; every second one the other way. */
  askew?: number
  /** Degrees clockwise by which the sheets were fed turned: 0, 90, 180, 270. */
  turned?: number
  /** 1-based; all by default. */
  pages?: readonly number[]
}

interface Sheet {
  jpeg: Buffer
  width: number
  height: number
}

/** A PDF's pages as one would get them from its print at 200 dots an inch. The noise is the same on every run. */
export async function scanned(pdf: Uint8Array, options: ScanOptions = {}): Promise<Uint8Array> {
  const { askew = 1.5, turned = 0 } = options
  const pdfium = await loadPdfium()
  const file = openPdf(pdfium, pdf)
  const numbers = options.pages ?? Array.from({ length: file.pages }, (_, i) => i + 1)
  const sheets: Sheet[] = []
  for (const number of numbers) {
    const { picture } = drawGrey(pdfium, file.document, number)
    sheets.push(await sheetOf(picture, number % 2 ? askew : -askew, turned))
  }
  file.close()
  return pdfOfSheets(sheets)
}

async function sheetOf(picture: { width: number; height: number; data: Uint8Array }, askew: number, turned: number) {
  const grey = { raw: { width: picture.width, height: picture.height, channels: 1 as const } }
  const { data, info } = await sharp(picture.data, grey)
    .rotate(askew, { background: '#fff' })
    .blur(0.6)
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  let seed = 1
  const random = () => (seed = (seed * 1_103_515_245 + 12_345) & 0x7fff_ffff) / 0x7fff_ffff
  for (let i = 0; i < data.length; i++)
    data[i] = Math.max(0, Math.min(255, data[i]! * 0.93 + (random() + random() + random() - 1.5) * 12))
  const jpeg = await sharp(data, { raw: { width: info.width, height: info.height, channels: 1 } })
    .rotate(turned)
    .toColourspace('b-w')
    .jpeg({ quality: 70 })
    .toBuffer()
  return turned % 180
    ? { jpeg, width: info.height, height: info.width }
    : { jpeg, width: info.width, height: info.height }
}

const POINT = 72 / 200

function pdfOfSheets(sheets: readonly Sheet[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  const offsets: number[] = []
  const length = () => parts.reduce((sum, part) => sum + part.length, 0)
  const add = (body: string, stream?: Buffer) => {
    offsets.push(length())
    parts.push(Buffer.from(`${offsets.length} 0 obj\n${body}\n`))
    if (stream) parts.push(Buffer.from('stream\n'), stream, Buffer.from('\nendstream\n'))
    parts.push(Buffer.from('endobj\n'))
  }
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(`<< /Type /Pages /Kids [${sheets.map((_, i) => `${3 + 3 * i} 0 R`).join(' ')}] /Count ${sheets.length} >>`)
  sheets.forEach(({ jpeg, width, height }, i) => {
    const [wide, high] = [width * POINT, height * POINT]
    const resources = `<< /XObject << /P ${4 + 3 * i} 0 R >> >>`
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] /Resources ${resources} /Contents ${5 + 3 * i} 0 R >>`,
    )
    const kind = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray`
    add(`<< ${kind} /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>`, jpeg)
    const draw = Buffer.from(`q ${wide} 0 0 ${high} 0 0 cm /P Do Q`)
    add(`<< /Length ${draw.length} >>`, draw)
  })
  const start = length()
  const entries = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    Buffer.from(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${entries}`),
    Buffer.from(`trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`),
  )
  return Buffer.concat(parts)
}
