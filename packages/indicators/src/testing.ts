/** Observations for tests: what a test is about is named, the rest is filled in. */
import type { Indicator, Observation, Value } from './model.ts'

export const number = (n: number): Value => ({ kind: 'number', number: n })
export const share = (s: number): Value => ({ kind: 'share', share: s })
export const nothing: Value = { kind: 'missing', reason: '' }

let made = 0

export function observed(about: Partial<Observation> = {}): Observation {
  made++
  return {
    id: `o${made}`,
    indicator: 'Judges',
    kind: 'observation',
    place: { country: 'COD', part: null },
    period: '2021',
    disaggregation: {},
    value: number(100),
    source: 'Ministry of Justice, yearbook',
    sourceDate: null,
    voice: 'government',
    ...about,
  }
}

export function passport(about: Partial<Indicator> = {}): Indicator {
  return {
    code: '1',
    title: 'Judges',
    definition: null,
    formula: null,
    unit: null,
    valueKind: 'number',
    levels: [],
    direction: null,
    disaggregation: null,
    source: null,
    owner: null,
    frequency: null,
    parent: null,
    reportedBy: null,
    ...about,
  }
}

/** Women and men of one subject. */
export function bySex(female: Value, male: Value, about: Partial<Observation> = {}): Observation[] {
  const of = (sex: string, value: Value): Observation =>
    observed({ ...about, value, disaggregation: { ...about.disaggregation, sex } })
  return [of('female', female), of('male', male)]
}
