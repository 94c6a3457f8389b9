/** A page's picture to words and lines: brought upright and level, its ruling lines found and taken out, cell by cell and then the rest. */
import type { Word } from '../text/words.ts'
import { latticesOf } from '../tables/lattice.ts'
import type { PageLines, Ruling } from '../pdf/rulings.ts'
import type { Box } from '../plan-document.ts'
import { leftOver, withFigures, withoutScenery, withoutScraps } from './again.ts'
import type { Engine, PixelBox } from './engine.ts'
import { modelOf, scout } from './scout.ts'
import { isColoured, onWhite } from './paper.ts'
import { levelled, turnedPicture, type Picture } from './picture.ts'
import { skewOf } from './skew.ts'
import { strokesOf, withoutStrokes, type Stroke } from './strokes.ts'
import { wordsOfLines } from './words.ts'

/** What was read, in points of the page once it is upright and level. */
export interface ReadPicture {
  words: Word[]
  lines: PageLines
  /** Quarter turns clockwise that brought the page upright. */
  turn: number
  /** Radians that it was off level then. */
  angle: number
  /** The mean of its letters, 0..1; 0 where nothing was found. */
  confidence: number
  model: string
}

/** Below this the page may stand on its head or be in another language than the document. */
const DOUBTFUL = 0.7
/** Turned by a quarter the page's rows part so much more plainly. */
const SIDEWAYS = 1.15

/** What one page tells of its document: the model of its language, and whether it stood other than upright. */
export interface Scouted {
  model: string
  turned: boolean
}

/** `scale` is points for one pixel. */
export async function recognise(
  engine: Engine,
  picture: Picture,
  scale: number,
  { model, turned }: Scouted,
): Promise<ReadPicture> {
  const turns = likelyTurns(picture)
  const first = turned || turns[0] !== 0 ? bestTurn(engine, picture, model, turns) : 0
  const read = readUpright(engine, picture, scale, model, first)
  if (read.confidence >= DOUBTFUL || isBlank(picture)) return read
  const tries = [read]
  const turn = bestTurn(engine, picture, model, [0, 1, 2, 3])
  if (turn !== first) tries.push(readUpright(engine, picture, scale, model, turn))
  const upright = tries.reduce(surer)
  if (upright.confidence < DOUBTFUL) {
    const other = await modelOf(engine, prepared(picture, upright.turn).clean)
    if (other && other !== model) tries.push(readUpright(engine, picture, scale, other, upright.turn))
  }
  return tries.reduce(surer)
}

const surer = (a: ReadPicture, b: ReadPicture): ReadPicture => (b.confidence > a.confidence ? b : a)

/** What the page tells; null where it does not. */
export async function scoutPage(engine: Engine, picture: Picture): Promise<Scouted | null> {
  if (isBlank(picture)) return null
  for (const turn of likelyTurns(picture)) {
    const model = await modelOf(engine, prepared(picture, turn).clean)
    if (model) return { model, turned: turn !== 0 }
  }
  return null
}

/** Rows part plainly whether the page is upright or upside down, and not where it lies on its side. */
function likelyTurns(picture: Picture): number[] {
  const [level, aside] = [skewOf(picture), skewOf(turnedPicture(picture, 1))]
  return aside.plainness > SIDEWAYS * level.plainness ? [1, 3] : [0, 2]
}

function bestTurn(engine: Engine, picture: Picture, model: string, turns: readonly number[]): number {
  const tried = turns.map(turn => ({ turn, ...scout(engine, prepared(picture, turn).clean, model) }))
  return tried.reduce((a, b) => (b.confidence > a.confidence ? b : a)).turn
}

interface Prepared {
  clean: Picture
  lines: { across: Stroke[]; down: Stroke[] }
  angle: number
}

function prepared(picture: Picture, turn: number): Prepared {
  const upright = turnedPicture(picture, turn)
  const { angle } = skewOf(upright)
  const white = onWhite(levelled(upright, angle))
  const lines = strokesOf(white)
  return { clean: withoutStrokes(white, lines), lines, angle }
}

function readUpright(engine: Engine, picture: Picture, scale: number, model: string, turn: number): ReadPicture {
  const coloured = isColoured(picture)
  const { clean, lines: strokes, angle } = prepared(picture, turn)
  const lines = linesOf(strokes, scale)
  const grids = latticesOf(lines)
  const boxes = grids
    .flatMap(grid => grid.cells.map(cell => inked(clean, pixels(cell.box, scale, clean))))
    .filter(box => box !== null)
  const reader = engine.open(clean, model)
  const found = boxes.flatMap(box => reader.lines(box.y1 - box.y0 <= ONE_LINE ? 'line' : 'block', box))
  reader.close()
  const rest = without(
    clean,
    grids.map(grid => pixels(grid.box, scale, clean)),
  )
  if (!isBlank(rest)) {
    const outside = engine.open(rest, model)
    found.push(...outside.lines(coloured ? 'scattered' : 'page'))
    outside.close()
  }
  found.push(...leftOver(engine, clean, found, model))
  const scenic = withoutScenery(found)
  const kept = coloured ? withoutScraps(scenic) : scenic
  const words = wordsOfLines(withFigures(engine, clean, kept, model), clean, scale)
  // The edges of what a photograph shows are no rulings either.
  const rulings = scenic.length < found.length ? linesOf({ across: [], down: [] }, scale) : lines
  return { words, lines: rulings, turn, angle, confidence: meanConfidence(words), model }
}

/** The mean of the words' confidence by their letters. */
export function meanConfidence(words: readonly Word[]): number {
  let [letters, sum] = [0, 0]
  for (const { text, confidence = 1 } of words) {
    letters += text.length
    sum += text.length * confidence
  }
  return letters > 0 ? sum / letters : 0
}

function linesOf({ across, down }: { across: Stroke[]; down: Stroke[] }, scale: number): PageLines {
  const ruling = ({ top, bottom, from, to }: Stroke): Ruling => ({
    at: ((top + bottom + 1) / 2) * scale,
    from: from * scale,
    to: (to + 1) * scale,
  })
  return { across: across.map(ruling), down: down.map(ruling), fills: [], dots: [] }
}

function pixels([x0, y0, x1, y1]: Box, scale: number, { width, height }: Picture): PixelBox {
  const at = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value / scale)))
  return { x0: at(x0, width), y0: at(y0, height), x1: at(x1, width), y1: at(y1, height) }
}

/** Darker than this is ink. */
const INK = 140
/** What the lines of a cell leave at its sides, and the white that Tesseract likes around letters; in pixels. */
const EDGE = 3
const MARGIN = 8
/** A cell whose ink with its margins is not higher holds one line. */
const ONE_LINE = 58

/** The part of a cell that holds ink, with a margin; null where there is none. */
function inked({ width, data }: Picture, cell: PixelBox): PixelBox | null {
  const [left, top, right, bottom] = [cell.x0 + EDGE, cell.y0 + EDGE, cell.x1 - EDGE, cell.y1 - EDGE]
  let [x0, y0, x1, y1, ink] = [Infinity, Infinity, -1, -1, 0]
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) {
      if (data[y * width + x]! >= INK) continue
      ink++
      x0 = Math.min(x0, x)
      x1 = Math.max(x1, x)
      y0 = Math.min(y0, y)
      y1 = Math.max(y1, y)
    }
  if (ink < 12) return null
  return {
    x0: Math.max(left, x0 - MARGIN),
    y0: Math.max(top, y0 - MARGIN),
    x1: Math.min(right, x1 + 1 + MARGIN),
    y1: Math.min(bottom, y1 + 1 + MARGIN),
  }
}

function without(picture: Picture, boxes: readonly PixelBox[]): Picture {
  const data = picture.data.slice()
  for (const { x0, y0, x1, y1 } of boxes)
    for (let y = y0; y < y1; y++) data.fill(255, y * picture.width + x0, y * picture.width + x1)
  return { ...picture, data }
}

/** So few dark pixels in a thousand are specks. */
const SPECKS = 0.05

/** The back of a sheet: no ink but specks. */
export function isBlank({ data }: Picture): boolean {
  let ink = 0
  for (let i = 0; i < data.length; i++) if (data[i]! < INK) ink++
  return ink < (SPECKS * data.length) / 1000
}
