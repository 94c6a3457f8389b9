/**
 * The product's own words. One JSON file a language (flat keys, ICU MessageFormat), English being the measure: a key that a language
 * lacks is shown in English, and a test names it.
 */
import ar from '../languages/ar.json' with { type: 'json' }
import en from '../languages/en.json' with { type: 'json' }
import fr from '../languages/fr.json' with { type: 'json' }
import { makeWords, type Words } from './words.ts'

export { COUNTRY_CODES } from './countries.ts'
export { directionOf, type Words } from './words.ts'

export type MessageKey = keyof typeof en
export type Params = Record<string, string | number | boolean | Date | null | undefined>

export const LANGUAGES = { en, fr, ar } as const satisfies Record<string, Partial<Record<MessageKey, string>>>
export type Locale = keyof typeof LANGUAGES
export const LOCALES = Object.keys(LANGUAGES) as Locale[]

/** Each language by its own name, for the switch. */
export const OWN_NAMES: Record<Locale, string> = { en: 'English', fr: 'Français', ar: 'العربية' }

export const isLocale = (text: string | undefined | null): text is Locale => LOCALES.includes(text as Locale)

const made = new Map<Locale, Words>()

export function wordsOf(locale: Locale): Words {
  let words = made.get(locale)
  if (!words) made.set(locale, (words = makeWords(locale, LANGUAGES[locale], en)))
  return words
}

/** The language to answer in: `?lang=`, else the cookie, else what the browser prefers, else English. */
export function localeFor(asked: string | undefined, cookie: string | undefined, accept: string | undefined): Locale {
  if (isLocale(asked)) return asked
  if (isLocale(cookie)) return cookie
  const wanted = (accept ?? '')
    .split(',')
    .map(part => {
      const [tag = '', ...rest] = part.trim().split(';')
      const q = Number(rest.find(r => r.trim().startsWith('q='))?.split('=')[1] ?? 1)
      return { tag: tag.toLowerCase().split('-')[0], q: Number.isFinite(q) ? q : 0 }
    })
    .sort((a, b) => b.q - a.q)
  return wanted.map(w => w.tag).find(isLocale) ?? 'en'
}
