import { expect, test } from 'vitest'
import { brokenLines } from './broken.ts'

/** Lines of type 10 points wide a letter, in a cell from x = 0 to 10 points beyond its widest line. */
const broken = (texts: string[], width = Math.max(...texts.map(text => text.length)) * 10 + 10) =>
  brokenLines(
    texts.map((text, i) => ({ text, box: [5, i * 12, 5 + text.length * 10, i * 12 + 10] })),
    0,
    width,
  )

test('a figure that its column broke between the digits is one figure', () => {
  expect(broken(['1', '0', '.', '0', '0', '0'])).toEqual([true, true, true, true, true, false])
  expect(broken(['150.00', '0'])).toEqual([true, false])
  expect(broken(['20', '24'])).toEqual([true, false])
})

test('figures that stand one under the other are several', () => {
  expect(broken(['2024', '2025', '2026'])).toEqual([false, false, false])
  expect(broken(['12', '40'])).toEqual([false, false])
  expect(broken(['8', '–'])).toEqual([false, false])
})

test('what is left of a broken word goes with it', () => {
  expect(broken(['Timefram', 'e'])).toEqual([true, false])
  expect(broken(['Timeframe', 'of', 'it'])).toEqual([false, false, false])
})

test('a line with room for one more letter was not broken', () => {
  expect(broken(['20', '24'], 60)).toEqual([false, false])
})
