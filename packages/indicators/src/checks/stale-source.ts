/** A source that is older than what it is said to show. */
import type { Observation } from '../model.ts'
import { daysOf } from '../period.ts'
import type { Check } from './data.ts'
import { warn } from './warning.ts'

/** The year of the source: of its date, else the last year that its words name. */
export function sourceYearOf({ source, sourceDate }: Observation): number | null {
  const dated = /^(\d{4})/u.exec(sourceDate ?? '')
  if (dated) return Number(dated[1])
  const named = source?.match(/(?<![\d/-])(?:19[5-9]|20\d)\d(?!\d)/gu)
  return named ? Math.max(...named.map(Number)) : null
}

export const staleSource: Check = {
  name: 'stale-source',
  *run({ observations }, { staleYears }) {
    for (const observation of observations) {
      const days = observation.kind === 'target' ? null : daysOf(observation.period)
      const year = sourceYearOf(observation)
      // A law is as old as it is; the list that names it is of its own year.
      const dated = observation.value.kind !== 'missing' && observation.value.kind !== 'list'
      if (!days || year === null || !dated) continue
      const begun = new Date(days.from * 86_400_000).getUTCFullYear()
      if (begun - year < staleYears) continue
      yield warn({
        severity: 'doubtful',
        of: [observation],
        message: 'stale-source.older',
        params: { indicator: observation.indicator, period: observation.period, year, years: begun - year },
        explanation: { source: observation.source, sourceDate: observation.sourceDate },
      })
    }
  },
}
