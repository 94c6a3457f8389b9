/** What an arriving file is, by its bytes and never by its name; checked while it arrives, so that a wrong one is never kept. */
import {
  hasControls,
  HTML,
  LONGEST_PART,
  markedEncoding,
  officeTypeOf,
  PDF,
  TEXT,
  textKindOf,
} from '@open1325/reader/media-type'

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
const LOCKED_PART = Buffer.from('EncryptedPackage', 'utf16le')
const LONGEST_MARK = Math.max(LOCKED_PART.length, LONGEST_PART)
/** Readers of PDF accept its mark anywhere in the first kilobyte. */
const HEAD = 1024

const PICTURES = [
  Buffer.from([0xff, 0xd8, 0xff]),
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.from('II*\0', 'latin1'),
  Buffer.from('MM\0*', 'latin1'),
]

/** Whether a file that begins so is a JPEG, PNG or TIFF. */
export const isPicture = (head: Buffer): boolean => PICTURES.some(mark => head.subarray(0, mark.length).equals(mark))

type Kind = 'pdf' | 'zip' | 'compound' | 'html' | 'text'

/**
 * Passes the chunks on while they may be a document in one of the kinds that are read; `found` is told the media type before the last
 * of them is done.
 * @param typeOfZip the media type of a zip by what of it has arrived; null as long as it is not known
 * @throws RefusedFile as soon as it is known to be something else: it then must not be kept
 */
export async function* recognised(
  chunks: AsyncIterable<Uint8Array>,
  found: (mediaType: string) => void,
  typeOfZip: (arrived: Buffer) => string | null = officeTypeOf,
) {
  let head = Buffer.alloc(0)
  let kind: Kind | null = null
  let seam = Buffer.alloc(0)
  let office: string | null = null
  let isLocked = false

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
  if (kind === 'compound') throw new RefusedFile(isLocked ? 'encrypted' : 'old-office')
  if (kind === 'zip' && !office) throw new RefusedFile('other-kind')
  found(office ?? (kind === 'pdf' ? PDF : kind === 'html' ? HTML : TEXT))

  /** Looks for the names of parts, also where one lies across two chunks; text must go on as text. */
  function look(bytes: Buffer) {
    if (kind === 'pdf') return
    if (kind === 'html' || kind === 'text') {
      if (!markedEncoding(head)?.startsWith('utf-16') && hasControls(bytes)) throw new RefusedFile('other-kind')
      return
    }
    const here = Buffer.concat([seam, bytes])
    if (kind === 'zip') office ??= typeOfZip(here)
    isLocked ||= here.includes(LOCKED_PART)
    seam = Buffer.from(here.subarray(-LONGEST_MARK))
  }
}

function kindOf(head: Buffer): Kind {
  if (head.length === 0) throw new RefusedFile('empty')
  if (head.subarray(0, HEAD).includes('%PDF-')) return 'pdf'
  if (head.subarray(0, 4).equals(ZIP)) return 'zip'
  if (head.subarray(0, 4).equals(COMPOUND)) return 'compound'
  const text = textKindOf(head)
  if (text) return text
  throw new RefusedFile('other-kind')
}
