/** Text without spaces to words, by the document's own words and those of its language. */
import { folded, type Vocabulary } from './vocabulary.ts'
import type { Lexicon } from './lexicon.ts'

export interface Parted {
  /** Where a space belongs. */
  cuts: number[]
  /** The line ends that a word goes over. */
  broken: number[]
  /** It holds words that only stand between others: beside them nothing happens to read as words. */
  sure: boolean
}

/** What it costs to take some letters for a word: the less, the more the document and the language vouch for it. */
const COST = {
  small: 1.5,
  letter: 3,
  both: 4,
  figure: 4,
  short: 5,
  language: 6,
  name: 6,
  strange: 8,
  document: 9,
  form: 11,
  compound: 12,
  once: 13,
}
const UNKNOWN = Infinity
/** A word of letters alone, perhaps with a capital. */
const PLAIN = /^\p{L}[\p{Ll}-]*$/u
/** Each word more, an article before an apostrophe, and a word that a line's end breaks; what may be an
 * ending or a prefix, because it doubles the letter before it or because the document's words end or begin like that. */
const [PIECE, ELIDED, BROKEN, SHORT_BROKEN, DOUBLED, BOUND] = [1, 1, 3, 6, 4, 4]

/** A document has its word this often; a word of the language that it also has. */
const OFTEN = 3
const LONGEST = 26
/** A prefix is no longer; words on both sides of a lost space are longer, and so long together, where no small word stands beside them. */
const PREFIX = 5
const CONTENT = 6
const BOTH = 14
/** What is left of a word without its ending. */
const ENDED = 7

const OPENS = /^[(«“"]+/u
const CLOSES = /[.,;:)»”"]+$/u
const ELISION = /^(?:\p{L}|qu|jusqu|lorsqu|puisqu|gl|un|all|dall|dell|nell|sull)'(?=\p{L}{2})/u

/** Languages that write two nouns as one word, or a word and long endings. */
const COMPOUNDING = new Set(['de', 'nl', 'sv', 'da', 'no', 'fi', 'tr'])

/** Whether what stands between two places is a word of the language. */
type IsListed = (from: number, to: number) => boolean

export interface Tongue {
  language: string
  /** Words that hold others together. */
  small: readonly string[]
  lexicon: Lexicon
}

/** Parts texts of one document, given the languages that it is written in. */
export class Parter {
  private readonly vocabulary: Vocabulary
  private readonly tongues: readonly Tongue[]
  private readonly small: ReadonlySet<string>
  private readonly compounding: boolean
  private readonly affixes: ReadonlySet<string>
  private readonly costs = new Map<string, number>()
  private readonly whole = new Map<string, boolean>()
  private readonly listed = new Map<string, boolean>()

  constructor(vocabulary: Vocabulary, tongues: readonly Tongue[]) {
    this.vocabulary = vocabulary
    this.tongues = tongues
    this.small = new Set(tongues.flatMap(({ small }) => small).filter(word => vocabulary.count(word) >= OFTEN))
    this.affixes = this.affixesOf()
    this.compounding = tongues.some(({ language }) => COMPOUNDING.has(language))
  }

  /** Whether the document or its language has it as one word. */
  isWord(text: string): boolean {
    let is = this.whole.get(text)
    if (is === undefined) this.whole.set(text, (is = this.isWhole(text)))
    return is
  }

  private isWhole(text: string): boolean {
    const word = folded(text)
    if (!/\p{L}/u.test(word)) return true
    if (this.vocabulary.count(word) >= OFTEN) return true
    const bare = word.replace(ELISION, '')
    return this.inLanguage(bare) || this.vocabulary.count(bare) >= OFTEN || this.inLanguage(word)
  }

  /** The words that a text is made of, if it is; `lineEnds` are places where a space is printed or a word broken. */
  part(text: string, lineEnds: readonly number[] = []): Parted | null {
    const best: ({ cost: number; from: number } | undefined)[] = [{ cost: 0, from: 0 }]
    const mayCut = Array.from(
      { length: text.length + 1 },
      (_, at) => at === text.length || lineEnds.includes(at) || mayPart(text, at),
    )
    const isEnd = (at: number) => at === 0 || at === text.length || lineEnds.includes(at)
    const low = text.toLowerCase().replaceAll('’', "'")
    const listed = this.listedIn(low)
    for (let from = 0; from < text.length; from++) {
      const before = best[from]
      if (!before) continue
      for (let end = from + 1; end <= Math.min(text.length, from + LONGEST); end++) {
        if (!mayCut[end]) continue
        const piece = text.slice(from, end)
        const broken = lineEnds.some(at => at > from && at < end)
        const known = this.costOfPiece(
          piece,
          broken,
          low.length === text.length ? low.slice(from, end) : null,
          (a, b) => listed(from + a, from + b),
        )
        if (known === UNKNOWN) continue
        // A word that stands alone in its line counts itself.
        const alone = !broken && isEnd(from) && isEnd(end) && this.vocabulary.count(folded(piece)) < 2
        if (alone && known === COST.once) continue
        const bound =
          (text[from] === text[from - 1] ? DOUBLED : 0) +
          (this.isBound(piece, from === 0, end === text.length) ? BOUND : 0)
        const cost = before.cost + PIECE + bound + known
        if (cost < (best[end]?.cost ?? UNKNOWN)) best[end] = { cost, from }
      }
    }
    if (!best[text.length]) return null
    const starts: number[] = []
    for (let at = text.length; at > 0; at = best[at]!.from) starts.unshift(best[at]!.from)
    const pieces = starts.map((from, i) => text.slice(from, starts[i + 1]))
    const cuts = starts.slice(1)
    const broken = lineEnds.filter(at => !cuts.includes(at))
    return this.isLikely(pieces, broken.length > 0) ? { cuts, broken, sure: pieces.length > 2 } : null
  }

  private isLikely(pieces: readonly string[], broken: boolean): boolean {
    if (pieces.length === 1) return broken
    const words = pieces.map(folded)
    if (words.length === 2 && words.every(word => word.length > 1 && this.small.has(word))) return true
    const holds = words.map((word, i) => this.holds(word, i === 0, i === words.length - 1))
    const holding = holds.includes(true)
    const longest = Math.max(
      0,
      ...words.map((word, i) =>
        this.small.has(word)
          ? 0
          : isYear(word)
            ? PREFIX
            : words.length > 2 || !holds[i] || ELISION.test(word)
              ? word.replace(ELISION, '').length
              : 0,
      ),
    )
    if (holding && longest < PREFIX) return false
    if (pieces.length === 2 && words.some(word => word.length === 1) && !/^\p{Lu}/u.test(pieces[1]!))
      return this.isJoined(words[0]!, words[1]!)
    // 'conjoncturel le'
    if (pieces.length === 2 && holds[1] && pieces[0]!.at(-1) === pieces[1]![0]) return false
    const least = holding ? PREFIX : CONTENT
    return pieces.slice(1).every((piece, i) => holds[i] || holds[i + 1] || this.maySucceed(pieces[i]!, piece, least))
  }

  /** 'denuncias y', 'o conflito': a long word of the language and a letter that is a word, and neither ending nor prefix. */
  private isJoined(first: string, second: string): boolean {
    const [letter, word] = first.length === 1 ? [first, second] : [second, first]
    if (word.length < CONTENT || !this.small.has(letter) || first.at(-1) === second[0]) return false
    return !this.affixes.has(first === letter ? `${letter}-` : `-${letter}`) && this.inLanguage(word)
  }

  /** Whether it is a word that only stands beside others, and not what the document's words begin or end with. */
  private holds(word: string, first: boolean, last: boolean): boolean {
    if (ELISION.test(word) || this.small.has(word)) return true
    return word.length <= 3 && this.isCommon(word) && !this.isBound(word, first, last)
  }

  private isBound(piece: string, first: boolean, last: boolean): boolean {
    if (first === last || piece.length > 3) return false
    return this.affixes.has(first ? `${folded(piece)}-` : `-${folded(piece)}`)
  }

  /** What the document's words begin and end with beside another word of the language: 'en-' of 'ensemble', '-das' of 'mediadas'. */
  private affixesOf(): Set<string> {
    const counts = new Map<string, number>()
    for (const word of this.vocabulary.words()) {
      if (word.length < PREFIX || !this.inLanguage(word)) continue
      for (let at = 1; at <= 3; at++) {
        const [head, tail] = [word.slice(0, at), word.slice(-at)]
        if (word.length - at >= PREFIX && this.inLanguage(word.slice(at)))
          counts.set(`${head}-`, (counts.get(`${head}-`) ?? 0) + 1)
        if (word.length - at >= 4 && this.inLanguage(word.slice(0, -at)))
          counts.set(`-${tail}`, (counts.get(`-${tail}`) ?? 0) + 1)
      }
    }
    return new Set([...counts].filter(([, count]) => count > 1).map(([affix]) => affix))
  }

  /** Whether a space may be lost between two words that both mean something. */
  private maySucceed(piece: string, next: string, least: number): boolean {
    if (CLOSES.test(piece) || OPENS.test(next) || /\d$/u.test(piece) || /^\d/u.test(next)) return true
    if (/\p{Ll}$/u.test(piece) && /^\p{Lu}/u.test(next)) return true
    if (this.vocabulary.follows(piece, next)) return true
    const [length, other] = [folded(piece).length, folded(next).length]
    return !this.compounding && length >= least && other >= least && (least < CONTENT || length + other >= BOTH)
  }

  /** Tells whether what stands between two places of a text is a word of one of the languages. */
  private listedIn(low: string): IsListed {
    const ends: Uint8Array[] = []
    return (from, to) => {
      let found = ends[from]
      if (!found) {
        ends[from] = found = new Uint8Array(LONGEST + 1)
        for (const { lexicon } of this.tongues) lexicon.mark(low, from, found)
      }
      return found[to - from] === 1
    }
  }

  /** `low` is the piece in small letters, null where those are more or fewer. */
  private costOfPiece(piece: string, broken: boolean, low: string | null, isListed: IsListed): number {
    let cost: number
    if (low !== null && PLAIN.test(piece)) cost = this.costOfPlain(low, isListed)
    else {
      const known = this.costs.get(piece)
      cost = known ?? this.costOf(piece.replace(OPENS, '').replace(CLOSES, ''))
      if (known === undefined) this.costs.set(piece, cost)
    }
    if (cost === UNKNOWN || !broken) return cost
    const { length } = folded(piece)
    return length < 3 ? UNKNOWN : cost + (length < PREFIX ? SHORT_BROKEN : BROKEN)
  }

  /** The same as `costOf` for letters alone, of which it is known whether they are a word. */
  private costOfPlain(word: string, isListed: IsListed): number {
    if (this.small.has(word)) return word.length > 1 ? COST.small : COST.letter
    return this.costOfWord(word, isListed)
  }

  private costOf(core: string): number {
    if (isYear(core)) return COST.figure
    if (/^\p{Lu}[\p{Lu}\d]+$/u.test(core)) return this.vocabulary.count(folded(core)) > 0 ? COST.name : UNKNOWN
    if (!/^\p{L}[\p{Ll}’'-]*$/u.test(core) && !/^\p{L}['’]\p{Lu}\p{Ll}+$/u.test(core)) return UNKNOWN
    // Not by `folded`, which remembers: these are hundreds of thousands, and few are words.
    const word = core.toLowerCase().replaceAll('’', "'")
    if (this.small.has(word)) return word.length > 1 ? COST.small : COST.letter
    const bare = word.replace(ELISION, '')
    const isListed =
      (of: string): IsListed =>
      (from, to) =>
        this.inLanguage(of.slice(from, to))
    if (bare !== word) return bare.length > 2 ? ELIDED + this.costOfWord(bare, isListed(bare)) : UNKNOWN
    return this.costOfWord(word, isListed(word))
  }

  /** @param isListed of places in the word */
  private costOfWord(word: string, isListed: IsListed): number {
    const count = this.vocabulary.count(word)
    const inLanguage = isListed(0, word.length)
    if (word.length < 3) return count >= OFTEN && this.isCommon(word) ? COST.short : UNKNOWN
    if (word.length === 3) return count >= OFTEN && inLanguage ? COST.short : UNKNOWN
    if (inLanguage)
      return count >= OFTEN ? COST.both : count < OFTEN && word.length <= PREFIX ? COST.strange : COST.language
    if (word.length > 4 && count >= OFTEN) return COST.document
    if (word.length > 7 && count > 1) return COST.form
    if (this.isForm(word, isListed)) return COST.form
    if (this.isCompound(word, isListed)) return COST.compound
    return word.length > 7 && count > 0 ? COST.once : UNKNOWN
  }

  /** A word of the language with another ending. */
  private isForm(word: string, isListed: IsListed): boolean {
    return [1, 2, 3].some(end => {
      const stem = word.slice(0, -end)
      return stem.length >= ENDED && isListed(0, stem.length) && this.affixes.has(`-${word.slice(-end)}`)
    })
  }

  /** A prefix that is a word itself, and a word: 'sociopolitiques'. */
  private isCompound(word: string, isListed: IsListed): boolean {
    if (word.includes("'")) return false
    for (let at = 2; at <= PREFIX && at <= word.length - CONTENT; at++) {
      const head = word.slice(0, at)
      if (isListed(0, at) && isListed(at, word.length) && !this.small.has(head) && !this.isCommon(head)) return true
    }
    return false
  }

  private isCommon(word: string): boolean {
    return this.tongues.some(({ lexicon }) => lexicon.isCommon(word))
  }

  private inLanguage(word: string): boolean {
    let is = this.listed.get(word)
    if (is === undefined) this.listed.set(word, (is = this.tongues.some(({ lexicon }) => lexicon.has(word))))
    return is
  }
}

/** '2024', '2023-2027'. */
function isYear(text: string): boolean {
  return /^(?:13|19|20)\d{2}(?:[-–](?:20)?\d{2})?$/u.test(text)
}

/** A space stands after a letter, a year or a closing sign and before a letter, an opening sign or a figure. */
function mayPart(text: string, at: number): boolean {
  const [before, after] = [text[at - 1] ?? '', text[at] ?? '']
  if (!/[\p{L}.,;:)»”\d]/u.test(before) || !/[\p{L}\d(«“]/u.test(after)) return false
  if (/\d/u.test(before) && /\d/u.test(after)) return false
  // 'étudiant(e)s'
  return !/^\(.{0,3}\)/u.test(text.slice(at)) && !/\(.{0,3}\)$/u.test(text.slice(0, at))
}
