/** In which languages a document is written. */
import { eld } from 'eld/large'
import type { Layout } from '../layout.ts'

const SAMPLE = 1500
const SHARE = 0.15

/** BCP 47 codes, the most used first; a language of less than about a seventh of the text is left out. Empty without text. */
export function languagesOf(layout: Layout): string[] {
  const counts = new Map<string, number>()
  let all = 0
  for (const text of samplesOf(layout)) {
    const language = eld.detect(text).language
    if (!language) continue
    counts.set(language, (counts.get(language) ?? 0) + text.length)
    all += text.length
  }
  return [...counts]
    .filter(([, n]) => n >= all * SHARE)
    .toSorted((a, b) => b[1] - a[1])
    .map(([code]) => code)
}

// A few samples spread over the document: two languages side by side both come up, and a long plan costs no more than a short one.
function samplesOf(layout: Layout): string[] {
  const text = layout.pages
    .map(p => p.text)
    .join('\n')
    .replace(/\s+/gu, ' ')
  const step = Math.max(SAMPLE, Math.floor(text.length / 12))
  const out: string[] = []
  for (let i = 0; i < text.length; i += step) out.push(text.slice(i, i + SAMPLE))
  return out.filter(s => /\p{L}{3}/u.test(s))
}
