import { expect, test } from 'vitest'
import { changedAspects, restsOn, type Aspect, type Image } from './conflict.ts'
import type { RowOperation } from '../review/operation.ts'

const image: Image = {
  kind: 'action',
  number: '1.1',
  text: 'Train mediators',
  parent_id: null,
  position: 4,
  fields: { budget: { text: 'USD 10' } },
  cites: [],
  state: 'read',
  deleted_at: null,
  version: 1,
}
const item = { id: 'd', version: 1 }
const since = (...aspects: Aspect[]) => new Set(aspects)

test('what differs between two images of a row is told part by part', () => {
  expect(changedAspects(image, { ...image, version: 2 })).toEqual(since())
  expect(changedAspects(image, { ...image, text: 'x', kind: 'outcome' })).toEqual(since('text', 'kind'))
  expect(changedAspects(image, { ...image, position: 5 })).toEqual(since('place'))
  expect(changedAspects(image, { ...image, fields: {} })).toEqual(since('field:budget'))
  expect(changedAspects(image, { ...image, deleted_at: '2026-11-21' })).toEqual(since('taken-out'))
})

test('two people may edit different parts of one row', () => {
  const budget: RowOperation = { act: 'item.edit', item, fields: { budget: 'USD 20' } }
  expect(restsOn(budget, since('text', 'number', 'place', 'state'))).toBe(false)
  expect(restsOn(budget, since('field:budget'))).toBe(true)
  expect(restsOn({ act: 'item.edit', item, text: 'x' }, since('text'))).toBe(true)
})

test('who confirms vouches for the words that she saw, not for the place', () => {
  const confirm: RowOperation = { act: 'item.confirm', items: [item] }
  expect(restsOn(confirm, since('place', 'state'))).toBe(false)
  expect(restsOn(confirm, since('text'))).toBe(true)
  expect(restsOn(confirm, since('field:target'))).toBe(true)
  expect(restsOn({ act: 'item.edit', item, text: 'x', confirm: true }, since('field:target'))).toBe(true)
})

test('nothing is done to a row that somebody took out, except to put it back', () => {
  expect(restsOn({ act: 'item.rekind', item, kind: 'outcome' }, since('taken-out'))).toBe(true)
  expect(restsOn({ act: 'item.restore', item }, since('taken-out'))).toBe(false)
})

test('a row is not taken out over the head of somebody who confirmed or mended it', () => {
  expect(restsOn({ act: 'item.delete', item }, since('state'))).toBe(true)
  expect(restsOn({ act: 'item.delete', item }, since('text'))).toBe(true)
  expect(restsOn({ act: 'item.delete', item }, since('place'))).toBe(false)
})
