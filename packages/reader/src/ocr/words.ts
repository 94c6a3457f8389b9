/** What Tesseract found, as words of a page: boxes in points, a base line and a type size for each line. */
import { isRightToLeft } from '../text/direction.ts'
import type { Word } from '../text/words.ts'
import type { FoundLine, PixelBox } from './engine.ts'
import type { Picture } from './picture.ts'

/** Ink of a word: dark pixels for each stretch of them in a row tell how thick its strokes are. */
const INK = 128
/** Strokes thicker than the page's usual by this are bold. */
const BOLD = 1.32
/** A line less sure than this, out of 100, is a stain, a seal or a part of a picture. */
const SURE = 35
/** Above and below the base line, in type sizes: what fonts usually take. */
const ASCENT = 0.8
const DESCENT = 0.2
/** A word's end that the line breaks. */
const LINE_END = /(?<=\p{L}{2})[-‐¬]$/u

/** `scale` is points for one pixel. */
export function wordsOfLines(lines: readonly FoundLine[], picture: Picture, scale: number): Word[] {
  const kept = lines
    .map(line => ({ ...line, words: line.words.filter(word => word.text.trim() !== '') }))
    .filter(line => line.words.length > 0 && sureness(line) >= SURE)
  const sizes = evenSizes(kept.map(line => sizeOf(line) * scale))
  // The blur of scanning adds about a pixel to each stroke.
  const strokes = kept.map((line, i) => (strokeOf(line, picture) - 1) / sizes[i]!)
  const usual = middle(strokes.flatMap((stroke, i) => kept[i]!.words.map(() => stroke)))
  return kept.flatMap((line, i) => {
    const size = sizes[i]!
    const base = ((line.baseline.y0 + line.baseline.y1) / 2) * scale
    const leftward = line.words.some(word => [...word.text].some(char => isRightToLeft(char.codePointAt(0)!)))
    return line.words.map(({ text, confidence, bbox }, place): Word => {
      const ends = place === line.words.length - 1 && LINE_END.test(text)
      const dot = place === 0 && text.length <= 2 && isDot(picture, bbox, { size: size / scale, base: base / scale })
      return {
        text: dot ? '•' : ends ? text.replace(LINE_END, '') : text,
        box: [bbox.x0 * scale, base - ASCENT * size, bbox.x1 * scale, base + DESCENT * size],
        base,
        size,
        bold: strokes[i]! > BOLD * usual,
        turn: 0,
        mcid: -1,
        run: i,
        hyphenated: ends,
        leftward,
        confidence: Math.round(confidence) / 100,
      }
    })
  })
}

function sureness({ words }: FoundLine): number {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0)
  return words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0) / letters
}

/** Ascenders, small letters and descenders together are about the type size. */
function sizeOf({ rowAttributes: { rowHeight }, bbox }: FoundLine): number {
  return rowHeight > 0 ? rowHeight : bbox.y1 - bbox.y0
}

/** Sizes within an eighth of the commonest are that one: the height of a line depends on the letters that happen to stand in it. */
const EVEN = 1 / 8
/** So are larger ones within this of each other, where lines have few letters. */
const LARGE = 1.17

function evenSizes(sizes: readonly number[]): number[] {
  const usual = middle(sizes)
  const even = new Map<number, number>()
  let group: number[] = []
  const finish = () => {
    for (const size of group) even.set(size, middle(group))
    group = []
  }
  for (const size of sizes.toSorted((a, b) => a - b)) {
    if (Math.abs(size - usual) < usual * EVEN) even.set(size, usual)
    else if (size > usual) {
      if (group.length > 0 && size > group[0]! * LARGE) finish()
      group.push(size)
    }
  }
  finish()
  return sizes.map(size => Math.round((even.get(size) ?? size) * 2) / 2 || 1)
}

function strokeOf({ words }: FoundLine, picture: Picture): number {
  let [ink, runs] = [0, 0]
  for (const { bbox } of words) {
    const box = within(bbox, picture)
    for (let y = box.y0; y < box.y1; y++) {
      let before = false
      for (let x = box.x0; x < box.x1; x++) {
        const dark = picture.data[y * picture.width + x]! < INK
        if (dark) ink++
        if (dark && !before) runs++
        before = dark
      }
    }
  }
  return runs > 0 ? ink / runs : 0
}

/** A bullet is a full round spot, as wide as high, half way up the small letters; readers of letters take it for '+', '«', 'e'. */
const DOT = { largest: 0.48, uneven: 0.35, full: 0.6, low: 0.08, high: 0.62 }

/** Whether all the ink of a word is one bullet. `line` in pixels. */
function isDot(picture: Picture, bbox: PixelBox, line: { size: number; base: number }): boolean {
  const box = within(bbox, picture)
  let [x0, y0, x1, y1, ink] = [Infinity, Infinity, -1, -1, 0]
  for (let y = box.y0; y < box.y1; y++)
    for (let x = box.x0; x < box.x1; x++) {
      if (picture.data[y * picture.width + x]! >= INK) continue
      ink++
      x0 = Math.min(x0, x)
      x1 = Math.max(x1, x + 1)
      y0 = Math.min(y0, y)
      y1 = Math.max(y1, y + 1)
    }
  const [width, height, middle] = [x1 - x0, y1 - y0, line.base - (y0 + y1) / 2]
  return (
    ink > 4 &&
    Math.max(width, height) <= DOT.largest * line.size &&
    Math.abs(width - height) <= Math.max(2, DOT.uneven * width) &&
    ink >= DOT.full * width * height &&
    middle > DOT.low * line.size &&
    middle < DOT.high * line.size
  )
}

function within({ x0, y0, x1, y1 }: PixelBox, { width, height }: Picture): PixelBox {
  return { x0: Math.max(0, x0), y0: Math.max(0, y0), x1: Math.min(width, x1), y1: Math.min(height, y1) }
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
}
