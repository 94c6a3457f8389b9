/** What the section on voices shows of a commitment, for the pages that it stands on. */
import type { Tx } from '../../../platform/access.ts'
import { hasRole, type Ctx } from '../../../platform/http.ts'
import { choosable } from '../../evidence/queries.ts'
import type { Evidence } from '../../evidence/model.ts'
import { COMMITMENT_KINDS } from '../../ledger/model.ts'
import type { Instrument, PlanItem } from '../../plans/model.ts'
import { accountsOf, spanOf, type Account, type Span } from '../model.ts'
import { commitmentById, newerWordOn, ownOrganisation, wordsOn, type OwnOrganisation, type Spoken } from '../queries.ts'

export interface Voices {
  commitment: Spoken
  accounts: Account[]
  span: Span
  /** ISO 8601 day, in UTC. */
  today: string
  /** What the person who asks may do; null for somebody who may only read. */
  speaker: Speaking | null
  /** What she just did here, as the address says. */
  done: string | null
}

export interface Speaking {
  userId: string
  organisation: OwnOrganisation
  mayPublish: boolean
  evidence: Pick<Evidence, 'id' | 'kind' | 'title'>[]
  /** The newest word that she can have seen, of whomever. */
  seen: string
}

export const today = (): string => new Date().toISOString().slice(0, 10)

/** Null where the item is none that anybody is answerable for (a pillar, an indicator), or is not to be seen. */
export async function voicesOn(c: Ctx, tx: Tx, itemId: string): Promise<Voices | null> {
  const commitment = await commitmentById(tx, itemId)
  return commitment ? voicesOf(c, tx, commitment) : null
}

/** As `voicesOn`, where the page has the plan and the item at hand. */
export async function voicesOnItem(c: Ctx, tx: Tx, plan: Instrument, item: PlanItem): Promise<Voices | null> {
  const kind = COMMITMENT_KINDS.find(one => one === item.kind)
  if (!kind) return null
  const { id: itemId, ref, number, text, fields } = item
  const { id: instrumentId, slug, title, country, periodStart, periodEnd } = plan
  const language = plan.languages[0] ?? null
  return voicesOf(c, tx, {
    itemId,
    ref,
    kind,
    number,
    text,
    fields,
    instrumentId,
    slug,
    title,
    country,
    periodStart,
    periodEnd,
    language,
    read: true,
  })
}

async function voicesOf(c: Ctx, tx: Tx, commitment: Spoken): Promise<Voices> {
  const { itemId } = commitment
  const words = await wordsOn(tx, itemId)
  const person = c.get('person')
  const may = person?.current && hasRole(person, 'contributor') ? person.current : null
  return {
    commitment,
    accounts: accountsOf(words),
    span: spanOf(commitment.fields.timeframe?.value as { start?: string; end?: string } | undefined, commitment),
    today: today(),
    speaker: may
      ? {
          userId: person!.userId,
          organisation: await ownOrganisation(tx, may.organisationId),
          mayPublish: hasRole(person, 'editor'),
          evidence: await choosable(tx, may.organisationId),
          seen: (await newerWordOn(tx, itemId, null)) ?? '',
        }
      : null,
    done: c.req.query('voices') ?? null,
  }
}
