import { expect, test } from 'vitest'
import type { Operation } from '../operation.ts'
import { fewRows } from '../testing.ts'
import {
  decidedAnew,
  enqueue,
  lastOwn,
  nextToSend,
  rowsWithWaiting,
  withNews,
  withoutWaiting,
  withRefusal,
  type Shared,
} from './queue.ts'

const AT = '2026-11-21T10:00:00.000Z'
const none: Shared = { items: fewRows(), last: 10, changes: [], queue: [] }
const edit = (id: string, text: string, version = 1): Operation => ({ act: 'item.edit', item: { id, version }, text })
const textOf = (state: Shared, id: string) => rowsWithWaiting(state, 'amina').find(row => row.id === id)?.text
const change = (more: object) => ({
  id: 1,
  change: 'x',
  act: 'item.edit',
  at: AT,
  who: 'amina',
  name: 'Amina',
  rows: 1,
  ref: 1,
  text: '',
  undoable: true,
  ...more,
})

test('what one does is seen at once, and the rows of the server stay as they are', () => {
  const state = enqueue(none, '1', edit('d', 'Mine'), AT)
  expect(textOf(state, 'd')).toBe('Mine')
  expect(state.items).toEqual(fewRows())
})

test('operations go in order, and each says which own ones it was decided after', () => {
  const state = enqueue(enqueue(none, '1', edit('d', 'One'), AT), '2', edit('d', 'Two'), AT)
  expect(nextToSend(state.queue)?.id).toBe('1')
  expect(state.queue[1]?.knows).toEqual(['1'])
  expect(textOf(state, 'd')).toBe('Two')
  expect(nextToSend(withoutWaiting(state, '1').queue)?.id).toBe('2')
})

test('what others did is taken in beneath what waits, and an older version never replaces a newer one', () => {
  const waiting = enqueue(none, '1', edit('d', 'Mine'), AT)
  const theirs = { ...fewRows()[3]!, version: 3, text: 'Theirs', number: '7' }
  const state = withNews(waiting, { last: 12, items: [theirs], by: { d: 'other' } })
  expect(textOf(state, 'd')).toBe('Mine')
  expect(rowsWithWaiting(state, 'amina')[3]?.number).toBe('7')
  const stale = withNews(state, { last: 11, items: [{ ...theirs, version: 2, text: 'Old' }], by: {} })
  expect(stale.items[3]?.text).toBe('Theirs')
  expect(stale.last).toBe(12)
})

test('a refused operation is shown no more, lets the others pass, and waits for the person', () => {
  const two = enqueue(enqueue(none, '1', edit('d', 'One'), AT), '2', edit('f', 'Two'), AT)
  const state = withRefusal(two, '1', { sentence: 'No', conflict: true, rowId: 'd' })
  expect(textOf(state, 'd')).toBe(fewRows()[3]!.text)
  expect(nextToSend(state.queue)?.id).toBe('2')
  expect(state.queue).toHaveLength(2)
})

test('decided anew, it is a new operation on the rows as they stand now', () => {
  const refused = withRefusal(enqueue(none, '1', edit('d', 'Mine'), AT), '1', {
    sentence: 'No',
    conflict: true,
    rowId: 'd',
  })
  const theirs = { ...fewRows()[3]!, version: 3, text: 'Theirs' }
  const state = decidedAnew(withNews(refused, { last: 12, items: [theirs], by: {} }), '1', '2', AT)
  expect(state.queue).toEqual([{ id: '2', operation: edit('d', 'Mine', 3), knows: [], at: AT }])
})

test('undo takes back the last that was not sent, else the last own change that still stands', () => {
  const two = enqueue(enqueue(none, '1', edit('d', 'One'), AT), '2', edit('d', 'Two'), AT)
  expect(lastOwn(two, 'amina', '1')).toEqual({ waiting: '2' })
  expect(lastOwn(withoutWaiting(two, '2'), 'amina', '1')).toBeNull()
  const changes = [
    change({ change: 'undo', act: 'item.undo' }),
    change({ change: 'theirs', who: 'other' }),
    change({ change: 'overtaken', undoable: false }),
    change({ change: 'mine' }),
  ]
  expect(lastOwn({ ...none, changes }, 'amina', null)).toEqual({ change: 'mine' })
  expect(lastOwn({ ...none, changes: [] }, 'amina', null)).toBeNull()
})

test('a row that was split off can be worked on before the server knows of it', () => {
  const split: Operation = { act: 'item.split', item: { id: 'd', version: 1 }, at: 16, newId: 'new' }
  const state = enqueue(enqueue(none, '1', split, AT), '2', edit('new', 'Publish it'), AT)
  expect(textOf(state, 'new')).toBe('Publish it')
  expect(textOf(state, 'd')).toBe('Train mediators')
})
