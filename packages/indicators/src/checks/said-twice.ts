/** The same thing said twice, alike or differently. */
import { subjectOf, type Observation } from '../model.ts'
import { grouped, type Check } from './data.ts'
import { warn } from './warning.ts'

// Lists have many entries of one kind and year; they are no contradiction.
const single = ({ value, period }: Observation): boolean => value.kind !== 'list' && period !== ''

export const saidTwice: Check = {
  name: 'said-twice',
  *run({ observations }) {
    for (const of of grouped(observations.filter(single), subjectOf).values()) {
      if (of.length < 2) continue
      const values = new Set(of.map(({ value }) => JSON.stringify(value)))
      const { indicator, period } = of[0]!
      yield warn({
        severity: values.size > 1 ? 'wrong' : 'note',
        of,
        message: values.size > 1 ? 'said-twice.differently' : 'said-twice.alike',
        params: { indicator, period, times: of.length },
        explanation: { values: [...values] },
      })
    }
  },
}
