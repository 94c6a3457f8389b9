/** What an arriving file is, by its bytes and never by its name; checked while it arrives, so that a wrong one is never kept. */

import { DOCX, PDF } from '../media-types.ts'

/** Files larger than this are not taken. Plans are seldom above 20 MB. */
export const LARGEST = 200 * 1024 * 1024

export const REFUSALS = ['none', 'empty', 'other-kind', 'old-office', 'encrypted', 'too-large'] as const
export type Refusal = (typeof REFUSALS)[number]

export const statusOf = (refusal: Refusal) => (refusal === 'too-large' ? 413 : 422)

export class RefusedFile extends Error {
  override name = 'RefusedFile'
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(`The file was refused: ${refusal}.`)
    this.refusal = refusal
  }
}

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04])
/** Compound files: Office before 2007, and any Office file that is locked with a password. */
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])
const WORD_PART = Buffer.from('word/document')
const LOCKED_PART = Buffer.from('EncryptedPackage', 'utf16le')
/** Readers of PDF accept its mark anywhere in the first kilobyte. */
const HEAD = 1024

type Kind = 'pdf' | 'zip' | 'compound'

/**
 * Passes the chunks on while they may be a PDF or a Word document; `found` is told the media type before the last of them is done.
 * @throws RefusedFile as soon as it is known to be something else: it then must not be kept
 */
export async function* recognised(chunks: AsyncIterable<Uint8Array>, found: (mediaType: string) => void) {
  let head = Buffer.alloc(0)
  let kind: Kind | null = null
  let seam = Buffer.alloc(0)
  const parts = { word: false, locked: false }

  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    if (!kind) {
      head = Buffer.concat([head, bytes])
      if (head.length < HEAD) continue
      kind = kindOf(head)
      look(head)
      yield head
    } else {
      look(bytes)
      yield bytes
    }
  }
  if (!kind) {
    kind = kindOf(head)
    look(head)
    yield head
  }
  if (kind === 'compound') throw new RefusedFile(parts.locked ? 'encrypted' : 'old-office')
  if (kind === 'zip' && !parts.word) throw new RefusedFile('other-kind')
  found(kind === 'pdf' ? PDF : DOCX)

  /** Looks for the names of parts, also where one lies across two chunks. */
  function look(bytes: Buffer) {
    if (kind === 'pdf') return
    const here = Buffer.concat([seam, bytes])
    parts.word ||= here.includes(WORD_PART)
    parts.locked ||= here.includes(LOCKED_PART)
    seam = Buffer.from(here.subarray(-LOCKED_PART.length))
  }
}

function kindOf(head: Buffer): Kind {
  if (head.length === 0) throw new RefusedFile('empty')
  if (head.subarray(0, HEAD).includes('%PDF-')) return 'pdf'
  if (head.subarray(0, 4).equals(ZIP)) return 'zip'
  if (head.subarray(0, 4).equals(COMPOUND)) return 'compound'
  throw new RefusedFile('other-kind')
}
