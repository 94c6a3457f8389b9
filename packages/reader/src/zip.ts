/** The parts of an Office or OpenDocument file, inflated under limits: a small file must not grow into all the memory there is. */
import { Unzip, UnzipInflate, UnzipPassThrough } from 'fflate'
import { ReaderError } from './errors.ts'

/** Largest sum of inflated bytes of the parts that are read. A plan of 500 pages with its styles takes some 30 MB. */
const MOST_BYTES = 256 * 1024 * 1024
/** XML inflates 10 to 30 times; 200 times over a whole part is written to hurt. */
const MOST_RATIO = 200
/** Small parts may repeat themselves as much as they like. */
const RATIO_FROM = 4 * 1024 * 1024
/** Little at a time goes in, so that little comes out before it is counted. */
const CHUNK = 16 * 1024

/**
 * The parts whose names are wanted, by name. Sizes are counted while inflating; what the file's own directory says of them is
 * not believed.
 * @throws ReaderError 'zip-bomb' when a part or all of them grow past the limits, 'broken' when the file is no readable zip
 */
export function partsOf(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>()
  let total = 0
  let failure: unknown = null
  let tooLarge = false
  let read = 0
  const unzip = new Unzip(file => {
    if (!wanted(file.name)) return
    const chunks: Uint8Array[] = []
    const start = read
    let size = 0
    file.ondata = (error, data, final) => {
      if (error) {
        failure ??= error
        return
      }
      size += data.length
      total += data.length
      const packed = Math.max(1, file.size ?? read + CHUNK - start)
      if (total > MOST_BYTES || (size > RATIO_FROM && size > packed * MOST_RATIO)) tooLarge = true
      if (tooLarge) return
      chunks.push(data)
      if (final) parts.set(file.name, joined(chunks, size))
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  unzip.register(UnzipPassThrough)
  try {
    for (; read < bytes.length && !tooLarge; read += CHUNK)
      unzip.push(bytes.subarray(read, read + CHUNK), read + CHUNK >= bytes.length)
  } catch (error) {
    failure ??= error
  }
  if (tooLarge)
    throw new ReaderError(
      'zip-bomb',
      'The file unpacks to far more than a document holds. Save it again from the program it came from.',
    )
  if (failure !== null && parts.size === 0) {
    throw new ReaderError(
      'broken',
      'The file cannot be unpacked; it is damaged or cut short. Save it again from the program it came from.',
    )
  }
  return parts
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const out = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    out.set(chunk, at)
    at += chunk.length
  }
  return out
}
