/** Until when an organisation's reports are due: for its clock. Row-level security shows reports to members only. */
import { sql } from 'kysely'
import type { Deadline } from '@open1325/procedures'
import type { Tx } from '../../../platform/access.ts'
import { bodiesSeenBy } from '../../clock/offers/bodies.ts'
import type { Report } from '../model.ts'
import { ruleOfReport } from '../rule.ts'

type Asked = Pick<
  Report,
  | 'id'
  | 'organisationId'
  | 'organisation'
  | 'title'
  | 'language'
  | 'country'
  | 'procedure'
  | 'rule'
  | 'sessionId'
  | 'sessionStarts'
  | 'due'
  | 'organisations'
  | 'createdAt'
  | 'version'
>

export interface DueReport extends Pick<
  Asked,
  'id' | 'organisationId' | 'title' | 'language' | 'country' | 'createdAt' | 'version'
> {
  /** As its own page counts it: by the rule that it holds to, and the sessions as its organisation has them. */
  deadline: Deadline
}

/** Reports for which a session or a last day was chosen. @param organisationId null: of all organisations that the asker belongs to */
export async function dueReports(tx: Tx, organisationId: string | null): Promise<DueReport[]> {
  const { rows } = await sql<Asked>`
    select r.id, r.organisation_id as "organisationId", coalesce(o.name, '') as organisation, r.title, r.language, r.country, r.procedure,
      r.rule, r.session_id as "sessionId", r.session_starts::text as "sessionStarts", r.due::text as due, r.organisations,
      r.created_at as "createdAt", r.version
    from report r left join organisation o on o.id = r.organisation_id
    where r.deleted_at is null and r.procedure is not null and ${organisationId ? sql`r.organisation_id = ${organisationId}` : sql`true`}
      and (r.session_id is not null or r.session_starts is not null or r.due is not null)
    order by r.created_at, r.id`.execute(tx)
  const bodiesOf = new Map(
    await Promise.all(
      [...new Set(rows.map(row => row.organisationId))].map(async own => [own, await bodiesSeenBy(tx, own)] as const),
    ),
  )
  return rows.flatMap(row => {
    const { id, title, language, country, createdAt, version } = row
    const deadline = ruleOfReport(row, bodiesOf.get(row.organisationId))?.deadline
    return deadline
      ? [{ id, organisationId: row.organisationId, title, language, country, createdAt, version, deadline }]
      : []
  })
}
