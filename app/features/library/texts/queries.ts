/** Official texts: SQL. Row-level security decides what the asker gets. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/access.ts'
import type { OfficialText, TextParagraph } from './model.ts'

const TEXT = sql`
  t.id, t.organisation_id as "organisationId", coalesce(o.name, '') as organisation, t.resolution, t.language,
  t.file_name as "fileName", t.paragraphs, t.published_at is not null as published`

/** Of one resolution, or of all; the earliest first. */
export async function officialTexts(tx: Tx, resolution?: number): Promise<OfficialText[]> {
  const { rows } = await sql<OfficialText>`
    select ${TEXT} from official_text t left join organisation o on o.id = t.organisation_id
    where ${resolution === undefined ? sql`true` : sql`t.resolution = ${resolution}`}
    order by t.added_at, t.id`.execute(tx)
  return rows
}

export interface NewText {
  organisationId: string
  by: string
  resolution: number
  language: string
  fileName: string
  fileSha256: string
  mediaType: string
  bytes: number
  paragraphs: TextParagraph[]
}

/**
 * Adds a text, or puts it in the place of the organisation's text in the same language: what was public is then seen by the
 * organisation only until an editor publishes it again. Gives false where the asker may not replace what is there. Call it within
 * `changing`: writers take turns.
 */
export async function keepText(tx: Tx, text: NewText): Promise<boolean> {
  await sql`select app.keep_file(${text.fileSha256}, ${text.mediaType}, ${text.bytes})`.execute(tx)
  const known = await tx
    .selectFrom('official_text')
    .select(['id', 'file_sha256'])
    .where('organisation_id', '=', text.organisationId)
    .where('resolution', '=', text.resolution)
    .where('language', '=', text.language)
    .executeTakeFirst()
  if (known?.file_sha256 === text.fileSha256) return true
  const read = { file_sha256: text.fileSha256, file_name: text.fileName, paragraphs: JSON.stringify(text.paragraphs) }
  if (known) {
    const { numUpdatedRows } = await tx
      .updateTable('official_text')
      .set({ ...read, published_at: null, version: sql`version + 1` })
      .where('id', '=', known.id)
      .executeTakeFirst()
    return numUpdatedRows === 1n
  }
  await tx
    .insertInto('official_text')
    .values({
      ...read,
      organisation_id: text.organisationId,
      resolution: text.resolution,
      language: text.language,
      added_by: text.by,
    })
    .execute()
  return true
}

/** An editor's act. Gives whether there was such a text to publish or take back. */
export async function setPublic(tx: Tx, id: string, isPublic: boolean): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('official_text')
    .set({ published_at: isPublic ? sql`coalesce(published_at, now())` : null, version: sql`version + 1` })
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** An editor's act. Gives whether there was such a text. */
export async function removeText(tx: Tx, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('official_text').where('id', '=', id).executeTakeFirst()
  return numDeletedRows === 1n
}
