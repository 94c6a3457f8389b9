/** Findings that somebody accepted, and the names that the checks look for. SQL. Row-level security decides what the asker gets. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/access.ts'
import type { Acceptance } from '../checks.ts'

export async function acceptancesOf(tx: Tx, reportId: string): Promise<Acceptance[]> {
  const { rows } = await sql<Acceptance>`
    select a.key, a.code, a.quote, a.reason, coalesce(w.name, '') as by, a.accepted_at as at
    from report_acceptance a left join colleague w on w.user_id = a.accepted_by and w.organisation_id = a.organisation_id
    where a.report_id = ${reportId} order by a.accepted_at`.execute(tx)
  return rows
}

/** Accepted again, the first reason stays. */
export async function addAcceptance(
  tx: Tx,
  of: {
    reportId: string
    organisationId: string
    by: string
    key: string
    code: string
    quote: string
    reason: string
  },
): Promise<void> {
  const { reportId, organisationId, by, ...said } = of
  await tx
    .insertInto('report_acceptance')
    .values({ ...said, report_id: reportId, organisation_id: organisationId, accepted_by: by })
    .onConflict(conflict => conflict.columns(['report_id', 'key']).doNothing())
    .execute()
}

export async function removeAcceptance(tx: Tx, reportId: string, key: string): Promise<void> {
  await tx.deleteFrom('report_acceptance').where('report_id', '=', reportId).where('key', '=', key).execute()
}

/** People that the organisation knows by name and who did not agree to be named in this: those it asked, authors of evidence, colleagues. */
export async function knownNames(tx: Tx, organisationId: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from respondent where organisation_id = ${organisationId} and kind = 'person' and removed_at is null
    union select author from evidence
      where organisation_id = ${organisationId} and author is not null and consent in ('not-given', 'withdrawn')
    union select name from colleague where organisation_id = ${organisationId} and name is not null`.execute(tx)
  // One word alone is too often a word: 'May', 'Rose'.
  return rows.map(({ name }) => name.trim()).filter(name => /\S\s+\S/u.test(name))
}
