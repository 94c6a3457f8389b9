/** Decided findings: an editor's answer to a criterion, with the machine's beside it. */
import type { Answer, Finding } from '@open1325/appraisal'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/access.ts'
import type { Instrument } from '../model.ts'

export interface Decision {
  criterion: string
  edition: string
  /** What the machine found when the editor decided. */
  machine: Finding
  answer: Answer
  /** Always there where the editor's answer is not the machine's. */
  reason: string | null
  /** A user's id. */
  decidedBy: string
  decidedAt: Date
  /** How many people had answered by themselves before, and whether their answers differed. */
  reviewers: number
  differed: boolean
  version: number
}

/** The plan's decisions under one edition; without one, the last for each criterion under any edition. */
export async function decisionsOf(tx: Tx, instrumentId: string, edition?: string): Promise<Decision[]> {
  const rows = await tx
    .selectFrom('finding')
    .distinctOn('criterion')
    .select([
      'criterion',
      'edition',
      'machine',
      'answer',
      'reason',
      'decided_by as decidedBy',
      'decided_at as decidedAt',
      'reviewers',
      'differed',
      'version',
    ])
    .where('instrument_id', '=', instrumentId)
    .$if(edition !== undefined, query => query.where('edition', '=', edition!))
    .orderBy('criterion')
    .orderBy('decided_at', 'desc')
    .execute()
  return rows.map(row => ({ ...row, machine: row.machine as Finding }))
}

export interface NewDecision {
  criterion: string
  edition: string
  machine: Finding
  answer: Answer
  reason: string | null
  reviewers: number
  differed: boolean
  /** The version of the decision that the editor saw; 0 where there was none. */
  seen: number
}

/** Keeps an editor's decision. False where somebody decided in the meantime: nothing is changed then. */
export async function keepDecision(tx: Tx, plan: Instrument, editor: string, decision: NewDecision): Promise<boolean> {
  const { criterion, edition, answer, reason, reviewers, differed, seen } = decision
  const machine = JSON.stringify(decision.machine)
  const kept = await tx
    .insertInto('finding')
    .values({
      instrument_id: plan.id,
      organisation_id: plan.organisationId,
      criterion,
      edition,
      machine,
      answer,
      reason,
      decided_by: editor,
      reviewers,
      differed,
      version: seen + 1,
    })
    .onConflict(conflict =>
      conflict
        .columns(['instrument_id', 'criterion', 'edition'])
        .doUpdateSet({
          machine,
          answer,
          reason,
          decided_by: editor,
          decided_at: sql<Date>`now()`,
          reviewers,
          differed,
          version: seen + 1,
        })
        .where('finding.version', '=', seen),
    )
    .returning('version')
    .executeTakeFirst()
  return kept !== undefined
}

/** The names of those who decided, by user id; of people whom the asker may not see there is none. */
export async function namesOf(tx: Tx, userIds: string[]): Promise<Map<string, string>> {
  if (!userIds.length) return new Map()
  const rows = await tx.selectFrom('colleague').select(['user_id', 'name']).where('user_id', 'in', userIds).execute()
  return new Map(rows.flatMap(row => (row.user_id && row.name ? [[row.user_id, row.name]] : [])))
}
