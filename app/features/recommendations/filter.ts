/** Which recommendations are asked for: read from an address, written back into one. Pure. */
import { STATUSES, VOICES, type Status, type Voice } from '../voices/model.ts'
import { ANSWERS, type Answer } from './model.ts'

/** 'overdue': its own day, or that of its follow-up, has passed. 'none': it has no day. */
export const DUE = ['overdue', 'next-90-days', 'none'] as const
export const REPEATED = ['repeats', 'repeated', 'neither'] as const
/** What a voice says now; 'none': it has said nothing. */
export const SAID = [...STATUSES, 'none'] as const

export interface Filter {
  /** ISO 3166-1 alpha-3. */
  country: string | null
  /** The body's name, whole. */
  body: string | null
  /** Of its adoption. */
  year: string | null
  /** Part of the addressee's name. */
  addressee: string | null
  /** Part of what it is about. */
  theme: string | null
  response: Answer | null
  voice: Voice | null
  status: Status | 'none' | null
  due: (typeof DUE)[number] | null
  repeated: (typeof REPEATED)[number] | null
}

export const NO_FILTER: Filter = {
  country: null,
  body: null,
  year: null,
  addressee: null,
  theme: null,
  response: null,
  voice: null,
  status: null,
  due: null,
  repeated: null,
}
export const FILTERS = Object.keys(NO_FILTER) as (keyof Filter)[]

/** As much of what was typed as is searched for. */
const LONGEST = 300

/** What an address asks for. What it cannot mean is left out. */
export function filterOf(query: URLSearchParams): Filter {
  const text = (name: keyof Filter) =>
    query.get(name)?.replaceAll('\0', '').replace(/\s+/g, ' ').trim().slice(0, LONGEST).toWellFormed() || null
  const oneOf = <T extends string>(name: keyof Filter, choices: readonly T[]): T | null =>
    choices.find(choice => choice === query.get(name)) ?? null
  const like = (name: keyof Filter, pattern: RegExp) => {
    const typed = text(name)?.toUpperCase()
    return typed && pattern.test(typed) ? typed : null
  }
  return {
    country: like('country', /^[A-Z]{3}$/),
    body: text('body'),
    year: like('year', /^(19|20|21)\d\d$/),
    addressee: text('addressee'),
    theme: text('theme'),
    response: oneOf('response', ANSWERS),
    voice: oneOf('voice', VOICES),
    status: oneOf('status', SAID),
    due: oneOf('due', DUE),
    repeated: oneOf('repeated', REPEATED),
  }
}

/** The filter as an address's query, without what is not set; '' where nothing is. */
export function queryOf(filter: Filter, more: Record<string, string | number> = {}): string {
  const query = new URLSearchParams()
  for (const name of FILTERS) if (filter[name] !== null) query.set(name, filter[name])
  for (const [name, value] of Object.entries(more)) query.set(name, String(value))
  return query.size ? `?${query}` : ''
}

export const setFilters = (filter: Filter): (keyof Filter)[] => FILTERS.filter(name => filter[name] !== null)
