/**
 * Pictures within documents: what cameras and programs wrote beside the picture is left out, the picture's own bytes stay as they are.
 * Nothing of this calls a library for pictures: it runs in threads that are ended, and native code does not survive that.
 */
import { CannotClean } from './model.ts'

/** The same bytes where nothing was in them. @throws CannotClean 'recording-inside' for sound and film */
export function pictureWithout(bytes: Buffer): Buffer {
  try {
    return without(bytes)
  } catch (error) {
    throw error instanceof RangeError ? new CannotClean('broken-file') : error
  }
}

function without(bytes: Buffer): Buffer {
  const at = (start: number, end: number) => bytes.toString('latin1', start, end)
  if (at(0, 3) === '\xff\xd8\xff') return jpegWithout(bytes)
  if (at(0, 8) === '\x89PNG\r\n\x1a\n') return pngWithout(bytes)
  if (at(0, 4) === 'GIF8') return gifWithout(bytes)
  if (at(0, 4) === 'RIFF' && at(8, 12) === 'WEBP') return webpWithout(bytes)
  if (at(0, 4) === 'II*\0' || at(0, 4) === 'MM\0*') return tiffWithout(bytes)
  if (at(4, 8) === 'jP  ') return jpeg2000Without(bytes)
  if (at(40, 44) === ' EMF') return emfWithout(bytes)
  if (isRecording(at)) throw new CannotClean('recording-inside')
  return bytes
}

/** Also pictures of telephones that are kept in a film's format. */
const isRecording = (at: (start: number, end: number) => string): boolean =>
  at(4, 8) === 'ftyp' ||
  at(4, 8) === 'moov' ||
  at(4, 8) === 'mdat' ||
  at(4, 8) === 'wide' ||
  /^(?:RIFF|OggS|fLaC|FLV.|FORM|#!AM|MThd)/.test(at(0, 4)) ||
  at(0, 3) === 'ID3' ||
  /^\xff[\xe2-\xff]/.test(at(0, 2)) ||
  at(0, 4) === '\x1aE\xdf\xa3' ||
  at(0, 4) === '\x30\x26\xb2\x75' ||
  at(0, 4) === '\0\0\x01\xba' ||
  at(0, 4) === '\0\0\x01\xb3'

const ORIENTATION = 0x0112

/** Only what is needed to show it: an upright picture stays upright. What follows the picture's end is left out as well. */
function jpegWithout(bytes: Buffer): Buffer {
  const out: Buffer[] = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) throw new CannotClean('broken-file')
    const marker = bytes[at + 1]!
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker === 0xd9) break
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    const segment = bytes.subarray(at, end)
    const isOfApplication = marker >= 0xe0 && marker <= 0xef
    const isNeeded =
      (marker === 0xe0 && segment.toString('latin1', 4, 9) === 'JFIF\0') ||
      (marker === 0xee && segment.toString('latin1', 4, 9) === 'Adobe')
    if (marker === 0xe1) {
      const turned = orientationIn(segment)
      if (turned !== 1) out.push(orientationSegment(turned))
    } else if (marker === 0xe0 && isNeeded) out.push(withoutThumbnail(segment))
    else if (marker !== 0xfe && (!isOfApplication || isNeeded)) out.push(segment)
    at = end
    if (marker !== 0xda) continue
    const scanned = endOfScan(bytes, at)
    out.push(bytes.subarray(at, scanned))
    at = scanned
  }
  out.push(Buffer.from([0xff, 0xd9]))
  const made = Buffer.concat(out)
  return made.equals(bytes) ? bytes : made
}

/** A preview may show what was cut off the picture later. */
function withoutThumbnail(segment: Buffer): Buffer {
  if (segment.length <= 18) return segment
  const made = Buffer.from(segment.subarray(0, 18))
  made.writeUInt16BE(16, 2)
  made.writeUInt16BE(0, 16)
  return made
}

/** Where the next marker stands that is part of the file and not of the picture's data. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0xd9
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

/** 1 to 8 as Exif counts; 1, upright, where it does not say. */
function orientationIn(segment: Buffer): number {
  if (segment.toString('latin1', 4, 10) !== 'Exif\0\0') return 1
  const tiff = segment.subarray(10)
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  try {
    const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
    for (let n = 0; n < short(directory); n++) {
      const entry = directory + 2 + n * 12
      if (short(entry) !== ORIENTATION) continue
      const value = short(entry + 8)
      return value >= 1 && value <= 8 ? value : 1
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return 1
}

function orientationSegment(orientation: number): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write('MM\0*', 0, 'latin1')
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(ORIENTATION, 10)
  tiff.writeUInt16BE(3, 12)
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(orientation, 18)
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(2 + 6 + tiff.length, 2)
  return Buffer.concat([head, Buffer.from('Exif\0\0', 'latin1'), tiff])
}

/** What a PNG needs to be shown; texts, times, Exif and colour profiles are others. */
const PNG_CHUNKS = /^(?:IHDR|PLTE|IDAT|IEND|tRNS|gAMA|cHRM|sRGB|sBIT|bKGD|pHYs|hIST|acTL|fcTL|fdAT)$/

function pngWithout(bytes: Buffer): Buffer {
  const out: Buffer[] = [bytes.subarray(0, 8)]
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at)
    const kind = bytes.toString('latin1', at + 4, at + 8)
    if (end > bytes.length) throw new CannotClean('broken-file')
    if (PNG_CHUNKS.test(kind)) out.push(bytes.subarray(at, end))
    if (kind === 'IEND') break
    at = end
  }
  const made = Buffer.concat(out)
  return made.equals(bytes) ? bytes : made
}

function webpWithout(bytes: Buffer): Buffer {
  const out: Buffer[] = []
  for (let at = 12; at + 8 <= bytes.length;) {
    const size = bytes.readUInt32LE(at + 4)
    const end = at + 8 + size + (size % 2)
    const kind = bytes.toString('latin1', at, at + 4)
    const chunk = Buffer.from(bytes.subarray(at, end))
    // Its flags say which of the others there are: colour profile, Exif, XMP.
    if (kind === 'VP8X') chunk[8]! &= ~0x2c
    if (/^(?:VP8[ LX]|ALPH|ANIM|ANMF)$/.test(kind)) out.push(chunk)
    at = end
  }
  const body = Buffer.concat(out)
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  head.writeUInt32LE(4 + body.length, 4)
  const made = Buffer.concat([head, body])
  return made.equals(bytes) ? bytes : made
}

/** Comments and the extensions of programs go; the one that lets it play again and again stays. */
function gifWithout(bytes: Buffer): Buffer {
  const table = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)
  const afterBlocks = (from: number) => {
    let at = from
    while (bytes[at]) at += bytes[at]! + 1
    return at + 1
  }
  let at = 13 + table(bytes[10] ?? 0)
  const out: Buffer[] = [bytes.subarray(0, at)]
  while (at < bytes.length && bytes[at] !== 0x3b) {
    const start = at
    const isPicture = bytes[at] === 0x2c
    if (!isPicture && bytes[at] !== 0x21) throw new CannotClean('broken-file')
    at = afterBlocks(isPicture ? at + 11 + table(bytes[at + 9] ?? 0) : at + 2)
    const kind = bytes[start + 1]
    const isLoop = kind === 0xff && bytes.toString('latin1', start + 3, start + 14) === 'NETSCAPE2.0'
    if (isPicture || kind === 0xf9 || isLoop) out.push(bytes.subarray(start, at))
  }
  out.push(Buffer.from([0x3b]))
  const made = Buffer.concat(out)
  return made.equals(bytes) ? bytes : made
}

/** Fields of a TIFF that describe it: texts, Exif, places, XMP, IPTC, a program's own, colour profile. */
const TIFF_FIELDS = new Set([
  269, 270, 271, 272, 285, 305, 306, 315, 316, 700, 33432, 33723, 34377, 34665, 34675, 34853, 37724, 50341,
])
const TIFF_LENGTHS = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]
const DIRECTORIES = new Set([34665, 34853, 40965])
const MOST_DIRECTORIES = 1000

/** The fields leave their places empty, so that nothing that is needed moves. */
function tiffWithout(bytes: Buffer): Buffer {
  const made = Buffer.from(bytes)
  const isLittle = made[0] === 0x49
  const short = (at: number) => (isLittle ? made.readUInt16LE(at) : made.readUInt16BE(at))
  const long = (at: number) => (isLittle ? made.readUInt32LE(at) : made.readUInt32BE(at))
  const seen = new Set<number>()

  function clean(directory: number, isWhole: boolean): number {
    if (seen.has(directory) || seen.size > MOST_DIRECTORIES) return 0
    seen.add(directory)
    const count = short(directory)
    const kept: Buffer[] = []
    for (let n = 0; n < count; n++) {
      const at = directory + 2 + n * 12
      const field = short(at)
      if (!isWhole && !TIFF_FIELDS.has(field)) {
        kept.push(Buffer.from(made.subarray(at, at + 12)))
        continue
      }
      if (DIRECTORIES.has(field)) clean(long(at + 8), true)
      const length = (TIFF_LENGTHS[short(at + 2)] ?? 1) * long(at + 4)
      if (length > 4) made.fill(0, long(at + 8), Math.min(made.length, long(at + 8) + length))
    }
    const next = long(directory + 2 + count * 12)
    made.fill(0, directory, directory + 2 + count * 12 + 4)
    if (isLittle) made.writeUInt16LE(kept.length, directory)
    else made.writeUInt16BE(kept.length, directory)
    Buffer.concat(kept).copy(made, directory + 2)
    const end = directory + 2 + kept.length * 12
    if (isLittle) made.writeUInt32LE(isWhole ? 0 : next, end)
    else made.writeUInt32BE(isWhole ? 0 : next, end)
    return next
  }

  for (let directory = long(4); directory !== 0;) directory = clean(directory, false)
  return made.equals(bytes) ? bytes : made
}

/** A drawing's description names the program and the file that it was. */
function emfWithout(bytes: Buffer): Buffer {
  const [length, from] = [bytes.readUInt32LE(60) * 2, bytes.readUInt32LE(64)]
  if (!length || from + length > bytes.length) return bytes
  return Buffer.from(bytes).fill(0, from, from + length)
}

/** JPEG 2000: the boxes that hold descriptions, and nothing that is needed to show it. */
function jpeg2000Without(bytes: Buffer): Buffer {
  const out: Buffer[] = []
  for (let at = 0; at + 8 <= bytes.length;) {
    const size = bytes.readUInt32BE(at)
    const kind = bytes.toString('latin1', at + 4, at + 8)
    const end = size === 0 ? bytes.length : size === 1 ? at + Number(bytes.readBigUInt64BE(at + 8)) : at + size
    if (end <= at || end > bytes.length) throw new CannotClean('broken-file')
    if (!/^(?:xml |uuid|uinf|asoc|jp2i)$/.test(kind)) out.push(bytes.subarray(at, end))
    at = end
  }
  const made = Buffer.concat(out)
  return made.equals(bytes) ? bytes : made
}
