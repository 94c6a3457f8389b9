import { BODIES } from '../../../library/bodies.ts'
import { expect, test } from 'vitest'
import { checkText } from './checks.ts'
import type { Statement } from './model.ts'

const statement: Statement = {
  id: '',
  organisationId: '',
  organisation: 'Women for Peace Network',
  slug: 'peace',
  title: 'Peace',
  body: 'Committee on the Elimination of Discrimination against Women',
  session: '',
  procedure: 'cedaw-session',
  contact: '',
  reportId: null,
  reportNumber: null,
  state: 'draft',
  edition: 0,
  opensAt: null,
  closesAt: null,
  timeZone: null,
  closedAt: null,
  listSha256: null,
  listNamed: null,
  listUnnamed: null,
  listedAt: null,
  withdrawnWhy: null,
  version: 1,
}

const sessionOf = (session: string): string | undefined =>
  checkText(
    { language: 'en', title: 'Peace', cover: null, contents: null, blocks: [], claims: [], notes: 'Notes' },
    { statement: { ...statement, session }, signers: [], known: [], bodies: BODIES, locale: 'en' },
  ).rule?.session?.name.en

test('the rule is that of the session that is named, whatever stands beside its name', () => {
  expect(sessionOf('90th session')).toBe('90th session')
  expect(sessionOf('90th Session, Geneva')).toBe('90th session')
  expect(sessionOf('90e session')).toBe('90th session')
  expect(sessionOf('190th session')).toBeUndefined()
  expect(sessionOf('')).toBeUndefined()
})
