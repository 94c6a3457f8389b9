/** A country's recommendations by body and year, and what came after them: SQL. Row-level security decides what the asker gets. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/access.ts'
import type { EvidenceLink } from '../../voices/model.ts'
import type { LaterSet } from '../model.ts'

/** A body's recommendations of a year to a country. */
export interface YearChoice {
  /** ISO 3166-1 alpha-3. */
  country: string
  /** '2025'. */
  year: string
  body: string | null
  count: number
}

/** What there is to look back at for a country (or for any), the latest first. */
export async function yearsOf(tx: Tx, country: string | null): Promise<YearChoice[]> {
  const { rows } = await sql<YearChoice>`
    select l.country, left(n.adopted_on, 4) as year, n.issuer as body, count(*)::int as count
    from ledger l join instrument n on n.id = l.instrument_id
    where l.kind = 'recommendation' and l.country is not null and (${country}::text is null or l.country = ${country})
      and n.adopted_on is not null
    group by 1, 2, 3 order by 2 desc, 1, 3 limit 500`.execute(tx)
  return rows
}

/** By the earlier instrument's id; none where the body has not spoken since. */
export async function laterSets(tx: Tx, instrumentIds: string[]): Promise<Map<string, LaterSet>> {
  const { rows } = await sql<LaterSet & { earlier: string }>`
    select distinct on (n.id) n.id as earlier, later.slug, later.title, later.languages[1] as language, later.adopted_on as "adoptedOn"
    from instrument n join instrument later on later.country is not distinct from n.country
      and later.issuer is not distinct from n.issuer and later.id <> n.id
      -- The first day that the later one may be of comes after the last that the earlier one may be of.
      and left(later.adopted_on || '-01-01', 10) > app.last_day(n.adopted_on)::text
    where n.id = any (${instrumentIds}::uuid[]) and n.country is not null
      and exists (select from commitment c where c.instrument_id = later.id and c.kind = 'recommendation')
    order by n.id, later.adopted_on, later.title`.execute(tx)
  return new Map(rows.map(({ earlier, ...later }) => [earlier, later]))
}

/** What the voices' standing words on these items rest on, by the item's id. */
export async function evidenceOn(tx: Tx, itemIds: string[]): Promise<Map<string, EvidenceLink[]>> {
  const { rows } = await sql<EvidenceLink & { itemId: string }>`
    select distinct on (a.item_id, e.id) a.item_id as "itemId", e.id, e.kind, e.title, e.visibility = 'public' as public
    from assessment a join evidence_use u on u.relation = 'assessment' and u.used_by = a.id join evidence e on e.id = u.evidence_id
    where a.item_id = any (${itemIds}::uuid[]) and a.superseded_by is null and a.withdrawn_at is null and e.withdrawn_at is null
    order by a.item_id, e.id`.execute(tx)
  return Map.groupBy(rows, row => row.itemId)
}
