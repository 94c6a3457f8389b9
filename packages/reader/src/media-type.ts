/** What a file is, by its bytes and never by its name. */
import { ReaderError } from './errors.ts'

export const PDF = 'application/pdf'
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const ZIP = [0x50, 0x4b, 0x03, 0x04]
/** Compound files: Word before 2007, and any Office file that is locked with a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]

/** The media type of `bytes`. Throws ReaderError 'empty', 'encrypted' or 'not-readable'. */
export function mediaTypeOf(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new ReaderError('empty', 'This file is empty. Choose the file again.')
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  // Readers of PDF accept the mark anywhere in the first kilobyte.
  if (buffer.subarray(0, 1024).includes('%PDF-')) return PDF
  if (startsWith(bytes, ZIP) && buffer.includes('word/document')) return DOCX
  if (startsWith(bytes, COMPOUND)) {
    if (buffer.includes(Buffer.from('EncryptedPackage', 'utf16le')))
      throw new ReaderError('encrypted', 'This document asks for a password. Save a copy without one and read that.')
    throw new ReaderError(
      'not-readable',
      'This is a document of an older Office. Save it as DOCX or PDF and read that.',
    )
  }
  throw new ReaderError(
    'not-readable',
    'This is neither a PDF nor a Word document (DOCX). Save it as one of these and read that.',
  )
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte)
}
