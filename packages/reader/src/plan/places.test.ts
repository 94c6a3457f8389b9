import { expect, test } from 'vitest'
import type { Block } from '../layout.ts'
import { planOf } from './index.ts'
import { heading, layoutOf, table } from './sample-layout.ts'

/** Where pillars and objectives stand around the rows: beside them, above the header, in headings. */
function outline(...blocks: Block[]): string[] {
  const { items } = planOf(layoutOf(...blocks), { name: '', sha256: '', mediaType: 'application/pdf', pages: 1 })
  return items.map(i => `${i.kind} ${i.number ?? '-'} ${i.text} < ${items.find(p => p.id === i.parent)?.text ?? '-'}`)
}

test('bands beside a merged pillar stand under it', () => {
  const matrix = table([
    ['Pillar', 'Action', 'Indicator', 'Responsible'],
    ['Pillar 1: Participation', '1. Women are heard', '<', '<'],
    ['^', 'Train women', 'Number trained', 'MoD'],
    ['^', '2. Women are hired', '<', '<'],
    ['^', 'Hire women', 'Number hired', 'MoI'],
    ['Pillar 2: Protection', '3. Women are safe', '<', '<'],
    ['^', 'Build shelters', 'Number of shelters', 'MoH'],
  ])
  expect(outline(matrix)).toEqual([
    'pillar Pillar 1 Participation < -',
    'objective 1 Women are heard < Participation',
    'action - Train women < Women are heard',
    'indicator - Number trained < Women are heard',
    'objective 2 Women are hired < Participation',
    'action - Hire women < Women are hired',
    'indicator - Number hired < Women are hired',
    'pillar Pillar 2 Protection < -',
    'objective 3 Women are safe < Protection',
    'action - Build shelters < Women are safe',
    'indicator - Number of shelters < Women are safe',
  ])
})

test('a row whose cells name a pillar and an outcome is no header', () => {
  const matrix = table([
    ['Pillar', 'Outcomes', 'Actions', 'Responsible'],
    ['Pillar 1: Participation', 'Women are heard', 'Train women', 'MoD'],
    ['Pillar 2: Prevention', 'Outcome 2: Leaders know', 'Train leaders', 'Responsible ministries'],
  ])
  expect(outline(matrix)).toContain('pillar Pillar 2 Prevention < -')
})

test('numbered names above their headers, one after the other, are of one kind', () => {
  const under = (name: string, action: string) =>
    table([
      [name, '<', '<'],
      ['Action', 'Indicator', 'Responsible'],
      [action, 'Number', 'MoD'],
    ])
  const read = outline(
    heading('Pillar 1: Participation'),
    under('1. Women are heard', 'Train women'),
    under('2. Women are hired', 'Hire women'),
  )
  expect(read.filter(line => line.startsWith('obj') || line.startsWith('out'))).toEqual([
    'objective 1 Women are heard < Participation',
    'objective 2 Women are hired < Participation',
  ])
})

test('numbered headings over tables under a pillar are its objectives, however the numbers count on', () => {
  const matrix = (action: string) =>
    table([
      ['Action', 'Indicator', 'Responsible'],
      [action, 'Number', 'MoD'],
    ])
  const read = outline(
    heading('Pillar 1: Participation', 3),
    heading('1. Women are heard', 3),
    matrix('Train women'),
    heading('Pillar 2: Protection', 3),
    heading('2. Women are safe', 3),
    matrix('Build shelters'),
  )
  expect(read.filter(line => !line.startsWith('indicator'))).toEqual([
    'pillar Pillar 1 Participation < -',
    'objective 1 Women are heard < Participation',
    'action - Train women < Women are heard',
    'pillar Pillar 2 Protection < -',
    'objective 2 Women are safe < Protection',
    'action - Build shelters < Women are safe',
  ])
})
