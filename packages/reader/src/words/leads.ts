/** What the words before a list say that it holds, and what a title says that its document is. */
import type { ItemKind } from '../plan-document.ts'
import { compact } from './fold.ts'
import { LANGUAGES } from './index.ts'
import type { LanguageWords } from './index.ts'
import { phraseOf, startsWith, wordsOf } from './match.ts'
import type { Phrase, Word } from './match.ts'

const phrasesOf = (pick: (language: LanguageWords) => readonly string[]): Phrase[] =>
  LANGUAGES.flatMap(l => pick(l).map(text => phraseOf('other', l.language, text)))

const ACTIONS = phrasesOf(l => [...l.leads.actions, ...(l.roles.action ?? [])])
const INDICATORS = phrasesOf(l => [...l.leads.indicators, ...(l.roles.indicator ?? [])])
const OTHER = phrasesOf(l => l.leads.other)
const ABOUT = phrasesOf(l => l.about)
/** Japanese has no spaces: its phrases stand anywhere. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** What kind of items follows 'The Government will:' or 'How we measure progress'; 'other' where it tells of what has been or of examples; null where nothing says. */
export function leadOf(
  text: string,
  languages: readonly string[],
): Extract<ItemKind, 'action' | 'indicator'> | 'other' | null {
  const stands = standsIn(text, languages)
  if (stands(OTHER)) return 'other'
  if (stands(INDICATORS)) return 'indicator'
  return stands(ACTIONS) ? 'action' : null
}

/** The title of a document about a plan: 'Report on the implementation of …'. */
export function isAboutPlans(title: string, languages: readonly string[]): boolean {
  return standsIn(title, languages)(ABOUT)
}

function standsIn(text: string, languages: readonly string[]): (phrases: readonly Phrase[]) => boolean {
  const words = wordsOf(text)
  const solid = UNSPACED.test(text) ? compact(text) : null
  return phrases =>
    phrases.some(p => languages.includes(p.language) && (solid === null ? isIn(words, p) : solid.includes(p.compact)))
}

const isIn = (words: readonly Word[], phrase: Phrase): boolean =>
  words.some((_, i) => startsWith(words.slice(i), phrase))
