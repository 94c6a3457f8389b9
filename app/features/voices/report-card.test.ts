import { expect, test } from 'vitest'
import type { Status, Voice, Word } from './model.ts'
import { reportCard, statusesOf, yearsOf } from './report-card.ts'

const item = (itemId: string) => ({
  itemId,
  slug: 'plan',
  read: true,
  ref: 1,
  kind: 'action',
  number: null,
  text: itemId,
  language: 'en',
})
const said = (itemId: string, voice: Voice, status: Status, organisationId: string = voice): Word => ({
  id: `${itemId} ${organisationId}`,
  itemId,
  organisationId,
  organisation: organisationId,
  voice,
  organisationVoice: voice,
  status,
  asOf: '2024-06-01',
  reason: 'Seen.',
  source: null,
  visibility: 'public',
  createdAt: new Date(0),
  superseded: false,
  withdrawnAt: null,
  createdBy: 'u',
  withdrawnWhy: null,
  evidence: [],
  replies: [],
})

test('each count of the card is of all commitments, and every commitment is counted once', () => {
  const card = reportCard(['a', 'b', 'c'].map(item), [
    said('a', 'government', 'done'),
    said('a', 'civil-society', 'stalled'),
    said('b', 'community', 'no-information'),
  ])
  expect(card.gaps).toEqual([
    ['nobody-spoke', 2],
    ['government-ahead', 1],
  ])
  expect(card.grades).toEqual([
    ['none', 2],
    ['stated', 1],
  ])
  expect(card.heard).toEqual([
    ['government', 1],
    ['civil-society', 1],
    ['community', 0],
    ['independent', 0],
  ])
})

test('where two organisations of one voice differ, both statuses stand', () => {
  const { rows } = reportCard(
    [item('a')],
    [said('a', 'civil-society', 'done', 'x'), said('a', 'civil-society', 'stalled', 'y')],
  )
  expect(statusesOf(rows[0]!, 'civil-society')).toEqual(['done', 'stalled'])
  expect(statusesOf(rows[0]!, 'government')).toEqual([])
})

test('there is a card for each year since the plan began, or since somebody spoke', () => {
  expect(yearsOf('2023-04', '2022-01-01', '2025-03-01')).toEqual([2025, 2024, 2023, 2022])
  expect(yearsOf(null, null, '2025-03-01')).toEqual([2025])
  expect(yearsOf('2031', null, '2025-03-01')).toEqual([2025])
})
