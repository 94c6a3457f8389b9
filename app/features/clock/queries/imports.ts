/** Files of other calendars: looked at, taken in as the organisation's own dates, undone. SQL. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/access.ts'
import type { ReadEvent, Remark } from '../ical/model.ts'

export interface CalendarImport {
  id: string
  fileName: string
  events: ReadEvent[]
  remarks: Remark[]
  takenAt: Date | null
  undoneAt: Date | null
  /** How many dates it added, and how many it changed. */
  added: number
  changed: number
}

/** Keeps what was read to be looked at; what the same person looked at before and did not take is dropped. */
export async function keepImport(
  tx: Tx,
  it: { id: string; organisationId: string; fileName: string; events: ReadEvent[]; remarks: Remark[]; by: string },
): Promise<void> {
  await sql`delete from calendar_import where created_by = ${it.by} and taken_at is null and id <> ${it.id}`.execute(tx)
  await sql`insert into calendar_import (id, organisation_id, file_name, events, remarks, created_by)
    values (${it.id}, ${it.organisationId}, ${it.fileName}, ${JSON.stringify(it.events)}::jsonb, ${JSON.stringify(it.remarks)}::jsonb, ${it.by})
    on conflict (id) do nothing`.execute(tx)
}

const IMPORT = sql`
  i.id, i.file_name as "fileName", i.events, i.remarks, i.taken_at as "takenAt", i.undone_at as "undoneAt",
  (select count(*)::int from jsonb_array_elements(coalesce(i.taken, '[]')) t where t -> 'before' = 'null') as added,
  (select count(*)::int from jsonb_array_elements(coalesce(i.taken, '[]')) t where t -> 'before' <> 'null') as changed
  from calendar_import i`

export async function importById(tx: Tx, id: string, organisationId: string): Promise<CalendarImport | undefined> {
  const { rows } = await sql<CalendarImport>`
    select ${IMPORT} where i.id = ${id} and i.organisation_id = ${organisationId}`.execute(tx)
  return rows[0]
}

/** Those that were taken in, the last first. */
export async function takenImports(tx: Tx, organisationId: string): Promise<CalendarImport[]> {
  const { rows } = await sql<CalendarImport>`
    select ${IMPORT} where i.organisation_id = ${organisationId} and i.taken_at is not null order by i.taken_at desc limit 20`.execute(
    tx,
  )
  return rows
}

/** An own date that came from a file, as far as a file says anything of it. */
export interface KnownEvent extends ReadEvent {
  id: string
  version: number
  visibility: 'organisation' | 'public'
}

/** The dates that came from another calendar under these names. */
export async function knownEvents(tx: Tx, organisationId: string, uids: string[]): Promise<KnownEvent[]> {
  const { rows } = await sql<KnownEvent>`
    select d.id, d.import_uid as uid, d.import_repetition as repetition, d.title, d.note, d.starts_on::text as "startsOn",
      d.ends_on::text as "endsOn", d.starts_at as "startsAt", d.ends_at as "endsAt", d.time_zone as "timeZone", d.url,
      d.cancelled_at is not null as cancelled, d.version, d.visibility
    from own_date d
    where d.organisation_id = ${organisationId} and d.deleted_at is null and d.import_uid = any (${uids}::text[])`.execute(
    tx,
  )
  return rows
}

/** What was done with one date; `before` is null where it was new. */
export interface Taken {
  id: string
  before: ReadEvent | null
  /** Its version after that. */
  version: number
}

/** False where it was taken already: a form sent twice. */
export async function markTaken(tx: Tx, id: string, taken: Taken[]): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update calendar_import set taken = ${JSON.stringify(taken)}::jsonb, taken_at = now(), events = '[]'
    where id = ${id} and taken_at is null`.execute(tx)
  return numAffectedRows === 1n
}

export async function takenBy(tx: Tx, id: string): Promise<Taken[]> {
  const { rows } = await sql<{ taken: Taken[] | null }>`
    select taken from calendar_import where id = ${id} and undone_at is null for update`.execute(tx)
  return rows[0]?.taken ?? []
}

export const markUndone = (tx: Tx, id: string) =>
  sql`update calendar_import set undone_at = now() where id = ${id} and undone_at is null`.execute(tx)

/** Gives a date what a file says of it. False where somebody changed it since `version`. */
export async function overwrite(tx: Tx, id: string, version: number, it: ReadEvent): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update own_date set title = ${it.title}, note = ${it.note}, starts_on = ${it.startsOn}, ends_on = ${it.endsOn}, starts_at = ${it.startsAt},
      ends_at = ${it.endsAt}, time_zone = ${it.timeZone}, url = ${it.url}, version = version + 1, changed_at = now(),
      cancelled_at = case when ${it.cancelled} then coalesce(cancelled_at, now()) end,
      moved_from = case when starts_on = ${it.startsOn}::date then moved_from
        else (moved_from || starts_on::text)[greatest(1, cardinality(moved_from) - 98):] end
    where id = ${id} and version = ${version} and deleted_at is null`.execute(tx)
  return numAffectedRows === 1n
}

/** Takes away a date that an import added. False where somebody changed it since. */
export async function takeAway(tx: Tx, id: string, version: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update own_date set deleted_at = now(), version = version + 1, changed_at = now()
    where id = ${id} and version = ${version} and deleted_at is null`.execute(tx)
  return numAffectedRows === 1n
}
