/** The parts of a zip, opened under limits, and written anew without what a zip says of when and where it was made. */
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'
import { CannotClean } from './model.ts'

/** Of one part, and of all that are opened, in bytes. */
const LARGEST_PART = 64 * 1024 * 1024
const MOST_OPENED = 400 * 1024 * 1024
const MOST_PARTS = 20_000

const END = 0x06054b50
const END_LENGTH = 22
const LONGEST_COMMENT = 0xffff
const ENTRY = 0x02014b50
const ENTRY_LENGTH = 46
const LOCAL = 0x04034b50
const LOCAL_LENGTH = 30
const STORED = 0
const DEFLATED = 8
const ENCRYPTED = 1
const UTF8_NAME = 0x0800
/** 1 January 1980, the first day that a zip knows. */
const NO_DATE = 0x0021

export interface Part {
  name: string
  method: number
  crc: number
  size: number
  packed: Uint8Array
}

/** How many bytes may still be opened; one for a file with all files within it. */
export interface Allowance {
  left: number
}
export const allowance = (): Allowance => ({ left: MOST_OPENED })

/** In the order of the directory; folders, and names that lead out of the zip, are left out. @throws CannotClean */
export function partsOf(bytes: Buffer): Part[] {
  const parts: Part[] = []
  const names = new Set<string>()
  const end = endOf(bytes)
  const count = bytes.readUInt16LE(end + 10)
  if (count > MOST_PARTS) throw new CannotClean('too-much-inside')
  try {
    let at = bytes.readUInt32LE(end + 16)
    for (let n = 0; n < count; n++) {
      if (bytes.readUInt32LE(at) !== ENTRY) throw new CannotClean('broken-file')
      const [nameLength, extraLength, commentLength] = [28, 30, 32].map(field => bytes.readUInt16LE(at + field))
      const name = bytes.toString('utf8', at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength!).replaceAll('\\', '/')
      if (bytes.readUInt16LE(at + 8) & ENCRYPTED) throw new CannotClean('encrypted')
      const part = { name, method: bytes.readUInt16LE(at + 10), crc: bytes.readUInt32LE(at + 16) }
      const extra = bytes.subarray(at + ENTRY_LENGTH + nameLength!, at + ENTRY_LENGTH + nameLength! + extraLength!)
      const { size, packedSize, local } = sizesOf(bytes, at, extra)
      at += ENTRY_LENGTH + nameLength! + extraLength! + commentLength!
      if (name.endsWith('/') || name.startsWith('/') || name.split('/').includes('..')) continue
      if (names.has(name.toLowerCase()) || bytes.readUInt32LE(local) !== LOCAL) throw new CannotClean('broken-file')
      names.add(name.toLowerCase())
      const from = local + LOCAL_LENGTH + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
      if (from + packedSize > bytes.length) throw new CannotClean('broken-file')
      parts.push({ ...part, size, packed: bytes.subarray(from, from + packedSize) })
    }
  } catch (error) {
    throw error instanceof RangeError ? new CannotClean('broken-file') : error
  }
  return parts
}

function endOf(bytes: Buffer): number {
  for (let at = bytes.length - END_LENGTH; at >= Math.max(0, bytes.length - END_LENGTH - LONGEST_COMMENT); at--)
    if (bytes.readUInt32LE(at) === END) return at
  throw new CannotClean('broken-file')
}

const FULL = 0xffffffff

/** Some programs write sizes in a field for large files also where they are small. */
function sizesOf(bytes: Buffer, at: number, extra: Buffer) {
  const short = [24, 20, 42].map(field => bytes.readUInt32LE(at + field))
  let more: Buffer = extra.subarray(0, 0)
  for (let n = 0; n + 4 <= extra.length; n += 4 + extra.readUInt16LE(n + 2))
    if (extra.readUInt16LE(n) === 1) more = extra.subarray(n + 4, n + 4 + extra.readUInt16LE(n + 2))
  let read = 0
  const [size, packedSize, local] = short.map(value => {
    if (value !== FULL) return value
    read += 8
    return Number(more.readBigUInt64LE(read - 8))
  })
  return { size: size!, packedSize: packedSize!, local: local! }
}

/** What a part holds. @throws CannotClean where it is damaged, or more than a document holds */
export function opened({ method, size, packed, crc }: Part, allowed: Allowance): Buffer {
  const most = Math.min(LARGEST_PART, allowed.left)
  if (size > most) throw new CannotClean('too-much-inside')
  const content = method === STORED ? Buffer.from(packed) : inflated(method, packed, most)
  allowed.left -= content.length
  if (crc32(content) !== crc) throw new CannotClean('broken-file')
  return content
}

function inflated(method: number, packed: Uint8Array, most: number): Buffer {
  if (method !== DEFLATED) throw new CannotClean('broken-file')
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    throw new CannotClean(
      (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-much-inside' : 'broken-file',
    )
  }
}

export function packed(name: string, content: Uint8Array, method: 'deflate' | 'store' = 'deflate'): Part {
  const about = { name, crc: crc32(content), size: content.length }
  return method === 'store'
    ? { ...about, method: STORED, packed: content }
    : { ...about, method: DEFLATED, packed: deflateRawSync(content) }
}

/** The zip, piece by piece. */
export function* zipOf(parts: Iterable<Part>): Generator<Uint8Array> {
  const directory: Uint8Array[] = []
  let at = 0
  let count = 0
  for (const part of parts) {
    const name = Buffer.from(part.name)
    const same = Buffer.alloc(22)
    same.writeUInt16LE(UTF8_NAME, 0)
    same.writeUInt16LE(part.method, 2)
    same.writeUInt16LE(NO_DATE, 6)
    same.writeUInt32LE(part.crc, 8)
    same.writeUInt32LE(part.packed.length, 12)
    same.writeUInt32LE(part.size, 16)
    same.writeUInt16LE(name.length, 20)
    const local = Buffer.alloc(LOCAL_LENGTH)
    local.writeUInt32LE(LOCAL, 0)
    local.writeUInt16LE(20, 4)
    same.copy(local, 6)
    const entry = Buffer.alloc(ENTRY_LENGTH)
    entry.writeUInt32LE(ENTRY, 0)
    entry.writeUInt16LE(20, 4)
    entry.writeUInt16LE(20, 6)
    same.copy(entry, 8)
    entry.writeUInt32LE(at, 42)
    directory.push(entry, name)
    yield local
    yield name
    yield part.packed
    at += local.length + name.length + part.packed.length
    count++
  }
  const listing = Buffer.concat(directory)
  yield listing
  const end = Buffer.alloc(END_LENGTH)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(at, 16)
  yield end
}
