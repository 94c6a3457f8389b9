/** Pages of words and lines to the blocks of the document, in reading order. */
import type { Box } from '../plan-document.ts'
import type { Block, Cell, Layout, LayoutPage, Paragraph, TextLine } from '../layout.ts'
import { cutAtGaps, fillGrids, gatherByTags } from '../tables/fill.ts'
import { mendBroken } from '../tables/broken.ts'
import type { Grid } from '../tables/grid.ts'
import { isMarker } from '../tables/gutters.ts'
import { latticesOf } from '../tables/lattice.ts'
import { nestedTables } from '../tables/nested.ts'
import { foundPart } from '../tables/part.ts'
import { joinRulings } from '../tables/segments.ts'
import { respaced, tablesBySpace } from '../tables/space.ts'
import { goesOn, stitch, type FoundPart } from '../tables/stitch.ts'
import { stretchesOf, type Stretch } from '../text/columns.ts'
import { contentsOf, furnitureOf } from '../text/furniture.ts'
import { mendHyphens } from '../text/hyphens.ts'
import { joinLines } from '../text/join.ts'
import { linesOf, textLine, type Line } from '../text/lines.ts'
import { paragraphsOf } from '../text/paragraphs.ts'
import { withSpaces } from '../text/spaces.ts'
import { vocabularyOf, type Vocabulary } from '../text/vocabulary.ts'
import { seenBoxes } from '../ocr/frame.ts'
import { FEW_LETTERS, type RawPage } from './page.ts'
import { moveBoxes, prevailingTurn, turnBack, upright } from './upright.ts'
import type { Ruling } from './rulings.ts'

/** The pages' texts and the document's blocks. Adds the warning 'no-text' for each page that is a picture. */
export function assemble(found: readonly RawPage[], warnings: Layout['warnings']): Pick<Layout, 'pages' | 'blocks'> {
  const bodySize = commonSize(found)
  const vocabulary = vocabularyOf(found.flatMap(page => page.words))
  const words = withSpaces(
    found.map(page => page.words),
    vocabulary,
  )
  const raw = found.map((page, i) => upright({ ...page, words: words[i]! }, prevailingTurn(page)))
  const pages = raw.map(ruledTables)
  const furniture = furnitureOf(pages, bodySize)
  const joiner = new BlockJoiner(vocabulary)
  const wordless = raw.every(page => page.words.length === 0)
  const texts = pages.map(({ page, tables, lines }) => {
    if (wordless || (page.pictured && lettersOf(page) < FEW_LETTERS))
      warnings.push({
        code: 'no-text',
        message: page.unread
          ? `Page ${page.number} is a picture, neither a table nor a page of text; it was not read, since the document has text of its own.`
          : `Page ${page.number} is a picture; no text was found in it.`,
        page: page.number,
      })
    const contents = contentsOf(lines)
    const isLeftOut = (line: Line) => furniture.has(line) || contents.has(line) || isAside(line)
    const pieces = piecesOf(
      page,
      tables,
      lines.filter(line => !isLeftOut(line)),
    )
    const texts = pieces.flatMap(piece => {
      if ('found' in piece) return joiner.addTable(piece.found)
      return joiner.addParagraphs(paragraphsOf(piece.lines, page.number, bodySize))
    })
    const leftOut = lines.filter(isLeftOut).map(line => ({ line, text: [textLine(line, page.number)] }))
    const isAbove = (line: Line) => line.box[1] < page.height / 2
    return [
      ...leftOut.filter(({ line }) => isAbove(line)).map(({ text }) => text),
      ...texts,
      ...leftOut.filter(({ line }) => !isAbove(line)).map(({ text }) => text),
    ]
  })
  // Hyphens are settled once a table is whole: only then are the pages' texts made.
  const blocks = joiner.finish()
  turnBack(blocks, found)
  moveBoxes(blocks, seenBoxes(found))
  return { pages: found.map((page, i) => layoutPage(page, texts[i]!)), blocks }
}

/** The tags call it a footnote or a part of the contents. */
function isAside(line: Line): boolean {
  return line.words.every(({ tag }) => tag !== undefined && (tag.note || tag.contents))
}

/** Blocks in their order; a table waits for its next page. */
class BlockJoiner {
  private readonly vocabulary: Vocabulary
  private readonly blocks: Block[] = []
  private open: FoundPart[] = []

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary
  }

  /** Returns the lines of each cell. */
  addTable(found: FoundPart): TextLine[][] {
    const last = this.open.at(-1)
    if (last && !goesOn(last, found)) this.closeTable()
    this.open.push(found)
    return linesInCells(found.part.cells)
  }

  /** Returns the lines of each paragraph. */
  addParagraphs(paragraphs: readonly Paragraph[]): TextLine[][] {
    if (paragraphs.length > 0) this.closeTable()
    for (const paragraph of paragraphs) mendHyphens(paragraph.lines, this.vocabulary)
    this.blocks.push(...paragraphs)
    return paragraphs.map(paragraph => paragraph.lines)
  }

  finish(): Block[] {
    this.closeTable()
    return this.blocks
  }

  private closeTable() {
    if (this.open.length === 0) return
    const table = stitch(this.open)
    mendBroken(table.cells, this.vocabulary)
    for (const lines of linesInCells(table.cells)) mendHyphens(lines, this.vocabulary)
    this.blocks.push({ type: 'table', table })
    this.open = []
  }
}

/** The lines of each cell, those of the tables within a cell after its own. */
function linesInCells(cells: readonly Cell[]): TextLine[][] {
  return cells.flatMap(cell => [cell.lines, ...(cell.nested ?? []).flatMap(table => linesInCells(table.cells))])
}

interface PageWithTables {
  page: RawPage
  tables: Grid[]
  /** Lines of the words outside the ruled tables. */
  lines: Line[]
}

function ruledTables(page: RawPage): PageWithTables {
  const grids = latticesOf(page.lines)
  let outside = fillGrids(page.words, grids)
  const tables = grids.filter(isTable)
  if (tables.length < grids.length) {
    for (const grid of tables) for (const cell of grid.cells) cell.words = []
    outside = fillGrids(page.words, tables)
  }
  if (page.tagged) gatherByTags(tables)
  tables.forEach(cutAtGaps)
  return { page, tables: nestedTables(tables).map(grid => respaced(grid) ?? grid), lines: linesOf(outside) }
}

/** Grids with fewer filled cells than this part of all are charts. */
const FILLED = 0.2

/** Two columns or more with text, and not the bullets of a list beside its entries. */
function isTable(grid: Grid): boolean {
  const filled = grid.cells.filter(cell => cell.words.length > 0)
  if (grid.xs.length <= 2 || filled.length < (grid.xs.length > 3 ? 1 : 2) || filled.length < FILLED * grid.cells.length)
    return false
  const columns = new Set(filled.map(cell => cell.col))
  const [first] = [...columns].sort((a, b) => a - b)
  const isList = filled.every(cell => cell.col !== first || cell.words.every(word => isMarker(word.text)))
  return columns.size > 2 || !isList
}

type Piece = { lines: Line[] } | { found: FoundPart }

/** A table or a line, and where it comes in the order of reading: stretch, column, height. */
interface Placed {
  order: [stretch: number, column: number, top: number]
  thing: Line | Grid
}

/** Tables and stretches of text of a page in the order of reading. */
function piecesOf(page: RawPage, ruled: readonly Grid[], text: readonly Line[]): Piece[] {
  const level = text.filter(line => line.turn === 0)
  const rules = freeRules(page.lines.across, ruled)
  const shades = freeRules(shadesOf(page), ruled)
  const barriers = ruled.map(grid => grid.box)
  const stretches = stretchesOf(level, barriers)
  const placed: Placed[] = ruled.map(grid => ({ order: orderOf(grid, stretches), thing: grid }))
  stretches.forEach(({ columns }, stretch) => {
    columns.forEach(({ from, to, lines }, column) => {
      const beside = rules.filter(rule => rule.to > from && rule.from < to)
      const spaced = tablesBySpace(lines, beside, shades)
      const taken = new Set(spaced.flatMap(table => table.lines))
      const things = [...spaced.map(table => table.grid), ...lines.filter(line => !taken.has(line))]
      for (const thing of things) placed.push({ order: [stretch, column, thing.box[1]], thing })
    })
  })
  for (const line of text) if (line.turn !== 0) placed.push({ order: [stretches.length, 0, line.box[1]], thing: line })
  placed.sort(({ order: a }, { order: b }) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])
  return joined(placed, page.number)
}

function orderOf(grid: Grid, stretches: readonly Stretch[]): Placed['order'] {
  const [x0, top, x1] = grid.box
  const stretch = stretches.findLastIndex(other => other.top <= top + 1)
  if (stretch < 0) return [-1, 0, top]
  const { columns, bottom } = stretches[stretch]!
  const column = columns.findIndex(({ from, to }) => x0 > from - 5 && x1 < to + 5)
  return [stretch, column < 0 || top > bottom ? columns.length : column, top]
}

function joined(placed: readonly Placed[], page: number): Piece[] {
  const pieces: Piece[] = []
  placed.forEach(({ thing }, i) => {
    const last = pieces.at(-1)
    if ('cells' in thing)
      pieces.push({ found: foundPart(thing, page, { first: i === 0, last: i === placed.length - 1 }) })
    else if (last && 'lines' in last) last.lines.push(thing)
    else pieces.push({ lines: [thing] })
  })
  return pieces
}

/** Horizontal lines outside the ruled tables. */
function freeRules(across: readonly Ruling[], ruled: readonly Grid[]): Ruling[] {
  return joinRulings(across, 12).filter(
    ({ at, from, to }) => !ruled.some(({ box }) => at > box[1] - 3 && at < box[3] + 3 && to > box[0] && from < box[2]),
  )
}

/** Where shaded rows and cells end. */
function shadesOf({ lines }: RawPage): Ruling[] {
  return lines.fills.filter(isRowHigh).flatMap(({ box: [x0, y0, x1, y1] }): Ruling[] => [
    { at: y0, from: x0, to: x1 },
    { at: y1, from: x0, to: x1 },
  ])
}

/** Shading of rows and cells is so high, in points: less is a rule, more a page's or a column's ground. */
const SHADED = { lowest: 8, highest: 250 }

function isRowHigh({ box: [, y0, , y1] }: { box: Box }): boolean {
  return y1 - y0 >= SHADED.lowest && y1 - y0 <= SHADED.highest
}

/** Cells and paragraphs one after the other, each as one line of text, so that a quote from one of them is found whole. */
function layoutPage(page: RawPage, texts: readonly TextLine[][]): LayoutPage {
  const text = texts.map(joinLines).filter(Boolean).join('\n')
  const { width, height } = page.scan ?? page
  return { number: page.number, width, height, text }
}

function lettersOf(page: RawPage): number {
  return page.words.reduce((sum, word) => sum + word.text.length, 0)
}

/** The type size of most of the document's letters, to half a point. */
function commonSize(raw: readonly RawPage[]): number {
  const letters = new Map<number, number>()
  for (const page of raw)
    for (const word of page.words) {
      const size = Math.round(word.size * 2) / 2
      letters.set(size, (letters.get(size) ?? 0) + word.text.length)
    }
  return [...letters].reduce((best, next) => (next[1] > best[1] ? next : best), [10, 0] as [number, number])[0]
}
