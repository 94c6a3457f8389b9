/** Answers that people give to a criterion, each for herself. Row-level security hides another's until one's own is given. */
import type { Answer } from '@open1325/appraisal'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/access.ts'
import type { Instrument } from '../model.ts'

export interface ReviewAnswer {
  criterion: string
  /** A user's id. */
  reviewer: string
  answer: Answer
  reason: string
  answeredAt: Date
  version: number
}

/** The answers that the asker may see, in the order in which they were given. */
export async function answersOf(tx: Tx, instrumentId: string, edition: string): Promise<ReviewAnswer[]> {
  return tx
    .selectFrom('review_answer')
    .select(['criterion', 'reviewer', 'answer', 'reason', 'answered_at as answeredAt', 'version'])
    .where('instrument_id', '=', instrumentId)
    .where('edition', '=', edition)
    .orderBy('answered_at')
    .orderBy('reviewer')
    .execute()
}

/** How many people have answered each criterion: also those whose answers the asker does not see yet. */
export async function answersGiven(tx: Tx, instrumentId: string, edition: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ criterion: string; answers: number }>`
    select criterion, answers from app.answers_given(${instrumentId}, ${edition})`.execute(tx)
  return new Map(rows.map(({ criterion, answers }) => [criterion, answers]))
}

/** Keeps the asker's own answer, in place of the one that she gave before. */
export async function keepAnswer(
  tx: Tx,
  plan: Instrument,
  edition: string,
  given: { criterion: string; reviewer: string; answer: Answer; reason: string },
): Promise<void> {
  const { criterion, reviewer, answer, reason } = given
  await tx
    .insertInto('review_answer')
    .values({
      instrument_id: plan.id,
      organisation_id: plan.organisationId,
      criterion,
      edition,
      reviewer,
      answer,
      reason,
    })
    .onConflict(conflict =>
      conflict.columns(['instrument_id', 'criterion', 'edition', 'reviewer']).doUpdateSet(eb => ({
        answer,
        reason,
        answered_at: sql<Date>`now()`,
        version: eb('review_answer.version', '+', 1),
      })),
    )
    .execute()
}
