/** Questionnaires and their rounds: SQL. Row-level security decides what the asker gets. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/access.ts'
import type { Form } from '../form/model.ts'
import type { Remark } from '../form/xlsform/remarks.ts'
import type { Questionnaire, Round } from '../model.ts'

export interface ListedQuestionnaire {
  id: string
  title: string
  questions: number
  rounds: { id: string; title: string; closesAt: string; closedAt: string | null; asked: number; sent: number }[]
}

export async function questionnairesOf(tx: Tx, organisationId: string): Promise<ListedQuestionnaire[]> {
  const { rows } = await sql<ListedQuestionnaire>`
    select q.id, q.title,
      (select count(*)::int from jsonb_path_query(q.form, '$.pages[*].questions[*].type') kind
        where kind not in ('"note"', '"calculate"')) as questions,
      coalesce((
        select json_agg(json_build_object('id', n.id, 'title', n.title, 'closesAt', n.closes_at, 'closedAt', n.closed_at,
          'asked', (select count(*) from respondent r where r.round_id = n.id and r.removed_at is null),
          'sent', (select count(*) from respondent r where r.round_id = n.id and r.removed_at is null and r.sent_at is not null))
          order by n.created_at desc)
        from round n where n.questionnaire_id = q.id
      ), '[]') as rounds
    from questionnaire q
    where q.organisation_id = ${organisationId} and q.removed_at is null
    order by q.created_at desc`.execute(tx)
  return rows
}

export async function questionnaireById(
  tx: Tx,
  id: string,
  organisationId: string,
): Promise<Questionnaire | undefined> {
  const { rows } = await sql<Questionnaire>`
    select id, title, form, remarks, created_at as "createdAt", version from questionnaire
    where id = ${id} and organisation_id = ${organisationId} and removed_at is null`.execute(tx)
  return rows[0]
}

export async function addQuestionnaire(
  tx: Tx,
  it: { id: string; organisationId: string; title: string; form: Form; remarks: Remark[]; by: string },
): Promise<void> {
  await sql`
    insert into questionnaire (id, organisation_id, title, form, remarks, created_by)
    values (${it.id}, ${it.organisationId}, ${it.title}, ${JSON.stringify(it.form)}, ${JSON.stringify(it.remarks)}, ${it.by})
    on conflict (id) do nothing`.execute(tx)
}

/** Sets title and form if it is still at this version. Gives whether it was. */
export async function changeQuestionnaire(
  tx: Tx,
  id: string,
  version: number,
  set: { title: string; form: Form },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update questionnaire set title = ${set.title}, form = ${JSON.stringify(set.form)}, version = version + 1
    where id = ${id} and version = ${version} and removed_at is null`.execute(tx)
  return numAffectedRows === 1n
}

export async function removeQuestionnaire(tx: Tx, id: string): Promise<void> {
  await sql`update questionnaire set removed_at = now() where id = ${id} and removed_at is null`.execute(tx)
}

const ROUND = sql`n.id, n.organisation_id as "organisationId", n.questionnaire_id as "questionnaireId", n.title, n.form,
  n.closes_at as "closesAt", n.time_zone as "timeZone", n.closed_at as "closedAt", n.published_at as "publishedAt", n.version`

export async function roundById(tx: Tx, id: string, organisationId: string): Promise<Round | undefined> {
  const { rows } = await sql<Round>`
    select ${ROUND}, q.title as questionnaire from round n join questionnaire q on q.id = n.questionnaire_id
    where n.id = ${id} and n.organisation_id = ${organisationId}`.execute(tx)
  return rows[0]
}

/** For everybody; with the name of the organisation that asked. */
export async function publishedRound(tx: Tx, id: string): Promise<(Round & { organisation: string }) | undefined> {
  const { rows } = await sql<Round & { organisation: string }>`
    select ${ROUND}, n.title as questionnaire, o.name as organisation from round n join organisation o on o.id = n.organisation_id
    where n.id = ${id} and n.published_at is not null`.execute(tx)
  return rows[0]
}

export async function beginRound(
  tx: Tx,
  it: {
    id: string
    organisationId: string
    questionnaireId: string
    title: string
    form: Form
    closesAt: Date
    timeZone: string
    by: string
  },
): Promise<void> {
  await sql`
    insert into round (id, organisation_id, questionnaire_id, title, form, closes_at, time_zone, created_by)
    values (${it.id}, ${it.organisationId}, ${it.questionnaireId}, ${it.title}, ${JSON.stringify(it.form)}, ${it.closesAt}, ${it.timeZone}, ${it.by})
    on conflict (id) do nothing`.execute(tx)
}

export async function setRound(tx: Tx, id: string, act: 'close' | 'publish' | 'withdraw'): Promise<void> {
  const set = {
    close: sql`closed_at = coalesce(closed_at, now())`,
    publish: sql`published_at = coalesce(published_at, now())`,
    withdraw: sql`published_at = null`,
  }[act]
  await sql`update round set ${set}, version = version + 1 where id = ${id}`.execute(tx)
}

/** Takes answers (again) until this moment. */
export async function openRound(tx: Tx, id: string, closesAt: Date, timeZone: string): Promise<void> {
  await sql`update round set closed_at = null, closes_at = ${closesAt}, time_zone = ${timeZone}, version = version + 1 where id = ${id}`.execute(
    tx,
  )
}
