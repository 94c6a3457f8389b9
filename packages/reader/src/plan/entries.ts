/** The entries of a cell: one, unless the cell holds a list (plan-format rule 2). */
import type { TextLine } from '../layout.ts'
import { markerOf } from './markers.ts'
import type { Marker, MarkerKind } from './markers.ts'
import { textOf } from './pieces.ts'
import type { Piece } from './pieces.ts'

export interface Entry {
  /** As printed, without closing punctuation. */
  number: string | null
  pieces: Piece[]
  /** It is one of a list, so another cell's list may go with it entry by entry. */
  listed: boolean
  /** 0..1 where the list is not plain to see: an entry whose bullet was lost. */
  doubt?: number
}

interface Marked {
  piece: Piece
  marker: Marker | null
}

/**
 * Lines of one cell as entries. Lines that wrap are joined; a list inside a list stays in its entry; a lead-in that ends in a colon
 * is no entry.
 */
export function entriesOf(lines: readonly TextLine[], at?: string): Entry[] {
  const marked = lines
    .filter(l => l.text.trim())
    .flatMap(line => inlineBullets(line))
    .map(({ text, line }): Marked => {
      const piece: Piece = at === undefined ? { text, line } : { text, line, at }
      if (line.list) {
        const marker = markerOf(line.list.marker + ' x')
        const number = marker?.number ?? null
        return { piece, marker: { kind: number === null ? 'bullet' : 'number', number, order: null, rest: text } }
      }
      return { piece, marker: markerOf(text) }
    })
  const kind = listKind(marked)
  // Word may begin a cell's list at any depth.
  const level = Math.min(...marked.map(m => m.piece.line.list?.level ?? Number.POSITIVE_INFINITY))
  const entries: Entry[] = []
  let order: number | null = null
  for (const [i, { piece, marker }] of marked.entries()) {
    const before = marked[i - 1]
    const starts = marker !== null && kind !== null && begins(marker, kind, piece, order, level, before)
    const lost = marker === null && (kind === 'bullet' || kind === 'dash') && lostItsBullet(marked, i)
    if (lost) {
      entries.push({ number: null, pieces: [piece], listed: true, doubt: 0.8 })
      continue
    }
    if (starts) {
      order = marker.order
      entries.push({ number: marker.number, pieces: [{ ...piece, text: marker.rest }], listed: true })
      continue
    }
    const current = entries.at(-1)
    // A list within an entry keeps its words but loses its bullets.
    const inner = marker?.kind === 'bullet' || (marker?.kind === 'dash' && kind !== 'dash' && !midSentence(before))
    const plain = inner && marker ? { ...piece, text: marker.rest } : piece
    if (current) current.pieces.push(plain)
    else entries.push({ number: null, pieces: [plain], listed: false })
  }
  return tidy(entries)
}

// The list is of the kind of its first marker; a lone number before bullets is the item's own number, not a list.
function listKind(marked: readonly Marked[]): MarkerKind | null {
  const first = marked.find(m => m.marker !== null && m.marker.kind !== 'dash') ?? marked.find(m => m.marker !== null)
  const dash = marked[0]?.marker?.kind === 'dash'
  if (dash) return 'dash'
  return first?.marker?.kind ?? null
}

function begins(
  marker: Marker,
  kind: MarkerKind,
  piece: Piece,
  order: number | null,
  level: number,
  before: Marked | undefined,
): boolean {
  if (piece.line.list) return piece.line.list.level <= level
  if (marker.kind !== kind) return false
  if (kind === 'bullet') return true
  if (kind === 'dash') return before === undefined || !midSentence(before) || /^\p{Lu}/u.test(marker.rest)
  if (kind === 'levels') return before === undefined || order === null || marker.order !== order || !midSentence(before)
  if (before === undefined) return true
  return order === null ? !midSentence(before) : marker.order === order + 1
}

const midSentence = (before: Marked | undefined): boolean =>
  before !== undefined &&
  /[\p{Ll}\p{Script=Arabic},(]$/u.test(before.piece.text.trim()) &&
  !before.piece.line.paragraphEnd

// In a list whose bullets are not all there (a paragraph that Word did not mark, a glyph that no font names): a line with a
// capital whose first word would have fitted on the line before begins an entry, since a line breaks only where it is full.
function lostItsBullet(marked: readonly Marked[], i: number): boolean {
  const line = marked[i]!.piece.line
  const before = marked[i - 1]?.piece.line
  if (!before?.box || !line.box || before.page !== line.page || before.hyphenated) return false
  if (!/^\p{Lu}/u.test(line.text) || /[,:(]$/u.test(before.text.trim()) || line.text.length < 12) return false
  const boxes = marked.map(m => m.piece.line.box).filter(b => b !== null)
  const left = Math.min(...boxes.map(b => b[0]))
  const right = Math.max(...boxes.map(b => b[2]))
  const letter = (line.box[2] - line.box[0]) / line.text.length
  const word = /^\S+/u.exec(line.text)![0].length + 1
  const fromRight = /\p{Script=Arabic}|\p{Script=Hebrew}/u.test(line.text)
  const free = fromRight ? before.box[0] - left : right - before.box[2]
  return free > word * letter * 1.3
}

/** What no line with entries inside it is without. */
const INNER = /[•▪●◦■➢❖\uf0a7\uf0b7)]/u

/** Bullets within one line ('• one • two') are entries too; so are '1) one 2) two' and '(a) one (b) two' where they count on. */
function inlineBullets(line: TextLine): { text: string; line: TextLine }[] {
  if (!INNER.test(line.text)) return [{ text: line.text, line }]
  const parts = line.text.split(/(?<=\S)\s*(?=[•▪●◦■➢❖\uf0a7\uf0b7]\s*\p{L})/u)
  return parts.flatMap(text => inlineNumbers(text).map(t => ({ text: t, line })))
}

function inlineNumbers(text: string): string[] {
  const starts = [...text.matchAll(/(?<=^|[;.,:]\s|\s)\(?(\d{1,2}|[a-h])\)\s*(?=\p{L})/gu)]
  const value = (s: string): number => (/\d/.test(s) ? Number(s) : s.charCodeAt(0) - 96)
  if (starts.length < 2 || value(starts[0]![1]!) !== 1 || !starts.every((m, i) => value(m[1]!) === i + 1)) return [text]
  const cuts = [0, ...starts.map(m => m.index).filter(i => i > 0), text.length]
  return cuts.slice(1).map((end, i) => text.slice(cuts[i], end))
}

function tidy(entries: Entry[]): Entry[] {
  const full = entries.filter(e => textOf(e.pieces) || e.number !== null)
  const [lead, ...rest] = full
  if (lead && !lead.listed && rest.length) {
    if (/[:：]$/u.test(textOf(lead.pieces)) && rest.length > 1) return rest
    if (rest.length === 1 && rest[0]!.number === null)
      return [{ ...lead, pieces: [...lead.pieces, ...rest[0]!.pieces] }]
  }
  if (full.length === 1) return [{ ...full[0]!, listed: false }]
  return full.filter(e => textOf(e.pieces))
}
