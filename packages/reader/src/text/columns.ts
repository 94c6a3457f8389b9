/** Pages set in columns: which lines are read before which. */
import type { Box } from '../plan-document.ts'
import { haveCommonRows, leastCovered, leftToRight, MOST_STEPS } from '../tables/gutters.ts'
import { isRightToLeft } from './direction.ts'
import { makeLine, type Line } from './lines.ts'
import type { Word } from './words.ts'

/** Part of a page, from the top: one list of lines for each column, in the order in which they are read. */
export interface Stretch {
  top: number
  bottom: number
  columns: { from: number; to: number; lines: Line[] }[]
}

/** A strip between columns is at least this wide, in type sizes. */
const STRIP = 0.85
/** A stretch set in columns has at least this many lines. */
const FEWEST_LINES = 6
/** Width of one step of the profile, in points. */
const STEP = 1

/** Level lines of a page, from the top, to stretches. Tables (`barriers`) that stand across columns end a stretch. */
export function stretchesOf(lines: readonly Line[], barriers: readonly Box[]): Stretch[] {
  const strips = stripsOf(lines)
  if (strips.length === 0) return lines.length > 0 ? [wholeStretch(lines)] : []
  const stretches: Stretch[] = []
  let open: Line[] = []
  let inColumns = false
  const close = () => {
    if (open.length > 0) stretches.push(inColumns ? columnStretch(open, strips) : wholeStretch(open))
    open = []
  }
  let above: Line | null = null
  for (const line of lines) {
    const between = above
    const barrier =
      between &&
      barriers.some(
        box =>
          box[1] > between.box[1] &&
          box[3] < line.box[3] &&
          strips.some(strip => box[0] < strip.from && box[2] > strip.to),
      )
    const columned = !strips.some(strip => reachesInto(line, strip))
    if (columned !== inColumns || barrier) close()
    inColumns = columned
    open.push(line)
    above = line
  }
  close()
  return merged(stretches)
}

interface Strip {
  from: number
  to: number
}

/** Strips that most lines leave free and that have running text on both sides. */
function stripsOf(lines: readonly Line[]): Strip[] {
  if (lines.length < FEWEST_LINES) return []
  const left = Math.min(...lines.map(line => line.box[0]))
  const right = Math.max(...lines.map(line => line.box[2]))
  const steps = Math.ceil((right - left) / STEP)
  if (!(steps <= MOST_STEPS)) return []
  const covered = new Uint16Array(steps + 1)
  for (const line of lines)
    for (const { box } of line.words)
      for (let i = Math.floor((box[0] - left) / STEP); i <= Math.min(steps, Math.floor((box[2] - left) / STEP)); i++)
        covered[i]!++
  const few = Math.floor(0.3 * lines.length)
  const strips: Strip[] = []
  for (let i = Math.floor(steps * 0.15); i < steps * 0.85; i++) {
    if (covered[i]! > few) continue
    let end = i
    while (end < steps && covered[end]! <= few) end++
    const [from, to] = leastCovered(covered, i, end, STRIP * lines[0]!.size)
    const strip = { from: left + from * STEP, to: left + to * STEP }
    if (partsText(strip, lines)) strips.push(strip)
    i = end
  }
  return strips
}

/** Whether lines that leave the strip free are running text on either side, line after line. */
function partsText(strip: Strip, lines: readonly Line[]): boolean {
  const beside = lines.filter(line => !reachesInto(line, strip))
  const size = beside[0]?.size ?? 10
  if (strip.to - strip.from < STRIP * size || beside.length < FEWEST_LINES) return false
  const together = togetherIn(beside, strip)
  if (haveCommonRows(beside, strip) && together >= TOGETHER) return false
  const sides = [
    beside.map(line => line.words.filter(word => word.box[2] <= strip.from + 1)),
    beside.map(line => line.words.filter(word => word.box[0] >= strip.to - 1)),
  ]
  return (
    sides.every(side => isRunningText(side, together <= APART ? SOME : MOST)) &&
    sides[0]!.filter((words, i) => words.length > 0 && sides[1]![i]!.length > 0).length >= FEWEST_LINES / 2
  )
}

/** So many places where something begins anew tell whether columns do so together. */
const FEWEST_STARTS = 5
const TOGETHER = 0.6
const APART = 0.2
/** The share of full lines in running text; of headings and short entries in columns that do not begin together. */
const MOST = 0.5
const SOME = 0.35

/** A gap above a line, in its column's own leading, after which something begins anew. */
const GAP = 1.25

/** Lines of one row stand on one line, to half a point; those of columns may by chance. */
const SAME_BASE = 0.5

/** The share of what begins anew in the column with fewer such places that begins beside what begins anew in the other; rows do. */
function togetherIn(lines: readonly Line[], strip: Strip): number {
  const middle = (strip.from + strip.to) / 2
  const starts = [(word: Word) => word.box[2] <= middle, (word: Word) => word.box[0] >= middle].map(isOwn => {
    const bases = lines.flatMap(line => line.words.find(isOwn)?.base ?? [])
    const pitches = bases.slice(1).map((base, i) => base - bases[i]!)
    const leading = pitches.toSorted((a, b) => a - b)[Math.floor(pitches.length * 0.2)] ?? 0
    return bases.slice(1).filter((_, i) => pitches[i]! > GAP * leading)
  })
  const [left, right] = starts as [number[], number[]]
  const both = left.filter(base => right.some(other => Math.abs(other - base) < SAME_BASE)).length
  return both / Math.max(FEWEST_STARTS, Math.min(left.length, right.length))
}

function isRunningText(side: readonly Word[][], share: number): boolean {
  const filled = side.filter(words => words.length > 0)
  if (filled.length < FEWEST_LINES) return false
  const widths = filled.map(words => Math.max(...words.map(w => w.box[2])) - Math.min(...words.map(w => w.box[0])))
  const widest = Math.max(...widths)
  const full = filled.filter((words, i) => words.length >= 3 && widths[i]! > 0.7 * widest && isProse(words))
  return full.length > share * filled.length
}

/** Words, most of them with letters, and only word spaces between them. */
function isProse(words: readonly Word[]): boolean {
  const sorted = words.toSorted((a, b) => a.box[0] - b.box[0])
  const wide = sorted.some((word, i) => i > 1 && word.box[0] - sorted[i - 1]!.box[2] > 1.5 * word.size)
  return !wide && words.filter(word => /\p{L}{2}/u.test(word.text)).length > 0.6 * words.length
}

function reachesInto(line: Line, strip: Strip): boolean {
  return line.words.some(({ box }) => box[0] < strip.to - 1 && box[2] > strip.from + 1)
}

function wholeStretch(lines: readonly Line[]): Stretch {
  return { ...span(lines), columns: [{ from: -Infinity, to: Infinity, lines: [...lines] }] }
}

function columnStretch(lines: readonly Line[], strips: readonly Strip[]): Stretch {
  const edges = [-Infinity, ...strips.map(strip => (strip.from + strip.to) / 2), Infinity]
  const columns = edges.slice(1).map((to, i) => {
    const from = edges[i]!
    const own = lines.flatMap(line => {
      const words = leftToRight(line).filter(
        word => (word.box[0] + word.box[2]) / 2 >= from && (word.box[0] + word.box[2]) / 2 < to,
      )
      return words.length === 0 ? [] : [words.length === line.words.length ? line : makeLine(words, line.turn)]
    })
    return { from, to, lines: own }
  })
  if (readsFromRight(lines)) columns.reverse()
  return { ...span(lines), columns }
}

function readsFromRight(lines: readonly Line[]): boolean {
  const words = lines.flatMap(line => line.words)
  return words.filter(word => isRightToLeft(word.text.codePointAt(0)!)).length > 0.5 * words.length
}

function span(lines: readonly Line[]): { top: number; bottom: number } {
  return { top: Math.min(...lines.map(line => line.box[1])), bottom: Math.max(...lines.map(line => line.box[3])) }
}

/** A few lines that happen to leave the strip free between lines that do not are no columns. */
function merged(stretches: readonly Stretch[]): Stretch[] {
  return stretches.reduce<Stretch[]>((all, stretch) => {
    const last = all.at(-1)
    const own = stretch.columns.length > 1 && Math.max(...stretch.columns.map(column => column.lines.length)) < 3
    const next = own ? wholeStretch(linesFromTop(stretch)) : stretch
    if (last && last.columns.length === 1 && next.columns.length === 1) {
      const both = wholeStretch([...last.columns[0]!.lines, ...next.columns[0]!.lines])
      all[all.length - 1] = both
    } else all.push(next)
    return all
  }, [])
}

function linesFromTop(stretch: Stretch): Line[] {
  return stretch.columns.flatMap(column => column.lines).sort((a, b) => a.base - b.base)
}
