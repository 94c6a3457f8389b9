/** Bytes to text, in the encodings that plans are found in. */
import { ReaderError } from '../errors.ts'
import { hasControls, markedEncoding } from './kind.ts'

/** A plan of 500 pages is 2 MB of text; a web page may carry its pictures within it. */
const MOST_BYTES = 32 * 1024 * 1024

/**
 * The text of a file: by its mark, by `named` (what the file says of itself), as UTF-8, or in the old Windows encoding that its letters
 * speak for.
 * @throws ReaderError 'too-large', 'not-readable' where the bytes are no text
 */
export function decoded(bytes: Uint8Array, named: string | null = null): string {
  if (bytes.length > MOST_BYTES)
    throw new ReaderError('too-large', 'This text is longer than any plan. Send the plan alone, or as PDF.')
  if (hasControls(bytes))
    throw new ReaderError('not-readable', 'This file holds no text. Save the plan as PDF or DOCX and read that.')
  const marked = markedEncoding(bytes)
  if (marked) return new TextDecoder(marked).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return (named !== null && decodedAs(named, bytes)) || decodedAs(windowsEncoding(bytes), bytes)
  }
}

function decodedAs(encoding: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(encoding).decode(bytes)
  } catch {
    return ''
  }
}

// In a western text, letters above ASCII stand between others; in Arabic and Cyrillic nearly all letters are above ASCII. What is
// Cyrillic becomes a mix of Arabic and French letters when it is taken for Arabic.
function windowsEncoding(bytes: Uint8Array): 'windows-1252' | 'windows-1256' | 'windows-1251' {
  let high = 0
  let low = 0
  for (const b of bytes) {
    if (b >= 0xc0) high++
    else if ((b | 0x20) >= 0x61 && (b | 0x20) <= 0x7a) low++
  }
  if (high <= low) return 'windows-1252'
  const arabic = decodedAs('windows-1256', bytes).match(/\p{Script=Arabic}/gu)?.length ?? 0
  return arabic > high * 0.9 ? 'windows-1256' : 'windows-1251'
}
