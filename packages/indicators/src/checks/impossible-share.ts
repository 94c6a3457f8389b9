/** Shares below nothing or above the whole, and shares that are not their numerator over their denominator. */
import type { Observation, Value } from '../model.ts'
import type { Check } from './data.ts'
import { warn, type Warning } from './warning.ts'

/** Printed shares are rounded to whole per cents. */
const ROUNDING = 0.0101

export const impossibleShare: Check = {
  name: 'impossible-share',
  *run({ observations, passportOf }) {
    for (const observation of observations) {
      const { value } = observation
      if (value.kind === 'share') yield* ofShare(observation, value)
      else if (value.kind === 'number' && (value.number > 100 || value.number < 0)) {
        const unit = passportOf(observation)?.unit ?? ''
        if (/^\s*(%|per ?cent|pour ?cent|بالمئة|في المئة)/iu.test(unit))
          yield about(observation, value.number < 0 ? 'below-nothing' : 'above-whole', { share: value.number })
      }
    }
  },
}

function* ofShare(observation: Observation, value: Extract<Value, { kind: 'share' }>): Iterable<Warning> {
  const { share, numerator, denominator } = value
  const per = Math.round(share * 1e6) / 1e4
  if (numerator !== undefined && denominator !== undefined) {
    if (numerator > denominator && denominator >= 0) {
      const swapped: Value = {
        kind: 'share',
        share: denominator / numerator,
        numerator: denominator,
        denominator: numerator,
      }
      return yield about(observation, 'part-above-whole', { numerator, denominator }, swapped)
    }
    if (denominator === 0) return yield about(observation, 'of-nothing', { numerator, denominator })
    const computed = numerator / denominator
    if (Math.abs(computed - share) > ROUNDING)
      yield about(
        observation,
        'not-the-quotient',
        { share: per, numerator, denominator, computed: Math.round(computed * 1e6) / 1e4 },
        { kind: 'share', share: computed, numerator, denominator },
      )
  } else if (share > 1) yield about(observation, 'above-whole', { share: per })
  if (share < 0) yield about(observation, 'below-nothing', { share: per })
}

type Kind = 'above-whole' | 'below-nothing' | 'part-above-whole' | 'of-nothing' | 'not-the-quotient'

/** `params.share` and `params.computed` are in per cent. */
function about(of: Observation, message: Kind, params: Record<string, number>, meant?: Value): Warning {
  return warn({
    severity: 'wrong',
    of: [of],
    message: `impossible-share.${message}`,
    params: { indicator: of.indicator, ...params },
    explanation: params,
    suggestion: meant ? { observation: of.id, value: meant } : null,
  })
}
