import { expect, test } from 'vitest'
import { timeframeOf } from './timeframe.ts'

const cases: [language: string, text: string, start: string | null, end: string | null][] = [
  ['en', '2026', '2026', '2026'],
  ['en', '2025–2029', '2025', '2029'],
  ['en', '2025-26', '2025', '2026'],
  ['en', '2024 / 2027', '2024', '2027'],
  ['en', '2025, 2026 and 2027', '2025', '2027'],
  ['fr', '2024 à 2026', '2024', '2026'],
  ['uk', '2022-2025 роки', '2022', '2025'],
  ['ar', '٢٠٢٢-٢٠٢٣', '2022', '2023'],
  ['en', 'Q2 2025', '2025-04-01', '2025-06-30'],
  ['fr', 'T1 2025', '2025-01-01', '2025-03-31'],
  ['en', '2025 Q3', '2025-07-01', '2025-09-30'],
  ['en', 'Q1–Q3 2025', '2025-01-01', '2025-09-30'],
  ['en', 'Q4 2025 – Q2 2026', '2025-10-01', '2026-06-30'],
  ['uk', 'IV квартал 2023 р.', '2023-10-01', '2023-12-31'],
  ['en', '1st quarter of 2026', '2026-01-01', '2026-03-31'],
  ['sv', 'kvartal 2 2025', '2025-04-01', '2025-06-30'],
  ['en', 'second half of 2029', '2029-07-01', '2029-12-31'],
  ['en', 'June 2025 – March 2026', '2025-06', '2026-03'],
  ['uk', 'I квартал 2025', '2025-01-01', '2025-03-31'],
  ['fr', 'juin à décembre 2025', '2025-06', '2025-12'],
  ['en', '31.12.2026', '2026-12-31', '2026-12-31'],
  ['en', 'by end of 2026', null, '2026'],
  ['fr', 'd’ici fin 2026', null, '2026'],
  ['sv', 'senast 2027', null, '2027'],
  ['uk', 'до кінця 2024 року', null, '2024'],
  ['sq', 'deri në fund të 2026', null, '2026'],
  ['ar', 'بحلول نهاية 2025', null, '2025'],
  ['en', 'from 2025', '2025', null],
]

for (const [language, text, start, end] of cases)
  test(`'${text}' runs from ${start ?? 'no stated start'} to ${end ?? 'no stated end'}`, () => {
    expect(timeframeOf(text, [language])).toEqual({ start, end })
  })

for (const text of [
  'ongoing',
  'löpande',
  'Year 2',
  '',
  '2025 and 2029',
  '12 months',
  '2025 pilot in two districts, 2026 elsewhere',
])
  test(`'${text}' settles no dates`, () => {
    expect(timeframeOf(text, ['sv'])).toBeUndefined()
  })
