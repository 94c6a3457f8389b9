/** Runs of the reader over a plan's file: asked for, under way, ended; and what one of them found, saved as rows. */
import { sql } from 'kysely'
import type { Reading } from '@open1325/reader'
import type { Tx } from '../../../platform/access.ts'
import type { Known, Reconciled } from '../reconcile.ts'
import type { PlanItem, ReadingRun } from '../model.ts'

export const READ = 'plan.read'

const RUN = [
  'id',
  'state',
  'pages_done as pagesDone',
  'pages',
  'started_at as startedAt',
  'ended_at as endedAt',
  'error',
] as const

/** Asks for a reading. Gives its id; null where one is under way already. */
export async function askReading(
  tx: Tx,
  plan: { id: string; organisationId: string },
  by: string,
): Promise<string | null> {
  const row = await tx
    .insertInto('reading')
    .values({ instrument_id: plan.id, organisation_id: plan.organisationId, requested_by: by })
    .onConflict(conflict =>
      conflict
        .column('instrument_id')
        .where(sql<boolean>`state in ('queued', 'running')`)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function lastRun(tx: Tx, instrumentId: string): Promise<ReadingRun | undefined> {
  return tx
    .selectFrom('reading')
    .select(RUN)
    .where('instrument_id', '=', instrumentId)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Whether a reading of this plan has ever come to its end. */
export async function wasRead(tx: Tx, instrumentId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('reading')
    .select('id')
    .where('instrument_id', '=', instrumentId)
    .where('state', '=', 'done')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** What a reading warned of, by the reader's code, and on which pages. */
export interface WarningOfReading {
  code: string
  pages: number[]
}

/** What the last whole reading warned of. */
export async function lastWarnings(tx: Tx, instrumentId: string): Promise<WarningOfReading[]> {
  const row = await tx
    .selectFrom('reading')
    .select(sql<{ code: string; page: number | null }[]>`document -> 'warnings'`.as('warnings'))
    .where('instrument_id', '=', instrumentId)
    .where('state', '=', 'done')
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  const byCode = Map.groupBy(row?.warnings ?? [], warning => warning.code)
  return [...byCode].map(([code, warnings]) => ({ code, pages: warnings.flatMap(({ page }) => page ?? []) }))
}

/** Readings that a stop of the server has left: who asked for them, and which they are. */
export async function readingsUnderWay(tx: Tx): Promise<{ id: string; requestedBy: string | null }[]> {
  const { rows } = await sql<{ id: string; requestedBy: string | null }>`
    select id, requested_by as "requestedBy" from app.readings_under_way()`.execute(tx)
  return rows
}

/** Takes a reading in hand, from its first page. Gives what is to be read; undefined where it has ended or was removed. */
export async function begin(tx: Tx, readingId: string) {
  const row = await tx
    .updateTable('reading')
    .set({ state: 'running', pages_done: 0, started_at: new Date() })
    .where('id', '=', readingId)
    .where('state', 'in', ['queued', 'running'])
    .returning('instrument_id as instrumentId')
    .executeTakeFirst()
  return (
    row &&
    tx
      .selectFrom('instrument')
      .select(['id', 'file_sha256 as fileSha256', 'file_name as fileName'])
      .where('id', '=', row.instrumentId)
      .$narrowType<{ fileSha256: string; fileName: string }>()
      .executeTakeFirst()
  )
}

/** Writes down how far a reading is. Gives whether it still goes on: false once somebody cancelled it. */
export async function goOn(tx: Tx, readingId: string, progress: { pagesDone: number; pages: number | null }) {
  const { numUpdatedRows } = await tx
    .updateTable('reading')
    .set(eb => ({
      pages_done: progress.pagesDone,
      pages: progress.pages,
      // The time left is told by the speed of the pages: opening the file does not count.
      started_at: eb.case().when('pages_done', '=', 0).then(new Date()).else(eb.ref('started_at')).end(),
    }))
    .where('id', '=', readingId)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Ends what is under way. Gives whether it was: false where it had ended by itself. */
export async function end(tx: Tx, readingId: string, as: { state: 'failed' | 'cancelled' | 'done'; error?: string }) {
  const { numUpdatedRows } = await tx
    .updateTable('reading')
    .set({ state: as.state, error: as.error ?? null, ended_at: new Date() })
    .where('id', '=', readingId)
    .where('state', 'in', ['queued', 'running'])
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Keeps what was read, as it was read: the document with the run, the words with the file. */
export async function keepReading(tx: Tx, readingId: string, fileSha256: string, { document, pages }: Reading) {
  const count = document.source.pages
  await tx
    .updateTable('reading')
    .set({ document: JSON.stringify(document), pages: count, pages_done: count ?? 0 })
    .where('id', '=', readingId)
    .execute()
  const words = pages.map(page => ({ ...page, number: page.number ?? 0 }))
  await sql`select app.keep_pages(${fileSha256}, ${JSON.stringify(words)}::jsonb)`.execute(tx)
}

/**
 * The items with what a new reading must know of them: how the machine read them last, and what people did to them since. Both come
 * from the history; a reading that only moved an item for others' sake does not count as having read it.
 */
export async function knownItems(tx: Tx, instrumentId: string): Promise<Known[]> {
  const { rows } = await sql<Known & { asRead: Known['asRead'] }>`
    select item.id, kind, number, text, fields, cites, confidence, parent_id as "parentId", position,
      deleted_at is not null or merged_into is not null as gone, merged_into as "mergedInto",
      coalesce(people.touched, false) as touched, coalesce(people.moved, false) as moved,
      machine.after as "asRead"
    from item
    left join lateral (
      select bool_or(true) as touched,
        bool_or(before is null or (before ->> 'parent_id', before ->> 'position')
          is distinct from (after ->> 'parent_id', after ->> 'position')) as moved
      from history
      where relation = 'item' and row_key = item.id::text and act <> ${READ}
    ) people on true
    left join lateral (
      select after
      from history
      where relation = 'item' and row_key = item.id::text and act = ${READ}
        and (before is null or before - ${PLACE}::text[] is distinct from after - ${PLACE}::text[])
      order by id desc
      limit 1
    ) machine on true
    where instrument_id = ${instrumentId}
    order by position`.execute(tx)
  return rows
}
const PLACE = ['parent_id', 'position', 'version', 'deleted_at']

/** Saves what became of the items. New ones get the instrument's next public numbers, in reading order. */
export async function saveItems(
  tx: Tx,
  plan: { id: string; organisationId: string },
  { add, change, remove }: Reconciled,
) {
  const { last } = await tx
    .updateTable('instrument')
    .set(eb => ({ next_ref: eb('next_ref', '+', add.length) }))
    .where('id', '=', plan.id)
    .returning('next_ref as last')
    .executeTakeFirstOrThrow()
  const first = last - add.length
  const rows = add.map(({ id, kind, number, text, fields, cites, confidence, parentId, position }, n) => ({
    id,
    instrument_id: plan.id,
    organisation_id: plan.organisationId,
    ref: first + n,
    kind,
    number,
    text,
    fields: JSON.stringify(fields),
    cites: JSON.stringify(cites),
    confidence,
    parent_id: parentId,
    position,
  }))
  for (let at = 0; at < rows.length; at += BATCH)
    await tx
      .insertInto('item')
      .values(rows.slice(at, at + BATCH))
      .execute()
  for (const { id, set } of change)
    await tx
      .updateTable('item')
      .set(eb => ({ ...columnsOf(set), version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
  for (let at = 0; at < remove.length; at += BATCH)
    await tx
      .updateTable('item')
      .set(eb => ({ deleted_at: new Date(), version: eb('version', '+', 1) }))
      .where('id', 'in', remove.slice(at, at + BATCH))
      .execute()
}
const BATCH = 500

function columnsOf(set: Reconciled['change'][number]['set']) {
  const { parentId, fields, cites, gone, ...rest } = set
  const same: Partial<Pick<PlanItem, 'kind' | 'number' | 'text' | 'confidence' | 'position'>> = rest
  return {
    ...same,
    ...(parentId !== undefined && { parent_id: parentId }),
    ...(fields && { fields: JSON.stringify(fields) }),
    ...(cites && { cites: JSON.stringify(cites) }),
    ...(gone === false && { deleted_at: null }),
  }
}
