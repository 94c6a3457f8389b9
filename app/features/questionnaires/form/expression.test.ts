import { expect, test } from 'vitest'
import { ExpressionError, namesIn, readExpression, singleNamesIn } from './expression.ts'
import type { Answer } from './model.ts'
import { isTrue } from './values.ts'
import { valueOf } from './work-out.ts'

const work = (text: string, answers: Record<string, Answer> = {}, own?: Answer) =>
  valueOf(readExpression(text), {
    answer: name => answers[name],
    all: name => (answers[name] === undefined ? [] : [answers[name]]),
    isHere: () => false,
    called: (_, choice) => choice,
    own,
    position: 1,
    language: 'en',
    today: '2026-03-08',
  })

test.each([
  ['${age} >= 18', { age: '20' }, true],
  ['${age} >= 18', {}, false],
  ["selected(${who}, 'army')", { who: ['police', 'army'] }, true],
  ["selected(${who}, 'arm')", { who: ['police', 'army'] }, false],
  ["${a} = 'yes' and not(${b} = 'no')", { a: 'yes', b: '' }, true],
  ["${a} = 'yes' or ${b} = 'yes' and false()", { a: 'yes' }, true],
  ['count-selected(${who}) <= 1', { who: ['a', 'b'] }, false],
  ["${day} <= today() and ${day} > '2000-10-31'", { day: '2026-03-08' }, true],
  ['(1 + 2) * 3 div 2 = 4.5', {}, true],
  ['-${n} < 0', { n: '3' }, true],
  ['${a} != ‘no’', { a: 'yes' }, true],
] as const)('%s', (text, answers, holds) => {
  expect(isTrue(work(text, answers as unknown as Record<string, Answer>))).toBe(holds)
})

test('a dot is the answer that is checked', () => {
  expect(work('. >= 0 and . <= 120', {}, '34')).toBe(true)
  expect(work('.>0 and .<=1', {}, '34')).toBe(false)
})

test('an answer that is not there is empty text', () => {
  expect(work("${none} = ''")).toBe(true)
})

test('what it asks for is known without working it out', () => {
  expect(namesIn(readExpression("selected(${a}, 'x') and (${b} > 1 or ${c} = ${a})"))).toEqual(['a', 'b', 'c', 'a'])
})

test('what is summed up is not asked for as one answer', () => {
  const expression = readExpression('sum(${women}) > 3 and ${all} > max(${women}, ${men}) and round(${few}) > 1')
  expect(singleNamesIn(expression)).toEqual(['all', 'few'])
})

test.each([
  ["regex(., '(a')"],
  ['regex(., ${a})'],
  ['pulldata("a")'],
  ['${a} ='],
  ['1 1'],
  ['/data/a = 1'],
  ['selected(${a})'],
  [''],
  ['constructor()'],
  ['('.repeat(500)],
  ['a'.repeat(3000)],
])('%s is not understood', text => {
  expect(() => readExpression(text)).toThrow(ExpressionError)
})
