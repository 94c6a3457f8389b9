/** Until when an organisation's statements can be signed, or could: for its clock. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/access.ts'
import type { Statement } from '../model.ts'

export interface ClosingStatement extends Pick<Statement, 'id' | 'title' | 'version'> {
  closesAt: Date
  timeZone: string
  changedAt: Date
}

/**
 * Those that were put up and close within a span, or closed in it at their time; a day more on either side, since the day is that of the
 * statement's own clocks. What others collect stands on their pages.
 * @param organisationId null: of all organisations that the asker belongs to
 */
export async function closingStatements(
  tx: Tx,
  organisationId: string | null,
  from: string,
  to: string,
): Promise<ClosingStatement[]> {
  const { rows } = await sql<ClosingStatement>`
    select s.id, s.title, s.closes_at as "closesAt", s.time_zone as "timeZone", s.created_at as "changedAt", s.version
    from statement s
    where (s.state = 'open' or (s.state = 'closed' and s.closed_at >= s.closes_at))
      and s.closes_at between ${from}::date - interval '1 day' and ${to}::date + interval '2 days'
      and s.organisation_id in (select app.mine('reader')) and ${organisationId ? sql`s.organisation_id = ${organisationId}` : sql`true`}
    order by s.closes_at, s.id`.execute(tx)
  return rows
}
