/** Bullets that are drawn, not written. */
import type { Box } from '../plan-document.ts'
import type { Word } from './words.ts'

/** A bullet stands this far before its text at most, in type sizes. */
const FARTHEST = 2.5

/** The words with a '•' before each word that a drawn dot stands before, with nothing in between. */
export function withBullets(words: readonly Word[], dots: readonly Box[]): readonly Word[] {
  if (dots.length === 0) return words
  const before = new Map<Word, Box>()
  for (const dot of dots) {
    const word = firstAfter(words, dot)
    if (word && !before.has(word)) before.set(word, dot)
  }
  return words.flatMap(word => {
    const dot = before.get(word)
    if (!dot) return [word]
    const bullet: Word = {
      ...word,
      text: '•',
      box: [dot[0], word.box[1], dot[2], word.box[3]],
      hyphenated: false,
      joints: [],
    }
    return [bullet, word]
  })
}

/** The word of level text that the dot stands at the height of, first in its line. */
function firstAfter(words: readonly Word[], dot: Box): Word | undefined {
  const middle = (dot[1] + dot[3]) / 2
  const beside = words.filter(({ box, turn }) => turn === 0 && box[1] < middle && box[3] > middle)
  const rightToLeft = beside.some(word => word.leftward)
  const gapOf = ({ box }: Word) => (rightToLeft ? dot[0] - box[2] : box[0] - dot[2])
  const touching = beside.some(({ box }) => box[0] < dot[2] && box[2] > dot[0])
  const [nearest] = beside.filter(word => gapOf(word) >= 0).sort((a, b) => gapOf(a) - gapOf(b))
  if (!nearest || touching || gapOf(nearest) > FARTHEST * nearest.size) return undefined
  const behind = beside.some(({ box }) => {
    const gap = rightToLeft ? box[0] - dot[2] : dot[0] - box[2]
    return gap >= 0 && gap < 0.8 * nearest.size
  })
  return behind ? undefined : nearest
}
