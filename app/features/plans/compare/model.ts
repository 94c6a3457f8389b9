/** Plans beside each other as a table of facts: what each states, how each was appraised. No score, no rank. Pure. */
import { namesCivilSociety, xray, XRAY_ROWS, type Answer, type Xray, type XrayRow } from '@open1325/appraisal'
import { stringify } from 'csv-stringify/sync'
import type { Decision } from '../queries/finding.ts'
import { toPlanDocument, type Instrument, type PlanItem } from '../model.ts'

/** More plans than these do not stand beside each other on a page. */
export const MOST = 6

export const comparePath = (slugs: readonly string[]): string =>
  '/compare' + (slugs.length ? '?' + slugs.map(slug => `plan=${slug}`).join('&') : '')

export interface Column {
  plan: Instrument
  picture: Xray
  kinds: Partial<Record<PlanItem['kind'], number>>
  /** Of so many measures, so many state it. */
  stated: Record<XrayRow, { of: number; have: number }>
  civilSociety: { of: number; have: number; asked: number }
  /** The editors' answers by criterion; a criterion that nobody decided is not in it. */
  answers: Map<string, Decision>
}

export function columnOf(plan: Instrument, items: PlanItem[], decisions: Decision[]): Column {
  const document = toPlanDocument(plan, items)
  const picture = xray(document)
  const stated = Object.fromEntries(
    picture.rows.map(({ name, cells }) => [name, { of: cells.length, have: cells.filter(Boolean).length }]),
  ) as Column['stated']
  const kinds: Column['kinds'] = {}
  for (const { kind } of items) kinds[kind] = (kinds[kind] ?? 0) + 1
  const { of, have, asked } = namesCivilSociety(document)
  return {
    plan,
    picture,
    kinds,
    stated,
    civilSociety: { of, have, asked },
    answers: new Map(decisions.map(decision => [decision.criterion, decision])),
  }
}

/** One line for each plan, the same columns in every language. */
export function compareAsCsv(columns: readonly Column[], criteria: readonly { id: string }[]): string {
  const rows = columns.map(({ plan, stated, civilSociety, kinds, answers }) => ({
    slug: plan.slug,
    title: plan.title,
    country: plan.country,
    period_start: plan.periodStart,
    period_end: plan.periodEnd,
    illustrative: plan.illustrative ? 'yes' : 'no',
    pillars: kinds.pillar ?? 0,
    objectives: kinds.objective ?? 0,
    actions: kinds.action ?? 0,
    indicators: kinds.indicator ?? 0,
    measures: civilSociety.of,
    ...Object.fromEntries(XRAY_ROWS.map(row => [`measures_with_${row}`, stated[row].have])),
    measures_naming_civil_society: civilSociety.have,
    ...Object.fromEntries(
      criteria.flatMap(({ id }): [string, Answer | string][] => {
        const decision = answers.get(id)
        return [
          [`criterion_${id}`, decision?.answer ?? ''],
          [`criterion_${id}_edition`, decision?.edition ?? ''],
        ]
      }),
    ),
  }))
  return stringify(rows, { header: true, bom: true, escape_formulas: true })
}
