import { xray } from '@open1325/appraisal'
import { expect, test } from 'vitest'
import { missingIn } from './missing.ts'
import { toPlanDocument, type Instrument, type PlanItem } from './model.ts'
import { smallPlan } from './testing-plan.ts'

const document = smallPlan()
const items: PlanItem[] = document.items.map(({ id, parent, ...rest }, n) => ({
  ...rest,
  id,
  parentId: parent,
  ref: n + 1,
  position: n,
  confidence: null,
  state: 'read',
  version: 1,
}))
const plan = { fileName: 'plan.pdf', fileSha256: '', mediaType: 'application/pdf', languages: ['fr'], title: 'Plan' }
const missing = missingIn(xray(toPlanDocument(plan as unknown as Instrument, items)), items)

test('An indicator says that it has no target; its baseline is there', () => {
  expect(missing.get('i1')).toEqual(['target'])
})

test('An action says which of responsible body, time and money it lacks, as the X-ray counts them', () => {
  expect(missing.get('a1')).toBeUndefined()
  expect(missing.get('a2')).toEqual(['timeframe', 'budget'])
  expect(missing.get('a3')).toEqual(['indicator', 'responsible', 'timeframe', 'budget'])
})

test('Nothing is asked of a pillar', () => {
  expect(missing.get('p1')).toBeUndefined()
})
