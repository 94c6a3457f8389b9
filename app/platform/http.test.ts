import { expect, test } from 'vitest'
import { safePath, wholeNumber } from './http.ts'

test('after signing in one comes back to a path of ours', () => {
  expect(safePath('/desk/plans/a?show=all#row')).toBe('/desk/plans/a?show=all#row')
  expect(safePath(undefined)).toBe('/desk')
})

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/\r\n/evil.example',
  '/a\0b',
])('and never to %j', path => {
  expect(safePath(path)).toBe('/desk')
})

test.each([
  ['81', 81],
  ['0', 0],
  ['-1', null],
  ['1.5', null],
  ['1e999', null],
  ['99999999999999999999', null],
  ['', null],
  [undefined, null],
])('of a number in an address or a form, %j is read as %j', (text, number) => {
  expect(wholeNumber(text)).toBe(number)
})
