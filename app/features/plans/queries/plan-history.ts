/** Everything that happened to a plan, act by act: who, when, why, and how many rows it touched. */
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
