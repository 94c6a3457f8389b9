/** Photos are made anew when they arrive: upright, without a word about where, when and with what they were taken. */
import sharp from 'sharp'
import { CannotClean, type TakenOut } from './model.ts'

/** Larger photos are not opened, in pixels. */
const MOST_PIXELS = 120_000_000
/** The longest side that is kept. */
const LONGEST_SIDE = 6000

export type ImageKind = 'jpeg' | 'png' | 'webp' | 'gif' | 'tiff' | 'avif' | 'heic'

/** By a file's first bytes; null for anything but a photo. */
export function imageKindOf(head: Buffer): ImageKind | null {
  const at = (start: number, end: number) => head.toString('latin1', start, end)
  if (at(0, 3) === '\xff\xd8\xff') return 'jpeg'
  if (at(0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (at(0, 4) === 'RIFF' && at(8, 12) === 'WEBP') return 'webp'
  if (/^GIF8[79]a$/.test(at(0, 6))) return 'gif'
  if (at(0, 4) === 'II*\0' || at(0, 4) === 'MM\0*') return 'tiff'
  if (at(4, 8) !== 'ftyp') return null
  const brand = at(8, 12)
  if (brand === 'avif' || brand === 'avis') return 'avif'
  return /^(hei[cxms]|hev[cxms]|mif1|msf1)$/.test(brand) ? 'heic' : null
}

export interface Photo {
  bytes: Uint8Array
  mediaType: 'image/jpeg' | 'image/png'
  ending: 'jpg' | 'png'
  removed: TakenOut[]
}

/**
 * The picture and nothing else: no EXIF, GPS, XMP, IPTC or colour profile, turned as it is to be seen. Screenshots stay PNG, everything
 * else becomes JPEG.
 * @throws CannotClean
 */
export async function cleanPhoto(bytes: Uint8Array, kind: ImageKind): Promise<Photo> {
  const png = kind === 'png' || kind === 'gif'
  try {
    const arrived = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    const { exif, xmp, iptc, icc, comments } = await arrived.metadata()
    const picture = arrived
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    const made = png ? picture.png() : picture.flatten({ background: '#ffffff' }).jpeg({ quality: 88 })
    return {
      bytes: await made.toBuffer(),
      mediaType: png ? 'image/png' : 'image/jpeg',
      ending: png ? 'png' : 'jpg',
      removed: exif || xmp || iptc || icc || comments?.length ? ['camera'] : [],
    }
  } catch {
    throw new CannotClean(kind === 'heic' ? 'heic' : 'broken-photo')
  }
}
