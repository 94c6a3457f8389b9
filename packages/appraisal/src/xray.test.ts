import type { Box, Item, PlanDocument } from '@open1325/reader'
import { expect, test } from 'vitest'
import { documentOf, field, item, itemsOf } from './testing/plans.ts'
import { xray } from './xray.ts'

function filled(document: PlanDocument): Record<string, string> {
  return Object.fromEntries(
    xray(document).rows.map(({ name, cells }) => [name, cells.map(cell => (cell ? '■' : '□')).join('')]),
  )
}

function at(box: Box, placed: Item): Item {
  return { ...placed, cites: [{ page: 1, box, quote: placed.text }] }
}

test('one column for each action, filled where the plan states it', () => {
  const document = documentOf(
    itemsOf([
      { objective: 'Decide', action: 'Train', responsible: 'Ministry', timeframe: '2026', budget: '45,000' },
      { action: 'Print', responsible: 'Ministry' },
    ]),
  )
  expect(xray(document).columns.map(({ text }) => text)).toEqual(['Train', 'Print'])
  expect(filled(document)).toEqual({
    indicator: '□□',
    baseline: '□□',
    target: '□□',
    responsible: '■■',
    timeframe: '■□',
    budget: '■□',
  })
})

test('indicators that stand under the objective and beside no action count for all its actions', () => {
  const indicators = [{ text: 'Share of women', target: '30%' }]
  const document = documentOf(itemsOf([{ objective: 'Decide', action: 'Train', indicators }, { action: 'Print' }]))
  expect(filled(document)).toMatchObject({ indicator: '■■', baseline: '□□', target: '■■' })
})

test('indicators that stand beside actions count for the actions of their row', () => {
  const document = documentOf([
    item('objective', 'o', 'Decide', null),
    at([200, 100, 300, 130], item('action', 'a1', 'Train', 'o')),
    at(
      [310, 102, 400, 112],
      item('indicator', 'i1', 'Women trained', 'o', { baseline: field('0'), target: field('60') }),
    ),
    at([200, 140, 300, 170], item('action', 'a2', 'Print', 'o')),
    at([200, 180, 300, 210], item('action', 'a3', 'Build', 'o')),
    at([310, 182, 400, 192], item('indicator', 'i3', 'Blocks built', 'o', { target: field('9') })),
  ])
  expect(filled(document)).toMatchObject({ indicator: '■□■', baseline: '■□□', target: '■□■' })
})

test('where there are no pages, the table row of the cite says which row it is', () => {
  const placed = (where: string, one: Item): Item => ({
    ...one,
    cites: [{ page: null, box: null, at: where, quote: one.text }],
  })
  const document = documentOf([
    item('objective', 'o', 'Decide', null),
    placed('table 2, row 3, column 2', item('action', 'a1', 'Train', 'o')),
    placed('table 2, row 3, column 3, table 1, row 2, column 1', item('indicator', 'i1', 'Women trained', 'o')),
    placed('table 2, row 4, column 2', item('action', 'a2', 'Print', 'o')),
  ])
  expect(filled(document).indicator).toBe('■□')
})

test('actions that a list gives in one cell share the indicators of that row', () => {
  const shared = {
    responsible: { text: 'Army', cites: [{ page: 1, box: [410, 100, 500, 110] as Box, quote: 'Army' }] },
  }
  const document = documentOf([
    item('objective', 'o', 'Serve', null),
    at([200, 100, 300, 110], item('action', 'a1', 'Recruit', 'o', shared)),
    at([200, 120, 300, 130], item('action', 'a2', 'Promote', 'o', shared)),
    at([310, 100, 400, 110], item('indicator', 'i1', 'Share of women', 'o')),
  ])
  expect(filled(document).indicator).toBe('■■')
})

test('the column of amounts is filled by amounts only', () => {
  const document = documentOf(
    itemsOf([
      { action: 'a', budget: 'State budget' },
      { action: 'b', budget: '٤٥٠٠٠' },
    ]),
  )
  expect(filled(document).budget).toBe('□■')
})

test('a plan without actions has a column for each objective, filled by its indicators too', () => {
  const indicators = [{ text: 'Share of women', baseline: '12%' }]
  const document = documentOf(
    itemsOf([{ pillar: 'Participation', objective: 'Decide', indicators }, { objective: 'Serve' }]),
  )
  expect(xray(document).columns.map(({ text }) => text)).toEqual(['Decide', 'Serve'])
  expect(filled(document)).toMatchObject({ indicator: '■□', baseline: '■□' })
})

test('an objective has all the indicators under it, wherever they stand', () => {
  const document = documentOf([
    at([50, 700, 150, 780], item('objective', 'o', 'Decide', null)),
    at([200, 700, 300, 720], item('indicator', 'i1', 'Share of women', 'o')),
    at([200, 60, 300, 80], item('indicator', 'i2', 'Rules in force', 'o', { target: field('Yes') })),
  ])
  expect(filled(document)).toMatchObject({ indicator: '■', target: '■' })
})

test('the pillars span their columns', () => {
  const rows = [
    { pillar: 'Participation', objective: 'Decide', action: 'a' },
    { action: 'b' },
    { pillar: 'Protection', objective: 'Reach', action: 'c' },
  ]
  const { pillars, columns } = xray(documentOf(itemsOf(rows)))
  expect(pillars.map(({ text, from, to }) => [text, from, to])).toEqual([
    ['Participation', 0, 2],
    ['Protection', 2, 3],
  ])
  expect(columns.map(({ pillarId }) => pillarId)).toEqual(['p0', 'p0', 'p2'])
})

test('an empty plan has an empty X-ray', () => {
  const { columns, rows, pillars } = xray(documentOf([]))
  expect([columns, pillars, rows.flatMap(({ cells }) => cells)]).toEqual([[], [], []])
})
