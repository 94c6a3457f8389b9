import { expect, test } from 'vitest'
import { askedAnswers, fittingAnswers, refusalOf, typedAnswer, unanswered } from './check.ts'
import { followed } from './follow.ts'
import type { Form, Question } from './model.ts'

const question = (name: string, more: Partial<Question> = {}): Question => ({
  name,
  type: 'text',
  label: { en: name },
  hint: {},
  required: null,
  relevant: null,
  constraint: null,
  constraintMessage: {},
  choices: [],
  commitment: null,
  indicator: null,
  ...more,
})

const FORM: Form = {
  languages: ['en'],
  pages: [
    {
      name: 'first',
      label: {},
      relevant: null,
      repeat: false,
      questions: [question('plan', { type: 'yes-no', required: 'true()' })],
    },
    {
      name: 'money',
      label: {},
      relevant: "${plan} = 'yes'",
      repeat: false,
      questions: [
        question('budget', { type: 'integer', constraint: '. >= 0', required: 'true()' }),
        question('why_none', { relevant: '${budget} = 0', required: 'true()' }),
      ],
    },
    {
      name: 'trainings',
      label: {},
      relevant: null,
      repeat: true,
      questions: [question('place'), question('women', { type: 'integer', required: "${place} != ''" })],
    },
  ],
}

test('a page is asked once what was answered before it makes it matter', () => {
  expect(followed(FORM, { plan: 'no' }).pages.map(({ name }) => name)).toEqual(['first', 'trainings'])
  expect(followed(FORM, { plan: 'yes' }).pages.map(({ name }) => name)).toEqual(['first', 'money', 'trainings'])
})

test.each([
  ['integer', '12 500', '12500'],
  ['integer', '١٢', '12'],
  ['integer', '1,250', '1250'],
  ['decimal', '3,5', '3.5'],
  ['decimal', '٣٫٥', '3.5'],
  ['text', '  a\r\nb ', 'a\nb'],
] as const)('%s “%s” is kept as %s', (type, typed, kept) => {
  expect(typedAnswer(question('q', { type }), [typed])).toBe(kept)
})

test.each([
  [{ type: 'integer' }, '3.5', 'integer'],
  [{ type: 'date' }, '2023-02-30', 'date'],
  [{ type: 'yes-no' }, 'perhaps', 'choice'],
  [{ type: 'select-one', choices: [{ name: 'a', label: {} }] }, 'b', 'choice'],
  [{ type: 'select-multiple', choices: [{ name: 'a', label: {} }] }, ['a', 'b'], 'choice'],
  [{ type: 'integer', constraint: '. < 10' }, '11', 'constraint'],
  [{ required: 'true()' }, undefined, 'needed'],
  [{}, undefined, null],
  [{}, 'x'.repeat(10_001), 'too-long'],
] as const)('%j answered %j: %s', (more, answer, refusal) => {
  expect(refusalOf(question('q', more as unknown as Partial<Question>), answer as string, followed(FORM, {}))).toBe(
    refusal,
  )
})

const PRIORITIES = question('first', {
  type: 'rank',
  choices: ['money', 'seats', 'safety'].map(name => ({ name, label: {} })),
})

test.each([
  [['seats', 'money', 'safety'], null],
  [['seats', '', 'safety'], 'rank'],
  [['seats', 'seats', 'money'], 'rank'],
  [['seats'], 'rank'],
])('things put in the order %j: %s', (typed, refusal) => {
  const answer = typedAnswer(PRIORITIES, typed)
  expect(answer).toEqual(typed)
  expect(refusalOf(PRIORITIES, answer, followed(FORM, {}))).toBe(refusal)
})

test('an order in which nothing has a place is no answer', () => {
  expect(typedAnswer(PRIORITIES, ['', '', ''])).toBeUndefined()
})

test('what is lacking before sending is named, in each entry of a repeated page', () => {
  const lacking = unanswered(
    followed(FORM, { plan: 'yes', budget: '0', trainings: [{ place: 'Bamako' }, { women: '3' }] }),
  )
  expect(lacking.map(({ question, refusal }) => [question.name, refusal])).toEqual([
    ['why_none', 'needed'],
    ['women', 'needed'],
  ])
})

test('answers to questions that are no longer asked are not sent', () => {
  expect(askedAnswers(followed(FORM, { plan: 'no', budget: '5', trainings: [{ place: 'Goma' }] }))).toEqual({
    plan: 'no',
    trainings: [{ place: 'Goma' }],
  })
})

test('last time’s answers come back where the question is still the same kind', () => {
  expect(
    fittingAnswers(FORM, { plan: 'yes', budget: 'a lot', gone: 'x', trainings: [{ place: 'Goma', women: '2' }] }),
  ).toEqual({
    plan: 'yes',
    trainings: [{ place: 'Goma', women: '2' }],
  })
})
