/** Lines of a table without rulings to its rows. */
import type { Ruling } from '../pdf/rulings.ts'
import type { Line } from '../text/lines.ts'
import type { Word } from '../text/words.ts'
import { columnAt, leftToRight, median, wideGaps, type Gutter } from './gutters.ts'

/** Words of one line that belong together, and the columns that they stand in. */
export interface Phrase {
  from: number
  to: number
  words: Word[]
}

/** One line cut into phrases. */
export interface CutLine {
  line: Line
  phrases: Phrase[]
}

/** Gaps up to this part of the type size are word spaces. */
const WORD_SPACE = 0.4

/** Cuts lines into phrases at the gutters. Where a column's text often begins, a phrase begins even after a narrow gap. */
export function cutLines(lines: readonly Line[], gutters: readonly Gutter[]): CutLine[] {
  const starts = commonStarts(lines)
  return lines.map(line => cut(line, gutters, starts))
}

function cut(line: Line, gutters: readonly Gutter[], starts: Set<number>): CutLine {
  const phrases: Phrase[] = []
  for (const word of leftToRight(line)) {
    const column = columnAt((word.box[0] + word.box[2]) / 2, gutters)
    const last = phrases.at(-1)
    const before = last?.words.at(-1)
    if (last && before && (last.to === column || isOnePhrase(before, word, starts))) {
      last.words.push(word)
      last.to = column
    } else phrases.push({ from: column, to: column, words: [word] })
  }
  for (const phrase of phrases) {
    phrase.from = columnAt(phrase.words[0]!.box[0] + 1, gutters)
    phrase.to = Math.max(phrase.from, columnAt(phrase.words.at(-1)!.box[2] - 1, gutters))
  }
  return { line, phrases }
}

/** Whether two words on the two sides of a gutter are parted by no more than a word space. */
function isOnePhrase(before: Word, word: Word, starts: Set<number>): boolean {
  if (isFigure([before]) && isFigure([word])) return false
  if (before.run !== word.run && starts.has(Math.round(word.box[0]))) return false
  return word.box[0] - before.box[2] <= WORD_SPACE * Math.max(before.size, word.size)
}

/** Places, to a point, where at least three phrases begin after a wide gap. */
function commonStarts(lines: readonly Line[]): Set<number> {
  const counts = new Map<number, number>()
  for (const gap of lines.flatMap(wideGaps)) {
    const at = Math.round(gap.to)
    counts.set(at, (counts.get(at) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count >= 3).map(([at]) => at))
}

const FIGURE =
  /^[(<>≤≥~±$€£¥#*+−–—-]*[\p{Nd}][\p{Nd}.,:/%()*–—−-]*[†‡*a-z]{0,2}$|^[–—−-]+$|^[.…]+$|^\(?[xX]\)$|^(n\/?a|na|ns)$/iu

export function isFigure(words: readonly Word[]): boolean {
  return (
    words.length <= 3 &&
    words.every(word => FIGURE.test(word.text) || /^[%$€£]$|^[a-z]$/.test(word.text)) &&
    words.length > 0
  )
}

/** Groups cut lines into rows, from the top. */
export function rowsOf(lines: readonly CutLine[], columns: number, rules: readonly Ruling[]): CutLine[][] {
  const starts = breaksOf(lines, columns, rules)
  const rows: CutLine[][] = []
  lines.forEach((line, i) => {
    if (i === 0 || starts[i]) rows.push([line])
    else rows.at(-1)!.push(line)
  })
  return rows
}

function breaksOf(lines: readonly CutLine[], columns: number, rules: readonly Ruling[]): boolean[] {
  const pitches = lines.map((line, i) => (i === 0 ? 0 : line.line.base - lines[i - 1]!.line.base))
  const ruled = lines.map((line, i) => i > 0 && isRuledOff(lines[i - 1]!.line, line.line, rules))
  const wrapped = isWrappedText(lines, columns)
  const leading = leadingOf(pitches, lines)
  const spaced = wrapped && isSpaced(pitches, leading)
  return lines.map((line, i) => {
    if (i === 0 || ruled[i]) return true
    const above = lines[i - 1]!
    if (!wrapped) return !isTail(above, line, pitches[i]!, leading)
    if (Math.abs(above.line.size - line.line.size) > 1 || isBold(above) !== isBold(line)) return true
    if (isBand(line, lines[i + 1])) return true
    if (spaced) return pitches[i]! > 1.22 * leading
    if (goesOnInLowerCase(above, line) && pitches[i]! < 1.4 * line.line.size) return false
    return startsRow(above, line, columns)
  })
}

/** The distance of lines within a cell: the smallest that is common. */
function leadingOf(pitches: readonly number[], lines: readonly CutLine[]): number {
  const size = median(lines.map(({ line }) => line.size))
  const tight = pitches.filter((pitch, i) => i > 0 && pitch > 0.8 * size).sort((a, b) => a - b)
  return tight[Math.floor(tight.length * 0.15)] ?? 1.2 * size
}

/** Whether rows are told apart by more space than lines within a row. */
function isSpaced(pitches: readonly number[], leading: number): boolean {
  const wide = pitches.filter((pitch, i) => i > 0 && pitch > 1.22 * leading).length
  return wide > 0 && wide < 0.8 * (pitches.length - 1)
}

/** Cells of words that go on over lines, not one line a row. */
export function isWrappedText(lines: readonly CutLine[], columns: number): boolean {
  const body = lines.flatMap(({ phrases }) => phrases.filter(phrase => phrase.from > 0))
  const figures = body.filter(phrase => isFigure(phrase.words)).length
  if (figures > 0.5 * body.length) return false
  const sparse = lines.filter(({ phrases }) => phrases.length < 0.7 * columns).length
  const below = lines.slice(1).flatMap((line, i) => {
    const above = lines[i]!
    return isBold(above) === isBold(line) ? line.phrases.filter(phrase => hostOf(phrase, above)) : []
  })
  const lower = below.filter(({ words }) => !isFigure(words) && BEGINS_SMALL.test(words[0]!.text)).length
  return sparse > 0.25 * lines.length || lower > 0.4 * below.length
}

/** More lines between two rules are many rows, or running text. */
const LONGEST_ROW = 6

/** A header and two rows: with fewer, one rule may part a header from many rows. */
const FEWEST_RULED = 3

/** Words of which each row stands between two rules over the table's width, its header as well. */
export function isRowRuled(lines: readonly CutLine[], rules: readonly Ruling[]): boolean {
  const body = lines.flatMap(({ phrases }) => phrases.filter(phrase => phrase.from > 0))
  if (body.filter(phrase => isFigure(phrase.words)).length > 0.5 * body.length) return false
  let row = 0
  let rows = 1
  for (const [i, { line }] of lines.entries()) {
    const above = lines[i - 1]?.line
    if (above && isRuledOff(above, line, rules)) {
      row = 0
      rows++
    }
    if (++row > LONGEST_ROW) return false
  }
  const [first, last] = [lines[0]?.line, lines.at(-1)?.line]
  const isAt = (from: number, to: number) => rules.some(({ at }) => at > from && at < to)
  if (!first || !last || rows < FEWEST_RULED) return false
  const height = 2 * first.size
  return isAt(first.box[1] - height, first.base - 0.5 * first.size) && isAt(last.base, last.box[3] + height)
}

const BEGINS_SMALL = /^[\p{Ll}(]/u

/** The phrase of the line above that stands over this one. */
function hostOf(phrase: Phrase, above: CutLine): Phrase | undefined {
  return above.phrases.find(host => host.from <= phrase.to && host.to >= phrase.from)
}

/** A single phrase that goes on with the same column of the line above. */
function isTail(above: CutLine, line: CutLine, pitch: number, leading: number): boolean {
  if (line.phrases.length !== 1 || pitch > 1.15 * leading) return false
  const [only] = line.phrases
  const host = above.phrases.find(phrase => phrase.from === only!.from && phrase.to === only!.to)
  return (
    host !== undefined && above.phrases.length > 1 && !isFigure(only!.words) && BEGINS_SMALL.test(only!.words[0]!.text)
  )
}

/** A numbered or titled line in bold above a row that is not: the name of a part of the table. */
function isBand(line: CutLine, next: CutLine | undefined): boolean {
  const [only, ...others] = line.phrases
  if (!only || others.length > 0 || only.from > 0 || !isBold(line) || !next || isBold(next)) return false
  return only.words.length > 1 && only.words.some(word => /[\p{Nd}:]/u.test(word.text))
}

/** Most of the phrases that have text above them begin with a small letter, as the middle of a sentence does. */
function goesOnInLowerCase(above: CutLine, line: CutLine): boolean {
  const below = line.phrases.filter(phrase => hostOf(phrase, above))
  const lower = below.filter(phrase => BEGINS_SMALL.test(phrase.words[0]!.text)).length
  return lower > 0 && lower >= 0.5 * below.length
}

export function isBold({ phrases }: CutLine): boolean {
  return phrases.every(phrase => phrase.words.every(word => word.bold))
}

/** Where rows are not spaced: a line that fills most columns, or begins in a first column that the line above leaves empty. */
function startsRow(above: CutLine, line: CutLine, columns: number): boolean {
  const first = (cut: CutLine) => cut.phrases[0]!.from === 0
  if (line.phrases.length >= Math.max(2, 0.75 * columns)) return true
  return first(line) && (!first(above) || line.phrases.length > above.phrases.length)
}

function isRuledOff(above: Line, line: Line, rules: readonly Ruling[]): boolean {
  const [left, right] = [Math.min(above.box[0], line.box[0]), Math.max(above.box[2], line.box[2])]
  return rules.some(
    ({ at, from, to }) =>
      at > above.base - 1 &&
      at < line.base - 0.5 * line.size &&
      Math.min(to, right) - Math.max(from, left) > 0.6 * (right - left),
  )
}
