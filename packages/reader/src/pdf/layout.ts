/** A PDF to its layout. */
import type { Block, Layout, LayoutPage } from '../layout.ts'
import { fillGrids } from '../tables/fill.ts'
import type { Grid } from '../tables/grid.ts'
import { latticesOf } from '../tables/lattice.ts'
import { compact, partOf } from '../tables/part.ts'
import { goesOn, stitch, type FoundPart } from '../tables/stitch.ts'
import { linesOf, type Line } from '../text/lines.ts'
import { paragraphsOf } from '../text/paragraphs.ts'
import { openPdf, type Pdfium } from './pdfium.ts'
import { readPage, type RawPage } from './page.ts'

export interface LayoutOptions {
  onProgress?: (progress: { pagesDone: number; pages: number }) => void
}

/** Reads all pages. Throws ReaderError 'encrypted' or 'broken'; a page that fails is left out with the warning 'page-failed'. */
export function layoutOfPdf(pdfium: Pdfium, bytes: Uint8Array, options: LayoutOptions = {}): Layout {
  const file = openPdf(pdfium, bytes)
  try {
    const warnings: Layout['warnings'] = []
    const raw: RawPage[] = []
    for (let number = 1; number <= file.pages; number++) {
      try {
        raw.push(readPage(pdfium, file.document, number))
      } catch {
        warnings.push({ code: 'page-failed', message: `Page ${number} cannot be read; the others were.`, page: number })
      }
      options.onProgress?.({ pagesDone: number, pages: file.pages })
    }
    return { mediaType: 'application/pdf', ...assemble(raw), warnings }
  } finally {
    file.close()
  }
}

type Piece = { top: number; lines: Line[] } | { top: number; found: FoundPart }

function assemble(raw: readonly RawPage[]): Pick<Layout, 'pages' | 'blocks'> {
  const bodySize = commonSize(raw)
  const pages: LayoutPage[] = []
  const blocks: Block[] = []
  let open: FoundPart[] = []
  const closeTable = () => {
    if (open.length > 0) blocks.push({ type: 'table', table: stitch(open) })
    open = []
  }
  for (const page of raw) {
    pages.push({ number: page.number, width: page.width, height: page.height, text: textOfPage(page) })
    for (const piece of piecesOf(page)) {
      if ('found' in piece) {
        if (open.length > 0 && !goesOn(open.at(-1)!, piece.found)) closeTable()
        open.push(piece.found)
      } else {
        closeTable()
        blocks.push(...paragraphsOf(piece.lines, page.number, bodySize))
      }
    }
  }
  closeTable()
  return { pages, blocks }
}

function piecesOf(page: RawPage): Piece[] {
  const grids = latticesOf(page.lines)
  fillGrids(page.words, grids)
  const tables = grids.filter(isTable)
  for (const grid of tables) for (const cell of grid.cells) cell.words = []
  const outside = fillGrids(page.words, tables)
  const lines = linesOf(outside).filter(line => !isRunning(line, page))
  const pieces: Piece[] = tables.map(grid => ({ top: grid.box[1], found: foundPart(grid, page, lines) }))
  for (const line of lines) pieces.push({ top: line.box[1], lines: [line] })
  pieces.sort((a, b) => a.top - b.top)
  return pieces.reduce<Piece[]>((joined, piece) => {
    const last = joined.at(-1)
    if (last && 'lines' in last && 'lines' in piece) last.lines.push(...piece.lines)
    else joined.push(piece)
    return joined
  }, [])
}

function isRunning(line: Line, page: RawPage): boolean {
  return line.box[3] < 0.1 * page.height || line.box[1] > 0.9 * page.height
}

function isTable(grid: Grid): boolean {
  const filled = grid.cells.filter(cell => cell.words.length > 0).length
  return grid.xs.length > 2 && filled >= 2 && filled * 10 >= grid.cells.length
}

function foundPart(grid: Grid, page: RawPage, lines: readonly Line[]): FoundPart {
  const part = partOf(grid, page.number)
  const cols = [...new Set(grid.cells.map(cell => cell.col))].sort((a, b) => a - b)
  return {
    part,
    xs: [...cols.map(col => grid.xs[col]!), grid.xs.at(-1)!],
    first: !lines.some(line => line.box[1] < grid.box[1]),
    last: !lines.some(line => line.box[3] > grid.box[3]),
    headerRows: headerRows(grid),
  }
}

/** Rows from the top whose every word is bold. */
function headerRows(grid: Grid): number {
  const cells = compact(grid.cells)
  let rows = 0
  while (cells.some(cell => cell.row === rows)) {
    const row = cells.filter(cell => cell.row === rows && cell.words.length > 0)
    if (row.length < 2 || !row.every(cell => cell.words.every(word => word.bold))) break
    rows = Math.max(...row.map(cell => cell.row + cell.rowSpan), rows + 1)
  }
  return rows
}

function commonSize(raw: readonly RawPage[]): number {
  const letters = new Map<number, number>()
  for (const page of raw)
    for (const word of page.words) {
      const size = Math.round(word.size * 2) / 2
      letters.set(size, (letters.get(size) ?? 0) + word.text.length)
    }
  return [...letters].reduce((best, next) => (next[1] > best[1] ? next : best), [10, 0] as [number, number])[0]
}

function textOfPage(page: RawPage): string {
  return linesOf(page.words)
    .map(line => line.words.map(word => word.text).join(' '))
    .join('\n')
}
