import { expect, test } from 'vitest'
import { planOf } from './index.ts'
import { layoutOf, table } from './sample-layout.ts'

const timesOf = (rows: string[][]) => {
  const layout = layoutOf(table(rows))
  const { items } = planOf(layout, { name: '', sha256: '', mediaType: 'application/pdf', pages: 1 })
  return items
    .filter(item => item.kind === 'action')
    .map(({ fields }) => [fields.timeframe?.text, fields.timeframe?.value])
}

test('marks under years say when, and the years are what the field says', () => {
  const times = timesOf([
    ['Activity', 'Responsible', '2025', '2026', '2027'],
    ['Train women', 'MoD', 'X', 'X', ''],
    ['Hire women', 'MoI', '', '', '✓'],
    ['Pay women', 'MoF', '', '', ''],
  ])
  expect(times).toEqual([
    ['2025 2026', { start: '2025', end: '2026' }],
    ['2027', { start: '2027', end: '2027' }],
    [undefined, undefined],
  ])
})

test('figures under years are not marks', () => {
  const times = timesOf([
    ['Activity', 'Responsible', '2025', '2026'],
    ['Train women', 'MoD', '12', 'X'],
  ])
  expect(times).toEqual([[undefined, undefined]])
})

test('marks under quarters say when', () => {
  const times = timesOf([
    ['Activity', 'Responsible', 'Q1', 'Q2'],
    ['Train women', 'MoD', 'X', ''],
    ['Hire women', 'MoI', '', 'X'],
  ])
  expect(times.map(([text]) => text)).toEqual(['Q1', 'Q2'])
})
