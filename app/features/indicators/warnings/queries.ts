/** The figures that checks run over, and what was decided about warnings. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/access.ts'
import type { Framework, Indicator } from '../model.ts'
import { figuresOf, frameworksOf, indicatorsOf } from '../queries.ts'
import type { Figure } from '../model.ts'

export interface CheckedIndicator {
  framework: Pick<Framework, 'id' | 'code' | 'titles' | 'organisationId'>
  indicator: Indicator
  figures: Figure[]
}

export interface ToCheck {
  indicators: CheckedIndicator[]
  figures: number
  /** More figures than are checked at once. */
  isBounded: boolean
}

/** Figures of one indicator, and of all, that are checked at once. */
export const MOST_OF_ONE = 5_000
export const MOST_OF_ALL = 40_000

/** An organisation's own current figures, with the passports of its own sets; of one set where one is asked for. */
export async function toCheck(tx: Tx, organisationId: string, set: string | null): Promise<ToCheck> {
  const found: ToCheck = { indicators: [], figures: 0, isBounded: false }
  const counts = await ownCounts(tx, organisationId)
  for (const framework of await frameworksOf(tx)) {
    if (set !== null && framework.code !== set) continue
    const isOwn = framework.organisationId === organisationId
    for (const indicator of await indicatorsOf(tx, framework.id)) {
      const count = counts.get(indicator.id) ?? 0
      if (!count && !isOwn) continue
      const left = Math.min(MOST_OF_ONE, MOST_OF_ALL - found.figures)
      if (count > left) found.isBounded = true
      const figures = count && left ? await figuresOf(tx, indicator.id, { organisationId, limit: left }) : []
      found.figures += figures.length
      found.indicators.push({ framework, indicator, figures })
    }
  }
  return found
}

async function ownCounts(tx: Tx, organisationId: string): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('observation')
    .select(({ fn }) => ['indicator_id', fn.countAll<number>().as('figures')])
    .where('organisation_id', '=', organisationId)
    .where('superseded_by', 'is', null)
    .where('withdrawn_at', 'is', null)
    .groupBy('indicator_id')
    .execute()
  return new Map(rows.map(row => [row.indicator_id, Number(row.figures)]))
}

export interface Decision {
  key: string
  decision: 'accepted' | 'mended'
  reason: string
  decidedAt: Date
}

export async function decisionsOf(tx: Tx, organisationId: string): Promise<Map<string, Decision>> {
  const rows = await tx
    .selectFrom('warning_decision')
    .select(['key', 'decision', 'reason', 'decided_at as decidedAt'])
    .where('organisation_id', '=', organisationId)
    .execute()
  return new Map(rows.map(row => [row.key, row]))
}

export interface NewDecision {
  organisationId: string
  by: string
  key: string
  check: string
  indicatorId: string | null
  decision: Decision['decision']
  reason: string
}

/** A later decision takes the earlier one's place; the history has both. */
export async function decide(tx: Tx, one: NewDecision): Promise<void> {
  await tx
    .insertInto('warning_decision')
    .values({
      organisation_id: one.organisationId,
      key: one.key,
      check_name: one.check,
      // Null too where the asker does not see it.
      indicator_id: sql<string | null>`(select id from indicator where id = ${one.indicatorId})`,
      decision: one.decision,
      reason: one.reason,
      decided_by: one.by,
    })
    .onConflict(conflict =>
      conflict.columns(['organisation_id', 'key']).doUpdateSet({
        decision: one.decision,
        reason: one.reason,
        decided_by: one.by,
        decided_at: sql`now()`,
      }),
    )
    .execute()
}

export async function undecide(tx: Tx, organisationId: string, key: string): Promise<void> {
  await tx.deleteFrom('warning_decision').where('organisation_id', '=', organisationId).where('key', '=', key).execute()
}
