/** How long a submission is by a body's own rule of counting. */
import type { Counting } from '../../../../library/body-shape.ts'
import { PARTS, piecesOf, type Part, type TextDocument } from '../document.ts'
import { wordsByLibreOffice, wordsByWord, wordsIn } from './words.ts'

export interface WordCount {
  /** What counts against the limit. Parts of which the body says nothing are in it, to be on the safe side. */
  words: number
  /** Without the parts of which the body says nothing. */
  least: number
  /** Words of each part, counted or not. */
  parts: Readonly<Record<Part, number>>
  /** Words that the body puts in front and counts: its own cover page. */
  added: number
  /** Parts that the body says it leaves out. */
  leftOut: readonly Part[]
  /** Parts that have words and of which the body does not say whether they count. */
  unsaid: readonly Part[]
  /** What word processors would show for what is counted, with what the body adds. */
  shown: { word: number; libreOffice: number }
}

/** Nothing said of any part: everything counts. */
const NOTHING_SAID: Counting = { footnotes: null, cover: null, annexes: null, tables: null, added: 0 }

/**
 * Counts a submission's words by a body's rule: `footnotes`, `cover`, `annexes` and `tables` count (true), do not (false), or it is not
 * said (null). Headings, paragraphs and lists always count; numbers that a word processor gives to them do not.
 */
export function countWords(document: TextDocument, counting: Counting = NOTHING_SAID): WordCount {
  const rule: Record<Part, boolean | null> = { ...counting, text: true }
  const parts = Object.fromEntries(PARTS.map(part => [part, 0])) as Record<Part, number>
  const shown = { word: counting.added, libreOffice: counting.added }
  for (const { part, text } of piecesOf(document)) {
    parts[part] += wordsIn(text)
    if (rule[part] === false) continue
    shown.word += wordsByWord(text)
    shown.libreOffice += wordsByLibreOffice(text)
  }
  const sum = (which: readonly Part[]): number => which.reduce((total, part) => total + parts[part], counting.added)
  return {
    words: sum(PARTS.filter(part => rule[part] !== false)),
    least: sum(PARTS.filter(part => rule[part] === true)),
    parts,
    added: counting.added,
    leftOut: PARTS.filter(part => rule[part] === false),
    unsaid: PARTS.filter(part => rule[part] === null && parts[part] > 0),
    shown,
  }
}
