/** What a cell says: a number however it is written, a yes, a sex, nothing. */
import { folded } from '../checks/data.ts'
import { textOf, type Cell } from './sheet.ts'

export type DecimalSign = '.' | ','

export interface ReadNumber {
  number: number
  /** '27.5%': the number is 27.5. */
  percent: boolean
}

const ARABIC_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/gu

const western = (text: string): string =>
  text
    .replace(ARABIC_DIGITS, digit => String(digit.charCodeAt(0) & 0xf))
    .replace(/\u066b/gu, '.')
    .replace(/\u066c/gu, '')
    .replace(/[\u2212\u2013](?=\d)/gu, '-')
    .replace(/\u066a/gu, '%')

const GROUPED = { '.': /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u, ',': /^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u }
const PLAIN = { '.': /^-?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/iu, ',': /^-?(?:\d+(?:,\d*)?|,\d+)$/u }

/** The number that a cell is; null where it is none. '6 ,25' and '36 711' are numbers, '12 women' is none. */
export function numberOf(cell: Cell, decimal: DecimalSign = '.'): ReadNumber | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? { number: cell, percent: false } : null
  if (!/\d|[\u0660-\u0669\u06f0-\u06f9]/u.test(cell)) return null
  let text = western(textOf(cell))
  const percent = /^%|%$/u.test(text)
  text = text.replace(/^%\s*|\s*%$/gu, '')
  // Digits are grouped by threes with spaces or apostrophes; other digits apart are two numbers.
  text = text.replace(/(?<=\d)[ '’](?=\d{3}(?!\d))/gu, '').replace(/\s+(?=[.,]\d)/gu, '')
  const other = decimal === '.' ? ',' : '.'
  if (PLAIN[decimal].test(text)) text = text.replace(',', '.')
  else if (GROUPED[decimal].test(text)) text = text.replaceAll(other, '').replace(',', '.')
  else if (decimal === ',' && typeof cell === 'string' && /^-?\d+\.\d{1,2}$/u.test(text)) return null
  else return null
  const number = Number(text)
  return Number.isFinite(number) ? { number, percent } : null
}

/** The decimal sign of cells: a comma only where commas say so more often than points. */
export function decimalSignOf(cells: Iterable<Cell>): DecimalSign {
  let commas = 0
  let points = 0
  for (const cell of cells) {
    if (typeof cell === 'number') continue
    const text = western(textOf(cell)).replace(/\s*%$/u, '')
    if (/^-?\d+\s?,(?:\d{1,2}|\d{4,})$|^-?\d{1,3}(?:[. ]\d{3})+,\d+$/u.test(text)) commas++
    else if (/^-?\d*\.(?:\d{1,2}|\d{4,})$|^-?\d{1,3}(?:,\d{3})+\.\d+$/u.test(text)) points++
  }
  return commas > points ? ',' : '.'
}

/** What people and programs write where there is no value. */
const NOTHING = new Set(
  [
    '-',
    '?',
    '–',
    '—',
    '--',
    '.',
    '..',
    '...',
    '…',
    'n/a',
    'na',
    'n.a.',
    'n.a',
    '#n/a',
    '#null!',
    '#div/0!',
    '#ref!',
    '#value!',
    'nan',
    'null',
    'none',
    'nd',
    'n.d.',
    'n/d',
    's/o',
    's.o.',
    'no data',
    'not available',
    'not applicable',
    'unknown',
    'non disponible',
    'sans objet',
    'pas de données',
    'no disponible',
    'sin datos',
    'no aplica',
    'غير متوفر',
    'غير متاح',
    'لا ينطبق',
  ].map(folded),
)

/** Letters cost more to fold than to look at: most cells are none of these at first sight. */
export const saysNothing = (text: string): boolean =>
  text.length < 20 && (NOTHING.has(text) || (/\p{L}|\s/u.test(text) && NOTHING.has(folded(text))))

/** Numbers that stand for nothing where no other number is below zero. */
export const MISSING_NUMBERS: readonly number[] = [-99, -999, -9999, -99999, -88, -888, -77, -777, -9]

const FEMALE =
  /^(?:f|w|fem|female|females|femme|femmes|fille|filles|feminin|femenino|women|woman|girl|girls|mujer|mujeres|mulher|mulheres|feminino|kvinnor|gra|femra|انثى|اناث|نساء|امراة|النساء|الاناث|жінки|женщины|kadin)$/u
const MALE =
  /^(?:m|h|masc|male|males|homme|hommes|garcon|garcons|masculin|masculino|men|man|boy|boys|hombre|hombres|homem|homens|man|burra|ذكر|ذكور|رجال|رجل|الرجال|الذكور|чоловіки|мужчины|erkek)$/u
const TOTAL =
  /^(?:t|total|totals|totaux|both|both sexes|all|all sexes|tous|toutes|ensemble|en general|general|les deux|les deux sexes|todos|ambos|ambos sexos|overall|all ages|الجملة|المجموع|الاجمالي|كلا الجنسين|الكل)$/u

const letters = (text: string): string => folded(text).replace(/[أإآ]/gu, 'ا')

export type Sex = 'female' | 'male' | 'other'

/** The sex that a word names; 'total' for both together; null where it names none. */
export function sexOf(text: string): Sex | 'total' | null {
  const word = letters(text)
  if (FEMALE.test(word)) return 'female'
  if (MALE.test(word)) return 'male'
  if (/^(?:other|autre|otro|x|non-binary|nonbinary|diverse)$/u.test(word)) return 'other'
  return isTotal(text) ? 'total' : null
}

/** Reads the sexes of one column: beside H, M is 'mujer' or 'mulher', not male. */
export function sexReader(texts: Iterable<string>): typeof sexOf {
  const said = new Set(Array.from(texts, text => text.trim().toUpperCase()))
  const womanIsM = said.has('H') && said.has('M') && !said.has('F')
  return text => (womanIsM && text.trim().toUpperCase() === 'M' ? 'female' : sexOf(text))
}

/** Whether a word says that a row is for all groups together. */
export const isTotal = (text: string): boolean => TOTAL.test(letters(text))

/** Yes, no, or neither, in the languages of plans. */
export function yesOf(text: string): boolean | null {
  const word = letters(text)
  if (/^(?:yes|y|true|oui|vrai|si|sim|ja|po|так|да|evet|نعم)$/u.test(word)) return true
  return /^(?:no|n|false|non|faux|nao|nej|jo|ні|нет|hayir|لا)$/u.test(word) ? false : null
}
