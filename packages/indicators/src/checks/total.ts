/** Parts that do not make their total: women and men, provinces, ranks, and groups whose name says that they are part of another. */
import { subjectOf, type Observation } from '../model.ts'
import { folded, grouped, subjectWithout, type Check } from './data.ts'
import { warn, type Warning } from './warning.ts'

interface Whole {
  dimension: string
  total: Observation
  parts: readonly Observation[]
}

export const total: Check = {
  name: 'total',
  *run({ observations }) {
    const counts = observations.filter(isCount)
    for (const whole of wholesByDimension(counts)) yield* compared(whole)
    for (const whole of wholesByPlace(counts)) yield* compared(whole)
    yield* partsByName(counts)
  },
}

// Only counts add up: not shares, ages, rates or indices.
const isCount = ({ value }: Observation): boolean =>
  value.kind === 'number' && Number.isInteger(value.number) && value.number >= 0
const countOf = ({ value }: Observation): number => (value.kind === 'number' ? value.number : 0)

/** A total leaves out a dimension that its parts have. */
function wholesByDimension(counts: readonly Observation[]): Whole[] {
  const totals = new Map(counts.map(observation => [subjectOf(observation), observation]))
  const dimensions = new Set(counts.flatMap(({ disaggregation }) => Object.keys(disaggregation)))
  return [...dimensions].flatMap(dimension => {
    const parts = counts.filter(({ disaggregation }) => dimension in disaggregation)
    return [...grouped(parts, part => subjectWithout(part, dimension))].flatMap(([subject, group]) => {
      const found = totals.get(subject)
      return found ? [{ dimension, total: found, parts: group }] : []
    })
  })
}

function wholesByPlace(counts: readonly Observation[]): Whole[] {
  const totals = new Map(counts.filter(({ place }) => place.country && !place.part).map(o => [subjectOf(o), o]))
  const parts = counts.filter(({ place }) => place.country && place.part)
  const ofCountry = (part: Observation): string => subjectOf({ ...part, place: { ...part.place, part: null } })
  return [...grouped(parts, ofCountry)].flatMap(([subject, group]) => {
    const found = totals.get(subject)
    return found ? [{ dimension: 'place', total: found, parts: group }] : []
  })
}

function* compared({ dimension, total: whole, parts }: Whole): Iterable<Warning> {
  const all = countOf(whole)
  const sum = parts.reduce((n, part) => n + countOf(part), 0)
  const larger = parts.filter(part => countOf(part) > all)
  const explanation = { dimension, total: all, sum, parts: parts.map(countOf) }
  const params = { indicator: whole.indicator, period: whole.period, dimension, total: all, sum }
  const shared = { of: [whole, ...parts], params, explanation }
  if (larger.length)
    yield warn({ ...shared, severity: 'wrong', of: [whole, ...larger], message: 'total.part-above-total' })
  else if (sum > all)
    yield warn({ ...shared, severity: dimension === 'sex' ? 'wrong' : 'doubtful', message: 'total.too-much' })
  else if (sum < all && parts.length > 1)
    yield warn({ ...shared, severity: dimension === 'sex' ? 'doubtful' : 'note', message: 'total.too-little' })
}

/** 'magistrats de siège' are part of 'magistrats'; 'commissaire principal' is a rank beside 'commissaire'. */
const PART_OF = /^(?: de | du | des | d['’]| of | in | at | del | da | do )/u

function* partsByName(counts: readonly Observation[]): Iterable<Warning> {
  const dimensions = new Set(counts.flatMap(({ disaggregation }) => Object.keys(disaggregation)))
  for (const dimension of dimensions) {
    if (dimension === 'sex' || dimension === 'age') continue
    const named = counts.filter(({ disaggregation }) => dimension in disaggregation)
    for (const group of grouped(named, o => subjectWithout(o, dimension)).values()) {
      const names = group.map(observation => ({ observation, name: folded(observation.disaggregation[dimension]!) }))
      const wholes = new Map(names.map(({ observation, name }) => [name, observation]))
      for (const { observation: part, name } of names) {
        for (let at = name.indexOf(' '); at > 0; at = name.indexOf(' ', at + 1)) {
          const whole = PART_OF.test(name.slice(at)) ? wholes.get(name.slice(0, at)) : undefined
          if (!whole || countOf(part) <= countOf(whole)) continue
          yield warn({
            severity: 'doubtful',
            of: [whole, part],
            message: 'total.named-part-above-total',
            params: {
              indicator: whole.indicator,
              whole: whole.disaggregation[dimension]!,
              part: part.disaggregation[dimension]!,
              total: countOf(whole),
              value: countOf(part),
            },
            explanation: { dimension, total: countOf(whole), part: countOf(part) },
          })
        }
      }
    }
  }
}
