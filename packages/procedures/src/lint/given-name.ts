/**
 * A name whose given name is known, in a sentence that speaks of nothing public: whose name it is nobody says, so somebody should look. The
 * other way about, a name beside an office, a book, a prize or a street says for whom it is known, and no list can say that better.
 */
import { GIVEN_NAMES } from './given-names.ts'
import { NOT_OF_THE_NAME, OFFICE, PUBLIC_LIFE, WELL_KNOWN } from './name-cues.ts'

/** 'Jeanne-Marie' and 'María' as the list has them. */
const plain = (word: string): string =>
  word
    .toLowerCase()
    .replaceAll('ё', 'е')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ı', 'i')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('đ', 'd')
    .normalize('NFC')

/** й and ї lose their marks as é does: the list is read in the same way. */
const KNOWN = new Set([...GIVEN_NAMES].map(plain))

/** What Russian and Ukrainian put at the end of a name, and what it ends in where nothing is put there. */
const CASE_ENDING = /(?:ою|ею|ої|ой|ей|ом|ем|єм|ам|ям|а|я|у|ю|ы|и|і|е|о)$/u
const NOMINATIVE = ['', 'а', 'я', 'и', 'ь']

function isGiven(word: string): boolean {
  const name = plain(word)
  if (KNOWN.has(name) || name.split(/[-’']/u).some(part => part.length > 2 && KNOWN.has(part))) return true
  if (!/^\p{Script=Cyrillic}/u.test(name)) return false
  const stem = name.replace(CASE_ENDING, '')
  return stem.length > 2 && NOMINATIVE.some(ending => KNOWN.has(stem + ending))
}

const IN_PUBLIC = new RegExp(String.raw`(?<![\p{L}-])(?:${OFFICE}|${PUBLIC_LIFE})(?![\p{L}])`, 'giu')
/** Of the words for an office those that are ordinary words as well. */
const ORDINARY = /^(?:then|late|head|major|general|direct(?:e|ly|o|a)?|chef|chief|mer|represent(?:s|ing)?)$/iu
/** In a count there is a year as well: it stands in brackets, or behind the word for when it was. */
const LONG_AGO =
  /(?:\(|(?<!\p{L})(?:in|since|until|of|en|depuis|de|desde|hasta|в|с|до|у|з)\s)(?:1[0-8]\d\d|19[0-4]\d)(?!\d|[.,]\d)/iu
/** '(2019)', 'et al.', a title in quotation marks: who wrote. */
const WROTE = /^(?:\s\(?(?:19|20)\d\d|,?\s(?:et al|and others|y otr[oa]s|и др)|,\s[“«"‘*_])/u
/** 'by', behind a title. */
const WRITTEN_BY = /[”»"’]\s?,?\s(?:by|de|par|von|от)\s$/iu
const NAMED_AFTER = new RegExp(
  String.raw`(?<![\p{L}-])(?:${NOT_OF_THE_NAME})\s(?:of |de la |de |du |del |des |d’|имени )?[“«"]?$`,
  'iu',
)
/** Her own house bears no name. */
const OF_HERS = /^[’']s(?!\p{L})/u
const NAMES_SOMETHING = new RegExp(String.raw`^[”»"]?\s(?:${NOT_OF_THE_NAME})(?!\p{L})`, 'iu')

/** @returns whether it begins as a person's name does */
export const hasGivenName = (words: readonly string[]): boolean =>
  isGiven(words[0]!) || (words.length > 1 && /^\p{Script=Cyrillic}/u.test(words[0]!) && words.slice(1).some(isGiven))

/** @returns whether the sentence tells what the name at this place is known for */
export function isKnownInPublic(text: string, start: number, end: number): boolean {
  const name = text.slice(start, end)
  if (name.split(/\s+/u).some(word => WELL_KNOWN.has(plain(word)))) return true
  const [from, to] = sentenceAround(text, start, end)
  const [before, behind] = [text.slice(from, start), text.slice(end, to)]
  if (
    WROTE.test(behind) ||
    WRITTEN_BY.test(before) ||
    (NAMED_AFTER.test(before) && !OF_HERS.test(behind)) ||
    NAMES_SOMETHING.test(behind)
  )
    return true
  if (LONG_AGO.test(before) || LONG_AGO.test(behind)) return true
  return [before, behind].some(part => [...part.matchAll(IN_PUBLIC)].some(([word]) => !ORDINARY.test(word)))
}

/** A point behind a letter alone, a title or a number ends no sentence. */
const SENTENCE_END =
  /(?<!(?<!\p{L})(?:\p{Lu}|Mrs?|Ms|Dr|Sra?|Mme|St|No|гг?))[.!?…;]["”»)]*\s+(?=["“«(]?[\p{Lu}\p{N}])/gu

/** Nobody reads farther than this for what a name is known for. */
const FARTHEST = 400

/** @returns where the sentence around this place begins and ends */
export function sentenceAround(text: string, start: number, end: number): [number, number] {
  const first = Math.max(0, start - FARTHEST)
  const last = Math.min(text.length, end + FARTHEST)
  let from = first
  for (const hit of text.slice(first, last).matchAll(SENTENCE_END)) {
    const next = first + hit.index + hit[0].length
    if (next <= start) from = next
    else if (first + hit.index >= end) return [from, first + hit.index]
  }
  return [from, last]
}
