/** Characters to words, by the gaps between them. */
import type { Box } from '../plan-document.ts'
import type { TagLeaf } from '../pdf/tags.ts'
import { unturned, type Turn } from '../pdf/frame.ts'
import type { Glyph, TextRun } from '../pdf/glyphs.ts'
import { directionOf, fromTheRight, isRightToLeft, logicalWord, plainLetters } from './direction.ts'

export interface Word {
  text: string
  /** Points on the seen page. */
  box: Box
  /** The base line in the frame of the word's own direction. */
  base: number
  size: number
  bold: boolean
  turn: Turn
  /** The marked content that ties the word to the tags; -1 for none. */
  mcid: number
  /** What the tags say that it belongs to. */
  tag?: TagLeaf
  /** The text object of its first character; objects count in the order of the content. */
  run: number
  /** A line-end hyphen stands after it that the next line mends. */
  hyphenated: boolean
  /** The line's end broke it without a hyphen. */
  broken?: boolean
  /** Where within it one text object ends and the next begins: place in the text, and x on the seen page. */
  joints?: { at: number; x: number }[]
  /** It stands in a line with right-to-left letters. */
  leftward: boolean
  /** 0..1, where it was read from a picture. */
  confidence?: number
}

/** Whether a vertical line crosses height y between x = from and x = to, in either order. */
export type WallBetween = (from: number, to: number, y: number) => boolean

/** What PDFium returns for a hyphen at a line's end, and Unicode's own soft hyphen. */
const LINE_END_HYPHEN = 0x02
const SOFT_HYPHEN = 0xad
/** Parts of the type size: a narrower gap is a kern, a wider one parts words even where no space was written. */
const WORD_GAP = 0.17
/** Boxes of Arabic letters may leave room beside the stroke: where spaces are written, only a gap of this width parts words. */
const ARABIC_GAP = 0.3
/** Spaces are written when this share of the characters are spaces. */
const SPACES_WRITTEN = 0.06
/** A written space that takes less room than this was drawn over: the words are printed as one. */
const NO_GAP = 0.03
/** Characters further apart in height than this are on different lines. */
const SAME_LINE = 0.35

/**
 * The words of a page in the order of its content. A word ends at a space, at a gap, where the line or the direction changes.
 * `wallBetween` tells whether a cell border stands between two letters, so that text of neighbouring cells does not run together.
 * Lines that hold right-to-left letters come after the others, their words from the right.
 */
export function wordsOf(glyphs: readonly Glyph[], wallBetween: WallBetween): Word[] {
  const { level, fromRight } = byDirection(glyphs)
  const words: Word[] = []
  collect(level, { leftward: false, widest: WORD_GAP, wallBetween }, words)
  for (const { glyphs: line } of fromRight) {
    const spaces = line.filter(glyph => isSpace(glyph.code)).length
    const widest = spaces > SPACES_WRITTEN * line.length ? ARABIC_GAP : WORD_GAP
    collect(fromTheRight(line), { leftward: true, widest, wallBetween }, words)
  }
  return words
}

/** On a page of right-to-left text, a line with no more Latin letters than this is taken for a part of that text: figures, a name. */
const FEW_LATIN = 20

/** Lines that read from the left in their own order, and each line that reads from the right. */
function byDirection(glyphs: readonly Glyph[]): { level: readonly Glyph[]; fromRight: RunLine[] } {
  const letters = glyphs.filter(glyph => isRightToLeft(glyph.code))
  if (letters.length === 0) return { level: glyphs, fromRight: [] }
  const latin = glyphs.filter(glyph => isLatin(glyph.code))
  const lines = linesOfRuns(new Set(letters.map(glyph => glyph.run)))
  if (letters.length > latin.length) addShortLines(lines, glyphs, latin)
  const lineOf = new Map<TextRun, RunLine | null>()
  const level: Glyph[] = []
  for (const glyph of glyphs) {
    let line = lineOf.get(glyph.run)
    if (line === undefined) lineOf.set(glyph.run, (line = lines.find(other => onOneLine(other.run, glyph.run)) ?? null))
    ;(line?.glyphs ?? level).push(glyph)
  }
  return { level, fromRight: lines }
}

interface RunLine {
  run: TextRun
  glyphs: Glyph[]
}

function linesOfRuns(runs: Iterable<TextRun>): RunLine[] {
  const lines: RunLine[] = []
  for (const run of [...runs].sort((a, b) => a.turn - b.turn || a.base - b.base))
    if (!lines.some(line => onOneLine(line.run, run))) lines.push({ run, glyphs: [] })
  return lines
}

function addShortLines(lines: RunLine[], glyphs: readonly Glyph[], latin: readonly Glyph[]) {
  const others = new Set(glyphs.map(glyph => glyph.run).filter(run => !lines.some(line => onOneLine(line.run, run))))
  const short = linesOfRuns(others).filter(
    line => latin.filter(glyph => onOneLine(line.run, glyph.run)).length <= FEW_LATIN,
  )
  lines.push(...short)
}

function isLatin(code: number): boolean {
  return !isRightToLeft(code) && /\p{L}/u.test(String.fromCodePoint(code))
}

function onOneLine(a: TextRun, b: TextRun): boolean {
  return a.turn === b.turn && Math.abs(a.base - b.base) <= SAME_LINE * Math.max(a.size, b.size)
}

interface Way {
  leftward: boolean
  /** The widest gap within a word, in type sizes. */
  widest: number
  wallBetween: WallBetween
}

function collect(glyphs: readonly Glyph[], way: Way, words: Word[]) {
  let open: Glyph[] = []
  let hyphenated = false
  let spaced = false
  const finish = () => {
    if (open.length > 0) words.push(wordOf(open, hyphenated, way.leftward, words.at(-1)))
    open = []
    hyphenated = false
  }
  for (const glyph of glyphs) {
    if (glyph.code === LINE_END_HYPHEN || glyph.code === SOFT_HYPHEN) {
      hyphenated = open.length > 0
      continue
    }
    if (isSpace(glyph.code)) {
      spaced = true
      continue
    }
    const last = open.at(-1)
    if (last && (hyphenated || parted(last, glyph, spaced, way))) finish()
    spaced = false
    open.push(glyph)
  }
  finish()
}

function parted(last: Glyph, next: Glyph, spaced: boolean, { leftward, widest, wallBetween }: Way): boolean {
  if (!onOneLine(last.run, next.run)) return true
  const size = Math.max(last.run.size, next.run.size)
  const gap = leftward ? last.box[0] - next.box[2] : next.box[0] - last.box[2]
  if (gap > widest * size || (spaced && gap > NO_GAP * size)) return true
  if (!leftward && gap < -1.5 * size) return true
  if (last.run.index === next.run.index || last.run.turn !== 0) return false
  return wallBetween((last.box[0] + last.box[2]) / 2, (next.box[0] + next.box[2]) / 2, (next.box[1] + next.box[3]) / 2)
}

function isSpace(code: number): boolean {
  if (code > 0x20 && code < 0xa0) return false
  return (
    code <= 0x20 ||
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x202f ||
    code === 0x3000 ||
    code === 0xfeff
  )
}

function wordOf(glyphs: readonly Glyph[], hyphenated: boolean, leftward: boolean, before: Word | undefined): Word {
  const { run } = glyphs[0]!
  let [x0, y0, x1, y1] = glyphs[0]!.box
  let size = 0
  let bold = 0
  let one = true
  for (const { box, run: own } of glyphs) {
    x0 = Math.min(x0, box[0])
    y0 = Math.min(y0, box[1])
    x1 = Math.max(x1, box[2])
    y1 = Math.max(y1, box[3])
    size = Math.max(size, own.size)
    if (own.bold) bold++
    one &&= own === run
  }
  const codes = glyphs.map(glyph => glyph.code)
  const afterArabic = leftward && before !== undefined && directionOf([before]) < 0 && before.base === run.base
  return {
    text: plainLetters(leftward ? logicalWord(codes, afterArabic) : String.fromCodePoint(...codes)),
    box: unturned([x0, y0, x1, y1], run.turn),
    base: run.base,
    size,
    bold: bold * 2 > glyphs.length,
    turn: run.turn,
    mcid: run.mcid,
    run: run.index,
    hyphenated,
    ...(one || leftward || run.turn !== 0 ? {} : { joints: jointsOf(glyphs) }),
    leftward,
  }
}

function jointsOf(glyphs: readonly Glyph[]): { at: number; x: number }[] {
  const joints: { at: number; x: number }[] = []
  let at = 0
  glyphs.forEach((glyph, i) => {
    if (i > 0 && glyph.run !== glyphs[i - 1]!.run) joints.push({ at, x: glyph.box[0] })
    at += plainLetters(String.fromCodePoint(glyph.code)).length
  })
  return joints
}
