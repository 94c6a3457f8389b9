/** For tests of the clock: bodies with rules of each kind, as the library has them, and lines made of them. */
import { readBody, type Body } from '../../../library/bodies.ts'
import { entriesBetween, type Dates } from './entries.ts'
import { withEntered } from './bodies.ts'
import { NO_FILTER, type EnteredSession, type Entry, type OwnDate } from './model.ts'

const inAll = (words: string) => ({ en: words, fr: words, ar: words })

const procedure = (id: string, deadline: object, more: object = {}) => ({
  id,
  name: { en: `Report ${id}`, fr: `Rapport ${id}`, ar: 'تقرير المنظمات غير الحكومية، الجزء الأول؛ وما يليه' },
  rules: [
    {
      id: `${id}-rule`,
      validFrom: '2020',
      sources: ['note'],
      verified: 'verified',
      binding: 'binding',
      deadline,
      ...more,
    },
  ],
})

/** A body in Geneva that takes a report six weeks before, one by 18:00, one on fixed days. */
export const testBody = (sessions: object[] = []): Body =>
  readBody({
    id: 'committee',
    name: { en: 'The Committee', fr: 'Le Comité', ar: 'اللجنة' },
    kind: 'treaty-body',
    link: 'https://example.org/committee',
    zone: 'Europe/Zurich',
    sources: {
      note: { title: 'Note of the Committee', url: 'https://example.org/note', seen: '2026-11-20', kind: 'official' },
    },
    procedures: [
      procedure('weeks', { kind: 'offset', from: 'session-start', days: -42 }),
      procedure('hour', { kind: 'offset', from: 'session-start', days: -28, time: '18:00', zone: 'Europe/Zurich' }),
      procedure('yearly', { kind: 'fixed', days: ['04-15'] }),
      procedure('announced', { kind: 'per-session' }, { verified: 'to-be-checked' }),
    ],
    sessions: sessions.map(one => ({
      name: inAll('94th session'),
      start: '2027-02-01',
      state: 'planned',
      verified: 'verified',
      procedures: ['weeks', 'hour'],
      sources: ['note'],
      ...one,
    })),
  })

export const enteredSession = (more: Partial<EnteredSession> = {}): EnteredSession => ({
  id: '11111111-1111-4111-8111-111111111111',
  organisationId: 'ours',
  organisation: 'Women’s Peace Network',
  body: 'committee',
  corrects: null,
  name: '95th session',
  starts: '2027-07-05',
  ends: '2027-07-23',
  examination: null,
  state: 'planned',
  procedures: ['weeks'],
  countries: null,
  deadlines: [],
  supersedes: [],
  note: '',
  sourceTitle: 'Programme of work',
  sourceUrl: 'https://example.org/programme',
  sourceKind: 'official',
  seenOn: '2026-11-21',
  visibility: 'public',
  changedAt: new Date('2026-11-21T10:00:00Z'),
  version: 1,
  ...more,
})

export const ownDate = (more: Partial<OwnDate> = {}): OwnDate => ({
  id: '22222222-2222-4222-8222-222222222222',
  organisationId: 'ours',
  organisation: 'Women’s Peace Network',
  title: 'Workshop',
  note: '',
  startsOn: '2027-03-27',
  endsOn: null,
  startsAt: null,
  endsAt: null,
  timeZone: null,
  country: null,
  url: null,
  visibility: 'public',
  movedFrom: [],
  cancelledAt: null,
  importId: null,
  changedAt: new Date('2026-11-21T10:00:00Z'),
  version: 1,
  ...more,
})

/** The lines of 2026 to 2028. */
export function linesOf(body: Body, entered: EnteredSession[] = [], more: Partial<Dates> = {}): Entry[] {
  const bodies = withEntered(entered, null, [body])
  return entriesBetween({ bodies, ...more }, '2026-01-01', '2028-12-31', NO_FILTER)
}

export const deadlineIn = (entries: Entry[], procedure: string) => {
  const found = entries.find(entry => entry.kind === 'deadline' && entry.deadline.procedure.id === procedure)
  if (found?.kind !== 'deadline') throw new Error(`there is no deadline of ${procedure}`)
  return found
}
