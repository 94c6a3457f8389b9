/** Reading plans: the instrument, its items, the words of its pages. Row-level security decides what the asker gets. */
import type { PageText } from '@open1325/reader'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/access.ts'
import type { Instrument, InstrumentKind, PlanItem } from '../model.ts'

/** A plan is an instrument with a file: join it. Instruments of rows alone belong to the ledger. */
export const INSTRUMENT = [
  'instrument.id',
  'organisation_id as organisationId',
  'slug',
  'kind',
  'title',
  'issuer',
  'country',
  'period_start as periodStart',
  'period_end as periodEnd',
  'languages',
  'illustrative',
  'file.sha256 as fileSha256',
  sql<string>`file_name`.as('fileName'),
  'file.media_type as mediaType',
  'pages',
  'instrument.created_at as createdAt',
  'published_at as publishedAt',
  'version',
] as const

const instruments = (tx: Tx) =>
  tx.selectFrom('instrument').innerJoin('file', 'file.sha256', 'instrument.file_sha256').select(INSTRUMENT)

/** The plan at this address; undefined where there is none, or none that the asker may see. */
export async function planBySlug(tx: Tx, slug: string): Promise<Instrument | undefined> {
  const row = await instruments(tx).where('slug', '=', slug).executeTakeFirst()
  return row && { ...row, kind: row.kind as InstrumentKind }
}

/** A text that changes with everything that the public page of the plan shows; null where the public sees no such plan. */
export async function publicState(tx: Tx, slug: string): Promise<string | null> {
  const { rows } = await sql<{ state: string | null }>`select app.public_state(${slug}) as state`.execute(tx)
  return rows[0]?.state ?? null
}

/** Plans before the public, by country and then the newest first. */
export async function publishedPlans(tx: Tx): Promise<Instrument[]> {
  const rows = await instruments(tx)
    .where('published_at', 'is not', null)
    .orderBy('country')
    .orderBy('period_start', 'desc')
    .execute()
  return rows.map(row => ({ ...row, kind: row.kind as InstrumentKind }))
}

/** An organisation's plans, the newest first: drafts and published ones. */
export async function plansOfOrganisation(tx: Tx, organisationId: string): Promise<Instrument[]> {
  const rows = await instruments(tx)
    .where('organisation_id', '=', organisationId)
    .orderBy('instrument.created_at', 'desc')
    .execute()
  return rows.map(row => ({ ...row, kind: row.kind as InstrumentKind }))
}

export const ITEM = [
  'id',
  'ref',
  'kind',
  'number',
  'text',
  'parent_id as parentId',
  'position',
  'fields',
  'cites',
  'confidence',
  'state',
  'version',
] as const

/** The plan's items in reading order, without those that were taken out. */
export async function itemsOf(tx: Tx, instrumentId: string): Promise<PlanItem[]> {
  const rows = await tx
    .selectFrom('item')
    .select(ITEM)
    .where('instrument_id', '=', instrumentId)
    .where('deleted_at', 'is', null)
    .orderBy('position')
    .execute()
  return rows as unknown as PlanItem[]
}

/** As `itemsOf`, for a page on the item with this number: the others come without the places where they stand. */
export async function itemsAround(tx: Tx, instrumentId: string, ref: number): Promise<PlanItem[]> {
  const { rows } = await sql<PlanItem>`
    select id, ref, kind, number, text, parent_id as "parentId", position, confidence, state, version,
      case when ref = ${ref} then fields
        else coalesce((select jsonb_object_agg(key, value - 'cites' || '{"cites":[]}') from jsonb_each(fields)), '{}') end as fields,
      case when ref = ${ref} then cites else '[]' end as cites
    from item where instrument_id = ${instrumentId} and deleted_at is null order by position`.execute(tx)
  return rows
}

/** The words of the file's pages, for quotes and searches. */
export async function pagesOf(tx: Tx, fileSha256: string): Promise<PageText[]> {
  const rows = await tx
    .selectFrom('page')
    .select(['number', 'width', 'height', 'text'])
    .where('file_sha256', '=', fileSha256)
    .orderBy('number')
    .execute()
  return rows.map(row => ({ ...row, number: row.number === 0 ? null : row.number }))
}
