/** What each column of a sheet means: plain data, shown to a person, remembered by the header's fingerprint. */
import type { ObservationKind, ValueKind } from '../model.ts'
import type { DecimalSign } from './cells.ts'

/** What a sheet holds. 'nothing': a list of codes, people, places; it has no figures about anything. */
export const HOLDINGS = ['observations', 'list', 'indicators', 'nothing'] as const
export type Holding = (typeof HOLDINGS)[number]

/** Fields of an indicator's passport that a column may fill. */
export const PASSPORT_FIELDS = [
  'code',
  'title',
  'definition',
  'formula',
  'unit',
  'disaggregation',
  'source',
  'owner',
  'frequency',
  'parent',
] as const
export type PassportField = (typeof PASSPORT_FIELDS)[number]

/** Cells of the columns of one group make one value: women, seats, and the share of women. */
export interface Measure {
  group: string
  part: 'value' | 'numerator' | 'denominator' | 'share'
  valueKind: Exclude<ValueKind, 'list'>
  /** What a whole is: 100 for per cents, 1 for other numbers. */
  whole: 1 | 100
  kind: ObservationKind
  /** Where the column itself says it, not the row; null where the row says it. */
  indicator: string | null
  period: string | null
  disaggregation: Readonly<Record<string, string>>
}

export type Use =
  | { as: 'country' | 'part' | 'world-region' }
  | { as: 'indicator' | 'indicator-code' }
  /** `group`: the period of this group of measures only. */
  | { as: 'period'; of: 'whole' | 'month'; group: string | null }
  | { as: 'dimension'; name: string }
  | { as: 'measure'; measure: Measure }
  | { as: 'unit' | 'source' | 'source-date' | 'id' }
  | { as: 'entry' | 'entry-year' }
  | { as: 'passport'; field: PassportField }
  | { as: 'nothing' }

export interface ColumnUse {
  /** From 0. */
  column: number
  /** The words above it, from top to bottom. */
  header: readonly string[]
  use: Use
  /** 0 to 1; a person should look first where it is low. */
  confidence: number
  /** A code: 'header-word', 'cells-are-countries', 'year-in-header', 'hxl-tag'... */
  reason: string
}

export interface Mapping {
  version: 1
  fingerprint: string
  holds: Holding
  /** Why the sheet holds what it holds: 'measures-found', 'no-measure', 'no-rows'... */
  reason: string
  /** Rows from 0: the first and last row of the header; -1 where there is none. */
  header: { first: number; last: number }
  /** The first row of data. */
  firstRow: number
  columns: readonly ColumnUse[]
  /** Cells that say that there is nothing, as they stand in the file: '-99', '..'. */
  missing: readonly string[]
  decimal: DecimalSign
  /** Rows of regions and groups of countries ('World') come in as places without a country, or stay out. */
  aggregates: 'keep' | 'skip'
  /** What parts the entries of one cell of a list; null where a cell is one entry. */
  entrySeparator: string | null
  /** What holds for every row where no column says it. */
  fixed: { indicator: string | null; country: string | null; period: string | null; source: string | null }
}
