/** The integrity checks of indicator data. Each warns with its reason; none changes anything. */
import type { Indicator, Observation } from '../model.ts'
import { carriedForward } from './carried-forward.ts'
import { CHECK_OPTIONS, prepared, type Check, type CheckOptions } from './data.ts'
import { digitSlip } from './digit-slip.ts'
import { duplicateId } from './duplicate-id.ts'
import { impossibleShare } from './impossible-share.ts'
import { jump } from './jump.ts'
import { missingSource } from './missing-source.ts'
import { missingYear } from './missing-year.ts'
import { noValue } from './no-value.ts'
import { outlier } from './outlier.ts'
import { percentAsCount } from './percent-as-count.ts'
import { saidTwice } from './said-twice.ts'
import { staleSource } from './stale-source.ts'
import { swapped } from './swapped.ts'
import { testRow } from './test-row.ts'
import { total } from './total.ts'
import type { Warning } from './warning.ts'
import { wrongDisaggregation } from './wrong-disaggregation.ts'

const CHECK_LIST: readonly Check[] = [
  impossibleShare,
  total,
  duplicateId,
  saidTwice,
  wrongDisaggregation,
  testRow,
  percentAsCount,
  swapped,
  digitSlip,
  jump,
  outlier,
  carriedForward,
  staleSource,
  missingYear,
  missingSource,
  noValue,
]

/** Names of the checks, in the order in which their warnings are given: what cannot be comes before what is only good to know. */
export const CHECKS: readonly string[] = CHECK_LIST.map(({ name }) => name)

/**
 * What looks wrong in observations and, where they are given, in the passports of their indicators.
 * Observations are compared within what is given: give all of an indicator's, not only the new ones.
 */
export function check(
  data: { indicators?: readonly Indicator[]; observations: readonly Observation[] },
  options: Partial<CheckOptions> = {},
): Warning[] {
  const ready = prepared(data.indicators ?? [], data.observations)
  const all = { ...CHECK_OPTIONS, ...options }
  return CHECK_LIST.flatMap(({ run }) => [...run(ready, all)])
}
