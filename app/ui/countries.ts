/** Countries to choose from in a form: all of them by name, in the alphabetical order of the language in which the page is read. */
import { COUNTRY_CODES, type Words } from '../platform/languages.ts'
import type { Choice } from './form.tsx'

const sorted = new Map<string, readonly Choice[]>()

export function countryChoices({ country, locale }: Pick<Words, 'country' | 'locale'>): readonly Choice[] {
  const known = sorted.get(locale)
  if (known) return known
  const { compare } = new Intl.Collator(locale)
  const made = COUNTRY_CODES.map(value => ({ value, label: country(value) })).toSorted((a, b) =>
    compare(a.label, b.label),
  )
  sorted.set(locale, made)
  return made
}
