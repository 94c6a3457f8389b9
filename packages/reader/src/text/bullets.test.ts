import { expect, test } from 'vitest'
import { withBullets } from './bullets.ts'
import type { Word } from './words.ts'

const word = (text: string, x: number, y: number): Word => ({
  text,
  box: [x, y, x + 6 * text.length, y + 10],
  base: y + 8,
  size: 10,
  bold: false,
  turn: 0,
  mcid: -1,
  run: 0,
  hyphenated: false,
  leftward: false,
})

test('a dot drawn before a line is its bullet', () => {
  const words = [word('Train', 70, 100), word('judges', 105, 100), word('Open', 70, 114)]
  const texts = withBullets(words, [[58, 104, 61, 107]]).map(({ text }) => text)
  expect(texts).toEqual(['•', 'Train', 'judges', 'Open'])
})

test('a dot within a line, or far from any, is no bullet', () => {
  const words = [word('Train', 70, 100), word('judges', 112, 100)]
  expect(withBullets(words, [[103, 104, 106, 107]])).toHaveLength(2)
  expect(withBullets(words, [[10, 104, 13, 107]])).toHaveLength(2)
})
