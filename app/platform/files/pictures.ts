/** Photographs and scanner files become a PDF as they arrive: shown, cited and read like any other, and without what a camera wrote into them. */
import { pdfOfSheets, type Sheet } from '@open1325/reader'
import sharp from 'sharp'
import { isPicture, RefusedFile } from './recognise.ts'

const HEAD = 8
/** Larger pictures, in bytes and in pixels of one page, are refused; a page of a scanner has about 9 million. */
const LARGEST = 60 * 1024 * 1024
const MOST_PIXELS = 120_000_000
const MOST_PAGES = 200
/** Pixels along the longer side that are kept: 300 to an inch of A4. */
const LONGEST = 3508
const QUALITY = 85
/** The longer side of A4 in points: the page's size where the picture does not tell how many of its dots are an inch. */
const A4 = 842
/** Fewer or more dots an inch than these are a program's invention. */
const DOTS = { fewest: 100, most: 1200 }

/**
 * The chunks as they are, or the PDF of a picture in their place; `found` is called where it is a picture.
 * @throws RefusedFile where the picture is too large or cannot be opened
 */
export async function* picturesAsPdf(chunks: AsyncIterable<Uint8Array>, found: () => void): AsyncGenerator<Uint8Array> {
  let head: Buffer = Buffer.alloc(0)
  let picture: Buffer[] | null = null
  let length = 0
  for await (const chunk of chunks) {
    if (picture) {
      picture.push(Buffer.from(chunk))
      if ((length += chunk.length) > LARGEST) throw new RefusedFile('too-large')
    } else if (head.length >= HEAD) yield chunk
    else {
      head = Buffer.concat([head, chunk])
      if (head.length < HEAD) continue
      if (isPicture(head)) {
        picture = [head]
        length = head.length
      } else yield head
    }
  }
  if (picture) {
    found()
    yield await pdfOfPicture(Buffer.concat(picture))
  } else if (head.length < HEAD) yield head
}

/** A PDF with one page for each of the picture's (a TIFF may have many), upright as the camera meant it. */
export async function pdfOfPicture(bytes: Buffer): Promise<Uint8Array> {
  try {
    const { pages = 1 } = await sharp(bytes, { limitInputPixels: MOST_PIXELS }).metadata()
    if (pages > MOST_PAGES) throw new RefusedFile('too-large')
    const sheets: Sheet[] = []
    for (let page = 0; page < pages; page++) sheets.push(await sheetOf(bytes, page))
    return pdfOfSheets(sheets)
  } catch (error) {
    throw error instanceof RefusedFile ? error : new RefusedFile('other-kind')
  }
}

async function sheetOf(bytes: Buffer, page: number): Promise<Sheet> {
  const picture = sharp(bytes, { page, limitInputPixels: MOST_PIXELS })
  const { width: across, height: down, density = 0, isOpaque } = { isOpaque: true, ...(await picture.metadata()) }
  const { data, info } = await picture
    .autoOrient()
    .flatten(isOpaque ? false : { background: '#ffffff' })
    .resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .jpeg({ quality: QUALITY })
    .toBuffer({ resolveWithObject: true })
  const longest = Math.max(across, down)
  const long = density >= DOTS.fewest && density <= DOTS.most ? (longest * 72) / density : A4
  const point = long / Math.max(info.width, info.height)
  const colours = info.channels === 1 ? 'grey' : 'rgb'
  const size = { width: info.width * point, height: info.height * point }
  return { jpeg: data, width: info.width, height: info.height, colours, size }
}
