/** What a table of commitments is held against when it is brought in. Row-level security decides what the asker gets. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/access.ts'
import type { Exchanged } from '../exchange/columns.ts'
import { exchangedByIds } from './exchange.ts'

/** An instrument that rows name, with what may be done with it. */
export interface OwnInstrument {
  id: string
  slug: string
  kind: string
  /** Whether it is a plan that was read from a file. */
  read: boolean
  /** Whether its rows are the asker's to change. */
  mayChange: boolean
  /** Ids by public number. */
  pillars: Map<number, string>
}

export async function instrumentsBySlug(
  tx: Tx,
  slugs: string[],
  organisationId: string,
): Promise<Map<string, OwnInstrument>> {
  const { rows } = await sql<Omit<OwnInstrument, 'pillars'> & { pillars: { ref: number; id: string }[] }>`
    select n.id, n.slug, n.kind, n.file_sha256 is not null as read,
      n.organisation_id = ${organisationId} and app.can_change_items(n.id) as "mayChange",
      coalesce((select json_agg(json_build_object('ref', p.ref, 'id', p.id)) from item p
        where p.instrument_id = n.id and p.kind = 'pillar' and p.deleted_at is null), '[]') as pillars
    from instrument n where n.slug = any (${slugs}::text[])`.execute(tx)
  return new Map(rows.map(row => [row.slug, { ...row, pillars: new Map(row.pillars.map(({ ref, id }) => [ref, id])) }]))
}

/** Commitments by their instrument and public number. */
export async function exchangedByRefs(
  tx: Tx,
  refs: { instrumentId: string; ref: number }[],
  organisationId: string,
): Promise<Exchanged[]> {
  if (!refs.length) return []
  const { rows } = await sql<{ id: string }>`
    select i.id from jsonb_to_recordset(${JSON.stringify(refs)}::jsonb) as r ("instrumentId" uuid, ref int)
      join item i on i.instrument_id = r."instrumentId" and i.ref = r.ref and i.deleted_at is null`.execute(tx)
  return exchangedByIds(
    tx,
    rows.map(row => row.id),
    organisationId,
  )
}

/** Which of these words stand in these instruments already: '<instrument> <number> <text>'. */
export async function livingRows(tx: Tx, instrumentIds: string[], texts: string[]): Promise<Set<string>> {
  if (!instrumentIds.length || !texts.length) return new Set()
  const rows = await tx
    .selectFrom('item')
    .select(['instrument_id', 'number', 'text'])
    .where(sql<boolean>`instrument_id = any (${instrumentIds}::uuid[])`)
    .where(sql<boolean>`text = any (${texts}::text[])`)
    .where('deleted_at', 'is', null)
    .execute()
  return new Set(rows.map(row => `${row.instrument_id} ${row.number ?? ''} ${row.text}`))
}
