import { expect, test } from 'vitest'
import { ageOf, afterwardsOf, isOverdue } from './model.ts'
import { filterOf, NO_FILTER, queryOf } from './filter.ts'
import { lastYearOf } from './queries/look-back.ts'

test('a recommendation is as old as the days since it was adopted, in whole years and months', () => {
  expect(ageOf('2023-09-20', '2026-11-22')).toEqual({ years: 3, months: 2 })
  expect(ageOf('2023-09-23', '2026-11-22')).toEqual({ years: 3, months: 1 })
  expect(ageOf('2026-11-22', '2026-11-22')).toEqual({ years: 0, months: 0 })
  expect(ageOf('2025-11', '2026-11-22')).toEqual({ years: 1, months: 0 })
})

test('of one whose year alone is known only years are told; of one without a date, or of a day to come, nothing', () => {
  expect(ageOf('2024', '2026-01-01')).toEqual({ years: 2, months: null })
  expect(ageOf(null, '2026-01-01')).toBeNull()
  expect(ageOf('2026-02', '2026-01-01')).toBeNull()
})

test('its own day or that of the follow-up may pass', () => {
  expect(isOverdue({ due: '2026-01-01', followUpOn: null }, '2026-01-02')).toBe(true)
  expect(isOverdue({ due: '2027-01-01', followUpOn: '2025-12-31' }, '2026-01-02')).toBe(true)
  expect(isOverdue({ due: null, followUpOn: null }, '2026-01-02')).toBe(false)
  expect(isOverdue({ due: '2026-01-02', followUpOn: null }, '2026-01-02')).toBe(false)
})

test('only a body that has spoken since can have let it be', () => {
  expect(afterwardsOf({ repeatedBy: [] }, false)).toBe('open')
  expect(afterwardsOf({ repeatedBy: [] }, true)).toBe('not-repeated')
})

test('last year’s are those of the last year before this in which anybody recommended anything', () => {
  const choice = (year: string) => ({ country: 'COD', year, body: null, count: 1 })
  expect(lastYearOf(['2026', '2024', '2019'].map(choice), '2026-11-22')).toBe('2024')
  expect(lastYearOf(['2026'].map(choice), '2026-11-22')).toBe('2026')
  expect(lastYearOf([], '2026-11-22')).toBeNull()
})

test('a filter comes back from its address as it was', () => {
  const filter = { ...NO_FILTER, country: 'COD', body: 'A & B', year: '2024', response: 'accepted-in-part' as const }
  expect(filterOf(new URLSearchParams(queryOf(filter)))).toEqual(filter)
  expect(queryOf(NO_FILTER)).toBe('')
})
