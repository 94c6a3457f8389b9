/** What stands in a calendar, what narrows it, and where it lives. Pure. */
import type { Body, Deadline, Session } from '@open1325/procedures'
import type { DueReport } from '../reports/offers/due.ts'
import type { ClosingStatement } from '../statements/offers/closings.ts'

/**
 * 'deadline': until when a body takes a submission. 'session': when it meets. 'plan-end': a plan runs out. 'own': an organisation's own
 * date. 'round': a questionnaire closes. 'report': one of its reports is due. 'statement': one of its statements can be signed no longer.
 */
export const KINDS = ['deadline', 'session', 'plan-end', 'own', 'round', 'report', 'statement'] as const
export type EntryKind = (typeof KINDS)[number]

/** What everybody may ask for. */
export const PUBLIC_KINDS = ['deadline', 'session', 'plan-end', 'own'] as const satisfies EntryKind[]

export const SESSION_STATES = ['planned', 'moved', 'cancelled', 'online'] as const
export type SessionState = (typeof SESSION_STATES)[number]
export const SOURCE_KINDS = ['official', 'copy', 'secondary'] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]
export type Visibility = 'organisation' | 'public'

/** Where something was read, and when. */
export interface EnteredSource {
  sourceTitle: string
  sourceUrl: string | null
  sourceKind: SourceKind
  seenOn: string
}

/** A day that a body announced, as it is kept with its session. */
export interface EnteredDeadline extends EnteredSource {
  procedure: string
  by: 'one' | 'coalition'
  opens: string | null
  closes: string
  /** 'HH:MM'. */
  time: string | null
  zone: string | null
  /** Days that it had before, the last one last. */
  supersedes: string[]
}

/** A session as an organisation entered it, or corrected what the library knows of it. */
export interface EnteredSession extends EnteredSource {
  id: string
  organisationId: string
  organisation: string | null
  body: string
  /** The library's session that it takes the place of. */
  corrects: string | null
  name: string
  /** As far as it is known: a year, a month, a day. */
  starts: string | null
  ends: string | null
  examination: string | null
  state: SessionState
  procedures: string[]
  countries: string[] | null
  deadlines: EnteredDeadline[]
  supersedes: { start: string | null; end: string | null }[]
  note: string
  visibility: Visibility
  changedAt: Date
  version: number
}

/** A date of an organisation's own. */
export interface OwnDate {
  id: string
  organisationId: string
  organisation: string | null
  title: string
  note: string
  startsOn: string
  endsOn: string | null
  /** 'HH:MM' by the clocks of `timeZone`; null: the whole day. */
  startsAt: string | null
  endsAt: string | null
  timeZone: string | null
  country: string | null
  url: string | null
  visibility: Visibility
  movedFrom: string[]
  cancelledAt: Date | null
  importId: string | null
  changedAt: Date
  version: number
}

/** A plan with the day on which it runs out. */
export interface EndingPlan {
  slug: string
  title: string
  language: string | null
  country: string | null
  issuer: string | null
  /** A year, a month or a day. */
  periodEnd: string
  published: boolean
  organisationId: string
  changedAt: Date
  version: number
}

/** A round of the organisation's own questionnaires that is open. */
export interface ClosingRound {
  id: string
  title: string
  closesAt: Date
  timeZone: string
  changedAt: Date
  version: number
}

interface Common {
  /** Its name in every calendar; it never changes. */
  uid: string
  /** Its first day; 'YYYY-MM' or 'YYYY' where only that is known. */
  day: string
  /** Its last day, where it lasts longer than one. */
  lastDay: string | null
  /** Null: the whole day. */
  time: { from: string; until: string | null; zone: string } | null
  /** Null: no country's in particular. */
  countries: readonly string[] | null
  /** Where no country is named: the States that its body is about; null: all. */
  among: readonly string[] | null
  /** Id of the body. */
  body: string | null
  cancelled: boolean
  /** Days that it had before, the last one last. */
  movedFrom: readonly string[]
  verified: boolean
  changedAt: Date
  /** Grows with each change. */
  sequence: number
}

export interface DeadlineEntry extends Common {
  kind: 'deadline'
  deadline: Deadline
  /** By whom its session was entered; null: the library knows it. */
  entered: EnteredSession | null
}
export interface SessionEntry extends Common {
  kind: 'session'
  of: Body
  session: Session
  entered: EnteredSession | null
}
export interface PlanEntry extends Common {
  kind: 'plan-end'
  plan: EndingPlan
}
export interface OwnEntry extends Common {
  kind: 'own'
  date: OwnDate
}
export interface RoundEntry extends Common {
  kind: 'round'
  round: ClosingRound
}

export interface ReportEntry extends Common {
  kind: 'report'
  report: DueReport
}
export interface StatementEntry extends Common {
  kind: 'statement'
  statement: ClosingStatement
}

/** One line of a calendar. */
export type Entry = DeadlineEntry | SessionEntry | PlanEntry | OwnEntry | RoundEntry | ReportEntry | StatementEntry

export interface CalendarFilter {
  body: string | null
  /** ISO 3166-1 alpha-3. */
  country: string | null
  kind: EntryKind | null
}
export const NO_FILTER: CalendarFilter = { body: null, country: null, kind: null }

/** What an address asks for. What it cannot mean is left out. */
export function filterOf(query: URLSearchParams, bodies: readonly Pick<Body, 'id'>[]): CalendarFilter {
  const country = query.get('country')?.trim().toUpperCase() ?? ''
  return {
    body: bodies.find(({ id }) => id === query.get('body'))?.id ?? null,
    country: /^[A-Z]{3}$/.test(country) ? country : null,
    kind: KINDS.find(kind => kind === query.get('kind')) ?? null,
  }
}

/** The filter as an address's query; '' where nothing is set. */
export function queryOf(filter: CalendarFilter, more: Record<string, string | null> = {}): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...filter, ...more })) if (value) query.set(name, value)
  return query.size ? `?${query}` : ''
}

/** Does it concern a country? What names none concerns all States of its body. */
export const isAbout = ({ countries, among }: Pick<Entry, 'countries' | 'among'>, country: string): boolean =>
  (countries ?? among)?.includes(country) ?? true

/** Is it meant? */
export const fits = (entry: Entry, { body, country, kind }: CalendarFilter): boolean =>
  (!body || entry.body === body) && (!kind || entry.kind === kind) && (!country || isAbout(entry, country))

export const isMonth = (text: string | undefined): text is string => /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(text ?? '')

/** @returns the month so many months later, 'YYYY-MM' */
export function monthAfter(month: string, count: number): string {
  const [year, number] = month.split('-').map(Number)
  return new Date(Date.UTC(year!, number! - 1 + count, 1)).toISOString().slice(0, 7)
}

/** @param month 'YYYY-MM' @returns its last day */
export const lastDayOfMonth = (month: string): string => {
  const [year, number] = month.split('-').map(Number)
  return new Date(Date.UTC(year!, number!, 0)).toISOString().slice(0, 10)
}

export const paths = {
  calendar: '/calendar',
  month: (month: string) => `/calendar/${month}`,
  bodies: '/bodies',
  body: (id: string) => `/bodies/${id}`,
  procedure: (body: string, id: string) => `/bodies/${body}#${id}`,
  session: (body: string, id: string) => `/bodies/${body}#session-${id}`,
  feed: '/calendar.ics',
  countryFeed: (country: string) => `/calendar/${country}.ics`,
  bodyFeed: (id: string) => `/bodies/${id}.ics`,
  ownFeed: (token: string) => `/calendar/mine/${token}.ics`,
  changes: '/calendar.atom',
  noReminders: (token: string) => `/calendar/reminders/${token}`,
  desk: '/desk/calendar',
  newDate: '/desk/calendar/dates',
  date: (id: string) => `/desk/calendar/dates/${id}`,
  newSession: '/desk/calendar/sessions',
  enteredSession: (body: string, id: string) => `/desk/calendar/sessions/${body}/${id}`,
  settings: '/desk/calendar/settings',
  imports: '/desk/calendar/import',
  import: (id: string) => `/desk/calendar/import/${id}`,
}
