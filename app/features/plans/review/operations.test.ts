import { expect, test } from 'vitest'
import type { ReviewItem, RowOperation } from './operation.ts'
import { applyOperation } from './operations.ts'
import { inTreeOrder } from './place.ts'
import { BY, fewRows } from './testing.ts'

const at = (id: string) => ({ id, version: 1 })

function after(operation: RowOperation, items = fewRows()): ReviewItem[] {
  const applied = applyOperation(items, operation, BY)
  if (!applied.ok) throw new Error(applied.refusal)
  const changed = new Map(applied.rows.map(row => [row.id, row]))
  return [...items.map(item => changed.get(item.id) ?? item), ...applied.rows.filter(row => row.ref === 0)]
}
const find = (items: ReviewItem[], id: string) => items.find(item => item.id === id)!
const refusal = (operation: RowOperation, items = fewRows()) => {
  const applied = applyOperation(items, operation, BY)
  return applied.ok ? null : applied.refusal
}
const nothingChanges = (operation: RowOperation, items: ReviewItem[]) =>
  expect(applyOperation(items, operation, BY)).toEqual({ ok: true, rows: [] })

test('who confirms a row puts her name and the time to it; to confirm it again changes nothing', () => {
  const confirm: RowOperation = { act: 'item.confirm', items: [at('c'), at('d')] }
  const rows = after(confirm)
  expect(find(rows, 'c')).toMatchObject({ state: 'confirmed', confirmedBy: 'amina', confirmedAt: BY.at })
  nothingChanges(confirm, rows)
})

test('an edit changes only what was typed, and keeps where the words stand', () => {
  const rows = after({ act: 'item.edit', item: at('d'), text: '  Train   mediators ', number: '1.1' })
  expect(find(rows, 'd')).toMatchObject({ text: 'Train mediators', number: '1.1', state: 'read' })
  expect(find(rows, 'd').cites).toEqual(find(fewRows(), 'd').cites)
})

test('an edited field keeps its place but not the value that its old words meant; an emptied one goes', () => {
  const cites = [{ page: 25, box: null, quote: '2025' }]
  const items = fewRows()
  find(items, 'd').fields = {
    timeframe: { text: '2025', cites, value: { start: '2025', end: '2025' } },
    budget: { text: 'USD 10', cites },
  }
  const edit: RowOperation = { act: 'item.edit', item: at('d'), fields: { timeframe: '2025–2026', budget: null } }
  const rows = after(edit, items)
  expect(find(rows, 'd').fields).toEqual({ timeframe: { text: '2025–2026', cites } })
  nothingChanges(edit, rows)
})

test('a field that the machine missed stands where its row stands', () => {
  const rows = after({ act: 'item.edit', item: at('d'), fields: { responsible: 'Ministry of Gender' } })
  expect(find(rows, 'd').fields.responsible).toEqual({ text: 'Ministry of Gender', cites: find(rows, 'd').cites })
})

test('saved and confirmed is one act, and an edit of a confirmed row is the editor’s word', () => {
  const confirmed = after({ act: 'item.edit', item: at('d'), confirm: true })
  expect(find(confirmed, 'd')).toMatchObject({ state: 'confirmed', confirmedBy: 'amina' })
  const items = fewRows().map(item => ({ ...item, state: 'confirmed' as const, confirmedBy: 'other' }))
  expect(find(after({ act: 'item.edit', item: at('d'), text: 'New' }, items), 'd').confirmedBy).toBe('amina')
})

test('a row without words is refused', () => {
  expect(refusal({ act: 'item.edit', item: at('d'), text: '  ' })).toBe('empty')
})

test('a split gives two rows, the second right behind the first, each with the place of its words', () => {
  const rows = after({ act: 'item.split', item: at('d'), at: 16, newId: 'new' })
  expect(find(rows, 'd')).toMatchObject({ text: 'Train mediators', number: null })
  expect(find(rows, 'new')).toMatchObject({ text: 'and publish a roster', parentId: 'b', kind: 'action', ref: 0 })
  expect(find(rows, 'new').cites).toEqual([{ page: 25, box: [50, 80, 250, 92], quote: 'and publish a roster' }])
  expect(inTreeOrder(rows).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'new', 'e', 'f'])
})

test('a row over two pages, split at the page break, keeps on each side the page of its words', () => {
  const items = fewRows()
  find(items, 'd').cites = [
    { page: 25, box: null, quote: 'Train mediators' },
    { page: 26, box: null, quote: 'and publish a roster' },
  ]
  const rows = after({ act: 'item.split', item: at('d'), at: 16, newId: 'new' }, items)
  expect(find(rows, 'd').cites.map(cite => cite.page)).toEqual([25])
  expect(find(rows, 'new').cites.map(cite => cite.page)).toEqual([26])
})

test('what hangs under a row that is split stays with the first', () => {
  const rows = after({ act: 'item.split', item: at('b'), at: 5, newId: 'new' })
  expect(inTreeOrder(rows).map(({ id, depth }) => '-'.repeat(depth) + id)).toEqual([
    'a',
    '-b',
    '--c',
    '--d',
    '-new',
    'e',
    '-f',
  ])
})

test('a split needs words on both sides', () => {
  expect(refusal({ act: 'item.split', item: at('d'), at: 0, newId: 'new' })).toBe('nothing-to-split')
  expect(refusal({ act: 'item.split', item: at('d'), at: 999, newId: 'new' })).toBe('nothing-to-split')
})

test('a merge joins words, places and fields; the other row is kept, taken out, and leads to the survivor', () => {
  const items = fewRows()
  const cites = [{ page: 25, box: null, quote: 'Ministry' }]
  find(items, 'c').fields = { responsible: { text: 'Ministry', cites } }
  find(items, 'd').fields = { responsible: { text: 'Police', cites }, budget: { text: 'USD 10', cites } }
  const merge: RowOperation = { act: 'item.merge', into: at('c'), from: at('d') }
  const rows = after(merge, items)
  expect(find(rows, 'c')).toMatchObject({
    text: 'Share of women at the table Train mediators and publish a roster',
    confidence: 0.5,
    fields: { responsible: { text: 'Ministry; Police', cites }, budget: { text: 'USD 10', cites } },
  })
  expect(find(rows, 'c').cites).toHaveLength(2)
  expect(find(rows, 'd')).toMatchObject({ deletedAt: BY.at, mergedInto: 'c', ref: 4 })
  nothingChanges(merge, rows)
})

test('what hung under the row that was merged away hangs under the survivor', () => {
  const rows = after({ act: 'item.merge', into: at('a'), from: at('e') })
  expect(find(rows, 'f').parentId).toBe('a')
})

test('a confirmed row merged with an unconfirmed one is to confirm again', () => {
  const items = fewRows()
  find(items, 'c').state = 'confirmed'
  expect(find(after({ act: 'item.merge', into: at('c'), from: at('d') }, items), 'c').state).toBe('read')
})

test('a row cannot be merged into one that hangs under it, nor put there', () => {
  expect(refusal({ act: 'item.merge', into: at('d'), from: at('a') })).toBe('merge-inside')
  expect(refusal({ act: 'item.move', item: at('a'), parentId: 'd' })).toBe('cycle')
  expect(refusal({ act: 'item.move', item: at('a'), parentId: 'a' })).toBe('cycle')
})

test('a move to where the row is changes nothing', () => {
  nothingChanges({ act: 'item.move', item: at('d'), parentId: 'b', after: 'c' }, fewRows())
})

test('a heading taken out leaves what hung under it one level up', () => {
  const remove: RowOperation = { act: 'item.delete', item: at('b') }
  const rows = after(remove)
  expect(find(rows, 'b').deletedAt).toBe(BY.at)
  expect(find(rows, 'c').parentId).toBe('a')
  nothingChanges(remove, rows)
})

test('a row put back stands under what is left of its parents', () => {
  const gone = after({ act: 'item.delete', item: at('d') }, after({ act: 'item.delete', item: at('b') }))
  const rows = after({ act: 'item.restore', item: at('d') }, gone)
  expect(find(rows, 'd')).toMatchObject({ deletedAt: null, mergedInto: null, parentId: 'a' })
})

test('an added row is the person’s own word: confirmed, without the machine’s doubt, where it stands on the page', () => {
  const cites = [{ page: 25, box: [50, 70, 250, 75] as [number, number, number, number], quote: 'Pay the mediators' }]
  const add: RowOperation = {
    act: 'item.add',
    newId: 'new',
    kind: 'action',
    number: null,
    text: 'Pay the mediators',
    parentId: 'b',
    cites,
  }
  const rows = after(add)
  expect(find(rows, 'new')).toMatchObject({ state: 'confirmed', confidence: null, ref: 0, cites })
  expect(inTreeOrder(rows).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'new', 'd', 'e', 'f'])
  nothingChanges(add, rows)
})

test('a row that is not there any more is refused, whatever is done to it', () => {
  const gone = after({ act: 'item.delete', item: at('f') })
  const acts: RowOperation[] = [
    { act: 'item.confirm', items: [at('f')] },
    { act: 'item.edit', item: at('f'), text: 'x' },
    { act: 'item.split', item: at('f'), at: 3, newId: 'new' },
    { act: 'item.merge', into: at('e'), from: at('f') },
    { act: 'item.move', item: at('f'), parentId: null },
    { act: 'item.rekind', item: at('f'), kind: 'outcome' },
  ]
  for (const act of acts) expect(refusal(act, gone), act.act).toBe('gone')
})
