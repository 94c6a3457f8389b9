/** Questionnaires, rounds, respondents and what they answered, as the desk sees them: SQL. Row-level security decides what it gets. */
import { sql } from 'kysely'
import type { Tx } from '../../platform/access.ts'
import { isFile, questionsOf, type Form, type Question } from './form/model.ts'
import type { Remark } from './form/xlsform/remarks.ts'
import type { Voice } from '../voices/model.ts'
import type { Answered, Kind, Questionnaire, Respondent, Round } from './model.ts'

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

export async function publishedAnswers(tx: Tx, roundId: string): Promise<Answered[]> {
  const { rows } = await sql<Answered>`
    select respondent_id as "respondentId", name, kind, voice, country, sent_at as "sentAt", sent_at as "reviewedAt", answers
    from app.published_answers(${roundId})`.execute(tx)
  return rows
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

export type KeptRespondent = Respondent & { linkNumber: number }

export async function respondentsOf(tx: Tx, roundId: string): Promise<KeptRespondent[]> {
  const { rows } = await sql<KeptRespondent>`
    select id, kind, name, email, language, voice, country, link_number as "linkNumber", mailed_at as "mailedAt",
      mail_failure as "mailFailure", opened_at as "openedAt",
      begun_at as "begunAt", sent_at as "sentAt", reminded_at as "remindedAt", reminders, reviewed_at as "reviewedAt"
    from respondent where round_id = ${roundId} and removed_at is null
    order by sent_at is not null, name, id`.execute(tx)
  return rows
}

/** Who was asked and has sent nothing, in the order of their names. */
export interface Silent {
  id: string
  kind: Kind
  name: string
  voice: Voice
  /** ISO 3166-1 alpha-3. */
  country: string | null
  openedAt: Date | null
  reminders: number
}

/**
 * Those of a round who have not answered: governments, where nothing else is asked for. While the round is open they still may, so look at
 * `isOpen` before anybody is told. A person's name is never for the public.
 */
export async function silentRespondents(
  tx: Tx,
  roundId: string,
  kinds: readonly Kind[] = ['government'],
): Promise<Silent[]> {
  const { rows } = await sql<Silent>`
    select id, kind, name, voice, country, opened_at as "openedAt", reminders from respondent
    where round_id = ${roundId} and kind = any(${[...kinds]}::text[]) and sent_at is null and removed_at is null
    order by name, id`.execute(tx)
  return rows
}

export interface NewRespondent extends Pick<
  Respondent,
  'id' | 'kind' | 'name' | 'email' | 'language' | 'voice' | 'country'
> {
  organisationId: string
  roundId: string
  tokenSha256: Buffer
  earlierId: string | null
  by: string
}

export async function addRespondent(tx: Tx, it: NewRespondent): Promise<void> {
  await sql`
    insert into respondent (id, organisation_id, round_id, kind, name, email, language, voice, country, token_sha256, earlier_id, created_by)
    values (${it.id}, ${it.organisationId}, ${it.roundId}, ${it.kind}, ${it.name}, ${it.email}, ${it.language}, ${it.voice}, ${it.country},
      ${it.tokenSha256}, ${it.earlierId}, ${it.by})
    on conflict (id) do nothing`.execute(tx)
}

/** Who was asked in the round of this questionnaire before this one and is not in it yet. */
export async function earlierRespondents(
  tx: Tx,
  round: Pick<Round, 'id' | 'questionnaireId'>,
): Promise<KeptRespondent[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from round p join round n on n.id = ${round.id}
    where p.questionnaire_id = ${round.questionnaireId} and p.created_at < n.created_at order by p.created_at desc limit 1`.execute(
    tx,
  )
  const before = rows[0] ? await respondentsOf(tx, rows[0].id) : []
  const { rows: there } = await sql<{ earlier_id: string }>`
    select earlier_id from respondent where round_id = ${round.id} and earlier_id is not null`.execute(tx)
  return before.filter(({ id }) => !there.some(one => one.earlier_id === id))
}

export async function respondentById(tx: Tx, roundId: string, id: string): Promise<KeptRespondent | undefined> {
  return (await respondentsOf(tx, roundId)).find(one => one.id === id)
}

/** What is known of her, as an editor puts it right; another address has not failed yet. */
export async function correctRespondent(
  tx: Tx,
  id: string,
  set: Pick<Respondent, 'name' | 'email' | 'language' | 'voice' | 'country'>,
): Promise<void> {
  await sql`
    update respondent set name = ${set.name}, language = ${set.language}, voice = ${set.voice}, country = ${set.country}, email = ${set.email},
      mail_failed_at = case when email is not distinct from ${set.email} then mail_failed_at end,
      mail_failure = case when email is not distinct from ${set.email} then mail_failure end
    where id = ${id} and removed_at is null`.execute(tx)
}

/** Somebody saw that the letter came back. */
export async function noteReturned(tx: Tx, id: string): Promise<void> {
  await sql`
    update respondent set mail_failed_at = now(), mail_failure = 'returned' where id = ${id} and email is not null and removed_at is null`.execute(
    tx,
  )
}

/** The governments that were asked in a published round and sent nothing, once it is over: for everybody. */
export async function silentGovernments(tx: Tx, roundId: string): Promise<{ name: string; country: string | null }[]> {
  const { rows } = await sql<{ name: string; country: string | null }>`
    select name, country from app.silent_governments(${roundId})`.execute(tx)
  return rows
}

export async function renewLink(tx: Tx, id: string, linkNumber: number, tokenSha256: Buffer): Promise<void> {
  await sql`
    update respondent set link_number = ${linkNumber}, token_sha256 = ${tokenSha256}
    where id = ${id} and link_number = ${linkNumber - 1}`.execute(tx)
}

/** Lets her change what she sent. */
export async function giveBack(tx: Tx, id: string): Promise<void> {
  await sql`
    update respondent set sent_at = null, sent_sha256 = null, reviewed_at = null, reviewed_by = null where id = ${id} and sent_at is not null`.execute(
    tx,
  )
}

/** The same person in her organisation's other rounds, by the mail address or since she was asked again; the newest round first. */
export async function sameElsewhere(
  tx: Tx,
  id: string,
): Promise<{ id: string; name: string; roundId: string; round: string }[]> {
  const { rows } = await sql<{ id: string; name: string; roundId: string; round: string }>`
    select r.id, r.name, r.round_id as "roundId", n.title as round
    from app.same_respondents(${id}) as same(id) join respondent r on r.id = same.id join round n on n.id = r.round_id
    where r.id <> ${id} order by n.created_at desc, r.name, r.id`.execute(tx)
  return rows
}

/** Forgets her in every round of the organisation. Gives in how many she was asked. */
export async function forgetRespondent(tx: Tx, id: string): Promise<number> {
  const { rows } = await sql<{ forgotten: number }>`select app.forget_respondent(${id}) as forgotten`.execute(tx)
  return rows[0]?.forgotten ?? 0
}

export async function noteReviewed(tx: Tx, id: string, by: string): Promise<void> {
  await sql`
    update respondent set reviewed_at = now(), reviewed_by = ${by} where id = ${id} and sent_at is not null and reviewed_at is null`.execute(
    tx,
  )
}

/** What was sent in a round, in the order of voices and names. */
export async function answersOf(tx: Tx, roundId: string): Promise<Answered[]> {
  const { rows } = await sql<Answered>`
    select r.id as "respondentId", r.name, r.kind, r.voice, r.country, r.sent_at as "sentAt", r.reviewed_at as "reviewedAt", a.answers
    from respondent r join response a on a.respondent_id = r.id
    where r.round_id = ${roundId} and r.sent_at is not null and r.removed_at is null
    order by r.voice, r.name, r.id`.execute(tx)
  return rows
}

/** A file that was given as an answer, as it was sent. */
export interface AnswerFile {
  sha256: string
  fileName: string
  mediaType: string
  bytes: number
  /** The question that it answers. */
  question: Question | null
}

/** The files that a respondent sent: those that her answers name, not others that she took back before. */
export async function answerFiles(
  tx: Tx,
  round: Pick<Round, 'form'>,
  one: Pick<Answered, 'respondentId' | 'answers'>,
): Promise<AnswerFile[]> {
  const { rows } = await sql<Omit<AnswerFile, 'question'>>`
    select a.file_sha256 as sha256, a.file_name as "fileName", f.media_type as "mediaType", f.bytes::float8 as bytes
    from answer_file a join file f on f.sha256 = a.file_sha256
    where a.respondent_id = ${one.respondentId} order by a.created_at, a.file_sha256`.execute(tx)
  return rows.flatMap(row => {
    const question = questionsOf(round.form).find(({ name }) => {
      const answer = one.answers[name]
      return isFile(answer) && answer.sha256 === row.sha256
    })
    return question ? [{ ...row, question }] : []
  })
}

export async function answerFileBy(
  tx: Tx,
  round: Pick<Round, 'id' | 'form'>,
  respondentId: string,
  sha256: string,
): Promise<AnswerFile | undefined> {
  const one = (await answersOf(tx, round.id)).find(each => each.respondentId === respondentId)
  return one && (await answerFiles(tx, round, one)).find(file => file.sha256 === sha256)
}

/** Which of these are pieces of evidence that the asker may see. */
export async function evidenceAmong(tx: Tx, ids: string[]): Promise<string[]> {
  if (!ids.length) return []
  const { rows } = await sql<{ id: string }>`
    select id from evidence where id = any(${ids}::uuid[]) and withdrawn_at is null`.execute(tx)
  return rows.map(({ id }) => id)
}

/** The commitment at 'mali-2019/12'; undefined where there is none that the asker may see. */
export async function commitmentAt(
  tx: Tx,
  address: string,
): Promise<{ itemId: string; instrumentId: string; text: string } | undefined> {
  const [, slug, ref] = address.match(/^([a-z0-9-]+)\/(\d{1,9})$/) ?? []
  if (!slug) return undefined
  const { rows } = await sql<{ itemId: string; instrumentId: string; text: string }>`
    select c.item_id as "itemId", c.instrument_id as "instrumentId", i.text
    from instrument n join item i on i.instrument_id = n.id join commitment c on c.item_id = i.id
    where n.slug = ${slug} and i.ref = ${Number(ref)}`.execute(tx)
  return rows[0]
}

/** The indicator at 's-2010-498/11a'. */
export async function indicatorAt(
  tx: Tx,
  address: string,
): Promise<{ id: string; valueKind: string; countsPeople: boolean } | undefined> {
  const at = address.indexOf('/')
  if (at < 1) return undefined
  const { rows } = await sql<{ id: string; valueKind: string; countsPeople: boolean }>`
    select i.id, i.value_kind as "valueKind", i.counts_people as "countsPeople" from framework f join indicator i on i.framework_id = f.id
    where f.code = ${address.slice(0, at)} and i.code = ${address.slice(at + 1)} and i.deleted_at is null`.execute(tx)
  return rows[0]
}

/** Which of these words were said already, by their ids. */
export async function saidAlready(tx: Tx, ids: string[]): Promise<string[]> {
  if (!ids.length) return []
  const { rows } = await sql<{ id: string }>`select id from assessment where id = any(${ids}::uuid[])`.execute(tx)
  return rows.map(({ id }) => id)
}
