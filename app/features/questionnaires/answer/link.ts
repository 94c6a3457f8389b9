/**
 * What a respondent's personal link gives and takes: SQL. The functions of the database speak of her own row only. Each is one statement,
 * and so a transaction of its own, asked by nobody: when thousands answer at once, each way to the database and back counts.
 */
import { sql, type Kysely } from 'kysely'
import type { Tables } from '../../../platform/database/tables.ts'
import type { FileStore } from '../../../platform/files.ts'
import { dayIn } from '../form/follow.ts'
import type { Answers, Form } from '../form/model.ts'
import { MOST_FILES, MOST_OF_A_ROUND, MOST_OF_AN_ANSWER, type FilesFull, type Kind } from '../model.ts'

export interface OwnAnswer {
  respondentId: string
  roundId: string
  roundVersion: number
  name: string
  kind: Kind
  language: string
  organisation: string
  title: string
  form: Form
  closesAt: Date
  timeZone: string
  state: 'open' | 'closed' | 'sent'
  sentAt: Date | null
  answers: Answers
  /** 0: nothing is kept yet. */
  version: number
  /** What she answered in the round before. */
  earlier: Answers | null
  /** The day in the round's time zone, ISO 8601; of what was sent, the day on which it was. */
  day: string
}

export async function answerByToken(db: Kysely<Tables>, token: string): Promise<OwnAnswer | undefined> {
  const { rows } = await sql<Omit<OwnAnswer, 'day'>>`
      select respondent_id as "respondentId", round_id as "roundId", a.version as "roundVersion", name, kind, language, organisation, title, form,
        closes_at as "closesAt", time_zone as "timeZone", state, sent_at as "sentAt", answers, response_version as version, earlier
      from app.answer_by_token(${token}) a`.execute(db)
  return rows[0] && { ...rows[0], day: dayIn(rows[0].timeZone, rows[0].sentAt ?? new Date()) }
}

export type Kept = 'kept' | 'again' | 'sent' | 'closed' | 'changed' | null

export const noteOpened = (db: Kysely<Tables>, token: string): Promise<unknown> =>
  sql`select app.open_answer(${token})`.execute(db)

/** Keeps what a page was answered with. @param post id of the form as it was shown: posted again it changes nothing */
export async function saveAnswers(
  db: Kysely<Tables>,
  token: string,
  post: string,
  given: Answers,
  emptied: string[],
): Promise<Kept> {
  const { rows } = await sql<{ kept: Kept }>`
    select app.save_answer(${token}, ${post}, ${JSON.stringify(given)}::jsonb, ${emptied}::text[]) as kept`.execute(db)
  return rows[0]?.kept ?? null
}

export async function sendAnswers(db: Kysely<Tables>, token: string, version: number, final: Answers): Promise<Kept> {
  // What the act is called is said before it is done: 'offset 0' keeps the one from being drawn into the other.
  const { rows } = await sql<{ kept: Kept }>`
    select app.send_answer(${token}, ${version}, ${JSON.stringify(final)}::jsonb) as kept
    from (select set_config('open1325.act', 'answer.send', true) as act offset 0) as named where act is not null`.execute(
    db,
  )
  return rows[0]?.kept ?? null
}

/**
 * Whether the link takes another file: 'open', why not, or 'closed' where it takes no answers (any more).
 * @param replaced digests of her files that go with the page that brings the other one
 */
export async function takesFile(
  db: Kysely<Tables>,
  token: string,
  replaced: string[],
): Promise<'open' | 'closed' | FilesFull> {
  const { rows } = await sql<{ files: number; bytes: number; inRound: number }>`
      select files, bytes::float8 as bytes, in_round::float8 as "inRound" from app.answer_files_of(${token}, ${replaced}::text[])`.execute(
    db,
  )
  const taken = rows[0]
  if (!taken) return 'closed'
  if (taken.files >= MOST_FILES) return 'too-many'
  if (taken.bytes >= MOST_OF_AN_ANSWER) return 'answer-full'
  return taken.inRound >= MOST_OF_A_ROUND ? 'round-full' : 'open'
}

/**
 * Keeps the file as hers. Gives 'gone' where it was removed from the store a moment ago, with somebody else's who had sent the same: it has
 * to be sent again. Nothing is removed while this is looked at.
 */
export async function keepFile(
  db: Kysely<Tables>,
  files: Pick<FileStore, 'has'>,
  token: string,
  file: { sha256: string; mediaType: string; bytes: number; fileName: string },
  replaced: string[],
): Promise<'kept' | 'gone' | 'closed' | FilesFull> {
  class Gone extends Error {}
  return db
    .transaction()
    .execute(async tx => {
      const { sha256, mediaType, bytes, fileName } = file
      const { rows } = await sql<{ kept: 'kept' | 'closed' | FilesFull }>`
      select app.keep_answer_file(${token}, ${sha256}, ${mediaType}, ${bytes}, ${fileName}, ${replaced}::text[], ${MOST_FILES},
        ${MOST_OF_AN_ANSWER}, ${MOST_OF_A_ROUND}) as kept`.execute(tx)
      const kept = rows[0]?.kept ?? 'closed'
      if (kept === 'kept' && !(await files.has(sha256))) throw new Gone()
      return kept
    })
    .catch((error: unknown) => {
      if (error instanceof Gone) return 'gone' as const
      throw error
    })
}

/** Lets go of her files but for those that her answers name. Gives how many went. */
export async function dropFiles(db: Kysely<Tables>, token: string, named: string[]): Promise<number> {
  const { rows } = await sql<{ dropped: number }>`
    select app.drop_answer_files(${token}, ${named}::text[]) as dropped`.execute(db)
  return rows[0]?.dropped ?? 0
}
