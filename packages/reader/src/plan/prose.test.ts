import { expect, test } from 'vitest'
import { planOf } from './index.ts'
import { heading, layoutOf, paragraph } from './sample-layout.ts'

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
