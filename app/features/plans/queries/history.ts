/** What people changed in a plan's rows, from the history: for the list beside the review, for undo, for two people at once. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/access.ts'
import type { Image } from '../offers/conflict.ts'

/** One act of one person, on one row or many. */
export interface Change {
  /** The history's last number of this change; they grow with time. */
  id: number
  change: string
  act: string
  /** ISO 8601. */
  at: string
  who: string | null
  /** Null: nobody of the organisation (any more). */
  name: string | null
  /** How many rows it touched, and the first of them. */
  rows: number
  ref: number
  text: string
  /** The rows stand as this change left them, so it can be taken back. */
  undoable: boolean
}

/** As the index of the history has it. */
const ofPlan = (instrumentId: string) => sql<boolean>`coalesce(after, before) ->> 'instrument_id' = ${instrumentId}`

/** The latest changes of a plan's rows by people, the latest first. */
export async function changesOf(tx: Tx, instrumentId: string, limit: number): Promise<Change[]> {
  const { rows } = await sql<Change>`
    with latest as (
      select h.change, max(h.id) as id, max(h.at) as at, min(h.act) as act, min(h.who) as who, count(*)::int as rows,
        (array_agg(i.ref order by h.id))[1] as ref, (array_agg(i.text order by h.id))[1] as text,
        (array_agg(i.organisation_id))[1] as organisation_id,
        bool_and(to_jsonb(i) - 'version' = h.after - 'version') as undoable
      from history h join item i on i.id::text = h.row_key
      where ${ofPlan(instrumentId)} and h.relation = 'item' and h.act like 'item.%'
      group by h.change order by max(h.id) desc limit ${limit}
    )
    select l.id, l.change, l.act, l.at, l.who, c.name, l.rows, l.ref, left(l.text, 120) as text, l.undoable
    from latest l left join colleague c on c.organisation_id = l.organisation_id and c.user_id = l.who
    order by l.id desc`.execute(tx)
  return rows.map(row => ({ ...row, at: new Date(row.at).toISOString() }))
}

/** The plan's rows that changed after this number of the history, and the last number now (the same where nothing did). */
export async function changedSince(
  tx: Tx,
  instrumentId: string,
  after: number,
): Promise<{ last: number; rows: { id: string; who: string | null }[] }> {
  const rows = await tx
    .selectFrom('history')
    .select(['row_key as rowId', 'id', 'who'])
    .where(ofPlan(instrumentId))
    .where('relation', '=', 'item')
    .where('id', '>', after)
    .orderBy('id')
    .execute()
  return { last: rows.at(-1)?.id ?? after, rows: rows.map(({ rowId, who }) => ({ id: rowId, who })) }
}

/** The number of the last change to the plan's rows; 0 before the first. */
export async function lastChange(tx: Tx, instrumentId: string): Promise<number> {
  const row = await tx
    .selectFrom('history')
    .select('id')
    .where(ofPlan(instrumentId))
    .where('relation', '=', 'item')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? 0
}

/** Whether a change with this id was made: a request that was sent twice. */
export async function isDone(tx: Tx, change: string): Promise<boolean> {
  return (await tx.selectFrom('history').select('id').where('change', '=', change).limit(1).executeTakeFirst()) != null
}

/** A row before and after a change, and who made it. */
export interface RowChange {
  rowId: string
  change: string
  act: string
  at: Date
  who: string | null
  before: Image | null
  after: Image
}

const ROW_CHANGE = ['row_key as rowId', 'change', 'act', 'at', 'who', 'before', 'after'] as const

/** What happened to a row after a version of it, other than by the changes in `knows`, the latest last. */
export async function changesAfterVersion(
  tx: Tx,
  rowId: string,
  version: number,
  knows: readonly string[],
): Promise<RowChange[]> {
  const rows = await tx
    .selectFrom('history')
    .select(ROW_CHANGE)
    .where('relation', '=', 'item')
    .where('row_key', '=', rowId)
    .where(sql<boolean>`(after ->> 'version')::int > ${version}`)
    .$if(knows.length > 0, query => query.where('change', 'not in', [...knows]))
    .orderBy('id')
    .execute()
  return rows as unknown as RowChange[]
}

/** The rows of one change of this plan. */
export async function rowsOfChange(tx: Tx, instrumentId: string, change: string): Promise<RowChange[]> {
  const rows = await tx
    .selectFrom('history')
    .select(ROW_CHANGE)
    .where('relation', '=', 'item')
    .where('change', '=', change)
    .where('act', 'like', 'item.%')
    .where(ofPlan(instrumentId))
    .orderBy('id')
    .execute()
  return rows as unknown as RowChange[]
}

/** Of these rows of a change, those that no longer stand as it left them. */
export async function changedSinceThen(tx: Tx, change: string): Promise<number[]> {
  const { rows } = await sql<{ ref: number }>`
    select i.ref from history h join item i on i.id::text = h.row_key
    where h.relation = 'item' and h.change = ${change} and to_jsonb(i) - 'version' <> h.after - 'version'`.execute(tx)
  return rows.map(row => row.ref)
}

/** Puts rows back as they were before a change; a row that it made is taken out. Each gets its next version. Gives how many. */
export async function putBack(tx: Tx, instrumentId: string, change: string): Promise<number> {
  const { numAffectedRows } = await sql`
    update item i set
      kind = b.kind, number = b.number, text = b.text, parent_id = b.parent_id, position = b.position, fields = b.fields,
      cites = b.cites, confidence = b.confidence, state = b.state, confirmed_by = b.confirmed_by,
      confirmed_at = b.confirmed_at, merged_into = b.merged_into, version = i.version + 1,
      deleted_at = case when h.before is null then now() else b.deleted_at end
    from history h, jsonb_populate_record(null::item, coalesce(h.before, h.after)) b
    where h.relation = 'item' and h.change = ${change} and i.id::text = h.row_key and i.instrument_id = ${instrumentId}`.execute(
    tx,
  )
  return Number(numAffectedRows ?? 0n)
}
