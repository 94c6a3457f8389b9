/** A value far from all others of its own series. */
import { amountOf } from '../model.ts'
import type { Check } from './data.ts'
import { warn } from './warning.ts'

/** The median of some numbers; of none, 0. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** A series that hardly moves would make an outlier of every movement. */
const LEAST_SPREAD = 0.05

export const outlier: Check = {
  name: 'outlier',
  *run({ series }, { outlierLength, outlierDistance }) {
    for (const observations of series) {
      const valued = observations.flatMap(observation => {
        const amount = amountOf(observation.value)
        return amount === null || observation.value.kind === 'yes-no' ? [] : [{ observation, amount }]
      })
      if (valued.length < outlierLength) continue
      const amounts = valued.map(({ amount }) => amount)
      const middle = median(amounts)
      const deviation = 1.4826 * median(amounts.map(amount => Math.abs(amount - middle)))
      const spread = Math.max(deviation, LEAST_SPREAD * Math.abs(middle))
      if (spread === 0) continue
      for (const { observation, amount } of valued) {
        const distance = Math.abs(amount - middle) / spread
        if (distance <= outlierDistance) continue
        const { indicator, period } = observation
        yield warn({
          severity: 'doubtful',
          of: [observation],
          message: 'outlier.far-from-series',
          params: { indicator, period, value: amount, median: middle },
          explanation: { value: amount, median: middle, spread, distance, values: amounts },
        })
      }
    }
  },
}
