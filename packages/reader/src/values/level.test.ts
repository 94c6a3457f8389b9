import { expect, test } from 'vitest'
import { levelOf } from './level.ts'

const level = (text: string, ...header: string[]) => levelOf([{ text, header }])

test('a baseline may carry its year, a target has the year of its header', () => {
  expect(level('24% (2023)', 'Baseline')).toEqual({ number: 24, unit: '%', year: 2023 })
  expect(level('35%', 'Target 2029')).toEqual({ number: 35, unit: '%', year: 2029 })
  expect(level('15,000', 'Target', '2029')).toEqual({ number: 15_000, year: 2029 })
  expect(level('25 by 2027', 'Target')).toEqual({ number: 25, year: 2027 })
  expect(level('2022: 18 %', 'Vlera bazë')).toEqual({ number: 18, unit: '%', year: 2022 })
})

test('a few words after the number are its unit', () => {
  expect(level('5 trainings', 'Target')).toEqual({ number: 5, unit: 'trainings' })
})

test('the year may stand in a column of its own', () => {
  expect(
    levelOf([
      { text: '24%', header: ['Baseline'] },
      { text: '2021', header: ['Baseline year'] },
    ]),
  ).toEqual({
    number: 24,
    unit: '%',
    year: 2021,
  })
})

test('words, ranges, changes and bare years settle nothing', () => {
  for (const text of ['Yes', '10–15%', 'increase by 10%', '2023', '3 of 10 districts have one', ''])
    expect(level(text, 'Target')).toBeUndefined()
})
