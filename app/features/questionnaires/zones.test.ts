import { expect, test } from 'vitest'
import { isTimeZone, momentIn } from './model.ts'

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

test.each([
  ['2026-11-30T18:00', 'Africa/Kinshasa', '2026-11-30T17:00:00.000Z'],
  ['2026-07-01T18:00', 'Europe/Paris', '2026-07-01T16:00:00.000Z'],
  ['2026-03-29T03:30', 'Europe/Paris', '2026-03-29T01:30:00.000Z'],
])('%s in %s', (local, zone, moment) => {
  expect(momentIn(local, zone).toISOString()).toBe(moment)
})
