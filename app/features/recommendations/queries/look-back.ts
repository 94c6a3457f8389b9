/** What happened to a year's recommendations: each with what was answered, said, seen and asked again. */
import type { Tx } from '../../../platform/access.ts'
import type { EvidenceLink } from '../../voices/model.ts'
import { NO_FILTER } from '../filter.ts'
import { afterwardsOf, countsOf, type Counts, type LookedBack, type Recommendation } from '../model.ts'
import { recommendationIds, recommendationsByIds } from './list.ts'
import { evidenceOn, laterSets, yearsOf, type YearChoice } from './year.ts'

/** More of one year are narrowed by body. */
export const MOST_OF_A_YEAR = 500

export interface LookedBackAt extends Recommendation, LookedBack {
  evidence: EvidenceLink[]
}

export interface LookBack {
  country: string
  year: string
  /** Null: all bodies. */
  body: string | null
  rows: LookedBackAt[]
  counts: Counts
}

/**
 * The year that 'last year's' means on the day `today`: the last before this one in which anybody recommended anything; else the last
 * there is. Null where there is none.
 */
export const lastYearOf = (choices: readonly YearChoice[], today: string): string | null =>
  (choices.find(({ year }) => year < today.slice(0, 4)) ?? choices[0])?.year ?? null

/** @param today ISO 8601 day. `year`: of the adoption; null for the last. Null where nothing was recommended then, as far as the asker sees. */
export async function lookBack(
  tx: Tx,
  of: { country: string; year: string | null; body: string | null },
  today: string,
): Promise<LookBack | null> {
  const year = of.year ?? lastYearOf(await yearsOf(tx, of.country), today)
  if (!year) return null
  const filter = { ...NO_FILTER, country: of.country, year, body: of.body }
  const ids = await recommendationIds(tx, filter, MOST_OF_A_YEAR)
  const found = await recommendationsByIds(tx, ids)
  if (!found.length) return null
  const later = await laterSets(tx, [...new Set(found.map(({ instrumentId }) => instrumentId))])
  const evidence = await evidenceOn(tx, ids)
  const rows = found.map(one => {
    const laterSet = later.get(one.instrumentId) ?? null
    return {
      ...one,
      evidence: evidence.get(one.itemId) ?? [],
      afterwards: afterwardsOf(one, laterSet !== null),
      laterSet,
    }
  })
  return { country: of.country, year, body: of.body, rows, counts: countsOf(rows, today) }
}
