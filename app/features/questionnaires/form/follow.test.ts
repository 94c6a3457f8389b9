import { expect, test } from 'vitest'
import { ask } from '../testing.ts'
import { followed } from './follow.ts'
import type { Form } from './model.ts'

const choices = [{ name: 'dead_sea', label: { en: 'Dead Sea', fr: 'Mer Morte' } }]
const form: Form = {
  languages: ['en', 'fr'],
  pages: [
    {
      name: 'page',
      label: {},
      relevant: null,
      repeat: false,
      questions: [
        ask('where', 'select-one', 'Where?', { choices }),
        ask('called', 'calculate', 'So', { calculation: "jr:choice-name(${where}, '${where}')" }),
        ask('month', 'calculate', 'When', { calculation: "format-date('2026-03-08', '%b')" }),
      ],
    },
  ],
}

test.each([
  ['fr', 'Mer Morte', 'mars'],
  ['en', 'Dead Sea', 'Mar'],
  ['sw', 'Dead Sea', 'Mac'],
  [undefined, 'Dead Sea', 'Mar'],
])(
  'whoever reads in %s gets the words of a choice in it, else in the form’s own language',
  (language, called, month) => {
    expect(followed(form, { where: 'dead_sea' }, '2026-03-08', language).answers).toMatchObject({ called, month })
  },
)
