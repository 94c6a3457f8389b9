/** A page as a picture in shades of grey. */

/** One byte a pixel, 0 black to 255 white, rows from the top. */
export interface Picture {
  width: number
  height: number
  data: Uint8Array
}

/** The picture turned clockwise by `quarters` of a turn. */
export function turnedPicture(picture: Picture, quarters: number): Picture {
  const { width, height, data } = picture
  const turn = quarters & 3
  if (turn === 0) return picture
  const out = new Uint8Array(data.length)
  if (turn === 2) {
    for (let i = 0, j = data.length - 1; j >= 0; i++, j--) out[i] = data[j]!
    return { width, height, data: out }
  }
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const to = turn === 1 ? x * height + (height - 1 - y) : (width - 1 - x) * height + y
      out[to] = data[y * width + x]!
    }
  return { width: height, height: width, data: out }
}

/** Rows become columns. */
export function transposed({ width, height, data }: Picture): Picture {
  const out = new Uint8Array(data.length)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) out[x * height + y] = data[y * width + x]!
  return { width: height, height: width, data: out }
}

/** Each pixel the mean of `by` times `by` pixels. */
export function reduced({ width, height, data }: Picture, by: number): Picture {
  const [wide, high] = [Math.max(1, Math.floor(width / by)), Math.max(1, Math.floor(height / by))]
  const out = new Uint8Array(wide * high)
  for (let y = 0; y < high; y++)
    for (let x = 0; x < wide; x++) {
      let sum = 0
      for (let dy = 0; dy < by; dy++) {
        const from = (y * by + dy) * width + x * by
        for (let dx = 0; dx < by; dx++) sum += data[from + dx] ?? 255
      }
      out[y * wide + x] = sum / (by * by)
    }
  return { width: wide, height: high, data: out }
}

/**
 * The picture turned about its middle so that what rises or falls by `angle` (radians, positive falls to the right) lies level. The size
 * stays; corners that come from outside are white.
 */
export function levelled(picture: Picture, angle: number): Picture {
  if (angle === 0) return picture
  const { width, height, data } = picture
  const out = new Uint8Array(data.length).fill(255)
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [cx, cy] = [width / 2, height / 2]
  for (let y = 0; y < height; y++) {
    let fromX = cx - cx * cos - (y - cy) * sin
    let fromY = cy - cx * sin + (y - cy) * cos
    for (let x = 0; x < width; x++, fromX += cos, fromY += sin) {
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)]
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue
      const at = top * width + left
      const [u, v] = [fromX - left, fromY - top]
      const above = data[at]! * (1 - u) + data[at + 1]! * u
      const below = data[at + width]! * (1 - u) + data[at + width + 1]! * u
      out[y * width + x] = above * (1 - v) + below * v + 0.5
    }
  }
  return { width, height, data: out }
}

/** A part of the picture; what lies outside is white. */
export function cropped({ width, data }: Picture, x0: number, y0: number, x1: number, y1: number): Picture {
  const out = { width: x1 - x0, height: y1 - y0, data: new Uint8Array((x1 - x0) * (y1 - y0)) }
  for (let y = y0; y < y1; y++) out.data.set(data.subarray(y * width + x0, y * width + x1), (y - y0) * out.width)
  return out
}
