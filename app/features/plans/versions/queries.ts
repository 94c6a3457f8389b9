/** Which edition of a plan comes after which, and what people said of their items. Row-level security decides what the asker gets. */
import type { Said } from '@open1325/appraisal'
import type { Tx } from '../../../platform/access.ts'
import { Problem } from '../../../platform/problem.ts'
import type { Instrument, InstrumentKind } from '../model.ts'
import { INSTRUMENT } from '../queries/plan.ts'

export const RELATIONS = ['supersedes', 'amends'] as const
export type Relation = (typeof RELATIONS)[number]

export interface Edition {
  plan: Instrument
  /** What the later of the two does to the earlier. */
  relation: Relation
}

/** The editions next to a plan: those that it supersedes or amends, and those that do so to it. The newest first. */
export async function editionsOf(tx: Tx, instrumentId: string): Promise<{ earlier: Edition[]; later: Edition[] }> {
  return {
    earlier: await editions(tx, 'succession.earlier_id', 'succession.instrument_id', instrumentId),
    later: await editions(tx, 'succession.instrument_id', 'succession.earlier_id', instrumentId),
  }
}

type End = 'succession.earlier_id' | 'succession.instrument_id'

async function editions(tx: Tx, theirs: End, own: End, instrumentId: string): Promise<Edition[]> {
  const rows = await tx
    .selectFrom('succession')
    .innerJoin('instrument', 'instrument.id', theirs)
    .innerJoin('file', 'file.sha256', 'instrument.file_sha256')
    .select(INSTRUMENT.map(column => (column === 'organisation_id as organisationId' ? OWNER : column)))
    .select('relation')
    .where(own, '=', instrumentId)
    .orderBy('period_start', 'desc')
    .orderBy('instrument.created_at', 'desc')
    .execute()
  return rows.map(({ relation, ...plan }) => ({ plan: { ...plan, kind: plan.kind as InstrumentKind }, relation }))
}
const OWNER = 'instrument.organisation_id as organisationId' as const

/** Plans that this one may come after: of the same country or issuer first, then the others that the asker sees. */
export async function possiblyEarlier(tx: Tx, plan: Instrument): Promise<Instrument[]> {
  const rows = await tx
    .selectFrom('instrument')
    .innerJoin('file', 'file.sha256', 'instrument.file_sha256')
    .select(INSTRUMENT)
    .where('instrument.id', '<>', plan.id)
    .orderBy('country')
    .orderBy('period_start', 'desc')
    .limit(500)
    .execute()
  const plans = rows.map(row => ({ ...row, kind: row.kind as InstrumentKind }))
  const near = (other: Instrument) => Number(other.country !== null && other.country === plan.country)
  return plans.toSorted((a, b) => near(b) - near(a))
}

/** @throws Problem 'not-allowed' where the asker may not change the later plan */
export async function setSuccession(tx: Tx, later: Instrument, earlierId: string, relation: Relation, by: string) {
  await tx
    .insertInto('succession')
    .values({
      instrument_id: later.id,
      earlier_id: earlierId,
      organisation_id: later.organisationId,
      relation,
      said_by: by,
    })
    .onConflict(conflict => conflict.columns(['instrument_id', 'earlier_id']).doUpdateSet({ relation }))
    .execute()
}

export async function removeSuccession(tx: Tx, laterId: string, earlierId: string): Promise<void> {
  await tx.deleteFrom('succession').where('instrument_id', '=', laterId).where('earlier_id', '=', earlierId).execute()
}

/** What people said of the items of two editions, by the items' ids in the plan documents. */
export async function saidOf(tx: Tx, earlierId: string, laterId: string): Promise<Said[]> {
  const rows = await tx
    .selectFrom('item_link')
    .innerJoin('item as later', 'later.id', 'item_link.item_id')
    .innerJoin('item as earlier', 'earlier.id', 'item_link.to_item_id')
    .select(['later.ref as laterRef', 'earlier.ref as earlierRef', 'relation'])
    .where('item_link.instrument_id', '=', laterId)
    .where('earlier.instrument_id', '=', earlierId)
    .where('relation', 'in', ['continues', 'is-not'])
    .orderBy('said_at')
    .execute()
  return rows.map(({ laterRef, earlierRef, relation }) => ({
    later: `i${laterRef}`,
    earlier: `i${earlierRef}`,
    relation: relation as Said['relation'],
  }))
}

/** Keeps a person's word on two items, in place of whatever was said of them before. */
export async function say(
  tx: Tx,
  plan: Instrument,
  link: { laterId: string; earlierId: string; relation: Said['relation'] | null; by: string },
): Promise<void> {
  await tx
    .deleteFrom('item_link')
    .where('item_id', '=', link.laterId)
    .where('to_item_id', '=', link.earlierId)
    .where('relation', 'in', ['continues', 'is-not'])
    .execute()
  if (!link.relation) return
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('item_link')
    .values({
      item_id: link.laterId,
      to_item_id: link.earlierId,
      relation: link.relation,
      organisation_id: plan.organisationId,
      instrument_id: plan.id,
      said_by: link.by,
    })
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) throw new Problem('not-allowed')
}
