/** Rows for women and men of things that are no people, and breakdowns that the passport does not know. */
import type { Observation } from '../model.ts'
import { grouped, type Check, type CheckData, type SexPair } from './data.ts'
import { warn, type Warning } from './warning.ts'

const FEWEST_TWINS = 3

export const wrongDisaggregation: Check = {
  name: 'wrong-disaggregation',
  *run(data) {
    const passports = new Map(data.indicators.map(passport => [passport, passport.disaggregation]))
    for (const pairs of grouped(data.sexPairs, ({ female }) => female.indicator).values())
      yield* blankTwins(pairs, data)
    for (const [indicator, observations] of data.byIndicator) {
      const known = passports.get(data.passportOf(observations[0]!)!)
      if (!known) continue
      const used = new Set(observations.flatMap(({ disaggregation }) => Object.keys(disaggregation)))
      for (const dimension of [...used].filter(name => !known.includes(name))) {
        const of = observations.filter(({ disaggregation }) => dimension in disaggregation)
        const params = { indicator, dimension, rows: of.length }
        yield warn({
          severity: 'doubtful',
          of,
          message: 'wrong-disaggregation.not-in-passport',
          params,
          explanation: { known },
        })
      }
    }
  },
}

/** Each time one of the two is empty and always the same one: the form had to be filled, the thing has no sex. */
function* blankTwins(pairs: readonly SexPair[], { passportOf }: CheckData): Iterable<Warning> {
  const missing = (o: Observation): boolean => o.value.kind === 'missing'
  const told = pairs.filter(({ female, male }) => !missing(female) || !missing(male))
  for (const [blank, filled] of [['female', 'male'] as const, ['male', 'female'] as const]) {
    const twins = told.filter(pair => missing(pair[blank]) && !missing(pair[filled]))
    if (twins.length < FEWEST_TWINS || twins.length < told.length) continue
    const { indicator } = twins[0]!.female
    yield warn({
      severity: 'wrong',
      of: twins.map(pair => pair[blank]),
      message: 'wrong-disaggregation.blank-twins',
      params: { indicator, sex: blank, blank: twins.length, filled: twins.length },
      explanation: {
        filled: twins.map(pair => pair[filled].id),
        unit: passportOf(twins[0]!.female)?.unit ?? null,
      },
    })
  }
}
