/** A box drawn by hand on a page. */
import type { Box } from '@open1325/reader'

/** Less than this in points on a side is a slip of the hand. */
const SLIP = 4

/** Two corners, in whichever order they were set, to a box in tenths of a point; null: too small to hold words. */
export function cornersOf(a: [number, number], b: [number, number]): Box | null {
  const box = [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])] as const
  if (box[2] - box[0] < SLIP || box[3] - box[1] < SLIP) return null
  return box.map(value => Math.round(value * 10) / 10) as Box
}
