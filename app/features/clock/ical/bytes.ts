/** From a calendar file's bytes to its text. Pure. */

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d
const isBlank = (byte: number | undefined) => byte === 0x20 || byte === 0x09
/** The second and later bytes of a character in UTF-8. */
const goesOn = (byte: number | undefined) => byte !== undefined && (byte & 0xc0) === 0x80

/**
 * UTF-8 as RFC 5545 has it, UTF-16 with its mark, else, as old programs on Windows write it, Windows-1252: then letters may be wrong
 * (`doubtful`). Lines that were folded in the middle of a character are folded behind it, so that no character is torn and no line's number
 * changes.
 */
export function textOfBytes(bytes: Uint8Array): { text: string; doubtful: boolean } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), doubtful: false }
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), doubtful: false }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(foldedBetweenCharacters(bytes)), doubtful: false }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), doubtful: true }
  }
}

function foldedBetweenCharacters(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(bytes.length)
  let length = 0
  for (let i = 0; i < bytes.length; i++) {
    const end = foldAt(bytes, i)
    if (end > i && bytes[i - 1]! >= 0x80 && goesOn(bytes[end])) {
      let next = end
      while (goesOn(bytes[next])) whole[length++] = bytes[next++]!
      whole.set(bytes.subarray(i, end), length)
      length += end - i
      i = next - 1
    } else whole[length++] = bytes[i]!
  }
  return whole.subarray(0, length)
}

/** Where a fold that begins here ends; the same place where none does. */
function foldAt(bytes: Uint8Array, at: number): number {
  const feed = bytes[at] === CARRIAGE_RETURN && bytes[at + 1] === LINE_FEED ? at + 1 : at
  return bytes[feed] === LINE_FEED && isBlank(bytes[feed + 1]) ? feed + 2 : at
}
