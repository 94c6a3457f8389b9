/** What is measured, and what was said of it: the words that imports, checks, progress and pages share. Pure data. */

export const VALUE_KINDS = ['number', 'share', 'yes-no', 'level', 'list'] as const
export type ValueKind = (typeof VALUE_KINDS)[number]

export const OBSERVATION_KINDS = ['observation', 'baseline', 'target'] as const
export type ObservationKind = (typeof OBSERVATION_KINDS)[number]

/** Who says it. Never merged: shown side by side. */
export const VOICES = ['government', 'civil-society', 'community', 'independent'] as const
export type Voice = (typeof VOICES)[number]

/** S/2010/498 splits the duty to report between the United Nations and its members. */
export const REPORTERS = ['UN', 'state', 'both'] as const
export type Reporter = (typeof REPORTERS)[number]

/** Which way is better. */
export const DIRECTIONS = ['more', 'less'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** The passport of an indicator. What is not known is null. */
export interface Indicator {
  /** Unique within its framework or plan: '11a', '5.5.1', 'P1.2'. */
  code: string
  title: string
  /** What counts and what does not. */
  definition: string | null
  /** In words or signs: 'women among judges / all judges'. */
  formula: string | null
  /** 'people', '%', 'USD', 'per 100,000 live births'. Shares are kept from 0 to 1 whatever is shown. */
  unit: string | null
  valueKind: ValueKind
  /** For 'level': the levels, lowest first. */
  levels: readonly string[]
  direction: Direction | null
  /** The dimensions that it may be broken down by: 'sex', 'age', 'rank'. Empty where it is not broken down; null where nobody said. */
  disaggregation: readonly string[] | null
  source: string | null
  /** Who answers for the figure. */
  owner: string | null
  /** 'yearly', 'every two years'. */
  frequency: string | null
  /** The code of the indicator that this one is a part of. */
  parent: string | null
  reportedBy: Reporter | null
}

/**
 * Where: a country, a part of it, or, without a country, a region of the world ('World', 'Sub-Saharan Africa').
 * Both are null where the file does not say.
 */
export interface Place {
  /** ISO 3166-1 alpha-3: 'COD'. */
  country: string | null
  /** ISO 3166-2 ('CD-NK') or a name ('Nord-Kivu'); null for the whole country. */
  part: string | null
}

export interface ListEntry {
  title: string
  year?: number
  source?: string
}

export type Value =
  | { kind: 'number'; number: number }
  /** `share` is from 0 to 1, also where the file has per cent. More than 1 is kept: a check warns. */
  | { kind: 'share'; share: number; numerator?: number; denominator?: number }
  | { kind: 'yes-no'; yes: boolean }
  /** `of`: how many levels there are. */
  | { kind: 'level'; level: number; of?: number }
  | { kind: 'list'; entries: readonly ListEntry[] }
  /** Nobody said a value: an empty cell, '-99', 'n/a'. `reason` is what stands there instead, '' where nothing does. */
  | { kind: 'missing'; reason: string }

/** Where an observation stood in the file that it came from. */
export interface Line {
  sheet: string
  /** 'C14', as a spreadsheet names it; for CSV and JSON the same, rows counted from 1 with the header. */
  cell: string
}

export interface Observation {
  /** Unique within what is checked together, unless the source reuses ids: a check warns. */
  id: string
  /** The indicator's code, or its title where the file knows no code. */
  indicator: string
  kind: ObservationKind
  place: Place
  /** '2021', '2021-03', '2021-03-08', '2021-Q1', '2019/2021' (both ends counted); '' where the file does not say. */
  period: string
  /** { sex: 'female', age: '15-24', 'target group': 'Généraux' }. Sex is 'female', 'male' or 'other'. A total leaves the dimension out. */
  disaggregation: Readonly<Record<string, string>>
  value: Value
  source: string | null
  /** When the source was published or the figure taken: '2014', '2014-07', '2014-07-31'. */
  sourceDate: string | null
  voice: Voice
  line?: Line
}

/** A number to compare and draw; null for lists and where there is none. Shares from 0 to 1, yes 1, no 0. */
export function amountOf(value: Value): number | null {
  switch (value.kind) {
    case 'number':
      return value.number
    case 'share':
      return value.share
    case 'yes-no':
      return value.yes ? 1 : 0
    case 'level':
      return value.level
    case 'list':
    case 'missing':
      return null
  }
}

/** What a series is of: all that an observation says it measures, but not when. Equal for the years of one series. */
export function seriesOf({ indicator, kind, place, disaggregation, voice }: Observation): string {
  const parts = Object.entries(disaggregation).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([indicator, kind, place.country, place.part, voice, parts])
}

/** What an observation is of: its series and its period. Two with the same subject say the same thing twice, or contradict. */
export function subjectOf(observation: Observation): string {
  return `${seriesOf(observation)}@${observation.period}`
}
