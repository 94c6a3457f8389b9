/** The ledger: commitments of every instrument in one list. Pure. */
import { paths as planPaths } from '../plans/model.ts'
import type { Gap, Status, Voice } from '../voices/model.ts'

/** The kinds of item that somebody is answerable for. */
export const COMMITMENT_KINDS = [
  'objective',
  'output',
  'action',
  'operative-paragraph',
  'pledge',
  'recommendation',
] as const
export type CommitmentKind = (typeof COMMITMENT_KINDS)[number]

/** The kinds of instrument that are entered or imported as rows, without a plan that was read. */
export const ROW_INSTRUMENT_KINDS = ['alliance-action-plan', 'treaty-comment', 'pledge', 'recommendations'] as const
export type RowInstrumentKind = (typeof ROW_INSTRUMENT_KINDS)[number]

/** Every kind of instrument that the ledger holds. */
export const INSTRUMENT_KINDS = [
  'national-action-plan',
  'regional-action-plan',
  'local-action-plan',
  'policy',
  'alliance-action-plan',
  'resolution',
  'treaty-comment',
  'pledge',
  'recommendations',
  'other',
] as const
export type AnyInstrumentKind = (typeof INSTRUMENT_KINDS)[number]

/** What a row of an instrument made of rows is. */
export const ROW_KIND: Record<RowInstrumentKind, CommitmentKind> = {
  'alliance-action-plan': 'output',
  'treaty-comment': 'recommendation',
  pledge: 'pledge',
  recommendations: 'recommendation',
}

/** A commitment as lists show it. */
export interface Commitment {
  itemId: string
  instrumentId: string
  slug: string
  /** Whether its instrument is a plan that was read from a file; its page then is the plan's. */
  read: boolean
  instrumentKind: AnyInstrumentKind
  ref: number
  title: string
  country: string | null
  issuer: string | null
  kind: CommitmentKind
  number: string | null
  text: string
  /** BCP 47, of the words. */
  language: string | null
  pillar: string | null
  responsible: string | null
  /** ISO 8601 day: the last of what the item states as its time; null where it states none. */
  due: string | null
  /** What each voice says now, as far as the asker may see it. */
  voices: { voice: Voice; status: Status; organisation: string }[]
  gap: Gap
}

/** Where commitments live. */
export const paths = {
  list: '/commitments',
  instrument: (slug: string) => `/commitments/${slug}`,
  commitment: ({ slug, ref, read }: { slug: string; ref: number; read: boolean }) =>
    read ? planPaths.item(slug, ref) : `/commitments/${slug}/${ref}`,
  desk: '/desk/ledger',
  deskInstrument: (slug: string) => `/desk/ledger/instruments/${slug}`,
}
