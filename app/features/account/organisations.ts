/** Organisations beside each other: who is here and in which voice, links that let one in, partnerships. */
import { sql } from 'kysely'
import type { Tx } from '../../platform/access.ts'
import type { Voice } from '../voices/model.ts'
import { inDays, INVITATION_DAYS } from './model.ts'
import { digest } from './queries.ts'

export interface Organisation {
  id: string
  name: string
  voice: Voice
  /** ISO 3166-1 alpha-3. */
  country: string | null
  hosts: boolean
  createdAt: Date
  /** null: of another organisation, whose members are its own affair. */
  members: number | null
}

export interface FoundingInvitation {
  id: string
  voice: Voice
  country: string | null
  email: string | null
  expiresAt: Date
}

export interface Partnership {
  id: string
  /** The other organisation; null: a link that nobody has followed yet. */
  partner: string | null
  madeAt: Date
  acceptedAt: Date | null
  expiresAt: Date
}

/** Those that the asker may know of: all of them, for an administrator of the host. The host first, then by name. */
export async function organisationsOf(tx: Tx): Promise<Organisation[]> {
  const rows = await tx
    .selectFrom('organisation as o')
    .select(({ selectFrom }) => [
      'o.id',
      'o.name',
      'o.voice',
      'o.country',
      'o.hosts',
      'o.created_at as createdAt',
      selectFrom('colleague as m')
        .select(({ fn }) => sql<number | null>`nullif(${fn.countAll()}, 0)`.as('members'))
        .whereRef('m.organisation_id', '=', 'o.id')
        .where('m.until', 'is', null)
        .as('members'),
    ])
    .where('o.library', '=', false)
    .orderBy('o.hosts', 'desc')
    .orderBy('o.name')
    .execute()
  return rows as Organisation[]
}

/** Gives whether it was done: by an administrator of the host, to an organisation that is there. */
export async function describeOrganisation(tx: Tx, id: string, voice: Voice, country: string | null): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select app.describe_organisation(${id}, ${voice}, ${country}) as done`.execute(tx)
  return rows[0]?.done ?? false
}

const founding = ['id', 'voice', 'country', 'email', 'expires_at as expiresAt'] as const

/** Not followed and not taken back, the newest first. */
export async function openFoundings(tx: Tx, hostId: string): Promise<FoundingInvitation[]> {
  const rows = await tx
    .selectFrom('invitation')
    .select(founding)
    .where('founded_by', '=', hostId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .execute()
  return rows as FoundingInvitation[]
}

/** The same form sent again (the same token) makes no second one: `now` is false. Undefined where it was followed or taken back since. */
export async function letIn(
  tx: Tx,
  asked: {
    hostId: string
    voice: Voice
    country: string | null
    email: string | null
    invitedBy: string
    token: string
  },
): Promise<{ invitation: FoundingInvitation; now: boolean } | undefined> {
  const token = digest(asked.token)
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('invitation')
    .values({
      founded_by: asked.hostId,
      voice: asked.voice,
      country: asked.country,
      role: 'administrator',
      email: asked.email,
      invited_by: asked.invitedBy,
      token_sha256: token,
      expires_at: inDays(INVITATION_DAYS),
    })
    .onConflict(conflict => conflict.column('token_sha256').doNothing())
    .executeTakeFirst()
  const row = await tx
    .selectFrom('invitation')
    .select(founding)
    .where('token_sha256', '=', token)
    .where('founded_by', '=', asked.hostId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return row && { invitation: row as FoundingInvitation, now: numInsertedOrUpdatedRows === 1n }
}

/** Another link for it; the one before leads nowhere. Undefined where it was followed or taken back. */
export async function renewFounding(tx: Tx, id: string, token: string): Promise<FoundingInvitation | undefined> {
  const row = await tx
    .updateTable('invitation')
    .set({ token_sha256: digest(token), expires_at: inDays(INVITATION_DAYS) })
    .where('id', '=', id)
    .where('founded_by', 'is not', null)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning(founding)
    .executeTakeFirst()
  return row as FoundingInvitation | undefined
}

/** What the host gave the organisation that a founding link will make; undefined for any other link. */
export async function foundingByToken(
  tx: Tx,
  token: string,
): Promise<{ founder: string | null; voice: Voice; country: string | null } | undefined> {
  const { rows } = await sql<{ founder: string | null; voice: Voice; country: string | null }>`
    select founder, voice, country from app.founding_by_token(${token})`.execute(tx)
  return rows[0]
}

/** Those that last, and the links that wait; the newest first. */
export async function partnershipsOf(tx: Tx, organisationId: string): Promise<Partnership[]> {
  const rows = await tx
    .selectFrom('partnership as p')
    .leftJoin('organisation as o', join =>
      join.on(
        sql`case when p.organisation_id = ${organisationId} then p.partner_id else p.organisation_id end`,
        '=',
        sql.ref('o.id'),
      ),
    )
    .select([
      'p.id',
      'o.name as partner',
      'p.made_at as madeAt',
      'p.accepted_at as acceptedAt',
      'p.expires_at as expiresAt',
    ])
    .where('p.ended_at', 'is', null)
    .where(where =>
      where.or([where('p.organisation_id', '=', organisationId), where('p.partner_id', '=', organisationId)]),
    )
    .orderBy('p.made_at', 'desc')
    .execute()
  return rows as Partnership[]
}

/** Sent again with the same token, it makes no second one. Gives until when the link is good; undefined where it was used or has ended. */
export async function offerPartnership(
  tx: Tx,
  offer: { organisationId: string; token: string; madeBy: string },
): Promise<Date | undefined> {
  const token = digest(offer.token)
  await tx
    .insertInto('partnership')
    .values({
      organisation_id: offer.organisationId,
      token_sha256: token,
      made_by: offer.madeBy,
      expires_at: inDays(INVITATION_DAYS),
    })
    .onConflict(conflict => conflict.column('token_sha256').doNothing())
    .execute()
  const row = await tx
    .selectFrom('partnership')
    .select('expires_at as expiresAt')
    .where('token_sha256', '=', token)
    .where('accepted_at', 'is', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row?.expiresAt as Date | undefined
}

export interface Offer {
  organisationId: string
  organisation: string
  state: 'open' | 'accepted' | 'ended' | 'expired'
}

export async function offerByToken(tx: Tx, token: string): Promise<Offer | undefined> {
  const { rows } = await sql<Offer>`
    select organisation_id as "organisationId", organisation, state from app.partnership_by_token(${token})`.execute(tx)
  return rows[0]
}

/** Gives whether the two are partners now. */
export async function acceptPartnership(tx: Tx, token: string, forOrganisation: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select app.accept_partnership(${token}, ${forOrganisation}) as done`.execute(tx)
  return rows[0]?.done ?? false
}

/** Ends a partnership, or takes a link back. Ended already, or of others: nothing happens. */
export async function endPartnership(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('partnership')
    .set({ ended_at: new Date() })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}
