/** Pages of words and lines to the blocks of the document, in reading order. */
import type { Block, Layout, LayoutPage, Paragraph, Table, TextLine } from '../layout.ts'
import { fillGrids } from '../tables/fill.ts'
import type { Grid } from '../tables/grid.ts'
import { latticesOf } from '../tables/lattice.ts'
import { foundPart } from '../tables/part.ts'
import { joinRulings } from '../tables/segments.ts'
import { respaced, tablesBySpace } from '../tables/space.ts'
import { goesOn, stitch, type FoundPart } from '../tables/stitch.ts'
import { contentsOf, furnitureOf } from '../text/furniture.ts'
import { mendHyphens } from '../text/hyphens.ts'
import { linesOf, type Line } from '../text/lines.ts'
import { paragraphsOf } from '../text/paragraphs.ts'
import { vocabularyOf, type Vocabulary } from '../text/vocabulary.ts'
import type { RawPage } from './page.ts'
import type { Ruling } from './rulings.ts'

/** A page with fewer letters than this that holds more than white is a picture. */
const FEW_LETTERS = 20

/** The pages' texts and the document's blocks. Adds the warning 'no-text' for each page that is a picture. */
export function assemble(raw: readonly RawPage[], warnings: Layout['warnings']): Pick<Layout, 'pages' | 'blocks'> {
  const bodySize = commonSize(raw)
  const vocabulary = vocabularyOf(raw.flatMap(page => page.words))
  const pages = raw.map(ruledTables)
  const furniture = furnitureOf(pages, bodySize)
  const joiner = new BlockJoiner(vocabulary)
  for (const { page, tables, lines } of pages) {
    if (page.pictured && lettersOf(page) < FEW_LETTERS)
      warnings.push({
        code: 'no-text',
        message: `Page ${page.number} is a picture; its text cannot be read yet.`,
        page: page.number,
      })
    const contents = contentsOf(lines)
    const text = lines.filter(line => !furniture.has(line) && !contents.has(line))
    for (const piece of piecesOf(page, tables, text)) {
      if ('found' in piece) joiner.addTable(piece.found)
      else joiner.addParagraphs(paragraphsOf(piece.lines, page.number, bodySize))
    }
  }
  return { pages: raw.map(layoutPage), blocks: joiner.finish() }
}

/** Blocks in their order; a table waits for its next page. */
class BlockJoiner {
  private readonly vocabulary: Vocabulary
  private readonly blocks: Block[] = []
  private open: FoundPart[] = []

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary
  }

  addTable(found: FoundPart) {
    const last = this.open.at(-1)
    if (last && !goesOn(last, found)) this.closeTable()
    this.open.push(found)
  }

  addParagraphs(paragraphs: readonly Paragraph[]) {
    if (paragraphs.length > 0) this.closeTable()
    for (const paragraph of paragraphs) mendHyphens(paragraph.lines, this.vocabulary)
    this.blocks.push(...paragraphs)
  }

  finish(): Block[] {
    this.closeTable()
    return this.blocks
  }

  private closeTable() {
    if (this.open.length === 0) return
    const table = stitch(this.open)
    for (const lines of cellLines(table)) mendHyphens(lines, this.vocabulary)
    this.blocks.push({ type: 'table', table })
    this.open = []
  }
}

/** The lines of the logical cells and of the parts' cells; a cell within one page shares its lines with its part. */
function cellLines(table: Table): TextLine[][] {
  return table.cells.map(cell => cell.lines)
}

interface PageWithTables {
  page: RawPage
  tables: Grid[]
  /** Lines of the words outside the ruled tables. */
  lines: Line[]
}

function ruledTables(page: RawPage): PageWithTables {
  const grids = latticesOf(page.lines)
  fillGrids(page.words, grids)
  const tables = grids.filter(isTable)
  for (const grid of tables) for (const cell of grid.cells) cell.words = []
  const outside = fillGrids(page.words, tables)
  return { page, tables: tables.map(grid => respaced(grid) ?? grid), lines: linesOf(outside) }
}

function isTable(grid: Grid): boolean {
  const filled = grid.cells.filter(cell => cell.words.length > 0).length
  return grid.xs.length > 2 && filled >= 2 && filled * 10 >= grid.cells.length
}

type Piece = { top: number; lines: Line[] } | { top: number; found: FoundPart }

/** Tables and stretches of text of a page from the top. */
function piecesOf(page: RawPage, ruled: readonly Grid[], text: readonly Line[]): Piece[] {
  const level = text.filter(line => line.turn === 0)
  const spaced = tablesBySpace(level, freeRules(page, ruled))
  const taken = new Set(spaced.flatMap(table => table.lines))
  const rest = text.filter(line => !taken.has(line))
  const grids = [...ruled, ...spaced.map(table => table.grid)]
  const pieces: Piece[] = grids.map(grid => ({
    top: grid.box[1],
    found: foundPart(grid, page.number, {
      first:
        !text.some(line => line.box[3] < grid.box[1] + 2) &&
        !grids.some(other => other !== grid && other.box[1] < grid.box[1]),
      last:
        !text.some(line => line.box[1] > grid.box[3] - 2) &&
        !grids.some(other => other !== grid && other.box[1] > grid.box[1]),
    }),
  }))
  for (const line of rest) pieces.push({ top: line.box[1], lines: [line] })
  return joined(pieces.sort((a, b) => a.top - b.top))
}

function joined(pieces: readonly Piece[]): Piece[] {
  return pieces.reduce<Piece[]>((all, piece) => {
    const last = all.at(-1)
    if (last && 'lines' in last && 'lines' in piece) last.lines.push(...piece.lines)
    else all.push(piece)
    return all
  }, [])
}

/** Horizontal lines outside the ruled tables. */
function freeRules(page: RawPage, ruled: readonly Grid[]): Ruling[] {
  return joinRulings(page.lines.across, 12).filter(
    ({ at, from, to }) => !ruled.some(({ box }) => at > box[1] - 3 && at < box[3] + 3 && to > box[0] && from < box[2]),
  )
}

function layoutPage(page: RawPage): LayoutPage {
  const text = linesOf(page.words).map(line => line.words.map(word => word.text).join(' '))
  return { number: page.number, width: page.width, height: page.height, text: text.join('\n') }
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
