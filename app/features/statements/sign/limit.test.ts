import { expect, test } from 'vitest'
import { tried } from './limit.ts'

test('one network is held up, however its addresses are written; another one is not', () => {
  const written = (n: number) => (n % 2 ? `2001:db8::${n + 10}:2:3:4` : `2001:db8:0:0:${n + 10}:2:3:4`)
  for (let n = 0; n < 20; n++) expect(tried(written(n), 1000)).toBeNull()
  expect(tried('2001:db8::1', 1000)).toBe(600)
  expect(tried('2001:db8::5:6:7:8', 1000)).toBe(600)
  expect(tried('2001:db8:0:1::1', 1000)).toBeNull()
  expect(tried('::1', 1000)).toBeNull()
})
