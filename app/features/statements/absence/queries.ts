/** Asks the ledger and the rounds who is silent: SQL. Only of what everybody sees, and of the asker's own rounds. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/access.ts'
import { paths as questionnaires } from '../../questionnaires/model.ts'
import { MOST_ROWS, type Absence, type AbsenceFound, type AbsenceSource } from './model.ts'

/** Null where there is nothing to ask (any more): a round that is not the organisation's own, or that is still open. */
export async function absenceOf(tx: Tx, source: AbsenceSource, organisationId: string): Promise<Absence | null> {
  const found = await find(tx, source, organisationId)
  return found && { found, version: createHash('sha256').update(JSON.stringify(found)).digest('hex').slice(0, 32) }
}

function find(tx: Tx, source: AbsenceSource, organisationId: string): Promise<AbsenceFound | null> {
  switch (source.kind) {
    case 'round':
      return silentIn(tx, source.round, organisationId)
    case 'expired':
      return expired(tx)
    case 'unreported':
      return unreported(tx, source.months)
    case 'overdue':
      return overdue(tx, source.country)
  }
}

/** A round whose time is over, with how many governments have not answered it. */
export interface ClosedRound {
  id: string
  title: string
  closedOn: string
  silent: number
}

const IS_OVER = sql<boolean>`(n.closed_at is not null or n.closes_at <= now())`
/** The day on the clocks of the round's own place. */
const CLOSED_ON = sql<string>`to_char(least(n.closed_at, n.closes_at) at time zone n.time_zone, 'YYYY-MM-DD')`

/** The newest first. */
export async function closedRounds(tx: Tx, organisationId: string): Promise<ClosedRound[]> {
  const { rows } = await sql<ClosedRound>`
    select n.id, n.title, ${CLOSED_ON} as "closedOn",
      (select count(*)::int from respondent r where r.round_id = n.id and r.removed_at is null and r.sent_at is null and r.kind = 'government') as silent
    from round n where n.organisation_id = ${organisationId} and ${IS_OVER} order by n.closes_at desc limit 100`.execute(
    tx,
  )
  return rows
}

async function silentIn(tx: Tx, round: string, organisationId: string): Promise<AbsenceFound | null> {
  const { rows } = await sql<{
    title: string
    closedOn: string
    published: boolean
    asked: number
    countries: string[]
    unplaced: number
    organisations: number
    people: number
  }>`
    with silent as (select kind, country from respondent where round_id = ${round} and removed_at is null and sent_at is null)
    select n.title, ${CLOSED_ON} as "closedOn", n.published_at is not null as published,
      (select count(*)::int from respondent where round_id = n.id and removed_at is null and kind = 'government') as asked,
      array(select distinct country from silent where kind = 'government' and country is not null order by 1) as countries,
      (select count(*)::int from silent where kind = 'government' and country is null) as unplaced,
      (select count(*)::int from silent where kind = 'organisation') as organisations,
      (select count(*)::int from silent where kind = 'person') as people
    from round n where n.id = ${round} and n.organisation_id = ${organisationId} and ${IS_OVER}`.execute(tx)
  const [found] = rows
  if (!found) return null
  const { published, ...rest } = found
  return { kind: 'round', ...rest, page: published ? questionnaires.published(round) : null }
}

/** National action plans as everybody sees them; not our own illustrations. `n` is the instrument. */
const PLAN = sql<boolean>`n.kind = 'national-action-plan' and n.published_at is not null and not n.illustrative and n.country is not null`

/** Of each country the plan that ends last; those that ended, and that nothing published takes the place of. */
async function expired(tx: Tx): Promise<AbsenceFound> {
  const { rows } = await sql<{
    country: string
    title: string
    language: string | null
    slug: string
    endedOn: string
    isOver: boolean
  }>`
    select p.country, p.title, p.language, p.slug, p.ended::text as "endedOn", p.ended < current_date and not exists (
        -- Without a known end, a plan that began later is taken to be in force.
        select from instrument n where ${PLAN} and n.country = p.country and n.period_end is null and n.period_start > p.period_start
      ) and not exists (
        select from succession s join instrument l on l.id = s.instrument_id
        where s.earlier_id = p.id and s.relation = 'supersedes' and l.published_at is not null and l.id <> p.id
          and (app.last_day(l.period_end) is null or app.last_day(l.period_end) >= current_date)
      ) as "isOver"
    from (
      select distinct on (n.country) n.id, n.country, n.title, n.languages[1] as language, n.slug, n.period_start,
        app.last_day(n.period_end) as ended
      from instrument n where ${PLAN} and app.last_day(n.period_end) is not null
      order by n.country, app.last_day(n.period_end) desc, n.id
    ) p order by p.country`.execute(tx)
  return {
    kind: 'expired',
    of: rows.length,
    rows: rows
      .filter(({ isOver }) => isOver)
      .map(({ country, title, language, slug, endedOn }) => ({ country, title, language, slug, endedOn })),
  }
}

/** Countries with a published plan whose government's last published word, or value of an indicator, is older than that, or is not there. */
async function unreported(tx: Tx, months: number): Promise<AbsenceFound> {
  const { rows } = await sql<{ country: string; plans: number; last: string | null; isSilent: boolean }>`
    select c.country, c.plans, c.last::text as last,
      c.last is null or c.last < current_date - make_interval(months => ${months}) as "isSilent"
    from (
      select n.country, count(*)::int as plans, greatest(
        (select max(a.as_of) from assessment a join instrument i on i.id = a.instrument_id
          where i.country = n.country and i.published_at is not null and a.voice = 'government' and a.visibility = 'public'
            and a.withdrawn_at is null and a.status <> 'no-information'),
        (select max(o.created_at)::date from observation o
          where o.country = n.country and o.voice = 'government' and o.kind = 'observation' and o.visibility = 'public'
            and o.withdrawn_at is null and o.value_kind <> 'missing')
      ) as last
      from instrument n where ${PLAN} group by n.country
    ) c order by c.country`.execute(tx)
  return {
    kind: 'unreported',
    months,
    of: rows.length,
    rows: rows.filter(({ isSilent }) => isSilent).map(({ country, plans, last }) => ({ country, plans, last })),
  }
}

async function overdue(tx: Tx, country: string | null): Promise<AbsenceFound> {
  const { rows } = await sql<{
    total: number
    country: string
    plan: string
    slug: string
    ref: number
    read: boolean
    number: string | null
    text: string
    language: string | null
    due: string
  }>`
    with silent as (
      select c.item_id, c.country, c.due, c.instrument_id, c.position
      from ledger c join instrument n on n.id = c.instrument_id
      where c.due < current_date and c.country is not null and n.published_at is not null and not n.illustrative
        and (${country}::text is null or c.country = ${country})
        and not exists (select from assessment a where a.item_id = c.item_id and a.voice = 'government' and a.visibility = 'public'
          and a.withdrawn_at is null and a.status <> 'no-information'))
    select (select count(*)::int from silent) as total, s.country, n.title as plan, n.slug, i.ref, n.file_sha256 is not null as read,
      i.number, i.text, n.languages[1] as language, s.due::text as due
    from (select * from silent order by due, country, instrument_id, position limit ${MOST_ROWS}) s
      join item i on i.id = s.item_id join instrument n on n.id = s.instrument_id
    order by s.due, s.country, s.instrument_id, s.position`.execute(tx)
  return {
    kind: 'overdue',
    country,
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ country, plan, slug, ref, read, number, text, language, due }) => ({
      country,
      plan,
      slug,
      ref,
      read,
      number,
      text,
      language,
      due,
    })),
  }
}
