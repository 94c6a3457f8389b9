/** Pieces of evidence: SQL. Row-level security decides what the asker gets. */
import { sql } from 'kysely'
import type { Tx } from '../../platform/access.ts'
import { Problem } from '../../platform/problem.ts'
import { withheldFigures } from '../indicators/queries.ts'
import type { Visibility } from '../voices/model.ts'
import type { Anchor, AttachedEvidence, Consent, Evidence, EvidenceKind, Row, Use } from './model.ts'

const EVIDENCE = sql`
  e.id, e.organisation_id as "organisationId", coalesce(o.name, '') as organisation, e.kind, e.title, e.author, e.dated, e.note, e.url,
  e.seen_on as "seenOn", e.file_sha256 as "fileSha256", e.file_name as "fileName", f.media_type as "mediaType", f.bytes,
  e.consent, e.visibility, e.created_by as "createdBy", e.created_at as "createdAt", e.withdrawn_at as "withdrawnAt", e.version`
const TABLES = sql`evidence e left join organisation o on o.id = e.organisation_id left join file f on f.sha256 = e.file_sha256`

/** Undefined where there is none that the asker may see. */
export async function evidenceById(tx: Tx, id: string): Promise<Evidence | undefined> {
  const { rows } = await sql<Evidence>`select ${EVIDENCE} from ${TABLES} where e.id = ${id}`.execute(tx)
  return rows[0]
}

/** What is sought in the list; null: everything. */
export interface Asked {
  words: string | null
  kind: EvidenceKind | null
  visibility: Visibility | null
  consent: Consent | null
  /** Only what nothing rests on. */
  unused: boolean
}

export const A_PAGE = 50

/** The organisation's evidence, the newest first; also how many there are in all. */
export async function evidenceOfOrganisation(
  tx: Tx,
  organisationId: string,
  asked: Asked,
  page: number,
): Promise<{ evidence: (Evidence & { uses: number })[]; count: number }> {
  const like = asked.words === null ? null : `%${asked.words.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<Evidence & { uses: number; count: number }>`
    select ${EVIDENCE}, (select count(*)::int from evidence_use u where u.evidence_id = e.id) as uses, count(*) over ()::int as count
    from ${TABLES}
    where e.organisation_id = ${organisationId} and e.withdrawn_at is null
      and (${like}::text is null or app.fold(concat_ws(' ', e.title, e.author, e.note, e.url, e.file_name)) like app.fold(${like}))
      and (${asked.kind}::text is null or e.kind = ${asked.kind})
      and (${asked.visibility}::text is null or e.visibility = ${asked.visibility})
      and (${asked.consent}::text is null or e.consent = ${asked.consent})
      and (not ${asked.unused} or not exists (select from evidence_use u where u.evidence_id = e.id))
    order by e.created_at desc, e.id limit ${A_PAGE} offset ${(page - 1) * A_PAGE}`.execute(tx)
  return { evidence: rows, count: rows[0]?.count ?? 0 }
}

/** What a form lets a person choose from: the newest of her organisation's. */
export async function choosable(tx: Tx, organisationId: string): Promise<Pick<Evidence, 'id' | 'kind' | 'title'>[]> {
  return tx
    .selectFrom('evidence')
    .select(['id', 'kind', 'title'])
    .where('organisation_id', '=', organisationId)
    .where('withdrawn_at', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(A_PAGE)
    .execute()
}

export interface NewEvidence {
  id: string
  organisationId: string
  by: string
  kind: EvidenceKind
  title: string
  author: string | null
  dated: string | null
  note: string | null
  url: string | null
  seenOn: string | null
  file: { sha256: string; mediaType: string; bytes: number; fileName: string } | null
  consent: Consent
  visibility: Visibility
}

/** Adds it; the same id added again changes nothing. */
export async function addEvidence(tx: Tx, added: NewEvidence): Promise<void> {
  const known = await tx.selectFrom('evidence').select('id').where('id', '=', added.id).executeTakeFirst()
  if (known) return
  const { file } = added
  if (file) await sql`select app.keep_file(${file.sha256}, ${file.mediaType}, ${file.bytes})`.execute(tx)
  await tx
    .insertInto('evidence')
    .values({
      id: added.id,
      organisation_id: added.organisationId,
      kind: added.kind,
      title: added.title,
      author: added.author,
      dated: added.dated,
      note: added.note,
      url: added.url,
      seen_on: added.seenOn,
      file_sha256: file?.sha256 ?? null,
      file_name: file?.fileName ?? null,
      consent: added.consent,
      visibility: added.visibility,
      created_by: added.by,
    })
    .execute()
}

export type Facts = Pick<Evidence, 'title' | 'author' | 'dated' | 'note' | 'url' | 'seenOn' | 'consent' | 'visibility'>

/** Gives false where somebody else changed it since `version`. @throws Problem 'not-allowed' */
export async function changeEvidence(tx: Tx, id: string, version: number, facts: Facts): Promise<boolean> {
  const { seenOn, ...rest } = facts
  const { numUpdatedRows } = await tx
    .updateTable('evidence')
    .set({ ...rest, seen_on: seenOn, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) return true
  const now = await tx.selectFrom('evidence').select('version').where('id', '=', id).executeTakeFirst()
  if (now?.version === version) throw new Problem('not-allowed')
  return false
}

/** From now on nobody outside the organisation sees it. @throws Problem 'not-allowed' */
export async function withdrawConsent(tx: Tx, id: string): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('evidence')
    .set(eb => ({
      consent: 'withdrawn' as const,
      visibility: sql<Visibility>`case when visibility = 'me' then 'me' else 'organisation' end`,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Problem('not-allowed')
}

/** Takes its words and its file away for good. @throws Problem 'not-allowed' */
export async function eraseEvidence(tx: Tx, id: string): Promise<void> {
  const { rows } = await sql<{ done: boolean }>`select app.erase_evidence(${id}) as done`.execute(tx)
  if (!rows[0]?.done) throw new Problem('not-allowed')
}

/** Undefined where there is no such row, or none that the asker may see. */
export async function rowById(tx: Tx, id: string): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    select i.id, n.slug, i.ref, n.file_sha256 is not null as read, i.number, i.text, n.languages[1] as language, n.title
    from item i join instrument n on n.id = i.instrument_id where i.id = ${id} and i.deleted_at is null`.execute(tx)
  return rows[0]
}

/** What is attached to a row or a figure itself, the newest last. */
export async function attachedTo(tx: Tx, { relation, id }: Anchor): Promise<AttachedEvidence[]> {
  const { rows } = await sql<AttachedEvidence>`
    select e.id, e.kind, e.title, e.organisation_id as "organisationId", coalesce(o.name, '') as organisation, e.visibility
    from evidence_use u join evidence e on e.id = u.evidence_id left join organisation o on o.id = e.organisation_id
    where u.relation = ${relation} and u.used_by = ${id} and e.withdrawn_at is null
    order by u.said_at, e.id limit 200`.execute(tx)
  return rows
}

/** Attaches pieces of the organisation to a row or to a figure of its own; what is attached already stays. */
export async function attachTo(
  tx: Tx,
  { relation, id }: Anchor,
  ids: string[],
  by: { userId: string; organisationId: string },
): Promise<void> {
  if (!ids.length) return
  await sql`
    insert into evidence_use (evidence_id, relation, used_by, organisation_id, said_by)
    select id, ${relation}, ${id}, organisation_id, ${by.userId} from evidence
    where id = any (${ids}::uuid[]) and organisation_id = ${by.organisationId} and withdrawn_at is null
    on conflict do nothing`.execute(tx)
}

/** Takes a piece of the organisation off; one that is off already stays off. */
export async function detachFrom(
  tx: Tx,
  { relation, id }: Anchor,
  evidenceId: string,
  organisationId: string,
): Promise<void> {
  await tx
    .deleteFrom('evidence_use')
    .where('relation', '=', relation)
    .where('used_by', '=', id)
    .where('evidence_id', '=', evidenceId)
    .where('organisation_id', '=', organisationId)
    .execute()
}

/** The public evidence that each of an indicator's figures rests on, by the figure's id. */
export async function publicPiecesOf(
  tx: Tx,
  indicatorId: string,
): Promise<Map<string, Pick<Evidence, 'id' | 'title'>[]>> {
  const { rows } = await sql<{ figure: string; id: string; title: string }>`
    select u.used_by as figure, e.id, e.title from evidence_use u join evidence e on e.id = u.evidence_id
    where u.relation = 'observation' and e.visibility = 'public' and e.withdrawn_at is null
      and exists (select from observation b where b.id = u.used_by and b.indicator_id = ${indicatorId})
    order by u.said_at, e.id`.execute(tx)
  return Map.groupBy(rows, ({ figure }) => figure)
}

/**
 * What rests on it, as far as the asker may see it. A figure that is not shown to her because of few people is not told of here either; nor
 * is one that was taken back, or whose place another took.
 */
export async function usesOf(tx: Tx, evidenceId: string): Promise<Use[]> {
  const items = await sql<Use>`
    select distinct u.relation, n.slug, i.ref, n.file_sha256 is not null as read, i.text, n.languages[1] as language, n.title as plan
    from evidence_use u
      left join assessment a on u.relation = 'assessment' and a.id = u.used_by
      join item i on i.id = case u.relation when 'item' then u.used_by else a.item_id end
      join instrument n on n.id = i.instrument_id
    where u.evidence_id = ${evidenceId} and u.relation in ('assessment', 'item')
    order by plan, ref limit 200`.execute(tx)
  const { rows: figures } = await sql<Extract<Use, { relation: 'observation' }>>`
    select u.relation, b.id, b.organisation_id as "organisationId", x.id as "indicatorId", x.code, f.code as framework,
      x.titles as indicator, b.country, b.place, b.period, b.disaggregation
    from evidence_use u join observation b on b.id = u.used_by join indicator x on x.id = b.indicator_id
      join framework f on f.id = x.framework_id
    where u.evidence_id = ${evidenceId} and u.relation = 'observation' and b.superseded_by is null and b.withdrawn_at is null
      and x.deleted_at is null
    order by x.code, b.period limit 200`.execute(tx)
  const withheld = new Set<string>()
  for (const indicatorId of new Set(figures.map(use => use.indicatorId)))
    for (const id of await withheldFigures(tx, indicatorId)) withheld.add(id)
  return [...items.rows, ...figures.filter(({ id }) => !withheld.has(id))]
}
