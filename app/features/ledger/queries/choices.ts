/** What the list can be narrowed to: countries, a country's instruments, an instrument's pillars. As far as the asker sees them. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/access.ts'
import type { Filter } from '../filter.ts'

export interface Choices {
  /** ISO 3166-1 alpha-3. */
  countries: string[]
  /** Of the country that is asked for, or all where there are few. */
  instruments: { slug: string; title: string; language: string | null }[]
  /** Of the instrument that is asked for. */
  pillars: { ref: number; number: string | null; text: string }[]
}

/** More instruments than this are no choice: a country narrows them first. */
const MOST_INSTRUMENTS = 60

export async function choicesFor(tx: Tx, { country, instrument }: Filter): Promise<Choices> {
  const countries = await tx
    .selectFrom('instrument')
    .select('country')
    .distinct()
    .where('country', 'is not', null)
    .orderBy('country')
    .execute()
  const instruments = await tx
    .selectFrom('instrument')
    .select(['slug', 'title', sql<string | null>`languages[1]`.as('language')])
    .$if(country !== null, query => query.where('country', '=', country))
    .orderBy('period_start', 'desc')
    .orderBy('title')
    .limit(MOST_INSTRUMENTS + 1)
    .execute()
  const asked = instrument ? await instrumentChoice(tx, instrument) : undefined
  const few = instruments.length <= MOST_INSTRUMENTS ? instruments : []
  return {
    countries: countries.flatMap(row => row.country ?? []),
    instruments: asked && !few.some(one => one.slug === asked.slug) ? [asked, ...few] : few,
    pillars: instrument ? await pillarsOf(tx, instrument) : [],
  }
}

const instrumentChoice = (tx: Tx, slug: string) =>
  tx
    .selectFrom('instrument')
    .select(['slug', 'title', sql<string | null>`languages[1]`.as('language')])
    .where('slug', '=', slug)
    .executeTakeFirst()

export const pillarsOf = (tx: Tx, slug: string) =>
  tx
    .selectFrom('item')
    .innerJoin('instrument', 'instrument.id', 'item.instrument_id')
    .select(['item.ref', 'item.number', 'item.text'])
    .where('slug', '=', slug)
    .where('item.kind', '=', 'pillar')
    .where('deleted_at', 'is', null)
    .orderBy('position')
    .execute()
