/** Words and where they stand: a piece of a line, the text that pieces make together, the cites that they give. */
import type { Cell, TextLine } from '../layout.ts'
import type { Box, Cite } from '../plan-document.ts'

/** A line, or a part of it (its bullet or number taken off, a list within the line split). */
export interface Piece {
  text: string
  line: TextLine
  /** Where there are no pages: the cell or paragraph that the line stands in. */
  at?: string
}

/** A cell's lines as pieces. */
export const piecesIn = (cell: Cell): Piece[] =>
  cell.lines.map(line => (cell.at === undefined ? { text: line.text, line } : { text: line.text, line, at: cell.at }))

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]$/u

/** White space that is not one blank between words. */
const UNEVEN = /[^\S ]| {2}/u

/** Pieces as one text: lines joined by a space, or by none where a hyphen or the script says so. */
export function textOf(pieces: readonly Piece[]): string {
  let out = ''
  let last: Piece | null = null
  for (const p of pieces) {
    const t = p.text.trim()
    if (!t) continue
    const joined = last !== null && (last.line.hyphenated === true || UNSPACED.test(out.slice(-2)))
    out += (out && !joined ? ' ' : '') + t
    last = p
  }
  return UNEVEN.test(out) ? out.replace(/\s+/gu, ' ').trim() : out
}

/** One cite for each page that the pieces touch, in order; the box is the union of that page's lines. */
export function citesOf(pieces: readonly Piece[]): Cite[] {
  const groups = new Map<string, Piece[]>()
  for (const p of pieces) {
    if (!p.text.trim()) continue
    const key = p.line.page === null ? `at ${p.at ?? ''}` : `page ${p.line.page}`
    const group = groups.get(key)
    if (group) group.push(p)
    else groups.set(key, [p])
  }
  return [...groups.values()].map(group => {
    const first = group[0]!
    const cite: Cite = { page: first.line.page, box: union(group.map(p => p.line.box)), quote: textOf(group) }
    if (first.line.page === null && first.at !== undefined) cite.at = first.at
    return cite
  })
}

function union(boxes: (Box | null)[]): Box | null {
  const known = boxes.filter(b => b !== null)
  if (!known.length) return null
  return [
    Math.min(...known.map(b => b[0])),
    Math.min(...known.map(b => b[1])),
    Math.max(...known.map(b => b[2])),
    Math.max(...known.map(b => b[3])),
  ]
}
