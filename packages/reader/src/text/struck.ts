/** Words that a line strikes out: a printed draft shows them, the plan no longer says them. */
import type { Ruling } from '../pdf/rulings.ts'
import type { Word } from './words.ts'

/** Where a line that strikes out runs above the base line, in type sizes; an underline runs below it. */
const LOWEST = 0.12
const HIGHEST = 0.5
/** A line may end this far from the words that it strikes out, in type sizes: table lines go on. */
const NEAR = 0.3

/** The words that are not struck out, and what is left of words that are in part. */
export function withoutStruck(words: readonly Word[], across: readonly Ruling[]): Word[] {
  const struck = new Map<Word, Ruling>()
  const rows = Map.groupBy(words, word => Math.round(word.base))
  const reach = Math.ceil(HIGHEST * words.reduce((most, word) => Math.max(most, word.size), 0))
  for (const rule of across) {
    const beside = Array.from({ length: reach + 2 }, (_, i) => rows.get(Math.floor(rule.at) + i) ?? []).flat()
    const through = beside.filter(word => runsThrough(rule, word))
    const pieces = through.flatMap(word => piecesOf(word).filter(piece => covers(rule, piece, word.size)))
    if (pieces.length === 0) continue
    const size = through[0]!.size
    const [from, to] = [Math.min(...pieces.map(p => p.from)), Math.max(...pieces.map(p => p.to))]
    if (rule.from < from - NEAR * size || rule.to > to + NEAR * size) continue
    for (const word of through) struck.set(word, rule)
  }
  if (struck.size === 0) return [...words]
  return words.flatMap(word => {
    const rule = struck.get(word)
    return rule ? leftOf(word, rule) : [word]
  })
}

function runsThrough({ at, from, to }: Ruling, { turn, base, size, box }: Word): boolean {
  return turn === 0 && at < base - LOWEST * size && at > base - HIGHEST * size && from < box[2] && to > box[0]
}

interface Piece {
  text: string
  from: number
  to: number
}

/** A word's text objects. */
function piecesOf({ text, box, joints = [] }: Word): Piece[] {
  const cuts = [{ at: 0, x: box[0] }, ...joints, { at: text.length, x: box[2] }]
  return cuts.slice(1).map(({ at, x }, i) => ({ text: text.slice(cuts[i]!.at, at), from: cuts[i]!.x, to: x }))
}

function covers({ from, to }: Ruling, piece: Piece, size: number): boolean {
  return from < piece.from + NEAR * size && to > piece.to - NEAR * size
}

function leftOf(word: Word, rule: Ruling): Word[] {
  const pieces = piecesOf(word)
  const kept = pieces.filter(piece => !covers(rule, piece, word.size))
  if (kept.length === pieces.length) return [word]
  const text = kept.map(piece => piece.text).join('')
  if (!text) return []
  const box: Word['box'] = [kept[0]!.from, word.box[1], kept.at(-1)!.to, word.box[3]]
  return [{ ...word, text, box, joints: [] }]
}
