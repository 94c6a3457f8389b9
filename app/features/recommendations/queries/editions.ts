/** Frozen editions of recommendation sets, from which recommendations can be taken over. */
import type { Tx } from '../../../platform/access.ts'

export interface SetEdition {
  slug: string
  number: number
  title: string
  language: string
  frozenAt: Date
}

/** An organisation's own, the newest first. */
export async function setEditions(tx: Tx, organisationId: string): Promise<SetEdition[]> {
  return tx
    .selectFrom('report_edition')
    .select(['slug', 'number', 'title', 'language', 'frozen_at as frozenAt'])
    .where('kind', '=', 'recommendation-set')
    .where('organisation_id', '=', organisationId)
    .orderBy('frozen_at', 'desc')
    .limit(100)
    .execute()
}
