/**
 * The languages that reports are written in: those of the pages, and those of `languages/`, which hold only what reports say by
 * themselves, and (`library.…`) names that the library has in the pages' languages alone.
 */
import { isLocale, LANGUAGES, LOCALES, OWN_NAMES, wordsOf, type Locale, type Words } from '../../platform/languages.ts'
import { makeWords } from '../../platform/words.ts'
import es from './languages/es.json' with { type: 'json' }
import ru from './languages/ru.json' with { type: 'json' }

const MORE = { es, ru } as const
type More = keyof typeof MORE

export type ReportLanguage = Locale | More
export const REPORT_LANGUAGES = [...LOCALES, ...Object.keys(MORE)] as ReportLanguage[]

/** Each by its own name. */
export const LANGUAGE_NAMES: Record<ReportLanguage, string> = { ...OWN_NAMES, es: 'Español', ru: 'Русский' }

const isMore = (code: string): code is More => Object.hasOwn(MORE, code)

/** The one that a report in this language is written in; English where none is. @param language BCP 47 */
export function reportLanguage(language: string): ReportLanguage {
  const code = language.split('-')[0] ?? ''
  return isLocale(code) || isMore(code) ? code : 'en'
}

const made = new Map<More, Words>()

/** What a report says by itself, in its language; English where it is written in none of ours. @param language BCP 47 */
export function wordsFor(language: string): Words {
  const code = reportLanguage(language)
  if (!isMore(code)) return wordsOf(code)
  let words = made.get(code)
  if (!words) made.set(code, (words = makeWords('en', MORE[code], LANGUAGES.en, code)))
  return words
}

type Names = Record<Locale, string>

/** A name of the library ('body.cedaw', 'criterion.timeframe'), in the words' language; in English where it has none there. */
export function libraryName({ writes, locale }: Words, name: string, names: Names): string {
  const own: Record<string, string> = isMore(writes) ? MORE[writes] : {}
  return own[`library.${name}`] ?? names[locale]
}

/** '86th session' as the words' language has it; a session with another name keeps that. */
export function sessionName(words: Words, names: Names): string {
  const number = names.en.match(/^(\d+)(?:st|nd|rd|th) session$/u)?.[1]
  return number ? libraryName(words, 'session', names).replace('{number}', number) : names[words.locale]
}
