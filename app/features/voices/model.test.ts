import { expect, test } from 'vitest'
import { gradeOf } from './grade.ts'
import {
  accountsOf,
  firstDay,
  gapOf,
  lastDay,
  mayReply,
  spanOf,
  type Reply,
  type Speaker,
  type Status,
  type Voice,
  type Word,
} from './model.ts'

let words = 0
const word = (voice: Voice, status: Status, rest: Partial<Word> = {}): Word => ({
  id: `w${++words}`,
  itemId: 'i',
  organisationId: voice,
  organisation: voice,
  voice,
  organisationVoice: voice,
  status,
  asOf: '2025-06-01',
  reason: 'Seen.',
  source: null,
  visibility: 'public',
  createdAt: new Date(words),
  superseded: false,
  withdrawnAt: null,
  createdBy: 'u',
  withdrawnWhy: null,
  evidence: [],
  replies: [],
  ...rest,
})
const paper = [{ id: 'e', kind: 'file' as const, title: 'Report', public: true }]

test('the gap names who is ahead, and averages nothing', () => {
  const gap = (...said: [Voice, Status][]) => gapOf(said.map(([voice, status]) => ({ voice, status })))
  expect(gap()).toBe('nobody-spoke')
  expect(gap(['government', 'no-information'])).toBe('nobody-spoke')
  expect(gap(['government', 'done'])).toBe('government-only')
  expect(gap(['community', 'stalled'])).toBe('others-only')
  expect(gap(['government', 'done'], ['civil-society', 'done'])).toBe('agree')
  expect(gap(['government', 'done'], ['civil-society', 'done'], ['community', 'stalled'])).toBe('government-ahead')
  expect(gap(['government', 'not-started'], ['independent', 'under-way'])).toBe('government-behind')
  expect(gap(['government', 'under-way'], ['civil-society', 'done'], ['community', 'stalled'])).toBe('differ')
})

test('each organisation has one current word in a voice; the others stand under it, the newest first', () => {
  const first = word('civil-society', 'not-started', { asOf: '2024-01-01', superseded: true })
  const second = word('civil-society', 'under-way')
  const other = word('civil-society', 'stalled', { organisationId: 'another' })
  const back = word('civil-society', 'done', { asOf: '2025-09-01', withdrawnAt: new Date() })
  const accounts = accountsOf([first, other, second, back])
  expect(accounts.map(({ voice }) => voice)).toEqual(['government', 'civil-society', 'community', 'independent'])
  expect(accounts[1]!.current.map(({ id }) => id)).toEqual([other.id, second.id].sort().reverse())
  expect(accounts[1]!.earlier).toEqual([back, first])
})

test('a draft of later date is what its organisation says now, and the public word stays under it', () => {
  const before = word('civil-society', 'under-way')
  const draft = word('civil-society', 'stalled', { asOf: '2025-08-01', visibility: 'organisation' })
  const { current, earlier } = accountsOf([before, draft])[1]!
  expect([current, earlier]).toEqual([[draft], [before]])
})

test('the government of the country may answer what others say in public; who said it may answer back, once', () => {
  const state: Speaker = { organisationId: 'state', voice: 'government', country: 'COD' }
  const network: Speaker = { organisationId: 'network', voice: 'civil-society', country: 'COD' }
  const said = word('civil-society', 'stalled', { organisationId: 'network' })
  const answer = (organisationId: string, withdrawnAt: Date | null = null) => ({ organisationId, withdrawnAt }) as Reply
  expect(mayReply(state, said, 'COD')).toBe(true)
  expect(mayReply({ ...state, country: 'MLI' }, said, 'COD')).toBe(false)
  expect(mayReply(network, said, 'COD')).toBe(false)
  expect(mayReply(state, { ...said, visibility: 'organisation' }, 'COD')).toBe(false)
  const answered = { ...said, replies: [answer('state')] }
  expect(mayReply(state, answered, 'COD')).toBe(false)
  expect(mayReply(network, answered, 'COD')).toBe(true)
  expect(mayReply({ ...network, organisationId: 'third' }, answered, 'COD')).toBe(false)
  expect(mayReply(network, { ...said, replies: [answer('state'), answer('network')] }, 'COD')).toBe(false)
  expect(mayReply(state, { ...said, replies: [answer('state', new Date())] }, 'COD')).toBe(true)
  expect(mayReply({ ...state, country: null }, said, null)).toBe(true)
})

test('the grade of the grounds: none, stated, documented, corroborated', () => {
  expect(gradeOf([])).toBe('none')
  expect(gradeOf([word('government', 'no-information', { evidence: paper })])).toBe('none')
  expect(gradeOf([word('government', 'done'), word('civil-society', 'done')])).toBe('stated')
  expect(gradeOf([word('government', 'done', { evidence: paper })])).toBe('documented')
  expect(gradeOf([word('government', 'done', { source: 'Annual report, p. 4' })])).toBe('documented')
  const [state, witness] = [
    word('government', 'done', { source: 'Annual report', organisationId: 'network' }),
    word('civil-society', 'done', { evidence: paper, organisationId: 'network' }),
  ]
  expect(gradeOf([state, witness])).toBe('corroborated')
  expect(gradeOf([state, { ...witness, status: 'stalled' }])).toBe('documented')
  expect(gradeOf([witness, { ...witness, organisationId: 'third', voice: 'community' }])).toBe('corroborated')
  expect(gradeOf([witness, { ...witness, voice: 'community' }])).toBe('documented')
})

test('a commitment is due when it says, else when its plan ends', () => {
  const plan = { periodStart: '2019', periodEnd: '2022-06' }
  expect(spanOf({ start: '2020', end: '2021-02' }, plan)).toEqual({
    start: '2020-01-01',
    due: '2021-02-28',
    dueOf: 'item',
  })
  expect(spanOf(null, plan)).toEqual({ start: '2019-01-01', due: '2022-06-30', dueOf: 'plan' })
  expect(spanOf({ end: 'soon' }, { periodStart: null, periodEnd: null })).toEqual({
    start: null,
    due: null,
    dueOf: null,
  })
  expect([firstDay('2024-02'), lastDay('2024-02'), lastDay('2023-02-31'), lastDay('2023-13')]).toEqual([
    '2024-02-01',
    '2024-02-29',
    '2023-02-28',
    null,
  ])
})
