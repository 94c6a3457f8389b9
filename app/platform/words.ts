/**
 * The words of one language at work: messages filled in, numbers, dates, names. Knows no message itself, so that an island carries
 * only those that it shows.
 */
import { IntlMessageFormat } from 'intl-messageformat'
import { ALPHA2, UN_NAMES } from './countries.ts'
import type { Locale, MessageKey, Params } from './languages.ts'

/** The words of one language: a message by its key, and numbers, dates, names of countries and languages as that language writes them. */
export interface Words {
  locale: Locale
  dir: 'rtl' | 'ltr'
  t: (key: MessageKey, params?: Params) => string
  /** Whether `key` is a message, for keys made of data ('reader.error.' + code). */
  has: (key: string) => key is MessageKey
  number: (n: number) => string
  date: (d: Date | string) => string
  time: (d: Date | string) => string
  country: (alpha3: string) => string
  language: (code: string) => string
  list: (entries: string[]) => string
}

type Messages = Partial<Record<MessageKey, string>>

export const directionOf = (locale: string): 'rtl' | 'ltr' => (/^(ar|fa|he|ur|ps|ku)\b/.test(locale) ? 'rtl' : 'ltr')

/** `messages` in the language; `fallback`: those shown where it lacks one. */
export function makeWords(locale: Locale, messages: Messages, fallback: Messages): Words {
  const formats = new Map<MessageKey, IntlMessageFormat>()
  // Western digits in Arabic too: page numbers and years must be found in the document as they stand there.
  const tag = locale === 'ar' ? 'ar-u-nu-latn' : locale
  const numbers = new Intl.NumberFormat(tag)
  const dates = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' })
  const times = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' })
  const languages = new Intl.DisplayNames(tag, { type: 'language' })
  const regions = new Intl.DisplayNames(tag, { type: 'region' })

  function t(key: MessageKey, params?: Params): string {
    const message = messages[key] ?? fallback[key] ?? key
    if (!message.includes('{') && !message.includes("'")) return message
    let format = formats.get(key)
    if (!format) formats.set(key, (format = new IntlMessageFormat(message, tag, undefined, { ignoreTag: true })))
    return String(format.format(params))
  }
  return {
    locale,
    dir: directionOf(locale),
    t,
    has: (key): key is MessageKey => key in fallback,
    number: n => numbers.format(n),
    date: d => dates.format(new Date(d)),
    time: d => times.format(new Date(d)) + ' UTC',
    country: code => UN_NAMES[code]?.[locale] ?? regionName(regions, code),
    language: code => languages.of(code) ?? code,
    list: entries => lists.format(entries),
  }
}

/** ISO 3166-1: alpha-3 codes as plans carry them, to the alpha-2 codes that Intl knows. */
function regionName(names: Intl.DisplayNames, alpha3: string): string {
  const alpha2 = ALPHA2.get(alpha3)
  return alpha2 ? (names.of(alpha2) ?? alpha3) : alpha3
}
