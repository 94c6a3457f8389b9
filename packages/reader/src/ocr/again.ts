/** What one reading of a page leaves: lone figures and dashes that it passed over, numbers that the language's model reads badly. */
import { hasModel, type Engine, type FoundLine, type PixelBox } from './engine.ts'
import type { Picture } from './picture.ts'

/** English has the data that read figures best. */
const FIGURES = 'eng'
const MARGIN = 8
/** Words less sure than this, out of 100, that were passed over at first are stains. */
const SURE = 50

/** Lines without words, in which the figures were read again where that made them surer. */
export function withFigures(engine: Engine, picture: Picture, lines: readonly FoundLine[], model: string): FoundLine[] {
  const numbers = lines.filter(isNumber)
  if (model === FIGURES || numbers.length === 0 || !hasModel(FIGURES)) return [...lines]
  const reader = engine.open(picture, FIGURES)
  const again = new Map<FoundLine, FoundLine[]>()
  for (const line of numbers) {
    const read = reader.lines('line', around(line.bbox, picture))
    if (read.length > 0 && read.every(isNumber) && sureness(read) > sureness([line])) again.set(line, read)
  }
  reader.close()
  return lines.flatMap(line => again.get(line) ?? [line])
}

/** Of a photograph's lines so many, and so great a share, hold no words. */
const SCENERY = { lines: 5, share: 0.4, sure: 60 }

/** The lines themselves, or, where so many are senseless that the page is a photograph, those of the words on it. */
export function withoutScenery(lines: readonly FoundLine[]): readonly FoundLine[] {
  const sensible = lines.filter(line => sureness([line]) >= SCENERY.sure && /\p{L}{3}|\d/u.test(textOf(line)))
  const others = lines.length - sensible.length
  return others >= SCENERY.lines && others > SCENERY.share * lines.length ? sensible : lines
}

const textOf = (line: FoundLine): string => line.words.map(word => word.text).join('')
const isNumber = (line: FoundLine): boolean => /\d/u.test(textOf(line)) && !/\p{L}/u.test(textOf(line))

function sureness(lines: readonly FoundLine[]): number {
  const words = lines.flatMap(line => line.words)
  const letters = words.reduce((sum, { text }) => sum + text.length, 0)
  return words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0) / letters
}

function around({ x0, y0, x1, y1 }: PixelBox, { width, height }: Picture): PixelBox {
  return {
    x0: Math.max(0, x0 - MARGIN),
    y0: Math.max(0, y0 - MARGIN),
    x1: Math.min(width, x1 + MARGIN),
    y1: Math.min(height, y1 + MARGIN),
  }
}

/** Side of the squares by which ink is gathered, in pixels; ink less than this in a square is a speck. */
const SQUARE = 8
const INK = 140
const SPECK = 3
/** Sizes of what may be a word, in squares and pixels of ink; more spots than this are a picture. */
const WORD = { high: 6, wide: 40, ink: 14 }
const MOST = 80

/** A scrap of so many signs at most, less sure than this out of 100, at the end of a line that has words as sure as the last. */
const SCRAP = { signs: 2, faint: 60, sure: 80 }

/** The lines of a page with coloured areas without what Tesseract makes of the shapes and drawings beside its words. */
export function withoutScraps(lines: readonly FoundLine[]): FoundLine[] {
  const isScrap = ({ text, confidence }: FoundLine['words'][number]) =>
    confidence < SCRAP.faint && (text.match(/[\p{L}\p{N}]/gu) ?? []).length <= SCRAP.signs
  const isSign = ({ text }: FoundLine['words'][number]) => !/[\p{L}\p{N}]/u.test(text)
  return lines.flatMap(line => {
    const isWord = (word: FoundLine['words'][number]) => !isScrap(word) && !isSign(word)
    const first = line.words.findIndex(isWord)
    const words = first < 0 ? [] : line.words.slice(first, line.words.findLastIndex(isWord) + 1)
    return words.some(({ confidence }) => confidence >= SCRAP.sure) ? [{ ...line, words }] : []
  })
}

/** Words where there is ink that no line holds. */
export function leftOver(engine: Engine, picture: Picture, lines: readonly FoundLine[], model: string): FoundLine[] {
  const spots = spotsOf(picture, lines)
  if (spots.length === 0 || spots.length > MOST) return []
  const reader = engine.open(picture, model)
  const found = spots.flatMap(spot => reader.lines('line', around(spot, picture)))
  reader.close()
  return found.filter(line => line.words.length > 0 && sureness([line]) >= SURE)
}

/** Ink that hangs together and stands outside all lines. */
function spotsOf({ width, height, data }: Picture, lines: readonly FoundLine[]): PixelBox[] {
  const [wide, high] = [Math.ceil(width / SQUARE), Math.ceil(height / SQUARE)]
  const ink = new Uint16Array(wide * high)
  for (let y = 0; y < height; y++) {
    const row = ((y / SQUARE) | 0) * wide
    for (let x = 0; x < width; x++) if (data[y * width + x]! < INK) ink[row + ((x / SQUARE) | 0)]!++
  }
  for (const { words } of lines)
    for (const { bbox } of words)
      for (let row = Math.floor(bbox.y0 / SQUARE); row <= bbox.y1 / SQUARE && row < high; row++)
        ink.fill(
          0,
          row * wide + Math.floor(bbox.x0 / SQUARE),
          row * wide + Math.min(wide, Math.floor(bbox.x1 / SQUARE) + 1),
        )
  const spots: PixelBox[] = []
  for (let at = 0; at < ink.length; at++) {
    if (ink[at]! <= SPECK) continue
    const spot = gather(ink, wide, at)
    const [across, down] = [spot.x1 - spot.x0, spot.y1 - spot.y0]
    if (spot.ink < WORD.ink || across > WORD.wide || down > WORD.high) continue
    spots.push({ x0: spot.x0 * SQUARE, y0: spot.y0 * SQUARE, x1: spot.x1 * SQUARE, y1: spot.y1 * SQUARE })
  }
  return spots
}

/** Takes the squares of ink that touch the one at `start`, or lie one further along the line, out of `ink`. */
function gather(ink: Uint16Array, wide: number, start: number): PixelBox & { ink: number } {
  const spot = { x0: Infinity, y0: Infinity, x1: 0, y1: 0, ink: 0 }
  const open = [start]
  while (open.length > 0) {
    const at = open.pop()!
    if (ink[at]! === 0) continue
    const [x, y] = [at % wide, Math.floor(at / wide)]
    spot.ink += ink[at]!
    ink[at] = 0
    spot.x0 = Math.min(spot.x0, x)
    spot.y0 = Math.min(spot.y0, y)
    spot.x1 = Math.max(spot.x1, x + 1)
    spot.y1 = Math.max(spot.y1, y + 1)
    for (let v = -1; v <= 1; v++)
      for (let u = -2; u <= 2; u++) {
        const next = at + v * wide + u
        if (x + u >= 0 && x + u < wide && next >= 0 && next < ink.length && ink[next]! > SPECK) open.push(next)
      }
  }
  return spot
}
