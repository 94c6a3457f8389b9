/** Right-to-left text: a PDF holds what is seen, a reader wants what is said. */
import type { Box } from '../plan-document.ts'

/** Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms. */
export function isRightToLeft(code: number): boolean {
  return (
    (code >= 0x590 && code <= 0x8ff && !isArabicDigit(code)) ||
    (code >= 0xfb1d && code <= 0xfdff) ||
    (code >= 0xfe70 && code <= 0xfefc)
  )
}

function isArabicDigit(code: number): boolean {
  return (code >= 0x660 && code <= 0x669) || (code >= 0x6f0 && code <= 0x6f9)
}

function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || isArabicDigit(code)
}

const PRESENTATION = /[\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufefc]/g

interface Placed {
  code: number
  box: Box
}

/**
 * The characters of one word in the order in which they are said. Letters that share one glyph's box (lam-alef and other
 * ligatures) come from PDFium turned round with the rest of the run, so their order is turned back.
 */
export function logicalText(glyphs: readonly Placed[]): string {
  const text = glyphs.some(g => isRightToLeft(g.code)) ? rightToLeft(glyphs) : glyphs.map(g => g.code)
  return String.fromCodePoint(...text)
    .replace(PRESENTATION, form => form.normalize('NFKC'))
    .replaceAll('\ufffe', '')
}

function rightToLeft(glyphs: readonly Placed[]): number[] {
  const order = glyphs
    .map((glyph, at) => ({ glyph, at, middle: (glyph.box[0] + glyph.box[2]) / 2 }))
    .sort((a, b) => (sameBox(a.glyph, b.glyph) ? b.at - a.at : b.middle - a.middle))
    .map(({ glyph }) => glyph.code)
  for (let i = 0; i < order.length; i++) {
    if (!readsLeftToRight(order[i]!)) continue
    let end = i + 1
    while (end < order.length && (readsLeftToRight(order[end]!) || joinsDigits(order, end))) end++
    order.splice(i, end - i, ...order.slice(i, end).reverse())
    i = end
  }
  return order
}

function sameBox(a: Placed, b: Placed): boolean {
  return Math.abs(a.box[0] - b.box[0]) < 0.01 && Math.abs(a.box[2] - b.box[2]) < 0.01
}

function readsLeftToRight(code: number): boolean {
  return isDigit(code) || (!isRightToLeft(code) && /\p{L}/u.test(String.fromCodePoint(code)))
}

/** A decimal or thousands mark, colon or slash between two digits. */
function joinsDigits(order: number[], at: number): boolean {
  const next = order[at + 1]
  return (
    next !== undefined &&
    isDigit(next) &&
    isDigit(order[at - 1]!) &&
    '.,:/٫٬%'.includes(String.fromCodePoint(order[at]!))
  )
}

/**
 * The words of one line in the order in which they are read. In a line that holds right-to-left letters, words go from the
 * right, and runs of left-to-right words (names, figures between them) keep their own order.
 */
export function orderWords<W extends { text: string }>(words: readonly W[], boxOf: (word: W) => Box): W[] {
  const sorted = words.toSorted((a, b) => boxOf(a)[0] - boxOf(b)[0])
  const weight = sorted.reduce((sum, word) => sum + weightOf(word.text), 0)
  if (weight >= 0) return sorted
  sorted.reverse()
  for (let i = 0; i < sorted.length; i++) {
    if (weightOf(sorted[i]!.text) <= 0) continue
    let end = i + 1
    for (let j = end; j < sorted.length; j++) {
      const own = weightOf(sorted[j]!.text)
      if (own < 0) break
      if (own > 0) end = j + 1
    }
    sorted.splice(i, end - i, ...sorted.slice(i, end).reverse())
    i = end - 1
  }
  return sorted
}

/** Left-to-right letters less right-to-left letters. */
function weightOf(text: string): number {
  let weight = 0
  for (const char of text) {
    if (isRightToLeft(char.codePointAt(0)!)) weight--
    else if (/\p{L}/u.test(char)) weight++
  }
  return weight
}
