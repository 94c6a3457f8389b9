/** Tables whose columns white space holds apart: no rulings, or rulings only above and below. */
import type { Box } from '../plan-document.ts'
import { union, unionOf } from '../pdf/frame.ts'
import type { Ruling } from '../pdf/rulings.ts'
import { linesOf, type Line } from '../text/lines.ts'
import { cellsByBlocks } from './blocks.ts'
import { brokenLines } from './broken.ts'
import type { Grid, GridCell } from './grid.ts'
import { guttersOf, type Gutter } from './gutters.ts'
import { regionsOf } from './regions.ts'
import { cutLines, isFigure, isRowRuled, isWrappedText, rowsOf, type CutLine } from './rows.ts'

/** A grid and the lines that went into it. */
export interface SpacedTable {
  grid: Grid
  lines: Line[]
}

/**
 * Finds tables among level lines, from the top. `rules` are horizontal lines that border no ruled table, `shades` the upper and lower edges
 * of shaded rows and cells: they part rows of words.
 */
export function tablesBySpace(
  lines: readonly Line[],
  rules: readonly Ruling[],
  shades: readonly Ruling[] = [],
): SpacedTable[] {
  return regionsOf(lines, rules)
    .map(region => ({ grid: gridOf(region.lines, region.gutters, rules, shades), lines: region.lines }))
    .filter(({ grid }) => !isAxis(grid))
}

/** Rows of figures at least so many lines high stand in a ruled row that holds many. */
const MANY = 2

/**
 * A ruled table whose rulings enclose many rows of figures, or many columns of them, read again by its white space; the rulings still
 * part what they part. Null where the rulings say it all.
 */
export function respaced(grid: Grid): Grid | null {
  if (grid.cells.some(cell => cell.nested)) return null
  if (!grid.cells.some(cell => cell.col > 0 && figureLines(cell) >= MANY && isBesideFigures(cell, grid))) return null
  const lines = linesOf(grid.cells.flatMap(cell => cell.words)).filter(line => line.turn === 0)
  const walls = grid.xs.slice(1, -1).map(x => ({ from: x - 0.5, to: x + 0.5 }))
  const spaces = guttersOf(lines).filter(({ from, to }) => !walls.some(wall => wall.to >= from && wall.from <= to))
  const gutters = [...walls, ...spaces].sort((a, b) => a.from - b.from)
  const rules = grid.ys.slice(1, -1).map(y => ({ at: y, from: grid.box[0], to: grid.box[2] }))
  return { ...gridOf(lines, gutters, rules, null), by: 'rulings' }
}

function figureLines(cell: GridCell): number {
  const lines = linesOf(cell.words)
  if (!lines.every(line => isFigure(line.words))) return 0
  const pieces = lines.map(({ words, box }) => ({ text: words.map(word => word.text).join(' '), box }))
  return lines.length - brokenLines(pieces, cell.box[0], cell.box[2]).filter(Boolean).length
}

/** Another cell of the row holds as many lines: figures, or the names of the rows. */
function isBesideFigures(cell: GridCell, grid: Grid): boolean {
  const lines = figureLines(cell)
  return grid.cells.some(other => {
    if (other === cell || other.row !== cell.row) return false
    return other.col > 0
      ? figureLines(other) >= MANY
      : lines > MANY && Math.abs(linesOf(other.words).length - lines) <= 1
  })
}

/** `shades` is null where rules do not part all rows. */
function gridOf(
  lines: readonly Line[],
  gutters: readonly Gutter[],
  rules: readonly Ruling[],
  shades: readonly Ruling[] | null,
): Grid {
  const box = unionOf(lines.map(line => line.box))!
  const xs = [box[0], ...gutters.map(({ from, to }) => (from + to) / 2), box[2]]
  const columns = gutters.length + 1
  const cuts = cutLines(lines, gutters)
  const wrapped = isWrappedText(cuts, columns) || (shades !== null && isRowRuled(cuts, rules))
  const cells =
    (wrapped ? cellsByBlocks(cuts, xs, [...rules, ...(shades ?? [])], shades !== null) : null) ??
    cellsByLines(cuts, columns, rules)
  if (wrapped) for (const cell of cells) widenBand(cell, cells, columns)
  const ys = edges(cells, box)
  return { box, xs, ys, extents: extentsOf(cells, xs), cells: cells.map(cell => withBox(cell, xs, ys)), by: 'space' }
}

function cellsByLines(cuts: readonly CutLine[], columns: number, rules: readonly Ruling[]): Draft[] {
  const header = headerLines(cuts)
  const head = headerRows(cuts.slice(0, header), columns)
  const body = rowsOf(cuts.slice(header), columns, rules)
  return [...head, ...body.flatMap((row, i) => cellsOfRow(row, i + rowCount(head)))]
}

/** Little but figures with much between them: the scales of a chart. */
function isAxis(grid: Grid): boolean {
  const filled = grid.cells.filter(cell => cell.words.length > 0 && cell.colSpan === 1)
  const figures = filled.filter(cell => linesOf(cell.words).every(line => isFigure(line.words)))
  const labels = filled.filter(cell => cell.col === 0 && !figures.includes(cell))
  const fields = (grid.xs.length - 1) * (grid.ys.length - 1)
  return labels.length < 3 && figures.length > 0.75 * filled.length && filled.length < 0.5 * fields
}

function extentsOf(cells: readonly Draft[], xs: readonly number[]): [number, number][] {
  return xs.slice(1).map((right, col) => {
    const boxes = cells.filter(cell => cell.col === col && cell.colSpan === 1).map(cell => cell.box)
    const all = unionOf(boxes)
    return all ? [all[0], all[2]] : [xs[col]!, right]
  })
}

type Draft = Omit<GridCell, 'box'> & { box: Box }

/** A bold cell that stands alone in its row, at its beginning, names the rows below it: it is a cell over all columns. */
function widenBand(cell: Draft, cells: readonly Draft[], columns: number) {
  if (cell.row === 0 || cell.col > 0 || !cell.words.every(word => word.bold)) return
  if (!cells.some(other => other !== cell && other.row === cell.row)) cell.colSpan = columns
}

function rowCount(cells: readonly Draft[]): number {
  return Math.max(0, ...cells.map(cell => cell.row + cell.rowSpan))
}

function cellsOfRow(row: readonly CutLine[], at: number): Draft[] {
  const cells: Draft[] = []
  for (const { phrases } of row)
    for (const { from, to, words } of phrases) {
      const own = unionOf(words.map(word => word.box))!
      const host = cells.find(cell => cell.col <= to && cell.col + cell.colSpan > from)
      if (!host) {
        cells.push({ row: at, col: from, rowSpan: 1, colSpan: to - from + 1, words: [...words], box: own })
        continue
      }
      host.words.push(...words)
      host.box = union(host.box, own)
    }
  return cells.sort((a, b) => a.col - b.col)
}

/** Lines at the top that hold no figures, above lines that do. */
function headerLines(lines: readonly CutLine[]): number {
  const isBody = ({ phrases }: CutLine) => {
    const values = phrases.filter(phrase => phrase.from > 0)
    return (
      values.length > 0 &&
      values.filter(phrase => isFigure(phrase.words) && !isYear(phrase.words)).length >= 0.5 * values.length
    )
  }
  const first = lines.findIndex(isBody)
  return first > 0 && first <= 8 && lines.slice(first).filter(isBody).length > 1 ? first : 0
}

function isYear(words: CutLine['phrases'][number]['words']): boolean {
  return words.every(word => /^(19|20)\d\d([-–/]\d{2,4})?$/.test(word.text))
}

/**
 * The header above columns of figures: a phrase over several columns is a cell over them; what stands below it, or over one column only,
 * is one cell for each column.
 */
function headerRows(lines: readonly CutLine[], columns: number): Draft[] {
  if (lines.length === 0) return []
  const spans: { phrase: CutLine['phrases'][number]; line: number }[] = []
  lines.forEach(({ phrases }, line) => {
    for (const phrase of phrases) if (phrase.to > phrase.from) spans.push({ phrase, line })
  })
  const levels = [...new Set(spans.map(span => span.line))].sort((a, b) => a - b)
  const cells: Draft[] = spans.map(({ phrase, line }) => ({
    row: levels.indexOf(line),
    col: phrase.from,
    rowSpan: 1,
    colSpan: phrase.to - phrase.from + 1,
    words: [...phrase.words],
    box: unionOf(phrase.words.map(word => word.box))!,
  }))
  const leaves = levels.length
  for (let col = 0; col < columns; col++) {
    const words = lines.flatMap(({ phrases }) =>
      phrases.filter(phrase => phrase.from === col && phrase.to === col).flatMap(phrase => phrase.words),
    )
    if (words.length === 0) continue
    const above = cells.filter(cell => cell.colSpan > 1 && cell.col <= col && cell.col + cell.colSpan > col)
    const row = above.length > 0 ? Math.max(...above.map(cell => cell.row)) + 1 : 0
    cells.push({ row, col, rowSpan: leaves + 1 - row, colSpan: 1, words, box: unionOf(words.map(word => word.box))! })
  }
  return cells.sort((a, b) => a.row - b.row || a.col - b.col)
}

/** Row edges half way between the rows' text. */
function edges(cells: readonly Draft[], box: Box): number[] {
  const rows = rowCount(cells)
  const ys = [box[1]]
  for (let row = 1; row < rows; row++) {
    const above = Math.max(
      ys[row - 1]!,
      ...cells.filter(cell => cell.row + cell.rowSpan === row).map(cell => cell.box[3]),
    )
    const below = Math.min(box[3], ...cells.filter(cell => cell.row >= row).map(cell => cell.box[1]))
    ys.push(Math.max(ys[row - 1]!, (above + below) / 2))
  }
  return [...ys, box[3]]
}

function withBox(cell: Draft, xs: readonly number[], ys: readonly number[]): GridCell {
  const { row, col, rowSpan, colSpan } = cell
  return { ...cell, box: [xs[col]!, ys[row]!, xs[col + colSpan]!, ys[row + rowSpan]!] }
}
