/** Characters to words, by the gaps between them. */
import type { Box } from '../plan-document.ts'
import { union, unturned, type Turn } from '../pdf/frame.ts'
import type { Glyph } from '../pdf/glyphs.ts'
import { isRightToLeft, logicalText } from './direction.ts'

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
 */
export function wordsOf(glyphs: Glyph[], wallBetween: WallBetween): Word[] {
  const words: Word[] = []
  let open: Glyph[] = []
  let hyphenated = false
  const finish = () => {
    if (open.length > 0) words.push(wordOf(open, hyphenated))
    open = []
    hyphenated = false
  }
  let spaced = false
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
    if (last && (hyphenated || parted(last, glyph, spaced, wallBetween))) finish()
    spaced = false
    open.push(glyph)
  }
  finish()
  return words
}

function parted(last: Glyph, next: Glyph, spaced: boolean, wallBetween: WallBetween): boolean {
  if (last.run.turn !== next.run.turn) return true
  const size = Math.max(last.run.size, next.run.size)
  if (Math.abs(last.run.base - next.run.base) > SAME_LINE * size) return true
  const leftward = isRightToLeft(last.code) || isRightToLeft(next.code) || last.box[0] > next.box[2]
  const ahead = next.box[0] - last.box[2]
  const gap = leftward ? Math.max(ahead, last.box[0] - next.box[2]) : ahead
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

function wordOf(glyphs: Glyph[], hyphenated: boolean): Word {
  const { run } = glyphs[0]!
  let box = glyphs[0]!.box
  let size = 0
  let bold = 0
  for (const glyph of glyphs) {
    box = union(box, glyph.box)
    size = Math.max(size, glyph.run.size)
    if (glyph.run.bold) bold++
  }
  return {
    text: logicalText(glyphs),
    box: unturned(box, run.turn),
    base: run.base,
    size,
    bold: bold * 2 > glyphs.length,
    turn: run.turn,
    mcid: run.mcid,
    run: run.index,
    hyphenated,
  }
}
