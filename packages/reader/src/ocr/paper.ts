/** The page as if it were printed on clean white paper: shadows and tints gone, light letters on dark ground turned dark on light. */
import type { Picture } from './picture.ts'

/** Side of the squares in which the ground is looked for, in pixels: larger than a stroke, smaller than a cell. */
const SQUARE = 16
/** Ground darker than this carries light letters. */
const DARK = 115

/** `picture` with its ground at 255 and its ink below. */
export function onWhite(picture: Picture): Picture {
  const { width, height, data } = picture
  const ground = smoothed(groundOf(picture))
  const out = new Uint8Array(data.length)
  for (let y = 0; y < height; y++) {
    const row = Math.min(ground.height - 1, (y / SQUARE) | 0) * ground.width
    for (let x = 0; x < width; x++) {
      const paper = ground.data[row + Math.min(ground.width - 1, (x / SQUARE) | 0)]!
      const value = data[y * width + x]!
      const light = paper < DARK ? ((255 - value) * 255) / (255 - paper) : (value * 255) / paper
      out[y * width + x] = light > 255 ? 255 : light
    }
  }
  return { width, height, data: out }
}

/** The middle shade of each square: ink covers less than half of it wherever there are letters. */
function groundOf({ width, height, data }: Picture): Picture {
  const [wide, high] = [Math.ceil(width / SQUARE), Math.ceil(height / SQUARE)]
  const out = new Uint8Array(wide * high)
  const counts = new Uint16Array(256)
  for (let row = 0; row < high; row++)
    for (let col = 0; col < wide; col++) {
      counts.fill(0)
      let all = 0
      const [x1, y1] = [Math.min(width, (col + 1) * SQUARE), Math.min(height, (row + 1) * SQUARE)]
      for (let y = row * SQUARE; y < y1; y++)
        for (let x = col * SQUARE; x < x1; x++, all++) counts[data[y * width + x]!]!++
      let shade = 255
      let lighter = counts[shade]!
      while (shade > 0 && lighter <= all * 0.4) lighter += counts[--shade]!
      out[row * wide + col] = Math.max(1, shade)
    }
  return { width: wide, height: high, data: out }
}

/** The middle of each square and those around it: a thick letter is no ground. */
function smoothed({ width, height, data }: Picture): Picture {
  const out = new Uint8Array(data.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const around: number[] = []
      for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++)
        for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) around.push(data[v * width + u]!)
      around.sort((a, b) => a - b)
      out[y * width + x] = around[around.length >> 1]!
    }
  return { width, height, data: out }
}

/** So much of a page of text is bare paper. */
const BARE = 0.6

/** Whether most of the picture has one light shade, as paper has and a photograph has not. */
export function isPaper({ data }: Picture): boolean {
  const counts = new Uint32Array(256)
  for (let i = 0; i < data.length; i += 7) counts[data[i]!]!++
  let paper = 128
  for (let shade = 129; shade < 256; shade++) if (counts[shade]! > counts[paper]!) paper = shade
  const near = counts.subarray(Math.max(0, paper - 24), paper + 25).reduce((sum, count) => sum + count, 0)
  return near * 7 > BARE * data.length
}
