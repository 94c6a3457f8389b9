/** A value that leaps while everything beside it stays where it was. */
import type { Check, Step } from './data.ts'
import { warn } from './warning.ts'

const LEAP = 1.5
const LARGE = 20
const STILL = 0.05
const FEWEST_BESIDE = 4
const MOST_BESIDE = 0.6

const change = ({ before, after }: Step): number =>
  before === after ? 1 : before <= 0 || after <= 0 ? Infinity : Math.max(after / before, before / after)

export const jump: Check = {
  name: 'jump',
  *run({ steps }) {
    for (const group of steps) {
      const still = group.filter(step => change(step) <= 1 + STILL).length
      for (const step of group) {
        const { from, to, before, after } = step
        if (change(step) < LEAP || Math.max(before, after) < LARGE) continue
        if (group.length - 1 < FEWEST_BESIDE || still < MOST_BESIDE * (group.length - 1)) continue
        yield warn({
          severity: 'doubtful',
          of: [from, to],
          message: 'jump.alone',
          params: { indicator: to.indicator, from: from.period, to: to.period, before, after },
          explanation: { before, after, stillBeside: still, beside: group.length - 1 },
        })
      }
    }
  },
}
