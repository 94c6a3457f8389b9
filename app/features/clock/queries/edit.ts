/** Entering, moving, cancelling and taking away: SQL. Row-level security decides who may. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/access.ts'
import type { EnteredSession, OwnDate } from '../model.ts'

export type DateFacts = Pick<
  OwnDate,
  'title' | 'note' | 'startsOn' | 'endsOn' | 'startsAt' | 'endsAt' | 'timeZone' | 'country' | 'url' | 'visibility'
>

export interface NewDate extends DateFacts {
  id: string
  organisationId: string
  by: string
  importId?: string
  importUid?: string
  importRepetition?: string | null
}

/** Enters a date; one that is there already (a form sent twice) stays as it is. */
export async function addDate(tx: Tx, date: NewDate): Promise<void> {
  await sql`insert into own_date (id, organisation_id, title, note, starts_on, ends_on, starts_at, ends_at, time_zone, country, url, visibility,
      import_id, import_uid, import_repetition, created_by)
    values (${date.id}, ${date.organisationId}, ${date.title}, ${date.note}, ${date.startsOn}, ${date.endsOn}, ${date.startsAt}, ${date.endsAt},
      ${date.timeZone}, ${date.country}, ${date.url}, ${date.visibility}, ${date.importId ?? null}, ${date.importUid ?? null},
      ${date.importRepetition ?? null}, ${date.by})
    on conflict do nothing`.execute(tx)
}

/** Gives a date other facts; where it begins on another day, the old one is kept. False where somebody changed it since `version`. */
export async function changeDate(tx: Tx, id: string, version: number, facts: DateFacts): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update own_date set title = ${facts.title}, note = ${facts.note}, starts_on = ${facts.startsOn}, ends_on = ${facts.endsOn},
      starts_at = ${facts.startsAt}, ends_at = ${facts.endsAt}, time_zone = ${facts.timeZone}, country = ${facts.country}, url = ${facts.url},
      visibility = ${facts.visibility}, version = version + 1, changed_at = now(),
      moved_from = case when starts_on = ${facts.startsOn}::date then moved_from
        else (moved_from || starts_on::text)[greatest(1, cardinality(moved_from) - 98):] end
    where id = ${id} and version = ${version} and deleted_at is null`.execute(tx)
  return numAffectedRows === 1n
}

/** Cancels it, or says that it takes place after all. */
export async function cancelDate(tx: Tx, id: string, cancelled: boolean): Promise<void> {
  await sql`update own_date set cancelled_at = case when ${cancelled} then now() end, version = version + 1, changed_at = now()
    where id = ${id} and deleted_at is null and (cancelled_at is null) = ${cancelled}`.execute(tx)
}

export async function removeDate(tx: Tx, id: string): Promise<void> {
  await sql`update own_date set deleted_at = now(), version = version + 1, changed_at = now()
    where id = ${id} and deleted_at is null`.execute(tx)
}

export type SessionFacts = Omit<
  EnteredSession,
  'id' | 'organisationId' | 'organisation' | 'body' | 'corrects' | 'changedAt' | 'version'
>

export interface NewSession extends SessionFacts {
  id: string
  organisationId: string
  body: string
  corrects: string | null
  by: string
}

/** Enters a session, or a correction of the library's; one that is there already stays as it is. */
export async function addSession(tx: Tx, it: NewSession): Promise<void> {
  await sql`insert into body_session (id, organisation_id, body, corrects, name, starts, ends, examination, state, procedures, countries, deadlines,
      supersedes, note, source_title, source_url, source_kind, seen_on, visibility, created_by)
    values (${it.id}, ${it.organisationId}, ${it.body}, ${it.corrects}, ${it.name}, ${it.starts}, ${it.ends}, ${it.examination}, ${it.state},
      ${it.procedures}::text[], ${it.countries}::text[], ${JSON.stringify(it.deadlines)}::jsonb, ${JSON.stringify(it.supersedes)}::jsonb,
      ${it.note}, ${it.sourceTitle}, ${it.sourceUrl}, ${it.sourceKind}, ${it.seenOn}, ${it.visibility}, ${it.by})
    on conflict do nothing`.execute(tx)
}

/** False where somebody changed it since `version`. */
export async function changeSession(tx: Tx, id: string, version: number, it: SessionFacts): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update body_session set name = ${it.name}, starts = ${it.starts}, ends = ${it.ends}, examination = ${it.examination}, state = ${it.state},
      procedures = ${it.procedures}::text[], countries = ${it.countries}::text[], deadlines = ${JSON.stringify(it.deadlines)}::jsonb,
      supersedes = ${JSON.stringify(it.supersedes)}::jsonb, note = ${it.note}, source_title = ${it.sourceTitle}, source_url = ${it.sourceUrl},
      source_kind = ${it.sourceKind}, seen_on = ${it.seenOn}, visibility = ${it.visibility}, version = version + 1, changed_at = now()
    where id = ${id} and version = ${version} and deleted_at is null`.execute(tx)
  return numAffectedRows === 1n
}

export async function removeSession(tx: Tx, id: string): Promise<void> {
  await sql`update body_session set deleted_at = now(), version = version + 1, changed_at = now()
    where id = ${id} and deleted_at is null`.execute(tx)
}
