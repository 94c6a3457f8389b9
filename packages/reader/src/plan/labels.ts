/** 'Responsible: …; by when: …; indicator: …' within running text or a cell: the parts that labels with a colon begin. */
import type { Role } from '../words/index.ts'
import { roleOf } from '../words/match.ts'
import type { Piece } from './pieces.ts'

/** What stands before the first label (`role` null), or after one. */
export interface LabelledPart {
  role: Role | null
  /** The label as printed, without its colon. */
  label: string
  pieces: Piece[]
}

const COLON = /\s?[:：](?![\d/])\s*/gu
/** A label begins at a line's start or after one of these. */
const BEFORE = /[.;,|(•–—]\s*$/u
const LONGEST = 60
/** So much of a label's words must be those of its role. */
const WHOLE = 0.9

interface Found {
  role: Role
  label: string
  from: number
  to: number
}

/**
 * The parts of a text; one with no role where it has no label. Labels are found in the text as a whole, so that one may break over a
 * line's end.
 */
export function labelledParts(pieces: readonly Piece[], languages: readonly string[]): LabelledPart[] {
  const starts: number[] = []
  let text = ''
  for (const piece of pieces) {
    starts.push(text.length)
    text += piece.text + '\n'
  }
  const found = labelsIn(text, starts, languages)
  const cuts = [{ role: null, label: '', from: 0, to: 0 }, ...found]
  return cuts
    .map(({ role, label, to }, i): LabelledPart => {
      const end = cuts[i + 1]?.from ?? text.length
      return { role, label, pieces: tidied(between(pieces, starts, to, end), role !== null, found.length > 0) }
    })
    .filter(({ role, pieces: own }) => role !== null || own.length > 0)
}

function labelsIn(text: string, starts: readonly number[], languages: readonly string[]): Found[] {
  const found: Found[] = []
  for (const colon of text.matchAll(COLON)) {
    const lowest = Math.max(found.at(-1)?.to ?? 0, colon.index - LONGEST)
    const head = text.slice(lowest, colon.index)
    // The longest run of words before the colon that is a label from its first word to its last.
    for (const word of head.matchAll(/(?<=^|[\s(])\p{L}\S*/gu)) {
      const from = lowest + word.index
      const label = text.slice(from, colon.index)
      if (/[;.,:|•]/u.test(label) || !begins(text, from, starts)) continue
      const role = roleOf(label.replaceAll('\n', ' '), languages)
      if (!role || role.strength < WHOLE) continue
      found.push({ role: role.role, label: label.replaceAll('\n', ' '), from, to: colon.index + colon[0].length })
      break
    }
  }
  return found
}

const begins = (text: string, at: number, starts: readonly number[]): boolean =>
  starts.includes(at) || BEFORE.test(text.slice(Math.max(0, at - 3), at))

/** The pieces' text from one place of the whole to another. */
function between(pieces: readonly Piece[], starts: readonly number[], from: number, to: number): Piece[] {
  return pieces.flatMap((piece, i) => {
    const text = piece.text.slice(Math.max(0, from - starts[i]!), Math.max(0, to - starts[i]!))
    return text.trim() ? [{ ...piece, text }] : []
  })
}

/** Without the signs that part it from the next label; what a label says without its full stop. */
function tidied(pieces: Piece[], isSaid: boolean, isParted: boolean): Piece[] {
  const last = pieces.at(-1)
  if (!last || !isParted) return pieces
  const text = last.text.trimEnd().replace(isSaid ? AFTER_SAID : AFTER_TEXT, '')
  return text ? [...pieces.slice(0, -1), { ...last, text }] : pieces.slice(0, -1)
}

const AFTER_TEXT = /\s*[;|(–—]+$/u
/** The full stop of a short form stays ('Min. Int.'), so does the bracket that closes one within. */
const AFTER_SAID = /\s*(?:[;,|(–—]|(?<=[^\s.]{3})\.|(?<!\([^)]*)\))+$/u
