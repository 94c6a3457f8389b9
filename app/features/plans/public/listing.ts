/** The list of public plans: which are asked for, and the list as data for programs (CSV, JSON, Atom). Pure. */
import { ITEM_KINDS, type ItemKind } from '@open1325/reader'
import { stringify } from 'csv-stringify/sync'
import type { Words } from '../../../platform/languages.ts'
import { paths, type Instrument } from '../model.ts'
import { standingOf, type Standing } from '../offers/period.ts'
import type { Tally } from '../queries/published.ts'

export interface Asked {
  /** ISO 3166-1 alpha-3. */
  country: string | null
  /** BCP 47. */
  language: string | null
  state: Standing | null
}

/** The plans that fit all that is asked, on the day `asOf`. */
export const matching = (plans: Instrument[], { country, language, state }: Asked, asOf: string): Instrument[] =>
  plans.filter(
    plan =>
      (!country || plan.country === country) &&
      (!language || plan.languages.includes(language)) &&
      (!state || standingOf(plan, asOf) === state),
  )

/** One plan of the list for programs. `standing` holds on the day of the answer. */
export interface Listed extends Record<ItemKind, number> {
  slug: string
  url: string
  country: string | null
  issuer: string | null
  title: string
  kind: string
  languages: string[]
  periodStart: string | null
  periodEnd: string | null
  standing: Standing
  pages: number | null
  rows: number
  confirmed: number
  illustrative: boolean
  publishedAt: string | null
}

/** @param origin of the addresses: 'https://example.org' */
export function listed(plan: Instrument, tally: Tally | undefined, origin: string, asOf: string): Listed {
  const kinds = Object.fromEntries(ITEM_KINDS.map(kind => [kind, tally?.kinds[kind] ?? 0])) as Record<ItemKind, number>
  return {
    slug: plan.slug,
    url: origin + paths.plan(plan.slug),
    country: plan.country,
    issuer: plan.issuer,
    title: plan.title,
    kind: plan.kind,
    languages: plan.languages,
    periodStart: plan.periodStart,
    periodEnd: plan.periodEnd,
    standing: standingOf(plan, asOf),
    pages: plan.pages,
    rows: tally?.rows ?? 0,
    confirmed: tally?.confirmed ?? 0,
    ...kinds,
    illustrative: plan.illustrative,
    publishedAt: plan.publishedAt?.toISOString() ?? null,
  }
}

/** Cells that a spreadsheet would run as a formula get an apostrophe before them. */
export const listAsCsv = (plans: Listed[]): string =>
  stringify(
    plans.map(plan => ({ ...plan, languages: plan.languages.join(' ') })),
    {
      header: true,
      record_delimiter: 'windows',
      escape_formulas: true,
      cast: { boolean: value => String(value) },
    },
  )

/** RFC 4287, the newest first. */
export function listAsAtom(plans: Instrument[], origin: string, { t }: Words): string {
  const newest = [...plans].sort((a, b) => Number(b.publishedAt) - Number(a.publishedAt)).slice(0, 50)
  const updated = (newest[0]?.publishedAt ?? new Date(0)).toISOString()
  const entries = newest.map(plan => {
    const url = xml(origin + paths.plan(plan.slug))
    const lang = plan.languages[0] ? ` xml:lang="${xml(plan.languages[0])}"` : ''
    return `<entry><id>urn:uuid:${plan.id}</id><title${lang}>${xml(plan.title + (plan.illustrative ? ` (${t('plan.illustrative')})` : ''))}</title><link href="${url}"/>
<updated>${(plan.publishedAt ?? plan.createdAt).toISOString()}</updated>${plan.issuer ? `<author><name>${xml(plan.issuer)}</name></author>` : ''}</entry>`
  })
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>${xml(origin)}/plans</id><title>${xml(t('plans.feed.title'))}</title>
<link rel="self" href="${xml(origin)}/plans.atom"/><link href="${xml(origin)}/plans"/>
<author><name>Open1325</name></author><updated>${updated}</updated>
${entries.join('\n')}
</feed>
`
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
/** XML 1.0 has no way to write most control characters. */
const xml = (text: string) =>
  text.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '').replace(/[&<>"']/g, character => ENTITIES[character]!)
