import { expect, test } from 'vitest'
import type { ReadingRun } from '../model.ts'
import type { DeskEntry } from '../queries/instrument.ts'
import { nextStep, secondsLeft } from './next-step.ts'

const run = (state: ReadingRun['state']): ReadingRun => ({
  id: 'r',
  state,
  pagesDone: 0,
  pages: null,
  startedAt: null,
  endedAt: null,
  error: null,
})
const entry = (about: Partial<DeskEntry>, publishedAt: Date | null = null) =>
  ({
    plan: { publishedAt },
    run: run('done'),
    items: 9,
    unconfirmed: 0,
    doubtful: 0,
    decided: 12,
    ...about,
  }) as DeskEntry

test('a plan has one next step, in the order in which the work is done', () => {
  expect(nextStep(entry({ run: run('queued'), items: 0 }), 12)).toBe('wait')
  expect(nextStep(entry({ run: run('failed'), items: 0 }), 12)).toBe('mend')
  expect(nextStep(entry({ run: run('cancelled'), items: 0 }), 12)).toBe('stopped')
  expect(nextStep(entry({ items: 0 }), 12)).toBe('no-rows')
  expect(nextStep(entry({ unconfirmed: 3 }), 12)).toBe('review')
  expect(nextStep(entry({ decided: 11 }), 12)).toBe('appraise')
  expect(nextStep(entry({}), 12)).toBe('publish')
  expect(nextStep(entry({}, new Date()), 12)).toBe('nothing')
})

test('a later reading that failed does not hide the rows that an earlier one has given', () => {
  expect(nextStep(entry({ run: run('failed'), unconfirmed: 3 }), 12)).toBe('review')
})

test('the time left follows the speed of the pages, once there is one', () => {
  const startedAt = new Date('2026-11-21T12:00:00Z')
  const at = (seconds: number) => new Date(startedAt.getTime() + seconds * 1000)
  expect(secondsLeft({ pagesDone: 10, pages: 40, startedAt }, at(5))).toBe(15)
  expect(secondsLeft({ pagesDone: 40, pages: 40, startedAt }, at(5))).toBe(1)
  expect(secondsLeft({ pagesDone: 1, pages: 40, startedAt }, at(0.2))).toBe(null)
  expect(secondsLeft({ pagesDone: 0, pages: 40, startedAt }, at(5))).toBe(null)
  expect(secondsLeft({ pagesDone: 3, pages: null, startedAt }, at(5))).toBe(null)
})
