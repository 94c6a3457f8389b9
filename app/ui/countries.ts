/** Countries to choose from in a form: all of them by name, in the alphabetical order of the language in which the page is read. */
import { COUNTRY_CODES, type MessageKey, type Words } from '../platform/languages.ts'
import type { Choice } from './form.tsx'

const sorted = new Map<string, Choice[]>()

/** @param none what it is called to choose no country; that comes first */
export function countryChoices(words: Pick<Words, 'country' | 'locale' | 't'>, none?: MessageKey): Choice[] {
  const named = namedIn(words)
  return none ? [{ value: '', label: words.t(none) }, ...named] : named
}

function namedIn({ country, locale }: Pick<Words, 'country' | 'locale'>): Choice[] {
  const known = sorted.get(locale)
  if (known) return known
  const { compare } = new Intl.Collator(locale)
  const made = COUNTRY_CODES.map(value => ({ value, label: country(value) })).toSorted((a, b) =>
    compare(a.label, b.label),
  )
  sorted.set(locale, made)
  return made
}
