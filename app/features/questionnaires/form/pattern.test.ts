import { expect, test } from 'vitest'
import { patternOf } from './pattern.ts'

test.each([
  ['[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,4}', 'women@example.org', true],
  ['[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,4}', 'women at example', false],
  ['^\\+?\\d{8,12}$', '+243812345678', true],
  ['^\\+?\\d{8,12}$', '12', false],
  ['\\d{3}', '1234', false],
  ['(yes|no)?', '', true],
  ['(ab)*c', 'ababc', true],
  ['a{2}', 'aa', true],
  ['a{2,}', 'aaaa', true],
  ['[^0-9]+', 'abc', true],
  ['[^0-9]+', 'ab1', false],
  ['\\w+ \\w+', 'Résolution ١٣٢٥', true],
  ['a.c', 'aéc', true],
  ['[\\d-]+', '12-34', true],
  ['a||b', 'b', true],
  ['.*', '', true],
])('%s and “%s”', (pattern, text, matches) => {
  expect(patternOf(pattern)!(text)).toBe(matches)
})

test.each([
  '(a',
  'a)',
  '[a',
  '*a',
  'a{3,2}',
  '(?=a)',
  '\\1',
  '(a)\\1',
  '[z-a]',
  'a{999}',
  'x'.repeat(501),
  '('.repeat(40),
])('%s is no pattern', pattern => {
  expect(patternOf(pattern)).toBeNull()
})

test('a pattern that would keep others busy for ages is matched as fast as any', () => {
  expect(patternOf('(a+)+b')!('a'.repeat(5000))).toBe(false)
  expect(patternOf('((a*)*)*c')!('a'.repeat(5000))).toBe(false)
})

test('one that would fill the memory is not taken', () => {
  expect(patternOf('((((a{200}){200}){200}){200})')).toBeNull()
})
