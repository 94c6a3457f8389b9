/** Tar archives (POSIX ustar), as much as a backup needs: files, one after the other, read and written as they pass by. */

const BLOCK = 512

export interface Entry {
  name: string
  size: number
  content: AsyncIterable<Buffer>
}

/** The blocks that come before a file's content. @param name at most 100 bytes */
export function tarHeader(name: string, size: number): Buffer {
  const header = Buffer.alloc(BLOCK)
  header.write(name, 0, 100)
  header.write(octal(0o600, 8), 100)
  header.write(octal(0, 8), 108)
  header.write(octal(0, 8), 116)
  header.write(octal(size, 12), 124)
  header.write(octal(0, 12), 136)
  header.write('        ', 148)
  header.write('0', 156)
  header.write('ustar\x0000', 257)
  header.write(`${octal(sum(header), 7)}\0 `, 148)
  return header
}

/** What comes after a file's content: up to the next block. */
export function tarPadding(size: number): Buffer {
  return Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK)
}

/** The end of an archive. */
export const TAR_END = Buffer.alloc(2 * BLOCK)

/**
 * Reads an archive. Each entry's content must be read to its end before the next entry is asked for.
 * @throws TypeError where it is not an archive, or ends early
 */
export async function* readTar(chunks: AsyncIterable<Buffer>): AsyncGenerator<Entry> {
  const bytes = new Taker(chunks)
  for (;;) {
    const header = await bytes.exactly(BLOCK)
    if (header.every(byte => byte === 0)) return
    const stated = Number.parseInt(header.toString('latin1', 148, 156), 8)
    if (stated !== sum(withoutSum(header))) throw new TypeError('not a tar archive')
    const name = header.toString('utf8', 0, 100).replace(/\0.*$/s, '')
    const size = Number.parseInt(header.toString('latin1', 124, 136), 8)
    yield { name, size, content: bytes.upTo(size) }
    await bytes.exactly(tarPadding(size).length)
  }
}

function octal(value: number, width: number): string {
  return value.toString(8).padStart(width - 1, '0')
}

/** The checksum's own field counts as eight spaces. */
function withoutSum(header: Buffer): Buffer {
  return Buffer.concat([header.subarray(0, 148), Buffer.from('        '), header.subarray(156)])
}

function sum(header: Buffer): number {
  return header.reduce((total, byte) => total + byte, 0)
}

/** Takes bytes off a stream in the amounts that are asked for. */
class Taker {
  #chunks: AsyncIterator<Buffer>
  #left: Buffer = Buffer.alloc(0)

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]()
  }

  async exactly(size: number): Promise<Buffer> {
    const parts: Buffer[] = []
    for await (const part of this.upTo(size)) parts.push(part)
    return Buffer.concat(parts)
  }

  async *upTo(size: number): AsyncGenerator<Buffer> {
    for (let missing = size; missing > 0;) {
      if (this.#left.length === 0) {
        const next = await this.#chunks.next()
        if (next.done) throw new TypeError('the archive ends early')
        this.#left = next.value
      }
      const part = this.#left.subarray(0, missing)
      this.#left = this.#left.subarray(part.length)
      missing -= part.length
      if (part.length > 0) yield part
    }
  }
}
