import { expect, test } from 'vitest'
import type { TextLine } from '../layout.ts'
import { entriesOf } from './entries.ts'
import { textOf } from './pieces.ts'

const lines = (...texts: string[]): TextLine[] =>
  texts.map(text => ({ text, page: 1, box: null, size: 10, bold: false }))
const read = (...texts: string[]) => entriesOf(lines(...texts)).map(e => [e.number, textOf(e.pieces)])

test('a cell without a list is one entry, its wrapped lines joined', () => {
  expect(read('Review the Political', 'Parties Act')).toEqual([[null, 'Review the Political Parties Act']])
})

test('a hyphen at a line’s end is mended', () => {
  const [first, second] = lines('the develop', 'ment of women')
  expect(textOf(entriesOf([{ ...first!, hyphenated: true }, second!])[0]!.pieces)).toBe('the development of women')
})

test('bullets, dashes, numbers and letters each begin an entry', () => {
  expect(read('• one', '• two goes', 'on', '• three').map(e => e[1])).toEqual(['one', 'two goes on', 'three'])
  expect(read('- Rever os critérios', '- Construir casernas').map(e => e[1])).toEqual([
    'Rever os critérios',
    'Construir casernas',
  ])
  expect(read('1. Train women', '2. Train men')).toEqual([
    ['1', 'Train women'],
    ['2', 'Train men'],
  ])
  expect(read('a) Train women', 'b) Train men')).toEqual([
    ['a', 'Train women'],
    ['b', 'Train men'],
  ])
  expect(read('أ- تدريب النساء', 'ب- إنشاء شبكة')).toEqual([
    ['أ', 'تدريب النساء'],
    ['ب', 'إنشاء شبكة'],
  ])
  expect(read('1.1.1 Train women', '1.1.2 Train men')).toEqual([
    ['1.1.1', 'Train women'],
    ['1.1.2', 'Train men'],
  ])
})

test('a list that runs on within a line is a list', () => {
  expect(read('• one • two').map(e => e[1])).toEqual(['one', 'two'])
  expect(read('1) train; 2) equip; 3) deploy').map(e => e[0])).toEqual(['1', '2', '3'])
})

test('numbers in a sentence, amounts and years begin no entry', () => {
  expect(read('Train women in', '26 provinces by', '2025')).toHaveLength(1)
  expect(read('1.5 million women')).toEqual([[null, '1.5 million women']])
  expect(read('2025–2026')).toEqual([[null, '2025–2026']])
})

test('a lead-in that ends in a colon is no entry, a list within an entry stays in it', () => {
  expect(read('The ministry will:', '• train', '• equip').map(e => e[1])).toEqual(['train', 'equip'])
  expect(read('1. Train', '• police', '• judges', '2. Equip')).toEqual([
    ['1', 'Train police judges'],
    ['2', 'Equip'],
  ])
})

test('an item’s own number before bullets makes no list of the bullets', () => {
  expect(read('1.1.2 Hold workshops for', '• police', '• judges')).toEqual([
    ['1.1.2', 'Hold workshops for police judges'],
  ])
})

test('a number that the first word did not fit beside is a number', () => {
  expect(read('1.2.', 'Internationalisation', 'of training')).toEqual([['1.2', 'Internationalisation of training']])
})
