/** Words that a line's end broke. */
import type { TextLine } from '../layout.ts'
import { folded, keepsHyphen, type Vocabulary } from './vocabulary.ts'

const HYPHEN = /(?<=[\p{L}\p{N}])[-‐]$/u

/** Words that join a shortened compound with a whole one in the languages that shorten them. */
const CONJUNCTIONS = new Set([
  'and',
  'or',
  'und',
  'oder',
  'sowie',
  'och',
  'eller',
  'samt',
  'og',
  'ja',
  'tai',
  'sekä',
  'en',
  'of',
])

/**
 * Settles each hyphen at a line's end within one paragraph or cell: one that only marks the break is taken out, one that belongs to
 * the word stays; either way the line is `hyphenated`, and the next line joins on without a space.
 */
export function mendHyphens(lines: TextLine[], vocabulary: Vocabulary): void {
  lines.forEach((line, i) => {
    const next = lines[i + 1]
    const marked = line.hyphenated
    // Broken without a hyphen: there is nothing to settle.
    if (marked && next && !HYPHEN.test(line.text)) return
    delete line.hyphenated
    if (!next || !HYPHEN.test(line.text)) return
    const before = line.text.slice(0, -1).split(' ').at(-1)!
    const after = next.text.split(' ')[0]!
    if (!/^[\p{L}\p{N}(«“"']/u.test(after) || (!marked && /^\p{Lu}/u.test(after) && /^\p{Ll}+$/u.test(before))) return
    // 'freds- och säkerhetspolitik': the hyphen stands for what the second word brings.
    if (CONJUNCTIONS.has(folded(after))) return
    line.hyphenated = true
    if (!keepsHyphen(before, after, vocabulary)) line.text = line.text.slice(0, -1)
  })
}
