/** Commitments that carry out an operative paragraph: SQL. Row-level security decides which the asker gets. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/access.ts'

/** How many commitments are linked to each paragraph of the instrument, by its number; paragraphs without any are left out. */
export async function carriedOut(tx: Tx, instrumentId: string): Promise<Map<number, number>> {
  const { rows } = await sql<{ ref: number; count: number }>`
    select i.ref, count(*)::int as count from item_link l join item i on i.id = l.to_item_id
    where l.relation = 'implements' and i.instrument_id = ${instrumentId}
    group by i.ref`.execute(tx)
  return new Map(rows.map(({ ref, count }) => [ref, count]))
}
