/** Where on a page a table without rulings stands. */
import type { Ruling } from '../pdf/rulings.ts'
import type { Line } from '../text/lines.ts'
import { columnAt, guttersOf, haveCommonRows, leftToRight, median, wideGaps, type Gutter } from './gutters.ts'

export interface Region {
  lines: Line[]
  gutters: Gutter[]
}

/** Lines further apart than this many type sizes do not belong together unless rulings hold them. */
const FARTHEST = 3.6
/** A line without columns whose type is larger by this factor is a heading between two tables. */
const HEADING = 1.12
/** A gutter must keep this much room, in type sizes. */
const ROOM = 0.4
/** So many lines without a wide gap may stand between two that have one: wrapped cells, bands. */
const MAX_BETWEEN = 6

/** The regions of level lines, from the top, in which columns stand. `rules` are the horizontal lines that border no ruled table. */
export function regionsOf(lines: readonly Line[], rules: readonly Ruling[]): Region[] {
  const tabular = lines.map(line => wideGaps(line).length > 0)
  const regions: Region[] = []
  let i = 0
  while (i < lines.length) {
    if (!tabular[i]) {
      i++
      continue
    }
    const found = grow(lines, tabular, i)
    const last = regions.at(-1)?.lines.at(-1)
    const region = found && widenToRules(last ? found : withTopOfPage(found, lines, i), lines, rules, last)
    if (region && isTable(region, rules)) {
      regions.push(region)
      i = lines.indexOf(region.lines.at(-1)!) + 1
    } else i++
  }
  return regions
}

/** Takes line after line as long as they leave the gutters open. */
function grow(lines: readonly Line[], tabular: readonly boolean[], start: number): Region | null {
  const taken: Line[] = [lines[start]!]
  let pending: Line[] = []
  let gutters = guttersOf(taken)
  if (gutters.length === 0) return null
  for (let i = start + 1; i < lines.length; i++) {
    const line = lines[i]!
    const above = pending.at(-1) ?? taken.at(-1)!
    if (line.box[1] - above.box[3] > FARTHEST * Math.max(line.size, above.size)) break
    if (!tabular[i] && line.size > HEADING * taken.at(-1)!.size) break
    if (tabular[i] && leavesOpen(line, gutters)) {
      const wider = guttersOf([...taken, ...pending, line])
      if (wider.length === 0 || (wider.length < 0.5 * gutters.length && taken.length > 3)) break
      gutters = wider
      taken.push(...pending, line)
      pending = []
    } else if (pending.length < MAX_BETWEEN && (fitsOneColumn(line, gutters) || !isSpanning(pending.at(-1), gutters)))
      pending.push(line)
    else break
  }
  for (const line of pending) {
    if (!fitsOneColumn(line, gutters) || !isNextLine(taken.at(-1)!, line)) break
    taken.push(line)
  }
  return { lines: taken, gutters }
}

/** Lines at the page's top that can only be the rest of cells from the page before. */
function withTopOfPage(region: Region, lines: readonly Line[], start: number): Region {
  const above = lines.slice(0, start)
  const [first] = region.lines
  const starts = region.lines.flatMap(line => line.words.map(word => word.box[0]))
  const isRest = (line: Line) =>
    Math.abs(line.size - first!.size) < 0.5 &&
    !line.words.every(word => word.bold) &&
    fitsOneColumn(line, region.gutters) &&
    starts.some(x => Math.abs(x - line.box[0]) < 2)
  if (above.length === 0 || above.length > 12 || !above.every(isRest)) return region
  return { lines: [...above, ...region.lines], gutters: region.gutters }
}

/** Whether the line leaves room in at least half of the gutters that lie between its ends. */
function leavesOpen(line: Line, gutters: readonly Gutter[]): boolean {
  const between = gutters.filter(({ from, to }) => to > line.box[0] && from < line.box[2])
  if (between.length === 0) return true
  return between.filter(gutter => roomIn(gutter, line) >= ROOM * line.size).length >= 0.5 * between.length
}

/** The widest free strip within the gutter. */
function roomIn({ from, to }: Gutter, line: Line): number {
  let free = from
  let widest = 0
  for (const { box } of leftToRight(line)) {
    if (box[2] <= from || box[0] >= to) continue
    widest = Math.max(widest, box[0] - free)
    free = Math.max(free, box[2])
  }
  return Math.max(widest, to - free)
}

function fitsOneColumn(line: Line, gutters: readonly Gutter[]): boolean {
  return columnAt(line.box[0] + 1, gutters) === columnAt(line.box[2] - 1, gutters)
}

function isSpanning(line: Line | undefined, gutters: readonly Gutter[]): boolean {
  return line !== undefined && !fitsOneColumn(line, gutters)
}

function isNextLine(above: Line, line: Line): boolean {
  return Math.abs(line.size - above.size) < 1 && line.base - above.base < 1.6 * line.size
}

/** Where two or more rules of the same width enclose the region, all that stands between them belongs to it. */
function widenToRules(
  region: Region,
  lines: readonly Line[],
  rules: readonly Ruling[],
  after: Line | undefined,
): Region {
  const [top, bottom] = [region.lines[0]!.box[1], region.lines.at(-1)!.box[3]]
  const size = median(region.lines.map(line => line.size))
  const touching = rules.filter(rule => rule.at > top - 14 * size && rule.at < bottom + 60 * size)
  const widest = touching.filter(({ from, to }) =>
    region.lines.every(line => line.box[0] > from - 12 && line.box[2] < to + 12),
  )
  const same = widest.filter(rule =>
    widest.some(other => other !== rule && Math.abs(other.from - rule.from) < 8 && Math.abs(other.to - rule.to) < 8),
  )
  const above = same.filter(rule => rule.at < top + size)
  const below = same.filter(rule => rule.at > bottom - size)
  // A heading over the table parts its rules from those of the table before.
  const heading = lines.findLast(line => line.box[3] < top && line.size > HEADING * size)
  const own = above.filter(rule => rule.at > (heading?.base ?? Number.NEGATIVE_INFINITY))
  const first = above.length > 0 ? Math.min(...(own.length > 0 ? own : above).map(rule => rule.at)) : top
  const last = below.length > 0 ? Math.min(...below.map(rule => rule.at)) : bottom
  const within = lines.filter(
    line => line.box[3] > first + 1 && line.box[1] < last - 1 && middle(line) > first && middle(line) < last,
  )
  const from = after ? lines.indexOf(after) + 1 : 0
  const all = lines.filter((line, i) => i >= from && (region.lines.includes(line) || within.includes(line)))
  if (all.length === region.lines.length) return region
  const gutters = guttersOf(all)
  return gutters.length >= region.gutters.length ? { lines: all, gutters } : { lines: all, gutters: region.gutters }
}

function middle(line: Line): number {
  return (line.box[1] + line.box[3]) / 2
}

/** Enough lines show the columns, and they are not columns of running text. */
function isTable({ lines, gutters }: Region, rules: readonly Ruling[]): boolean {
  if (gutters.length === 0) return false
  const shown = lines.filter(
    line => new Set(line.words.map(word => columnAt((word.box[0] + word.box[2]) / 2, gutters))).size > 1,
  )
  const [top, bottom] = [lines[0]!.box[1], lines.at(-1)!.box[3]]
  const ruled = rules.some(rule => rule.at > top - 10 && rule.at < bottom + 10)
  if (shown.length < (ruled || gutters.length > 2 ? 2 : 3)) return false
  return gutters.length > 2 || gutters.some(gutter => haveCommonRows(lines, gutter)) || !isRunningText(shown, gutters)
}

/** Long phrases that fill their columns line after line. */
function isRunningText(lines: readonly Line[], gutters: readonly Gutter[]): boolean {
  let full = 0
  let phrases = 0
  const left = Math.min(...lines.map(line => line.box[0]))
  const right = Math.max(...lines.map(line => line.box[2]))
  const edges = [left, ...gutters.flatMap(({ from, to }) => [from, to]), right]
  for (const line of lines)
    for (let column = 0; column <= gutters.length; column++) {
      const words = line.words.filter(word => columnAt((word.box[0] + word.box[2]) / 2, gutters) === column)
      if (words.length === 0) continue
      phrases++
      const width = Math.max(...words.map(w => w.box[2])) - Math.min(...words.map(w => w.box[0]))
      if (words.length >= 4 && width > 0.75 * (edges[2 * column + 1]! - edges[2 * column]!)) full++
    }
  return full > 0.55 * phrases
}
