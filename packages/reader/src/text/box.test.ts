import { expect, test } from 'vitest'
import type { Box } from '../plan-document.ts'
import { wordsOfBox } from './box.ts'
import type { Word } from './words.ts'

const word = (text: string, x: number, y: number, more: Partial<Word> = {}): Word => ({
  text,
  box: [x, y - 8, x + 6 * text.length, y + 2],
  base: y,
  size: 10,
  bold: false,
  turn: 0,
  mcid: -1,
  run: 0,
  hyphenated: false,
  leftward: false,
  ...more,
})

const CELL: Box = [0, 0, 200, 100]

test('the words of a box come in reading order, and those beside it stay out', () => {
  const words = [word('police', 60, 20), word('Train', 10, 20), word('officers', 10, 34), word('Ministry', 300, 20)]
  expect(wordsOfBox(words, CELL)).toEqual({ text: 'Train police officers', box: [10, 12, 96, 36] })
})

test('a word that a line end broke is whole again, and a true hyphen stays', () => {
  const broken = [word('media', 10, 20, { hyphenated: true }), word('tion', 10, 34)]
  expect(wordsOfBox(broken, CELL).text).toBe('mediation')
  const name = [word('Nord', 10, 20, { hyphenated: true }), word('Kivu', 10, 34)]
  expect(wordsOfBox(name, CELL).text).toBe('Nord-Kivu')
})

test('a box without words gives no words and no box', () => {
  expect(wordsOfBox([], CELL)).toEqual({ text: '', box: null })
})
