import { expect, test } from 'vitest'
import { boundaryIn, operationOfForm, type Fields } from './forms.ts'
import { fewRows } from './testing.ts'

const read = (fields: Fields, changedMeanwhile?: Set<string>) =>
  operationOfForm(fields, { items: fewRows(), newId: () => 'new', ...(changedMeanwhile ? { changedMeanwhile } : {}) })
const operation = (fields: Fields) => {
  const form = read(fields)
  if (!form.ok) throw new Error(JSON.stringify(form.errors))
  return form.operation
}
const item = { id: 'd', version: 1 }
const onRow = { row: 'd', version: '1' }

test('an edit form gives only what was changed', () => {
  const fields = {
    act: 'item.edit',
    ...onRow,
    text: 'Train mediators and publish a roster',
    number: '4 ',
    'field.budget': '',
  }
  expect(operation(fields)).toEqual({ act: 'item.edit', item, number: '4' })
})

test('an edit form made for an older version gives all of it, to be held against what others did', () => {
  const rows = fewRows().map(row => ({ ...row, version: 2 }))
  const fields = {
    act: 'item.edit',
    ...onRow,
    text: 'Train mediators and publish a roster',
    number: '',
    'field.budget': '',
  }
  const form = operationOfForm(fields, { items: rows, newId: () => 'new' })
  expect(form).toMatchObject({ operation: { text: 'Train mediators and publish a roster', fields: { budget: null } } })
})

test('a row without words comes back with the sentence for it', () => {
  expect(read({ act: 'item.edit', ...onRow, text: ' ' })).toEqual({
    ok: false,
    errors: { text: 'review.refused.empty' },
  })
})

test('a line break in the text says where the second row begins', () => {
  const parts = 'Train mediators\r\nand publish a roster'
  expect(operation({ act: 'item.split', ...onRow, parts })).toEqual({ act: 'item.split', item, at: 16, newId: 'new' })
  expect(boundaryIn('one two', 'one\n\n two ')).toBe(4)
  expect(boundaryIn('one two', 'one two')).toBeNull()
  expect(boundaryIn('one two', 'one\nthree')).toBeNull()
  expect(boundaryIn('one two', 'o\nne\ntwo')).toBeNull()
})

test('of two rows that are merged the first in the plan survives', () => {
  const c = { id: 'c', version: 1 }
  expect(operation({ act: 'item.merge', ...onRow, other: 'c:1' })).toEqual({ act: 'item.merge', into: c, from: item })
  expect(operation({ act: 'item.merge', row: 'c', version: '1', chosen: 'd:1' })).toMatchObject({ into: c, from: item })
  expect(read({ act: 'item.merge', ...onRow, other: 'd:1' }).ok).toBe(false)
})

test('a move by a step and a move under a chosen row are the same operation', () => {
  expect(operation({ act: 'item.move', ...onRow, step: 'up' })).toEqual({
    act: 'item.move',
    item,
    parentId: 'b',
    after: null,
  })
  expect(operation({ act: 'item.move', ...onRow, parent: 'e' })).toEqual({ act: 'item.move', item, parentId: 'e' })
  expect(operation({ act: 'item.move', ...onRow, parent: '' })).toEqual({ act: 'item.move', item, parentId: null })
  expect(read({ act: 'item.move', row: 'a', step: 'up' })).toEqual({
    ok: false,
    errors: { step: 'review.refused.no-further' },
  })
})

test('many rows are confirmed at once by their certainty or by their place, without those that others just changed', () => {
  const many = (fields: Fields, changed?: Set<string>) => {
    const form = read({ act: 'confirm-many', ...fields }, changed)
    return form.ok && form.operation.act === 'item.confirm' ? form.operation.items.map(({ id }) => id).join(' ') : null
  }
  expect(many({ scope: 'above', above: '0.9' })).toBe('a b d e f')
  expect(many({ scope: 'subtree', row: 'b' })).toBe('b c d')
  expect(many({ scope: 'subtree', row: 'b' }, new Set(['c']))).toBe('b d')
  expect(many({ scope: 'above', above: '0.99' })).toBeNull()
})

test('an added row needs its page, its words and its kind', () => {
  expect(read({ act: 'item.add', quote: '', 'new-kind': 'x' })).toEqual({
    ok: false,
    errors: { quote: 'form.needed', 'new-kind': 'form.needed' },
  })
  expect(read({ act: 'item.add', quote: 'Words', 'new-kind': 'action' })).toEqual({
    ok: false,
    errors: { 'cite-page': 'form.needed' },
  })
  const box = '1,2,3.5,4'
  expect(operation({ act: 'item.add', quote: ' Words ', 'new-kind': 'action', 'cite-page': '25', box })).toEqual({
    act: 'item.add',
    newId: 'new',
    kind: 'action',
    number: null,
    text: 'Words',
    parentId: null,
    cites: [{ page: 25, box: [1, 2, 3.5, 4], quote: 'Words' }],
  })
})

test('a form of no known act, or for a row that is not there, is refused', () => {
  expect(read({ act: 'item.explode', ...onRow }).ok).toBe(false)
  expect(read({ act: 'item.confirm', row: 'nobody' })).toEqual({ ok: false, errors: { '': 'review.refused.gone' } })
})
