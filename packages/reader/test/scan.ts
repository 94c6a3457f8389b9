/** Writes PDFs whose pages are pictures, as a scanner gives them: a JPEG a page, turned a little, blurred, with noise on grey paper. */
import sharp from 'sharp'
import { drawGrey } from '../src/ocr/draw.ts'
import type { Picture } from '../src/ocr/picture.ts'
import { pdfOfSheets, type Sheet } from '../src/ocr/sheets.ts'
import { loadPdfium, openPdf } from '../src/pdf/pdfium.ts'

export interface ScanOptions {
  /** Degrees clockwise by which the sheets lay askew; every second one the other way. */
  askew?: number
  /** Degrees clockwise by which the sheets were fed turned: 0, 90, 180, 270. */
  turned?: number
  /** 1-based; all by default. */
  pages?: readonly number[]
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

const POINT = 72 / 200

async function sheetOf(picture: Picture, askew: number, turned: number): Promise<Sheet> {
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
  const [width, height] = turned % 180 ? [info.height, info.width] : [info.width, info.height]
  return { jpeg, width, height, colours: 'grey', size: { width: width * POINT, height: height * POINT } }
}
