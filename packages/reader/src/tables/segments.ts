/** Pieces of lines to whole lines: double lines to one, gaps closed, dots joined. */
import type { Ruling } from '../pdf/rulings.ts'

/** Lines closer than this are the two strokes of a double line or one line drawn twice, in points. */
const DOUBLE = 3
/** Pieces of one line may lie this far apart, in points. */
const BREAK = 4

/** Joins pieces that lie on one line; from the top or the left. Pieces that stay shorter than `shortest` points are left out. */
export function joinRulings(pieces: readonly Ruling[], shortest: number): Ruling[] {
  const sorted = pieces.toSorted((a, b) => a.at - b.at || a.from - b.from)
  const bands: Ruling[][] = []
  for (const piece of sorted) {
    const band = bands.at(-1)
    if (band && piece.at - band[0]!.at <= DOUBLE && piece.at - band.at(-1)!.at <= DOUBLE / 2) band.push(piece)
    else bands.push([piece])
  }
  return bands.flatMap(joinBand).filter(line => line.to - line.from >= shortest)
}

function joinBand(band: Ruling[]): Ruling[] {
  const joined: (Ruling & { weight: number })[] = []
  for (const piece of band.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    const length = Math.max(piece.to - piece.from, 0.1)
    if (last && piece.from <= last.to + BREAK) {
      last.at = (last.at * last.weight + piece.at * length) / (last.weight + length)
      last.weight += length
      last.to = Math.max(last.to, piece.to)
    } else joined.push({ ...piece, weight: length })
  }
  return joined.map(({ at, from, to }) => ({ at, from, to }))
}
