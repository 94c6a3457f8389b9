/** What a country's brief tells beside the commitments themselves: SQL. Row-level security decides what the asker gets. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/access.ts'
import type { AnyInstrumentKind } from '../../ledger/model.ts'
import type { Status, Voice } from '../../voices/model.ts'

/** A word that was said of a country's commitment, of a day within a span. */
export interface SaidWithin {
  itemId: string
  slug: string
  read: boolean
  ref: number
  number: string | null
  text: string
  title: string
  voice: Voice
  status: Status
  organisation: string
  asOf: string
}

/** What was said of days within a span (ISO 8601 days), the latest first; what is for its writer's eyes only is left out. */
export async function saidWithin(
  tx: Tx,
  country: string,
  from: string,
  to: string,
  most: number,
): Promise<SaidWithin[]> {
  const { rows } = await sql<SaidWithin>`
    select i.id as "itemId", n.slug, n.file_sha256 is not null as read, i.ref, i.number, i.text, n.title, a.voice, a.status,
      coalesce(o.name, '') as organisation, a.as_of::text as "asOf"
    from assessment a join commitment c on c.item_id = a.item_id join item i on i.id = a.item_id join instrument n on n.id = c.instrument_id
      left join organisation o on o.id = a.organisation_id
    where c.country = ${country} and a.as_of between ${from} and ${to} and a.withdrawn_at is null and a.visibility <> 'me'
      and a.superseded_by is null and a.status <> 'no-information'
    order by a.as_of desc, a.created_at desc limit ${most}`.execute(tx)
  return rows
}

export interface PublishedWithin {
  slug: string
  read: boolean
  kind: AnyInstrumentKind
  title: string
  language: string | null
  /** ISO 8601 day. */
  on: string
}

/** Plans, sets of recommendations and other documents of a country that became public within a span. */
export async function publishedWithin(
  tx: Tx,
  country: string,
  from: string,
  to: string,
  most: number,
): Promise<PublishedWithin[]> {
  const { rows } = await sql<PublishedWithin>`
    select n.slug, n.file_sha256 is not null as read, n.kind, n.title, n.languages[1] as language,
      (n.published_at at time zone 'UTC')::date::text as on
    from instrument n
    where n.country = ${country} and (n.published_at at time zone 'UTC')::date between ${from} and ${to} and not n.illustrative
    order by n.published_at desc limit ${most}`.execute(tx)
  return rows
}

/** Commitments whose day has passed and of which the government has said nothing, the longest overdue first. */
export async function overdueAndSilent(tx: Tx, country: string, day: string, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select l.item_id as id from ledger l
    where l.country = ${country} and l.due < ${day} and l.kind <> 'recommendation'
      and not exists (
        select from assessment a where a.item_id = l.item_id and a.voice = 'government' and a.withdrawn_at is null and a.visibility <> 'me')
    order by l.due desc, l.position limit ${most}`.execute(tx)
  return rows.map(row => row.id)
}
