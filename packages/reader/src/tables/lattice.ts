/** Tables by their ruling lines. A cell is an area that lines close in; where no line parts two fields of the grid they are one cell. */
import type { Box } from '../plan-document.ts'
import type { PageLines, Ruling } from '../pdf/rulings.ts'
import type { Grid, GridCell } from './grid.ts'
import { joinRulings } from './segments.ts'

/** Lines that end this close to each other meet, in points. */
const MEET = 4
/** Grid positions closer than this are one, in points. */
const SAME = 4
/** Lines shorter than this do not border a cell, in points. */
const SHORTEST = 6
/** A line borders a field of the grid when it runs along this part of its side. */
const COVER = 0.5

/** The ruled tables of a page without their words, from the top. */
export function latticesOf(lines: PageLines): Grid[] {
  const across = joinRulings(lines.across, SHORTEST)
  const down = joinRulings(lines.down, SHORTEST)
  return components(across, down)
    .map(gridOf)
    .filter(grid => grid !== null)
    .sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0])
}

interface Net {
  across: Ruling[]
  down: Ruling[]
}

/** Lines that hang together by crossing or touching. */
function components(across: Ruling[], down: Ruling[]): Net[] {
  const all = [...across, ...down]
  const parent = all.map((_, i) => i)
  const find = (i: number): number => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]!]!
    return i
  }
  across.forEach((h, i) => {
    down.forEach((v, j) => {
      const meets = v.at >= h.from - MEET && v.at <= h.to + MEET && h.at >= v.from - MEET && h.at <= v.to + MEET
      if (meets) parent[find(i)] = find(across.length + j)
    })
  })
  const nets = new Map<number, Net>()
  all.forEach((line, i) => {
    const root = find(i)
    const net = nets.get(root) ?? { across: [], down: [] }
    nets.set(root, net)
    ;(i < across.length ? net.across : net.down).push(line)
  })
  return stacked([...nets.values()]).filter(net => net.across.length > 1 && net.down.length > 0)
}

/** A band row of a table without side lines may be this high, in points. */
const BAND = 60

/** In a table without side lines nothing ties the rows above a band to those below it but their width. */
function stacked(nets: readonly Net[]): Net[] {
  const open = nets.filter(isOpenSided).sort((a, b) => topOf(a) - topOf(b))
  const joined = open.reduce<Net[]>((all, net) => {
    const host = all.find(other => {
      const gap = topOf(net) - bottomOf(other)
      return gap > -MEET && gap < BAND && isAsWide(other, net)
    })
    if (host) {
      host.across.push(...net.across)
      host.down.push(...net.down)
    } else all.push(net)
    return all
  }, [])
  return [...nets.filter(net => !isOpenSided(net)), ...joined]
}

function isOpenSided(net: Net): boolean {
  if (net.across.length === 0 || net.down.length === 0) return false
  const [left, right] = sidesOf(net)
  return net.down.every(({ at }) => at > left + 2 * SAME && at < right - 2 * SAME)
}

function isAsWide(a: Net, b: Net): boolean {
  const [left, right] = sidesOf(a)
  const [otherLeft, otherRight] = sidesOf(b)
  return Math.abs(left - otherLeft) < SAME && Math.abs(right - otherRight) < SAME
}

function sidesOf({ across }: Net): [left: number, right: number] {
  return [Math.min(...across.map(h => h.from)), Math.max(...across.map(h => h.to))]
}

function topOf({ across, down }: Net): number {
  return Math.min(...across.map(h => h.at), ...down.map(v => v.from))
}

function bottomOf({ across, down }: Net): number {
  return Math.max(...across.map(h => h.at), ...down.map(v => v.to))
}

function gridOf({ across, down }: Net): Grid | null {
  const left = Math.min(...across.map(h => h.from), ...down.map(v => v.at))
  const right = Math.max(...across.map(h => h.to), ...down.map(v => v.at))
  const top = Math.min(...down.map(v => v.from), ...across.map(h => h.at))
  const bottom = Math.max(...down.map(v => v.to), ...across.map(h => h.at))
  const xs = positions([left, ...down.map(v => v.at), right])
  const ys = positions([top, ...across.map(h => h.at), bottom])
  const [cols, rows] = [xs.length - 1, ys.length - 1]
  if (cols < 1 || rows < 1 || cols * rows < 2 || cols * rows > 40_000) return null
  const wallRight = fieldWalls(down, xs, ys)
  const wallBelow = fieldWalls(across, ys, xs)
  const cells = cellsOf(
    rows,
    cols,
    (r, c) => wallRight(c + 1, r),
    (r, c) => wallBelow(r + 1, c),
  ).map(cell => ({ ...cell, box: boxOf(cell, xs, ys), words: [] }))
  const extents = xs.slice(1).map((x, i): [number, number] => [xs[i]!, x])
  return { box: [left, top, right, bottom], xs, ys, extents, cells, by: 'rulings' }
}

/** Distinct positions in order; those close together become their middle. */
function positions(values: number[]): number[] {
  const groups: number[][] = []
  for (const value of values.toSorted((a, b) => a - b)) {
    const group = groups.at(-1)
    if (group && value - group[0]! <= SAME) group.push(value)
    else groups.push([value])
  }
  return groups.map(group => group.reduce((a, b) => a + b, 0) / group.length)
}

/** Whether a line at position `i` of `along` runs beside field `j` of `across`. */
function fieldWalls(lines: Ruling[], along: number[], across: number[]): (i: number, j: number) => boolean {
  const byPosition = along.map(at => lines.filter(line => Math.abs(line.at - at) <= SAME))
  return (i, j) => {
    const [from, to] = [across[j]!, across[j + 1]!]
    let covered = 0
    for (const line of byPosition[i]!) covered += Math.max(0, Math.min(line.to, to) - Math.max(line.from, from))
    return covered >= COVER * (to - from)
  }
}

type Field = (row: number, col: number) => boolean

/** Rectangles of fields that no line parts. An area that is not a rectangle is cut into rows of fields. */
function cellsOf(rows: number, cols: number, wallRight: Field, wallBelow: Field): Omit<GridCell, 'box' | 'words'>[] {
  const area = areas(rows, cols, wallRight, wallBelow)
  const done = new Set<number>()
  const cells: Omit<GridCell, 'box' | 'words'>[] = []
  for (let row = 0; row < rows; row++)
    for (let col = 0; col < cols; col++) {
      const at = row * cols + col
      if (done.has(at)) continue
      const same = (r: number, c: number) =>
        r < rows && c < cols && area[r * cols + c] === area[at] && !done.has(r * cols + c)
      let colSpan = 1
      while (same(row, col + colSpan) && !wallRight(row, col + colSpan - 1)) colSpan++
      let rowSpan = 1
      const wholeRow = (r: number) => {
        for (let c = col; c < col + colSpan; c++) if (!same(r, c) || wallBelow(r - 1, c)) return false
        return true
      }
      while (wholeRow(row + rowSpan)) rowSpan++
      for (let r = row; r < row + rowSpan; r++) for (let c = col; c < col + colSpan; c++) done.add(r * cols + c)
      cells.push({ row, col, rowSpan, colSpan })
    }
  return cells
}

function areas(rows: number, cols: number, wallRight: Field, wallBelow: Field): number[] {
  const parent = Array.from({ length: rows * cols }, (_, i) => i)
  const find = (i: number): number => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]!]!
    return i
  }
  for (let row = 0; row < rows; row++)
    for (let col = 0; col < cols; col++) {
      const at = row * cols + col
      if (col + 1 < cols && !wallRight(row, col)) parent[find(at)] = find(at + 1)
      if (row + 1 < rows && !wallBelow(row, col)) parent[find(at)] = find(at + cols)
    }
  return parent.map((_, i) => find(i))
}

function boxOf(cell: { row: number; col: number; rowSpan: number; colSpan: number }, xs: number[], ys: number[]): Box {
  return [xs[cell.col]!, ys[cell.row]!, xs[cell.col + cell.colSpan]!, ys[cell.row + cell.rowSpan]!]
}
