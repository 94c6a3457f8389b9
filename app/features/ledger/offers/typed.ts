/** What is typed of a document and of its rows, wherever somebody types it: dates, texts that may be empty, languages. Pure. */
import { z } from 'zod'

/** ISO 8601, as precise as it is known. */
export const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/

/** A day that there is. */
export const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(text + 'T00:00:00Z')
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** A year, month or day that there is. */
export const isDate = (text: string): boolean => DATE.test(text) && (text.length < 10 || isDay(text))

/** Days that an assessment can speak of, as the schema has them. */
export const FIRST_DAY = '2000-10-31'

/** Up to so many signs; null where nothing was typed. */
export const orNothing = (most: number) =>
  z
    .string()
    .trim()
    .max(most, 'form.too-long')
    .default('')
    .transform(text => text || null)
/** A year, month or day; null where nothing was typed. */
export const date = z
  .string()
  .trim()
  .default('')
  .refine(text => !text || isDate(text), 'facts.period.wrong')
  .transform(text => text || null)

/** The languages that a form offers for a document; any other is found in an imported file's facts. */
export const DOCUMENT_LANGUAGES = [
  'en',
  'fr',
  'es',
  'ar',
  'ru',
  'zh',
  'pt',
  'de',
  'it',
  'nl',
  'uk',
  'sq',
  'sr',
  'tr',
  'sw',
] as const
