/** Words to lines. */
import type { TextLine } from '../layout.ts'
import type { Box } from '../plan-document.ts'
import { rounded, turned, unionOf, type Turn } from '../pdf/frame.ts'
import { orderWords } from './direction.ts'
import type { Word } from './words.ts'

/** A line of words that stand on one base line, in the order in which they are read. */
export interface Line {
  words: Word[]
  box: Box
  base: number
  size: number
  turn: Turn
}

/** Words whose base lines are closer than this part of their size stand on one line. */
const SAME_LINE = 0.4
/** Type smaller than this part of its neighbour's, and off its base line, is a note mark or an index. */
const SMALL = 0.78

/** Groups words into lines from the top down; turned text comes after level text. */
export function linesOf(words: readonly Word[]): Line[] {
  const lines: Line[] = []
  for (const turn of [0, 1, 2, 3] as const) {
    const turnedWords = words.filter(word => word.turn === turn)
    if (turnedWords.length > 0) lines.push(...linesOneWay(turnedWords, turn))
  }
  return lines
}

function linesOneWay(words: Word[], turn: Turn): Line[] {
  const sorted = words
    .map(word => ({ word, at: turned(word.box, turn) }))
    .sort((a, b) => a.word.base - b.word.base || a.at[0] - b.at[0])
  const groups: { base: number; size: number; words: Word[] }[] = []
  for (const { word } of sorted) {
    const group = groups.at(-1)
    if (group && Math.abs(word.base - group.base) < SAME_LINE * Math.min(word.size, group.size)) {
      group.words.push(word)
      if (word.size > group.size) [group.size, group.base] = [word.size, word.base]
    } else groups.push({ base: word.base, size: word.size, words: [word] })
  }
  return withSmallType(groups).map(group => makeLine(group.words, turn))
}

/** Puts lines that hold nothing but raised or lowered small type into the line that they belong to. */
function withSmallType(groups: { base: number; size: number; words: Word[] }[]) {
  return groups.filter((group, i) => {
    for (const host of [groups[i + 1], groups[i - 1]]) {
      if (!host || group.size > SMALL * host.size) continue
      if (Math.abs(group.base - host.base) > 0.6 * host.size) continue
      if (!group.words.every(small => host.words.some(big => isBeside(small, big)))) continue
      host.words.push(...group.words)
      return false
    }
    return true
  })
}

function isBeside(small: Word, big: Word): boolean {
  return Math.min(Math.abs(small.box[0] - big.box[2]), Math.abs(small.box[2] - big.box[0])) < 0.5 * big.size
}

export function makeLine(words: Word[], turn: Turn): Line {
  const ordered = orderWords(words, word => turned(word.box, turn))
  const main = ordered.reduce((a, b) => (b.size > a.size ? b : a))
  return { words: ordered, box: unionOf(ordered.map(w => w.box))!, base: main.base, size: main.size, turn }
}

/**
 * A line as the layout gives it. Note marks (raised small figures after a word) are left out; a mark that stands alone stays.
 * A line-end hyphen stays in the text until `mendHyphens` has decided about it.
 */
export function textLine(line: Line, page: number): TextLine {
  const words = line.words.filter(word => !isNoteMark(word, line))
  const kept = words.length > 0 ? words : line.words
  const letters = kept.reduce((n, w) => n + w.text.length, 0)
  const bold = kept.reduce((n, w) => n + (w.bold ? w.text.length : 0), 0)
  const last = kept.at(-1)!
  return {
    text: kept.map(word => word.text).join(' ') + (last.hyphenated ? '-' : ''),
    page,
    box: rounded(unionOf(kept.map(w => w.box))!),
    size: line.size,
    bold: bold * 2 > letters,
    ...(last.hyphenated || last.broken ? { hyphenated: true } : {}),
    ...(last.confidence === undefined ? {} : { confidence: meanConfidence(kept, letters) }),
  }
}

function meanConfidence(words: readonly Word[], letters: number): number {
  const sum = words.reduce((n, { text, confidence = 1 }) => n + text.length * confidence, 0)
  return Math.round((100 * sum) / letters) / 100
}

/** Lines one under the other, with the ends of paragraphs where the tags tell them. */
export function textLines(lines: readonly Line[], page: number): TextLine[] {
  return lines.map((line, i) => {
    const text = textLine(line, page)
    const tag = line.words.at(-1)!.tag
    const next = lines[i + 1]
    const ends = next ? next.words[0]!.tag !== undefined && next.words[0]!.tag !== tag : tag !== undefined
    return tag && ends ? { ...text, paragraphEnd: true } : text
  })
}

const NOTE_MARK = /^[\d*†‡§]{1,3}(,\d{1,3})*$/

function isNoteMark(word: Word, line: Line): boolean {
  return word.size < SMALL * line.size && word.base < line.base - 0.15 * line.size && NOTE_MARK.test(word.text)
}
