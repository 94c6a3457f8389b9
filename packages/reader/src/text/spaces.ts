/** Lost word spaces. The document's own words decide, and where it is seen to lose spaces the words of its language. */
import { FUNCTION_WORDS } from '../words/function-words.ts'
import { lexiconOf } from './lexicon.ts'
import { Parter, type Parted, type Tongue } from './parting.ts'
import { folded, type Vocabulary } from './vocabulary.ts'
import type { Word } from './words.ts'

/** A piece counts as a word where the document has it elsewhere this often: at a joint of two text objects, and without one. */
const KNOWN_AT_JOINT = 2
const KNOWN = 3
/** So many words parted at joints show that the document loses spaces; only then are words parted that have no joint. */
const EVIDENCE = 3
/** Two pieces of this length that meet at a joint need no further sign. */
const LONG_AT_JOINT = 5
/** Shorter words are not parted without a joint. */
const LONG = 6
/** The pieces of a word that the document has more than once must each be so many times as frequent. */
const FAR_MORE = 8

/** Beside a function word, a piece of this length needs no further sign. */
const LONG_BESIDE_SMALL = 7
/** A language is the document's where it has so many of the language's function words this often. */
const SPOKEN = 0.7

/** The words of all pages with lost spaces put back. A word that a line's end broke without a hyphen is marked as `broken`. */
export function withSpaces(pages: readonly (readonly Word[])[], vocabulary: Vocabulary): Word[][] {
  let evidence = 0
  const atJoints = pages.map(words =>
    words.flatMap((word, i) => {
      const pieces = word.joints?.length ? partedAtJoints(word, words[i + 1], vocabulary) : [word]
      evidence += pieces.length - 1
      return pieces
    }),
  )
  const spoken = spokenIn(vocabulary)
  const pieced = partedByLanguage(atJoints, evidence, vocabulary, spoken)
  const small = new Set(spoken.flatMap(language => FUNCTION_WORDS[language]!))
  const mended = evidence < EVIDENCE && !pieced ? atJoints : partedPages(pieced ?? atJoints, vocabulary, small)
  for (const words of mended) markBroken(words, vocabulary)
  return mended
}

/** Parts a word where text objects meet, if all its pieces are words. The last piece may go on in the next line. */
function partedAtJoints(word: Word, next: Word | undefined, vocabulary: Vocabulary): Word[] {
  if (word.leftward || vocabulary.count(folded(word.text)) >= KNOWN_AT_JOINT) return [word]
  const tail = next && next.base !== word.base ? next.text : ''
  const places = (word.joints ?? []).map(joint => joint.at).filter(at => mayPart(word.text, at))
  const pieces = bestPieces(word.text, places, (piece, start, end) => {
    if (vocabulary.knows(piece, KNOWN_AT_JOINT)) return true
    return end === word.text.length && start > 0 && tail !== '' && vocabulary.knows(piece + tail, KNOWN_AT_JOINT)
  })
  const whole = [...pieces.slice(0, -1), `${pieces.at(-1) ?? ''}${tail}`]
  const likely =
    isLikely(pieces, LONG_AT_JOINT, vocabulary) || (pieces.length > 1 && isLikely(whole, LONG_AT_JOINT, vocabulary))
  return likely ? partedInto(word, pieces) : [word]
}

/** Parts long words that the document hardly has elsewhere into words that it has often. */
function partedPages(pages: readonly Word[][], vocabulary: Vocabulary, small: ReadonlySet<string>): Word[][] {
  const known = new Map<string, string[]>()
  return pages.map(words =>
    words.flatMap(word => {
      if (word.leftward || word.text.length < LONG) return [word]
      let pieces = known.get(word.text)
      if (!pieces) known.set(word.text, (pieces = piecesByWords(word.text, vocabulary, small)))
      return pieces.length > 1 ? partedInto(word, pieces) : [word]
    }),
  )
}

/** The languages that the document is written in, as its own words show. */
function spokenIn(vocabulary: Vocabulary): string[] {
  return Object.entries(FUNCTION_WORDS)
    .filter(([, words]) => words.filter(word => vocabulary.count(word) >= KNOWN).length >= SPOKEN * words.length)
    .map(([language]) => language)
}

/** Words of so many letters, and one in so many: a document that has them may have lost its spaces. */
const VERY_LONG = 18
const SUSPECT = 1 / 300
/** So many of a document's words at least are without spaces that show beyond doubt that it lost some. */
const SURE = 1 / 200

/**
 * Parts words that neither the document nor its language knows into words that they know, over line ends as well. The lists of words are
 * looked into only where joints or long words give cause; where nothing beyond doubt is found, the answer is null.
 */
function partedByLanguage(
  pages: readonly Word[][],
  evidence: number,
  vocabulary: Vocabulary,
  spoken: readonly string[],
): Word[][] | null {
  const all = pages.reduce((sum, words) => sum + words.length, 0)
  const long = pages
    .flat()
    .filter(word => !word.leftward && /^[\p{L}’'.,;:()]+$/u.test(word.text) && word.text.length >= VERY_LONG)
  if (evidence < EVIDENCE && long.length < Math.max(EVIDENCE, SUSPECT * all)) return null
  const tongues = spoken.flatMap((language): Tongue[] => {
    const lexicon = lexiconOf(language)
    return lexicon ? [{ language, small: FUNCTION_WORDS[language]!, lexicon }] : []
  })
  if (tongues.length === 0) return null
  const parter = new Parter(vocabulary, tongues)
  let sure = 0
  const mended = pages.map(words =>
    chainsOf(words, parter).flatMap(chain =>
      partedChain(chain, parter).flatMap(({ words, parted }) => {
        if (parted?.sure) sure++
        return parted ? partedAt(words, parted) : words
      }),
    ),
  )
  return evidence < EVIDENCE && sure < Math.max(EVIDENCE, SURE * all) ? null : mended
}

/** A chain of so many lines at most is looked at as one. */
const LINES = 4

/** The words one by one; those that may go on over a line's end without a hyphen together. */
function chainsOf(words: readonly Word[], parter: Parter): Word[][] {
  const chains: Word[][] = []
  for (const word of words) {
    const open = chains.at(-1)
    const last = open?.at(-1)
    if (open && last && open.length < LINES && mayGoOn(last, word, parter)) open.push(word)
    else chains.push([word])
  }
  return chains
}

function mayGoOn(word: Word, next: Word, parter: Parter): boolean {
  if (word.hyphenated || word.leftward || next.leftward || !isNextLine(word, next)) return false
  return (
    /\p{Ll}$/u.test(word.text) && /^\p{Ll}/u.test(next.text) && !(parter.isWord(word.text) && parter.isWord(next.text))
  )
}

interface Stretch {
  words: Word[]
  parted: Parted | null
}

function partedChain(chain: Word[], parter: Parter): Stretch[] {
  const [first, ...rest] = chain
  if (!first) return []
  const text = chain.map(word => word.text).join('')
  const known = rest.length === 0 && (text.length < LONG || parter.isWord(text))
  const parted = known || !LETTERS.test(text) ? null : parter.part(text, lineEnds(chain))
  if (parted) return [{ words: chain, parted }]
  return [
    { words: [first], parted: rest.length > 0 ? (partedChain([first], parter)[0]?.parted ?? null) : null },
    ...partedChain(rest, parter),
  ]
}

/** What may be words without spaces: addresses, figures and initials are not. */
const LETTERS = /^(?=.*\p{Ll})[\p{L}\p{N}’'.,;:()«»“”–-]+$/u

function lineEnds(chain: readonly Word[]): number[] {
  let at = 0
  return chain.slice(0, -1).map(word => (at += word.text.length))
}

function partedAt(words: readonly Word[], { cuts, broken }: Parted): Word[] {
  let from = 0
  return words.flatMap(word => {
    const to = from + word.text.length
    const starts = [from, ...cuts.filter(cut => cut > from && cut < to), to].map(at => at - from)
    const pieces = partedInto(
      word,
      starts.slice(1).map((end, i) => word.text.slice(starts[i], end)),
    )
    from = to
    return broken.includes(to) ? [...pieces.slice(0, -1), { ...pieces.at(-1)!, broken: true }] : pieces
  })
}

function piecesByWords(text: string, vocabulary: Vocabulary, small: ReadonlySet<string>): string[] {
  if (!/^\p{L}[\p{L}’'.,;:)]+$/u.test(text)) return []
  const elsewhere = vocabulary.count(folded(text)) - 1
  const often = Math.max(KNOWN, FAR_MORE * elsewhere)
  const places = Array.from({ length: text.length - 3 }, (_, i) => i + 2).filter(at => mayPart(text, at))
  const low = text.toLowerCase().replaceAll('’', "'")
  const split = (least: number) =>
    bestPieces(text, places, (_, start, end) => {
      const stop = CLOSES.includes(low[end - 1]!) ? end - 1 : end
      return stop - start > 1 && end - start < text.length && vocabulary.has(low.slice(start, stop), least)
    })
  const pieces = split(often)
  if (isLikely(pieces, Infinity, vocabulary)) return pieces
  // A word that hardly stands elsewhere, made of small words and long ones that the document has.
  if (elsewhere > 1) return []
  const beside = split(elsewhere + 1)
  const isSmall = (piece: string) => small.has(folded(piece))
  const sure = beside.every(
    (piece, i) =>
      (isSmall(piece) && i < beside.length - 1) || folded(piece).replace(/^.*'/u, '').length >= LONG_BESIDE_SMALL,
  )
  return beside.some(isSmall) && sure ? beside : []
}

/** Signs that may stand between a word and the space after it. */
const CLOSES = '.,;:)'

/** A space stands after a letter or a closing sign and before a letter, an opening sign or a figure. */
function mayPart(text: string, at: number): boolean {
  return (
    /[\p{L}.,;:)»”]$/u.test(text.slice(0, at)) &&
    /^[\p{L}\p{N}(«“]/u.test(text.slice(at)) &&
    !/^\(.{0,3}\)/.test(text.slice(at))
  )
}

/**
 * Two pieces must stand one after the other elsewhere in the document (a word may happen to be made of two others), or both have `long`
 * letters; of more pieces half the pairs.
 */
function isLikely(pieces: readonly string[], long: number, vocabulary: Vocabulary): boolean {
  if (pieces.length < 2) return false
  const seen = pieces.slice(1).filter((piece, i) => vocabulary.follows(pieces[i]!, piece)).length
  if (pieces.length > 2) return 2 * seen >= pieces.length - 1
  return seen > 0 || pieces.every(piece => piece.length >= long)
}

type IsWord = (piece: string, start: number, end: number) => boolean

/** No word is longer, in letters. */
const LONGEST = 24

/** The fewest pieces, cut at some of `places`, that are all words; none where there are no such. */
function bestPieces(text: string, places: readonly number[], isWord: IsWord): string[] {
  const best = new Map<number, string[]>([[0, []]])
  const starts = [0]
  for (const end of [...places, text.length]) {
    for (const start of starts) {
      const pieces = best.get(start)!
      if (end - start > LONGEST || (best.get(end)?.length ?? Infinity) <= pieces.length + 1) continue
      const piece = text.slice(start, end)
      if (isWord(piece, start, end)) best.set(end, [...pieces, piece])
    }
    if (best.has(end)) starts.push(end)
  }
  return best.get(text.length) ?? []
}

function partedInto(word: Word, pieces: readonly string[]): Word[] {
  const [x0, y0, x1, y1] = word.box
  const xOf = (at: number) => word.joints?.find(joint => joint.at === at)?.x ?? x0 + ((x1 - x0) * at) / word.text.length
  let start = 0
  return pieces.map(text => {
    const [from, to] = [start, start + text.length]
    start = to
    const joints =
      word.joints?.filter(({ at }) => at > from && at < to).map(({ at, x }) => ({ at: at - from, x })) ?? []
    const box: Word['box'] =
      word.turn === 0 ? [from === 0 ? x0 : xOf(from), y0, to === word.text.length ? x1 : xOf(to), y1] : word.box
    return { ...word, text, box, joints, hyphenated: to === word.text.length && word.hyphenated }
  })
}

/** Marks the last word of a line that only together with the first of the next line is a word. */
function markBroken(words: readonly Word[], vocabulary: Vocabulary) {
  words.forEach((word, i) => {
    const next = words[i + 1]
    if (!next || word.hyphenated || word.broken || word.leftward || !isNextLine(word, next)) return
    const halves = /^\p{L}*\p{Ll}$/u.test(word.text.replace(/^.*['’]/u, '')) && /^\p{Ll}+/u.test(next.text)
    if (!halves || vocabulary.knows(word.text, 1) || vocabulary.count(folded(next.text)) > 1) return
    if (vocabulary.knows(word.text + next.text, KNOWN_AT_JOINT)) word.broken = true
  })
}

function isNextLine(word: Word, next: Word): boolean {
  return next.turn === word.turn && next.base > word.base && next.base - word.base <= 2 * word.size
}
