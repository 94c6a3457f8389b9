/** Bodies whose next session has no published date: until somebody enters it, no deadline can be counted. Pure. */
import { deadlinesOfSessions, ruleFor, type Body, type Procedure, type Rule, type Session } from '@open1325/procedures'
import { ruleNow } from './words.ts'

export interface Awaiting {
  body: Body
  /** What it takes for a session, by the rules that would hold, without any day to come. */
  procedures: { procedure: Procedure; rule: Rule }[]
  /** A session to come that is known but for its days, so that only these have to be entered. */
  session: Session | null
}

/** Null where a deadline to come is known, or where the body takes nothing that a session's day would decide. */
export function awaitingOf(body: Body, today: string): Awaiting | null {
  const waitsForSession = ({ deadline }: Rule) => deadline?.kind !== 'none' && deadline?.kind !== 'fixed'
  const procedures = body.procedures
    .map(procedure => ({ procedure, rule: ruleNow(procedure, today) }))
    .filter(({ procedure, rule }) => waitsForSession(rule) && ruleFor(procedure, today) !== null)
  const known = deadlinesOfSessions([body]).filter(
    ({ day, session }) => day !== null && day >= today && session?.state !== 'cancelled',
  )
  if (procedures.length === 0 || known.some(one => procedures.some(({ procedure }) => procedure === one.procedure)))
    return null
  if (body.sessions.some(session => isKnownToCome(session, procedures, today))) return null
  return { body, procedures, session: nextWithoutDay(body, procedures, today) }
}

/** Its days are known: only until when something is taken for it has to be asked. */
const isKnownToCome = (
  { start, state, procedures: takes }: Session,
  procedures: Awaiting['procedures'],
  today: string,
) =>
  start?.length === 10 &&
  start >= today &&
  state !== 'cancelled' &&
  procedures.some(({ procedure }) => takes.includes(procedure.id))

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
