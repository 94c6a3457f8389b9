import { expect, test } from 'vitest'
import { FORM, ask } from '../testing.ts'
import { askable, boundsExpression, boundsIn, expressionFor, onlyIfIn, type OnlyIf } from './only-if.ts'

const choices = ['north', "l'est"].map(name => ({ name, label: { en: name } }))
const plan = ask('plan', 'yes-no', 'Is there a plan?')
const where = ask('where', 'select-multiple', 'Where?', { choices })
const women = ask('women', 'integer', 'How many?')
const told = ask('told', 'text', 'Tell us')
const all = [plan, where, women, told]

test.each<[OnlyIf, string]>([
  [{ question: 'plan', how: 'is', answer: 'yes' }, "${plan} = 'yes'"],
  [{ question: 'plan', how: 'is-not', answer: 'yes' }, "${plan} != 'yes'"],
  [{ question: 'plan', how: 'answered', answer: '' }, "${plan} != ''"],
  [{ question: 'where', how: 'contains', answer: 'north' }, "selected(${where}, 'north')"],
  [{ question: 'where', how: 'contains', answer: "l'est" }, 'selected(${where}, "l\'est")'],
  [{ question: 'where', how: 'is-not', answer: 'north' }, "not(selected(${where}, 'north'))"],
  [{ question: 'told', how: 'contains', answer: 'money' }, "contains(${told}, 'money')"],
  [{ question: 'women', how: 'more', answer: '5' }, '${women} > 5'],
  [{ question: 'women', how: 'less', answer: '-1.5' }, '${women} < -1.5'],
  // '5.0' is five as well.
  [{ question: 'women', how: 'is', answer: '5' }, '${women} = 5'],
  [{ question: 'women', how: 'is-not', answer: '-5' }, '${women} != -5'],
  [{ question: 'told', how: 'is', answer: '5' }, "${told} = '5'"],
])('%o is written as %s, and read again', (onlyIf, text) => {
  expect(
    expressionFor(
      onlyIf,
      all.find(({ name }) => name === onlyIf.question)!,
    ),
  ).toBe(text)
  expect(onlyIfIn(text, all)).toEqual(onlyIf)
})

test.each([
  "${plan} = 'yes' and ${women} > 5",
  "${nobody} = 'yes'",
  'count(${women}) > 1',
  '',
  "1 = '1'",
  '${told} = 5',
  "${where} = 'north'",
  "${told} = ''",
])('%s is no such condition: it stays an expression', text => {
  expect(onlyIfIn(text, all)).toBeNull()
})

test('a question can ask for those before it, and for those of its own part if that is repeated', () => {
  const [first, money, courses] = FORM.pages
  const names = (page: typeof first, own: string | null) => askable(FORM, page!, own).map(({ name }) => name)
  expect(names(first, 'has_plan')).toEqual([])
  expect(names(money, null)).toEqual(['has_plan', 'why_not', 'budget'])
  expect(names(courses, 'women')).toEqual(['has_plan', 'why_not', 'budget', 'place'])
})

test.each([
  ['. >= 0 and . <= 100', { least: '0', most: '100' }],
  ['. <= 5', { least: '', most: '5' }],
])('the bounds of %s are read and written', (text, bounds) => {
  expect(boundsIn(text)).toEqual(bounds)
  expect(boundsExpression(bounds)).toBe(text)
})

test('another constraint is no bounds', () => {
  expect(boundsIn('. > ${women}')).toBeNull()
})
