/** Reports, their sections, what was put in, comments: SQL. Row-level security decides what the asker gets. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/access.ts'
import { Problem } from '../../../platform/problem.ts'
import type { Block } from '@open1325/report-writer'
import type { Made, Put, Report, ReportKind, Section, Source } from '../model.ts'

const REPORT = sql`
  r.id, r.organisation_id as "organisationId", coalesce(o.name, '') as organisation, r.slug, r.kind, r.title, r.language, r.country,
  r.outline, r.body, r.procedure, r.rule, r.session_id as "sessionId", r.session, r.session_starts::text as "sessionStarts",
  r.due::text as due, r.due_source as "dueSource", r.ecosoc_status as "ecosocStatus", r.stated, r.named, r.organisations,
  r.may_be_published as "mayBePublished", r.created_at as "createdAt", r.version`

/** Undefined where there is none that the asker may see. */
export async function reportById(tx: Tx, id: string): Promise<Report | undefined> {
  const { rows } = await sql<Report>`
    select ${REPORT} from report r left join organisation o on o.id = r.organisation_id
    where r.id = ${id} and r.deleted_at is null`.execute(tx)
  return rows[0]
}

/** An organisation's reports, the newest first. */
export async function reportsOf(tx: Tx, organisationId: string): Promise<(Report & { editions: number })[]> {
  const { rows } = await sql<Report & { editions: number }>`
    select ${REPORT}, (select count(*)::int from report_edition e where e.report_id = r.id) as editions
    from report r left join organisation o on o.id = r.organisation_id
    where r.organisation_id = ${organisationId} and r.deleted_at is null order by r.created_at desc limit 200`.execute(
    tx,
  )
  return rows
}

export interface NewReport {
  id: string
  organisationId: string
  by: string
  slug: string
  kind: ReportKind
  title: string
  language: string
  country: string | null
  outline: string | null
  body: string | null
  procedure: string | null
  rule: string | null
  organisations: string
  sections: { title: string; hint: string }[]
}

/** Adds a report with its empty sections; the same id added again changes nothing. */
export async function addReport(tx: Tx, { by, organisationId, sections, ...report }: NewReport): Promise<void> {
  if (await reportById(tx, report.id)) return
  await tx
    .insertInto('report')
    .values({ ...report, organisation_id: organisationId, created_by: by })
    .execute()
  for (const [n, section] of sections.entries())
    await addSection(tx, { reportId: report.id, organisationId, by, position: n + 1, ...section })
}

export async function addSection(
  tx: Tx,
  section: {
    id?: string
    reportId: string
    organisationId: string
    by: string
    position: number
    title: string
    hint: string
  },
): Promise<void> {
  const { id, reportId, organisationId, by, ...rest } = section
  await tx
    .insertInto('report_section')
    .values({ ...rest, ...(id ? { id } : {}), report_id: reportId, organisation_id: organisationId, changed_by: by })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
}

export type ReportFacts = Pick<Report, 'title' | 'language' | 'country' | 'organisations' | 'mayBePublished' | 'named'>
export type ReportFor = Pick<
  Report,
  | 'body'
  | 'procedure'
  | 'rule'
  | 'sessionId'
  | 'session'
  | 'sessionStarts'
  | 'due'
  | 'dueSource'
  | 'ecosocStatus'
  | 'stated'
>

/** Gives false where somebody else changed it since `version`. */
export async function setReport(
  tx: Tx,
  id: string,
  version: number,
  set: Partial<ReportFacts & ReportFor>,
): Promise<boolean> {
  const { mayBePublished, sessionId, sessionStarts, dueSource, ecosocStatus, stated, ...same } = set
  const { numUpdatedRows } = await tx
    .updateTable('report')
    .set({
      ...same,
      ...(mayBePublished === undefined ? {} : { may_be_published: mayBePublished }),
      ...(sessionId === undefined ? {} : { session_id: sessionId }),
      ...(sessionStarts === undefined ? {} : { session_starts: sessionStarts }),
      ...(dueSource === undefined ? {} : { due_source: dueSource }),
      ...(ecosocStatus === undefined ? {} : { ecosoc_status: ecosocStatus }),
      ...(stated === undefined ? {} : { stated: JSON.stringify(stated) }),
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function removeReport(tx: Tx, id: string): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('report')
    .set({ deleted_at: sql<Date>`now()` })
    .where('id', '=', id)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Problem('not-allowed')
}

// Sections -----------------------------------------------------------------------------------------------------------------------

const SECTION = sql`
  s.id, s.title, s.hint, s.text, coalesce(w.name, '') as "changedBy", s.changed_at as "changedAt", s.version, s.position,
  (select count(*)::int from report_comment c where c.section_id = s.id and c.settled_at is null) as comments
  from report_section s left join colleague w on w.user_id = s.changed_by and w.organisation_id = s.organisation_id`

export type PlacedSection = Section & { position: number }

export async function sectionsOf(tx: Tx, reportId: string): Promise<PlacedSection[]> {
  const { rows } = await sql<PlacedSection>`
    select ${SECTION} where s.report_id = ${reportId} and s.deleted_at is null order by s.position, s.id`.execute(tx)
  return rows
}

export async function sectionById(tx: Tx, reportId: string, id: string): Promise<PlacedSection | undefined> {
  const { rows } = await sql<PlacedSection>`
    select ${SECTION} where s.report_id = ${reportId} and s.id = ${id} and s.deleted_at is null`.execute(tx)
  return rows[0]
}

/** Sections that were taken out, the last first. */
export async function removedSections(
  tx: Tx,
  reportId: string,
): Promise<{ id: string; title: string; version: number }[]> {
  return tx
    .selectFrom('report_section')
    .select(['id', 'title', 'version'])
    .where('report_id', '=', reportId)
    .where('deleted_at', 'is not', null)
    .orderBy('deleted_at', 'desc')
    .limit(50)
    .execute()
}

export interface SectionChange {
  title?: string
  text?: string
  position?: number
  /** Taken out, or put back. */
  deleted?: boolean
}

/** Gives false where somebody else changed it since `version`: then nothing was written. */
export async function setSection(
  tx: Tx,
  reportId: string,
  id: string,
  version: number,
  by: string,
  change: SectionChange,
): Promise<boolean> {
  const { deleted, ...set } = change
  const { numUpdatedRows } = await tx
    .updateTable('report_section')
    .set({
      ...set,
      ...(deleted === undefined ? {} : { deleted_at: deleted ? sql<Date>`now()` : null }),
      changed_by: by,
      changed_at: sql<Date>`now()`,
      version: version + 1,
    })
    .where('id', '=', id)
    .where('report_id', '=', reportId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export interface SectionVersion {
  version: number
  at: Date
  by: string
  title: string
  text: string
}

/** Every version of a section, the newest first: from the history, which keeps each change whole. */
export async function versionsOf(tx: Tx, sectionId: string): Promise<SectionVersion[]> {
  const { rows } = await sql<SectionVersion>`
    select (h.after ->> 'version')::int as version, h.at, coalesce(w.name, '') as by, h.after ->> 'title' as title, h.after ->> 'text' as text
    from history h left join colleague w on w.user_id = h.who and w.organisation_id = h.organisation_id
    where h.relation = 'report_section' and h.row_key = ${sectionId} and h.after is not null
    order by h.id desc limit 200`.execute(tx)
  return rows
}

// What was put in ----------------------------------------------------------------------------------------------------------------

export async function putsOf(tx: Tx, reportId: string): Promise<Put[]> {
  const rows = await tx
    .selectFrom('report_claim')
    .select([
      'number',
      'source',
      'source_version as sourceVersion',
      'url',
      'blocks',
      'inserted_at as insertedAt',
      'version',
    ])
    .where('report_id', '=', reportId)
    .orderBy('number')
    .execute()
  return rows.map(row => ({
    ...row,
    source: row.source as unknown as Source,
    blocks: row.blocks as unknown as Block[],
  }))
}

/** Gives its number. */
export async function addPut(
  tx: Tx,
  to: { reportId: string; organisationId: string; by: string },
  source: Source,
  { version, url, blocks }: Made,
): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    insert into report_claim (report_id, number, organisation_id, kind, source, source_version, url, blocks, inserted_by)
    select ${to.reportId}, coalesce(max(number), 0) + 1, ${to.organisationId}, ${source.kind}, ${JSON.stringify(source)}::jsonb,
      ${version}, ${url}, ${JSON.stringify(blocks)}::jsonb, ${to.by}
    from report_claim where report_id = ${to.reportId}
    returning number`.execute(tx)
  return rows[0]!.number
}

/** Takes the source's new words over. Gives false where somebody did so already. */
export async function renewPut(
  tx: Tx,
  reportId: string,
  number: number,
  version: number,
  by: string,
  made: Made,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update report_claim set source_version = ${made.version}, url = ${made.url}, blocks = ${JSON.stringify(made.blocks)}::jsonb,
      inserted_by = ${by}, inserted_at = now(), version = version + 1
    where report_id = ${reportId} and number = ${number} and version = ${version}`.execute(tx)
  return numAffectedRows === 1n
}

// Comments -----------------------------------------------------------------------------------------------------------------------

export interface Comment {
  id: string
  text: string
  by: string
  createdAt: Date
  settledAt: Date | null
}

export async function commentsOn(tx: Tx, sectionId: string): Promise<Comment[]> {
  const { rows } = await sql<Comment>`
    select c.id, c.text, coalesce(w.name, '') as by, c.created_at as "createdAt", c.settled_at as "settledAt"
    from report_comment c left join colleague w on w.user_id = c.created_by and w.organisation_id = c.organisation_id
    where c.section_id = ${sectionId} order by c.created_at`.execute(tx)
  return rows
}

export async function addComment(
  tx: Tx,
  comment: { id: string; sectionId: string; reportId: string; organisationId: string; by: string; text: string },
): Promise<void> {
  const { id, sectionId, reportId, organisationId, by, text } = comment
  await tx
    .insertInto('report_comment')
    .values({ id, section_id: sectionId, report_id: reportId, organisation_id: organisationId, created_by: by, text })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
}

export async function settleComment(tx: Tx, sectionId: string, id: string): Promise<void> {
  await tx
    .updateTable('report_comment')
    .set({ settled_at: sql<Date>`now()` })
    .where('id', '=', id)
    .where('section_id', '=', sectionId)
    .where('settled_at', 'is', null)
    .execute()
}
