/** What a person follows, when she is reminded, and her calendar's address: SQL. Hers alone. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/access.ts'

export interface Settings {
  /** IANA; null: she has not said. */
  timeZone: string | null
  /** Of her letters and of her calendar. */
  language: string
  /** On how many days before; none: no letters. */
  daysBefore: number[]
  /** Which address her calendar has; 0: none yet; negative: the one of this number was taken back. */
  linkNumber: number
  countries: string[]
  bodies: string[]
}

/** @param otherwise the language where she has not chosen one */
export async function settingsOf(tx: Tx, userId: string, otherwise: string): Promise<Settings> {
  const { rows } = await sql<Settings>`
    select s.time_zone as "timeZone", coalesce(s.language, ${otherwise}) as language, coalesce(s.days_before, '{}') as "daysBefore",
      coalesce(s.link_number, 0) as "linkNumber",
      array(select what from followed where user_id = asked.id and kind = 'country' order by what) as countries,
      array(select what from followed where user_id = asked.id and kind = 'body' order by what) as bodies
    from (select ${userId}::text as id) asked left join clock_setting s on s.user_id = asked.id`.execute(tx)
  return rows[0]!
}

export async function keepSettings(
  tx: Tx,
  userId: string,
  { timeZone, language, daysBefore, countries, bodies }: Omit<Settings, 'linkNumber'>,
): Promise<void> {
  await sql`insert into clock_setting (user_id, time_zone, language, days_before)
    values (${userId}, ${timeZone}, ${language}, ${daysBefore}::int[])
    on conflict (user_id) do update set time_zone = excluded.time_zone, language = excluded.language, days_before = excluded.days_before`.execute(
    tx,
  )
  await sql`delete from followed where user_id = ${userId}`.execute(tx)
  await sql`insert into followed (user_id, kind, what)
    select ${userId}, 'country', unnest(${countries}::text[]) union all select ${userId}, 'body', unnest(${bodies}::text[])`.execute(
    tx,
  )
}

/** Gives her calendar an address, or (with null) takes it back. @param number as in Settings @param digest of the address's secret */
export async function keepLink(tx: Tx, userId: string, language: string, number: number, digest: Buffer | null) {
  await sql`insert into clock_setting (user_id, language, link_number, link_sha256) values (${userId}, ${language}, ${number}, ${digest})
    on conflict (user_id) do update set link_number = ${number}, link_sha256 = ${digest}`.execute(tx)
}

/** Whose calendar an address is; undefined where its secret is wrong, was renewed or taken back. */
export async function calendarOf(tx: Tx, token: string): Promise<{ userId: string; language: string } | undefined> {
  const { rows } = await sql<{ userId: string; language: string }>`
    select user_id as "userId", language from app.calendar_of(${token})`.execute(tx)
  return rows[0]
}

export async function endReminders(tx: Tx, userId: string): Promise<void> {
  await sql`update clock_setting set days_before = '{}' where user_id = ${userId}`.execute(tx)
}
