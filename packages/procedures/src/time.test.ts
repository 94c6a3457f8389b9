import { expect, test } from 'vitest'
import { addDays, dayIn, daysBetween, firstDayOf, instantOf, lastDayOf } from './time.ts'

const at = (day: string, time: string, zone: string): string => instantOf(day, time, zone).toISOString()

test('the last minute of a day in Geneva comes an hour earlier by Greenwich in winter, two in summer', () => {
  expect(at('2027-01-10', '23:59', 'Europe/Zurich')).toBe('2027-01-10T22:59:00.000Z')
  expect(at('2027-07-10', '23:59', 'Europe/Zurich')).toBe('2027-07-10T21:59:00.000Z')
})

test('noon in New York, in a zone of half hours, and where it is already tomorrow', () => {
  expect(at('2026-10-17', '12:00', 'America/New_York')).toBe('2026-10-17T16:00:00.000Z')
  expect(at('2026-10-17', '12:00', 'Asia/Kabul')).toBe('2026-10-17T07:30:00.000Z')
  expect(at('2026-10-17', '06:00', 'Pacific/Kiritimati')).toBe('2026-10-16T16:00:00.000Z')
})

test('a time that clocks show twice is the first of the two: who is early is in time', () => {
  expect(at('2026-10-25', '02:30', 'Europe/Zurich')).toBe('2026-10-25T00:30:00.000Z')
})

test('a time that clocks leave out is the moment at which they are put forward', () => {
  expect(at('2026-03-29', '02:30', 'Europe/Zurich')).toBe('2026-03-29T01:00:00.000Z')
})

test('the evening before and after clocks change is right', () => {
  expect(at('2026-03-28', '23:59', 'Europe/Zurich')).toBe('2026-03-28T22:59:00.000Z')
  expect(at('2026-03-29', '23:59', 'Europe/Zurich')).toBe('2026-03-29T21:59:00.000Z')
  expect(at('2026-11-01', '23:59', 'America/New_York')).toBe('2026-11-02T04:59:00.000Z')
})

test('the same instant is Monday in New York and Tuesday in Geneva', () => {
  const instant = new Date('2026-11-23T23:30:00Z')
  expect(dayIn(instant, 'America/New_York')).toBe('2026-11-23')
  expect(dayIn(instant, 'Europe/Zurich')).toBe('2026-11-24')
})

test('days go over months and leap years', () => {
  expect(addDays('2024-03-01', -1)).toBe('2024-02-29')
  expect(addDays('2025-12-31', 1)).toBe('2026-01-01')
  expect(daysBetween('2026-11-21', '2027-01-01')).toBe(41)
})

test('a date that is known to the month or the year may be any of its days', () => {
  expect([firstDayOf('2026-02'), lastDayOf('2026-02')]).toEqual(['2026-02-01', '2026-02-28'])
  expect([firstDayOf('2027'), lastDayOf('2027')]).toEqual(['2027-01-01', '2027-12-31'])
  expect([firstDayOf('2027-06-17'), lastDayOf('2027-06-17')]).toEqual(['2027-06-17', '2027-06-17'])
})
