/** The sentence by which a plan says the currency of all its amounts: 'All costs in US dollars'. */
import type { Layout } from '../layout.ts'
import { currencyOf } from '../values/index.ts'
import { fold } from '../words/fold.ts'
import { LANGUAGES } from '../words/index.ts'
import { linesText } from './grid.ts'

const WORDS = LANGUAGES.flatMap(l => l.roles.budget ?? []).map(w => fold(w).replace(/\*.*$/, ''))
const MONEY = new RegExp(`(?:^| )(?:${[...new Set(WORDS)].join('|')})`, 'u')
/** A sentence with a sum in it speaks of that sum; a note has no numbers but years and '000'. */
const NUMBER = /(?<!['’\d])(?!(?:19|20)\d{2}(?!\d))\d/u
/** Notes are short. */
const LONGEST = 160

/** The note, or null where there is none or two notes name different currencies. */
export function currencyNote(layout: Layout): string | null {
  const notes: string[] = []
  for (const block of layout.blocks) {
    if (block.type !== 'paragraph') continue
    const text = linesText(block.lines)
    if (!text || text.length > LONGEST || NUMBER.test(text)) continue
    if (MONEY.test(fold(text)) && currencyOf(text) !== null) notes.push(text)
  }
  return new Set(notes.map(currencyOf)).size === 1 ? notes[0]! : null
}
