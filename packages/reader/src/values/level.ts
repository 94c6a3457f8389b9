/** Baselines and targets: a number, its unit, its year. */
import type { LevelValue } from '../plan-document.ts'
import { westernDigits } from '../words/fold.ts'
import { LANGUAGES } from '../words/index.ts'
import type { ValuePart } from './index.ts'
import { numbersIn } from './numbers.ts'

const YEAR = /(?<![\d.,])(?:19|20)\d{2}(?![\d%]|[.,]\d)/gu
const LONGEST_UNIT = 3

const BEFORE_YEAR = [
  ...LANGUAGES.flatMap(l => [...l.time.until, ...l.time.year]),
  'in',
  'en',
  'em',
  'im',
  'i',
  'u',
  'у',
  'в',
  'në',
  'في',
]
  .toSorted((a, b) => b.length - a.length)
  .map(w => w.replaceAll(' ', "[\\s’']"))
  .join('|')
// '24% (2023)', '2023: 24%', '30% by 2027', '12 (baseline 2022)'.
const DATED = new RegExp(
  String.raw`\(\D{0,14}?((?:19|20)\d{2})\)|^((?:19|20)\d{2})\s*[:–—-]\s*|\s(?:(?:${BEFORE_YEAR})\s+)+((?:19|20)\d{2})$`,
  'iu',
)

/**
 * '24% (2023)' is 24, '%', 2023; '40' under 'Target 2029' is 40, 2029. Undefined where the text names no number, several, or
 * says more about it than a unit ('increase by 10%').
 */
export function levelOf(parts: readonly ValuePart[]): LevelValue | undefined {
  const years = parts.filter(p => isYearColumn(p))
  const values = parts.filter(p => !isYearColumn(p))
  const only = values.length === 1 ? values[0]! : null
  if (!only) return undefined
  const level = levelIn(only.text)
  if (!level) return undefined
  const year = level.year ?? yearIn(years[0]?.text ?? '') ?? yearIn(only.header.join(' '))
  return year === null || year === undefined ? level : { ...level, year }
}

const isYearColumn = (part: ValuePart): boolean =>
  /^\W*(?:19|20)\d{2}\W*$/u.test(westernDigits(part.text)) && part.header.length > 0

function yearIn(text: string): number | null {
  const years = westernDigits(text).match(YEAR)
  return years?.length === 1 ? Number(years[0]) : null
}

function levelIn(text: string): LevelValue | undefined {
  let rest = westernDigits(text).trim()
  let year: number | null = null
  const dated = DATED.exec(rest)
  if (dated) {
    year = Number(dated[1] ?? dated[2] ?? dated[3])
    rest = (rest.slice(0, dated.index) + ' ' + rest.slice(dated.index + dated[0].length)).trim()
  }
  const numbers = numbersIn(rest)
  const number = numbers[0]
  if (!number || numbers.length > 1) return undefined
  const before = rest.slice(0, number.from).trim()
  let after = rest.slice(number.to).trim()
  if (before !== '' && !/^[≥≤><=~≈]+$|^[%٪]$/u.test(before)) return undefined
  if (/^(?:19|20)\d{2}$/.test(rest.slice(number.from, number.to)) && after === '' && year === null) return undefined
  let unit: string | null = null
  const percent = /^(?:%|٪|percent|per cent|pour cent|por ciento|por cento|procent)/iu.exec(after)
  if (percent || /[%٪]/u.test(before)) {
    unit = '%'
    after = after.slice(percent?.[0].length ?? 0).trim()
    if (after.replace(/[.;]/g, '')) return undefined
  } else {
    const words = after.replace(/^[\s.;:)]+|[\s.;:]+$/gu, '')
    if (/[\d–—]|^-/u.test(words) || words.split(/\s+/u).length > LONGEST_UNIT) return undefined
    unit = words || null
  }
  const level: LevelValue = { number: number.value }
  if (unit !== null) level.unit = unit
  if (year !== null) level.year = year
  return level
}
