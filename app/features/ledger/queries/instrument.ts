/** Instruments of rows and their commitments, read for their pages. Row-level security decides what the asker gets. */
import type { Cite, Field, FieldName } from '@open1325/reader'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/access.ts'
import type { AnyInstrumentKind, CommitmentKind } from '../model.ts'
import { commitmentsByIds, type Listed } from './list.ts'

/** An instrument without a file: entered or imported as rows, or of the library. */
export interface RowInstrument {
  id: string
  organisationId: string
  organisation: string | null
  slug: string
  kind: AnyInstrumentKind
  title: string
  issuer: string | null
  country: string | null
  /** ISO 8601, as precise as it is known. */
  adoptedOn: string | null
  sourceUrl: string | null
  languages: string[]
  publishedAt: Date | null
  version: number
}

const ROW_INSTRUMENT = sql`n.id, n.organisation_id as "organisationId", o.name as organisation, n.slug, n.kind, n.title, n.issuer,
  n.country, n.adopted_on as "adoptedOn", n.source_url as "sourceUrl", n.languages, n.published_at as "publishedAt", n.version`

/** The instrument of rows at this address; undefined where there is none, or none that the asker may see. */
export async function rowInstrumentBySlug(tx: Tx, slug: string): Promise<RowInstrument | undefined> {
  const { rows } = await sql<RowInstrument>`
    select ${ROW_INSTRUMENT} from instrument n left join organisation o on o.id = n.organisation_id
    where n.slug = ${slug} and n.file_sha256 is null`.execute(tx)
  return rows[0]
}

/** An organisation's instruments of rows, the newest first. */
export async function rowInstrumentsOf(tx: Tx, organisationId: string): Promise<(RowInstrument & { rows: number })[]> {
  const { rows } = await sql<RowInstrument & { rows: number }>`
    select ${ROW_INSTRUMENT}, (select count(*)::int from item i where i.instrument_id = n.id and i.deleted_at is null) as rows
    from instrument n left join organisation o on o.id = n.organisation_id
    where n.organisation_id = ${organisationId} and n.file_sha256 is null
    order by n.created_at desc`.execute(tx)
  return rows
}

/** The instrument's commitments in its order, at most `most`. */
export async function commitmentsOf(tx: Tx, instrumentId: string, most: number): Promise<Listed[]> {
  const { rows } = await sql<{ id: string }>`
    select l.item_id as id from ledger l where l.instrument_id = ${instrumentId} order by l.position limit ${most}`.execute(
    tx,
  )
  return commitmentsByIds(
    tx,
    rows.map(row => row.id),
  )
}

/** A commitment of an instrument of rows, as its page shows it. */
export interface RowItem {
  id: string
  ref: number
  kind: CommitmentKind
  number: string | null
  text: string
  parentId: string | null
  fields: Partial<Record<FieldName, Field>>
  cites: Cite[]
  deletedAt: Date | null
  version: number
}

export async function rowItem(tx: Tx, instrumentId: string, ref: number): Promise<RowItem | undefined> {
  const row = await tx
    .selectFrom('item')
    .select([
      'id',
      'ref',
      'kind',
      'number',
      'text',
      'parent_id as parentId',
      'fields',
      'cites',
      'deleted_at as deletedAt',
      'version',
    ])
    .where('instrument_id', '=', instrumentId)
    .where('ref', '=', ref)
    .executeTakeFirst()
  return row as RowItem | undefined
}

/** Another commitment that this one is linked with. */
export interface Linked {
  relation: string
  /** Whether the other one is what this one puts into practice; else it is the other way round. */
  outward: boolean
  other: Listed
}

/** What a commitment puts into practice, and what puts it into practice. */
export async function implementsOf(tx: Tx, itemId: string): Promise<Linked[]> {
  const { rows } = await sql<{ id: string; relation: string; outward: boolean }>`
    select to_item_id as id, relation, true as outward from item_link where item_id = ${itemId} and relation = 'implements'
    union all
    select item_id, relation, false from item_link where to_item_id = ${itemId} and relation = 'implements'
    limit 200`.execute(tx)
  const others = await commitmentsByIds(tx, [...new Set(rows.map(row => row.id))])
  return rows.flatMap(({ id, ...link }) => {
    const other = others.find(one => one.itemId === id)
    return other ? [{ ...link, other }] : []
  })
}
