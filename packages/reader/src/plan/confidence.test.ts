import { expect, test } from 'vitest'
import type { Block } from '../layout.ts'
import { planOf } from './index.ts'
import { layoutOf, table } from './sample-layout.ts'

const source = { name: 'plan.pdf', sha256: '', mediaType: 'application/pdf', pages: 1 }
const confidenceIn = (block: Block, text: string): number =>
  planOf(layoutOf(block), source).items.find(item => item.text.includes(text))!.confidence!

const HEADER = ['Objective', 'Action', 'Indicator', 'Responsible']
const ROWS = [
  ['Women take part', 'Train judges in all provinces', 'Number of judges trained', 'Ministry'],
  ['Women are safe', 'Open a centre in each hospital', 'Number of centres', 'Ministry'],
  ['Women decide', 'Set a quota for the councils', 'Share of women', 'Ministry'],
  ['Women mediate', 'Pay a roster of mediators', 'Mediators paid', 'Ministry'],
]
const withRow = (action: string, indicator = 'Rules in force'): Block =>
  table([HEADER, ...ROWS, ['Women serve', action, indicator, 'Ministry']])
const spaced = (block: Block): Block => {
  if (block.type === 'table') for (const part of block.table.parts) part.by = 'space'
  return block
}

test('a plain row is sure, and no machine is certain', () => {
  expect(confidenceIn(withRow('Change the rules'), 'Change')).toBe(0.99)
})

test('words that break off are for a person to see first', () => {
  expect(confidenceIn(withRow('Train the officers of the'), 'officers')).toBeLessThan(0.7)
  expect(confidenceIn(withRow('Train the officers, judges and'), 'officers')).toBeLessThan(0.7)
  expect(confidenceIn(withRow('Protect women who are displaced/'), 'displaced')).toBeLessThan(0.7)
})

test('two entries that were taken for one are less sure, the more so where white space alone parts the rows', () => {
  const two = withRow('Change the rules\nBuild separate quarters in all of the barracks', 'Rules\nQuarters')
  const ruled = confidenceIn(two, 'Change')
  expect(ruled).toBeLessThan(0.95)
  expect(confidenceIn(spaced(two), 'Change')).toBeLessThan(0.7)
})

test('what begins small where its like begin with capitals is less sure', () => {
  expect(confidenceIn(withRow('and pay them from the budget'), 'and pay')).toBeLessThan(0.99)
})

test('letters out of a picture are no surer than they were read', () => {
  const scanned = withRow('Change the rules')
  if (scanned.type === 'table')
    for (const cell of scanned.table.cells) for (const line of cell.lines) line.confidence = 0.8
  expect(confidenceIn(scanned, 'Change')).toBe(0.8)
})

test('a field that was hardly readable in a picture makes its item a little less sure', () => {
  const scanned = withRow('Change the rules')
  if (scanned.type === 'table')
    for (const cell of scanned.table.cells)
      for (const line of cell.lines) line.confidence = line.text === 'Ministry' ? 0.4 : 0.9
  expect(confidenceIn(scanned, 'Change')).toBe(0.8)
})
