import { describe, expect, test } from 'vitest'
import { appraise } from './appraise.ts'
import { findingOf, readingOf } from './testing/plans.ts'

describe('validity on 21 November 2026', () => {
  test.each([
    ['en', '2025', '2029', 'yes', 'in-force'],
    ['fr', '2024', '2026', 'yes', 'in-force'],
    ['en', null, '2026-12', 'yes', 'in-force-until'],
    ['en', '2019', '2022', 'no', 'expired'],
    ['fr', '2022', '2026-10', 'no', 'expired'],
    ['en', '2027', '2030', 'partly', 'not-begun'],
    ['fr', '2024', null, 'partly', 'no-end'],
  ])('%s: %s to %s is answered %s (%s)', (language, start, end, answer, code) => {
    const finding = findingOf('validity', { language, pages: [`${start ?? ''}–${end ?? ''}`], period: { start, end } })
    expect([finding.answer, finding.how.code]).toEqual([answer, `validity.${code}`])
    expect(finding.quotes.length).toBe(1)
  })

  test.each(['en', 'ar'])('%s: a plan without a period is not found to be valid or not', language => {
    expect(findingOf('validity', { language, pages: ['1325'] })).toMatchObject({ answer: 'not-found', quotes: [] })
  })
})

test('the period is quoted as printed, whatever stands between its years', () => {
  const period = { start: '2023', end: '2026' }
  const quoteOf = (text: string): string | undefined =>
    findingOf('validity', { language: 'ar', pages: [text], period }).quotes[0]?.quote
  expect(quoteOf('Plan 2023 à 2026')).toBe('2023 à 2026')
  expect(quoteOf('خطة العمل الوطنية ٢٠٢٣ - ٢٠٢٦')).toBe('٢٠٢٣ - ٢٠٢٦')
  expect(quoteOf('Adopted in 2022; ends in December 2026')).toBe('2026')
})

test('a plan lasts to the last day of its last year', () => {
  const reading = readingOf({ language: 'en', pages: ['2020-2026'], period: { start: '2020', end: '2026' } })
  const on = (asOf: string): string | undefined =>
    appraise(reading, { asOf }).findings.find(finding => finding.criterion === 'validity')?.answer
  expect([on('2019-12-31'), on('2020-01-01'), on('2026-12-31'), on('2027-01-01')]).toEqual([
    'partly',
    'yes',
    'yes',
    'no',
  ])
})
