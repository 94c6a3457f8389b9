/** What respondents sent, on the desk and once it is published: SQL. Row-level security decides what the asker gets. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/access.ts'
import { isFile, questionsOf, type Question } from '../form/model.ts'
import type { Answered, Round } from '../model.ts'

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

export async function noteReviewed(tx: Tx, id: string, by: string): Promise<void> {
  await sql`
    update respondent set reviewed_at = now(), reviewed_by = ${by} where id = ${id} and sent_at is not null and reviewed_at is null`.execute(
    tx,
  )
}

export async function publishedAnswers(tx: Tx, roundId: string): Promise<Answered[]> {
  const { rows } = await sql<Answered>`
    select respondent_id as "respondentId", name, kind, voice, country, sent_at as "sentAt", sent_at as "reviewedAt", answers
    from app.published_answers(${roundId})`.execute(tx)
  return rows
}
