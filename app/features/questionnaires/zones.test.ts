import { expect, test } from 'vitest'
import { isTimeZone } from './model.ts'

test.each([
  ['Africa/Kinshasa', true],
  ['UTC', true],
  ['Etc/GMT-1', true],
  ['Nowhere/At-all', false],
  // The runtime takes it for one, but a colon in a zone's name breaks the calendars that name it.
  ['+01:00', false],
])('%s is a time zone by name: %s', (name, is) => {
  expect(isTimeZone(name)).toBe(is)
})
