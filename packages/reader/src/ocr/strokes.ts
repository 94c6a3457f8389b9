/** The ruling lines of a page that is a picture: long thin strokes, level or upright. */
import { transposed, type Picture } from './picture.ts'

/** A level stroke: rows `top` to `bottom` (both in it), columns `from` to `to`, in pixels. An upright one with rows and columns changed. */
export interface Stroke {
  top: number
  bottom: number
  from: number
  to: number
}
export interface Strokes {
  across: Stroke[]
  down: Stroke[]
}

/** Lighter than this is paper; lines are often printed in grey. */
const PAPER = 190
/** In pixels at 200 dots an inch: half an inch across, a line of small type down. */
const SHORTEST = { across: 90, down: 34 }
/** A stroke may be broken so far, in pixels. */
const GAP = 5
const FILLED = 0.85
const THICKEST = 12
/** The share of a stroke's length on which other ink may lie close to it: letters stand on serifs, cells beside lines do not. */
const BESIDE = 0.3
/** An upright stroke that touches no level one is a letter unless it is this long. */
const ALONE = 150
const MEET = 12

/** The strokes of a picture whose ground is white. */
export function strokesOf(picture: Picture): Strokes {
  const across = levelStrokes(picture, SHORTEST.across)
  const down = levelStrokes(transposed(picture), SHORTEST.down)
  const touches = (upright: Stroke) =>
    across.some(
      ({ top, bottom, from, to }) =>
        upright.bottom >= from - MEET &&
        upright.top <= to + MEET &&
        upright.to >= top - MEET &&
        upright.from <= bottom + MEET,
    )
  return { across, down: down.filter(stroke => stroke.to - stroke.from >= ALONE || touches(stroke)) }
}

interface Run {
  row: number
  from: number
  to: number
}

function levelStrokes(picture: Picture, shortest: number): Stroke[] {
  const strokes: Stroke[] = []
  let open: { stroke: Stroke; last: Run[] }[] = []
  for (let row = 0; row < picture.height; row++) {
    const still: typeof open = []
    for (const run of runsOf(picture, row, shortest)) {
      const hosts = open.filter(({ last }) => last.some(other => other.from <= run.to && other.to >= run.from))
      const host = hosts[0] ?? { stroke: { top: row, bottom: row, from: run.from, to: run.to }, last: [] }
      const { stroke } = host
      stroke.bottom = row
      for (const other of [run, ...hosts.slice(1).map(({ stroke }) => stroke)]) {
        stroke.from = Math.min(stroke.from, other.from)
        stroke.to = Math.max(stroke.to, other.to)
        if ('top' in other) stroke.top = Math.min(stroke.top, other.top)
      }
      open = open.filter(other => !hosts.slice(1).includes(other))
      const known = still.find(other => other === host)
      if (known) known.last.push(run)
      else {
        // Lines that are not quite level run on in the next row: what ended in this one is kept for one row more.
        host.last = [run]
        still.push(host)
      }
    }
    for (const gone of open) if (!still.includes(gone)) strokes.push(gone.stroke)
    open = still
  }
  strokes.push(...open.map(({ stroke }) => stroke))
  return strokes.filter(stroke => isThin(stroke) && standsAlone(picture, stroke))
}

/** Stretches of ink in a row, with small gaps. */
function runsOf({ width, data }: Picture, row: number, shortest: number): Run[] {
  const runs: Run[] = []
  const start = row * width
  let from = -1
  let last = -1
  let ink = 0
  const finish = () => {
    const length = last - from + 1
    if (from >= 0 && length >= shortest && ink >= FILLED * length) runs.push({ row, from, to: last })
    from = -1
  }
  for (let x = 0; x < width; x++) {
    if (data[start + x]! >= PAPER) continue
    if (from >= 0 && x - last > GAP) finish()
    if (from < 0) {
      from = x
      ink = 0
    }
    ink++
    last = x
  }
  finish()
  return runs
}

function isThin({ top, bottom, from, to }: Stroke): boolean {
  const thickness = bottom - top + 1
  return thickness <= Math.max(THICKEST, (to - from) / 150) && to - from >= 5 * thickness
}

function standsAlone({ width, height, data }: Picture, { top, bottom, from, to }: Stroke): boolean {
  const inkAt = (row: number) => {
    if (row < 0 || row >= height) return 0
    let ink = 0
    for (let x = from; x <= to; x++) if (data[row * width + x]! < PAPER) ink++
    return ink / (to - from + 1)
  }
  return Math.min(inkAt(top - 4), inkAt(top - 7)) < BESIDE && Math.min(inkAt(bottom + 4), inkAt(bottom + 7)) < BESIDE
}

/** The picture without the strokes. Where a letter crosses one, what was under it stays. */
export function withoutStrokes(picture: Picture, { across, down }: Strokes): Picture {
  const level = { ...picture, data: picture.data.slice() }
  for (const stroke of across) erase(level, stroke)
  const upright = transposed(level)
  for (const stroke of down) erase(upright, stroke)
  return transposed(upright)
}

function erase({ width, height, data }: Picture, { top, bottom, from, to }: Stroke) {
  const [above, below] = [Math.max(0, top - 2), Math.min(height - 1, bottom + 2)]
  for (let x = Math.max(0, from - 2); x <= Math.min(width - 1, to + 2); x++) {
    const crosses = data[above * width + x]! < PAPER / 2 && data[below * width + x]! < PAPER / 2
    if (!crosses) for (let y = above; y <= below; y++) data[y * width + x] = 255
  }
}
