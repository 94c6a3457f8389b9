/** Bytes to text: the encodings in which offices still save their tables. */

const MARKS = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
] as const

export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1256',
  // Told by a person only: Central European, Cyrillic, Turkish.
  'windows-1250',
  'windows-1251',
  'windows-1254',
] as const
export type Encoding = (typeof ENCODINGS)[number]

/** The encoding of a text by its mark, its zeros, its letters. */
export function encodingOf(bytes: Uint8Array): Encoding {
  const mark = MARKS.find(({ bytes: first }) => first.every((byte, i) => bytes[i] === byte))
  if (mark) return mark.encoding
  const start = bytes.subarray(0, 4096)
  const zeros = [0, 1].map(side => start.filter((byte, i) => i % 2 === side && byte === 0).length)
  if (Math.max(...zeros) > start.length / 8) return zeros[1]! > zeros[0]! ? 'utf-16le' : 'utf-16be'
  if (isUtf8(bytes)) return 'utf-8'
  return arabicRuns(bytes) ? 'windows-1256' : 'windows-1252'
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Arabic letters stand beside each other; a Latin letter with an accent stands among plain ones. */
function arabicRuns(bytes: Uint8Array): boolean {
  let letters = 0
  let together = 0
  for (const [i, byte] of bytes.subarray(0, 65_536).entries()) {
    if (byte < 0xc0) continue
    letters++
    if (i > 0 && bytes[i - 1]! >= 0xc0) together++
  }
  return together > letters / 2
}

/** The text of a file, without its mark. */
export function decoded(bytes: Uint8Array, encoding: Encoding = encodingOf(bytes)): string {
  return new TextDecoder(encoding).decode(bytes)
}
