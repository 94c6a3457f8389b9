/**
 * Recommendations: commitments of the ledger that a body, a panel or a report asks of somebody. What is said here of one is what other
 * commitments have not: its body and year, how old it is, what the addressee answered, what became of it in the year after. Pure.
 */
import type { Commitment } from '../ledger/model.ts'
import { STAGE, STATUSES, VOICES, type Status, type Voice } from '../voices/model.ts'

/** What the addressee answered. 'none': no answer is known. */
export const RESPONSES = ['accepted', 'accepted-in-part', 'noted', 'rejected'] as const
export type Response = (typeof RESPONSES)[number]
export const ANSWERS = [...RESPONSES, 'none'] as const
export type Answer = (typeof ANSWERS)[number]

/** Another recommendation, as a link names it. */
export interface Named {
  itemId: string
  slug: string
  ref: number
  read: boolean
  number: string | null
  text: string
  language: string | null
  title: string
  body: string | null
  year: string | null
}

/** A commitment that is a recommendation; `responsible` is its addressee, `issuer` the body. */
export interface Recommendation extends Commitment {
  organisationId: string
  published: boolean
  version: number
  /** ISO 8601, as precise as it is known: when the body adopted it. */
  adoptedOn: string | null
  /** In the body's words: '88th session'. */
  session: string | null
  theme: string | null
  /** By when it is to be done, in its own words; null where it says nothing, or nothing beyond the date. */
  time: string | null
  /** ISO 8601 day by which the addressee is to tell the body what it did. */
  followUpOn: string | null
  response: Response | null
  responseWords: string | null
  /** ISO 8601, as precise as it is known. */
  responseOn: string | null
  responseSource: string | null
  responseUrl: string | null
  /** Earlier recommendations that it asks for again, and later ones that ask for it again. */
  repeats: Named[]
  repeatedBy: Named[]
}

export const yearOf = (iso: string | null): string | null => iso?.slice(0, 4) ?? null

export interface Age {
  years: number
  /** Null where only the year of its adoption is known. */
  months: number | null
}

/** How long it has stood on the day `today` (both ISO 8601). Null where nobody knows since when, or for a day to come. */
export function ageOf(adoptedOn: string | null, today: string): Age | null {
  if (!adoptedOn || adoptedOn > today) return null
  const [year, month, day] = adoptedOn.split('-').map(Number)
  const [nowYear, nowMonth, nowDay] = today.split('-').map(Number)
  if (month === undefined) return { years: nowYear! - year!, months: null }
  const months = (nowYear! - year!) * 12 + (nowMonth! - month) - (day !== undefined && nowDay! < day ? 1 : 0)
  return { years: Math.floor(months / 12), months: months % 12 }
}

/** Whether a day that it has (its own, or that of the follow-up) has passed. */
export const isOverdue = ({ due, followUpOn }: Pick<Recommendation, 'due' | 'followUpOn'>, today: string): boolean =>
  [due, followUpOn].some(day => day !== null && day < today)

/**
 * What the body did with it afterwards. 'repeated': a later recommendation says so of itself. 'not-repeated': the same body has spoken of
 * the country since, and nothing is recorded that takes it up. 'open': the body has not spoken since.
 */
export const AFTERWARDS = ['repeated', 'not-repeated', 'open'] as const
export type Afterwards = (typeof AFTERWARDS)[number]

export function afterwardsOf({ repeatedBy }: Pick<Recommendation, 'repeatedBy'>, hasLaterSet: boolean): Afterwards {
  if (repeatedBy.length) return 'repeated'
  return hasLaterSet ? 'not-repeated' : 'open'
}

/** The set in which the same body next spoke of the same country. */
export interface LaterSet {
  slug: string
  title: string
  language: string | null
  adoptedOn: string
}

/** What its body did with it since. */
export interface LookedBack extends Pick<Recommendation, 'repeatedBy'> {
  afterwards: Afterwards
  laterSet: LaterSet | null
}

/** Counts of a set of recommendations: each of all of them, and never one figure for the whole. */
export interface Counts {
  all: number
  answers: [Answer, number][]
  /** For each voice that spoke of any: of how many it spoke, and how many it gives each status. */
  voices: { voice: Voice; spokeOf: number; statuses: [Status, number][] }[]
  /** Of how many the government reports more than another voice sees. */
  ahead: number
  overdue: number
  /** Null where the body has not spoken since. */
  repeated: number | null
}

/** @param today ISO 8601 day */
export function countsOf(all: readonly (Recommendation & LookedBack)[], today: string): Counts {
  const count = (is: (one: Recommendation & LookedBack) => boolean) => all.filter(is).length
  const says = (one: Recommendation, voice: Voice, status?: Status) =>
    one.voices.some(word => word.voice === voice && (status ? word.status === status : STAGE[word.status] !== null))
  return {
    all: all.length,
    answers: ANSWERS.map((answer): [Answer, number] => [
      answer,
      count(({ response }) => (response ?? 'none') === answer),
    ]).filter(([, n]) => n > 0),
    voices: VOICES.map(voice => ({
      voice,
      spokeOf: count(one => says(one, voice)),
      statuses: STATUSES.filter(status => STAGE[status] !== null)
        .map((status): [Status, number] => [status, count(one => says(one, voice, status))])
        .filter(([, n]) => n > 0),
    })).filter(({ spokeOf }) => spokeOf > 0),
    ahead: count(({ gap }) => gap === 'government-ahead'),
    overdue: count(one => isOverdue(one, today)),
    repeated: all.every(({ afterwards }) => afterwards === 'open')
      ? null
      : count(({ afterwards }) => afterwards === 'repeated'),
  }
}

/** Which recommendations a page looks back at. */
interface Asked {
  year?: string | null
  body?: string | null
}

/** Where recommendations live. */
export const paths = {
  list: '/recommendations',
  country: (country: string, asked: Asked = {}) => `/recommendations/${country}${queryIn(asked)}`,
  desk: '/desk/recommendations',
  deskCountry: (country: string, asked: Asked = {}) => `/desk/recommendations/countries/${country}${queryIn(asked)}`,
  new: '/desk/recommendations/new',
  read: '/desk/recommendations/read',
  keep: '/desk/recommendations/sets',
  set: (slug: string) => `/desk/recommendations/sets/${slug}`,
  one: (slug: string, ref: number) => `/desk/recommendations/sets/${slug}/${ref}`,
}

function queryIn({ year, body }: Asked): string {
  const set = new URLSearchParams({ ...(year && { year }), ...(body && { body }) })
  return set.size ? `?${set}` : ''
}
