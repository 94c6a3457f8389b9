/** What a field's text means, where that is certain, in the reader's language: '2025–2026', 'USD 38,000', '45 % (2024)'. Pure. */
import type { BudgetValue, Field, FieldName, LevelValue, TimeframeValue } from '@open1325/reader'
import type { Words } from '../../../platform/languages.ts'
import { periodInWords } from '../offers/period.ts'

/** Null where the value is not certain. */
export function valueInWords(name: FieldName, { value }: Field, words: Words): string | null {
  if (value === null || typeof value !== 'object') return null
  if (name === 'timeframe') {
    const { start, end } = value as TimeframeValue
    const period = start === end ? { periodStart: start, periodEnd: null } : { periodStart: start, periodEnd: end }
    return start && start === end ? start : periodInWords(period, words) || null
  }
  if (name === 'budget') {
    const { amount, currency } = value as BudgetValue
    return [currency, words.number(amount)].filter(Boolean).join(' ')
  }
  if (name === 'baseline' || name === 'target') {
    const { number, unit, year } = value as LevelValue
    return [words.number(number), unit, year && `(${year})`].filter(Boolean).join(' ')
  }
  return null
}
