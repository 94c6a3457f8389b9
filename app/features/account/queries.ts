/** Members of an organisation, and invitations to it. Row-level security lets only administrators change them. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../platform/access.ts'
import type { Role } from '../../platform/http.ts'
import { inDays, INVITATION_DAYS } from './model.ts'

export interface Colleague {
  userId: string
  name: string
  email: string
  role: Role
  since: Date
}

export interface OpenInvitation {
  id: string
  role: Role
  email: string | null
  createdAt: Date
  expiresAt: Date
}

export interface Invitation {
  organisationId: string | null
  /** null: the first link of an installation, whose follower names the organisation. */
  organisation: string | null
  role: Role
  email: string | null
  inviter: string | null
  expiresAt: Date
  state: 'open' | 'accepted' | 'revoked' | 'expired'
}

export const digest = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Those who belong to it now, administrators first, then by name. */
export async function membersOf(tx: Tx, organisationId: string): Promise<Colleague[]> {
  const rows = await tx
    .selectFrom('colleague')
    .select(['user_id as userId', 'name', 'email', 'role', 'since'])
    .where('organisation_id', '=', organisationId)
    .where('until', 'is', null)
    .orderBy(sql`app.rank(role)`, 'desc')
    .orderBy('name')
    .execute()
  return rows as Colleague[]
}

/** Not accepted and not revoked, the newest first; those that have expired are among them. */
export async function openInvitations(tx: Tx, organisationId: string): Promise<OpenInvitation[]> {
  const rows = await open(tx, organisationId).orderBy('created_at', 'desc').execute()
  return rows as OpenInvitation[]
}

const open = (tx: Tx, organisationId: string) =>
  tx
    .selectFrom('invitation')
    .select(['id', 'role', 'email', 'created_at as createdAt', 'expires_at as expiresAt'])
    .where('organisation_id', '=', organisationId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)

/** The same form sent again (the same token) makes no second one: `now` is false. Undefined where it was accepted or revoked since. */
export async function invite(
  tx: Tx,
  invitation: { organisationId: string; role: Role; email: string | null; invitedBy: string; token: string },
): Promise<{ invitation: OpenInvitation; now: boolean } | undefined> {
  const token = digest(invitation.token)
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('invitation')
    .values({
      organisation_id: invitation.organisationId,
      role: invitation.role,
      email: invitation.email,
      invited_by: invitation.invitedBy,
      token_sha256: token,
      expires_at: inDays(INVITATION_DAYS),
    })
    .onConflict(conflict => conflict.column('token_sha256').doNothing())
    .executeTakeFirst()
  const row = await open(tx, invitation.organisationId).where('token_sha256', '=', token).executeTakeFirst()
  return row && { invitation: row as OpenInvitation, now: numInsertedOrUpdatedRows === 1n }
}

/** Another link for the same invitation; the one before leads nowhere. */
export async function renewInvitation(tx: Tx, id: string, token: string): Promise<OpenInvitation | undefined> {
  const row = await tx
    .updateTable('invitation')
    .set({ token_sha256: digest(token), expires_at: inDays(INVITATION_DAYS) })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning(['id', 'role', 'email', 'created_at as createdAt', 'expires_at as expiresAt'])
    .executeTakeFirst()
  return row as OpenInvitation | undefined
}

export async function revokeInvitation(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ revoked_at: new Date() })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .execute()
}

export async function invitationByToken(tx: Tx, token: string): Promise<Invitation | undefined> {
  const { rows } = await sql<Invitation>`
    select organisation_id as "organisationId", organisation, role, email, inviter, expires_at as "expiresAt", state
    from app.invitation_by_token(${token})`.execute(tx)
  return rows[0]
}

/** Makes the asker a member. Gives the organisation's id; null when the link is no longer good. */
export async function acceptInvitation(tx: Tx, token: string, organisationName: string | null): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`
    select app.accept_invitation(${token}, ${organisationName}) as id`.execute(tx)
  return rows[0]?.id ?? null
}

/**
 * Gives whether the asker (still) may, and the person (still) belongs to it.
 * @throws the database's error on the constraint `an_administrator_remains` for the last administrator
 */
export async function setRole(tx: Tx, organisationId: string, userId: string, role: Role): Promise<boolean> {
  const { numUpdatedRows } = await membership(tx, organisationId, userId).set({ role }).executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The person leaves; what she did stays. Gives and throws as `setRole`. */
export async function endMembership(tx: Tx, organisationId: string, userId: string): Promise<boolean> {
  const { numUpdatedRows } = await membership(tx, organisationId, userId).set({ until: new Date() }).executeTakeFirst()
  return numUpdatedRows === 1n
}

const membership = (tx: Tx, organisationId: string, userId: string) =>
  tx
    .updateTable('membership')
    .where('organisation_id', '=', organisationId)
    .where('user_id', '=', userId)
    .where('until', 'is', null)

export async function renameOrganisation(tx: Tx, organisationId: string, name: string): Promise<void> {
  await tx.updateTable('organisation').set({ name }).where('id', '=', organisationId).execute()
}

/** false: the person is also a member elsewhere, so that no single administrator may set her password. */
export async function makeResetLink(
  tx: Tx,
  userId: string,
  token: string,
  withoutSecondStep: boolean,
): Promise<boolean> {
  const { rows } = await sql<{ made: boolean }>`
    select app.make_reset_link(${userId}, ${token}, ${withoutSecondStep}) as made`.execute(tx)
  return rows[0]?.made ?? false
}

export async function deleteAccount(tx: Tx): Promise<void> {
  await sql`select app.delete_account()`.execute(tx)
}

export const isLastAdministrator = (error: unknown): boolean =>
  (error as { constraint?: string }).constraint === 'an_administrator_remains'
