/** Warnings in words. Pure. */
import type { Json } from '@open1325/indicators'
import type { Words } from '../../../platform/languages.ts'

/** Numbers that are names: they are written as they stand. */
const AS_THEY_STAND = new Set(['year', 'period', 'from', 'to', 'id'])

export function warningInWords(
  { key, params }: { key: string; params: Readonly<Record<string, string | number>> },
  words: Words,
): string {
  const message = `warning.${key}`
  if (!words.has(message)) return key
  const written = Object.entries(params).map(([name, value]) => [name, paramInWords(name, value, words)])
  return words.t(message, Object.fromEntries(written) as Record<string, string>)
}

function paramInWords(name: string, value: string | number, { t, has, number, dir }: Words): string {
  if (typeof value === 'number') return AS_THEY_STAND.has(name) ? String(value) : number(value)
  if ((name === 'period' || name === 'from' || name === 'to') && value === '') return t('figure.no-period')
  const known = name === 'sex' ? `breakdown.sex.${value}` : name === 'dimension' ? `dimension.${value}` : ''
  if (has(known)) return t(known)
  // Words of another script must not turn the sentence around.
  return dir === 'rtl' ? `\u2068${value}\u2069` : value
}

/** The data that were compared, as rows of a table: what, and how much. */
export function explanationInWords(explanation: Readonly<Record<string, Json>>, words: Words): [string, string][] {
  return Object.entries(explanation).flatMap(([name, value]): [string, string][] => {
    if (value === null || value === '') return []
    // A record stands for its own parts: how many pairs there are in all, how many alike.
    if (typeof value === 'object' && !Array.isArray(value))
      return explanationInWords(value as Readonly<Record<string, Json>>, words)
    const label = `warning.explain.${name}`
    return words.has(label) ? [[words.t(label), jsonInWords(name, value, words)]] : []
  })
}

/** A list longer than this is cut. */
const LISTED = 12

function jsonInWords(name: string, value: Json, words: Words): string {
  if (Array.isArray(value)) {
    const shown = value.slice(0, LISTED).map(one => jsonInWords(name, one as Json, words))
    return shown.join(' | ') + (value.length > LISTED ? ' …' : '')
  }
  if (typeof value === 'number') return AS_THEY_STAND.has(name) ? String(value) : words.number(value)
  return typeof value === 'string' ? paramInWords(name, value, words) : ''
}
