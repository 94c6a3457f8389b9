/** What happened to plans, act by act: who, when, why, and how many rows it touched. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/access.ts'

export interface PlanAct {
  /** The history's last number of this act; they grow with time. */
  id: number
  act: string
  at: Date
  who: string | null
  /** Null: somebody who is no longer known here. */
  name: string | null
  why: string | null
  /** How many rows of the plan it touched. */
  rows: number
}

/** The acts before the number `before` (or the last ones), the latest first. */
export async function planHistory(
  tx: Tx,
  plan: { id: string; organisationId: string },
  { before, limit }: { before?: number | null; limit: number },
): Promise<PlanAct[]> {
  const { rows } = await sql<PlanAct>`
    with acts as (
      select max(id) as id, min(act) as act, max(at) as at, min(who) as who, min(why) as why,
        count(*) filter (where relation = 'item')::int as rows
      from history
      where (relation = 'instrument' and row_key = ${plan.id})
        or coalesce(after, before) ->> 'instrument_id' = ${plan.id}
      group by change
      having ${before ?? null}::bigint is null or max(id) < ${before ?? null}::bigint
      order by max(id) desc
      limit ${limit}
    )
    select acts.*, colleague.name
    from acts
    left join colleague on colleague.organisation_id = ${plan.organisationId} and colleague.user_id = acts.who
    order by acts.id desc`.execute(tx)
  return rows
}

/** So many rows of the history are looked through for the latest acts; one reading may have written hundreds. */
const LATEST_ROWS = 2000

export interface RecentAct extends PlanAct {
  /** How often the same person did the same to the same plan, one after the other. */
  times: number
  slug: string
  title: string
  language: string | null
}

/**
 * The latest acts on any of an organisation's plans that is still there, the latest first. What one person did to one plan again and
 * again without a break is told once, with all its rows.
 */
export async function latestActs(tx: Tx, organisationId: string, limit: number): Promise<RecentAct[]> {
  const { rows } = await sql<RecentAct>`
    with latest as (
      select id, change, act, at, who, why, relation,
        case relation when 'instrument' then row_key else coalesce(after, before) ->> 'instrument_id' end as instrument_id
      from history
      where organisation_id = ${organisationId}
      order by id desc
      limit ${LATEST_ROWS}
    ), acts as (
      select max(id) as id, min(act) as act, max(at) as at, min(who) as who, min(why) as why, instrument_id,
        count(*) filter (where relation = 'item')::int as rows
      from latest
      where relation in ('instrument', 'item', 'finding')
      group by change, instrument_id
    ), numbered as (
      select *, row_number() over (order by id)
        - row_number() over (partition by act, who, why, instrument_id order by id) as stretch
      from acts
    ), told as (
      select max(id) as id, act, max(at) as at, who, why, instrument_id, sum(rows)::int as rows, count(*)::int as times
      from numbered
      group by stretch, act, who, why, instrument_id
    )
    select told.id, told.act, told.at, told.who, told.why, told.rows, told.times, colleague.name, i.slug, i.title,
      i.languages[1] as language
    from told
    join instrument i on i.id::text = told.instrument_id
    left join colleague on colleague.organisation_id = ${organisationId} and colleague.user_id = told.who
    order by told.id desc
    limit ${limit}`.execute(tx)
  return rows
}
