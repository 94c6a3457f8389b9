/** One form for words that print alike: for matching only, never for showing. */

const SPECIAL: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  ґ: 'г',
  ё: 'е',
  // Arabic: alef with and without hamza, alef maqsura, ta marbuta, Persian letters that Arabic fonts share.
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ئ: 'ي',
  ؤ: 'و',
  ة: 'ه',
  ک: 'ك',
}
// Tatweel, Arabic vowel signs, direction marks, soft hyphen, zero-width characters.
const INVISIBLE = /[\u0640\u064b-\u065f\u0670\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\u00ad\ufeff]/gu
const APOSTROPHES = /['’‘ʼ`´]/gu

/** Digits of every script as 0-9. */
export function westernDigits(text: string): string {
  return text
    .replace(/[٠-٩]/g, c => String(c.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, c => String(c.charCodeAt(0) - 0x6f0))
    .replace(/[०-९]/g, c => String(c.charCodeAt(0) - 0x966))
    .replace(/[０-９]/g, c => String(c.charCodeAt(0) - 0xff10))
}

/**
 * Lower case, no diacritics, no punctuation but `*`, western digits, single spaces. Letters that look or are used alike in a
 * script become one (Arabic alefs, ta marbuta; dotless i). Every mark that is not a letter or digit is a word boundary, except
 * apostrophes, which vanish where a language writes them inside a word ("об'єкт") and part words elsewhere ("l'objectif").
 */
export function fold(text: string): string {
  // The same words are asked for again and again.
  let folded = MEMORY.get(text)
  if (folded !== undefined) return folded
  folded = ASCII.test(text)
    ? text
        .toLowerCase()
        .replace(/[^a-z0-9*%]+/g, ' ')
        .trim()
    : foldedLetters(text)
  if (text.length <= LONGEST_REMEMBERED) {
    if (MEMORY.size >= MOST_REMEMBERED) MEMORY.clear()
    MEMORY.set(text, folded)
  }
  return folded
}

const MEMORY = new Map<string, string>()
const MOST_REMEMBERED = 10_000
const LONGEST_REMEMBERED = 200
const ASCII = /^[\0-\x7f]*$/

function foldedLetters(text: string): string {
  const letters = westernDigits(text.normalize('NFKC'))
    .replace(INVISIBLE, '')
    .toLowerCase()
    .replace(/[ßæœøđðłıþґёأإآٱىیئؤةک]/gu, c => SPECIAL[c] ?? c)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .replace(/(?<=\p{Script=Cyrillic})['’‘ʼ`´](?=\p{Script=Cyrillic})/gu, '')
    .replace(APOSTROPHES, ' ')
  return letters.replace(/[^\p{L}\p{N}*%]+/gu, ' ').trim()
}

/** Folded and without any space: texts that differ only in lost or added word spaces are the same. */
export function compact(text: string): string {
  return fold(text).replace(/ /g, '')
}

const ARABIC = /\p{Script=Arabic}/u

/**
 * The key that a folded word is compared by. An Arabic word loses its article and its conjunction, and its letters are sorted:
 * text copied out of a PDF has lam and alef (and pairs beside them) in the wrong order, the letters themselves are all there.
 */
export function wordKey(folded: string): string {
  if (!ARABIC.test(folded)) return folded
  const bare = folded.length > 4 ? folded.replace(/^(?:[وفبك]?ال|لل)(?=.{2})/u, '') : folded
  return bare.length >= 4 ? [...bare].sort().join('') : bare
}
