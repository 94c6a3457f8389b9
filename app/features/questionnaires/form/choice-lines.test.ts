import { expect, test } from 'vitest'
import { choiceLines, choicesIn } from './choice-lines.ts'
import type { Choice } from './model.ts'

const CHOICES: Choice[] = [
  { name: 'north kivu', label: { en: 'North Kivu', fr: 'Nord-Kivu' }, columns: { country: 'COD' } },
  { name: 'a/b', label: { en: 'One | the other', fr: 'L’une \\ l’autre' } },
  { name: 'لا', label: { en: 'No' } },
]

test('choices that are written out are the same when they are read again, whatever is in their names and words', () => {
  expect(choicesIn(choiceLines(CHOICES, ['en', 'fr']), ['en', 'fr'])).toEqual(CHOICES)
})

test('a choice’s words in a language that the form has no more are kept', () => {
  const [first] = choicesIn('north kivu | North Kivu!', ['en'], { former: CHOICES }) as Choice[]
  expect(first!.label).toEqual({ en: 'North Kivu!', fr: 'Nord-Kivu' })
})

test('a choice of one word is called by its name', () => {
  expect(choicesIn('yes\n\nno', ['fr'])).toEqual([
    { name: 'yes', label: { fr: 'yes' } },
    { name: 'no', label: { fr: 'no' } },
  ])
})

test.each([
  ['a | A\na | B', {}, { line: 2, why: 'twice' }],
  ['a\nnorth kivu | N', { isSeveral: true }, { line: 2, why: 'name' }],
  ['x'.repeat(81), {}, { line: 1, why: 'name' }],
  [Array.from({ length: 501 }, (_, n) => `c${n}`).join('\n'), {}, { line: 501, why: 'many' }],
])('a line that is no choice is named: %.20s', (text, more, wrong) => {
  expect(choicesIn(text, ['en'], more)).toEqual(wrong)
})
