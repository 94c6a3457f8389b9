/** What checks look at: observations as series, as steps from one period to the next, as women and men of one thing. */
import { amountOf, seriesOf, type Indicator, type Observation } from '../model.ts'
import { byPeriod } from '../period.ts'
import type { Warning } from './warning.ts'

export interface CheckOptions {
  /** A source so many years older than what it is said to show is stale. */
  staleYears: number
  /** The fewest values of a series in which an outlier is sought. */
  outlierLength: number
  /** How far from the series' median, in robust standard deviations (1.4826 MAD). */
  outlierDistance: number
}

export const CHECK_OPTIONS: CheckOptions = { staleYears: 2, outlierLength: 6, outlierDistance: 6 }

export interface Check {
  name: string
  run(data: CheckData, options: CheckOptions): Iterable<Warning>
}

/** From one period to the next with a value in one series. Both values are numbers. */
export interface Step {
  from: Observation
  to: Observation
  before: number
  after: number
}

export interface SexPair {
  female: Observation
  male: Observation
}

export interface CheckData {
  indicators: readonly Indicator[]
  observations: readonly Observation[]
  /** By indicator, in the order of their first observation. Targets and baselines are among them. */
  byIndicator: ReadonlyMap<string, readonly Observation[]>
  /** What was observed, without targets and baselines, a series each, by period. */
  series: readonly (readonly Observation[])[]
  /** The steps of all series of one indicator and place between the same two periods. */
  steps: readonly (readonly Step[])[]
  /** Women and men of one indicator, place, period and group. */
  sexPairs: readonly SexPair[]
  passportOf(observation: Observation): Indicator | null
}

export const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/gu, ' ').trim().toLowerCase()

/** Groups in the order of their first member. */
export function grouped<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/** The subject of an observation as if one dimension were not broken down. */
export function subjectWithout(observation: Observation, dimension: string): string {
  const { [dimension]: _, ...disaggregation } = observation.disaggregation
  return `${seriesOf({ ...observation, disaggregation })}@${observation.period}`
}

export function prepared(indicators: readonly Indicator[], observations: readonly Observation[]): CheckData {
  const seen = observations.filter(({ kind }) => kind === 'observation')
  const series = [...grouped(seen, seriesOf).values()].map(group => group.toSorted(byPeriod))
  const steps = grouped(series.flatMap(stepsOf), ({ from, to }) =>
    JSON.stringify([to.indicator, to.place.country, to.place.part, to.voice, from.period, to.period]),
  )
  const passports = new Map<string, Indicator>()
  for (const indicator of indicators) {
    for (const name of [indicator.code, folded(indicator.title)])
      if (!passports.has(name)) passports.set(name, indicator)
  }
  const known = new Map<string, Indicator | null>()
  const found = (indicator: string): Indicator | null => {
    if (!known.has(indicator))
      known.set(indicator, passports.get(indicator) ?? passports.get(folded(indicator)) ?? null)
    return known.get(indicator)!
  }
  return {
    indicators,
    observations,
    byIndicator: grouped(observations, ({ indicator }) => indicator),
    series,
    steps: [...steps.values()],
    sexPairs: pairsOf(observations),
    passportOf: ({ indicator }) => found(indicator),
  }
}

function stepsOf(series: readonly Observation[]): Step[] {
  const valued = series.flatMap(observation => {
    const amount = amountOf(observation.value)
    return amount === null || !observation.period ? [] : [{ observation, amount }]
  })
  return valued.slice(1).flatMap(({ observation: to, amount: after }, i) => {
    const { observation: from, amount: before } = valued[i]!
    return from.period === to.period ? [] : [{ from, to, before, after }]
  })
}

function pairsOf(observations: readonly Observation[]): SexPair[] {
  const sexed = observations.filter(({ disaggregation }) => disaggregation.sex)
  return [...grouped(sexed, o => subjectWithout(o, 'sex')).values()].flatMap(group => {
    const female = group.find(o => o.disaggregation.sex === 'female')
    const male = group.find(o => o.disaggregation.sex === 'male')
    return female && male ? [{ female, male }] : []
  })
}
