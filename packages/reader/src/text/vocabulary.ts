/** The document's own words: what decides about hyphens at a line's end and about lost spaces. Nothing comes from elsewhere. */

export interface Vocabulary {
  /** All its words, folded, each once. */
  words(): Iterable<string>
  /** How often a word (folded: lower case, letters and inner hyphens and apostrophes) stands in the document. */
  count(word: string): number
  /** Whether the document has it at least so often, or an elided article and a word ("l'étude", "d'alerte"). */
  knows(word: string, often: number): boolean
  /** The same for a word that is folded already. */
  has(word: string, often: number): boolean
  /** Whether the document has the two words one after the other somewhere. */
  follows(word: string, next: string): boolean
  /** Whether the document breaks words at line ends: most programs do not unless they are told to. */
  hyphenates: boolean
}

const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu

const memory = new Map<string, string>()

/** Lower case, one kind of apostrophe, without the signs around it. */
export function folded(word: string): string {
  let fold = memory.get(word)
  if (fold === undefined) {
    if (memory.size > 100_000) memory.clear()
    memory.set(word, (fold = word.toLowerCase().replaceAll('’', "'").replace(EDGES, '')))
  }
  return fold
}

/** So many broken words that the document also has whole show that it breaks words. */
const BROKEN_WORDS = 2

/** Counts the words of a document, given in the order of its content. */
export function vocabularyOf(words: Iterable<{ text: string; hyphenated: boolean }>): Vocabulary {
  const counts = new Map<string, number>()
  const pairs = new Set<string>()
  const halves: [string, string][] = []
  let broken = false
  let before = ''
  for (const { text, hyphenated } of words) {
    const word = folded(text)
    if (word && !broken && !hyphenated) {
      counts.set(word, (counts.get(word) ?? 0) + 1)
      const stem = /^\p{L}{1,2}'(.+)$/u.exec(word)?.[1]
      if (stem) counts.set(stem, (counts.get(stem) ?? 0) + 1)
    }
    if (broken) halves.push([before, word])
    if (word && before) pairs.add(`${before} ${word}`)
    before = word
    broken = hyphenated
  }
  const count = (word: string) => counts.get(word) ?? 0
  const has = (word: string, often: number) => {
    if (count(word) >= often) return true
    const elided = word.indexOf("'")
    return elided > 0 && elided < 3 && count(word.slice(elided + 1)) >= often
  }
  const brokenWords = halves.filter(([head, tail]) => count(head + tail) > 0 && count(`${head}-${tail}`) === 0)
  return {
    words: () => counts.keys(),
    count,
    hyphenates: brokenWords.length >= BROKEN_WORDS,
    has,
    knows: (word, often) => has(folded(word), often),
    follows: (word, next) => pairs.has(`${folded(word)} ${folded(next)}`),
  }
}

/**
 * Whether the hyphen between the two halves of a broken word is part of it ('by-laws') or only marks the line's end. The document's
 * other words decide; where they are silent, a half that is a word keeps its hyphen unless the document is seen to break words.
 */
export function keepsHyphen(before: string, after: string, vocabulary: Vocabulary): boolean {
  const [head, tail] = [folded(before), folded(after)]
  if (/\p{N}$/u.test(head) || /^\p{Lu}|^\p{N}/u.test(after.replace(EDGES, ''))) return true
  const [whole, hyphened] = [vocabulary.count(head + tail), vocabulary.count(`${head}-${tail}`)]
  if (whole !== hyphened) return hyphened > whole
  return !vocabulary.hyphenates && (vocabulary.count(head) > 0 || vocabulary.count(tail) > 0)
}
