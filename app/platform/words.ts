/**
 * The words of one language at work: messages filled in, numbers, dates, names. Knows no message itself, so that an island carries
 * only those that it shows.
 */
import { IntlMessageFormat } from 'intl-messageformat'
import { ALPHA2, UN_NAMES } from './countries.ts'
import type { Locale, MessageKey, Params } from './languages.ts'

/** The words of one language: a message by its key, and numbers, dates, names of countries and languages as that language writes them. */
export interface Words {
  /** Whose names are taken where something has several: the language itself, or one that stands in for it. */
  locale: Locale
  /** BCP 47: the language that it writes. */
  writes: string
  dir: 'rtl' | 'ltr'
  t: (key: MessageKey, params?: Params) => string
  /** Whether `key` is a message, for keys made of data ('reader.error.' + code). */
  has: (key: string) => key is MessageKey
  number: (n: number) => string
  /** A share from 0 to 1 as per cent, with at most one decimal. */
  percent: (share: number) => string
  date: (d: Date | string) => string
  time: (d: Date | string) => string
  country: (alpha3: string) => string
  language: (code: string) => string
  list: (entries: string[]) => string
  /** What stands between a name and what is said of it, as the language writes it: ': '. */
  colon: string
}

type Messages = Partial<Record<MessageKey, string>>

export const directionOf = (locale: string): 'rtl' | 'ltr' => (/^(ar|fa|he|ur|ps|ku)\b/.test(locale) ? 'rtl' : 'ltr')

/**
 * How a language writes numbers and dates, where its bare code says another country's way: day before month in English, and Western
 * digits in Arabic too, since page numbers and years must be found in the document as they stand there.
 */
const TAGS: Record<string, string> = { en: 'en-GB', ar: 'ar-u-nu-latn' }

/** `messages` in the language; `fallback`: those shown where it lacks one. `writes`: where the language is none of the pages'. */
export function makeWords(locale: Locale, messages: Messages, fallback: Messages, writes: string = locale): Words {
  const written = new Map<MessageKey, Message>()
  const tag = TAGS[writes] ?? writes
  const numbers = new Intl.NumberFormat(tag)
  const percents = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 })
  const dates = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' })
  const times = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' })
  const languages = new Intl.DisplayNames(tag, { type: 'language' })
  const regions = new Intl.DisplayNames(tag, { type: 'region' })

  function t(key: MessageKey, params?: Params): string {
    let message = written.get(key)
    if (!message) written.set(key, (message = compile(typeset(messages[key] ?? fallback[key] ?? key, writes), tag)))
    return message(params)
  }
  return {
    locale,
    writes,
    dir: directionOf(writes),
    t,
    has: (key): key is MessageKey => key in fallback,
    number: n => numbers.format(n),
    percent: share => percents.format(share),
    // Russian shortens the year's word with a point: at the end of a sentence there would be two.
    date: d => dates.format(new Date(d)).replace(/\sг\.$/, '\u00a0года'),
    time: d => times.format(new Date(d)) + ' UTC',
    country: code => UN_NAMES[code]?.[writes] ?? regionName(regions, code),
    language: code => languages.of(code) ?? code,
    list: entries => lists.format(entries),
    colon: writes === 'fr' ? '\u00a0: ' : ': ',
  }
}

/** In French a space stands before high punctuation and inside quotation marks, and no line may end at it. */
function typeset(message: string, locale: string): string {
  return locale === 'fr' ? message.replace(/ (?=[:;?!»%])|(?<=«) /g, '\u00a0') : message
}

type Message = (params?: Params) => string

/**
 * An ICU message as a function. Most hold nothing but words and plain arguments ('{n} of {m}'): these are put together here, some ten
 * times faster than by the formatter, which does plurals and the rest. A long page asks for a thousand of them.
 */
function compile(message: string, tag: string): Message {
  if (!/[{']/.test(message)) return () => message
  if (!/^(?:[^{}']|\{\w+\})*$/.test(message)) {
    const format = new IntlMessageFormat(message, tag, undefined, { ignoreTag: true })
    return params => String(format.format(params))
  }
  const parts = message.split(/\{(\w+)\}/)
  return (params = {}) => {
    let text = parts[0]!
    for (let i = 1; i < parts.length; i += 2) {
      const name = parts[i]!
      if (!(name in params)) throw new Error(`'${message}' needs ${name}`)
      text += String(params[name] ?? '') + parts[i + 1]!
    }
    return text
  }
}

/** ISO 3166-1: alpha-3 codes as plans carry them, to the alpha-2 codes that Intl knows. */
function regionName(names: Intl.DisplayNames, alpha3: string): string {
  const alpha2 = ALPHA2.get(alpha3)
  return alpha2 ? (names.of(alpha2) ?? alpha3) : alpha3
}
