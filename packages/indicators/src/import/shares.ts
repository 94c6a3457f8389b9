/** A share from the cells that make it: numerator, denominator, per cent, or what of them there is. */
import type { Value } from '../model.ts'
import type { Measure } from './mapping.ts'

export type GroupCells = readonly { column: number; measure: Measure; text: string }[]

/** Null where there is neither a share nor both of its parts. */
export function shareOf(numbers: ReadonlyMap<Measure['part'], number>): Value | null {
  const numerator = numbers.get('numerator')
  const denominator = numbers.get('denominator')
  const given = numbers.get('share') ?? numbers.get('value')
  const parts = {
    ...(numerator === undefined ? {} : { numerator }),
    ...(denominator === undefined ? {} : { denominator }),
  }
  if (numerator !== undefined && denominator) {
    const computed = numerator / denominator
    // A printed share is the quotient rounded; only one that is not is worth keeping.
    const rounded = given === undefined || Math.abs(given - computed) <= ROUNDING
    return { kind: 'share', share: rounded ? computed : given, ...parts }
  }
  return given === undefined ? null : { kind: 'share', share: given, ...parts }
}

/** Printed shares are rounded to whole per cents at worst. */
const ROUNDING = 0.0051
