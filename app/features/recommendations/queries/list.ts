/** Recommendations, found and read whole: SQL. Row-level security decides what the asker gets. */
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../../platform/access.ts'
import { commitmentsByIds } from '../../ledger/queries/list.ts'
import { saidConditions } from '../../ledger/queries/said.ts'
import type { Filter } from '../filter.ts'
import type { Named, Recommendation } from '../model.ts'

export const PAGE_SIZE = 50
/** More are not leafed through or written into one file: a filter narrows them first. */
export const MOST = 10_000

export interface Whose {
  organisationId?: string
}

/** One page of what the filter finds, the newest first, and how many there are. @param page from 1 */
export async function findRecommendations(
  tx: Tx,
  filter: Filter,
  page = 1,
  whose: Whose = {},
): Promise<{ found: Recommendation[]; total: number }> {
  const where = await conditionsOf(tx, filter, whose)
  const { rows } = await sql<{ total: number; ids: string[] }>`
    with found as materialized (
      select l.item_id, n.adopted_on, n.title, l.instrument_id, l.position ${FROM} where ${where} limit ${MOST + 1}
    )
    select (select count(*)::int from found) as total,
      array(select f.item_id from found f order by ${ORDER} limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}) as ids`.execute(
    tx,
  )
  const { total, ids } = rows[0]!
  return { total, found: await recommendationsByIds(tx, ids) }
}

/** The ids of everything that the filter finds, in the list's order, at most `most`. */
export async function recommendationIds(tx: Tx, filter: Filter, most: number, whose: Whose = {}): Promise<string[]> {
  const where = await conditionsOf(tx, filter, whose)
  const { rows } = await sql<{ id: string }>`
    select f.item_id as id from (
      select l.item_id, n.adopted_on, n.title, l.instrument_id, l.position ${FROM} where ${where}
    ) f order by ${ORDER} limit ${most}`.execute(tx)
  return rows.map(row => row.id)
}

const FROM = sql`from ledger l join instrument n on n.id = l.instrument_id left join recommendation r on r.item_id = l.item_id`
const ORDER = sql`f.adopted_on desc nulls last, f.title, f.instrument_id, f.position`

/** `l` is the ledger, `n` the instrument, `r` what is known of the recommendation. */
async function conditionsOf(tx: Tx, filter: Filter, { organisationId }: Whose): Promise<RawBuilder<boolean>> {
  const { country, body, year, addressee, theme, response, due, repeated } = filter
  const all: RawBuilder<boolean>[] = [sql`l.kind = 'recommendation'`]
  if (organisationId) all.push(sql`l.organisation_id = ${organisationId}`)
  if (country) all.push(sql`l.country = ${country}`)
  if (body) all.push(sql`n.issuer = ${body}`)
  if (year) all.push(sql`left(n.adopted_on, 4) = ${year}`)
  if (addressee) all.push(sql`l.responsible like ${contains(addressee)}`)
  if (theme) all.push(sql`app.fold(r.theme) like ${contains(theme)}`)
  if (response) all.push(sql`coalesce(r.response, 'none') = ${response}`)
  if (due === 'overdue') all.push(sql`least(l.due, r.follow_up_on) < current_date`)
  else if (due === 'next-90-days')
    all.push(
      sql`(l.due between current_date and current_date + 90 or r.follow_up_on between current_date and current_date + 90)`,
    )
  else if (due === 'none') all.push(sql`l.due is null and r.follow_up_on is null`)
  const repeats = sql`l.item_id in (select k.item_id from item_link k where k.relation = 'repeats')`
  const isRepeated = sql`l.item_id in (select k.to_item_id from item_link k where k.relation = 'repeats')`
  if (repeated === 'repeats') all.push(sql`${repeats}`)
  else if (repeated === 'repeated') all.push(sql`${isRepeated}`)
  else if (repeated === 'neither') all.push(sql`not ${repeats} and not ${isRepeated}`)
  all.push(...(await saidConditions(tx, { voice: filter.voice, status: filter.status, gap: null })))
  return sql<boolean>`${sql.join(all, sql` and `)}`
}

/** A pattern for LIKE: what was typed, folded, anywhere. */
const contains = (typed: string) => sql`'%' || app.fold(${typed.replace(/[\\%_]/g, sign => '\\' + sign)}) || '%'`

/** These recommendations in this order, with what voices say of them. */
export async function recommendationsByIds(tx: Tx, ids: string[]): Promise<Recommendation[]> {
  if (!ids.length) return []
  const commitments = await commitmentsByIds(tx, ids)
  const { rows } = await sql<Omit<Recommendation, keyof (typeof commitments)[number]> & { itemId: string }>`
    select i.id as "itemId", n.adopted_on as "adoptedOn", n.session, r.theme,
      nullif(i.fields #>> '{timeframe,text}', i.fields #>> '{timeframe,value,end}') as time, r.follow_up_on::text as "followUpOn", r.response,
      r.response_words as "responseWords", r.response_on as "responseOn", r.response_source as "responseSource",
      r.response_url as "responseUrl"
    from item i join instrument n on n.id = i.instrument_id left join recommendation r on r.item_id = i.id
    where i.id = any (${ids}::uuid[])`.execute(tx)
  const known = new Map(rows.map(row => [row.itemId, row]))
  const links = await repeatsOf(tx, ids)
  return commitments.flatMap(one => {
    const more = known.get(one.itemId)
    if (!more) return []
    const linked = (relation: 'repeats' | 'repeatedBy') =>
      links.filter(link => link.of === one.itemId && link.relation === relation).map(link => link.other)
    return [{ ...one, ...more, repeats: linked('repeats'), repeatedBy: linked('repeatedBy') }]
  })
}

interface RepeatLink {
  of: string
  relation: 'repeats' | 'repeatedBy'
  other: Named
}

/** What these repeat and what repeats them, as far as the asker sees the other one; the earliest first. */
async function repeatsOf(tx: Tx, ids: string[]): Promise<RepeatLink[]> {
  const { rows } = await sql<Named & { of: string; relation: 'repeats' | 'repeatedBy' }>`
    select k.of, k.relation, i.id as "itemId", n.slug, i.ref, n.file_sha256 is not null as read, i.number, i.text,
      n.languages[1] as language, n.title, n.issuer as body, left(n.adopted_on, 4) as year
    from (
      select item_id as of, to_item_id as other, 'repeats' as relation from item_link
      where relation = 'repeats' and item_id = any (${ids}::uuid[])
      union all
      select to_item_id, item_id, 'repeatedBy' from item_link where relation = 'repeats' and to_item_id = any (${ids}::uuid[])
    ) k join item i on i.id = k.other join instrument n on n.id = i.instrument_id
    where i.deleted_at is null order by n.adopted_on, i.position`.execute(tx)
  return rows.map(({ of, relation, ...other }) => ({ of, relation, other }))
}

export interface Choices {
  /** ISO 3166-1 alpha-3. */
  countries: string[]
  bodies: string[]
  /** The latest first. */
  years: string[]
}

/** What the list can be narrowed to, of the recommendations that the asker sees. */
export async function choicesFor(tx: Tx): Promise<Choices> {
  const { rows } = await sql<{ country: string | null; body: string | null; year: string | null }>`
    select distinct n.country, n.issuer as body, left(n.adopted_on, 4) as year
    from instrument n where exists (select from commitment c where c.instrument_id = n.id and c.kind = 'recommendation')`.execute(
    tx,
  )
  const all = (key: 'country' | 'body' | 'year') => [...new Set(rows.flatMap(row => row[key] ?? []))].toSorted()
  return { countries: all('country'), bodies: all('body'), years: all('year').toReversed() }
}
