/** What is public of each country, over all features. Row-level security decides what the asker gets. */
import { sql } from 'kysely'
import type { Tx } from '../../platform/access.ts'
import type { InLanguages } from '../indicators/model.ts'
import type { AnyInstrumentKind } from '../ledger/model.ts'
import { bitsOf } from '../ledger/queries/said.ts'
import { GAPS } from '../voices/model.ts'
import type { Gaps } from './model.ts'

export interface CountryLine {
  /** ISO 3166-1 alpha-3. */
  country: string
  documents: number
  gaps: Gaps
  /** How many indicators have figures. */
  indicators: number
}

/** Every country of which something is public: a document, or a figure. */
export async function countriesKnown(tx: Tx): Promise<CountryLine[]> {
  const lines = new Map<string, CountryLine>()
  const line = (country: string) => {
    const known = lines.get(country) ?? { country, documents: 0, gaps: {}, indicators: 0 }
    lines.set(country, known)
    return known
  }
  const documents = await sql<{ country: string; count: number }>`
    select country, count(*)::int as count from instrument where country is not null group by country`.execute(tx)
  for (const { country, count } of documents.rows) line(country).documents = count
  for (const { country, ...gaps } of await gapsBy(tx, null)) if (country) line(country).gaps = gaps.gaps
  const figures = await sql<{ country: string; count: number }>`
    select c.country, count(*)::int as count
    from indicator i, lateral (
      with recursive next as (
        (select o.country from observation o where o.indicator_id = i.id and o.country is not null
            and o.superseded_by is null and o.withdrawn_at is null order by o.country limit 1)
        union all
        select (select o.country from observation o where o.indicator_id = i.id and o.country > next.country
            and o.superseded_by is null and o.withdrawn_at is null order by o.country limit 1)
        from next where next.country is not null
      ) select country from next where country is not null) c
    group by c.country`.execute(tx)
  for (const { country, count } of figures.rows) line(country).indicators = count
  return [...lines.values()]
}

const GAP_OF = new Map(GAPS.flatMap(gap => bitsOf(gap).map(bits => [bits, gap] as const)))

/** What is said of the commitments of a country, or of each country. */
export async function gapsBy(tx: Tx, country: string | null): Promise<{ country: string | null; gaps: Gaps }[]> {
  const { rows } = await sql<{ country: string | null; said: number; count: number }>`
    select l.country, l.said, count(*)::int as count from ledger l
    where ${country}::text is null or l.country = ${country} group by l.country, l.said`.execute(tx)
  const byCountry = new Map<string | null, Gaps>()
  for (const row of rows) {
    const gaps = byCountry.get(row.country) ?? {}
    const gap = GAP_OF.get(row.said)!
    gaps[gap] = (gaps[gap] ?? 0) + row.count
    byCountry.set(row.country, gaps)
  }
  return [...byCountry].map(([code, gaps]) => ({ country: code, gaps }))
}

export interface CountryDocument {
  id: string
  slug: string
  title: string
  languages: string[]
  kind: AnyInstrumentKind
  periodStart: string | null
  periodEnd: string | null
  /** It was read from a file; else it was entered as rows. */
  read: boolean
  illustrative: boolean
}

/** A country's documents, the newest first. */
export async function documentsOf(tx: Tx, country: string): Promise<CountryDocument[]> {
  const { rows } = await sql<CountryDocument>`
    select id, slug, title, languages, kind, period_start as "periodStart", period_end as "periodEnd", file_sha256 is not null as read,
      illustrative
    from instrument where country = ${country}
    order by coalesce(period_start, adopted_on) desc nulls last, title limit 200`.execute(tx)
  return rows
}

/** How many commitments of a country are past their day, and how many fall due within 90 days. */
export async function dueOf(tx: Tx, country: string): Promise<{ overdue: number; soon: number }> {
  const { rows } = await sql<{ overdue: number; soon: number }>`
    select count(*) filter (where due < current_date)::int as overdue,
      count(*) filter (where due between current_date and current_date + 90)::int as soon
    from ledger where country = ${country}`.execute(tx)
  return rows[0]!
}

export interface MeasuredIndicator {
  framework: string
  frameworkTitles: InLanguages
  code: string
  titles: InLanguages
  figures: number
  /** The period of the newest figure, as its source writes it. */
  newest: string | null
}

/** Which indicators have figures of a country. */
export async function measuredIn(tx: Tx, country: string): Promise<MeasuredIndicator[]> {
  const { rows } = await sql<MeasuredIndicator>`
    select f.code as framework, f.titles as "frameworkTitles", i.code, i.titles, o.figures, o.newest
    from (
      select indicator_id, count(*)::int as figures, (array_agg(period order by period_end desc nulls last))[1] as newest
      from observation where country = ${country} and superseded_by is null and withdrawn_at is null group by indicator_id
    ) o join indicator i on i.id = o.indicator_id join framework f on f.id = i.framework_id
    order by f.code, i.position, i.code limit 300`.execute(tx)
  return rows
}
