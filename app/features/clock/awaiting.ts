/** Bodies whose next session has no published date: until somebody enters it, no deadline can be counted. Pure. */
import { deadlinesOfSessions, ruleFor, type Body, type Procedure, type Rule, type Session } from '@open1325/procedures'
import { ruleNow } from './words.ts'

/** Who sends a submission on her own account; States, appointed and invited people are told by others when it is time. */
const SENDERS = new Set<Rule['who'][number]>(['anyone', 'ngo', 'nhri', 'children', 'victim', 'constituency'])

export interface Awaiting {
  body: Body
  /** What it takes for a session, by the rules that would hold, without any day to come. */
  procedures: { procedure: Procedure; rule: Rule }[]
  /** A session to come that is known but for its days, so that only these have to be entered. */
  session: Session | null
}

/** Null where a deadline to come is known, or where the body takes nothing that a session's day would decide. */
export function awaitingOf(body: Body, today: string): Awaiting | null {
  const mayBeHers = ({ who }: Rule) => who.length === 0 || who.some(one => SENDERS.has(one))
  const waitsForSession = (rule: Rule) =>
    rule.deadline !== null && rule.deadline.kind !== 'none' && rule.deadline.kind !== 'fixed' && mayBeHers(rule)
  const procedures = body.procedures
    .map(procedure => ({ procedure, rule: ruleNow(procedure, today) }))
    .filter(({ procedure, rule }) => waitsForSession(rule) && ruleFor(procedure, today) !== null)
  const known = deadlinesOfSessions([body]).filter(
    ({ day, session }) => day !== null && day >= today && session?.state !== 'cancelled',
  )
  if (procedures.length === 0 || known.some(one => procedures.some(({ procedure }) => procedure === one.procedure)))
    return null
  return { body, procedures, session: nextWithoutDay(body, procedures, today) }
}

/** Not cancelled, not over, and not known to the day. */
function nextWithoutDay({ sessions }: Body, procedures: Awaiting['procedures'], today: string): Session | null {
  const isMeant = (session: Session) => procedures.some(({ procedure }) => session.procedures.includes(procedure.id))
  const lastKnown = ({ start, end }: Session) => end ?? start
  const isToCome = (session: Session) => {
    const last = lastKnown(session)
    if (last) return last.length < 10 && last >= today.slice(0, last.length)
    // One without any day is over where days were announced for it, and have passed.
    return session.deadlines.every(({ closes }) => closes >= today)
  }
  return sessions.find(one => one.state !== 'cancelled' && isMeant(one) && isToCome(one)) ?? null
}

export const awaitingBodies = (bodies: readonly Body[], today: string): Awaiting[] =>
  bodies.flatMap(body => awaitingOf(body, today) ?? [])
