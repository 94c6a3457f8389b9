/** The words that a person frames on a page. */
import { rounded, unionOf } from '../pdf/frame.ts'
import type { Box } from '../plan-document.ts'
import { linesOf, textLine } from './lines.ts'
import type { Word } from './words.ts'

/** Words whose middles lie in the box, as lines from the top, joined; a hyphen at a line's end goes where the word goes on small. */
export function wordsOfBox(words: readonly Word[], box: Box): { text: string; box: Box | null } {
  const within = words.filter(word => {
    const x = (word.box[0] + word.box[2]) / 2
    const y = (word.box[1] + word.box[3]) / 2
    return x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]
  })
  const lines = linesOf(within).map(line => textLine(line, 1))
  let text = ''
  let hyphenated = false
  for (const line of lines) {
    if (hyphenated && /^\p{Ll}/u.test(line.text)) text = text.slice(0, -1) + line.text
    else text += (text && !hyphenated ? ' ' : '') + line.text
    hyphenated = line.hyphenated === true
  }
  const around = unionOf(lines.map(line => line.box))
  return { text, box: around && rounded(around) }
}
