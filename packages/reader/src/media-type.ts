/** What a file is, by its bytes and never by its name. */
import { ReaderError } from './errors.ts'
import { textKindOf } from './plain/kind.ts'

export { hasControls, markedEncoding, textKindOf } from './plain/kind.ts'

export const PDF = 'application/pdf'
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const ODT = 'application/vnd.oasis.opendocument.text'
export const HTML = 'text/html'
export const TEXT = 'text/plain'

const ZIP = [0x50, 0x4b, 0x03, 0x04]
/** Compound files: Office before 2007, and any Office file that is locked with a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]

/** The media type of `bytes`. Throws ReaderError 'empty', 'encrypted' or 'not-readable'. */
export function mediaTypeOf(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new ReaderError('empty', 'This file is empty. Choose the file again.')
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  // Readers of PDF accept the mark anywhere in the first kilobyte.
  if (buffer.subarray(0, 1024).includes('%PDF-')) return PDF
  if (startsWith(bytes, ZIP)) {
    const type = officeTypeOf(buffer)
    if (type) return type
  }
  if (startsWith(bytes, COMPOUND)) {
    if (buffer.includes(Buffer.from('EncryptedPackage', 'utf16le')))
      throw new ReaderError('encrypted', 'This document asks for a password. Save a copy without one and read that.')
    throw new ReaderError(
      'not-readable',
      'This is a document of an older Office. Save it as DOCX, XLSX or PDF and read that.',
    )
  }
  const kind = textKindOf(bytes)
  if (kind) return kind === 'html' ? HTML : TEXT
  throw new ReaderError(
    'not-readable',
    'This is no PDF, Word document (DOCX), workbook (XLSX), OpenDocument text (ODT), web page or text. Save it as DOCX, XLSX or PDF and read that.',
  )
}

/** The part that each kind of document has; a document within it has others, further on in the file. */
const OFFICE_PARTS = [
  ['word/document', DOCX],
  ['xl/workbook', XLSX],
  [ODT, ODT],
] as const

/** So many bytes may lie on both sides of a seam between two chunks of a file. */
export const LONGEST_PART = Math.max(...OFFICE_PARTS.map(([part]) => part.length))

/** The media type of a zip by the names of its parts, or of what of it has arrived; null where none of them is known. */
export function officeTypeOf(buffer: Buffer): string | null {
  const found = OFFICE_PARTS.map(([part, type]) => ({ type, at: buffer.indexOf(part) })).filter(({ at }) => at >= 0)
  return found.toSorted((a, b) => a.at - b.at)[0]?.type ?? null
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte)
}
