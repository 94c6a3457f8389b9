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
const WIDEST = 28
const BETWEEN = 2

export interface Column {
  /** Index into the X-ray's columns. */
  index: number
  x: number
}

export interface Band {
  columns: Column[]
  /** The pillars' stretches in this band, their names cut to what fits. */
  pillars: { text: string; x: number }[]
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
  const pitch = Math.min(WIDEST, (LAST - FIRST - gaps) / Math.max(1, inBand))
  const bands: Band[] = []
  let x = FIRST
  for (const stretch of stretches(picture, groupOf)) {
    const gap = stretch.opensPillar ? PILLAR_GAP : wraps ? OBJECTIVE_GAP : 0
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

function pillarNames({ pillars }: Xray, { columns }: Band, pitch: number): Band['pillars'] {
  return pillars.flatMap(pillar => {
    const within = columns.filter(({ index }) => index >= pillar.from && index < pillar.to)
    const first = within[0]
    if (!first) return []
    const next = columns.find(({ index }) => index >= pillar.to)
    const room = (next ? next.x - PILLAR_GAP / 2 : LAST) - first.x
    const text = cut(pillar.text, Math.floor(Math.max(room, pitch) / 7.4))
    return text ? [{ text, x: first.x }] : []
  })
}

/** A name in at most `room` characters; nothing where too little of it would be left. */
function cut(text: string, room: number): string {
  if (text.length <= room) return text
  return room < 4 ? '' : text.slice(0, room - 1).trimEnd() + '…'
}

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
