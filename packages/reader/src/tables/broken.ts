/** Words and figures that a column too narrow for them broke: 'Timefram / e', '1 / 0 / . / 0 / 0 / 0'. */
import type { Cell } from '../layout.ts'
import type { Box } from '../plan-document.ts'
import type { Vocabulary } from '../text/vocabulary.ts'
import { LANGUAGES } from '../words/index.ts'
import { roleOf } from '../words/match.ts'

interface Piece {
  text: string
  box: Box | null
}

const FIGURE = /^\d{1,3}(?:[.,'’]\d{3})+(?:[.,]\d{1,2})?$|^(?:19|20)\d{2}$/u
/** What is left of a broken word stands alone in the cell's last line and has so many letters at most. */
const REST = /^\p{Ll}{1,2}$/u
const WORD = /^[\p{L}’'-]{4,}$/u
/** A column holds so many letters of the lines that it breaks between letters again and again. */
const STACKED = 2

/** For each line of a cell whether it goes on in the next without a space, although no hyphen says so. `from` and `to`: the cell's sides. */
export function brokenLines(lines: readonly Piece[], from: number, to: number): boolean[] {
  const full = lines.map(line => isFull(line, lines, from, to))
  const broken = lines.map(() => false)
  for (let start = 0; start < lines.length - 1; start++) {
    if (broken[start] || !full[start]) continue
    for (let end = endOfRun(lines, full, start); end > start; end--) {
      const texts = lines.slice(start, end + 1).map(line => line.text)
      if (!isOne(texts, end === lines.length - 1)) continue
      broken.fill(true, start, end)
      break
    }
  }
  return broken
}

/** Joins what a narrow column broke where the document has the whole word elsewhere, or headers do: 'Handlungsf / eld 1: Teilhabe'. */
export function mendBroken(cells: readonly Cell[], vocabulary: Vocabulary): void {
  for (const { lines, box, nested = [] } of cells) {
    lines.forEach((line, i) => {
      const next = lines[i + 1]
      if (!box || !next || line.hyphenated || !/\p{L}$/u.test(line.text) || !/^\p{Ll}/u.test(next.text)) return
      if (!isFull(line, lines, box[0], box[2])) return
      const whole = line.text + /^\p{L}+/u.exec(next.text)![0]
      if (vocabulary.knows(whole, 1) || isHeader(whole)) line.hyphenated = true
    })
    for (const table of nested) mendBroken(table.cells, vocabulary)
  }
}

const ALL = LANGUAGES.map(({ language }) => language)

function isHeader(word: string): boolean {
  return roleOf(word, ALL)?.strength === 1
}

function endOfRun(lines: readonly Piece[], full: readonly boolean[], start: number): number {
  let end = start
  while (end < lines.length - 1 && full[end]) end++
  return end
}

/** The lines are the pieces of one figure or word, and not each one a figure of its own. */
function isOne(texts: readonly string[], last: boolean): boolean {
  const joined = texts.join('')
  if (FIGURE.test(joined)) return !texts.some(text => FIGURE.test(text))
  if (texts.length === 2) return last && WORD.test(texts[0]!) && REST.test(texts[1]!)
  return texts.every(text => text.length <= STACKED) && /^\p{L}+$/u.test(joined)
}

/** One word to which the cell's width has no room for one more letter; the room beside the text is taken to be alike on both sides. */
function isFull({ text, box }: Piece, lines: readonly Piece[], from: number, to: number): boolean {
  if (!box || text.includes(' ')) return false
  const boxed = lines.flatMap(line => (line.box ? [{ length: line.text.length, box: line.box }] : []))
  const left = Math.min(...boxed.map(line => line.box[0]))
  const letter = Math.max(...boxed.map(line => (line.box[2] - line.box[0]) / line.length))
  return to - (left - from) - box[2] < letter
}
