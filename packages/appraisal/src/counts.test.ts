import { expect, test } from 'vitest'
import { counts, summary } from './counts.ts'
import { documentOf, itemsOf } from './testing/plans.ts'

const document = documentOf(
  itemsOf([
    {
      pillar: 'Participation',
      objective: 'Decide',
      action: 'Train',
      responsible: 'Ministry',
      indicators: [{ text: 'Share', target: '30%' }],
    },
    { action: 'Print', responsible: 'Ministry', timeframe: '2026' },
  ]),
)

test('items are counted by kind, and a kind that the plan does not have is 0', () => {
  expect(counts(document)).toEqual({ pillar: 1, objective: 1, outcome: 0, output: 0, action: 2, indicator: 1 })
})

test('the summary counts the fields too', () => {
  expect(summary(document)).toMatchObject({
    pages: 1,
    languages: ['en'],
    period: null,
    fields: { responsible: 2, partners: 0, timeframe: 1, budget: 0, baseline: 0, target: 1, verification: 0 },
  })
})
