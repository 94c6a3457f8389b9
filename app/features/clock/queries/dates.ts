/** What stands in the calendar beside the library's bodies: sessions entered, own dates, plans that run out, rounds that close. SQL. */
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../../platform/access.ts'
import type { ClosingRound, EndingPlan, EnteredSession, OwnDate } from '../model.ts'

const SESSION = sql`
  s.id, s.organisation_id as "organisationId", o.name as organisation, s.body, s.corrects, s.name, s.starts, s.ends,
  s.examination::text as examination, s.state, s.procedures, s.countries, s.deadlines, s.supersedes, s.note, s.source_title as "sourceTitle",
  s.source_url as "sourceUrl", s.source_kind as "sourceKind", s.seen_on::text as "seenOn", s.visibility, s.changed_at as "changedAt", s.version
  from body_session s left join organisation o on o.id = s.organisation_id`

/** Sessions that organisations entered, of one body or of all, as far as the asker sees them. */
export async function enteredSessions(tx: Tx, body: string | null = null): Promise<EnteredSession[]> {
  const ofBody = body === null ? sql`true` : sql`s.body = ${body}`
  const { rows } = await sql<EnteredSession>`
    select ${SESSION} where s.deleted_at is null and ${ofBody} order by s.created_at`.execute(tx)
  return rows
}

/** By session, as calendars know it: when what the asker sees of it last changed by hand, also where that is seen no more. */
export async function sessionsTold(tx: Tx): Promise<Map<string, Date>> {
  const { rows } = await sql<{ session: string; toldAt: Date | null }>`
    select session, told_at as "toldAt" from app.sessions_told()`.execute(tx)
  return new Map(rows.flatMap(({ session, toldAt }) => (toldAt ? [[session, toldAt]] : [])))
}

/** The one that this organisation entered, or with which it corrects the library's. @param id its own, or the library's session's */
export async function sessionOfOrganisation(
  tx: Tx,
  organisationId: string,
  body: string,
  id: string,
): Promise<EnteredSession | undefined> {
  const { rows } = await sql<EnteredSession>`
    select ${SESSION} where s.deleted_at is null and s.organisation_id = ${organisationId} and s.body = ${body}
      and (s.id::text = ${id} or s.corrects = ${id})`.execute(tx)
  return rows[0]
}

const OWN = sql`
  d.id, d.organisation_id as "organisationId", o.name as organisation, d.title, d.note, d.starts_on::text as "startsOn",
  d.ends_on::text as "endsOn", d.starts_at as "startsAt", d.ends_at as "endsAt", d.time_zone as "timeZone", d.country, d.url, d.visibility,
  d.moved_from as "movedFrom", d.cancelled_at as "cancelledAt", d.import_id as "importId", d.changed_at as "changedAt", d.version
  from own_date d left join organisation o on o.id = d.organisation_id`

const MOST_DATES = 2000

/** Organisations' own dates that lie in a span, as far as the asker sees them. */
export async function ownDates(tx: Tx, from: string, to: string, which: DatesOf = {}): Promise<OwnDate[]> {
  const { rows } = await sql<OwnDate>`
    select ${OWN} where d.deleted_at is null and d.starts_on <= ${to}::date and coalesce(d.ends_on, d.starts_on) >= ${from}::date
      and ${conditionOf(which)}
    order by d.starts_on, d.starts_at nulls first, d.id limit ${MOST_DATES}`.execute(tx)
  return rows
}

/** Whose: those of one organisation; and only what everybody may see, also where the asker sees more. */
export interface DatesOf {
  organisationId?: string
  publicOnly?: boolean
}

const conditionOf = ({ organisationId, publicOnly }: DatesOf): RawBuilder<unknown> =>
  sql`${organisationId ? sql`d.organisation_id = ${organisationId}` : sql`true`} and ${publicOnly ? sql`d.visibility = 'public'` : sql`true`}`

export async function ownDateById(tx: Tx, id: string, organisationId: string): Promise<OwnDate | undefined> {
  const { rows } = await sql<OwnDate>`
    select ${OWN} where d.deleted_at is null and d.id = ${id} and d.organisation_id = ${organisationId}`.execute(tx)
  return rows[0]
}

/** Plans with the day on which they run out; an illustrative one is nobody's promise. */
export async function endingPlans(tx: Tx, from: string, to: string, publicOnly = true): Promise<EndingPlan[]> {
  const { rows } = await sql<EndingPlan>`
    select i.slug, i.title, i.languages[1] as language, i.country, i.issuer, i.period_end as "periodEnd", i.published_at is not null as published,
      i.organisation_id as "organisationId", greatest(i.created_at, i.published_at) as "changedAt", i.version
    from instrument i
    where i.period_end is not null and app.last_day(i.period_end) between ${from}::date and ${to}::date and not i.illustrative
      and (i.published_at is not null or not ${publicOnly})
    order by app.last_day(i.period_end), i.slug`.execute(tx)
  return rows
}

export interface CountryGap {
  country: string
  slug: string
  title: string
  language: string | null
  /** As the plan says it: a year, a month or a day. */
  ended: string
}

/** Countries whose national plan has run out, and of which no newer one is known. */
export async function gapsBeforeSuccessor(tx: Tx): Promise<CountryGap[]> {
  const { rows } = await sql<CountryGap>`
    select distinct on (i.country) i.country, i.slug, i.title, i.languages[1] as language, i.period_end as ended
    from instrument i
    where i.kind = 'national-action-plan' and i.country is not null and i.period_end is not null and not i.illustrative
      and app.last_day(i.period_end) < current_date and i.published_at is not null
      and not exists (
        select from instrument n where n.country = i.country and n.kind = i.kind and n.id <> i.id and n.published_at is not null
          and not n.illustrative
          and (app.last_day(n.period_end) > app.last_day(i.period_end) or (n.period_end is null and n.period_start > i.period_end)))
      and not exists (select from succession s where s.earlier_id = i.id and s.relation = 'supersedes')
    order by i.country, app.last_day(i.period_end) desc`.execute(tx)
  return rows
}

const ROUND = sql`
  n.id, n.title, n.closes_at as "closesAt", n.time_zone as "timeZone", n.created_at as "changedAt", n.version from round n`

/**
 * Rounds of an organisation's questionnaires that close within a span, or closed in it at their time; a day more on either side, since the
 * day is that of the round's own clocks.
 * @param organisationId null: of all organisations that the asker belongs to
 */
export async function closingRounds(
  tx: Tx,
  organisationId: string | null,
  from: string,
  to: string,
): Promise<ClosingRound[]> {
  const whose = organisationId ? sql`= ${organisationId}` : sql`in (select app.mine('reader'))`
  const { rows } = await sql<ClosingRound>`
    select ${ROUND} where n.organisation_id ${whose} and (n.closed_at is null or n.closed_at >= n.closes_at)
      and n.closes_at between ${from}::date - interval '1 day' and ${to}::date + interval '2 days'
    order by n.closes_at, n.id`.execute(tx)
  return rows
}

export interface DueCommitments {
  /** From today until the end of this month. */
  thisMonth: number
  /** The two days between which these lie. */
  today: string
  monthEnd: string
  within90Days: number
  overdue: number
}

/** How many of an organisation's commitments fall due. */
export async function dueCommitments(tx: Tx, organisationId: string): Promise<DueCommitments> {
  const { rows } = await sql<DueCommitments>`
    with day as (select current_date as today, (date_trunc('month', current_date) + interval '1 month - 1 day')::date as month_end)
    select (select today::text from day) as today, (select month_end::text from day) as "monthEnd",
      count(*) filter (where l.due between current_date and (select month_end from day))::int as "thisMonth",
      count(*) filter (where l.due between current_date and current_date + 90)::int as "within90Days",
      count(*) filter (where l.due < current_date)::int as overdue
    from ledger l where l.organisation_id = ${organisationId} and l.due is not null`.execute(tx)
  return rows[0]!
}

export interface PromisedReport {
  slug: string
  title: string
  language: string | null
  country: string | null
  /** The plan's own words, and the page on which they stand. */
  quote: string
  page: number | null
}

/** Plans of an organisation that are running and of which an editor has decided that they promise reports at intervals: with their words. */
export async function promisedReports(tx: Tx, organisationId: string): Promise<PromisedReport[]> {
  const { rows } = await sql<PromisedReport>`
    select distinct on (i.slug) i.slug, i.title, i.languages[1] as language, i.country, f.machine #>> '{quotes,0,quote}' as quote,
      (f.machine #>> '{quotes,0,page}')::int as page
    from finding f join instrument i on i.id = f.instrument_id
    where i.organisation_id = ${organisationId} and f.criterion = 'reporting-routine' and f.answer in ('yes', 'partly')
      and f.machine #>> '{quotes,0,quote}' is not null
      and (i.period_end is null or app.last_day(i.period_end) >= current_date)
    order by i.slug, f.decided_at desc`.execute(tx)
  return rows
}
