/** The verb that a paragraph begins with. */
import { OPERATIVE_WORDS } from './verbs.ts'

/** One pattern for each language: words beside the verb, the verb, words beside it. Longer verbs come first. */
const PATTERNS = OPERATIVE_WORDS.map(({ verbs, beside }) => {
  const besides = alternatives(beside)
  return new RegExp(
    String.raw`^(?:(?:${besides})\s+)*(?:${alternatives(verbs)})(?:\s+(?:${besides}))*(?![\p{L}\p{M}])`,
    'iu',
  )
})

function alternatives(words: readonly string[]): string {
  return words
    .toSorted((a, b) => b.length - a.length)
    .map(word => word.replaceAll(' ', String.raw`\s+`).replaceAll("'", "['’]"))
    .join('|')
}

/** The verb as printed, with the words that belong to it; null where the text begins with no verb of any language. */
export function verbOf(text: string): string | null {
  let longest: string | null = null
  for (const pattern of PATTERNS) {
    const found = pattern.exec(text)?.[0] ?? null
    if (found && found.length > (longest?.length ?? 0)) longest = found
  }
  return longest
}
