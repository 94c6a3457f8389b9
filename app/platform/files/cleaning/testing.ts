/** For tests: documents with names planted wherever programs write them, and a look into all that a file holds. */
import { inflateRawSync, inflateSync } from 'node:zlib'
import { zipSync } from 'fflate'
import sharp from 'sharp'
import { contentOf, openNameless } from '../nameless.ts'
import { cleanDocument } from './document.ts'
import type { TakenOut } from './model.ts'

/** In whatever case and encoding, it is nowhere in a cleaned file. */
export const PLANTED = 'Zewditu'

export async function cleaned(bytes: Uint8Array): Promise<{ mediaType: string; removed: TakenOut[]; content: Buffer }> {
  await using file = await openNameless()
  await using to = await openNameless()
  await file.appendFile(bytes)
  const isPdf = Buffer.from(bytes).includes('%PDF-')
  const told = await cleanDocument({ file, bytes: bytes.length }, to, isPdf)
  const parts: Uint8Array[] = []
  for await (const part of contentOf(to)) parts.push(part)
  return { ...told, content: Buffer.concat(parts) }
}

export const zipOfTexts = (parts: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, content]) => [
        name,
        typeof content === 'string' ? new TextEncoder().encode(content) : content,
      ]),
    ),
  )

// Buffer.toString('utf16le') ends the program on bytes that lie at an odd place.
const wide = new TextDecoder('utf-16le')

/** All bytes that can be had from a file, what is packed within it unpacked, however deep; in one piece. */
export function everythingIn(bytes: Buffer): string {
  const found = [bytes.toString('latin1'), wide.decode(bytes), wide.decode(bytes.subarray(1))]
  for (let at = bytes.indexOf('PK\x03\x04'); at >= 0; at = bytes.indexOf('PK\x03\x04', at + 4)) {
    const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
    if (bytes.readUInt16LE(at + 8) === 8) found.push(everythingIn(unpacked(bytes.subarray(from), inflateRawSync)))
  }
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    const from = at + 6 + (bytes[at + 6] === 0x0d ? 2 : 1)
    if (bytes.toString('latin1', at - 3, at) !== 'end' && bytes[from] === 0x78)
      found.push(everythingIn(unpacked(bytes.subarray(from), inflateSync)))
  }
  return found.join('\n').replace(/<([0-9A-Fa-f\s]{8,})>/g, (hex, digits: string) => {
    const text = Buffer.from(digits.replace(/\s/g, ''), 'hex')
    return `${hex} ${text.toString('latin1')} ${wide.decode(text)} ${wide.decode(text.subarray(1))}`
  })
}

function unpacked(bytes: Buffer, unpack: (bytes: Buffer) => Buffer): Buffer {
  try {
    return unpack(bytes)
  } catch {
    return Buffer.alloc(0)
  }
}

/** A photo that tells where and by whom it was taken, and that stands upright only if its turning is known. */
export async function tellingPhoto(): Promise<Buffer> {
  const photo = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#3b1a4a' } })
    .jpeg()
    .withExif({ IFD0: { Artist: PLANTED, Make: `${PLANTED} camera` }, IFD3: { GPSLatitudeRef: 'S' } })
    .withMetadata({ orientation: 6 })
    .toBuffer()
  const segment = (marker: number, text: string) => {
    const head = Buffer.from([0xff, marker, 0, 0])
    head.writeUInt16BE(text.length + 2, 2)
    return Buffer.concat([head, Buffer.from(text, 'latin1')])
  }
  return Buffer.concat([
    photo.subarray(0, 2),
    segment(0xe1, `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${PLANTED}</x:xmpmeta>`),
    segment(0xed, `Photoshop 3.0\0${PLANTED}`),
    segment(0xfe, `by ${PLANTED}`),
    photo.subarray(2),
    Buffer.from(`a second picture of ${PLANTED}`),
  ])
}
