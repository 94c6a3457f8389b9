/** What the public form and personal links give and take, without an account: SQL. The functions of the database speak of one row only. */
import { sql, type Kysely } from 'kysely'
import { changing, reading, type Tx } from '../../../platform/access.ts'
import type { Tables } from '../../../platform/database/tables.ts'
import type { SignatureState, Who } from '../model.ts'

type Db = Kysely<Tables>

export type Requested = 'kept' | 'again' | 'full' | 'closed'

/** Keeps what was posted until the mailed link is followed. Nothing of it goes into the history, so nobody's turn is waited for. */
export async function requestSignature(
  db: Db,
  slug: string,
  request: { id: string; token: string; who: Who; days: number },
): Promise<Requested> {
  const { id, token, who, days } = request
  return db.transaction().execute(async tx => {
    const { rows } = await sql<{ kept: Requested }>`
      select app.request_signature(${slug}, ${id}, ${token}, ${JSON.stringify(who)}::jsonb, ${days}) as kept`.execute(
      tx,
    )
    return rows[0]!.kept
  })
}

export interface Request {
  slug: string
  edition: number
  state: 'open' | 'used' | 'over' | 'changed'
  /** Null once it was confirmed. */
  who: Who | null
  signatureId: string | null
}

export async function requestByToken(tx: Tx, token: string): Promise<Request | undefined> {
  const { rows } = await sql<Request>`
    select slug, edition, state, who, signature_id as "signatureId" from app.sign_request_by_token(${token})`.execute(
    tx,
  )
  return rows[0]
}

export type Confirmed = 'kept' | 'again' | 'over' | 'changed' | null

export async function confirmSignature(
  db: Db,
  token: string,
  signature: { id: string; link: string },
): Promise<Confirmed> {
  return changing(db, null, { act: 'signature.confirm' }, async tx => {
    const { rows } = await sql<{ kept: Confirmed }>`
      select app.confirm_signature(${token}, ${signature.id}, ${signature.link}) as kept`.execute(tx)
    return rows[0]!.kept
  })
}

/** What a personal link shows: its own signature, or the invitation to one. */
export interface Own extends Who {
  id: string
  slug: string
  edition: number
  currentEdition: number
  statementState: 'open' | 'closed' | 'withdrawn'
  /** Whether a signature may be given now. */
  takes: boolean
  state: SignatureState
  reason: string | null
  signedAt: Date | null
  /** Its invitation under the edition that is signed now, where the text changed since. */
  laterId: string | null
  laterLink: number | null
}

export async function ownByToken(db: Db, token: string): Promise<Own | undefined> {
  return reading(db, null, async tx => {
    const { rows } = await sql<Own>`
      select id, slug, edition, current_edition as "currentEdition", statement_state as "statementState", takes, state, named, reason,
        signed_at as "signedAt", name, country, coalesce(contact, '') as contact, coalesce(email, '') as email, coalesce(role, '') as role,
        language, later_id as "laterId", later_link as "laterLink"
      from app.signature_by_token(${token})`.execute(tx)
    return rows[0]
  })
}

export type SignedByLink = 'kept' | 'again' | 'closed' | 'changed' | null

export async function signByLink(db: Db, token: string, who: Who): Promise<SignedByLink> {
  return changing(db, null, { act: 'signature.sign' }, async tx => {
    const { rows } = await sql<{ kept: SignedByLink }>`
      select app.sign_by_link(${token}, ${JSON.stringify(who)}::jsonb) as kept`.execute(tx)
    return rows[0]!.kept
  })
}

export const LINK_ACTS = ['decline', 'withdraw', 'name', 'unname', 'forget'] as const
export type LinkAct = (typeof LINK_ACTS)[number]

export async function changeByLink(db: Db, token: string, act: LinkAct): Promise<boolean> {
  return changing(db, null, { act: `signature.${act}` }, async tx => {
    const { rows } = await sql<{ done: boolean }>`select app.change_by_link(${token}, ${act}) as done`.execute(tx)
    return rows[0]!.done
  })
}
