/** How forms name their languages, and the words of a row in each of them. Pure. */
import type { InLanguages } from '../model.ts'

/** Those whose names forms are seen to spell out, in English or in themselves. */
export const SPOKEN = [
  'en',
  'fr',
  'ar',
  'es',
  'pt',
  'sw',
  'zh',
  'ru',
  'uk',
  'so',
  'ku',
  'ckb',
  'prs',
  'fa',
  'ps',
  'ti',
  'am',
  'om',
  'ha',
  'yo',
  'ig',
  'rw',
  'rn',
  'ln',
  'ny',
  'sn',
  'zu',
  'st',
  'mg',
  'ht',
  'tr',
  'de',
  'it',
  'nl',
  'el',
  'sq',
  'sr',
  'bs',
  'hr',
  'mk',
  'ro',
  'bg',
  'pl',
  'hu',
  'ka',
  'hy',
  'az',
  'kk',
  'ky',
  'uz',
  'tg',
  'tk',
  'mn',
  'hi',
  'ur',
  'bn',
  'ne',
  'si',
  'ta',
  'te',
  'my',
  'th',
  'km',
  'lo',
  'vi',
  'id',
  'ms',
  'tl',
  'tet',
  'ja',
  'ko',
  'he',
] as const

const named = (code: string, language: string): string =>
  (new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code).toLowerCase()

const BY_NAME: ReadonlyMap<string, string> = new Map<string, string>([
  ...SPOKEN.flatMap(code => [[named(code, 'en'), code] as const, [named(code, code), code] as const]),
  ['francais', 'fr'],
  ['espanol', 'es'],
  ['portugues', 'pt'],
  ['kiswahili', 'sw'],
  ['farsi', 'fa'],
  ['sorani', 'ckb'],
])

/** 'Swahili (sw)' and 'Kiswahili' are 'sw'; a name that is not known is taken as it stands. */
export function languageOf(text: string): string {
  const code = text.match(/\(([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*)\)\s*$/)?.[1] ?? text
  const known = BY_NAME.get(code.toLowerCase().trim()) ?? code.replaceAll('_', '-')
  if (/^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(known)) return known.toLowerCase()
  return `x-${
    known
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '')
      .slice(0, 8) || 'other'
  }`
}

/** A column's words in each language. @param own of those that name none */
export function inLanguages(cells: ReadonlyMap<string, string>, column: string, own: string): InLanguages {
  const words: InLanguages = {}
  for (const [name, text] of cells) {
    if (name === column) words[own] ??= text
    else if (name.startsWith(`${column}::`)) words[name.slice(column.length + 2)] = text
  }
  return words
}

export const isSaid = (words: InLanguages): boolean => Object.keys(words).length > 0

/** One below the other, in each language. */
export function joined(...all: InLanguages[]): InLanguages {
  const words: InLanguages = {}
  for (const one of all)
    for (const [language, text] of Object.entries(one))
      words[language] = words[language] ? `${words[language]}\n${text}` : text
  return words
}
