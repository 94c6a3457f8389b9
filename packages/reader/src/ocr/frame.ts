/** Where on the page, as it is seen, stands what was read on its picture once that was turned upright and level. */
import type { Box } from '../plan-document.ts'
import type { RawPage } from '../pdf/page.ts'
import { rounded } from '../pdf/frame.ts'

/** How the picture of a page was brought upright and level, and the page's size as it is seen, in points. */
export interface ScanFrame {
  /** Quarter turns clockwise. */
  turn: number
  /** Radians, see `levelled`. */
  angle: number
  width: number
  height: number
  /** The mean of its letters, 0..1. */
  confidence: number
}

/** A box of the upright level page as a box of the page as it is seen: the smallest around its corners. */
export function seenBox(box: Box, { turn, angle, width, height }: ScanFrame): Box {
  const [cx, cy] = turn & 1 ? [height / 2, width / 2] : [width / 2, height / 2]
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [x0, y0, x1, y1] = box
  const corners = [
    [x0, y0],
    [x1, y0],
    [x0, y1],
    [x1, y1],
  ].map(([x, y]) => {
    const u = cx + (x! - cx) * cos - (y! - cy) * sin
    const v = cy + (x! - cx) * sin + (y! - cy) * cos
    if (turn === 1) return [v, height - u] as const
    if (turn === 2) return [width - u, height - v] as const
    if (turn === 3) return [width - v, u] as const
    return [u, v] as const
  })
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  return rounded([
    Math.max(0, Math.min(...xs)),
    Math.max(0, Math.min(...ys)),
    Math.min(width, Math.max(...xs)),
    Math.min(height, Math.max(...ys)),
  ])
}

/** For each page that was read from its picture, what brings a box back. */
export function seenBoxes(pages: readonly RawPage[]): Map<number, (box: Box) => Box> {
  const back = new Map<number, (box: Box) => Box>()
  for (const { number, scan } of pages) if (scan) back.set(number, box => seenBox(box, scan))
  return back
}
