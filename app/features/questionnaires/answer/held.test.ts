import { expect, test } from 'vitest'
import { ask } from '../testing.ts'
import { followed } from '../form/follow.ts'
import type { Form } from '../form/model.ts'
import { answersWith, pageBeside } from './conditions.ts'
import { conditionsOf, heldFor, type Held } from './held.ts'
import type { OwnAnswer } from './link.ts'

const FORM: Form = {
  languages: ['en'],
  pages: [
    {
      name: 'plan',
      label: { en: 'Plan' },
      relevant: null,
      repeat: false,
      questions: [ask('has_plan', 'yes-no', 'A secret wording?')],
    },
    {
      name: 'money',
      label: {},
      relevant: "${has_plan} = 'yes'",
      repeat: false,
      questions: [ask('budget', 'integer', 'How much?'), ask('told', 'text', 'Tell us')],
    },
    { name: 'courses', label: {}, relevant: null, repeat: true, questions: [ask('women', 'integer', 'Women')] },
    {
      name: 'end',
      label: {},
      relevant: 'sum(${women}) > 10',
      repeat: false,
      questions: [ask('why', 'text', 'Why?')],
    },
  ],
}
const own = {
  form: FORM,
  state: 'open',
  day: '2026-03-08',
  answers: { has_plan: 'yes', told: 'nobody else’s', courses: [{ women: '4' }] },
} as unknown as OwnAnswer
const held = heldFor('x', own, 'plan', 'en', {} as Held['words'])

test('a page tells its script the pages of the form and only those answers that conditions ask for', () => {
  expect(held.pages.map(({ name }) => name)).toEqual(['plan', 'money', 'courses', 'end'])
  expect(held.answers).toEqual({ has_plan: 'yes', courses: [{ women: '4' }] })
  expect(held.conditions).toBe('/answer/x/conditions')
})

test('the conditions come without the words', () => {
  expect(JSON.stringify(conditionsOf(FORM))).not.toContain('secret')
})

test('words that are worked out are worked out on the phone as well', () => {
  const town = ask('town', 'select-one', 'Where?', { choices: [{ name: 'goma', label: { en: 'Goma, by the lake' } }] })
  const told = ask('told', 'calculate', 'So', { calculation: "concat('In ', jr:choice-name(${town}, '${town}'))" })
  const form = { ...FORM, pages: [{ ...FORM.pages[0]!, questions: [town, told] }] }
  expect(followed(conditionsOf(form), { town: 'goma' }).answers.told).toBe('In Goma, by the lake')
})

test('a form without conditions sends none', () => {
  const plain = { ...FORM, pages: FORM.pages.slice(0, 1) }
  expect(heldFor('x', { ...own, form: plain }, null, 'en', {} as Held['words']).conditions).toBeNull()
})

test.each([
  ['plan', 1, {}, 'money'],
  ['plan', 1, { plan: 'q.has_plan=no' }, 'courses'],
  ['courses', -1, { plan: 'q.has_plan=no' }, 'plan'],
  ['courses', 1, {}, undefined],
  ['courses', 1, { courses: 'q.0.women=4&q.1.women=7' }, 'end'],
  ['plan', -1, {}, undefined],
] as const)('on the phone, from %s by %i after %j comes %s', (here, step, bodies, name) => {
  const form = conditionsOf(FORM)
  const answers = answersWith(form, held, new Map(Object.entries(bodies)))
  expect(pageBeside(form, answers, held.day, here, step)?.name).toBe(name)
})
