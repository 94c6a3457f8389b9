import { openSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CannotClean, reasonOf } from './model.ts'

const errorOf = (act: () => unknown): unknown => {
  try {
    return act()
  } catch (error) {
    return error
  }
}

test('a file that leads to what nobody foresaw is refused; where the machine failed, it may be sent again', () => {
  expect(reasonOf(new CannotClean('encrypted'))).toBe('encrypted')
  expect(reasonOf(errorOf(() => 'a'.repeat(-1)))).toBe('broken-file')
  expect(reasonOf(errorOf(() => openSync('/nowhere/at/all', 'r')))).toBe(null)
})
