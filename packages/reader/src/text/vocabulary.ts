/** The document's own words: what decides about hyphens at a line's end and about lost spaces. Nothing comes from elsewhere. */

export interface Vocabulary {
  /** How often a word (folded: lower case, letters and inner hyphens and apostrophes) stands in the document. */
  count(word: string): number
}

const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu

export function folded(word: string): string {
  return word.toLowerCase().replaceAll('’', "'").replace(EDGES, '')
}

export function vocabularyOf(words: Iterable<{ text: string; hyphenated: boolean }>): Vocabulary {
  const counts = new Map<string, number>()
  let broken = false
  for (const { text, hyphenated } of words) {
    const word = folded(text)
    if (word && !broken && !hyphenated) counts.set(word, (counts.get(word) ?? 0) + 1)
    broken = hyphenated
  }
  return { count: word => counts.get(word) ?? 0 }
}

/**
 * Whether the hyphen between the two halves of a broken word is part of it ('by-laws') or only marks the line's end. The document's
 * other words decide; where they are silent, halves that are words themselves keep their hyphen.
 */
export function keepsHyphen(before: string, after: string, vocabulary: Vocabulary): boolean {
  const [head, tail] = [folded(before), folded(after)]
  if (/\p{N}$/u.test(head) || /^\p{Lu}|^\p{N}/u.test(after.replace(EDGES, ''))) return true
  const [whole, hyphened] = [vocabulary.count(head + tail), vocabulary.count(`${head}-${tail}`)]
  if (whole !== hyphened) return hyphened > whole
  return vocabulary.count(head) > 0 && vocabulary.count(tail) > 0
}
