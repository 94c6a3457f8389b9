import { expect, test } from 'vitest'
import { isFollowUpDay } from './forms.ts'

test.each(['2000-10-30', '2026-02-30', '2026-02', '2100-01-02', 'soon', ''])(
  'a body cannot want to hear by %j: the form says so, also for rows of a text that was taken apart',
  day => {
    expect(isFollowUpDay(day)).toBe(false)
  },
)

test('a leap day is a day', () => {
  expect(isFollowUpDay('2028-02-29')).toBe(true)
})
