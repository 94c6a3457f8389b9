/** The columns of a table of commitments: the same when it is taken out and when it is brought back. Pure. */
import type { BudgetValue, Field, FieldName, TimeframeValue } from '@open1325/reader'
import type { Gap, Status, Voice } from '../../voices/model.ts'
import type { AnyInstrumentKind, CommitmentKind } from '../model.ts'

/** What can be changed in the file and brought back; in the file's order. */
export const COLUMNS = [
  'instrument',
  'ref',
  'kind',
  'number',
  'text',
  'pillar',
  'responsible',
  'partners',
  'timeframe',
  'timeframe_start',
  'timeframe_end',
  'budget',
  'budget_amount',
  'budget_currency',
  'baseline',
  'target',
  'verification',
  'our_status',
  'our_status_date',
  'our_status_reason',
  'version',
] as const
export type Column = (typeof COLUMNS)[number]

/** What stands there for readers alone: bringing it back changes nothing. */
export const TOLD = [
  'country',
  'instrument_title',
  'instrument_kind',
  'government_says',
  'civil_society_says',
  'community_says',
  'independent_says',
  'gap',
  'url',
] as const
export const ALL_COLUMNS = [...COLUMNS, ...TOLD]

export type Cells = Record<Column, string>

/** A commitment with all that its row in a table says. */
export interface Exchanged {
  itemId: string
  instrumentId: string
  organisationId: string
  slug: string
  /** Whether its instrument is a plan that was read from a file. */
  read: boolean
  title: string
  instrumentKind: AnyInstrumentKind
  country: string | null
  ref: number
  kind: CommitmentKind
  number: string | null
  text: string
  /** The pillar's public number within the instrument. */
  pillar: number | null
  parentId: string | null
  fields: Partial<Record<FieldName, Field>>
  cites: Field['cites']
  version: number
  published: boolean
  /** What the asker's own organisation says now, in its own voice. */
  ours: { status: Status; asOf: string; reason: string } | null
  voices: { voice: Voice; status: Status }[]
  gap: Gap
}

/** What is stated of a commitment, as the cells of its row. */
export function cellsOf(one: Exchanged): Cells {
  const { fields, ours } = one
  const time = fields.timeframe?.value as Partial<TimeframeValue> | undefined
  const money = fields.budget?.value as Partial<BudgetValue> | undefined
  return {
    instrument: one.slug,
    ref: String(one.ref),
    kind: one.kind,
    number: one.number ?? '',
    text: one.text,
    pillar: one.pillar === null ? '' : String(one.pillar),
    responsible: fields.responsible?.text ?? '',
    partners: fields.partners?.text ?? '',
    timeframe: fields.timeframe?.text ?? '',
    timeframe_start: time?.start ?? '',
    timeframe_end: time?.end ?? '',
    budget: fields.budget?.text ?? '',
    budget_amount: money?.amount === undefined ? '' : String(money.amount),
    budget_currency: money?.currency ?? '',
    baseline: fields.baseline?.text ?? '',
    target: fields.target?.text ?? '',
    verification: fields.verification?.text ?? '',
    our_status: ours?.status ?? '',
    our_status_date: ours?.asOf ?? '',
    our_status_reason: ours?.reason ?? '',
    version: String(one.version),
  }
}

/** @param url the commitment's address, with its origin */
export function rowOf(one: Exchanged, url: string): Record<string, string> {
  const said = (voice: Voice) =>
    one.voices
      .filter(word => word.voice === voice)
      .map(word => word.status)
      .join('; ')
  return {
    ...cellsOf(one),
    country: one.country ?? '',
    instrument_title: one.title,
    instrument_kind: one.instrumentKind,
    government_says: said('government'),
    civil_society_says: said('civil-society'),
    community_says: said('community'),
    independent_says: said('independent'),
    gap: one.gap,
    url,
  }
}
