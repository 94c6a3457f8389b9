/** For tests and benches: a plan document in the database as if it had been read, confirmed and published by an organisation. */
import { createHash } from 'node:crypto'
import type { PageText, PlanDocument } from '@open1325/reader'
import type { Database } from '../../platform/database/index.ts'

export interface Kept {
  /** The plan's address. */
  slug: string
  published?: boolean
  /** How many of the rows are confirmed, from the first on. */
  confirmed?: number
  pages?: PageText[]
  /** SHA-256 of the file's content; of the slug where there is no file. */
  sha256?: string
}

/** Gives the instrument's id. The items' refs are 1, 2, 3... in the document's order. */
export async function keepPlan(
  { owner }: Database,
  organisationId: string,
  document: PlanDocument,
  { slug, published = true, confirmed = document.items.length, pages = [], sha256 }: Kept,
): Promise<string> {
  const file = sha256 ?? createHash('sha256').update(slug).digest('hex')
  const { source, issuer, period } = document
  await owner.query('insert into file (sha256, media_type, bytes) values ($1, $2, 1000) on conflict do nothing', [
    file,
    source.mediaType,
  ])
  const { rows } = await owner.query<{ id: string }>(
    `insert into instrument (organisation_id, slug, title, issuer, country, period_start, period_end, languages, file_sha256, file_name,
       pages, published_at, next_ref)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning id`,
    [
      organisationId,
      slug,
      document.title ?? slug,
      issuer?.name ?? null,
      issuer?.code ?? null,
      period?.start ?? null,
      period?.end ?? null,
      document.languages,
      file,
      source.name,
      source.pages,
      published ? new Date() : null,
      document.items.length + 1,
    ],
  )
  const id = rows[0]!.id
  await owner.query(
    `insert into page (file_sha256, number, width, height, text)
     select $1, coalesce(p.number, 0), p.width, p.height, p.text
     from jsonb_to_recordset($2) as p (number int, width real, height real, text text) on conflict do nothing`,
    [file, JSON.stringify(pages)],
  )
  await owner.query(
    `with read as (
       select gen_random_uuid() as uuid, i.* from jsonb_to_recordset($3)
         as i (ref int, id text, kind text, number text, text text, parent text, fields jsonb, cites jsonb, state text)
     )
     insert into item (id, instrument_id, organisation_id, ref, kind, number, text, parent_id, position, fields, cites, state)
     select read.uuid, $1, $2, read.ref, read.kind, read.number, read.text, above.uuid, read.ref, read.fields, read.cites, read.state
     from read left join read above on above.id = read.parent`,
    [
      id,
      organisationId,
      JSON.stringify(
        document.items.map((item, n) => ({ ...item, ref: n + 1, state: n < confirmed ? 'confirmed' : 'read' })),
      ),
    ],
  )
  return id
}
