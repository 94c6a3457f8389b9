import { expect, test } from 'vitest'
import { figureForm, numberOf, valueTyped } from './form.ts'

test.each([
  ['1204', 1204],
  ['1 204', 1204],
  ['1\u202f204,5', 1204.5],
  ['12,5', 12.5],
  ['12.5', 12.5],
  ['1,204,000', 1204000],
  ['1.204.000,5', 1204000.5],
  ['1,204.5', 1204.5],
  ['١٢٠', 120],
  ['-3', -3],
])('%s is read as a number', (typed, number) => expect(numberOf(typed)).toBe(number))

test.each(['1,204', '1.204', 'many', '', '12-13', '1,20,4'])(
  '%s is no number, or could mean two, and is asked again',
  typed => expect(numberOf(typed)).toBeNull(),
)

const form = (more: Record<string, string>) => figureForm.parse({ period: '2021', voice: 'government', ...more })

test('A share is kept with its numerator and denominator, or as a percentage alone', () => {
  expect(valueTyped(form({ numerator: '36', denominator: '120' }), 'share')).toEqual({
    value: { kind: 'share', share: 0.3, numerator: 36, denominator: 120 },
  })
  expect(valueTyped(form({ value: '30 %' }), 'share')).toEqual({ value: { kind: 'share', share: 0.3 } })
  expect(valueTyped(form({ numerator: '3', denominator: '0' }), 'share')).toMatchObject({ field: 'denominator' })
  expect(valueTyped(form({ numerator: 'x', denominator: '5' }), 'share')).toMatchObject({ field: 'numerator' })
})

test('A list has one line for each law or measure, with year and source where they are known', () => {
  const entries = 'Law on parity; 2015; Official Journal\n\nRoadmap\nDecree; Ministry of Defence'
  expect(valueTyped(form({ entries }), 'list')).toEqual({
    value: {
      kind: 'list',
      entries: [
        { title: 'Law on parity', year: 2015, source: 'Official Journal' },
        { title: 'Roadmap' },
        { title: 'Decree', source: 'Ministry of Defence' },
      ],
    },
  })
})

test.each(['2021', '2021-03', '2021-Q1', '2019/2021', ' 2021 '])('%s is a time', period =>
  expect(figureForm.safeParse({ period, voice: 'government' }).success).toBe(true),
)
test.each(['', 'last year', '2021-13', '21'])('%s is no time', period =>
  expect(figureForm.safeParse({ period, voice: 'government' }).success).toBe(false),
)
