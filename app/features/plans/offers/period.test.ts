import { expect, test } from 'vitest'
import { wordsOf } from '../../../platform/languages.ts'
import { periodInWords, standingOf } from './period.ts'

test('A plan that names years is in force until the last day of the last year', () => {
  const plan = { periodStart: '2019', periodEnd: '2022' }
  expect(standingOf(plan, '2018-12-31')).toBe('not-begun')
  expect(standingOf(plan, '2019-01-01')).toBe('in-force')
  expect(standingOf(plan, '2022-12-31')).toBe('in-force')
  expect(standingOf(plan, '2023-01-01')).toBe('expired')
})

test('A plan that names days or months is held to them', () => {
  expect(standingOf({ periodStart: '2019-03-01', periodEnd: '2022-06' }, '2022-06-30')).toBe('in-force')
  expect(standingOf({ periodStart: '2019-03-01', periodEnd: '2022-06-15' }, '2022-06-16')).toBe('expired')
})

test('A plan without an end does not expire; one without dates is undated', () => {
  expect(standingOf({ periodStart: '2010', periodEnd: null }, '2026-11-21')).toBe('in-force')
  expect(standingOf({ periodStart: null, periodEnd: null }, '2026-11-21')).toBe('undated')
})

test('Years keep their order in a right-to-left line', () => {
  const plan = { periodStart: '2019', periodEnd: '2022' }
  expect(periodInWords(plan, wordsOf('en'))).toBe('2019–2022')
  expect(periodInWords(plan, wordsOf('ar'))).toBe('\u20662019–2022\u2069')
  expect(periodInWords({ periodStart: '2019', periodEnd: null }, wordsOf('fr'))).toBe('à partir de 2019')
})
