/** The time that a plan covers: how it is written, and whether it is still in force on a given day. Pure. */
import type { Words } from '../../../platform/languages.ts'

export const STANDINGS = ['in-force', 'expired', 'not-begun', 'undated'] as const
export type Standing = (typeof STANDINGS)[number]

export interface Period {
  /** ISO 8601, as precise as the plan is: '2019' or '2019-03-01'. */
  periodStart: string | null
  periodEnd: string | null
}

/**
 * Where a plan stands on the day `asOf` (ISO date). A bare year or month counts to its last day: a plan '2019 to 2022' is in force
 * on 2022-12-31. Without an end it cannot expire; without both it is undated.
 */
export function standingOf({ periodStart, periodEnd }: Period, asOf: string): Standing {
  if (!periodStart && !periodEnd) return 'undated'
  if (periodEnd && asOf.slice(0, periodEnd.length) > periodEnd) return 'expired'
  if (periodStart && asOf.slice(0, periodStart.length) < periodStart) return 'not-begun'
  return 'in-force'
}

/** '2019–2022', 'from 2019'; empty where the plan names no time. */
export function periodInWords({ periodStart, periodEnd }: Period, { t, date, dir }: Words): string {
  const one = (iso: string) => (/^\d{4}-\d{2}-\d{2}$/.test(iso) ? date(iso) : iso)
  if (periodStart && periodEnd) {
    const range = `${one(periodStart)}–${one(periodEnd)}`
    // Years keep their order in a right-to-left line: U+2066 and U+2069 isolate them.
    return dir === 'rtl' && /^[\d–]+$/.test(range) ? `\u2066${range}\u2069` : range
  }
  if (periodStart) return t('plan.from', { start: one(periodStart) })
  return periodEnd ? t('plan.until', { end: one(periodEnd) }) : ''
}

/** Today as an ISO date, in UTC. */
export const today = (): string => new Date().toISOString().slice(0, 10)
