/** Characters to words, by the gaps between them. */
import type { Box } from '../plan-document.ts'
import { union, unturned, type Turn } from '../pdf/frame.ts'
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
  /** The text object of its first character; objects count in the order of the content. */
  run: number
  /** A line-end hyphen stands after it that the next line mends. */
  hyphenated: boolean
  /** It stands in a line with right-to-left letters. */
  leftward: boolean
}

/** Whether a vertical line crosses height y between x = from and x = to, in either order. */
export type WallBetween = (from: number, to: number, y: number) => boolean

/** What PDFium returns for a hyphen at a line's end, and Unicode's own soft hyphen. */
const LINE_END_HYPHEN = 0x02
const SOFT_HYPHEN = 0xad
/** Parts of the type size: a narrower gap is a kern, a wider one parts words even where no space was written. */
const WORD_GAP = 0.17
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
  collect(level, false, wallBetween, words)
  for (const line of fromRight) collect(fromTheRight(line), true, wallBetween, words)
  return words
}

/** Lines without a right-to-left letter in their own order, and each line with one. */
function byDirection(glyphs: readonly Glyph[]): { level: readonly Glyph[]; fromRight: Glyph[][] } {
  const runs = new Set(glyphs.filter(glyph => isRightToLeft(glyph.code)).map(glyph => glyph.run))
  if (runs.size === 0) return { level: glyphs, fromRight: [] }
  const lines: { run: TextRun; glyphs: Glyph[] }[] = []
  for (const run of [...runs].sort((a, b) => a.turn - b.turn || a.base - b.base))
    if (!lines.some(line => onOneLine(line.run, run))) lines.push({ run, glyphs: [] })
  const lineOf = new Map<TextRun, Glyph[] | null>()
  const level: Glyph[] = []
  for (const glyph of glyphs) {
    let line = lineOf.get(glyph.run)
    if (line === undefined)
      lineOf.set(glyph.run, (line = lines.find(other => onOneLine(other.run, glyph.run))?.glyphs ?? null))
    ;(line ?? level).push(glyph)
  }
  return { level, fromRight: lines.map(line => line.glyphs) }
}

function onOneLine(a: TextRun, b: TextRun): boolean {
  return a.turn === b.turn && Math.abs(a.base - b.base) <= SAME_LINE * Math.max(a.size, b.size)
}

function collect(glyphs: readonly Glyph[], leftward: boolean, wallBetween: WallBetween, words: Word[]) {
  let open: Glyph[] = []
  let hyphenated = false
  let spaced = false
  const finish = () => {
    if (open.length > 0) words.push(wordOf(open, hyphenated, leftward, words.at(-1)))
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
    if (last && (hyphenated || parted(last, glyph, spaced, leftward, wallBetween))) finish()
    spaced = false
    open.push(glyph)
  }
  finish()
}

function parted(last: Glyph, next: Glyph, spaced: boolean, leftward: boolean, wallBetween: WallBetween): boolean {
  if (!onOneLine(last.run, next.run)) return true
  const size = Math.max(last.run.size, next.run.size)
  const gap = leftward ? last.box[0] - next.box[2] : next.box[0] - last.box[2]
  if (gap > WORD_GAP * size || (spaced && gap > NO_GAP * size)) return true
  if (!leftward && gap < -1.5 * size) return true
  if (last.run.index === next.run.index || last.run.turn !== 0) return false
  return wallBetween((last.box[0] + last.box[2]) / 2, (next.box[0] + next.box[2]) / 2, (next.box[1] + next.box[3]) / 2)
}

function isSpace(code: number): boolean {
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
  let box = glyphs[0]!.box
  let size = 0
  let bold = 0
  for (const glyph of glyphs) {
    box = union(box, glyph.box)
    size = Math.max(size, glyph.run.size)
    if (glyph.run.bold) bold++
  }
  const codes = glyphs.map(glyph => glyph.code)
  const afterArabic = before !== undefined && before.leftward && directionOf([before]) < 0 && before.base === run.base
  return {
    text: plainLetters(leftward ? logicalWord(codes, afterArabic) : String.fromCodePoint(...codes)),
    box: unturned(box, run.turn),
    base: run.base,
    size,
    bold: bold * 2 > glyphs.length,
    turn: run.turn,
    mcid: run.mcid,
    run: run.index,
    hyphenated,
    leftward,
  }
}
