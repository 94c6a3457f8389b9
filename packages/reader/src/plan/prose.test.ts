import { expect, test } from 'vitest'
import { planOf } from './index.ts'
import type { Block } from '../layout.ts'
import { heading, layoutOf, paragraph, table } from './sample-layout.ts'

const source = { name: 'plan.pdf', sha256: '', mediaType: 'application/pdf', pages: 1 }

test('a plan in prose: headings are pillars and objectives, lists under a label are what the label says', () => {
  const plan = planOf(
    layoutOf(
      heading('National Action Plan on Women, Peace and Security 2023-2027'),
      paragraph('Government of Ireland'),
      heading('Introduction', 2),
      paragraph('• a point of the introduction\n• another'),
      heading('Pillar 1: Prevention', 2),
      heading('Strategic Objective 1.1: Prevent conflict', 3),
      paragraph('Actions:'),
      paragraph('• Support early warning systems led by\nwomen\n• Fund mediation networks'),
      paragraph('Indicators:'),
      paragraph('1. Number of networks\n2. Amount of funds'),
      paragraph('Responsible: Department of Foreign Affairs'),
      heading('Pillar 2: Protection', 2),
      paragraph('Action 2.1: Train police'),
      heading('Annex 1: Resolutions', 2),
      paragraph('• 1325\n• 1820'),
    ),
    source,
  )
  expect(plan).toMatchObject({ issuer: { code: 'IRL' }, period: { start: '2023', end: '2027' } })
  expect(plan.warnings.map(w => w.code)).toEqual(['no-matrix'])
  expect(
    plan.items.map(i => [i.kind, i.text, plan.items.find(p => p.id === i.parent)?.text, i.fields.responsible?.text]),
  ).toEqual([
    ['pillar', 'Prevention', undefined, undefined],
    ['objective', 'Prevent conflict', 'Prevention', undefined],
    ['action', 'Support early warning systems led by women', 'Prevent conflict', 'Department of Foreign Affairs'],
    ['action', 'Fund mediation networks', 'Prevent conflict', 'Department of Foreign Affairs'],
    ['indicator', 'Number of networks', 'Prevent conflict', undefined],
    ['indicator', 'Amount of funds', 'Prevent conflict', undefined],
    ['pillar', 'Protection', undefined, undefined],
    ['action', 'Train police', 'Protection', undefined],
  ])
})

/** Kind, number, text, parent's text and fields of each item of a plan's text under a title page. */
function read(...blocks: Block[]) {
  const { items } = planOf(
    layoutOf(heading('National Action Plan on Women, Peace and Security 2023-2027'), ...blocks),
    source,
  )
  return items.map(item => ({
    kind: item.kind,
    number: item.number,
    text: item.text,
    parent: items.find(other => other.id === item.parent)?.text,
    fields: Object.fromEntries(Object.entries(item.fields).map(([name, field]) => [name, field.text])),
  }))
}

const goal = heading('Objective 1: Women take part in peace talks', 2)

test('what stands before a list says whether it holds measures, indicators or neither', () => {
  const items = read(
    goal,
    paragraph('Women told us of these obstacles:'),
    paragraph('• no money\n• no time'),
    paragraph('The Government will:'),
    paragraph('• appoint women;\n• pay for their travel;'),
    paragraph('Progress will be measured by:'),
    paragraph('• Number of women appointed'),
  )
  expect(items.map(({ kind, text }) => [kind, text])).toEqual([
    ['objective', 'Women take part in peace talks'],
    ['action', 'appoint women;'],
    ['action', 'pay for their travel;'],
    ['indicator', 'Number of women appointed'],
  ])
})

test('who, when and how it is measured within the measure’s own paragraph are its fields and its indicator', () => {
  const items = read(
    goal,
    paragraph(
      '1.1 Appoint women to lead delegations. Responsible: Ministry of\nForeign Affairs; Timeline: 2025–2027; Indicator: Number of women who lead.',
    ),
    paragraph('1.2 Train mediators (Lead: Ministry of Interior)'),
  )
  expect(items.slice(1)).toEqual([
    {
      kind: 'action',
      number: '1.1',
      text: 'Appoint women to lead delegations.',
      parent: 'Women take part in peace talks',
      fields: { responsible: 'Ministry of Foreign Affairs', timeframe: '2025–2027' },
    },
    expect.objectContaining({ kind: 'indicator', text: 'Number of women who lead', fields: {} }),
    expect.objectContaining({ text: 'Train mediators', fields: { responsible: 'Ministry of Interior' } }),
  ])
})

test('lines with labels belong to the measure above them, not to those before', () => {
  const items = read(
    goal,
    paragraph('1.1 Appoint women'),
    paragraph('Responsible: Ministry of Foreign Affairs'),
    paragraph('1.2 Train mediators'),
    paragraph('Responsible: Ministry of Interior\nBudget: 500 USD'),
    paragraph('Action 1.3: Pay for travel'),
    paragraph('Responsible'),
    paragraph('Ministry of Finance'),
  )
  expect(items.slice(1).map(({ fields }) => fields)).toEqual([
    { responsible: 'Ministry of Foreign Affairs' },
    { responsible: 'Ministry of Interior', budget: '500 USD' },
    { responsible: 'Ministry of Finance' },
  ])
})

test('what is said before the measures is said of all of them', () => {
  const items = read(
    goal,
    paragraph('Lead: Ministry of Defence'),
    paragraph('Actions:'),
    paragraph('• Appoint women\n• Train mediators'),
  )
  expect(items.slice(1).map(({ fields }) => fields.responsible)).toEqual(['Ministry of Defence', 'Ministry of Defence'])
})

test('an annex of indicators takes its places from the numbers of the measures in the text', () => {
  const items = read(
    heading('Pillar 1: Participation', 2),
    heading('Objective 1.1: Women take part', 3),
    paragraph('1.1.1 The Government will appoint women.'),
    heading('Pillar 2: Protection', 2),
    heading('Objective 2.1: Survivors get help', 3),
    paragraph('2.1.1 The Government will open centres.'),
    heading('Annex 1: Monitoring', 2),
    table([
      ['Action', 'Indicator', 'Baseline'],
      ['1.1.1', 'Number of women', '3'],
      ['2.1.1', 'Number of centres', '5'],
    ]),
  )
  expect(
    items.filter(({ kind }) => kind === 'indicator').map(({ text, parent, fields }) => [text, parent, fields.baseline]),
  ).toEqual([
    ['Number of women', 'Women take part', '3'],
    ['Number of centres', 'Survivors get help', '5'],
  ])
})

test('headings that are numbered without a full stop are numbered all the same', () => {
  const items = read(
    heading('2 Participation', 2),
    heading('2.1 Women take part', 3),
    paragraph('2.1.1 The Government will appoint women.'),
  )
  expect(items.map(({ kind, number }) => [kind, number])).toEqual([
    ['pillar', '2'],
    ['objective', '2.1'],
    ['action', '2.1.1'],
  ])
})

test('a report on a plan, and a text without a title that speaks of one, promise nothing by their lists', () => {
  const lists = [goal, paragraph('• Thirty women were trained\n• Two delegations were led by women')]
  for (const title of [
    'Report on the National Action Plan 2023-2027',
    'Evaluation of the Action Plan 2023-2027',
    'Our work',
  ])
    expect(planOf(layoutOf(heading(title), ...lists), source).items).toEqual([])
})

test('beside tables of measures the text still says how they are measured', () => {
  const items = read(
    heading('Objective 1: Women take part', 2),
    table([
      ['Activity', 'Responsible', '2025', '2026', '2027', '2028'],
      ['1.1 Appoint women', 'Ministry of Defence', 'X', 'X', '', ''],
    ]),
    paragraph('Indicators:'),
    paragraph('• Number of women appointed'),
  )
  expect(items.map(({ kind, text, fields }) => [kind, text, fields.timeframe])).toEqual([
    ['objective', 'Women take part', undefined],
    ['action', 'Appoint women', '2025 2026'],
    ['indicator', 'Number of women appointed', undefined],
  ])
})

test('measures that the text tells and a table tells again are there once', () => {
  const items = read(
    heading('Objective 1: Women take part', 2),
    paragraph('1.1 The Government will appoint women.'),
    heading('Annex: Summary', 2),
    table([
      ['Action', 'Responsible'],
      ['1.1 The Government will appoint women.', 'Ministry of Defence'],
    ]),
  )
  expect(items.filter(({ kind }) => kind === 'action').map(({ fields }) => fields.responsible)).toEqual([
    'Ministry of Defence',
  ])
})
