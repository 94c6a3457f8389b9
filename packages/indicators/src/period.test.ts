import { expect, test } from 'vitest'
import { byPeriod, daysOf, lastYearOf } from './period.ts'

test.each([
  ['2021', 365],
  ['2020', 366],
  ['2021-03', 31],
  ['2021-02', 28],
  ['2021-03-08', 1],
  ['2021-Q1', 90],
  ['2021-Q4', 92],
  ['2019/2021', 1096],
  ['2020-07/2021-06', 365],
])('%s has %i days', (period, days) => {
  const found = daysOf(period)!
  expect(found.until - found.from).toBe(days)
})

test.each(['', '21', '2021-13', '2021-00', '2021-02-30', '2021-Q5', '2021/2019', '2019/2020/2021', 'in 2021'])(
  '%j is no period',
  period => {
    expect(daysOf(period)).toBeNull()
    expect(lastYearOf(period)).toBeNull()
  },
)

test('a plan of several years ends in the last of them', () => {
  expect(lastYearOf('2019/2021')).toBe(2021)
  expect(lastYearOf('2020-07/2021-06')).toBe(2021)
})

test('periods follow each other by their ends, and what is none comes first', () => {
  const periods = ['2022', '2021-Q4', '', '2021-03', '2019/2021', '2020']
  expect(periods.map(period => ({ period })).toSorted(byPeriod)).toEqual(
    ['', '2020', '2021-03', '2019/2021', '2021-Q4', '2022'].map(period => ({ period })),
  )
})
