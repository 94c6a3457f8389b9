/**
 * The promise line: a commitment's time from its start to its due date and to today, the government's words above it, everybody else's
 * below. Where things stand, without how they look. Pure.
 */
import { VOICES, type Span, type Status, type Voice } from './model.ts'

export interface LineWord {
  voice: Voice
  status: Status
  /** ISO 8601 day. */
  asOf: string
}

export interface Mark<W extends LineWord> {
  /** Percent of the width, from the left edge. */
  x: number
  /** Pixels from the top. */
  y: number
  word: W
}

export interface Label {
  /** ISO 8601 day. */
  day: string
  x: number
  y: number
  /** Which end of the text stands at x: so that it stays within the picture. */
  anchor: 'left' | 'middle' | 'right'
}

export interface PromiseLine<W extends LineWord> {
  /** Pixels. Widths are percent, so that letters keep their size on a telephone. */
  height: number
  /** The line of time itself. */
  axis: { y: number; from: number; to: number }
  rows: { voice: Voice; labelY: number; marks: Mark<W>[] }[]
  start: Label
  today: Label
  due: Label | null
  /** The time after the due date until today; null where it is not past. */
  pastDue: { left: number; width: number } | null
}

/** Percent that is left free at both ends. */
const MARGIN = 4
/** Marks nearer to each other than this (percent) would cover each other on a telephone: they stand in levels. */
const NEAR = 6
const LEVEL = 20
const LINE_OF_TEXT = 18
const AROUND_AXIS = 16

/** Null where there is no time to draw: neither dates nor words. */
export function promiseLine<W extends LineWord>(
  span: Span,
  words: readonly W[],
  today: string,
  direction: 'ltr' | 'rtl',
): PromiseLine<W> | null {
  const days = [span.start, span.due, ...words.map(word => word.asOf)].filter(day => day !== null).sort()
  if (!days.length) return null
  const first = days[0]!
  const last = [today, days.at(-1)!].sort().at(-1)!
  const at = scale(first < last ? first : dayBefore(first), last, direction)

  let y = LINE_OF_TEXT + 4
  const rows: PromiseLine<W>['rows'] = []
  const speaking = VOICES.filter(
    voice => voice === 'government' || voice === 'civil-society' || words.some(word => word.voice === voice),
  )
  let axisY = 0
  for (const voice of speaking) {
    const placed = inLevels(
      words.filter(word => word.voice === voice),
      at,
    )
    const levels = Math.max(1, ...placed.map(({ level }) => level + 1))
    const labelY = y + 12
    const top = y + LINE_OF_TEXT + LEVEL / 2
    // The first level stands next to the line: above it for the government, below it for the others.
    const levelY = (level: number) => top + LEVEL * (voice === 'government' ? levels - 1 - level : level)
    rows.push({ voice, labelY, marks: placed.map(({ x, level, word }) => ({ x, y: levelY(level), word })) })
    y += LINE_OF_TEXT + LEVEL * levels + 4
    if (voice === 'government') {
      axisY = y + AROUND_AXIS / 2 - 4
      y += AROUND_AXIS
    }
  }
  const due = span.due ? label(span.due, at(span.due), y + 12 + LINE_OF_TEXT) : null
  const isPast = span.due !== null && span.due < today
  return {
    height: y + LINE_OF_TEXT * (due ? 2 : 1) + 4,
    axis: { y: axisY, from: Math.min(at(first), at(last)), to: Math.max(at(first), at(last)) },
    rows,
    start: label(first, at(first), y + 12),
    today: label(today, at(today), 12),
    due,
    pastDue: isPast ? { left: Math.min(at(span.due!), at(today)), width: Math.abs(at(today) - at(span.due!)) } : null,
  }
}

const time = (day: string) => Date.parse(day)
const dayBefore = (day: string) => new Date(time(day) - 86_400_000).toISOString().slice(0, 10)

function scale(first: string, last: string, direction: 'ltr' | 'rtl') {
  const length = time(last) - time(first)
  return (day: string) => {
    const along = MARGIN + (100 - 2 * MARGIN) * Math.min(1, Math.max(0, (time(day) - time(first)) / length))
    return round(direction === 'rtl' ? 100 - along : along)
  }
}

const round = (n: number) => Math.round(n * 100) / 100

function label(day: string, x: number, y: number): Label {
  return { day, x, y, anchor: x < 34 ? 'left' : x > 66 ? 'right' : 'middle' }
}

/** Each mark on the first level where none stands too near. */
function inLevels<W extends LineWord>(words: readonly W[], at: (day: string) => number) {
  const levels: number[][] = []
  return [...words]
    .sort((a, b) => (a.asOf < b.asOf ? -1 : 1))
    .map(word => {
      const x = at(word.asOf)
      let level = levels.findIndex(taken => taken.every(other => Math.abs(other - x) >= NEAR))
      if (level < 0) level = levels.push([]) - 1
      levels[level]!.push(x)
      return { x, level, word }
    })
}
