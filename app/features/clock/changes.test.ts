import { expect, test } from 'vitest'
import { moved, withDeadline } from './changes.ts'

const planned = { starts: '2027-02-01', ends: '2027-02-19', state: 'planned' as const, supersedes: [] }

test('another day is a move, and the old one is kept', () => {
  expect(moved(planned, { starts: '2027-02-08', ends: '2027-02-26', state: 'planned' })).toEqual({
    starts: '2027-02-08',
    ends: '2027-02-26',
    state: 'moved',
    supersedes: [{ start: '2027-02-01', end: '2027-02-19' }],
  })
})

test('a day that is known better was not moved', () => {
  const vague = { ...planned, starts: '2027-02', ends: null }
  expect(moved(vague, { starts: '2027-02-08', ends: null, state: 'planned' })).toMatchObject({
    state: 'planned',
    supersedes: [],
  })
})

test('the same day stays where it is, and what is cancelled is cancelled', () => {
  expect(moved(planned, { starts: '2027-02-01', ends: '2027-02-19', state: 'cancelled' })).toMatchObject({
    state: 'cancelled',
    supersedes: [],
  })
  expect(moved(planned, { starts: '2027-03-01', ends: null, state: 'online' }).state).toBe('online')
})

test('a day that is announced again takes the place of the one before, which is kept', () => {
  const source = { sourceTitle: 'Note', sourceUrl: null, sourceKind: 'official' as const, seenOn: '2026-11-20' }
  const announced = {
    procedure: 'p',
    by: 'one' as const,
    opens: null,
    closes: '2026-12-01',
    time: null,
    zone: null,
    ...source,
  }
  const once = withDeadline([], announced)
  const coalition = withDeadline(once, { ...announced, by: 'coalition', closes: '2026-12-08' })
  const twice = withDeadline(coalition, { ...announced, closes: '2026-12-15' })
  expect(twice.map(({ by, closes, supersedes }) => [by, closes, supersedes])).toEqual([
    ['coalition', '2026-12-08', []],
    ['one', '2026-12-15', ['2026-12-01']],
  ])
  expect(withDeadline(once, announced)[0]!.supersedes).toEqual([])
})
