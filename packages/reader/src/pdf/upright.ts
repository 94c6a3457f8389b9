/** Pages on which the text stands sideways: read as if the page were turned, cited as it is seen. */
import type { Block, Table } from '../layout.ts'
import type { Box } from '../plan-document.ts'
import { rounded, turned, unturned, type Turn } from './frame.ts'
import type { RawPage } from './page.ts'
import type { Ruling } from './rulings.ts'

/** So many of a page's letters must run one way for the page to be read that way. */
const MOST = 0.6

/** The way in which most of the page's text runs; 0 where none prevails. */
export function prevailingTurn(page: RawPage): Turn {
  const letters = [0, 0, 0, 0]
  for (const word of page.words) letters[word.turn]! += word.text.length
  const all = letters.reduce((a, b) => a + b, 0)
  const turn = letters.findIndex((count, i) => i > 0 && count > MOST * all)
  return turn > 0 ? (turn as Turn) : 0
}

/** The page turned so that text which runs `turn` runs level. */
export function upright(page: RawPage, turn: Turn): RawPage {
  if (turn === 0) return page
  const [width, height] = turn === 2 ? [page.width, page.height] : [page.height, page.width]
  const [dx, dy] = shiftOf(turn, page)
  const move = (box: Box): Box => {
    const [x0, y0, x1, y1] = turned(box, turn)
    return [x0 + dx, y0 + dy, x1 + dx, y1 + dy]
  }
  const words = page.words.map(word => {
    const own = ((word.turn - turn) & 3) as Turn
    const onBase = unturned([0, word.base, 0, word.base], word.turn)
    return { ...word, box: move(word.box), turn: own, base: turned(move(onBase), own)[1] }
  })
  const across = page.lines.across.map(({ at, from, to }) => move([from, at, to, at]))
  const down = page.lines.down.map(({ at, from, to }) => move([at, from, at, to]))
  const level = turn === 2 ? [across, down] : [down, across]
  const lines = {
    across: level[0]!.map(([x0, y0, x1]): Ruling => ({ at: y0, from: x0, to: x1 })),
    down: level[1]!.map(([x0, y0, , y1]): Ruling => ({ at: x0, from: y0, to: y1 })),
    fills: page.lines.fills.map(fill => ({ ...fill, box: move(fill.box) })),
    dots: page.lines.dots.map(move),
  }
  return { ...page, width, height, words, lines }
}

/** What brings the turned page's top left back to 0, 0. */
function shiftOf(turn: Turn, { width, height }: RawPage): [number, number] {
  if (turn === 1) return [0, width]
  if (turn === 2) return [width, height]
  return [height, 0]
}

/** Brings the boxes of a turned page's lines, cells and tables back to the page as it is seen. */
export function turnBack(blocks: readonly Block[], pages: readonly RawPage[]): void {
  const turns = new Map(pages.map(page => [page.number, { turn: prevailingTurn(page), page }]))
  const ways = new Map<number, (box: Box) => Box>()
  for (const [number, { turn, page }] of turns) {
    if (turn === 0) continue
    const [dx, dy] = shiftOf(turn, page)
    ways.set(number, ([x0, y0, x1, y1]) => rounded(unturned([x0 - dx, y0 - dy, x1 - dx, y1 - dy], turn)))
  }
  moveBoxes(blocks, ways)
}

/** Moves the boxes of the lines, cells and tables that stand on the pages for which there is a way; each once. */
export function moveBoxes(blocks: readonly Block[], ways: ReadonlyMap<number, (box: Box) => Box>): void {
  if (ways.size === 0) return
  const done = new Set<object>()
  const back = (thing: { box: Box | null }, number: number | null) => {
    const way = number === null ? undefined : ways.get(number)
    if (!way || !thing.box || done.has(thing)) return
    done.add(thing)
    thing.box = way(thing.box)
  }
  const backTable = ({ parts, cells }: Table) => {
    for (const part of parts) {
      back(part, part.page)
      for (const cell of part.cells) back(cell, part.page)
    }
    for (const cell of [...parts.flatMap(part => part.cells), ...cells]) {
      for (const line of cell.lines) back(line, line.page)
      for (const table of cell.nested ?? []) backTable(table)
    }
    for (const cell of cells) back(cell, cell.lines[0]?.page ?? parts[0]!.page)
  }
  for (const block of blocks) {
    if (block.type === 'table') backTable(block.table)
    else for (const line of block.lines) back(line, line.page)
  }
}
