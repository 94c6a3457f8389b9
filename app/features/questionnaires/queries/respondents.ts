/** Who is asked in a round and how far each is: SQL. Row-level security decides what the asker gets. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/access.ts'
import type { Voice } from '../../voices/model.ts'
import type { Kind, Respondent, Round } from '../model.ts'

export type KeptRespondent = Respondent & { linkNumber: number }

export async function respondentsOf(tx: Tx, roundId: string): Promise<KeptRespondent[]> {
  const { rows } = await sql<KeptRespondent>`
    select id, kind, name, email, language, voice, country, link_number as "linkNumber", mailed_at as "mailedAt",
      mail_failure as "mailFailure", opened_at as "openedAt",
      begun_at as "begunAt", sent_at as "sentAt", reminded_at as "remindedAt", reminders, reviewed_at as "reviewedAt"
    from respondent where round_id = ${roundId} and removed_at is null
    order by sent_at is not null, name, id`.execute(tx)
  return rows
}

/** Who was asked and has sent nothing, in the order of their names. */
export interface Silent {
  id: string
  kind: Kind
  name: string
  voice: Voice
  /** ISO 3166-1 alpha-3. */
  country: string | null
  openedAt: Date | null
  reminders: number
}

/**
 * Those of a round who have not answered: governments, where nothing else is asked for. While the round is open they still may, so look at
 * `isOpen` before anybody is told. A person's name is never for the public.
 */
export async function silentRespondents(
  tx: Tx,
  roundId: string,
  kinds: readonly Kind[] = ['government'],
): Promise<Silent[]> {
  const { rows } = await sql<Silent>`
    select id, kind, name, voice, country, opened_at as "openedAt", reminders from respondent
    where round_id = ${roundId} and kind = any(${[...kinds]}::text[]) and sent_at is null and removed_at is null
    order by name, id`.execute(tx)
  return rows
}

/** The governments that were asked in a published round and sent nothing, once it is over: for everybody. */
export async function silentGovernments(tx: Tx, roundId: string): Promise<{ name: string; country: string | null }[]> {
  const { rows } = await sql<{ name: string; country: string | null }>`
    select name, country from app.silent_governments(${roundId})`.execute(tx)
  return rows
}

export interface NewRespondent extends Pick<
  Respondent,
  'id' | 'kind' | 'name' | 'email' | 'language' | 'voice' | 'country'
> {
  organisationId: string
  roundId: string
  tokenSha256: Buffer
  earlierId: string | null
  by: string
}

export async function addRespondent(tx: Tx, it: NewRespondent): Promise<void> {
  await sql`
    insert into respondent (id, organisation_id, round_id, kind, name, email, language, voice, country, token_sha256, earlier_id, created_by)
    values (${it.id}, ${it.organisationId}, ${it.roundId}, ${it.kind}, ${it.name}, ${it.email}, ${it.language}, ${it.voice}, ${it.country},
      ${it.tokenSha256}, ${it.earlierId}, ${it.by})
    on conflict (id) do nothing`.execute(tx)
}

/** Who was asked in the round of this questionnaire before this one and is not in it yet. */
export async function earlierRespondents(
  tx: Tx,
  round: Pick<Round, 'id' | 'questionnaireId'>,
): Promise<KeptRespondent[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from round p join round n on n.id = ${round.id}
    where p.questionnaire_id = ${round.questionnaireId} and p.created_at < n.created_at order by p.created_at desc limit 1`.execute(
    tx,
  )
  const before = rows[0] ? await respondentsOf(tx, rows[0].id) : []
  const { rows: there } = await sql<{ earlier_id: string }>`
    select earlier_id from respondent where round_id = ${round.id} and earlier_id is not null`.execute(tx)
  return before.filter(({ id }) => !there.some(one => one.earlier_id === id))
}

export async function respondentById(tx: Tx, roundId: string, id: string): Promise<KeptRespondent | undefined> {
  return (await respondentsOf(tx, roundId)).find(one => one.id === id)
}

/** What is known of her, as an editor puts it right; another address has not failed yet. */
export async function correctRespondent(
  tx: Tx,
  id: string,
  set: Pick<Respondent, 'name' | 'email' | 'language' | 'voice' | 'country'>,
): Promise<void> {
  await sql`
    update respondent set name = ${set.name}, language = ${set.language}, voice = ${set.voice}, country = ${set.country}, email = ${set.email},
      mail_failed_at = case when email is not distinct from ${set.email} then mail_failed_at end,
      mail_failure = case when email is not distinct from ${set.email} then mail_failure end
    where id = ${id} and removed_at is null`.execute(tx)
}

/** Somebody saw that the letter came back. */
export async function noteReturned(tx: Tx, id: string): Promise<void> {
  await sql`
    update respondent set mail_failed_at = now(), mail_failure = 'returned' where id = ${id} and email is not null and removed_at is null`.execute(
    tx,
  )
}

export async function renewLink(tx: Tx, id: string, linkNumber: number, tokenSha256: Buffer): Promise<void> {
  await sql`
    update respondent set link_number = ${linkNumber}, token_sha256 = ${tokenSha256}
    where id = ${id} and link_number = ${linkNumber - 1}`.execute(tx)
}

/** Lets her change what she sent. */
export async function giveBack(tx: Tx, id: string): Promise<void> {
  await sql`
    update respondent set sent_at = null, sent_sha256 = null, reviewed_at = null, reviewed_by = null where id = ${id} and sent_at is not null`.execute(
    tx,
  )
}

/** The same person in her organisation's other rounds, by the mail address or since she was asked again; the newest round first. */
export async function sameElsewhere(
  tx: Tx,
  id: string,
): Promise<{ id: string; name: string; roundId: string; round: string }[]> {
  const { rows } = await sql<{ id: string; name: string; roundId: string; round: string }>`
    select r.id, r.name, r.round_id as "roundId", n.title as round
    from app.same_respondents(${id}) as same(id) join respondent r on r.id = same.id join round n on n.id = r.round_id
    where r.id <> ${id} order by n.created_at desc, r.name, r.id`.execute(tx)
  return rows
}

/** Forgets her in every round of the organisation. Gives in how many she was asked. */
export async function forgetRespondent(tx: Tx, id: string): Promise<number> {
  const { rows } = await sql<{ forgotten: number }>`select app.forget_respondent(${id}) as forgotten`.execute(tx)
  return rows[0]?.forgotten ?? 0
}
