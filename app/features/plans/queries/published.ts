/** What the public pages ask besides a plan and its items. Row-level security decides what the asker gets. */
import { sql } from 'kysely'
import type { ItemKind } from '@open1325/reader'
import type { Tx } from '../../../platform/access.ts'
import type { PlanItem } from '../model.ts'

export interface Tally {
  kinds: Partial<Record<ItemKind, number>>
  rows: number
  /** How many of the rows a person has confirmed. */
  confirmed: number
}

/** How many items of each kind each plan has, by the instrument's id. A plan without items is not in it. */
export async function talliesOf(tx: Tx, instrumentIds: string[]): Promise<Map<string, Tally>> {
  const tallies = new Map<string, Tally>()
  if (!instrumentIds.length) return tallies
  const counted = await tx
    .selectFrom('item')
    .select(({ fn }) => [
      'instrument_id as instrumentId',
      'kind',
      fn.countAll<string>().as('rows'),
      fn.countAll<string>().filterWhere('state', '=', 'confirmed').as('confirmed'),
    ])
    .where('instrument_id', 'in', instrumentIds)
    .where('deleted_at', 'is', null)
    .groupBy(['instrument_id', 'kind'])
    .execute()
  for (const { instrumentId, kind, rows, confirmed } of counted) {
    const tally = tallies.get(instrumentId) ?? { kinds: {}, rows: 0, confirmed: 0 }
    tally.kinds[kind as ItemKind] = Number(rows)
    tally.rows += Number(rows)
    tally.confirmed += Number(confirmed)
    tallies.set(instrumentId, tally)
  }
  return tallies
}

/** The items of several plans for their X-rays, by the instrument's id, in reading order: without their words and places. */
export async function outlinesOf(tx: Tx, instrumentIds: string[]): Promise<Map<string, PlanItem[]>> {
  const outlines = new Map<string, PlanItem[]>()
  if (!instrumentIds.length) return outlines
  const rows = await tx
    .selectFrom('item')
    .select([
      'instrument_id as instrumentId',
      'id',
      'ref',
      'kind',
      'number',
      sql<string>`''`.as('text'),
      'parent_id as parentId',
      'position',
      'fields',
      sql`'[]'::jsonb`.as('cites'),
      'confidence',
      'state',
      'version',
    ])
    .where('instrument_id', 'in', instrumentIds)
    .where('deleted_at', 'is', null)
    .orderBy('position')
    .execute()
  for (const { instrumentId, ...item } of rows) {
    const outline = outlines.get(instrumentId) ?? []
    outline.push(item as unknown as PlanItem)
    outlines.set(instrumentId, outline)
  }
  return outlines
}

/**
 * Where the address of an item leads: to the item itself, to the one it was merged into (followed to the last), or to nothing, because
 * a person took it out. Undefined where the number was never given, or the asker may not see the plan.
 */
export async function whereIs(tx: Tx, instrumentId: string, ref: number): Promise<{ ref: number | null } | undefined> {
  const found = await sql<{ ref: number; gone: boolean }>`
    with recursive path as (
      select id, ref, deleted_at, merged_into from item where instrument_id = ${instrumentId} and ref = ${ref}
      union
      select next.id, next.ref, next.deleted_at, next.merged_into from item next join path on next.id = path.merged_into
    )
    select ref, deleted_at is not null as gone from path where merged_into is null or deleted_at is null`.execute(tx)
  const last = found.rows[0]
  return last && { ref: last.gone ? null : last.ref }
}

/** A page's size in points; undefined for a page that the file does not have (or a format without pages). */
export async function pageSize(
  tx: Tx,
  fileSha256: string,
  page: number,
): Promise<{ width: number; height: number } | undefined> {
  return tx
    .selectFrom('page')
    .select(['width', 'height'])
    .where('file_sha256', '=', fileSha256)
    .where('number', '=', page)
    .executeTakeFirst()
}

/** The name under which the plan is published; null where the asker may not see it. */
export async function organisationName(tx: Tx, organisationId: string): Promise<string | null> {
  const row = await tx.selectFrom('organisation').select('name').where('id', '=', organisationId).executeTakeFirst()
  return row?.name ?? null
}
