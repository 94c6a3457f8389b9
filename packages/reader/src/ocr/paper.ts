/** The page as if it were printed on clean white paper: shadows and tints gone, light letters on dark ground turned dark on light. */
import type { Picture } from './picture.ts'

/** Side of the squares in which the ground is looked for, in pixels: larger than a stroke, smaller than a cell. */
const SQUARE = 16
/** Ground darker than this carries light letters; ground darker than the second does where light stands on it more than dark. */
const DARK = 115
const MEDIUM = 190
/** Letters differ so much from a ground of medium shade. */
const LETTERS = 48
/** Squares are of one ground within so many shades. */
const ALIKE = 24

/** `picture` with its ground at 255 and its ink below. */
export function onWhite(picture: Picture): Picture {
  const { width, height, data } = picture
  const found = smoothed(groundOf(picture))
  // Tints and shadows of a sheet of text are left alone: dark letters stand on them.
  const coloured = isColoured(picture)
  const ground = coloured ? underLetters(picture, found) : found
  const dark = coloured ? darkGround(picture, ground) : ground.data.map(shade => (shade < DARK ? 1 : 0))
  const out = new Uint8Array(data.length)
  for (let y = 0; y < height; y++) {
    const row = Math.min(ground.height - 1, (y / SQUARE) | 0) * ground.width
    for (let x = 0; x < width; x++) {
      const square = row + Math.min(ground.width - 1, (x / SQUARE) | 0)
      const paper = ground.data[square]!
      const value = data[y * width + x]!
      const light = dark[square] ? ((255 - value) * 255) / (255 - paper) : (value * 255) / paper
      out[y * width + x] = light > 255 ? 255 : light
    }
  }
  return { width, height, data: out }
}

/** So far around, in squares, an area's shade is looked for; so much of a square shows it between thick light letters. */
const AROUND = 3
const SHOWN = 0.25

/** The ground of squares that thick light letters fill for the most part is that of the coloured area around them. */
function underLetters(picture: Picture, ground: Picture): Picture {
  const { width, height } = ground
  const data = ground.data.slice()
  ground.data.forEach((shade, square) => {
    const [col, row] = [square % width, (square / width) | 0]
    const around: number[] = []
    for (let v = Math.max(0, row - AROUND); v <= Math.min(height - 1, row + AROUND); v++)
      for (let u = Math.max(0, col - AROUND); u <= Math.min(width - 1, col + AROUND); u++)
        around.push(ground.data[v * width + u]!)
    const area = around.sort((a, b) => a - b)[around.length >> 1]!
    if (area < MEDIUM && shade > area + ALIKE && shareOf(picture, col, row, area) >= SHOWN) data[square] = area
  })
  return { width, height, data }
}

/** How much of a square has about this shade. */
function shareOf({ width, height, data }: Picture, col: number, row: number, shade: number): number {
  let like = 0
  for (let y = row * SQUARE; y < Math.min(height, (row + 1) * SQUARE); y++)
    for (let x = col * SQUARE; x < Math.min(width, (col + 1) * SQUARE); x++)
      if (Math.abs(data[y * width + x]! - shade) <= ALIKE) like++
  return like / SQUARE ** 2
}

/** For each square whether its letters are lighter than its ground, as those on a coloured area of a cover. */
function darkGround(picture: Picture, ground: Picture): Uint8Array {
  const out = new Uint8Array(ground.data.length)
  const balance = new Int32Array(ground.data.length)
  ground.data.forEach((shade, square) => {
    if (shade < DARK) out[square] = 1
    else if (shade < MEDIUM)
      balance[square] = lighterThan(picture, square % ground.width, (square / ground.width) | 0, shade)
  })
  ground.data.forEach((shade, square) => {
    if (shade < DARK || shade >= MEDIUM) return
    const [col, row] = [square % ground.width, (square / ground.width) | 0]
    let sum = 0
    for (let v = Math.max(0, row - 1); v <= Math.min(ground.height - 1, row + 1); v++)
      for (let u = Math.max(0, col - 1); u <= Math.min(ground.width - 1, col + 1); u++) {
        const beside = v * ground.width + u
        if (Math.abs(ground.data[beside]! - shade) <= ALIKE) sum += balance[beside]!
      }
    if (sum > 0) out[square] = 1
  })
  return out
}

/** How many more pixels of a square are lighter than its ground by a letter's contrast than are darker. */
function lighterThan({ width, height, data }: Picture, col: number, row: number, shade: number): number {
  let sum = 0
  for (let y = row * SQUARE; y < Math.min(height, (row + 1) * SQUARE); y++)
    for (let x = col * SQUARE; x < Math.min(width, (col + 1) * SQUARE); x++) {
      const value = data[y * width + x]!
      if (value > shade + LETTERS) sum++
      else if (value < shade - LETTERS) sum--
    }
  return sum
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
  const { shade, counts } = paperOf(data)
  const near = counts.subarray(Math.max(0, shade - 24), shade + 25).reduce((sum, count) => sum + count, 0)
  return near * STEP > BARE * data.length
}

/** Ink covers less of a page of text than this; more are coloured areas, as on covers. */
const COLOURED = 0.22

/** Whether areas of the page are darker than its paper. */
export function isColoured({ data }: Picture): boolean {
  const { shade, counts } = paperOf(data)
  const darker = counts.subarray(0, Math.max(0, shade - LETTERS)).reduce((sum, count) => sum + count, 0)
  return darker * STEP > COLOURED * data.length
}

/** One pixel in so many is looked at. */
const STEP = 7

/** The commonest light shade, and how often each shade was met. */
function paperOf(data: Uint8Array): { shade: number; counts: Uint32Array } {
  const counts = new Uint32Array(256)
  for (let i = 0; i < data.length; i += STEP) counts[data[i]!]!++
  let shade = 128
  for (let lighter = 129; lighter < 256; lighter++) if (counts[lighter]! > counts[shade]!) shade = lighter
  return { shade, counts }
}
