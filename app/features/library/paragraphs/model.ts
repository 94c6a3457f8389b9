/** The operative paragraphs of the resolutions: library/operative-paragraphs.json, checked; who is addressed, and by which verb. Pure. */
import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import json from '../../../../library/operative-paragraphs.json' with { type: 'json' }
import type { Locale } from '../../../platform/languages.ts'

const InLanguages = z.strictObject({ en: z.string().min(1), fr: z.string().min(1), ar: z.string().min(1) })
const Names = z.record(z.string(), InLanguages)

const Clause = z.strictObject({ verb: z.string(), addressees: z.array(z.string()) })

const Paragraph = z.strictObject({
  number: z.int().positive(),
  /** Its lettered parts: 'a-c'. */
  parts: z.string().optional(),
  /** The lead verb as the English text prints it. */
  printed: z.string().min(1),
  verb: z.string(),
  /** Empty where the paragraph states something and asks nobody. */
  addressees: z.array(z.string()),
  further: z.array(Clause),
  /** Puts something to States. */
  states: z.boolean(),
  topics: z.array(z.string()).min(1),
  /** Our own words. */
  summary: InLanguages,
  /** 'derived': not read in the text, but known from its numbering. */
  mark: z.enum(['verified', 'derived']),
})

const Paragraphs = z.strictObject({
  asOf: z.iso.date(),
  notes: InLanguages,
  verbs: Names,
  addressees: Names,
  topics: Names,
  resolutions: z.array(z.strictObject({ number: z.int(), source: z.string(), paragraphs: z.array(Paragraph) })),
  /** Resolutions whose paragraphs are not known, and why. */
  unknown: z.array(z.strictObject({ number: z.int(), why: InLanguages })),
})

export type Paragraph = z.infer<typeof Paragraph>
export type Clause = z.infer<typeof Clause>
export interface ParagraphOf extends Paragraph {
  resolution: number
}

export const data = Paragraphs.parse(json)

export const allParagraphs: ParagraphOf[] = data.resolutions.flatMap(({ number, paragraphs }) =>
  paragraphs.map(paragraph => ({ ...paragraph, resolution: number })),
)

export const paragraphsOf = (resolution: number): ParagraphOf[] =>
  allParagraphs.filter(paragraph => paragraph.resolution === resolution)

export const nameOf = (names: 'verbs' | 'addressees' | 'topics', key: string, locale: Locale): string =>
  data[names][key]?.[locale] ?? key

/** Everything that a paragraph does: its lead verb and those behind it, each with whom it addresses. */
export const clausesOf = ({ verb, addressees, further }: Paragraph): Clause[] => [{ verb, addressees }, ...further]

export interface Filter {
  to?: string | undefined
  verb?: string | undefined
  about?: string | undefined
  states?: boolean | undefined
}

/** The conditions of an address; what is no verb, addressee or topic is left out. */
export function readFilter(query: Record<string, string | undefined>): Filter {
  const known = (names: object, value: string | undefined) => (value && Object.hasOwn(names, value) ? value : undefined)
  return {
    to: known(data.addressees, query.to),
    verb: known(data.verbs, query.verb),
    about: known(data.topics, query.about),
    states: query.states === 'yes' || undefined,
  }
}

export const isFiltered = ({ to, verb, about, states }: Filter): boolean => Boolean(to || verb || about || states)

/** Verb and addressee together mean that this verb addresses them. */
export function matches(paragraph: Paragraph, { to, verb, about, states }: Filter): boolean {
  if (states && !paragraph.states) return false
  if (about && !paragraph.topics.includes(about)) return false
  return clausesOf(paragraph).some(clause => (!verb || clause.verb === verb) && (!to || clause.addressees.includes(to)))
}

/** The address of the same list under these conditions. */
export function addressOf(path: string, { to, verb, about, states }: Filter): string {
  const query = new URLSearchParams()
  if (to) query.set('to', to)
  if (verb) query.set('verb', verb)
  if (about) query.set('about', about)
  if (states) query.set('states', 'yes')
  return query.size ? `${path}?${query}` : path
}

/** Verbs that put something to somebody, from the strongest on. */
export const ASKING = ['demands', 'urges', 'calls-upon', 'requests', 'invites', 'encourages'] as const

export interface Matrix {
  verbs: readonly string[]
  rows: { addressee: string; counts: number[]; total: number }[]
}

/** In how many paragraphs each verb addresses each; a paragraph counts once for each pair. Rows from the most addressed on. */
export function matrixOf(paragraphs: Paragraph[]): Matrix {
  const rows = Object.keys(data.addressees).map(addressee => {
    const counts = ASKING.map(
      verb => paragraphs.filter(paragraph => matches(paragraph, { to: addressee, verb })).length,
    )
    return { addressee, counts, total: counts.reduce((sum, count) => sum + count, 0) }
  })
  return { verbs: ASKING, rows: rows.filter(({ total }) => total > 0).toSorted((a, b) => b.total - a.total) }
}

/** One row for each paragraph, the same columns in every language. */
export function toCsv(paragraphs: ParagraphOf[]): string {
  const rows = paragraphs.map(paragraph => ({
    resolution: paragraph.resolution,
    paragraph: paragraph.number,
    parts: paragraph.parts,
    lead_verb: paragraph.printed,
    addressees: paragraph.addressees.join('; '),
    further: paragraph.further.map(({ verb, addressees }) => `${verb}: ${addressees.join(', ') || '-'}`).join('; '),
    states: paragraph.states ? 'yes' : 'no',
    topics: paragraph.topics.join('; '),
    summary_en: paragraph.summary.en,
    summary_fr: paragraph.summary.fr,
    summary_ar: paragraph.summary.ar,
    mark: paragraph.mark,
  }))
  // The mark lets spreadsheets read French and Arabic as UTF-8.
  return stringify(rows, { header: true, bom: true })
}
