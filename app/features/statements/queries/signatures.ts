/** Who was asked and who signed, for editors: SQL. Row-level security decides what the asker gets. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/access.ts'
import type { Invited, Signature, SignatureState, Statement, Who } from '../model.ts'

const SIGNATURE = sql`
  g.id, g.edition, g.state, g.origin, g.named, p.name, p.key, p.country, p.contact, p.email, p.role, p.language, p.note,
  p.link_number as "linkNumber", g.signed_at as "signedAt", g.decided_at as "decidedAt", g.reason, g.created_at as "createdAt",
  p.mailed_at as "mailedAt", p.reminded_at as "remindedAt", p.reminders, g.forgotten_at as "forgottenAt"
  from signature g join signer p on p.signature_id = g.id`

/** Under one edition, those that wait for an editor first. Without `forgotten`, only those of whom something is known. */
export async function signaturesOf(tx: Tx, statementId: string, edition: number): Promise<Signature[]> {
  const { rows } = await sql<Signature>`
    select ${SIGNATURE} where g.statement_id = ${statementId} and g.edition = ${edition}
    order by array_position(array['confirmed', 'accepted', 'invited', 'declined', 'rejected', 'withdrawn'], g.state), p.key, p.country, g.created_at`.execute(
    tx,
  )
  return rows
}

export async function signatureById(tx: Tx, statementId: string, id: string): Promise<Signature | undefined> {
  const { rows } = await sql<Signature>`
    select ${SIGNATURE} where g.statement_id = ${statementId} and g.id = ${id}`.execute(tx)
  return rows[0]
}

/** How many wait for the link in their mail. */
export async function unconfirmedOf(tx: Tx, statementId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select app.unconfirmed_signatures(${statementId}) as n`.execute(tx)
  return rows[0]!.n
}

/** How many under each edition and state, for those who may not see who it is. */
export async function countsOf(
  tx: Tx,
  statementId: string,
  edition: number,
): Promise<Partial<Record<SignatureState, number>>> {
  const { rows } = await sql<{ state: SignatureState; n: number }>`
    select state, count(*)::int as n from signature where statement_id = ${statementId} and edition = ${edition} group by state`.execute(
    tx,
  )
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
}

/** An editor's word on a signature. Another signature of the same organisation that counts already refuses it: `isTwice`. */
export async function decide(
  tx: Tx,
  id: string,
  by: string,
  { accept, reason }: { accept: boolean; reason: string | null },
): Promise<void> {
  const from = accept ? ['confirmed', 'rejected'] : ['confirmed', 'accepted']
  await sql`
    update signature set state = ${accept ? 'accepted' : 'rejected'}, decided_by = ${by}, decided_at = now(), reason = ${accept ? null : reason}
    where id = ${id} and state = any (${from}::text[]) and forgotten_at is null`.execute(tx)
}

export const isTwice = (error: unknown): boolean => (error as { constraint?: string }).constraint === 'signer_once'

/** Accepts all that wait and are of an organisation that does not count yet. Gives how many. */
export async function acceptAll(tx: Tx, statement: Pick<Statement, 'id' | 'edition'>, by: string): Promise<number> {
  const { numAffectedRows } = await sql`
    update signature set state = 'accepted', decided_by = ${by}, decided_at = now() where id in (
      select distinct on (p.key, p.country) g.id from signature g join signer p on p.signature_id = g.id
      where g.statement_id = ${statement.id} and g.edition = ${statement.edition} and g.state = 'confirmed' and g.forgotten_at is null
        and not exists (select from signer o where o.statement_id = g.statement_id and o.edition = g.edition and o.key = p.key
          and o.country = p.country and o.counts)
      order by p.key, p.country, g.signed_at)`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

interface Asked {
  statement: Pick<Statement, 'id' | 'edition' | 'organisationId'>
  by: string
}

/**
 * Asks organisations to sign: those that were not asked for this edition and have not signed it. The same id again changes nothing.
 * @returns the ids of those that were asked now
 */
export async function invite(
  tx: Tx,
  { statement, by }: Asked,
  invited: readonly (Invited & {
    id: string
    tokenSha256: Buffer
    earlierId?: string
    contact?: string | null
    role?: string | null
  })[],
): Promise<string[]> {
  const added: string[] = []
  for (const one of invited) {
    const { rows } = await sql<{ id: string }>`
      insert into signature (id, statement_id, organisation_id, edition, state, origin, earlier_id, created_by)
      select ${one.id}, ${statement.id}, ${statement.organisationId}, ${statement.edition}, 'invited', 'invitation', ${one.earlierId ?? null}, ${by}
      where not exists (
        select from signer p join signature g on g.id = p.signature_id
        where p.statement_id = ${statement.id} and p.edition = ${statement.edition} and g.forgotten_at is null and p.country = ${one.country}
          and p.key = btrim(regexp_replace(app.fold(${one.name}), '[^[:alnum:]]+', ' ', 'g')))
      on conflict (id) do nothing returning id`.execute(tx)
    if (!rows[0]) continue
    await sql`
      insert into signer (signature_id, statement_id, edition, organisation_id, name, country, contact, email, role, language, token_sha256)
      values (${one.id}, ${statement.id}, ${statement.edition}, ${statement.organisationId}, ${one.name}, ${one.country}, ${one.contact ?? null},
        ${one.email}, ${one.role ?? null}, ${one.language}, ${one.tokenSha256})`.execute(tx)
    added.push(one.id)
  }
  return added
}

/** Enters a signature that was given otherwise, with where the consent stands. Throws as `decide`. */
export async function addByHand(
  tx: Tx,
  { statement, by }: Asked,
  { id, who, note, tokenSha256 }: { id: string; who: Who; note: string; tokenSha256: Buffer },
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    insert into signature (id, statement_id, organisation_id, edition, state, origin, named, created_by, signed_at, decided_by, decided_at)
    values (${id}, ${statement.id}, ${statement.organisationId}, ${statement.edition}, 'accepted', 'hand', ${who.named}, ${by}, now(), ${by}, now())
    on conflict (id) do nothing returning id`.execute(tx)
  if (!rows[0]) return
  await sql`
    insert into signer (signature_id, statement_id, edition, organisation_id, name, country, contact, email, role, language, note, token_sha256,
      counts)
    values (${id}, ${statement.id}, ${statement.edition}, ${statement.organisationId}, ${who.name}, ${who.country}, ${who.contact || null},
      ${who.email || null}, ${who.role || null}, ${who.language}, ${note}, ${tokenSha256}, true)`.execute(tx)
}

/** Those who signed an edition, or were asked to and may still, and are to be asked under the next. */
export async function toAskAgain(tx: Tx, statementId: string, edition: number): Promise<Signature[]> {
  const { rows } = await sql<Signature>`
    select ${SIGNATURE} where g.statement_id = ${statementId} and g.edition = ${edition} and g.state in ('accepted', 'confirmed', 'invited')
      and g.forgotten_at is null order by g.state = 'invited', g.created_at`.execute(tx)
  return rows
}

/** Another link; the one before leads nowhere. The same form sent again makes no further one. */
export async function renewLink(tx: Tx, id: string, linkNumber: number, tokenSha256: Buffer): Promise<void> {
  await sql`
    update signer set link_number = ${linkNumber}, token_sha256 = ${tokenSha256}
    where signature_id = ${id} and link_number = ${linkNumber - 1}`.execute(tx)
}

/**
 * Deletion is real. Of a signature that stands, the contact person goes and the organisation's word remains; of any other, the
 * organisation's name goes too. That there was one stays. It holds for all editions: who is asked again is known from the one before.
 */
export async function forget(tx: Tx, id: string): Promise<void> {
  await sql`
    update signer p set contact = null, email = null, role = null, note = null, token_sha256 = sha256(gen_random_uuid()::text::bytea),
      name = case when g.state = 'accepted' then p.name else '–' end
    from signature g where g.id = p.signature_id and p.signature_id in (select app.of_one_signer(${id}))`.execute(tx)
  await sql`
    update signature set forgotten_at = now(), state = case state when 'invited' then 'declined' when 'confirmed' then 'withdrawn' else state end
    where id in (select app.of_one_signer(${id})) and forgotten_at is null`.execute(tx)
}

/** Organisations that were asked in the rounds of an organisation, or are its partners: who may be asked to sign as well. */
export async function knownOrganisations(
  tx: Tx,
  organisationId: string,
): Promise<{ id: string; name: string; email: string | null; country: string; language: string | null }[]> {
  const { rows } = await sql<{
    id: string
    name: string
    email: string | null
    country: string
    language: string | null
  }>`
    select distinct on (app.fold(name), country) * from (
      select r.id, r.name, r.email, coalesce(r.country, '') as country, r.language from respondent r
      where r.organisation_id = ${organisationId} and r.kind = 'organisation' and r.removed_at is null
      union all
      select o.id, o.name, null, coalesce(o.country, ''), null from organisation o
      where o.id in (select app.sharing_with_me()) and o.id <> ${organisationId}
    ) known order by app.fold(name), country, email nulls last limit 500`.execute(tx)
  return rows
}
