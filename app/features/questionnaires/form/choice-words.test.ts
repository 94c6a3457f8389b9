import { expect, test } from 'vitest'
import { areWords, choicesOfWords, wordsOfChoices } from './choice-words.ts'
import type { Choice } from './model.ts'
const languages = ['en', 'ar']

test('each line is a choice, with the same line of the other language; the names are made of the words', () => {
  const choices = choicesOfWords({ en: 'Under way\r\nDone\n', ar: 'جارٍ\nتم' }, languages)
  expect(choices).toEqual([
    { name: 'under_way', label: { en: 'Under way', ar: 'جارٍ' } },
    { name: 'done', label: { en: 'Done', ar: 'تم' } },
  ])
})

test('words in another script get a number as their name', () => {
  expect(choicesOfWords({ ar: 'نعم\nلا' }, ['ar'])).toMatchObject([{ name: 'choice_1' }, { name: 'choice_2' }])
})

test('a choice whose words are corrected, or that is moved, keeps its name: answers name it', () => {
  const former: Choice[] = [
    { name: 'a', label: { en: 'Nothern', fr: 'Nord' } },
    { name: 'b', label: { en: 'South' } },
  ]
  expect(choicesOfWords({ en: 'Northern\nSouth' }, ['en'], former)).toEqual([
    { name: 'a', label: { en: 'Northern', fr: 'Nord' } },
    { name: 'b', label: { en: 'South' } },
  ])
  expect(choicesOfWords({ en: 'South\nNothern\nEast' }, ['en'], former)).toMatchObject([
    { name: 'b' },
    { name: 'a' },
    { name: 'east' },
  ])
})

test('a line that is there twice is named', () => {
  expect(choicesOfWords({ en: 'Yes\n\nYes' }, ['en'])).toEqual({ line: 3, why: 'twice' })
})

test('a line that lacks in another language stays lacking there', () => {
  const choices: Choice[] = [
    { name: 'a', label: { en: 'A', ar: 'أ' } },
    { name: 'b', label: { en: 'B' } },
    { name: 'c', label: { en: 'C', ar: 'ج' } },
  ]
  expect(wordsOfChoices(choices, 'ar')).toBe('أ\n\nج')
  expect(choicesOfWords({ en: 'A\nB\nC', ar: 'أ\n\nج' }, languages, choices)).toEqual(choices)
})

test('what filters go by cannot be said in words alone', () => {
  expect(areWords([{ name: 'a', label: { en: 'A' }, columns: { of: 'x' } }], ['en'])).toBe(false)
})
