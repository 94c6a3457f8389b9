/** The sentence by which a plan says the currency of all its amounts: 'All costs in US dollars'. */
import type { Layout } from '../layout.ts'
import { currencyOf } from '../values/index.ts'
import { fold } from '../words/fold.ts'
import { LANGUAGES } from '../words/index.ts'
import { linesText } from './grid.ts'

const MONEY = LANGUAGES.flatMap(l => l.roles.budget ?? []).map(w => fold(w).replace(/\*.*$/, ''))
/** Notes are short; a long paragraph that names a sum is no note. */
const LONGEST = 160

/** The note, or null where there is none or two notes name different currencies. */
export function currencyNote(layout: Layout): string | null {
  const notes: string[] = []
  for (const block of layout.blocks) {
    if (block.type !== 'paragraph') continue
    const text = linesText(block.lines)
    if (!text || text.length > LONGEST || /\d{4,}|\d[.,]\d{3}/.test(text.replace(/\b(?:19|20)\d{2}\b/g, ''))) continue
    const words = ` ${fold(text)}`
    if (MONEY.some(w => words.includes(` ${w}`)) && currencyOf(text) !== null) notes.push(text)
  }
  return new Set(notes.map(currencyOf)).size === 1 ? notes[0]! : null
}
