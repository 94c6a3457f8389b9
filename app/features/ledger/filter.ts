/** Which commitments are asked for: read from an address, written back into one. Pure. */
import { GAPS, STATUSES, VOICES, type Gap, type Status, type Voice } from '../voices/model.ts'
import { COMMITMENT_KINDS, INSTRUMENT_KINDS, type AnyInstrumentKind, type CommitmentKind } from './model.ts'

/**
 * When a commitment is due: its day has passed, comes within 90 days, lies in a year ('2027'), in a month ('2027-03') or between two days, both
 * included ('2027-03-08..2027-03-31'), or is not stated.
 */
export type Due = 'overdue' | 'next-90-days' | 'none' | `${number}` | `${number}-${number}` | `${string}..${string}`
export const DUE = ['overdue', 'next-90-days', 'none'] as const

/** What a voice says now; 'none': it has said nothing. */
export type SaidStatus = Status | 'none'
export const SAID = [...STATUSES, 'none'] as const

export const ORDERS = ['plan', 'due'] as const
export type Order = (typeof ORDERS)[number]

export interface Filter {
  /** As typed. */
  words: string | null
  /** ISO 3166-1 alpha-3. */
  country: string | null
  /** Part of the issuing body's name. */
  issuer: string | null
  instrumentKind: AnyInstrumentKind | null
  /** The instrument's address. */
  instrument: string | null
  /** Public number of a pillar of that instrument. */
  pillar: number | null
  kind: CommitmentKind | null
  /** Part of the name of who is answerable. */
  responsible: string | null
  due: Due | null
  voice: Voice | null
  status: SaidStatus | null
  gap: Gap | null
  /** Null: by how well the words fit, or in the plan's order where no words are asked for. */
  order: Order | null
}

export const NO_FILTER: Filter = {
  words: null,
  country: null,
  issuer: null,
  instrumentKind: null,
  instrument: null,
  pillar: null,
  kind: null,
  responsible: null,
  due: null,
  voice: null,
  status: null,
  gap: null,
  order: null,
}

/** The names of the filters in an address. */
const NAMES = {
  words: 'q',
  country: 'country',
  issuer: 'issuer',
  instrumentKind: 'instrument-kind',
  instrument: 'instrument',
  pillar: 'pillar',
  kind: 'kind',
  responsible: 'responsible',
  due: 'due',
  voice: 'voice',
  status: 'status',
  gap: 'gap',
  order: 'order',
} as const satisfies Record<keyof Filter, string>
export const FILTERS = Object.keys(NAMES) as (keyof Filter)[]
export const nameOf = (filter: keyof Filter): string => NAMES[filter]

/** What a form calls the two days of 'due'; one alone is enough. */
export const DUE_DAYS = { from: 'due-from', to: 'due-to' } as const
export const EVER = { from: '1900-01-01', to: '2199-12-31' } as const

/** As much of what was typed as is searched for. */
const LONGEST = 200

const DAY = /^(19|20|21)\d\d-\d\d-\d\d$/
const isDay = (text: string): boolean => DAY.test(text) && !Number.isNaN(Date.parse(text))

/** The first and the last day that a year, a month or two days name; null where it is none of these. */
export function spanOfDue(due: Due): [from: string, to: string] | null {
  if (/^(19|20|21)\d\d$/.test(due)) return [`${due}-01-01`, `${due}-12-31`]
  const [, year, month] = /^((?:19|20|21)\d\d)-(0[1-9]|1[0-2])$/.exec(due) ?? []
  if (month) return [`${due}-01`, new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10)]
  const [from = '', to = '', more] = due.split('..')
  return more === undefined && isDay(from) && isDay(to) && from <= to ? [from, to] : null
}

function betweenDays(query: URLSearchParams): Due | null {
  const [from, to] = [query.get(DUE_DAYS.from), query.get(DUE_DAYS.to)]
  if (!from && !to) return null
  const due: Due = `${from || EVER.from}..${to || EVER.to}`
  return spanOfDue(due) && due
}

/** What an address asks for. What it cannot mean is left out. */
export function filterOf(query: URLSearchParams): Filter {
  const text = (name: string) =>
    query.get(name)?.replaceAll('\0', '').replace(/\s+/g, ' ').trim().slice(0, LONGEST).toWellFormed() || null
  const oneOf = <T extends string>(name: string, choices: readonly T[]): T | null =>
    choices.find(choice => choice === query.get(name)) ?? null
  const slug = text(NAMES.instrument)
  const instrument = slug && /^[a-z0-9-]+$/.test(slug) ? slug : null
  const country = text(NAMES.country)?.toUpperCase()
  const due = query.get(NAMES.due)
  return {
    words: text(NAMES.words),
    country: country && /^[A-Z]{3}$/.test(country) ? country : null,
    issuer: text(NAMES.issuer),
    instrumentKind: oneOf(NAMES.instrumentKind, INSTRUMENT_KINDS),
    instrument,
    pillar: instrument && /^[1-9]\d{0,8}$/.test(query.get(NAMES.pillar) ?? '') ? Number(query.get(NAMES.pillar)) : null,
    kind: oneOf(NAMES.kind, COMMITMENT_KINDS),
    responsible: text(NAMES.responsible),
    due: betweenDays(query) ?? (due !== null && spanOfDue(due as Due) ? (due as Due) : oneOf(NAMES.due, DUE)),
    voice: oneOf(NAMES.voice, VOICES),
    status: oneOf(NAMES.status, SAID),
    gap: oneOf(NAMES.gap, GAPS),
    order: oneOf(NAMES.order, ORDERS),
  }
}

/** The filter as an address's query, without what is not set; '' where nothing is. */
export function queryOf(filter: Filter, more: Record<string, string | number> = {}): string {
  const query = new URLSearchParams()
  for (const name of FILTERS) if (filter[name] !== null) query.set(NAMES[name], String(filter[name]))
  for (const [name, value] of Object.entries(more)) query.set(name, String(value))
  return query.size ? `?${query}` : ''
}

/** The filters that are set, but for the order. */
export const setFilters = (filter: Filter): (keyof Filter)[] =>
  FILTERS.filter(name => name !== 'order' && filter[name] !== null)

/** The same without one filter, and without what makes no sense alone. */
export const without = (filter: Filter, name: keyof Filter): Filter => ({
  ...filter,
  [name]: null,
  ...(name === 'instrument' && { pillar: null }),
})
