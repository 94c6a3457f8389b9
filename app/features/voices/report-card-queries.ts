/** What a report card is made of: SQL. Only what is public, whoever asks: a card is the same for everybody. */
import { sql } from 'kysely'
import type { Tx } from '../../platform/access.ts'
import type { CardItem } from './report-card.ts'

/** The commitments of an instrument in reading order. */
export async function cardItems(tx: Tx, instrumentIds: string[]): Promise<(CardItem & { instrumentId: string })[]> {
  if (!instrumentIds.length) return []
  const { rows } = await sql<CardItem & { instrumentId: string }>`
    select i.id as "itemId", n.id as "instrumentId", n.slug, n.file_sha256 is not null as read, i.ref, i.kind, i.number, i.text,
      n.languages[1] as language
    from commitment c join item i on i.id = c.item_id join instrument n on n.id = c.instrument_id
    where c.instrument_id = any (${instrumentIds}) order by array_position(${instrumentIds}::uuid[], c.instrument_id), c.position`.execute(
    tx,
  )
  return rows
}

export interface Recommendations {
  id: string
  slug: string
  title: string
  language: string | null
}

/** The public sets of recommendations for a country that were adopted in a year. */
export async function recommendationsOf(tx: Tx, country: string | null, year: number): Promise<Recommendations[]> {
  if (!country) return []
  return tx
    .selectFrom('instrument')
    .select(['id', 'slug', 'title', sql<string | null>`languages[1]`.as('language')])
    .where('kind', '=', 'recommendations')
    .where('country', '=', country)
    .where('published_at', 'is not', null)
    .where(sql<string>`left(adopted_on, 4)`, '=', String(year))
    .orderBy('adopted_on')
    .execute()
}

/** The day of which the first public word on an instrument speaks; null where nobody spoke. */
export async function firstWordOn(tx: Tx, instrumentId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('assessment')
    .select(({ fn }) => fn.min('as_of').as('first'))
    .where('instrument_id', '=', instrumentId)
    .where('visibility', '=', 'public')
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row?.first ?? null
}
