import { expect, test } from 'vitest'
import type { Status, Voice } from './model.ts'
import { promiseLine } from './promise-line.ts'

const span = { start: '2020-01-01', due: '2022-01-01', dueOf: 'item' as const }
const said = (voice: Voice, asOf: string, status: Status = 'under-way') => ({ voice, asOf, status })

test('time runs from the start to today, and the due date stands where it belongs', () => {
  const line = promiseLine(span, [], '2024-01-01', 'ltr')!
  expect([line.start.x, line.today.x]).toEqual([4, 96])
  expect(line.due!.x).toBeCloseTo(50, 0)
  expect(line.pastDue!.left).toBe(line.due!.x)
  expect(line.pastDue!.left + line.pastDue!.width).toBeCloseTo(96)
})

test('before its due date a commitment has today within the line, and nothing is past', () => {
  const line = promiseLine(span, [], '2021-01-01', 'ltr')!
  expect([line.due!.x, line.pastDue]).toEqual([96, null])
  expect(line.today.x).toBeCloseTo(50, 0)
})

test('in Arabic time runs from right to left', () => {
  const words = [said('government', '2020-07-01'), said('community', '2023-01-01')]
  const left = promiseLine(span, words, '2024-01-01', 'ltr')!
  const right = promiseLine(span, words, '2024-01-01', 'rtl')!
  const xs = (line: typeof left) =>
    [line.start, line.today, line.due!, ...line.rows.flatMap(row => row.marks)].map(one => one.x)
  xs(left).forEach((x, n) => expect(x + xs(right)[n]!).toBeCloseTo(100, 1))
  expect(right.pastDue!.width).toBeCloseTo(left.pastDue!.width, 1)
  expect(right.start.anchor).toBe('right')
})

test('the government stands above the line, everybody else below, each in a row of their own', () => {
  const line = promiseLine(
    span,
    [said('independent', '2021-01-01'), said('government', '2021-01-01'), said('community', '2021-01-01')],
    '2023-01-01',
    'ltr',
  )!
  expect(line.rows.map(row => row.voice)).toEqual(['government', 'civil-society', 'community', 'independent'])
  const [government, civilSociety, community, independent] = line.rows
  expect(government!.marks[0]!.y).toBeLessThan(line.axis.y)
  expect(civilSociety!.marks).toEqual([])
  expect(community!.marks[0]!.y).toBeGreaterThan(line.axis.y)
  expect(independent!.marks[0]!.y).toBeGreaterThan(community!.marks[0]!.y)
  expect(line.height).toBeGreaterThan(line.due!.y)
})

test('words of nearly the same day stand in levels and cover nothing', () => {
  const words = Array.from({ length: 6 }, (_, n) => said(n % 2 ? 'government' : 'community', `2021-05-0${n + 1}`))
  const line = promiseLine(span, words, '2023-01-01', 'ltr')!
  const marks = line.rows.flatMap(row => row.marks)
  for (const [n, a] of marks.entries())
    for (const b of marks.slice(n + 1)) expect(Math.abs(a.y - b.y) >= 20 || Math.abs(a.x - b.x) >= 6).toBe(true)
  for (const { y } of line.rows[0]!.marks) expect(y).toBeLessThan(line.axis.y)
  for (const { y } of marks) expect(y).toBeLessThan(line.start.y)
})

test('a word from before the start or after the due date widens the line', () => {
  const line = promiseLine(
    span,
    [said('government', '2019-01-01'), said('community', '2026-01-01')],
    '2021-01-01',
    'ltr',
  )!
  expect(line.rows[0]!.marks[0]!.x).toBe(4)
  expect(line.rows.at(-1)!.marks[0]!.x).toBe(96)
  expect(line.start.day).toBe('2019-01-01')
})

test('without dates the words make the line; without words and dates there is none; one day alone is drawn', () => {
  const undated = { start: null, due: null, dueOf: null }
  expect(promiseLine(undated, [], '2021-01-01', 'ltr')).toBeNull()
  expect(promiseLine(undated, [said('government', '2020-01-01')], '2021-01-01', 'ltr')!.due).toBeNull()
  const day = promiseLine(undated, [said('government', '2021-01-01')], '2021-01-01', 'ltr')!
  expect(day.rows[0]!.marks[0]!.x).toBe(96)
})
