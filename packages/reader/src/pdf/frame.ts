/** Where things stand: PDF measures from the bottom left of an unturned page, a reader from the top left of the page as it is seen. */
import type { Box } from '../plan-document.ts'

/** How a page is seen: its size in points and the way from PDF coordinates to those of the reader. */
export interface PageFrame {
  width: number
  height: number
  toSeen(x: number, y: number): [number, number]
  /** The same for a box given by its edges in PDF coordinates. */
  boxSeen(left: number, bottom: number, right: number, top: number): Box
}

/** `box` is the page's visible rectangle in PDF coordinates, `quarterTurns` its /Rotate clockwise in quarters. */
export function pageFrame(
  box: { left: number; bottom: number; right: number; top: number },
  quarterTurns: number,
): PageFrame {
  const { left, bottom, right, top } = box
  const [across, down] = [right - left, top - bottom]
  switch (quarterTurns & 3) {
    case 1:
      return {
        width: down,
        height: across,
        toSeen: (x, y) => [y - bottom, x - left],
        boxSeen: (l, b, r, t) => [b - bottom, l - left, t - bottom, r - left],
      }
    case 2:
      return {
        width: across,
        height: down,
        toSeen: (x, y) => [right - x, y - bottom],
        boxSeen: (l, b, r, t) => [right - r, b - bottom, right - l, t - bottom],
      }
    case 3:
      return {
        width: down,
        height: across,
        toSeen: (x, y) => [top - y, right - x],
        boxSeen: (l, b, r, t) => [top - t, right - r, top - b, right - l],
      }
    default:
      return {
        width: across,
        height: down,
        toSeen: (x, y) => [x - left, top - y],
        boxSeen: (l, b, r, t) => [l - left, top - t, r - left, top - b],
      }
  }
}

/** Which way a line of text runs on the seen page: 0 to the right, 1 down, 2 to the left (upside down), 3 up. */
export type Turn = 0 | 1 | 2 | 3

/** A box in the frame of a text's own direction: x along the line, y down across it. Its own inverse with `unturned`. */
export function turned(box: Box, turn: Turn): Box {
  const [x0, y0, x1, y1] = box
  if (turn === 1) return [y0, -x1, y1, -x0]
  if (turn === 2) return [-x1, -y1, -x0, -y0]
  if (turn === 3) return [-y1, x0, -y0, x1]
  return box
}

export function unturned(box: Box, turn: Turn): Box {
  return turned(box, ((4 - turn) & 3) as Turn)
}

export function union(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
}

/** The smallest box around all of `boxes`; null for none. */
export function unionOf(boxes: Iterable<Box | null>): Box | null {
  let all: Box | null = null
  for (const box of boxes) if (box) all = all ? union(all, box) : box
  return all
}

/** To a tenth of a point: finer than any reader can see, and the same on every run. */
export function rounded(box: Box): Box {
  return box.map(v => Math.round(v * 10) / 10) as Box
}
