/** When a submission is due: what the body has announced, else what its rule gives, else plainly not known. */
import type { Body, Procedure, Rule, Session } from '../../../library/body-shape.ts'
import { ruleFor } from './rules.ts'
import { addDays, firstDayOf, instantOf, isDay, lastDayOf } from './time.ts'

/**
 * 'announced': the body named the day for this session. 'stated': the rule itself names the day, or says that there is none.
 * 'computed': counted from the session by the rule. 'unknown': see why.
 */
export type Certainty = 'announced' | 'stated' | 'computed' | 'unknown'

export const REASONS = [
  /** What comes is taken whenever it comes. */
  'any-time',
  /** No version of the rules is known for the session. */
  'no-rule',
  /** The rule is known, but not until when it takes submissions. */
  'not-known',
  /** The body announces it, and has not yet, or we have not seen it. */
  'not-announced',
  /** It is counted from a day that is not known. */
  'session-day-unknown',
  'examination-day-unknown',
  'session-cancelled',
] as const
export type Reason = (typeof REASONS)[number]

export interface Deadline {
  body: Body
  procedure: Procedure
  rule: Rule | null
  session: Session | null
  /** Who it holds for. */
  by: 'one' | 'coalition'
  certainty: Certainty
  /** Why there is no day; null where there is one. */
  why: Reason | null
  /** The first day of a window, where it was announced. */
  opens: string | null
  /** The last day: 'YYYY-MM-DD'. */
  day: string | null
  /** Its last minute, 'HH:MM', by the clocks of `zone`: what the rule says, else 23:59. */
  time: string
  zone: string
  /** 'seat': the rule names no zone; the body's seat is taken. */
  zoneFrom: 'rule' | 'seat'
  /** The last minute as an instant. */
  at: Date | null
  /** Was everything that it rests on verified? Where not: 'last seen ..., confirm'. */
  verified: boolean
  /** Days that it had before, the last one last. */
  supersedes: readonly string[]
}

/** A procedure of a body, with the version of its rules. */
export interface Subject {
  body: Body
  procedure: Procedure
  rule: Rule | null
}

type Answer = Pick<Deadline, 'certainty' | 'why' | 'day'>

const unknown = (why: Reason): Answer => ({ certainty: 'unknown', why, day: null })

/**
 * Until when a procedure takes submissions for a session. What the body announced for the session goes before what its rule gives. A session
 * that was moved is counted from its new day, and names the day before; one that was cancelled has none.
 * @param by a coalition's deadline may be another
 */
export function deadlineOf({ body, procedure, rule }: Subject, session: Session, by: Deadline['by'] = 'one'): Deadline {
  const said = announced(session, procedure, by) ?? announced(session, procedure, 'one')
  const clock = said?.zone || said?.time ? said : clockOf(rule)
  const earlier = session.supersedes.flatMap(dates => given(rule, { ...session, ...dates }).day ?? [])
  const planned: Answer = said ? { certainty: 'announced', why: null, day: said.closes } : given(rule, session)
  const cancelled = session.state === 'cancelled'
  const answer = cancelled ? unknown('session-cancelled') : planned
  const before = [...earlier, ...(said?.supersedes ?? []), ...(cancelled && planned.day ? [planned.day] : [])]
  return timed({
    body,
    procedure,
    rule,
    session,
    by,
    ...answer,
    opens: said?.opens ?? null,
    time: clock?.time ?? '23:59',
    zone: clock?.zone ?? body.zone,
    zoneFrom: clock?.zone ? 'rule' : 'seat',
    verified: session.verified === 'verified' && (said !== null || rule?.verified === 'verified'),
    supersedes: before.filter(day => day !== answer.day),
  })
}

const announced = (session: Session, procedure: Procedure, by: Deadline['by']) =>
  session.deadlines.find(one => one.procedure === procedure.id && one.by === by) ?? null

const clockOf = (rule: Rule | null) => (rule?.deadline && 'zone' in rule.deadline ? rule.deadline : null)

/** What the rule gives for a session, whatever was announced. */
function given(rule: Rule | null, { start, end, examination }: Pick<Session, 'start' | 'end' | 'examination'>): Answer {
  if (!rule) return unknown('no-rule')
  const { deadline } = rule
  switch (deadline?.kind) {
    case undefined:
      return unknown('not-known')
    case 'none':
      return { certainty: 'stated', why: 'any-time', day: null }
    case 'window':
    case 'per-session':
      return unknown('not-announced')
    case 'fixed': {
      const before = start ?? end
      return before
        ? { certainty: 'stated', why: null, day: lastBefore(deadline.days, firstDayOf(before)) }
        : unknown('session-day-unknown')
    }
    case 'offset': {
      if (deadline.from === 'examination')
        return examination ? computed(examination, deadline.days) : unknown('examination-day-unknown')
      return start && isDay(start) ? computed(start, deadline.days) : unknown('session-day-unknown')
    }
  }
}

const computed = (from: string, days: number): Answer => ({
  certainty: 'computed',
  why: null,
  day: addDays(from, days),
})

/** The last of some days of the year, 'MM-DD', that lies before a day. */
function lastBefore(days: readonly string[], before: string): string {
  const year = Number(before.slice(0, 4))
  return [year - 1, year]
    .flatMap(one => days.map(day => `${one}-${day}`))
    .toSorted()
    .findLast(day => day < before)!
}

const timed = (deadline: Omit<Deadline, 'at'>): Deadline => ({
  ...deadline,
  at: deadline.day ? instantOf(deadline.day, deadline.time, deadline.zone) : null,
})

/** The deadlines of all sessions, whenever they are. @param country as for `deadlines` */
export function deadlinesOfSessions(bodies: readonly Body[], country?: string): Deadline[] {
  return subjectsOf(bodies, country).flatMap(({ body, procedure }) =>
    sessionsOf(body, procedure, country).flatMap(session => {
      const subject = { body, procedure, rule: ruleFor(procedure, session) }
      const joint = announced(session, procedure, 'coalition') ? [deadlineOf(subject, session, 'coalition')] : []
      return [deadlineOf(subject, session), ...joint]
    }),
  )
}

/** The days of rules that name the same days each year, within a span, where no session is known to which they belong. */
export function yearlyDeadlines(bodies: readonly Body[], from: string, to: string, country?: string): Deadline[] {
  const years = spanOf(Number(from.slice(0, 4)), Number(to.slice(0, 4)))
  return subjectsWithoutSession(bodies, country).flatMap(({ body, procedure }) => {
    const taken = sessionsOf(body, procedure, country).map(
      session => deadlineOf({ body, procedure, rule: ruleFor(procedure, session) }, session).day,
    )
    return years
      .flatMap(year => procedure.rules.flatMap(rule => fixedDays(rule).map(day => ({ rule, day: `${year}-${day}` }))))
      .filter(({ rule, day }) => from <= day && day <= to && !taken.includes(day) && ruleFor(procedure, day) === rule)
      .map(({ rule, day }) => withoutSession({ body, procedure, rule }, { certainty: 'stated', why: null, day }))
  })
}

/** Procedures that take submissions at any time, of any State, and have no sessions. */
export function anyTimeDeadlines(bodies: readonly Body[], today: string, country?: string): Deadline[] {
  return subjectsWithoutSession(bodies, country).flatMap(({ body, procedure }) => {
    const rule = ruleFor(procedure, today)
    if (
      procedure.about === 'listed' ||
      rule?.deadline?.kind !== 'none' ||
      sessionsOf(body, procedure, country).length > 0
    )
      return []
    return [withoutSession({ body, procedure, rule }, given(rule, { start: null, end: null, examination: null }))]
  })
}

/**
 * All that is due in a span of days, the soonest first. Among them, with no day: sessions within the span whose deadline is not known, and
 * those that were cancelled. They stand where the session would be.
 * @param from first day @param to last day
 * @param country code of three letters: leaves out what is another country's
 */
export function deadlines(bodies: readonly Body[], from: string, to: string, country?: string): Deadline[] {
  const ofSessions = deadlinesOfSessions(bodies, country).filter(one => within(one, from, to))
  const found = [...ofSessions, ...yearlyDeadlines(bodies, from, to, country)]
  return found.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : orderOf(a) > orderOf(b) ? 1 : 0))
}

function within({ day, session }: Deadline, from: string, to: string): boolean {
  if (day) return from <= day && day <= to
  const starts = session?.start ?? session?.end
  return Boolean(starts && from <= lastDayOf(starts) && firstDayOf(starts) <= to)
}

const orderOf = ({ day, session }: Deadline): string => day ?? session?.start ?? session?.end ?? ''

/** The States that something is about: those that the procedure or the session names, else those of the body; null: all States. */
export const statesOf = (
  body: Body,
  procedure: Procedure | null,
  session: Pick<Session, 'countries'> | null,
): readonly string[] | null => procedure?.countries ?? session?.countries ?? body.members?.countries ?? null

const isAmong = (states: readonly string[] | null, country?: string): boolean =>
  !country || !states || states.includes(country)

const subjectsOf = (bodies: readonly Body[], country?: string) =>
  bodies.flatMap(body =>
    body.procedures.filter(one => isAmong(one.countries, country)).map(procedure => ({ body, procedure })),
  )

const sessionsOf = (body: Body, procedure: Procedure, country?: string): Session[] =>
  body.sessions.filter(one => one.procedures.includes(procedure.id) && isAmong(statesOf(body, procedure, one), country))

/** What comes without a session is about all States of the body. */
const subjectsWithoutSession = (bodies: readonly Body[], country?: string) =>
  subjectsOf(bodies, country).filter(({ body, procedure }) => isAmong(statesOf(body, procedure, null), country))

const fixedDays = ({ deadline }: Rule): string[] => (deadline?.kind === 'fixed' ? deadline.days : [])

const spanOf = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i)

function withoutSession({ body, procedure, rule }: Subject & { rule: Rule }, answer: Answer): Deadline {
  const clock = clockOf(rule)
  return timed({
    body,
    procedure,
    rule,
    session: null,
    by: 'one',
    ...answer,
    opens: null,
    time: clock?.time ?? '23:59',
    zone: clock?.zone ?? body.zone,
    zoneFrom: clock?.zone ? 'rule' : 'seat',
    verified: rule.verified === 'verified',
    supersedes: [],
  })
}
