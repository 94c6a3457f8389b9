/** Editions: frozen, numbered, with their files. SQL. Row-level security decides what the asker gets. */
import type { Format } from '@open1325/report-writer'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/access.ts'
import { Problem } from '../../../platform/problem.ts'
import type { Confirmation, Edition, EditionDocument, Report } from '../model.ts'

const EDITION = sql`
  e.report_id as "reportId", e.number, coalesce(o.name, '') as organisation, e.slug, e.kind, e.title, e.language, e.country, e.body,
  e.rule, e.session, e.due::text as due, e.words, json_build_object('docx', e.docx_sha256, 'pdf', e.pdf_sha256, 'html', e.html_sha256, 'md', e.markdown_sha256) as files,
  e.frozen_at as "frozenAt", e.published_at as "publishedAt"`
const FROM = sql`from report_edition e left join organisation o on o.id = e.organisation_id`

/** The newest first. */
export async function editionsOf(tx: Tx, reportId: string): Promise<Edition[]> {
  const { rows } =
    await sql<Edition>`select ${EDITION} ${FROM} where e.report_id = ${reportId} order by e.number desc`.execute(tx)
  return rows
}

export const MOST_LISTED = 500

/** What the public sees: of each report its last published edition, the newest first. */
export async function publicEditions(tx: Tx): Promise<Edition[]> {
  const { rows } = await sql<Edition>`
    select * from (
      select distinct on (e.report_id) ${EDITION} ${FROM} where e.published_at is not null order by e.report_id, e.number desc
    ) last order by "publishedAt" desc limit ${MOST_LISTED}`.execute(tx)
  return rows
}

/** With its document; without a number, the last that is published. */
export async function editionAt(
  tx: Tx,
  slug: string,
  number: number | null,
): Promise<(Edition & { document: EditionDocument }) | undefined> {
  const { rows } = await sql<Edition & { document: EditionDocument }>`
    select ${EDITION}, e.document ${FROM}
    where e.slug = ${slug} and ${number === null ? sql`e.published_at is not null` : sql`e.number = ${number}`}
    order by e.number desc limit 1`.execute(tx)
  return rows[0]
}

/** What was confirmed of each edition of a report, by its number. */
export async function confirmationsOf(tx: Tx, reportId: string): Promise<Map<number, Confirmation>> {
  const { rows } = await sql<Confirmation & { number: number }>`
    select c.number, c.findings, c.own_words as own, c.reason, coalesce(w.name, '') as by, c.confirmed_at as at
    from report_confirmation c left join colleague w on w.user_id = c.confirmed_by and w.organisation_id = c.organisation_id
    where c.report_id = ${reportId}`.execute(tx)
  return new Map(rows.map(({ number, ...confirmation }) => [number, confirmation]))
}

export interface Frozen {
  report: Report
  /** The version of the rule that it is frozen under, and the last day for it. */
  rule: string | null
  due: string | null
  by: string
  document: EditionDocument
  words: number
  files: Record<Format, { sha256: string; bytes: number; mediaType: string }>
  /** Null where nothing was to be confirmed. */
  confirmed: Pick<Confirmation, 'findings' | 'own' | 'reason'> | null
}

/** Gives its number. Frozen again without a change, it is the same edition. */
export async function addEdition(
  tx: Tx,
  { report, rule, due, by, document, words, files, confirmed }: Frozen,
): Promise<number> {
  const last = (await editionsOf(tx, report.id))[0]
  if (last && last.rule === rule && last.files.md === files.md.sha256 && last.files.html === files.html.sha256)
    return last.number
  for (const { sha256, mediaType, bytes } of Object.values(files))
    await sql`select app.keep_file(${sha256}, ${mediaType}, ${bytes})`.execute(tx)
  const number = (last?.number ?? 0) + 1
  await sql`
    insert into report_edition (report_id, number, organisation_id, slug, kind, title, language, country, body, rule, session, due, document, words,
      docx_sha256, pdf_sha256, html_sha256, markdown_sha256, frozen_by)
    values (${report.id}, ${number}, ${report.organisationId}, ${report.slug}, ${report.kind}, ${report.title}, ${report.language},
      ${report.country}, ${report.body}, ${rule}, ${report.session}, ${due}, ${JSON.stringify(document)}::jsonb, ${words}, ${files.docx.sha256}, ${files.pdf.sha256},
      ${files.html.sha256}, ${files.md.sha256}, ${by})`.execute(tx)
  if (confirmed)
    await sql`
      insert into report_confirmation (report_id, number, organisation_id, findings, own_words, reason, confirmed_by)
      values (${report.id}, ${number}, ${report.organisationId}, ${JSON.stringify(confirmed.findings)}::jsonb,
        ${JSON.stringify(confirmed.own)}::jsonb, ${confirmed.reason}, ${by})`.execute(tx)
  return number
}

/** Puts an edition before the public, or takes it back. @throws Problem 'not-allowed' */
export async function showEdition(tx: Tx, reportId: string, number: number, isPublic: boolean): Promise<void> {
  const { numAffectedRows } = await sql`
    update report_edition set published_at = ${isPublic ? sql`coalesce(published_at, now())` : sql`null`}
    where report_id = ${reportId} and number = ${number}`.execute(tx)
  if (numAffectedRows !== 1n) throw new Problem('not-allowed')
}
