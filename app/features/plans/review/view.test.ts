import { expect, test } from 'vitest'
import { countsOf, firstShow, idsIn, listed, nextOpen, stepFrom } from './view.ts'
import { fewRows } from './testing.ts'

const confirmed = (...ids: string[]) =>
  fewRows().map(item => (ids.includes(item.id) ? { ...item, state: 'confirmed' as const } : item))
const ids = (rows: { id: string; context: boolean }[]) =>
  rows.map(({ id, context }) => (context ? `(${id})` : id)).join(' ')

test('what the machine doubts comes first, then what nobody confirmed, then all', () => {
  expect(firstShow(fewRows())).toBe('doubtful')
  expect(firstShow(confirmed('c'))).toBe('open')
  expect(firstShow(confirmed('a', 'b', 'c', 'd', 'e', 'f'))).toBe('all')
})

test('a doubtful row is shown with the rows that it hangs under', () => {
  expect(ids(listed(fewRows(), 'doubtful', null))).toBe('(a) (b) c')
})

test('a row that was confirmed stays in the list until another view is chosen', () => {
  const kept = idsIn(fewRows(), 'open', null)
  expect(ids(listed(confirmed('b'), 'open', null, kept))).toBe('a b c d e f')
  expect(ids(listed(confirmed('a', 'b', 'c', 'd'), 'open', null))).toBe('e f')
})

test('each view tells how many rows it holds', () => {
  const rows = confirmed('a', 'b').map(item => (item.id === 'f' ? { ...item, deletedAt: '2026-11-21' } : item))
  expect(countsOf(rows, 25)).toEqual({ doubtful: 1, open: 3, confirmed: 2, all: 5, page: 5, removed: 1 })
  expect(countsOf(rows, 26).page).toBe(0)
})

test('after a row is confirmed the next one that waits is in hand, from the top again at the end', () => {
  const rows = listed(confirmed('e', 'b'), 'all', null)
  expect(nextOpen(rows, 'd')?.id).toBe('f')
  expect(nextOpen(rows, 'f')?.id).toBe('a')
  expect(nextOpen(listed(confirmed('a', 'b', 'c', 'd', 'e', 'f'), 'all', null), 'a')).toBeNull()
})

test('one steps among the rows of the view, not among those shown for their place', () => {
  const rows = listed(confirmed('a', 'b', 'c'), 'open', null)
  expect(ids(rows)).toBe('(a) (b) d e f')
  expect(stepFrom(rows, 'd', -1)).toBeNull()
  expect(stepFrom(rows, 'd', 1)?.id).toBe('e')
  expect(stepFrom(rows, null, 1)?.id).toBe('d')
})
