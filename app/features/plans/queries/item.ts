/** The rows under review: all of a plan's items, the removed ones included, and their changes written back. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/access.ts'
import { Problem } from '../../../platform/problem.ts'
import type { ReviewItem } from '../review/operation.ts'
import { ITEM } from './plan.ts'

const REVIEW_ITEM = [
  ...ITEM,
  'confirmed_by as confirmedBy',
  'confirmed_at as confirmedAt',
  'deleted_at as deletedAt',
  'merged_into as mergedInto',
] as const

/** All the items of a plan, or those with these ids, in reading order; also those that were taken out. */
export async function reviewItems(tx: Tx, instrumentId: string, ids?: string[]): Promise<ReviewItem[]> {
  if (ids?.length === 0) return []
  const rows = await tx
    .selectFrom('item')
    .select(REVIEW_ITEM)
    .where('instrument_id', '=', instrumentId)
    .$if(ids !== undefined, query => query.where('id', 'in', ids!))
    .orderBy('position')
    .orderBy('ref')
    .execute()
  return rows.map(row => ({
    ...(row as unknown as ReviewItem),
    confirmedAt: row.confirmedAt?.toISOString() ?? null,
    deletedAt: row.deletedAt?.toISOString() ?? null,
  }))
}

/**
 * Writes rows as they became. A row with ref 0 is new and gets the plan's next public number; each other one gets its next version.
 * @throws Problem 'not-allowed' where row-level security lets the asker see the plan but not change it
 */
export async function saveItems(
  tx: Tx,
  plan: { id: string; organisationId: string },
  rows: readonly ReviewItem[],
): Promise<void> {
  const known = rows.filter(row => row.ref > 0)
  const { numAffectedRows } = await sql`
    update item i set
      kind = r.kind, number = r.number, text = r.text, parent_id = r."parentId", position = r.position, fields = r.fields,
      cites = r.cites, confidence = r.confidence, state = r.state, confirmed_by = r."confirmedBy",
      confirmed_at = r."confirmedAt", deleted_at = r."deletedAt", merged_into = r."mergedInto", version = i.version + 1
    from jsonb_to_recordset(${JSON.stringify(known)}::jsonb) as r (id uuid, kind text, number text, text text,
      "parentId" uuid, position float8, fields jsonb, cites jsonb, confidence real, state text, "confirmedBy" text,
      "confirmedAt" timestamptz, "deletedAt" timestamptz, "mergedInto" uuid)
    where i.id = r.id and i.instrument_id = ${plan.id}`.execute(tx)
  if (Number(numAffectedRows) < known.length) throw new Problem('not-allowed')
  for (const row of rows.filter(row => row.ref === 0)) await insert(tx, plan, row)
}

async function insert(tx: Tx, plan: { id: string; organisationId: string }, row: ReviewItem): Promise<void> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('item')
    .values({
      id: row.id,
      ref: await nextRef(tx, plan.id),
      instrument_id: plan.id,
      organisation_id: plan.organisationId,
      kind: row.kind,
      number: row.number,
      text: row.text,
      parent_id: row.parentId,
      position: row.position,
      fields: JSON.stringify(row.fields),
      cites: JSON.stringify(row.cites),
      confidence: row.confidence,
      state: row.state,
      confirmed_by: row.confirmedBy,
      confirmed_at: row.confirmedAt,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  // The browser makes the id: one that a row has already, even a row that the asker may not see, was not made by chance.
  if (numInsertedOrUpdatedRows === 0n) throw new Problem('conflict')
}

async function nextRef(tx: Tx, instrumentId: string): Promise<number> {
  const taken = await tx
    .updateTable('instrument')
    .set(eb => ({ next_ref: eb('next_ref', '+', 1) }))
    .where('id', '=', instrumentId)
    .returning(eb => eb('next_ref', '-', 1).as('ref'))
    .executeTakeFirst()
  if (!taken) throw new Problem('not-allowed')
  return taken.ref
}
