/** Statements, their texts, editions and what was asked for them: SQL. Row-level security decides what the asker gets. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/access.ts'
import { Problem } from '../../../platform/problem.ts'
import type { Absence, AbsenceFound, AbsenceSource, PutAbsence } from '../absence/model.ts'
import type { Cosigner, Cosigners, Edition, EditionText, Statement, StatementText } from '../model.ts'

const STATEMENT = sql`
  s.id, s.organisation_id as "organisationId", coalesce(o.name, '') as organisation, s.slug, s.title, s.body,
  s.session, s.procedure, s.contact, s.report_id as "reportId", s.report_number as "reportNumber", s.state, s.edition,
  s.opens_at as "opensAt", s.closes_at as "closesAt", s.time_zone as "timeZone", s.closed_at as "closedAt", s.list_sha256 as "listSha256",
  s.list_named as "listNamed", s.list_unnamed as "listUnnamed", s.listed_at as "listedAt", s.withdrawn_why as "withdrawnWhy", s.version
  from statement s left join organisation o on o.id = s.organisation_id`

/** The organisation's own; undefined where there is none that the asker may see. */
export async function statementById(tx: Tx, id: string, organisationId: string): Promise<Statement | undefined> {
  const { rows } = await sql<Statement>`
    select ${STATEMENT} where s.id = ${id} and s.organisation_id = ${organisationId}`.execute(tx)
  return rows[0]
}

export async function statementBySlug(tx: Tx, slug: string): Promise<Statement | undefined> {
  const { rows } = await sql<Statement>`select ${STATEMENT} where s.slug = ${slug}`.execute(tx)
  return rows[0]
}

export interface DeskStatement extends Statement {
  /** Under the edition that is signed now. */
  accepted: number
  waiting: number
}

/** An organisation's statements, the newest first. */
export async function statementsOf(tx: Tx, organisationId: string): Promise<DeskStatement[]> {
  const { rows } = await sql<DeskStatement>`
    select * from (select ${STATEMENT}) s, lateral (
      select count(*) filter (where g.state = 'accepted')::int as accepted, count(*) filter (where g.state = 'confirmed')::int as waiting
      from signature g where g.statement_id = s.id and g.edition = s.edition) counted
    where s."organisationId" = ${organisationId}
    order by array_position(array['open', 'draft', 'closed', 'withdrawn'], s.state), s."closesAt" desc nulls first, s.id limit 200`.execute(
    tx,
  )
  return rows
}

export const MOST_LISTED = 200

/** What everybody sees, in the order in which it matters: open ones first, by their close; then the newest. With their text's titles. */
export async function publicStatements(
  tx: Tx,
): Promise<(Statement & { titles: { language: string; title: string }[] })[]> {
  const { rows } = await sql<Statement & { titles: { language: string; title: string }[] }>`
    select s.*, coalesce((
        select jsonb_agg(jsonb_build_object('language', e.languages -> n, 'title', title) order by n)
        from statement_edition e, jsonb_array_elements(e.titles) with ordinality as t (title, th), lateral (select (th - 1)::int as n) at
        where e.statement_id = s.id and e.number = s.edition), '[]') as titles
    from (select ${STATEMENT} where s.state <> 'draft') s
    order by s.state = 'open' and s."closesAt" > now() desc, case when s.state = 'open' and s."closesAt" > now() then s."closesAt" end,
      coalesce(s."closesAt", s."opensAt") desc, s.id limit ${MOST_LISTED}`.execute(tx)
  return rows
}

/** What everybody sees of it changes only with this; null for one that the public does not see. */
export async function publicState(tx: Tx, slug: string): Promise<string | null> {
  const { rows } = await sql<{ state: string | null }>`select app.statement_state(${slug}) as state`.execute(tx)
  return rows[0]?.state ?? null
}

export type StatementFacts = Pick<Statement, 'title' | 'body' | 'session' | 'procedure'>

/** Adds it with its first text; the same id added again changes nothing. */
export async function addStatement(
  tx: Tx,
  it: {
    id: string
    organisationId: string
    by: string
    slug: string
    title: string
    language: string
    report: { id: string; number: number } | null
  },
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    insert into statement (id, organisation_id, slug, title, report_id, report_number, created_by)
    values (${it.id}, ${it.organisationId}, ${it.slug}, ${it.title}, ${it.report?.id ?? null}, ${it.report?.number ?? null}, ${it.by})
    on conflict (id) do nothing returning id`.execute(tx)
  if (rows[0] && !it.report) await addText(tx, { ...it, statementId: it.id })
}

/** Gives false where somebody else changed it since `version`. */
export async function setStatement(tx: Tx, id: string, version: number, facts: StatementFacts): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update statement set title = ${facts.title}, body = ${facts.body}, session = ${facts.session}, procedure = ${facts.procedure},
      version = version + 1
    where id = ${id} and version = ${version}`.execute(tx)
  return numAffectedRows === 1n
}

/** Takes away what nobody could sign yet. @throws Problem 'conflict' */
export async function removeStatement(tx: Tx, id: string): Promise<void> {
  const { numAffectedRows } =
    await sql`delete from statement where id = ${id} and state = 'draft' and edition = 0`.execute(tx)
  if (numAffectedRows !== 1n) throw new Problem('conflict')
}

// Texts --------------------------------------------------------------------------------------------------------------------------

/** In their order: the first is the one that others were translated from. */
export async function textsOf(tx: Tx, statementId: string): Promise<StatementText[]> {
  const { rows } = await sql<StatementText>`
    select language, title, addressed_to as "addressedTo", text, list_note as "listNote", version from statement_text where statement_id = ${statementId} order by position, language`.execute(
    tx,
  )
  return rows
}

export async function addText(
  tx: Tx,
  it: { statementId: string; organisationId: string; language: string; title: string; by: string },
): Promise<void> {
  await sql`
    insert into statement_text (statement_id, language, organisation_id, position, title, changed_by)
    select ${it.statementId}, ${it.language}, ${it.organisationId}, coalesce(max(position), 0) + 1, ${it.title}, ${it.by}
    from statement_text where statement_id = ${it.statementId}
    on conflict (statement_id, language) do nothing`.execute(tx)
}

/** Gives false where somebody else changed it since `version`. */
export async function setText(
  tx: Tx,
  statementId: string,
  { language, title, addressedTo, text, listNote, version }: StatementText,
  by: string,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update statement_text set title = ${title}, addressed_to = ${addressedTo}, text = ${text}, list_note = ${listNote}, changed_by = ${by}, changed_at = now(), version = version + 1
    where statement_id = ${statementId} and language = ${language} and version = ${version}`.execute(tx)
  return numAffectedRows === 1n
}

/** All but the last language. */
export async function removeText(tx: Tx, statementId: string, language: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from statement_text where statement_id = ${statementId} and language = ${language}
      and exists (select from statement_text o where o.statement_id = ${statementId} and o.language <> ${language})`.execute(
    tx,
  )
  return numAffectedRows === 1n
}

// Who is silent ------------------------------------------------------------------------------------------------------------------

export async function absencesOf(tx: Tx, statementId: string): Promise<PutAbsence[]> {
  const { rows } = await sql<PutAbsence>`
    select number, source, found, source_version as version, asked_at as "askedAt", version as revision
    from statement_absence where statement_id = ${statementId} order by number`.execute(tx)
  return rows
}

/** Gives its number; of what is there already, the number that it has. */
export async function addAbsence(
  tx: Tx,
  to: { statementId: string; organisationId: string; by: string },
  source: AbsenceSource,
  { found, version }: Absence,
): Promise<number> {
  const known = (await absencesOf(tx, to.statementId)).find(
    one => JSON.stringify(sorted(one.source)) === JSON.stringify(sorted(source)),
  )
  if (known) return known.number
  const { rows } = await sql<{ number: number }>`
    insert into statement_absence (statement_id, number, organisation_id, source, source_version, found, asked_by)
    select ${to.statementId}, coalesce(max(number), 0) + 1, ${to.organisationId}, ${JSON.stringify(source)}::jsonb, ${version},
      ${JSON.stringify(found)}::jsonb, ${to.by}
    from statement_absence where statement_id = ${to.statementId}
    returning number`.execute(tx)
  return rows[0]!.number
}

/** A kept source has its keys in PostgreSQL's order. */
const sorted = (source: AbsenceSource) => Object.entries(source).toSorted(([a], [b]) => (a < b ? -1 : 1))

/** Takes over what is found now. Gives false where somebody did so already. */
export async function renewAbsence(
  tx: Tx,
  statementId: string,
  { number, revision }: Pick<PutAbsence, 'number' | 'revision'>,
  { found, version }: { found: AbsenceFound; version: string },
  by: string,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update statement_absence set source_version = ${version}, found = ${JSON.stringify(found)}::jsonb, asked_by = ${by}, asked_at = now(),
      version = version + 1
    where statement_id = ${statementId} and number = ${number} and version = ${revision}`.execute(tx)
  return numAffectedRows === 1n
}

// Editions -----------------------------------------------------------------------------------------------------------------------

export async function editionOf(tx: Tx, statementId: string, number: number): Promise<Edition | undefined> {
  const { rows } = await sql<Edition>`
    select number, texts, absences, words, sha256, frozen_at as "frozenAt" from statement_edition
    where statement_id = ${statementId} and number = ${number}`.execute(tx)
  return rows[0]
}

/** The newest first, without their texts. */
export async function editionsOf(
  tx: Tx,
  statementId: string,
): Promise<{ number: number; sha256: string; frozenAt: Date; signed: number }[]> {
  const { rows } = await sql<{ number: number; sha256: string; frozenAt: Date; signed: number }>`
    select e.number, e.sha256, e.frozen_at as "frozenAt",
      (select count(*)::int from signature g where g.statement_id = e.statement_id and g.edition = e.number and g.state in ('accepted', 'confirmed'))
        as signed
    from statement_edition e where e.statement_id = ${statementId} order by e.number desc`.execute(tx)
  return rows
}

export interface NewEdition {
  statement: Statement
  texts: EditionText[]
  absences: PutAbsence[]
  words: string
  by: string
}

/** Freezes a text and makes it the one that is signed. Gives its number; of the same words, the number that they have. */
export async function addEdition(tx: Tx, { statement, texts, absences, words, by }: NewEdition): Promise<number> {
  const last = await editionOf(tx, statement.id, statement.edition)
  if (last?.words === words) return last.number
  const number = statement.edition + 1
  const put = absences.map(({ number, version, askedAt }) => ({ number, version, askedAt }))
  await sql`
    insert into statement_edition (statement_id, number, organisation_id, texts, absences, words, sha256, frozen_by)
    values (${statement.id}, ${number}, ${statement.organisationId}, ${JSON.stringify(texts)}::jsonb, ${JSON.stringify(put)}::jsonb, ${words},
      encode(sha256(convert_to(${words}, 'utf8')), 'hex'), ${by})`.execute(tx)
  await sql`update statement set edition = ${number}, version = version + 1 where id = ${statement.id}`.execute(tx)
  return number
}

/** Puts it up for signature until then (again). @throws Problem 'not-allowed' */
export async function openStatement(
  tx: Tx,
  id: string,
  { opensAt, closesAt, timeZone, contact }: { opensAt: Date; closesAt: Date; timeZone: string; contact: string },
): Promise<void> {
  const { numAffectedRows } = await sql`
    update statement set state = 'open', opens_at = ${opensAt}, closes_at = ${closesAt}, time_zone = ${timeZone}, contact = ${contact},
      closed_at = null, version = version + 1
    where id = ${id} and state <> 'withdrawn'`.execute(tx)
  if (numAffectedRows !== 1n) throw new Problem('not-allowed')
}

export async function closeStatement(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select app.close_statement(${id}) as done`.execute(tx)
  return rows[0]!.done
}

/** Freezes the list again, as it is now. */
export async function freezeList(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select app.freeze_list(${id}) as done`.execute(tx)
  return rows[0]!.done
}

/** Takes it from the public, for good. */
export async function withdrawStatement(tx: Tx, id: string, why: string): Promise<void> {
  await sql`
    update statement set state = 'withdrawn', withdrawn_why = ${why}, version = version + 1
    where id = ${id} and state in ('open', 'closed')`.execute(tx)
}

// Who signed, for everybody --------------------------------------------------------------------------------------------------------

export async function cosignersOf(tx: Tx, statementId: string, edition: number): Promise<Cosigners> {
  const { rows } = await sql<{ name: string | null; country: string | null; n: number }>`
    select name, country, n from app.public_signers(${statementId}, ${edition})`.execute(tx)
  return {
    named: rows.flatMap(({ name, country }): Cosigner[] => (name === null ? [] : [{ name, country: country ?? '' }])),
    unnamed: rows.find(({ name }) => name === null)?.n ?? 0,
  }
}

/** The public list in the order of its code points: the bytes that a frozen list's digest is of. Null for a statement that the asker does not see. */
export async function cosignersCsv(tx: Tx, slug: string): Promise<string | null> {
  const { rows } = await sql<{ csv: string | null }>`select app.public_signers_csv(${slug}) as csv`.execute(tx)
  return rows[0]?.csv ?? null
}
