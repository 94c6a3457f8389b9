/** Whether bytes are text that people wrote, and whether that text is a web page. */

const HEAD = 4096
/** Formats that are written in letters but are not read as text. */
const OTHERS = /^(?:\{\\rtf|%!PS|<\?xml|MIME-Version:|From: <Saved by)/iu
const PAGE =
  /^(?:<!--[\s\S]*?-->|<\?xml[^>]*>|\s)*<(?:!doctype html|html|head|body|meta|main|article|table|div|h[1-6]|p|ul|ol)\b/iu

/** 'html', 'text', or null where the bytes hold no text. Its beginning is enough: a few kilobytes. */
export function textKindOf(bytes: Uint8Array): 'html' | 'text' | null {
  if (hasControls(bytes)) return null
  const start = bytes.subarray(0, HEAD)
  if (isNoise(start)) return null
  const head = beginningOf(start).trimStart()
  if (PAGE.test(head)) return 'html'
  if (OTHERS.test(head)) return null
  return /\p{L}/u.test(head) ? 'text' : null
}

/** The encoding that a mark at the beginning names; null without one. */
export function markedEncoding(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** Bytes that no text has: a control character other than tab, line ends and page break. UTF-16 has zeros and says so by its mark. */
export function hasControls(bytes: Uint8Array): boolean {
  if (markedEncoding(bytes)?.startsWith('utf-16')) return false
  return bytes.some(b => b < 0x20 && b !== 0x09 && b !== 0x0a && b !== 0x0c && b !== 0x0d)
}

/** Nearly any bytes are letters in some old encoding; what people write has spaces or line ends at least once in so many. */
const LONGEST_WORD = 60

function isNoise(bytes: Uint8Array): boolean {
  if (markedEncoding(bytes) || !new TextDecoder().decode(bytes).slice(0, -1).includes('\ufffd')) return false
  const gaps = bytes.filter(b => b === 0x20 || b === 0x0a || b === 0x0d || b === 0x09).length
  return gaps < Math.floor(bytes.length / LONGEST_WORD)
}

// Every byte above ASCII is a letter or a sign in some old encoding; which of them is no question here.
function beginningOf(bytes: Uint8Array): string {
  const encoding = markedEncoding(bytes)
  if (encoding) return new TextDecoder(encoding).decode(bytes)
  const text = new TextDecoder().decode(bytes)
  return text.includes('\ufffd') ? new TextDecoder('windows-1252').decode(bytes) : text
}
