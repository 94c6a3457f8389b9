/** Changing commitments, many in one act; taking such an act back. Row-level security decides what the asker may change. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/access.ts'
import { Problem } from '../../../platform/problem.ts'
import type { Edit, Patch } from '../patch.ts'

/** Writes rows as they became. @throws Problem 'not-allowed' where one is not the asker's to change, or has changed since it was read */
export async function saveEdits(tx: Tx, edits: Edit[]): Promise<void> {
  if (!edits.length) return
  const { numAffectedRows } = await sql`
    update item i set number = r.number, text = r.text, parent_id = r."parentId", fields = r.fields, version = i.version + 1,
      confirmed_by = case i.state when 'confirmed' then app.asker() else i.confirmed_by end,
      confirmed_at = case i.state when 'confirmed' then now() else i.confirmed_at end
    from jsonb_to_recordset(${JSON.stringify(edits)}::jsonb) as r (id uuid, "instrumentId" uuid, version int, number text, text text,
      "parentId" uuid, fields jsonb)
    where i.id = r.id and i.instrument_id = r."instrumentId" and i.version = r.version and i.deleted_at is null`.execute(
    tx,
  )
  if (Number(numAffectedRows) < edits.length) throw new Problem('not-allowed')
}

export interface Saying {
  itemId: string
  instrumentId: string
  said: NonNullable<Patch['status']>
}

/** What our organisation says, in its own voice; for its members' eyes until an editor shows it to others. */
export async function saySame(tx: Tx, by: { userId: string; organisationId: string }, words: Saying[]): Promise<void> {
  if (!words.length) return
  const { voice } = await tx
    .selectFrom('organisation')
    .select('voice')
    .where('id', '=', by.organisationId)
    .executeTakeFirstOrThrow()
  await sql`
    insert into assessment (item_id, instrument_id, organisation_id, voice, status, as_of, reason, created_by)
    select r."itemId", r."instrumentId", ${by.organisationId}, ${voice}, r.said ->> 'status', (r.said ->> 'asOf')::date, r.said ->> 'reason',
      ${by.userId}
    from jsonb_to_recordset(${JSON.stringify(words)}::jsonb) as r ("itemId" uuid, "instrumentId" uuid, said jsonb)`.execute(
    tx,
  )
}

export interface Implementing {
  itemId: string
  instrumentId: string
  organisationId: string
  to: string
}

export async function addLinks(tx: Tx, userId: string, links: Implementing[]): Promise<void> {
  if (!links.length) return
  await sql`
    insert into item_link (item_id, to_item_id, relation, organisation_id, instrument_id, said_by)
    select r."itemId", r."to", 'implements', r."organisationId", r."instrumentId", ${userId}
    from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as r ("itemId" uuid, "to" uuid, "organisationId" uuid, "instrumentId" uuid)
    on conflict (item_id, to_item_id, relation) do nothing`.execute(tx)
}

/** Which of these commitments say already that they put another into practice. */
export async function linkedTo(tx: Tx, ids: string[], to: string): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('item_link')
    .select('item_id')
    .where('to_item_id', '=', to)
    .where('relation', '=', 'implements')
    .where(sql<boolean>`item_id = any (${ids}::uuid[])`)
    .execute()
  return new Set(rows.map(row => row.item_id))
}

/** The item at an address of this site: '/commitments/…/8', '/plans/…/items/8'. */
export async function itemAt(tx: Tx, address: string): Promise<{ id: string; name: string } | undefined> {
  const path = /\/(?:commitments\/([a-z0-9-]+)|plans\/([a-z0-9-]+)\/items)\/(\d{1,9})(?:[?#].*)?$/.exec(address.trim())
  if (!path) return undefined
  const row = await tx
    .selectFrom('item')
    .innerJoin('instrument', 'instrument.id', 'item.instrument_id')
    .innerJoin('commitment', 'commitment.item_id', 'item.id')
    .select(['item.id', 'item.number', 'item.text', 'instrument.title'])
    .where('slug', '=', (path[1] ?? path[2])!)
    .where('ref', '=', Number(path[3]))
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  return row && { id: row.id, name: [row.title, row.number, row.text.slice(0, 80)].filter(Boolean).join(' · ') }
}

/** Pillars with this public number, by their instrument's id. */
export async function pillarsWithRef(tx: Tx, instrumentIds: string[], ref: number): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('item')
    .select(['id', 'instrument_id'])
    .where(sql<boolean>`instrument_id = any (${instrumentIds}::uuid[])`)
    .where('kind', '=', 'pillar')
    .where('ref', '=', ref)
    .where('deleted_at', 'is', null)
    .execute()
  return new Map(rows.map(row => [row.instrument_id, row.id]))
}

/** Changes of many commitments at once, the latest first. */
export interface BulkChange {
  change: string
  act: string
  at: Date
  who: string | null
  name: string | null
  rows: number
}

const BULK_ACTS = ['ledger.edit', 'ledger.import']
/** So far back the history is looked through. */
const LOOKED_THROUGH = 20_000

export async function bulkChanges(tx: Tx, organisationId: string, limit: number): Promise<BulkChange[]> {
  const { rows } = await sql<BulkChange>`
    with latest as (
      select change, act, at, who, row_key, relation, coalesce(after, before) as image, id from history
      where organisation_id = ${organisationId} and act = any (${BULK_ACTS}::text[])
        and id > (select coalesce(max(id), 0) from history) - ${LOOKED_THROUGH}
    ), changes as (
      select change, min(act) as act, max(at) as at, min(who) as who, max(id) as id,
        count(distinct case relation when 'item' then row_key else image ->> 'item_id' end)::int as rows
      from latest group by change order by max(id) desc limit ${limit}
    )
    select c.change, c.act, c.at, c.who, c.rows, p.name from changes c
      left join colleague p on p.organisation_id = ${organisationId} and p.user_id = c.who
    order by c.id desc`.execute(tx)
  return rows
}

/** How many commitments a change touched. */
export async function rowsChangedBy(tx: Tx, change: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(distinct case relation when 'item' then row_key else coalesce(after, before) ->> 'item_id' end)::int as n
    from history where change = ${change}`.execute(tx)
  return rows[0]!.n
}

/** What a change did, for taking it back. */
export async function partsOfChange(
  tx: Tx,
  change: string,
): Promise<{ relation: string; who: string | null; act: string; instrumentId: string }[]> {
  const { rows } = await sql<{ relation: string; who: string | null; act: string; instrumentId: string }>`
    select distinct relation, who, act, coalesce(after, before) ->> 'instrument_id' as "instrumentId" from history
    where change = ${change} and relation in ('item', 'assessment', 'item_link')`.execute(tx)
  return rows
}

const ROWS_OF = (change: string) => sql`
  with part as materialized (
    select row_key, before, after from history where change = ${change} and relation = 'item'
  )`

/** How many rows of a change no longer stand as it left them. */
export async function rowsChangedSince(tx: Tx, change: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`${ROWS_OF(change)}
    select count(*)::int as n from part h join item i on i.id = h.row_key::uuid
    where to_jsonb(i) - 'version' <> h.after - 'version'`.execute(tx)
  return rows[0]!.n
}

/** Puts rows back as they were before a change; a row that it made is taken out. Each gets its next version. */
export async function putBackRows(tx: Tx, change: string): Promise<void> {
  await sql`${ROWS_OF(change)}
    update item i set
      kind = b.kind, number = b.number, text = b.text, parent_id = b.parent_id, position = b.position, fields = b.fields,
      cites = b.cites, confidence = b.confidence, state = b.state, confirmed_by = b.confirmed_by,
      confirmed_at = b.confirmed_at, merged_into = b.merged_into, version = i.version + 1,
      deleted_at = case when h.before is null then now() else b.deleted_at end
    from part h, jsonb_populate_record(null::item, coalesce(h.before, h.after)) b
    where i.id = h.row_key::uuid`.execute(tx)
}

/** Takes back what a change said and linked. */
export async function takeBackWordsAndLinks(tx: Tx, change: string): Promise<void> {
  await sql`
    with said as materialized (
      select row_key from history where change = ${change} and relation = 'assessment' and before is null)
    update assessment a set withdrawn_at = now() from said where a.id = said.row_key::uuid and a.withdrawn_at is null`.execute(
    tx,
  )
  await sql`
    delete from item_link l using history h
    where h.change = ${change} and h.relation = 'item_link' and h.before is null
      and l.item_id = (h.after ->> 'item_id')::uuid and l.to_item_id = (h.after ->> 'to_item_id')::uuid
      and l.relation = h.after ->> 'relation'`.execute(tx)
}
