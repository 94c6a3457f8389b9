/** Words into the cells that they stand in. */
import type { Box } from '../plan-document.ts'
import type { TagCell } from '../pdf/tags.ts'
import { linesOf } from '../text/lines.ts'
import type { Word } from '../text/words.ts'
import type { Grid, GridCell } from './grid.ts'

/** Gaps up to this part of the type size lie within one line of text. */
const WITHIN_LINE = 0.7

/**
 * Puts each word into the cell under its middle. Text that runs over its cell's border without a gap there stays in the cell where
 * its line began. Returns the words that stand in no grid.
 */
export function fillGrids(words: readonly Word[], grids: readonly Grid[]): Word[] {
  const outside: Word[] = []
  const smallestFirst = grids.toSorted((a, b) => areaOf(a.box) - areaOf(b.box))
  // Text mostly goes on in the cell that it is in; only where tables may lie within tables is that not enough to know.
  const isAlone = grids.length === 1
  let before: { word: Word; cell: GridCell } | null = null
  for (const word of words) {
    const stays: boolean = before !== null && ((isAlone && isUnder(word, before.cell)) || runsOver(before, word))
    const cell: GridCell | null = before && stays ? before.cell : cellUnder(word, smallestFirst)
    if (cell) cell.words.push(word)
    else outside.push(word)
    before = cell && { word, cell }
  }
  return outside
}

/** So much of a tagged cell's text must stand in one place for the rest to be put there. */
const MOST = 0.6

/** Text that ran out of its cell goes back to where most of the text of the same tagged cell stands. */
export function gatherByTags(grids: readonly Grid[]): void {
  const places = new Map<TagCell, Map<GridCell, number>>()
  const cells = grids.flatMap(grid => grid.cells)
  for (const cell of cells)
    for (const { tag, text } of cell.words) {
      if (!tag?.cell) continue
      const letters = places.get(tag.cell) ?? new Map<GridCell, number>()
      places.set(tag.cell, letters.set(cell, (letters.get(cell) ?? 0) + text.length))
    }
  const homes = new Map<TagCell, GridCell>()
  for (const [tagCell, letters] of places) {
    const all = [...letters.values()].reduce((a, b) => a + b, 0)
    const [cell, most] = [...letters].reduce((a, b) => (b[1] > a[1] ? b : a))
    if (letters.size > 1 && most >= MOST * all) homes.set(tagCell, cell)
  }
  if (homes.size === 0) return
  for (const cell of cells) {
    const strays = cell.words.filter(({ tag }) => tag?.cell && (homes.get(tag.cell) ?? cell) !== cell)
    const moved = strays.filter(word => !standsApart(strays, homes.get(word.tag!.cell!)!))
    if (moved.length === 0) continue
    cell.words = cell.words.filter(word => !moved.includes(word))
    for (const word of moved) homes.get(word.tag!.cell!)!.words.push(word)
  }
}

/** In type sizes. */
const APART = 1.5

/** Some programs tag neighbouring cells that both hold lists as one: lines that a wide gap parts did not run out of a cell. */
function standsApart(strays: readonly Word[], home: GridCell): boolean {
  const apart = linesOf([...strays, ...home.words]).filter(({ words, size }) =>
    words.some((word, i) => {
      const next = words[i + 1]
      return next && strays.includes(word) !== strays.includes(next) && gapBetween(word, next) > APART * size
    }),
  )
  return apart.length > 1
}

function gapBetween({ box: a }: Word, { box: b }: Word): number {
  return Math.max(a[0] - b[2], b[0] - a[2])
}

/** A gap this many type sizes wide at a column's edge parts two cells whose border was not drawn. */
const MISSING_BORDER = 1.5

/** Cuts cells over several columns where their text leaves a wide gap just at a column's edge and nothing stands across it. */
export function cutAtGaps(grid: Grid): void {
  for (const cell of grid.cells) {
    for (let edge = cell.col + cell.colSpan - 1; edge > cell.col; edge--) {
      if (!isGapAt(cell, grid.xs[edge]!)) continue
      const right = cell.words.filter(word => word.box[0] >= grid.xs[edge]! - 1)
      grid.cells.push({
        ...cell,
        col: edge,
        colSpan: cell.col + cell.colSpan - edge,
        box: [grid.xs[edge]!, cell.box[1], cell.box[2], cell.box[3]],
        words: right,
      })
      cell.colSpan = edge - cell.col
      cell.box = [cell.box[0], cell.box[1], grid.xs[edge]!, cell.box[3]]
      cell.words = cell.words.filter(word => !right.includes(word))
    }
  }
  grid.cells.sort((a, b) => a.row - b.row || a.col - b.col)
}

function isGapAt(cell: GridCell, x: number): boolean {
  if (cell.words.some(({ box }) => box[0] < x - 1 && box[2] > x + 1)) return false
  return linesOf(cell.words).some(line => {
    const left = Math.max(...line.words.filter(word => word.box[2] <= x + 1).map(word => word.box[2]))
    const right = Math.min(...line.words.filter(word => word.box[0] >= x - 1).map(word => word.box[0]))
    return Number.isFinite(left) && Number.isFinite(right) && right - left > MISSING_BORDER * line.size
  })
}

function areaOf([x0, y0, x1, y1]: Box): number {
  return (x1 - x0) * (y1 - y0)
}

function isUnder({ box }: Word, cell: GridCell): boolean {
  return contains(cell.box, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
}

function cellUnder(word: Word, grids: readonly Grid[]): GridCell | null {
  const x = (word.box[0] + word.box[2]) / 2
  const y = (word.box[1] + word.box[3]) / 2
  for (const grid of grids) {
    if (!contains(grid.box, x, y)) continue
    for (const cell of grid.cells) if (contains(cell.box, x, y)) return cell
  }
  return null
}

function contains(box: Box, x: number, y: number): boolean {
  return x >= box[0] && x < box[2] && y >= box[1] && y < box[3]
}

/** Whether `next` goes on with the same text on the same line, over the border, with no gap at the border. */
function runsOver({ word, cell }: { word: Word; cell: GridCell }, next: Word): boolean {
  if (next.turn !== 0 || word.turn !== 0 || Math.abs(next.base - word.base) > 0.5) return false
  const sameText = word.mcid >= 0 ? next.mcid === word.mcid : next.run === word.run
  if (!sameText || next.box[0] - word.box[2] > WITHIN_LINE * word.size || next.box[0] < word.box[0]) return false
  const border = cell.box[2]
  return word.box[2] > border + 0.5 || (next.box[0] < border - 0.5 && next.box[2] > border)
}
