/** A finding in words: ICU messages from library/citations/sentences, one file for each language. */
import { IntlMessageFormat } from 'intl-messageformat'
import ar from '../../../library/citations/sentences/ar.json' with { type: 'json' }
import en from '../../../library/citations/sentences/en.json' with { type: 'json' }
import fr from '../../../library/citations/sentences/fr.json' with { type: 'json' }
import type { Found, Kind } from './found.ts'

const SENTENCES: Record<string, { problems: Record<Kind, string>; suggestions: Record<Kind, string> }> = { en, fr, ar }

/** Western digits everywhere, as they stand in the quotes. */
const NUMBERS: Record<string, string> = { ar: 'ar-u-nu-latn' }

/** What is wrong, and what would be right. A language without its own file is answered in English. */
export function inWords({ kind, params }: Found, locale: string): { problem: string; suggestion: string } {
  const asked = locale.toLowerCase().split('-')[0] ?? ''
  const language = SENTENCES[asked] ? asked : 'en'
  const { problems, suggestions } = SENTENCES[language]!
  // A number of a resolution is a name: it takes no separator between its thousands.
  const named = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, name === 'count' ? value : dated(String(value), language)]),
  )
  const values = { ...named, term: params[`term_${language}`] ?? params.term_en ?? '' }
  return { problem: format(problems[kind], language, values), suggestion: format(suggestions[kind], language, values) }
}

/** '2008-06-19' and '2008-06' as a date in words; anything else as it is. */
function dated(value: string, language: string): string {
  if (!/^\d{4}-\d{2}(-\d{2})?$/.test(value)) return value
  const day = value.length > 7 ? 'numeric' : undefined
  const options = { year: 'numeric', month: 'long', day, timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(NUMBERS[language] ?? (language === 'en' ? 'en-GB' : language), options).format(
    new Date(value),
  )
}

const formats = new Map<string, IntlMessageFormat>()

function format(message: string, language: string, values: Record<string, string | number>): string {
  const key = `${language}\n${message}`
  let compiled = formats.get(key)
  if (!compiled) formats.set(key, (compiled = new IntlMessageFormat(message, NUMBERS[language] ?? language)))
  return String(compiled.format(values))
}
