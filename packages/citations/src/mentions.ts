/** Where a text names a resolution by its number: 'resolution 1325 (2000)', 'UNSCR 1325', 'S/RES/1888(2009)', 'القرار 1325', lists. */
import { BETWEEN, LABEL, OTHER_BODY, RESOLUTION } from './words.ts'

export interface Mention {
  number: number
  /** From the first digit to behind the last, in the folded text. */
  at: number
  end: number
  /** Where the words begin that lead up to the number; the same for all of a list. */
  start: number
  /** The year in brackets (or behind a stroke) behind the number. */
  year: number | null
  /** The place behind number and year. */
  behind: number
  /** 'resolution 1325', the symbol 'S/RES/1325', or a name that carries the number: 'PAN 1325'. */
  kind: 'words' | 'symbol' | 'label'
  /** All that are named in one breath have the same. */
  list: number
  /** Of another body: the General Assembly has a resolution 1325 (XIII) too. */
  otherBody: boolean
}

const HEAD = new RegExp(RESOLUTION, 'gu')
const SYMBOL = /s\s?\/\s?res\s?[/.]\s?(\d{3,4})(?!\d)/gu
const NUMBER = /\d{3,5}(?![\d]|[.,]\d)/uy
const YEAR_BEHIND =
  /\s*(?:\(\s*(?:(?:de|of|عام|لعام|لسنه|от|від)\s+)?((?:19|20)\d{2})\s*(?:г\.|р\.|року|م)?\s*\)|\s?\/\s?((?:19[5-9]|20[0-3])\d)(?!\d))/uy
/** 'resolution 2106 A (XX)': the General Assembly's way of numbering until 1976. */
const ROMAN_BEHIND = /\s*[a-z]?\s*\(\s*[ivxlc]+\s*\)/uy
const AND =
  /\s*(?:,\s*(?:and|et|y|e|och|und|та|і|и|dhe|ve)\s+|[,;،&]\s*و?\s*|\/|\s+(?:and|et|y|e|och|und|та|і|и|dhe|ve|as well as|ainsi que)\s+|\s+و\s?)\s*(?:(?:the|la|les|las|el)\s+)?/uy
const BODY_BEFORE = new RegExp(String.raw`${OTHER_BODY}[\p{L}\s'()/-]{0,25}$`, 'u')
const BODY_WITHIN = new RegExp(OTHER_BODY, 'u')
const BODY_BEHIND = new RegExp(
  String.raw`^\s*(?:\([^)]{0,12}\)\s*)?(?:de l'|of the |de la |da |del |der |ل?)\s?${OTHER_BODY}`,
  'u',
)
const LABELLED = new RegExp(String.raw`${LABEL}[\s:n°-]{0,4}(\d{3,4})(?![\d]|[.,/–-]\d)`, 'gu')

/** '1820 (2008), 1888 (2009) and 1960 (2010)': no word says that these are resolutions, and nothing else is written so. */
const BARE_LIST =
  /(?<![\d.,/–-])[12]\d{3}\s\((?:199|20\d)\d\)(?=(?:,\s|\s\p{L}{1,3}\s|،\s?و?|\sو)[12]\d{3}\s\((?:199|20\d)\d\))/gu

/** Numbers that are more often years: never taken for a resolution where only a list or a name says so. */
const looksLikeYear = (number: number): boolean => number >= 1990 && number < 2040

/** All mentions of a page, in their order. */
export function mentionsOf(text: string): Mention[] {
  const found = new Map<number, Mention>()
  for (const match of text.matchAll(SYMBOL)) {
    const at = match.index + match[0].length - match[1]!.length
    add(found, text, { at, start: match.index, kind: 'symbol', list: match.index })
  }
  for (const head of text.matchAll(HEAD)) listAfter(text, head.index, head.index + head[0].length, found)
  for (const { index } of text.matchAll(BARE_LIST)) if (!found.has(index)) bareList(text, index, found)
  for (const match of text.matchAll(LABELLED)) {
    const at = match.index + match[0].length - match[1]!.length
    if (found.has(at) || looksLikeYear(Number(match[1]))) continue
    add(found, text, { at, start: match.index, kind: 'label', list: match.index })
  }
  return [...found.values()].toSorted((a, b) => a.at - b.at)
}

/** Three or more of them. */
function bareList(text: string, start: number, found: Map<number, Mention>): void {
  const here = new Map<number, Mention>()
  listFrom(text, start, start, here)
  if (here.size >= 3) for (const [at, mention] of here) if (!found.has(at)) found.set(at, mention)
}

const listAfter = (text: string, start: number, behind: number, found: Map<number, Mention>): void =>
  listFrom(text, start, numberAfter(text, behind), found)

function listFrom(text: string, list: number, from: number | null, found: Map<number, Mention>): void {
  let at = from
  for (let first = true; at !== null; first = false) {
    const known = found.get(at)
    const mention = known ?? add(found, text, { at, start: list, kind: 'words', list })
    if (!mention) return
    if (!first && looksLikeYear(mention.number) && mention.year === null && !goesOn(text, mention.behind)) {
      if (!known) found.delete(at)
      return
    }
    at = nextInList(text, mention.behind)
  }
}

const goesOn = (text: string, at: number): boolean => nextInList(text, at) !== null

function nextInList(text: string, at: number): number | null {
  AND.lastIndex = at
  const and = AND.exec(text)
  if (!and) return null
  const behind = at + and[0].length
  NUMBER.lastIndex = behind
  return NUMBER.test(text) ? behind : null
}

/** Where the number begins that belongs to a word 'resolution' that ends at `at`. */
function numberAfter(text: string, at: number): number | null {
  const between = /^[^\d;!?]{0,70}/u.exec(text.slice(at, at + 71))?.[0] ?? ''
  const behind = at + between.length
  NUMBER.lastIndex = behind
  if (!NUMBER.test(text)) return null
  const words = between.match(/[\p{L}\p{M}]+/gu) ?? []
  return words.every(word => BETWEEN.has(word)) ? behind : null
}

function add(
  found: Map<number, Mention>,
  text: string,
  { at, ...about }: Pick<Mention, 'at' | 'start' | 'kind' | 'list'>,
): Mention | null {
  NUMBER.lastIndex = at
  const digits = NUMBER.exec(text)?.[0]
  if (!digits) return null
  const end = at + digits.length
  YEAR_BEHIND.lastIndex = end
  const year = YEAR_BEHIND.exec(text)
  ROMAN_BEHIND.lastIndex = end
  const otherBody =
    about.kind !== 'symbol' &&
    (ROMAN_BEHIND.test(text) ||
      BODY_BEFORE.test(text.slice(Math.max(0, about.start - 60), about.start)) ||
      BODY_BEHIND.test(text.slice(end, end + 60)) ||
      BODY_WITHIN.test(text.slice(about.start, at)))
  const mention = {
    ...about,
    number: Number(digits),
    at,
    end,
    year: year ? Number(year[1] ?? year[2]) : null,
    behind: year ? end + year[0].length : end,
    otherBody,
  }
  found.set(at, mention)
  return mention
}
