import type { Field, Item, PlanDocument } from '@open1325/reader'
import { expect, test } from 'vitest'
import { field, item } from '../testing/plans.ts'
import { compareVersions } from './compare.ts'

const plan = (items: Item[], languages = ['en']): PlanDocument => ({
  format: 'open1325-plan/1',
  source: { name: 'plan.pdf', sha256: '0'.repeat(64), mediaType: 'application/pdf', pages: 1 },
  languages,
  title: null,
  issuer: null,
  period: null,
  items,
  warnings: [],
})

const valued = (text: string, value: unknown): Field => ({ ...field(text), value })
const action = (id: string, text: string, fields: Item['fields'] = {}) => item('action', id, text, null, fields)

const TRAIN = 'Train police officers in every district on the response to sexual violence'

/** What became of one action with these fields. */
function fate(before: Item['fields'], after: Item['fields'], text = TRAIN) {
  const { kept } = compareVersions(plan([action('a', TRAIN, before)]), plan([action('b', text, after)]))
  return { became: kept[0]?.became, changes: kept[0]?.changes.map(change => change.kind) }
}

test('an action that is kept word for word is the same, wherever it stands', () => {
  const moved = plan([action('x', 'Open a women’s shelter in the north'), action('y', TRAIN.toUpperCase())])
  const { kept, added, dropped } = compareVersions(plan([action('a', TRAIN)]), moved)
  expect(kept).toMatchObject([{ earlier: { id: 'a' }, later: { id: 'y' }, how: 'same-words', became: 'same' }])
  expect(added.map(one => one.id)).toEqual(['x'])
  expect(dropped).toEqual([])
})

test('an action that is reworded is found again; one that is replaced was dropped, and another added', () => {
  expect(fate({}, {}, TRAIN.replace('in every district', 'in four districts')).became).toBe('reworded')
  const other = plan([action('b', 'Publish a yearly report to parliament on the plan')])
  const { kept, added, dropped } = compareVersions(plan([action('a', TRAIN)]), other)
  expect(kept).toEqual([])
  expect([added.length, dropped.length]).toEqual([1, 1])
})

test.each([
  ['lowered', { number: 40, unit: '%' }, { number: 25, unit: '%' }, undefined, 'target-lowered', 'weakened'],
  ['raised', { number: 40, unit: '%' }, { number: 50, unit: '%' }, undefined, 'target-raised', 'strengthened'],
  // From 60 cases down to 10, and now only down to 30: a greater number, and less of a promise.
  [
    'eased',
    { number: 10, unit: null },
    { number: 30, unit: null },
    { number: 60, unit: null },
    'target-lowered',
    'weakened',
  ],
  [
    'in another unit',
    { number: 40, unit: '%' },
    { number: 400, unit: 'women' },
    undefined,
    'target-changed',
    'changed',
  ],
])('a target that is %s', (_, was, is, baseline, kind, became) => {
  const base = baseline ? { baseline: valued('60', baseline) } : {}
  const found = fate({ ...base, target: valued(String(was.number), was) }, { target: valued(String(is.number), is) })
  expect(found).toEqual({ became, changes: [kind] })
})

test.each([
  ['2024', '2026', 'deadline-later'],
  ['2024', '2024-12-31', undefined],
  ['2024', '2024-06', 'deadline-earlier'],
  ['2024', null, 'deadline-gone'],
  [null, '2024', 'deadline-new'],
])('a deadline of %s that becomes %s', (was, is, kind) => {
  const timeframe = (end: string | null) => valued(end ?? 'ongoing', { start: null, end })
  expect(fate({ timeframe: timeframe(was) }, { timeframe: timeframe(is) }).changes).toEqual(kind ? [kind] : [])
})

test('a body that is named no longer is named as gone', () => {
  const { kept } = compareVersions(
    plan([action('a', TRAIN, { responsible: field('Ministry of Interior; Ministry of Justice, Police') })]),
    plan([action('b', TRAIN, { responsible: field('Police, Ministry of Interior') })]),
  )
  expect(kept[0]).toMatchObject({ became: 'weakened', changes: [{ kind: 'body-gone', before: 'Ministry of Justice' }] })
})

test('money that is gone, less, more, or in another currency', () => {
  const usd = (amount: number, currency = 'USD') => ({ budget: valued(`${amount} ${currency}`, { amount, currency }) })
  expect(fate(usd(100), {})).toEqual({ became: 'weakened', changes: ['budget-gone'] })
  expect(fate(usd(100), usd(50)).changes).toEqual(['budget-lowered'])
  expect(fate(usd(100), usd(150)).changes).toEqual(['budget-raised'])
  expect(fate(usd(100), usd(90, 'EUR'))).toEqual({ became: 'changed', changes: ['budget-changed'] })
  expect(fate(usd(100), { budget: field('to be found') }).changes).toEqual(['budget-gone'])
})

test('one thing weaker and another stronger is both, not an average', () => {
  const before = { timeframe: valued('2024', { start: null, end: '2024' }) }
  const after = { timeframe: valued('2026', { start: null, end: '2026' }), responsible: field('Police') }
  expect(fate(before, after).became).toBe('both')
})

test('short actions of the same words are told apart by the objective that they stand under', () => {
  const under = (id: string, objective: string, parent: string): Item[] => [
    item('objective', parent, objective, null),
    item('action', id, 'Training', parent),
  ]
  const earlier = plan([
    ...under('a', 'Women take part in peace talks', 'o1'),
    ...under('b', 'Survivors find justice', 'o2'),
  ])
  const later = plan([
    ...under('c', 'Survivors find justice', 'p1'),
    ...under('d', 'Women take part in peace talks', 'p2'),
  ])
  const { kept } = compareVersions(earlier, later)
  expect(kept.map(pair => [pair.earlier.id, pair.later.id])).toEqual([
    ['o2', 'p1'],
    ['b', 'c'],
    ['o1', 'p2'],
    ['a', 'd'],
  ])
})

test('what a person said stands over what the words suggest', () => {
  const earlier = plan([action('a', TRAIN), action('b', 'Open a shelter in the north')])
  const later = plan([action('c', TRAIN), action('d', 'Build safe houses')])
  const said = [
    { earlier: 'a', later: 'c', relation: 'is-not' as const },
    { earlier: 'b', later: 'd', relation: 'continues' as const },
  ]
  const { kept, added, dropped } = compareVersions(earlier, later, said)
  expect(kept).toMatchObject([{ earlier: { id: 'b' }, later: { id: 'd' }, how: 'said' }])
  expect([added[0]?.id, dropped[0]?.id]).toEqual(['c', 'a'])
})

test('plans without a common language say that words cannot be held together', () => {
  expect(compareVersions(plan([], ['fr']), plan([], ['en'])).sameLanguage).toBe(false)
  expect(compareVersions(plan([], ['fr']), plan([], ['en', 'fr-CD'])).sameLanguage).toBe(true)
})

test('a thousand items that moved by a hundred are found again', () => {
  const many = (prefix: string, shift: number) =>
    plan(
      Array.from({ length: 1000 }, (_, n) =>
        action(`${prefix}${n}`, `Measure ${n + shift} for district ${(n + shift) * 7919} in the region`),
      ),
    )
  const { kept } = compareVersions(many('a', 0), many('b', 100))
  expect(kept.filter(pair => pair.how === 'same-words')).toHaveLength(900)
})
