/** How far the lines of a page are off level: where they are level, the rows of the picture are either full or empty. */
import { reduced, type Picture } from './picture.ts'

const DEGREE = Math.PI / 180
/** Scanners and hands turn a page by less; more is a quarter turn. */
const MOST = 8

export interface Skew {
  /** Radians; positive where lines fall to the right. */
  angle: number
  /** How plainly the rows part into full and empty ones; to be held against that of the page turned by a quarter. */
  plainness: number
}

/** The angle by which the page's lines are off level, to a twentieth of a degree. 200 dots an inch are expected. */
export function skewOf(picture: Picture): Skew {
  const rough = inkPlaces(reduced(picture, 4))
  const first = best(rough, range(-MOST, MOST, 0.5))
  const fine = inkPlaces(reduced(picture, 2))
  const second = best(fine, range(first.degrees - 0.5, first.degrees + 0.5, 0.1))
  const third = best(fine, range(second.degrees - 0.1, second.degrees + 0.1, 0.05))
  // A twentieth of a degree is three pixels over a whole page: less is not worth the blur of turning.
  const degrees = Math.abs(third.degrees) < 0.06 ? 0 : third.degrees
  return { angle: degrees * DEGREE, plainness: third.plainness }
}

interface Ink {
  xs: Float32Array
  ys: Float32Array
  height: number
}

/** Where there is ink with none above it: the upper edges of letters tell rows best, and filled areas count little. */
function inkPlaces({ width, height, data }: Picture): Ink {
  const dark = darkness(data)
  const xs: number[] = []
  const ys: number[] = []
  const edge = Math.round(width / 50)
  for (let y = 1; y < height; y++)
    for (let x = edge; x < width - edge; x++) {
      const at = y * width + x
      if (data[at]! < dark && data[at - width]! >= dark) {
        xs.push(x - width / 2)
        ys.push(y)
      }
    }
  return { xs: Float32Array.from(xs), ys: Float32Array.from(ys), height }
}

/** Half way between the paper (the commonest light shade) and black. */
function darkness(data: Uint8Array): number {
  const counts = new Uint32Array(256)
  for (const value of data) counts[value]!++
  let paper = 255
  for (let shade = 128; shade < 256; shade++) if (counts[shade]! > counts[paper]!) paper = shade
  return paper * 0.72
}

function best(ink: Ink, degrees: number[]): { degrees: number; plainness: number } {
  let winner = { degrees: 0, plainness: -1 }
  for (const angle of degrees) {
    const plainness = plainnessAt(ink, angle)
    if (plainness > winner.plainness) winner = { degrees: angle, plainness }
  }
  return winner
}

function plainnessAt({ xs, ys, height }: Ink, degrees: number): number {
  const slope = Math.tan(degrees * DEGREE)
  const margin = 200
  const rows = new Float64Array(height + 2 * margin)
  for (let i = 0; i < xs.length; i++) {
    const row = Math.round(ys[i]! - xs[i]! * slope) + margin
    if (row >= 0 && row < rows.length) rows[row]!++
  }
  let sum = 0
  for (const count of rows) sum += count * count
  return xs.length > 0 ? sum / xs.length : 0
}

function range(from: number, to: number, step: number): number[] {
  const count = Math.round((to - from) / step)
  return Array.from({ length: count + 1 }, (_, i) => Math.round((from + i * step) * 100) / 100)
}
