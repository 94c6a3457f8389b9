/** Values that stand unchanged from one period to the next, as if the old table had been copied. */
import type { Check, Step } from './data.ts'
import { warn, type Json } from './warning.ts'

/** Small counts stay as they are by nature: one minister, three courts. */
const TELLING = 20
const FEWEST_ALIKE = 3
const MOST_OF_THEM = 0.6
/** A count as large as this seldom stays the same to the last digit. */
const LARGE = 100

const same = ({ before, after }: Step): boolean => before === after
// A parliament's share of women stays as it is until the next election.
const counted = ({ to }: Step): boolean => to.value.kind === 'number'

export const carriedForward: Check = {
  name: 'carried-forward',
  *run({ steps }) {
    const all = steps.flat()
    const dataset = { pairs: all.length, identical: all.filter(same).length }
    for (const group of steps) {
      const alike = group.filter(same)
      const telling = alike.filter(step => counted(step) && step.after >= TELLING)
      const { indicator, period } = group[0]!.to
      const params = { indicator, from: group[0]!.from.period, to: period, identical: alike.length, of: group.length }
      const explanation: { [name: string]: Json } = { ...params, dataset, values: alike.map(step => step.after) }
      if (alike.length >= FEWEST_ALIKE && telling.length >= 2 && alike.length >= MOST_OF_THEM * group.length) {
        const of = alike.map(({ to }) => to)
        yield warn({
          severity: 'doubtful',
          of,
          message: 'carried-forward.most-of-a-table',
          params,
          explanation,
        })
      } else {
        for (const step of telling.filter(({ after }) => after >= LARGE)) {
          const { from, to, after } = step
          yield warn({
            severity: 'note',
            of: [from, to],
            message: 'carried-forward.one-value',
            params: { indicator, from: from.period, to: to.period, value: after },
            explanation: { value: after, dataset },
          })
        }
      }
    }
  },
}
