import { expect, test } from 'vitest'
import { hasCircle, inTreeOrder, isUnusualUnder, placesAfter, stepOf, subtreeOf } from './place.ts'
import { fewRows, row } from './testing.ts'

const order = (rows: ReturnType<typeof fewRows>) =>
  inTreeOrder(rows)
    .map(({ id, depth }) => '-'.repeat(depth) + id)
    .join(' ')

const placed = (
  rows: ReturnType<typeof fewRows>,
  id: string,
  parentId: string | null,
  after: string | null | undefined,
) => {
  const places = placesAfter(rows, id, parentId, after)
  return rows.map(item => ({
    ...item,
    position: places.get(item.id) ?? item.position,
    parentId: item.id === id ? parentId : item.parentId,
  }))
}

test('rows stand in the order of the page, each under its own', () => {
  expect(order(fewRows())).toBe('a -b --c --d e -f')
})

test('a row whose parent was taken out stands at the top and is not lost', () => {
  expect(order(fewRows().filter(item => item.id !== 'b'))).toBe('a c d e -f')
})

test('a row takes all that hangs under it along', () => {
  const moved = placed(fewRows(), 'b', 'e', 'f')
  expect(order(moved)).toBe('a e -f -b --c --d')
  expect([...moved].sort((x, y) => x.position - y.position).map(({ id }) => id)).toEqual(['a', 'e', 'f', 'b', 'c', 'd'])
})

test('a row put under another without a place stands where its page has it', () => {
  expect(order(placed(fewRows(), 'c', 'a', undefined))).toBe('a -b --d -c e -f')
  expect(order(placed(fewRows(), 'd', 'e', undefined))).toBe('a -b --c e -d -f')
})

test('a row that already stands there changes no place', () => {
  expect(placesAfter(fewRows(), 'd', 'b', 'c').size).toBe(0)
})

test('where no room is left between two rows, all are numbered anew', () => {
  const rows = fewRows().map(item => (item.id === 'd' ? { ...item, position: 3 + 1e-9 } : item))
  const moved = placed(rows, 'f', 'b', 'c')
  expect(order(moved)).toBe('a -b --c --f --d e')
  expect(moved.map(({ position }) => position)).toEqual([1, 2, 3, 5, 6, 4])
})

test('the keys move a row past its sibling, under it, and out behind its parent', () => {
  expect(stepOf(fewRows(), 'd', 'up')).toEqual({ parentId: 'b', after: null })
  expect(stepOf(fewRows(), 'c', 'down')).toEqual({ parentId: 'b', after: 'd' })
  expect(stepOf(fewRows(), 'd', 'in')).toEqual({ parentId: 'c', after: null })
  expect(stepOf(fewRows(), 'd', 'out')).toEqual({ parentId: 'a', after: 'b' })
  expect(stepOf(fewRows(), 'a', 'up')).toBeNull()
  expect(stepOf(fewRows(), 'a', 'out')).toBeNull()
  expect(stepOf(fewRows(), 'a', 'in')).toBeNull()
})

test('a subtree is the row and what hangs under it', () => {
  expect(subtreeOf(fewRows(), 'a').map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'])
  expect(subtreeOf(fewRows(), 'nobody')).toEqual([])
})

test('an indicator under an action is unusual, under an outcome it is not', () => {
  expect(isUnusualUnder('indicator', 'action')).toBe(true)
  expect(isUnusualUnder('indicator', 'outcome')).toBe(false)
  expect(isUnusualUnder('pillar', 'objective')).toBe(true)
  expect(isUnusualUnder('objective', null)).toBe(false)
})

test('rows that point at each other are a circle, a forest is none', () => {
  expect(hasCircle([row('a', { parentId: 'b' }), row('b', { parentId: 'a' }), row('c')])).toBe(true)
  expect(hasCircle(fewRows())).toBe(false)
})
