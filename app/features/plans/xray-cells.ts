/** Where the X-ray's cells stand: columns laid side by side, wrapped between objectives where there are many. Pure. */
import type { Xray } from '@open1325/appraisal'

/** Up to this many columns the X-ray is one band; more wrap. */
export const ONE_BAND = 60

export const WIDTH = 940
/** The cells' stretch: row names before it, 'n of m' behind it. */
const FIRST = 108
const LAST = 856
const PILLAR_GAP = 10
const OBJECTIVE_GAP = 3
const WIDEST = 36
const BETWEEN = 2
/** A pillar's name stands on one line up to this width, else on two. */
const NAME_ON_ONE_LINE = 180
/** So much of the picture's width the names of pillars may take from the cells. */
const FOR_NAMES = 90

export interface Column {
  /** Index into the X-ray's columns. */
  index: number
  x: number
}

export interface Band {
  columns: Column[]
  /** The pillars' stretches in this band, their names on one or two lines, cut to what fits. */
  pillars: { lines: string[]; x: number }[]
}

export interface Layout {
  bands: Band[]
  /** A cell's width. */
  cell: number
}

/** @param groupOf what a column belongs to below its pillar (its objective), by the column's item id; wrapping falls between groups. */
export function layOut(picture: Xray, groupOf: (itemId: string) => string | null): Layout {
  const { columns } = picture
  const wraps = columns.length > ONE_BAND
  const inBand = wraps ? ONE_BAND : columns.length
  const gaps = wraps ? 8 * OBJECTIVE_GAP : Math.max(0, picture.pillars.length - 1) * PILLAR_GAP
  const free = LAST - FIRST - gaps
  const widest = Math.min(WIDEST, free / Math.max(1, inBand))
  const wanted = wraps ? new Map<string, number>() : widthsForNames(picture, widest)
  const wantedInAll = [...wanted.values()].reduce((sum, width) => sum + width, 0)
  // Where the cells fill the picture, they give way a little.
  const forNames = Math.min(wantedInAll, Math.max(free - inBand * widest, FOR_NAMES))
  const share = wantedInAll ? forNames / wantedInAll : 0
  const pitch = Math.min(widest, (free - forNames) / Math.max(1, inBand))
  const bands: Band[] = []
  let x = FIRST
  for (const stretch of stretches(picture, groupOf)) {
    const wider = wanted.get(columns[stretch.indexes[0]! - 1]?.pillarId ?? '') ?? 0
    const gap = stretch.opensPillar ? PILLAR_GAP + wider * share : wraps ? OBJECTIVE_GAP : 0
    const last = bands.at(-1)
    const fits = last && x + gap + stretch.indexes.length * pitch <= LAST + 1
    x = fits ? x + gap : FIRST
    if (!fits) bands.push({ columns: [], pillars: [] })
    for (const index of stretch.indexes) {
      // An objective with more columns than a band holds goes on in the next.
      if (x + pitch > LAST + 1) {
        bands.push({ columns: [], pillars: [] })
        x = FIRST
      }
      bands.at(-1)!.columns.push({ index, x: round(x) })
      x += pitch
    }
  }
  for (const band of bands) band.pillars = pillarNames(picture, band, pitch)
  return { bands, cell: round(pitch - BETWEEN) }
}

interface Stretch {
  opensPillar: boolean
  indexes: number[]
}

function stretches({ columns }: Xray, groupOf: (itemId: string) => string | null): Stretch[] {
  const found: Stretch[] = []
  let before: { pillar: string | null; group: string | null } | null = null
  for (const [index, column] of columns.entries()) {
    const here = { pillar: column.pillarId, group: groupOf(column.itemId) }
    const opensPillar = before !== null && here.pillar !== before.pillar
    if (!before || opensPillar || here.group !== before.group) found.push({ opensPillar, indexes: [] })
    found.at(-1)!.indexes.push(index)
    before = here
  }
  return found
}

/** How much wider than its cells the name of each pillar is, by the pillar's id. The last one has room behind it. */
function widthsForNames({ pillars }: Xray, pitch: number): Map<string, number> {
  return new Map(
    pillars.slice(0, -1).map(({ id, text, from, to }) => {
      const width = widthOf(text)
      const name = width <= NAME_ON_ONE_LINE ? width : Math.max(NAME_ON_ONE_LINE, width * 0.6)
      return [id, Math.max(0, name - (to - from) * pitch)]
    }),
  )
}

function pillarNames({ pillars }: Xray, { columns }: Band, pitch: number): Band['pillars'] {
  return pillars.flatMap(pillar => {
    const within = columns.filter(({ index }) => index >= pillar.from && index < pillar.to)
    const first = within[0]
    if (!first) return []
    const next = columns.find(({ index }) => index >= pillar.to)
    const room = (next ? next.x - PILLAR_GAP / 2 : WIDTH) - first.x
    const lines = inTwoLines(pillar.text, Math.max(room, pitch))
    return lines.length ? [{ lines, x: first.x }] : []
  })
}

/** Roughly how wide these words are in the picture's small type; capitals are wider. */
const widthOf = (text: string): number => [...text].reduce((sum, c) => sum + (/\p{Lu}/u.test(c) ? 9.2 : 6.7), 0)

/** A name in at most two lines of this width, cut where it is longer; nothing where too little of it would be left. */
function inTwoLines(text: string, width: number): string[] {
  const words = text.split(/\s+/)
  let first = words.shift() ?? ''
  while (words.length && widthOf(`${first} ${words[0]}`) <= width) first += ` ${words.shift()}`
  const lines = [first, words.join(' ')].filter(Boolean).map(line => cut(line, width))
  return lines[0] ? lines : []
}

function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let part = text
  while (part && widthOf(part) + 7 > width) part = part.slice(0, -1)
  return part.length < 3 ? '' : part.trimEnd() + '…'
}

/** How many of the cells are filled. */
export const stated = (cells: boolean[]): number => cells.filter(Boolean).length

const round = (n: number) => Math.round(n * 10) / 10

/**
 * One path for many cells of the same size, each at `at(n)`. Relative moves, so that equal distances are equal bytes and compress.
 */
export function cellsPath(places: { x: number; y: number }[], width: number, height: number): string {
  const cell = `h${width}v${height}h-${width}z`
  let path = ''
  let x = 0
  let y = 0
  for (const place of places) {
    path += `m${round(place.x - x)} ${round(place.y - y)}${cell}`
    x = place.x
    y = place.y
  }
  return path
}
