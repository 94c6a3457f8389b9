/**
 * What a sentence says somebody is known for: a name beside an office, a book, a prize or a street is told in public, and no list of people can
 * say that better.
 */
import { plain } from './given-name.ts'
import { CALLED_AFTER_PEOPLE, OFFICE, PUBLIC_LIFE, WELL_KNOWN } from './name-cues.ts'

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
  String.raw`(?<![\p{L}-])(?:${CALLED_AFTER_PEOPLE})\s(?:of |de la |de |du |del |des |d’|имени )?[“«"]?$`,
  'iu',
)
/** Her own house bears no name. */
const OF_HERS = /^[’']s(?!\p{L})/u
const NAMES_SOMETHING = new RegExp(String.raw`^[”»"]?\s(?:${CALLED_AFTER_PEOPLE})(?!\p{L})`, 'iu')

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
