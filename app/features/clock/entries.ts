/** From bodies, plans and dates to the lines of a calendar, in the order of their days. Pure. */
import {
  addDays,
  dayIn,
  deadlines,
  sourcesOf,
  statesOf,
  type Body,
  type Deadline,
  type Session,
} from '@open1325/procedures'
import type { DueReport } from '../reports/offers/due.ts'
import type { ClosingStatement } from '../statements/offers/closings.ts'
import type { Bodies } from './bodies.ts'
import {
  fits,
  lastDayOfMonth,
  type CalendarFilter,
  type ClosingRound,
  type DeadlineEntry,
  type EndingPlan,
  type EnteredSession,
  type Entry,
  type OwnDate,
  type OwnEntry,
  type PlanEntry,
  type ReportEntry,
  type RoundEntry,
  type SessionEntry,
  type StatementEntry,
} from './model.ts'

/** A session may lie so long after its deadline. */
const AROUND_DAYS = 500

export interface Dates {
  bodies: Bodies
  plans?: readonly EndingPlan[]
  own?: readonly OwnDate[]
  rounds?: readonly ClosingRound[]
  reports?: readonly DueReport[]
  statements?: readonly ClosingStatement[]
}

/** All that lies in a span of days and is asked for, the soonest first. @param from first day @param to last day */
export function entriesBetween(dates: Dates, from: string, to: string, filter: CalendarFilter): Entry[] {
  const { bodies, plans = [], own = [], rounds = [], reports = [], statements = [] } = dates
  const all: Entry[] = [
    ...deadlineEntries(bodies, from, to),
    ...sessionEntries(bodies),
    ...plans.map(planEntry),
    ...own.map(ownEntry),
    ...rounds.map(roundEntry),
    ...reports.flatMap(report => reportEntry(report, bodies) ?? []),
    ...statements.map(statementEntry),
  ]
  return all.filter(entry => liesIn(entry, from, to) && fits(entry, filter)).toSorted(inOrder)
}

/** Sessions to come of which not even the month is known. */
export const undatedSessions = (bodies: Bodies, today: string, filter: CalendarFilter): SessionEntry[] =>
  sessionEntries(bodies).filter(
    entry => entry.day.length < 7 && !entry.cancelled && !isOver(entry.session, today) && fits(entry, filter),
  )

/** Those to come, the next one first, and those that are over, the last one first. */
export function sessionsByTime(bodies: Bodies, today: string): Record<'coming' | 'past', SessionEntry[]> {
  const all = sessionEntries(bodies).toSorted(inOrder)
  const [coming, past] = [false, true].map(over => all.filter(({ session }) => isOver(session, today) === over))
  const hasDay = ({ day }: Entry) => day !== ''
  return { coming: [...coming!.filter(hasDay), ...coming!.filter(entry => !hasDay(entry))], past: past!.toReversed() }
}

/** A session without dates is over when all that was announced for it is. */
function isOver({ start, end, deadlines: announced }: Session, today: string): boolean {
  const last = end ?? start
  if (last) return last < today.slice(0, last.length)
  return announced.length > 0 && announced.every(({ closes }) => closes < today)
}

/** Whether any day of it is in the span; what is known to the month only is in all of its days. */
function liesIn({ day, lastDay }: Entry, from: string, to: string): boolean {
  if (day.length < 7) return false
  return day <= (day.length === 7 ? to.slice(0, 7) : to) && from.slice(0, (lastDay ?? day).length) <= (lastDay ?? day)
}

const inOrder = (a: Entry, b: Entry): number =>
  compare(a.day, b.day) || compare(a.kind, b.kind) || compare(a.uid, b.uid)
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

export function deadlineEntries({ bodies, entered, told }: Bodies, from: string, to: string): DeadlineEntry[] {
  return deadlines(bodies, addDays(from, -AROUND_DAYS), addDays(to, AROUND_DAYS)).flatMap(deadline => {
    const day = deadline.day ?? deadline.supersedes.at(-1)
    if (!day || (deadline.session === null && day < knownSince(deadline))) return []
    const id = deadline.session?.id ?? ''
    return [deadlineEntry(deadline, day, { entered: entered.get(id) ?? null, told: told?.get(id) ?? null })]
  })
}

/** Of a rule without a beginning nobody knows whether it held before the year in which it was read. */
function knownSince({ body, rule }: Deadline): string {
  if (!rule) return ''
  return rule.validFrom ?? newestOf(sourcesOf(body, rule).map(({ seen }) => seen)).slice(0, 4)
}

/** What a deadline is called in calendars: by its session, or, where it comes each year without one, by its day. */
export function uidOfDeadline({ procedure, session, by, day }: Deadline): string {
  const joint = by === 'coalition' ? '.coalition' : ''
  return session ? `deadline.${procedure.id}.${session.id}${joint}@open1325` : `yearly.${procedure.id}.${day}@open1325`
}

function deadlineEntry(deadline: Deadline, day: string, byHand: ByHand): DeadlineEntry {
  const { entered } = byHand
  const { body, procedure, rule, session, time, zone, supersedes } = deadline
  const cancelled = session?.state === 'cancelled'
  const movedFrom = supersedes.filter(before => before !== day)
  return {
    kind: 'deadline',
    uid: uidOfDeadline(deadline),
    day,
    lastDay: null,
    time: namesHour(deadline) ? { from: time, until: null, zone } : null,
    countries: procedure.countries ?? session?.countries ?? null,
    among: statesOf(body, null, null),
    body: body.id,
    cancelled,
    movedFrom,
    verified: deadline.verified && (entered === null || wasOfficial(deadline, entered)),
    ...changeOf(body, [rule, session], byHand, movedFrom.length + (cancelled ? 1 : 0)),
    deadline,
    entered,
  }
}

/** Where neither the announcement nor the rule names an hour, the end of the day is taken: that is no hour that somebody named. */
function namesHour({ session, procedure, by, rule }: Deadline): boolean {
  const ofProcedure = session?.deadlines.filter(one => one.procedure === procedure.id) ?? []
  const announced = ofProcedure.find(one => one.by === by) ?? ofProcedure.find(one => one.by === 'one')
  if (announced?.time || announced?.zone) return announced.time !== null
  return rule?.deadline != null && 'time' in rule.deadline && rule.deadline.time !== null
}

/** A day that was entered as announced rests on where that was read, not on where the session was. */
const wasOfficial = ({ certainty, procedure, by }: Deadline, entered: EnteredSession): boolean => {
  if (certainty !== 'announced') return true
  const ofProcedure = entered.deadlines.filter(one => one.procedure === procedure.id)
  return (ofProcedure.find(one => one.by === by) ?? ofProcedure[0])?.sourceKind === 'official'
}

const sessionEntries = ({ bodies, entered, told }: Bodies): SessionEntry[] =>
  bodies.flatMap(body =>
    body.sessions.map(one =>
      sessionEntry(body, one, { entered: entered.get(one.id) ?? null, told: told?.get(one.id) ?? null }),
    ),
  )

function sessionEntry(body: Body, session: Session, byHand: ByHand): SessionEntry {
  const { entered } = byHand
  const { start, end, state, supersedes } = session
  const movedFrom = supersedes.flatMap(before => before.start ?? before.end ?? [])
  return {
    kind: 'session',
    uid: `session.${session.id}@open1325`,
    day: start ?? end ?? '',
    lastDay: start && end && end !== start ? end : null,
    time: null,
    countries: session.countries,
    among: statesOf(body, null, null),
    body: body.id,
    cancelled: state === 'cancelled',
    movedFrom,
    verified: session.verified === 'verified',
    ...changeOf(body, [session], byHand, movedFrom.length + (state === 'cancelled' ? 1 : 0)),
    of: body,
    session,
    entered,
  }
}

type Sourced = { sources: string[] } | null

/** What people did with a session: what is seen of it, and when that changed last, also where it was given back. */
interface ByHand {
  entered: EnteredSession | null
  told: Date | null
}

/** What a calendar's number counts from: it has to be below 2^31 (RFC 5545, 3.3.8). */
const COUNTED_FROM = Date.UTC(2020, 0, 1)

/**
 * When it changed, and a number that never falls: the library's facts are as new as their newest source, those by hand as their last change.
 * Counted versions would fall where a correction is given back; so the number is the second of the change, and for the library alone the
 * moves that it tells of are added.
 */
function changeOf(body: Body, facts: Sourced[], { entered, told }: ByHand, moves: number) {
  const seen = facts.flatMap(fact => (fact ? sourcesOf(body, fact) : [])).map(source => source.seen)
  const changedAt = Math.max(Date.parse(newestOf(seen)) || 0, entered?.changedAt.getTime() ?? 0, told?.getTime() ?? 0)
  return { changedAt: new Date(changedAt), sequence: secondOf(changedAt) + (entered || told ? 0 : moves) }
}

const secondOf = (at: number): number => Math.max(0, Math.floor((at - COUNTED_FROM) / 1000))

const newestOf = (days: string[]): string => days.toSorted().at(-1) ?? ''

function planEntry(plan: EndingPlan): PlanEntry {
  const day = plan.periodEnd
  return {
    kind: 'plan-end',
    uid: `plan-end.${plan.slug}@open1325`,
    // A plan to 2027 runs to the end of 2027, one to June to the end of June.
    day: day.length === 4 ? `${day}-12-31` : day.length === 7 ? lastDayOfMonth(day) : day,
    lastDay: null,
    time: null,
    countries: plan.country ? [plan.country] : null,
    among: null,
    body: null,
    cancelled: false,
    movedFrom: [],
    verified: true,
    changedAt: plan.changedAt,
    sequence: plan.version - 1,
    plan,
  }
}

function ownEntry(date: OwnDate): OwnEntry {
  const { startsAt, endsAt, timeZone } = date
  return {
    kind: 'own',
    uid: `own.${date.id}@open1325`,
    day: date.startsOn,
    lastDay: date.endsOn === date.startsOn ? null : date.endsOn,
    time: startsAt && timeZone ? { from: startsAt, until: endsAt, zone: timeZone } : null,
    countries: date.country ? [date.country] : null,
    among: null,
    body: null,
    cancelled: date.cancelledAt !== null,
    movedFrom: date.movedFrom,
    verified: true,
    changedAt: date.changedAt,
    sequence: date.version - 1,
    date,
  }
}

const roundEntry = (round: ClosingRound): RoundEntry => ({
  kind: 'round',
  uid: `round.${round.id}@open1325`,
  ...closing(round),
  round,
})

const statementEntry = (statement: ClosingStatement): StatementEntry => ({
  kind: 'statement',
  uid: `statement.${statement.id}@open1325`,
  ...closing(statement),
  statement,
})

/** What closes at a moment, by the clocks that were chosen for it. */
const closing = ({ closesAt, timeZone, changedAt, version }: Omit<ClosingRound, 'id' | 'title'>) => ({
  day: dayIn(closesAt, timeZone),
  lastDay: null,
  time: { from: hourIn(closesAt, timeZone), until: null, zone: timeZone },
  countries: null,
  among: null,
  body: null,
  cancelled: false,
  movedFrom: [],
  verified: true,
  changedAt,
  sequence: version - 1,
})

/** Null where no day is known by which it is due. */
function reportEntry(report: DueReport, bodies: Bodies): ReportEntry | null {
  const { deadline, country, createdAt, version } = report
  const day = deadline.day ?? deadline.supersedes.at(-1)
  if (!day) return null
  const { changedAt, sequence } = newestChange(bodies, createdAt)
  return {
    kind: 'report',
    uid: `report.${report.id}@open1325`,
    day,
    lastDay: null,
    time: namesHour(deadline) ? { from: deadline.time, until: null, zone: deadline.zone } : null,
    countries: country ? [country] : null,
    among: null,
    body: deadline.body.id,
    cancelled: deadline.session?.state === 'cancelled',
    movedFrom: deadline.supersedes.filter(before => before !== day),
    verified: deadline.verified,
    changedAt,
    sequence: sequence + version - 1,
    report,
  }
}

/** Its day follows from any session that it may be given: so the number grows with whatever was learnt of any, and never falls. */
function newestChange({ bodies, entered, told }: Bodies, createdAt: Date): Pick<Entry, 'changedAt' | 'sequence'> {
  const seen = bodies.flatMap(({ sources }) => Object.values(sources).map(source => source.seen))
  const byHand = [...entered.values()].map(one => one.changedAt.getTime())
  const latest = [createdAt.getTime(), Date.parse(newestOf(seen)) || 0, ...byHand]
  for (const at of told?.values() ?? []) latest.push(at.getTime())
  const changedAt = Math.max(...latest)
  return { changedAt: new Date(changedAt), sequence: secondOf(changedAt) }
}

/** What clocks in a zone show: 'HH:MM'. */
export const hourIn = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)
