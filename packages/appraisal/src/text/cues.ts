/** Finding the words of a criterion in folded text: whole words, any ending where the data says so, spaces that a PDF lost. */
import type { Edition } from '../edition.ts'
import { fold } from './fold.ts'

/** Where a word stands in folded text: first unit, and the unit after the last. */
export type Hit = [start: number, end: number]

export interface Lexicon {
  /** Hits of a group's words, in order. 'amount' is a number with a currency. */
  hits(group: string, folded: string): Hit[]
  /** The words of a group as printed in the data, in the languages that are searched. */
  words(group: string): string[]
}

/** Between the words of one cue: nothing at all where the page lost the space. */
const GAP = "[\\s\\-‐‑'.]{0,3}"
/** Arabic particles that are written together with the word: and, so, with, like, for, the. */
const JOINED = '(?:[وف]?[بكل]?(?:ال)?|[وف]?لل)'
/** A run of letters longer than any word that was looked at: here the page lost its spaces, and a cue may stand inside. */
const LOST_SPACES = 20

/** Languages whose words are kept under another's. */
const SAME_WORDS: Record<string, string> = { hr: 'bs', sr: 'bs', me: 'bs', sh: 'bs' }

/**
 * The words of an edition for the languages of a plan (BCP 47; only the first part counts). A plan in none of the edition's
 * languages is searched with the words of all of them.
 */
export function lexicon(edition: Edition, languages: string[]): Lexicon {
  const every = Object.keys(edition.words)
  const asked = languages.map(tag => tag.toLowerCase().split('-')[0] ?? '').map(tag => SAME_WORDS[tag] ?? tag)
  const shared = every.filter(language => asked.includes(language))
  const chosen = shared.length > 0 ? shared : every
  const words = (group: string): string[] => [
    ...new Set(chosen.flatMap(language => edition.words[language]?.[group] ?? [])),
  ]
  const patterns = new Map<string, CuePattern | null>()
  const patternOf = (group: string): CuePattern | null => {
    let pattern = patterns.get(group)
    if (pattern === undefined)
      patterns.set(group, (pattern = group === 'amount' ? amount(words('currency')) : cuePattern(words(group))))
    return pattern
  }
  const known = new Map<string, Map<string, Hit[]>>()
  const hits = (group: string, folded: string): Hit[] => {
    const ofGroup = known.get(group) ?? new Map<string, Hit[]>()
    known.set(group, ofGroup)
    let found = ofGroup.get(folded)
    if (!found) ofGroup.set(folded, (found = seek(group, folded)))
    return found
  }
  const seek = (group: string, folded: string): Hit[] => {
    const cues = patternOf(group)
    if (!cues) return []
    const found: Hit[] = []
    cues.pattern.lastIndex = 0
    for (let match = cues.pattern.exec(folded); match; match = cues.pattern.exec(folded)) {
      const hit: Hit = [match.index, match.index + match[0].length]
      if (
        stands(
          folded,
          hit,
          cues.closed.some(words => match[0].startsWith(words)),
        )
      )
        found.push(hit)
      else cues.pattern.lastIndex = match.index + 1
    }
    const friends = (edition.groups[group]?.except ?? []).flatMap(other => hits(other, folded))
    return found.filter(hit => !friends.some(friend => hit[0] < friend[1] && friend[0] < hit[1]))
  }
  return { hits, words }
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}

interface CuePattern {
  pattern: RegExp
  /** The cues of several words, written without a space. */
  closed: string[]
}

function cuePattern(cues: string[]): CuePattern | null {
  if (cues.length === 0) return null
  const byLength = cues.toSorted((a, b) => b.length - a.length)
  const closed = cues.map(partsOf).flatMap(parts => (parts.length > 1 ? [parts.join('').replaceAll('*', '')] : []))
  return { pattern: new RegExp(byLength.map(onePattern).join('|'), 'gu'), closed }
}

function partsOf(cue: string): string[] {
  return fold(cue)
    .text.split(/[\s\-']+/u)
    .filter(part => part !== '')
}

function onePattern(cue: string): string {
  return partsOf(cue)
    .map(part => {
      const stem = escape(part.replace(/\*$/, ''))
      const any = part.endsWith('*') ? '[\\p{L}\\p{N}]*' : ''
      return (/^\p{Script=Arabic}/u.test(part) ? JOINED : '') + stem + any
    })
    .join(GAP)
}

/** Currency codes that are words of our languages once folded ('all 28 districts'); their currencies' names are in the data. */
const ORDINARY_WORDS = new Set(['all', 'top', 'try', 'cup', 'pen', 'mad', 'mur', 'sos', 'bob', 'mop'])

/** A number beside a currency's sign, code or name, in either order: 'USD 2.6 million', '27 680 907 GEL'. */
function amount(currencies: string[]): CuePattern {
  const number = "\\d(?:[\\d.,\\u00a0' ]*\\d)?"
  const scale =
    '(?:\\s*(?:million|mio|millon|milliard|billion|milhao|milhoe|milyon|miljon|milion|мільион|مليون|مليار)\\p{L}*)?'
  const codes = Intl.supportedValuesOf('currency')
    .map(code => code.toLowerCase())
    .filter(code => !ORDINARY_WORDS.has(code))
  const names = currencies.map(onePattern)
  const unit = `(?:us\\$|[$€£¥₴₺]|(?<!\\p{L})(?:${[...names, ...codes].join('|')})(?!\\p{L}))`
  const pattern = `${unit}\\s*${number}${scale}|${number}${scale}\\s*(?:d['e]\\s*|de\\s+|من\\s+)?${unit}`
  return { pattern: new RegExp(pattern, 'gu'), closed: [] }
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /\p{L}/u.test(character)
}

/**
 * Whole words only, except where the page lost its spaces: inside a run of letters that no language's word is as long as, or where
 * the cue's own words stand without a space between them.
 */
function stands(text: string, [start, end]: Hit, lostOwnSpace: boolean): boolean {
  if (!isLetter(text[start - 1]) && !isLetter(text[end])) return true
  if (lostOwnSpace && end - start >= 10) return true
  let first = start
  let last = end
  while (isLetter(text[first - 1])) first--
  while (isLetter(text[last])) last++
  return last - first >= LOST_SPACES && end - start >= 6
}
