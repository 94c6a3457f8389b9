/** Two values of a series that differ as a typing mistake does: one digit, two neighbours changed places, a digit too many. */
import type { Check, Step } from './data.ts'
import { warn } from './warning.ts'

export type Slip = 'one-digit' | 'neighbours' | 'ten-fold' | 'digit-twice'

/** Of shorter numbers every second one would look like a slip of another. */
const SHORTEST = 4

/**
 * How one number may have been mistyped for the other; null where they differ otherwise.
 * A change of the last digit only is what growth looks like.
 */
export function slipBetween(before: number, after: number): Slip | null {
  if (before === after || before <= 0 || after <= 0) return null
  const ratio = after / before
  for (const power of [10, 100, 1000, 0.1, 0.01, 0.001])
    if (Math.abs(ratio / power - 1) < 1e-9 && Math.max(before, after) >= 100) return 'ten-fold'
  if (!Number.isInteger(before) || !Number.isInteger(after)) return null
  const [a, b] = [String(before), String(after)]
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (long.length === short.length + 1)
    return long.length >= SHORTEST && [...long].some((d, i) => d === long[i + 1] && without(long, i) === short)
      ? 'digit-twice'
      : null
  if (a.length !== b.length || a.length < SHORTEST) return null
  const differing = [...a].flatMap((digit, i) => (digit === b[i] ? [] : [i]))
  const [first, second] = differing
  if (differing.length === 1) return first! < a.length - 1 && first! > 0 ? 'one-digit' : null
  const swapped = differing.length === 2 && second === first! + 1 && a[first!] === b[second] && a[second] === b[first!]
  return swapped ? 'neighbours' : null
}

const without = (text: string, at: number): string => text.slice(0, at) + text.slice(at + 1)

export const digitSlip: Check = {
  name: 'digit-slip',
  *run({ steps }) {
    for (const group of steps)
      for (const step of group) {
        const slip = step.to.value.kind === 'number' ? slipBetween(step.before, step.after) : null
        if (slip) yield warningOf(step, slip, group)
      }
  },
}

function warningOf({ from, to, before, after }: Step, slip: Slip, group: readonly Step[]) {
  // Where the rest of the table was copied, a lone change of one digit is most likely a mistake in copying.
  const unchanged = group.filter(other => other.before === other.after).length
  return warn({
    severity: 'doubtful',
    of: [from, to],
    message: `digit-slip.${slip}`,
    params: { indicator: to.indicator, from: from.period, to: to.period, before, after },
    explanation: { slip, before, after, difference: after - before, unchangedBeside: unchanged, of: group.length },
    suggestion: { observation: to.id, value: from.value },
  })
}
