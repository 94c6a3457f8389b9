/** Indicators of which nobody ever said a value. */
import type { Observation } from '../model.ts'
import { folded, type Check } from './data.ts'
import { warn } from './warning.ts'

export const noValue: Check = {
  name: 'no-value',
  *run({ indicators, observations, passportOf }) {
    const rows = new Map<string, Observation[]>(indicators.map(({ title }) => [folded(title), []]))
    for (const observation of observations) {
      const passport = passportOf(observation)
      // Where codes are reused, the title says which indicator is meant.
      const title = rows.has(folded(observation.indicator)) ? observation.indicator : passport?.title
      if (title !== undefined) rows.get(folded(title))!.push(observation)
    }
    for (const passport of indicators) {
      const own = rows.get(folded(passport.title))!
      if (own.some(({ value }) => value.kind !== 'missing')) continue
      yield warn({
        severity: 'note',
        of: own,
        passports: [passport],
        message: own.length ? 'no-value.empty-rows' : 'no-value.no-rows',
        params: { indicator: passport.title, rows: own.length },
      })
    }
  },
}
