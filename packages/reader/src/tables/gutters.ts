/** Columns that only white space holds apart. */
import type { Line } from '../text/lines.ts'
import type { Word } from '../text/words.ts'

/** A strip from x = `from` to x = `to` in which (nearly) no line has a word. */
export interface Gutter {
  from: number
  to: number
}

/** Parts of the type size. */
const WIDE_GAP = 0.72
const NARROWEST = 0.22
const CLEAR = 0.6
/** Width of one step of the profile, in points. */
const STEP = 0.5

/** The gaps of a line that are too wide for a word space. What follows a bullet or number is text, not a column. */
export function wideGaps(line: Line): Gutter[] {
  const gaps: Gutter[] = []
  const words = leftToRight(line)
  for (let i = 1; i < words.length; i++) {
    const [before, after] = [words[i - 1]!, words[i]!]
    if (i === 1 && isMarker(before.text)) continue
    if (after.box[0] - before.box[2] >= WIDE_GAP * Math.min(before.size, after.size))
      gaps.push({ from: before.box[2], to: after.box[0] })
  }
  return gaps
}

export function leftToRight(line: Line): Word[] {
  return line.words.toSorted((a, b) => a.box[0] - b.box[0])
}

const MARKER = /^([•‣▪●○◦■□–‒—*·‑-]|\(?\p{Nd}{1,3}[.)]|\(?[a-zA-Z][.)]|\(?[ivxlc]{1,5}[.)])$/u

export function isMarker(text: string): boolean {
  return MARKER.test(text)
}

/** PDF knows no page wider than 14,400 points; a damaged file may tell of any. */
export const MOST_STEPS = 60_000

/** The gutters of consecutive lines: strips that nearly all lines leave free, with text on both sides. */
export function guttersOf(all: readonly Line[]): Gutter[] {
  const lines = withoutBands(all)
  const left = Math.min(...lines.map(line => line.box[0]))
  const right = Math.max(...lines.map(line => line.box[2]))
  const size = median(lines.map(line => line.size))
  const steps = Math.ceil((right - left) / STEP) + 1
  if (!(steps <= MOST_STEPS)) return []
  const covered = new Uint16Array(steps)
  for (const line of lines)
    for (const { box } of line.words) {
      const from = Math.floor((box[0] - left) / STEP)
      const to = Math.ceil((box[2] - left) / STEP)
      for (let i = Math.max(0, from); i < Math.min(steps, to); i++) covered[i]!++
    }
  const allowed = lines.length <= 4 ? 0 : lines.length <= 12 ? 1 : Math.floor(lines.length * 0.1)
  const gutters: Gutter[] = []
  for (let i = 0; i < steps; i++) {
    if (covered[i]! > allowed) continue
    let end = i
    while (end < steps && covered[end]! <= allowed) end++
    if (i > 0 && end < steps) {
      const [from, to] = leastCovered(covered, i, end, (CLEAR * size) / STEP)
      gutters.push({ from: left + from * STEP, to: left + to * STEP })
    }
    i = end
  }
  return columnGaps(
    gutters.filter(gutter => gutter.to - gutter.from >= NARROWEST * size),
    lines,
    size,
  )
}

/** Lines in bold without a gap, from one edge: they name rows and leave no gutter open; where most lines are so they are the text. */
function withoutBands(lines: readonly Line[]): readonly Line[] {
  const left = Math.min(...lines.map(line => line.box[0]))
  const right = Math.max(...lines.map(line => line.box[2]))
  const isBand = (line: Line) =>
    line.words.length > 1 &&
    (line.box[0] < left + EDGE || line.box[2] > right - EDGE) &&
    line.words.every(word => word.bold) &&
    wideGaps(line).length === 0
  const rest = lines.filter(line => !isBand(line))
  return rest.length >= MOSTLY * lines.length ? rest : lines
}

/** Text begins at a table's edge to this many points. */
const EDGE = 6

/**
 * The widest stretch of [from, to) that the fewest words reach into; all of it where that is narrower than `narrowest` steps and may be
 * no more than a space in a heading above.
 */
export function leastCovered(covered: Uint16Array, from: number, to: number, narrowest: number): [number, number] {
  let least = Infinity
  for (let i = from; i < to; i++) least = Math.min(least, covered[i]!)
  let best: [number, number] = [from, from]
  for (let i = from; i < to; i++) {
    if (covered[i]! > least) continue
    let end = i
    while (end < to && covered[end]! === least) end++
    if (end - i >= best[1] - best[0]) best = [i, end]
    i = end
  }
  return best[1] - best[0] < narrowest ? [from, to] : best
}

/** How often a gutter must be wide in the lines that have text in the columns on both sides of it. */
const MOSTLY = 0.6

/** Word spaces that happen to lie above each other are no gutter: the least likely goes, until all that are left are likely. */
function columnGaps(gutters: Gutter[], lines: readonly Line[], size: number): Gutter[] {
  const left = [...gutters]
  while (left.length > 0) {
    const likely = left.map((_, i) => likelihood(left, i, lines, size))
    const least = likely.indexOf(Math.min(...likely))
    if (likely[least]! >= MOSTLY) return left
    left.splice(least, 1)
  }
  return left
}

/** The share of lines with a wide gap at the gutter, among those that have text in the columns beside it. */
function likelihood(gutters: readonly Gutter[], at: number, lines: readonly Line[], size: number): number {
  const middle = (gutters[at]!.from + gutters[at]!.to) / 2
  const nearest = { left: gutters[at - 1]?.to ?? -Infinity, right: gutters[at + 1]?.from ?? Infinity }
  let wide = 0
  let both = 0
  for (const line of lines) {
    let before: Word | null = null
    let after: Word | null = null
    for (const word of line.words) {
      if (word.box[2] <= middle && (!before || word.box[2] > before.box[2])) before = word
      if (word.box[0] >= middle && (!after || word.box[0] < after.box[0])) after = word
    }
    if (!before || !after || before.box[2] < nearest.left || after.box[0] > nearest.right) continue
    both++
    const marker = isMarker(before.text) && isFirstOfPhrase(before, line)
    if (!marker && after.box[0] - before.box[2] >= WIDE_GAP * 0.8 * size) wide++
  }
  return both === 0 ? MOSTLY : wide / both
}

function isFirstOfPhrase(word: Word, line: Line): boolean {
  return !line.words.some(
    other => other !== word && other.box[2] <= word.box[0] + 1 && word.box[0] - other.box[2] < WIDE_GAP * word.size,
  )
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}

/** The column of a point: how many gutters lie to its left. */
export function columnAt(x: number, gutters: readonly Gutter[]): number {
  let column = 0
  while (column < gutters.length && x > (gutters[column]!.from + gutters[column]!.to) / 2) column++
  return column
}

/** Whether a word stands across the gutter. */
export function crosses(word: Word, gutter: Gutter): boolean {
  const middle = (gutter.from + gutter.to) / 2
  return word.box[0] < middle - 1 && word.box[2] > middle + 1
}

/** A gap between lines this many times the usual one parts rows. */
const ROW_GAP = 1.3

/**
 * Whether lines on both sides of a gutter begin anew at the same heights, time and again, after a gap: the rows of a table. Columns of
 * running text have their paragraphs' ends at different heights.
 */
export function haveCommonRows(lines: readonly Line[], gutter: Gutter): boolean {
  const middle = (gutter.from + gutter.to) / 2
  const pitches = lines.slice(1).map((line, i) => line.base - lines[i]!.base)
  const leading = pitches.toSorted((a, b) => a - b)[Math.floor(pitches.length * 0.2)] ?? 0
  if (leading < 0.8 * median(lines.map(line => line.size))) return false
  const starts = lines.slice(1).filter((_, i) => pitches[i]! > ROW_GAP * leading)
  const both = starts.filter(({ box }) => box[0] < middle && box[2] > middle)
  return both.length >= 3 && both.length >= 0.6 * starts.length
}
