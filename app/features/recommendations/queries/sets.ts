/** Sets of recommendations on the desk: what a document recommended, entered as rows. Row-level security decides what may be changed. */
import { sql } from 'kysely'
import type { Cite, Field, FieldName } from '@open1325/reader'
import type { Tx } from '../../../platform/access.ts'
import { Problem } from '../../../platform/problem.ts'
import type { RowInstrument } from '../../ledger/queries/instrument.ts'
import { rowInstrumentBySlug } from '../../ledger/queries/instrument.ts'
import { addInstrument, addRows, setInstrument, type InstrumentFacts } from '../../ledger/queries/rows.ts'
import type { Recommendation, Response } from '../model.ts'
import { recommendationsByIds } from './list.ts'

/** An instrument of recommendations. */
export interface RecommendationSet extends RowInstrument {
  /** In the body's words: '88th session'. */
  session: string | null
}

export interface SetFacts extends InstrumentFacts {
  session: string | null
}

/** More rows of one set are found by the list, which leafs through them. */
export const MOST_OF_A_SET = 1000

/** Undefined where there is none that the asker may see. */
export async function setBySlug(tx: Tx, slug: string): Promise<RecommendationSet | undefined> {
  const instrument = await rowInstrumentBySlug(tx, slug)
  if (instrument?.kind !== 'recommendations' && instrument?.kind !== 'treaty-comment') return undefined
  const { session } = await tx
    .selectFrom('instrument')
    .select('session')
    .where('id', '=', instrument.id)
    .executeTakeFirstOrThrow()
  return { ...instrument, session }
}

export interface ListedSet {
  slug: string
  title: string
  language: string | null
  country: string | null
  body: string | null
  adoptedOn: string | null
  publishedAt: Date | null
  rows: number
}

/** An organisation's sets, the newest first. */
export async function setsOf(tx: Tx, organisationId: string): Promise<ListedSet[]> {
  const { rows } = await sql<ListedSet>`
    select n.slug, n.title, n.languages[1] as language, n.country, n.issuer as body, n.adopted_on as "adoptedOn",
      n.published_at as "publishedAt",
      (select count(*)::int from commitment c where c.instrument_id = n.id and c.kind = 'recommendation') as rows
    from instrument n
    where n.organisation_id = ${organisationId} and n.file_sha256 is null and n.kind in ('recommendations', 'treaty-comment')
    order by n.adopted_on desc nulls last, n.created_at desc limit 500`.execute(tx)
  return rows
}

/** A set's recommendations in its order. */
export async function recommendationsOf(tx: Tx, instrumentId: string): Promise<Recommendation[]> {
  const { rows } = await sql<{ id: string }>`
    select l.item_id as id from ledger l where l.instrument_id = ${instrumentId} and l.kind = 'recommendation'
    order by l.position limit ${MOST_OF_A_SET}`.execute(tx)
  return recommendationsByIds(
    tx,
    rows.map(row => row.id),
  )
}

/** Adds a set under the id that the form was given; sent twice, there is one. */
export async function addSet(
  tx: Tx,
  by: { userId: string; organisationId: string },
  id: string,
  { session, ...facts }: SetFacts,
  wanted: string,
): Promise<RecommendationSet> {
  const slug = await addInstrument(tx, by, id, facts, wanted)
  await tx.updateTable('instrument').set({ session }).where('id', '=', id).where('version', '=', 1).execute()
  const set = await setBySlug(tx, slug)
  // An id that another document has was not made by chance.
  if (set?.organisationId !== by.organisationId) throw new Problem('conflict')
  return set
}

/** Sets the facts if the set is still at this version. Gives whether it was. */
export async function saveSet(tx: Tx, id: string, version: number, { session, ...facts }: SetFacts): Promise<boolean> {
  if (!(await setInstrument(tx, id, version, facts))) return false
  await tx.updateTable('instrument').set({ session }).where('id', '=', id).execute()
  return true
}

export interface NewRecommendation {
  id: string
  number: string | null
  text: string
  theme: string | null
  /** ISO 8601 day. */
  followUpOn: string | null
  fields: Partial<Record<FieldName, Field>>
  cites: Cite[]
}

/** Adds rows at the set's end. If one is there already, the form was sent before, and none is added again. */
export async function addRecommendations(
  tx: Tx,
  set: RecommendationSet,
  by: string,
  rows: NewRecommendation[],
): Promise<void> {
  if (!rows.length) return
  const ids = rows.map(row => row.id)
  if (await tx.selectFrom('item').select('id').where('id', 'in', ids).executeTakeFirst()) return
  await addRows(
    tx,
    set,
    rows.map(({ id, number, text, fields, cites }) => ({ id, kind: 'recommendation', number, text, fields, cites })),
  )
  const known = rows.filter(({ theme, followUpOn }) => theme !== null || followUpOn !== null)
  if (!known.length) return
  await tx
    .insertInto('recommendation')
    .values(
      known.map(({ id, theme, followUpOn }) => ({
        item_id: id,
        instrument_id: set.id,
        organisation_id: set.organisationId,
        theme,
        follow_up_on: followUpOn,
        said_by: by,
      })),
    )
    .execute()
}

export interface RecommendationFacts {
  theme: string | null
  followUpOn: string | null
  response: Response | null
  responseWords: string | null
  responseOn: string | null
  responseSource: string | null
  responseUrl: string | null
}

/** What is known of it beside the ledger's row; the caller has changed that row at its version. */
export async function saveFacts(
  tx: Tx,
  set: RecommendationSet,
  itemId: string,
  by: string,
  facts: RecommendationFacts,
): Promise<void> {
  const row = {
    theme: facts.theme,
    follow_up_on: facts.followUpOn,
    response: facts.response,
    response_words: facts.responseWords,
    response_on: facts.responseOn,
    response_source: facts.responseSource,
    response_url: facts.responseUrl,
    said_by: by,
  }
  await tx
    .insertInto('recommendation')
    .values({ item_id: itemId, instrument_id: set.id, organisation_id: set.organisationId, ...row })
    .onConflict(conflict => conflict.column('item_id').doUpdateSet(row))
    .execute()
}
