import { expect, test } from 'vitest'
import { daysLeft, ruleOfReport, signersOf } from './rule.ts'
import { emptyReport } from './testing.ts'

const cedaw = (more = {}) => ruleOfReport({ ...emptyReport(), procedure: 'cedaw-session', ...more })

test('a report for no procedure, or one that the library does not know, has no rule', () => {
  expect(ruleOfReport(emptyReport())).toBeNull()
  expect(ruleOfReport({ ...emptyReport(), procedure: 'no-such-procedure' })).toBeNull()
})

test('the version that was in force for the session holds, else that of the announced day, else the newest', () => {
  expect(cedaw({ sessionId: 'cedaw-72' })?.rule?.id).toBe('cedaw-session-2019')
  expect(cedaw({ sessionStarts: '2023-10-09' })?.rule?.id).toBe('cedaw-session-2021')
  expect(cedaw({ due: '2020-06-01' })?.rule?.id).toBe('cedaw-session-2020')
  expect(cedaw()?.rule?.id).toBe('cedaw-session-2021')
  expect(cedaw({ sessionStarts: '2009-01-01' })?.rule).toBeNull()
})

test('a draft keeps the version that it was begun under, and says that another is in force', () => {
  const draft = cedaw({ sessionStarts: '2023-10-09', rule: 'cedaw-session-2020' })
  expect([draft?.rule?.id, draft?.newer?.id]).toEqual(['cedaw-session-2020', 'cedaw-session-2021'])
  expect(cedaw({ sessionStarts: '2023-10-09', rule: 'cedaw-session-2021' })?.newer).toBeNull()
})

test('the last day is counted from the session, or is the one that the body announced; the days that are left go by its own clocks', () => {
  const computed = cedaw({ sessionId: 'cedaw-86' })!.deadline!
  expect([computed.day, computed.certainty, computed.verified]).toEqual(['2023-09-11', 'computed', false])
  expect(daysLeft(computed, new Date('2023-09-01T12:00:00Z'))).toBe(10)
  // Late on the evening before in Greenwich it is the day itself in Geneva.
  expect(daysLeft(computed, new Date('2023-09-10T22:30:00Z'))).toBe(0)
  expect(daysLeft(computed, new Date('2023-09-12T12:00:00Z'))).toBe(-1)
  const announced = cedaw({ sessionId: 'cedaw-86', due: '2023-09-08' })!.deadline!
  expect([announced.day, announced.certainty]).toEqual(['2023-09-08', 'announced'])
  expect(cedaw()!.deadline).toBeNull()
})

test('who signs stands on lines of its own or between semicolons; where nobody is named, the organisation that writes', () => {
  const of = (organisations: string) => signersOf({ organisations, organisation: 'Peace Table' })
  expect(of(' Mothers of the Border\n\nPeace Table; Valley Women ')).toEqual([
    'Mothers of the Border',
    'Peace Table',
    'Valley Women',
  ])
  expect(of(' ')).toEqual(['Peace Table'])
})
