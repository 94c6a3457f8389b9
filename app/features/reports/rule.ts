/** The rule that a report is held against: the version in force for its session, its deadline, and whether a newer version came. Pure. */
import {
  dayIn,
  daysBetween,
  deadlineOf,
  ruleFor,
  type Body,
  type Deadline,
  type Procedure,
  type Rule,
  type Session,
} from '@open1325/procedures'
import { BODIES } from '../../../library/bodies.ts'
import type { Report } from './model.ts'

export interface ReportRule {
  body: Body
  procedure: Procedure
  /** The version that the draft holds to; null: none is known for its session. */
  rule: Rule | null
  /** The version in force for the session, where it is another one. */
  newer: Rule | null
  session: Session | null
  /** null: neither a session nor a day was chosen. */
  deadline: Deadline | null
}

type Chosen = Pick<
  Report,
  'procedure' | 'rule' | 'sessionId' | 'sessionStarts' | 'due' | 'organisations' | 'organisation'
>

/** Who submits, in full: one on each line, or parted by semicolons; the organisation that writes where nobody is named. */
export function signersOf({ organisations, organisation }: Pick<Report, 'organisations' | 'organisation'>): string[] {
  const named = organisations
    .split(/[\n;]+/u)
    .map(name => name.trim())
    .filter(Boolean)
  return named.length > 0 ? named : [organisation].filter(Boolean)
}

/** Other reports of the organisation for the same procedure and session that one of these signs: alone, and with others. */
export function otherSubmissions(report: Report, all: readonly Report[]): { own: number; joint: number } {
  const folded = (of: Report) => signersOf(of).map(name => name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' '))
  const session = sessionNamed(report)
  if (!report.procedure || !session) return { own: 0, joint: 0 }
  const mine = new Set(folded(report))
  const isSame = (one: Report): boolean =>
    one.id !== report.id && one.procedure === report.procedure && sessionNamed(one) === session
  const others = all.filter(isSame).map(folded)
  const signedBy = others.filter(names => names.some(name => mine.has(name)))
  const joint = signedBy.filter(({ length }) => length > 1).length
  return { own: signedBy.length - joint, joint }
}
/** By the library's or the calendar's name of it, by its first day, or as it was typed. */
const sessionNamed = ({ sessionId, sessionStarts, session }: Report): string | null =>
  sessionId ?? sessionStarts ?? session

/** A procedure with its body; null where there is none of that name. @param bodies with the sessions that somebody sees; else the library's */
export function subjectOf(
  procedure: string | null,
  bodies: readonly Body[] = BODIES,
): { body: Body; procedure: Procedure } | null {
  for (const body of bodies) {
    const found = body.procedures.find(({ id }) => id === procedure)
    if (found) return { body, procedure: found }
  }
  return null
}

/** A version of a rule by its id, with its procedure and body; null where the library has none of that name. */
export function ruleNamed(id: string): { body: Body; procedure: Procedure; rule: Rule } | null {
  for (const body of BODIES)
    for (const procedure of body.procedures) {
      const rule = procedure.rules.find(one => one.id === id)
      if (rule) return { body, procedure, rule }
    }
  return null
}

/** The sessions that take a procedure's submissions, the last first; cancelled ones too. */
export const sessionsFor = (procedure: string, bodies: readonly Body[] = BODIES): Session[] =>
  (subjectOf(procedure, bodies)?.body.sessions ?? [])
    .filter(({ procedures }) => procedures.includes(procedure))
    .toSorted((a, b) => (b.start ?? '9999').localeCompare(a.start ?? '9999'))

/**
 * Which version holds: that of the session, else that of the day by which it is due, else the newest. Null where the report is for no
 * procedure. Versions are dated by sessions ('the first session or day that it holds for'), whose deadlines lie before them: so the session goes first.
 * @param bodies with the sessions that organisations entered, as the asker sees them; else the library's
 */
export function ruleOfReport(report: Chosen, bodies: readonly Body[] = BODIES): ReportRule | null {
  const subject = subjectOf(report.procedure, bodies)
  if (!subject) return null
  const session = sessionOf(report, subject)
  const starts = session?.start ?? session?.end
  const inForce = ruleFor(subject.procedure, starts && session ? session : (report.due ?? { start: null, end: null }))
  const kept = subject.procedure.rules.find(({ id }) => id === report.rule) ?? inForce
  const by = signersOf(report).length > 1 ? 'coalition' : 'one'
  return {
    ...subject,
    rule: kept,
    newer: inForce && inForce !== kept ? inForce : null,
    session,
    deadline: session ? deadlineOf({ ...subject, rule: kept }, session, by) : null,
  }
}

/** The session as chosen or dated by hand, with the last day that somebody read of; null where nothing was chosen. */
function sessionOf(
  { sessionId, sessionStarts, due }: Chosen,
  { body, procedure }: { body: Body; procedure: Procedure },
) {
  const known = body.sessions.find(({ id }) => id === sessionId) ?? null
  if (!known && !sessionStarts && !due) return null
  const session: Session = known ?? {
    id: '',
    name: { en: '', fr: '', ar: '' },
    start: sessionStarts,
    end: null,
    examination: null,
    state: 'planned',
    verified: 'to-be-checked',
    procedures: [procedure.id],
    countries: null,
    deadlines: [],
    supersedes: [],
    sources: [],
    note: null,
  }
  if (!due) return session
  const said = { opens: null, closes: due, time: null, zone: null, supersedes: [], sources: [] }
  const announced = (['one', 'coalition'] as const).map(by => ({ ...said, by, procedure: procedure.id }))
  return { ...session, deadlines: announced }
}

/** Whole days until the last day by the clocks of the body; negative when it is over; null where no day is known. */
export const daysLeft = ({ day, zone }: Deadline, now: Date): number | null =>
  day ? daysBetween(dayIn(now, zone), day) : null
