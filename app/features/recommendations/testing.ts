/** For tests of recommendations: sets of them, as they stand after a person entered them. */
import type { Database } from '../../platform/database/index.ts'
import type { Response } from './model.ts'

export interface SetRow {
  number?: string
  text: string
  addressee?: string
  due?: string
  theme?: string
  followUpOn?: string
  response?: Response
}

export interface SetFacts {
  slug: string
  title?: string
  country?: string | null
  body?: string | null
  adoptedOn?: string | null
  published?: boolean
  language?: string
}

/** Public numbers 1, 2, 3... Gives the set's id. */
export async function keepSet(
  { owner }: Database,
  organisationId: string,
  facts: SetFacts,
  rows: SetRow[],
): Promise<string> {
  const { slug, title = slug, country = 'COD', body = 'CEDAW Committee', adoptedOn = '2025-02-24' } = facts
  const { rows: made } = await owner.query<{ id: string }>(
    `insert into instrument (organisation_id, slug, kind, title, country, issuer, languages, adopted_on, published_at, next_ref)
     values ($1, $2, 'recommendations', $3, $4, $5, $6, $7, case when $8 then now() end, $9) returning id`,
    [
      organisationId,
      slug,
      title,
      country,
      body,
      [facts.language ?? 'en'],
      adoptedOn,
      facts.published ?? true,
      rows.length + 1,
    ],
  )
  const { id } = made[0]!
  for (const [n, row] of rows.entries()) {
    const fields = {
      ...(row.addressee && { responsible: { text: row.addressee, cites: [] } }),
      ...(row.due && { timeframe: { text: row.due, cites: [], value: { start: null, end: row.due } } }),
    }
    const item = await owner.query<{ id: string }>(
      `insert into item (instrument_id, organisation_id, ref, kind, number, text, position, cites, fields, state, confirmed_by)
       values ($1, $2, $3::int, 'recommendation', $4, $5, $3::int, '[]', $6, 'confirmed', 'somebody') returning id`,
      [id, organisationId, n + 1, row.number ?? null, row.text, JSON.stringify(fields)],
    )
    if (row.theme || row.followUpOn || row.response)
      await owner.query(
        `insert into recommendation (item_id, instrument_id, organisation_id, theme, follow_up_on, response, response_source, said_by)
         values ($1, $2, $3, $4, $5, $6, $7, 'somebody')`,
        [
          item.rows[0]!.id,
          id,
          organisationId,
          row.theme ?? null,
          row.followUpOn ?? null,
          row.response ?? null,
          row.response ? 'Replies of the State party' : null,
        ],
      )
  }
  return id
}

/** Says that one recommendation asks for the same as an earlier one. Each: the set's address and the public number. */
export async function keepRepeat(
  { owner }: Database,
  later: [string, number],
  earlier: [string, number],
): Promise<void> {
  await owner.query(
    `insert into item_link (item_id, to_item_id, relation, organisation_id, instrument_id, said_by)
     select i.id, e.id, 'repeats', i.organisation_id, i.instrument_id, 'somebody'
     from item i join instrument n on n.id = i.instrument_id, item e join instrument m on m.id = e.instrument_id
     where n.slug = $1 and i.ref = $2 and m.slug = $3 and e.ref = $4`,
    [...later, ...earlier],
  )
}
