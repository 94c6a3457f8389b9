/**
 * How sure a reading is of an item: a logistic sum of signs that go with wrong items. The weights were found by `node bench/calibration.ts
 * --fit` over plans whose every word is known, each tried on plans that it was not found with; a sign that tells nothing there has the weight
 * that its kind of mistake seems to earn.
 */
import type { Block, Layout, Table, TextLine } from '../layout.ts'
import type { Box, ItemKind } from '../plan-document.ts'
import { FUNCTION_WORDS } from '../words/function-words.ts'
import { labelOf } from '../words/match.ts'
import { isContainer, type Draft } from './forest.ts'
import { citesOf, textOf } from './pieces.ts'

/** The signs, each 0 (nothing speaks against the item) to 1. */
export const SIGNS = [
  'guessed',
  'unsaid',
  'restarts',
  'breaks',
  'capital',
  'beside',
  'labelled',
  'unnumbered',
  'numbered',
  'fieldless',
  'byBlanks',
  'shaky',
  'short',
  'long',
  'overPages',
  'startsSmall',
  'open',
] as const
export type Sign = (typeof SIGNS)[number]
export type Signs = Record<Sign, number>

/** What each sign takes from the log-odds of an item against which nothing speaks. */
export const WEIGHTS: { base: number } & Signs = {
  base: 6.8,
  /** Half a header word says what it is, or that of the table before: by so much as the word leaves open. */
  guessed: 6.9,
  /** Nothing says what it is: a list under an objective, a band with a number alone. Held: plans that we write are plainer than others. */
  unsaid: 6.2,
  /** A line within it begins with a capital though the one before had room and did not end: two entries that were taken for one. */
  restarts: 4.1,
  /** A line within it broke though its next word had room: the same where capitals tell nothing. */
  breaks: 2.6,
  /** A word within it has a capital after one that ends small, where most items have none: a neighbour's words may have run into it. */
  capital: 0.9,
  /** At its height on the page stands another item that may be two: the row may be two rows. */
  beside: 1.1,
  /** Its text begins with the label of another kind: 'Objective 2: …' as an action. */
  labelled: 3,
  /** It has no number where most of its kind have one. */
  unnumbered: 3.5,
  /** It has a number where most of its kind have none. */
  numbered: 1,
  /** It has no field where most of its kind have some. */
  fieldless: 0.6,
  /** White space alone parts it from its neighbours. */
  byBlanks: 3.6,
  /** White space alone parts it, and of the other items that it parts a third (or as much less) may be two. */
  shaky: 1.9,
  /** Fewer than eight letters, or no letter. */
  short: 3,
  /** More than 600 letters. */
  long: 3,
  /** It goes on over a page's end. */
  overPages: 0.3,
  /** It begins with a small letter where most of its kind do not. */
  startsSmall: 3,
  /** It ends in the middle: with a comma, an open bracket, a slash, 'of the'. Held: words are plainly missing. */
  open: 6.2,
}

/** Nothing is certain before a person has seen it. */
const SUREST = 0.99

/** 0..1 to two places. */
export function confidenceOf(signs: Signs, ocr: number): number {
  const odds = SIGNS.reduce((sum, sign) => sum - WEIGHTS[sign] * signs[sign], WEIGHTS.base)
  // Letters that were misread are wrong whatever the item is.
  return Math.round(Math.min(SUREST, ocr / (1 + Math.exp(-odds))) * 100) / 100
}

type Early = 'none' | 'some' | 'anew'

/** What most items of a kind are like. */
interface Kind {
  numbered: boolean | null
  fields: boolean
  small: boolean
  capitals: boolean
}

/** What is no plainer than this was taken for what it mostly is. */
const UNSAID = 0.76

const OPEN = /[,(«“/-]$/u

/** Where so many of the items that white space parts may be two, the others are as doubtful as can be. */
const THIRD = 1 / 3

/** Items of one row share so much of the lower one's height. */
const SHARED = 0.5

/** How many items of a kind there must be, and how many of them must be alike, for the others to stand out. */
const FEWEST = 4
const MOST = 0.6

/** Tells the signs of each item of a document. */
export class SignReader {
  private readonly kinds = new Map<ItemKind, Kind>()
  private readonly early: ReadonlyMap<Draft, Early>
  private readonly doubtful: { draft: Draft; page: number; box: Box }[]
  private readonly byBlanks: ReadonlySet<TextLine>
  private readonly shaky: number
  /** Function words: 'of', 'the', 'pour'. */
  private readonly small: ReadonlySet<string>
  private readonly languages: readonly string[]

  constructor(drafts: readonly Draft[], layout: Layout, languages: readonly string[]) {
    this.languages = languages
    this.small = new Set(languages.flatMap(language => FUNCTION_WORDS[language] ?? []))
    this.byBlanks = linesByBlanks(layout.blocks)
    this.early = new Map(drafts.map(draft => [draft, earlyBreak(draft)]))
    const parted = drafts.filter(draft => this.isByBlanks(draft))
    const early = parted.filter(draft => this.early.get(draft) !== 'none').length
    this.shaky = Math.min(1, early / (THIRD * Math.max(1, parted.length)))
    this.doubtful = drafts.flatMap(draft => (this.early.get(draft) === 'none' ? [] : placesOf(draft)))
    for (const [kind, own] of Map.groupBy(drafts, draft => draft.kind)) {
      const most = (is: (draft: Draft) => boolean) => own.length >= FEWEST && own.filter(is).length >= MOST * own.length
      const numbered = most(draft => draft.number !== null) || (most(draft => draft.number === null) ? false : null)
      this.kinds.set(kind, {
        numbered,
        fields: most(hasFields),
        small: !most(draft => !startsSmall(draft)),
        capitals: !most(draft => !hasCapital(draft)),
      })
    }
  }

  signsOf(draft: Draft, text: string): Signs {
    const kind = this.kinds.get(draft.kind)!
    const plain = draft.doubts.reduce((product, doubt) => product * doubt, 1)
    const early = this.early.get(draft)!
    const byBlanks = this.isByBlanks(draft)
    const own = labelOf(text, this.languages)?.kind ?? null
    return {
      guessed: plain <= UNSAID ? 0 : 1 - plain,
      unsaid: plain <= UNSAID ? 1 : 0,
      restarts: early === 'anew' ? 1 : 0,
      breaks: early === 'some' ? 1 : 0,
      capital: !kind.capitals && hasCapital(draft) ? 1 : 0,
      beside: this.isBesideDoubtful(draft) ? 1 : 0,
      labelled: own !== null && own !== draft.kind && isContainer(own) ? 1 : 0,
      unnumbered: kind.numbered === true && draft.number === null ? 1 : 0,
      numbered: kind.numbered === false && draft.number !== null ? 1 : 0,
      fieldless: kind.fields && !hasFields(draft) ? 1 : 0,
      byBlanks: byBlanks ? 1 : 0,
      shaky: byBlanks ? this.shaky : 0,
      short: (text.length < 8 && draft.kind !== 'pillar') || !/\p{L}/u.test(text) ? 1 : 0,
      long: text.length > 600 ? 1 : 0,
      overPages: new Set(draft.pieces.map(({ line }) => line.page)).size > 1 ? 1 : 0,
      startsSmall: !kind.small && startsSmall(draft) ? 1 : 0,
      open: OPEN.test(text) || this.small.has(/\p{L}+$/u.exec(text)?.[0] ?? '') ? 1 : 0,
    }
  }

  private isByBlanks({ pieces }: Draft): boolean {
    return pieces.some(({ line }) => this.byBlanks.has(line))
  }

  private isBesideDoubtful(draft: Draft): boolean {
    if (this.doubtful.length === 0) return false
    return placesOf(draft).some(({ page, box }) =>
      this.doubtful.some(other => {
        if (other.draft === draft || other.page !== page) return false
        const shared = Math.min(box[3], other.box[3]) - Math.max(box[1], other.box[1])
        const aside = box[2] <= other.box[0] || other.box[2] <= box[0]
        return aside && shared > SHARED * Math.min(box[3] - box[1], other.box[3] - other.box[1])
      }),
    )
  }
}

/** Where a draft stands, page by page. */
function placesOf(draft: Draft): { draft: Draft; page: number; box: Box }[] {
  return citesOf(draft.pieces).flatMap(({ page, box }) => (page === null || box === null ? [] : [{ draft, page, box }]))
}

/** So much of what its least sure field lacks beside the item's own words is taken from the item. */
const FIELD_DOUBT = 0.2

/**
 * The mean confidence of the item's words where they were read out of a picture, by letters; 1 elsewhere. A field that was read less surely
 * than the item takes a little of it: whoever looks at doubtful items first sees doubtful fields as well.
 */
export function ocrOf(draft: Draft): number {
  const own = meanOf(draft.pieces)
  const fields = Object.values(draft.fields).map(({ parts }) => meanOf(parts.flatMap(({ pieces }) => pieces)))
  return own - FIELD_DOUBT * Math.max(0, own - Math.min(own, ...fields))
}

function meanOf(pieces: Draft['pieces']): number {
  let sum = 0
  let letters = 0
  for (const { text, line } of pieces) {
    sum += text.length * (line.confidence ?? 1)
    letters += text.length
  }
  return letters > 0 ? sum / letters : 1
}

const hasFields = (draft: Draft): boolean => Object.keys(draft.fields).length > 0
const hasCapital = (draft: Draft): boolean => /\p{Ll} \p{Lu}\p{Ll}{3}/u.test(textOf(draft.pieces))
const startsSmall = (draft: Draft): boolean => /^\p{Ll}/u.test(textOf(draft.pieces.slice(0, 1)))

/** A line has room for a word where this much more than the word is free. */
const ROOM = 1.3

/** Whether a line breaks though the first word of the next would have fitted; 'anew' where that word has a capital. */
function earlyBreak({ pieces }: Draft): Early {
  const boxes = pieces.map(({ line }) => line.box).filter(box => box !== null)
  if (boxes.length < 2) return 'none'
  const [left, right] = [Math.min(...boxes.map(box => box[0])), Math.max(...boxes.map(box => box[2]))]
  const early = pieces.slice(1).filter(({ text, line }, i) => {
    const { line: before, text: textBefore } = pieces[i]!
    if (!line.box || !before.box || line.page !== before.page || before.hyphenated) return false
    if (/[.;:,!?(«“/،؛]$/u.test(textBefore.trim()) || line.box[1] < before.box[1]) return false
    const letter = (line.box[2] - line.box[0]) / Math.max(1, line.text.length)
    const free = RIGHT_TO_LEFT.test(text) ? before.box[0] - left : right - before.box[2]
    return free > ((/^\S+/u.exec(text)?.[0].length ?? 0) + 1) * letter * ROOM
  })
  if (early.length === 0) return 'none'
  return early.some(({ text }) => /^\p{Lu}\p{Ll}/u.test(text)) ? 'anew' : 'some'
}

const RIGHT_TO_LEFT = /\p{Script=Arabic}|\p{Script=Hebrew}/u

function linesByBlanks(blocks: readonly Block[]): Set<TextLine> {
  const lines = new Set<TextLine>()
  for (const block of blocks) if (block.type === 'table') addByBlanks(block.table, lines)
  return lines
}

function addByBlanks({ parts }: Table, lines: Set<TextLine>): void {
  for (const { by, cells } of parts)
    if (by === 'space') for (const cell of cells) for (const line of cell.lines) lines.add(line)
}
