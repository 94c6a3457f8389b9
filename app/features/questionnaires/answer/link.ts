/** What a respondent's personal link gives and takes: SQL. The functions of the database speak of her own row only. */
import { sql, type Kysely } from 'kysely'
import { reading, type Tx } from '../../../platform/access.ts'
import type { Tables } from '../../../platform/database/tables.ts'
import { dayIn } from '../form/follow.ts'
import type { Answers, Form } from '../form/model.ts'
import type { Kind } from '../model.ts'

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
  return reading(db, null, async tx => {
    const { rows } = await sql<Omit<OwnAnswer, 'day'>>`
      select respondent_id as "respondentId", round_id as "roundId", a.version as "roundVersion", name, kind, language, organisation, title, form,
        closes_at as "closesAt", time_zone as "timeZone", state, sent_at as "sentAt", answers, response_version as version, earlier
      from app.answer_by_token(${token}) a`.execute(tx)
    return rows[0] && { ...rows[0], day: dayIn(rows[0].timeZone, rows[0].sentAt ?? new Date()) }
  })
}

export type Kept = 'kept' | 'again' | 'sent' | 'closed' | 'changed' | null

/** Nobody's turn is waited for: nothing of this goes into the history before it is sent. */
const byLink = <T>(db: Kysely<Tables>, work: (tx: Tx) => Promise<T>): Promise<T> => db.transaction().execute(work)

export const noteOpened = (db: Kysely<Tables>, token: string): Promise<unknown> =>
  byLink(db, tx => sql`select app.open_answer(${token})`.execute(tx))

/** Keeps what a page was answered with. @param post id of the form as it was shown: posted again it changes nothing */
export async function saveAnswers(
  db: Kysely<Tables>,
  token: string,
  post: string,
  given: Answers,
  emptied: string[],
): Promise<Kept> {
  return byLink(db, async tx => {
    const { rows } = await sql<{ kept: Kept }>`
      select app.save_answer(${token}, ${post}, ${JSON.stringify(given)}::jsonb, ${emptied}::text[]) as kept`.execute(
      tx,
    )
    return rows[0]?.kept ?? null
  })
}

export async function sendAnswers(db: Kysely<Tables>, token: string, version: number, final: Answers): Promise<Kept> {
  return byLink(db, async tx => {
    await sql`select set_config('open1325.act', 'answer.send', true)`.execute(tx)
    const { rows } = await sql<{ kept: Kept }>`
      select app.send_answer(${token}, ${version}, ${JSON.stringify(final)}::jsonb) as kept`.execute(tx)
    return rows[0]?.kept ?? null
  })
}

/** Whether a file may be given by the link. */
export async function takesFile(db: Kysely<Tables>, token: string): Promise<boolean> {
  return reading(db, null, async tx => {
    const { rows } = await sql<{ takes: boolean }>`select app.takes_answer_file(${token}) as takes`.execute(tx)
    return rows[0]?.takes ?? false
  })
}

export async function keepFile(
  db: Kysely<Tables>,
  token: string,
  file: { sha256: string; mediaType: string; bytes: number; fileName: string },
): Promise<boolean> {
  return byLink(db, async tx => {
    const { rows } = await sql<{ kept: boolean }>`
      select app.keep_answer_file(${token}, ${file.sha256}, ${file.mediaType}, ${file.bytes}, ${file.fileName}) as kept`.execute(
      tx,
    )
    return rows[0]?.kept ?? false
  })
}

/** Lets go of her files but for those that her answers name. Gives how many went. */
export async function dropFiles(db: Kysely<Tables>, token: string, named: string[]): Promise<number> {
  return byLink(db, async tx => {
    const { rows } = await sql<{ dropped: number }>`
      select app.drop_answer_files(${token}, ${named}::text[]) as dropped`.execute(tx)
    return rows[0]?.dropped ?? 0
  })
}
