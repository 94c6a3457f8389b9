/** Right-to-left text: a PDF holds what is seen, a reader wants what is said. */
import type { Box } from '../plan-document.ts'

/** Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms; not their digits. */
export function isRightToLeft(code: number): boolean {
  if (code < 0x590) return false
  return (code <= 0x8ff && !isDigit(code)) || (code >= 0xfb1d && code <= 0xfdff) || (code >= 0xfe70 && code <= 0xfefc)
}

function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x660 && code <= 0x669) || (code >= 0x6f0 && code <= 0x6f9)
}

/** An Arabic or Hebrew vowel mark. */
export function isMark(code: number): boolean {
  return (
    (code >= 0x64b && code <= 0x65f) ||
    code === 0x670 ||
    (code >= 0x610 && code <= 0x61a) ||
    (code >= 0x591 && code <= 0x5c7)
  )
}

export interface Placed {
  code: number
  box: Box
  /** Where the pen stood when it was drawn. */
  pen: number
}

/**
 * The characters of a line from the right to the left, as the pen went: boxes overlap where a font stacks its letters. What one glyph
 * stands for (lam-alef and other ligatures, a letter with its vowel mark) comes from PDFium turned round with the rest of its run, so its
 * order is turned back. A vowel mark drawn by itself follows the letter that it stands on.
 */
export function fromTheRight<G extends Placed>(glyphs: readonly G[]): G[] {
  const all = glyphs.map((glyph, at) => ({ glyph, at })).sort((a, b) => b.glyph.pen - a.glyph.pen || b.at - a.at)
  const letters: G[] = []
  const loose: G[] = []
  for (let i = 0; i < all.length;) {
    const { pen } = all[i]!.glyph
    const together: G[] = []
    while (i < all.length && pen - all[i]!.glyph.pen < SAME_PEN) together.push(all[i++]!.glyph)
    const marks = together.filter(glyph => isMark(glyph.code))
    if (marks.length === together.length) {
      loose.push(...marks)
      continue
    }
    // A space that the writer took no room for stands at the pen of the letter before it.
    const spaces = together.filter(glyph => glyph.code === SPACE)
    letters.push(...together.filter(glyph => glyph.code !== SPACE && !isMark(glyph.code)), ...marks, ...spaces)
  }
  for (const mark of loose) {
    const x = (mark.box[0] + mark.box[2]) / 2
    const host = letters.findLastIndex(({ box }) => x >= box[0] && x <= box[2])
    letters.splice(host < 0 ? letters.length : host + 1, 0, mark)
  }
  return letters
}

const SPACE = 0x20
/** In points. */
const SAME_PEN = 0.01

/**
 * The word that characters from the right to the left spell: figures and left-to-right letters keep their own order. `afterArabic` tells
 * that an Arabic letter stands before it in the line, which changes how a hyphen between figures is shown (Unicode annex 9, rules W2, W4).
 */
export function logicalWord(codes: readonly number[], afterArabic: boolean): string {
  const order = [...codes]
  for (let i = 0; i < order.length; i++) {
    if (!readsLeftToRight(order[i]!)) continue
    let end = i + 1
    while (end < order.length && (readsLeftToRight(order[end]!) || joins(order, end, afterArabic))) end++
    order.splice(i, end - i, ...order.slice(i, end).reverse())
    i = end - 1
  }
  return withBrackets(withYears(String.fromCodePoint(...order)))
}

function readsLeftToRight(code: number): boolean {
  return isDigit(code) || (!isRightToLeft(code) && /\p{L}/u.test(String.fromCodePoint(code)))
}

/** Whether a sign between two figures (or two Latin letters) belongs to one left-to-right run. */
function joins(order: readonly number[], at: number, afterArabic: boolean): boolean {
  const [before, next] = [order[at - 1]!, order[at + 1]]
  if (next === undefined) return false
  const sign = String.fromCodePoint(order[at]!)
  if (isDigit(before) && isDigit(next)) {
    const western = before < 0x600 && next < 0x600
    return '.,:/٫٬\u00a0'.includes(sign) || (western && !afterArabic && '-+'.includes(sign))
  }
  return readsLeftToRight(before) && readsLeftToRight(next) && !isDigit(before) && !isDigit(next)
}

const YEARS = /((?:19|20|١٩|٢٠|۱۹|۲۰)\p{Nd}\p{Nd})(\s?[-–—/]\s?)((?:19|20|١٩|٢٠|۱۹|۲۰)\p{Nd}\p{Nd})/u

/** Programs differ in how they show a span of years; a span does not run backwards. */
function withYears(text: string): string {
  return text.replace(YEARS, (whole, from: string, sign: string, to: string) =>
    from > to ? `${to}${sign}${from}` : whole,
  )
}

const OPENING = '([{«'
const CLOSING = ')]}»'

/** A bracket at a word's beginning opens, one at its end closes, whichever way its shape was drawn. */
function withBrackets(text: string): string {
  return text
    .replace(/^[)\]}»]+/, signs => [...signs].map(sign => OPENING[CLOSING.indexOf(sign)]).join(''))
    .replace(/[([{«]+(?=[.,،؛:;]*$)/, signs => [...signs].map(sign => CLOSING[OPENING.indexOf(sign)]).join(''))
}

const PRESENTATION = /[\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufefc]/g
const SPECIAL = /[\ue000-\uf8ff\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufefc\ufffe]/
/** Private codes: the bullets of symbol fonts. */
const PRIVATE = /[\ue000-\uf8ff]/g

/** Letters instead of their printed forms (ligatures, Arabic presentation forms), one bullet instead of those of symbol fonts. */
export function plainLetters(text: string): string {
  if (!SPECIAL.test(text)) return text
  return text
    .replace(PRESENTATION, form => form.normalize('NFKC'))
    .replace(PRIVATE, '•')
    .replaceAll('\ufffe', '')
}

/**
 * The words of one line in the order in which they are read. In a line with more right-to-left letters than others, words go from the
 * right (also in a line of figures beside such lines), and runs of left-to-right words (names, figures between them) keep their own order.
 */
export function orderWords<W extends { text: string; leftward: boolean }>(
  words: readonly W[],
  boxOf: (word: W) => Box,
): W[] {
  const sorted = words.toSorted((a, b) => boxOf(a)[0] - boxOf(b)[0])
  if (!sorted.some(word => word.leftward)) return sorted
  if (directionOf(sorted) > 0 && sorted.some(word => weightOf(word.text) < 0)) return withTurnedNames(sorted)
  sorted.reverse()
  for (let i = 0; i < sorted.length; i++) {
    if (weightOf(sorted[i]!.text) <= 0) continue
    let end = i + 1
    for (let j = end; j < sorted.length; j++) {
      const own = weightOf(sorted[j]!.text)
      if (own < 0) break
      if (own > 0) end = j + 1
    }
    sorted.splice(i, end - i, ...turnedRun(sorted.slice(i, end)))
    i = end - 1
  }
  return sorted
}

/** A left-to-right line in which some right-to-left words are quoted. */
function withTurnedNames<W extends { text: string }>(sorted: W[]): W[] {
  for (let i = 0; i < sorted.length; i++) {
    let end = i
    while (end < sorted.length && weightOf(sorted[end]!.text) < 0) end++
    if (end > i + 1) sorted.splice(i, end - i, ...sorted.slice(i, end).reverse())
    i = Math.max(i, end - 1)
  }
  return sorted
}

/** A run of left-to-right words, turned; the bracket before it and the signs after it stay where they are said. */
function turnedRun<W extends { text: string }>(run: W[]): W[] {
  if (run.length < 2) return run
  const before = /^[([{«]*/.exec(run[0]!.text)![0]
  const after = /[)\]}».,،؛:;!؟]*$/.exec(run.at(-1)!.text)![0]
  const texts = run.map(word => word.text)
  texts[0] = texts[0]!.slice(before.length)
  texts[texts.length - 1] = texts.at(-1)!.slice(0, texts.at(-1)!.length - after.length)
  texts.reverse()
  texts[0] = before + texts[0]
  texts[texts.length - 1] += after
  return run.toReversed().map((word, i) => ({ ...word, text: texts[i]! }))
}

/** Below 0 where words read from right to left outweigh the others. */
export function directionOf(words: Iterable<{ text: string }>): number {
  let weight = 0
  for (const { text } of words) weight += weightOf(text)
  return weight
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
