/** Sentences of a page, roughly: what is said in one breath of a resolution. */

/** A line that begins anew: a bullet, a capital, a number with a point. Other line ends are where a line was full. */
const NEW_LINE = /\n(?=\s*(?:[•●▪–—*-]\s|\p{Lu}|\d{1,2}[.)]\s))/gu
const END = /[.!?؟](?:["”»’)]*)\s+(?=["“«„(¿¡]?(?:\p{Lu}|\p{Script=Arabic}|\d))/gu
/** 'No. 1325', 'res. 1325', 'p. 8': the point ends nothing. */
const SHORT = /(?:^|[\s(])(?:no|nr|nᵒ|n°|res|art|para|paras|op|ops|p|pp|cf|vol|ch|п|ст|р|г|al|etc|un|u\.n)\.\s*$/iu

const LONGEST = 2500

export interface Sentence {
  start: number
  end: number
}

/** Cuts the original text; places are those of the original. */
export function sentencesOf(text: string): Sentence[] {
  const cuts = new Set<number>([0, text.length])
  for (const match of text.matchAll(NEW_LINE)) cuts.add(match.index + 1)
  for (const match of text.matchAll(END)) {
    const behind = match.index + match[0].length
    if (!SHORT.test(text.slice(Math.max(0, match.index - 6), match.index + 1))) cuts.add(behind)
  }
  const places = [...cuts].toSorted((a, b) => a - b)
  return places.slice(1).flatMap((end, i) => shortened({ start: places[i]!, end }))
}

/** What runs on for longer than any sentence is a table or a list without marks. */
function shortened({ start, end }: Sentence): Sentence[] {
  const parts = Math.ceil((end - start) / LONGEST)
  return Array.from({ length: parts }, (_, i) => ({
    start: start + i * LONGEST,
    end: Math.min(end, start + (i + 1) * LONGEST),
  }))
}

/** The sentence in which the place lies. */
export function sentenceAt(sentences: Sentence[], place: number): Sentence {
  let low = 0
  let high = sentences.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (sentences[middle]!.start <= place) low = middle
    else high = middle - 1
  }
  return sentences[low] ?? { start: 0, end: 0 }
}
