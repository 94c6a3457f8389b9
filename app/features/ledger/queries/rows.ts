/** Instruments of rows: entered, described, their rows added, changed, taken out. Row-level security decides what the asker may change. */
import type { Cite, Field, FieldName } from '@open1325/reader'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/access.ts'
import { Problem } from '../../../platform/problem.ts'
import { freeSlug } from '../../plans/queries/instrument.ts'
import type { CommitmentKind, RowInstrumentKind } from '../model.ts'
import type { RowInstrument } from './instrument.ts'

export interface InstrumentFacts {
  kind: RowInstrumentKind
  title: string
  issuer: string | null
  country: string | null
  adoptedOn: string | null
  sourceUrl: string | null
  languages: string[]
}

const columnsOf = (facts: InstrumentFacts) => ({
  kind: facts.kind,
  title: facts.title,
  issuer: facts.issuer,
  country: facts.country,
  adopted_on: facts.adoptedOn,
  source_url: facts.sourceUrl,
  languages: facts.languages,
})

/** Adds an instrument under the id that the form was given; sent twice, there is one. Gives its address. */
export async function addInstrument(
  tx: Tx,
  by: { userId: string; organisationId: string },
  id: string,
  facts: InstrumentFacts,
  slug: string,
): Promise<string> {
  const known = await tx.selectFrom('instrument').select('slug').where('id', '=', id).executeTakeFirst()
  if (known) return known.slug
  const added = await tx
    .insertInto('instrument')
    .values({
      id,
      organisation_id: by.organisationId,
      created_by: by.userId,
      slug: await freeSlug(tx, slug, null),
      ...columnsOf(facts),
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .returning('slug')
    .executeTakeFirst()
  // An id that an instrument has which the asker may not even see was not made by chance.
  if (!added) throw new Problem('conflict')
  return added.slug
}

/** Sets the facts if the instrument is still at this version. Gives whether it was. */
export async function setInstrument(tx: Tx, id: string, version: number, facts: InstrumentFacts): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('instrument')
    .set({ ...columnsOf(facts), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export interface NewRow {
  id?: string
  kind: CommitmentKind
  number: string | null
  text: string
  fields: Partial<Record<FieldName, Field>>
  /** Where its words stand; none where it was typed. */
  cites?: Cite[]
}

/**
 * Adds rows at the end of an instrument, with its next public numbers. A row whose id is there already is not added again.
 * @throws Problem 'not-allowed' where the instrument is not the asker's to change
 */
export async function addRows(
  tx: Tx,
  instrument: Pick<RowInstrument, 'id' | 'organisationId'>,
  rows: NewRow[],
): Promise<void> {
  if (!rows.length) return
  const ids = rows.flatMap(row => row.id ?? [])
  const known = ids.length
    ? await tx.selectFrom('item').select('id').where('id', 'in', ids).executeTakeFirst()
    : undefined
  if (known) return
  const numbered = await tx
    .updateTable('instrument')
    .set(eb => ({ next_ref: eb('next_ref', '+', rows.length) }))
    .where('id', '=', instrument.id)
    .returning('next_ref')
    .executeTakeFirst()
  if (!numbered) throw new Problem('not-allowed')
  const first = numbered.next_ref - rows.length
  await sql`
    insert into item (id, instrument_id, organisation_id, ref, kind, number, text, position, fields, cites, state, confirmed_by, confirmed_at)
    select coalesce(r.id, gen_random_uuid()), ${instrument.id}, ${instrument.organisationId}, r.ref, r.kind, r.number, r.text, r.ref, r.fields,
      coalesce(r.cites, '[]'), 'confirmed', app.asker(), now()
    from jsonb_to_recordset(${JSON.stringify(rows.map((row, n) => ({ ...row, ref: first + n })))}::jsonb)
      as r (id uuid, ref int, kind text, number text, text text, fields jsonb, cites jsonb)`.execute(tx)
}

/** Takes a row out; its address says so from then on. Gives whether it was there at this version. */
export async function takeOut(tx: Tx, id: string, version: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('item')
    .set({ deleted_at: new Date(), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
