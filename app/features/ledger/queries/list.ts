/** The ledger's lists: which commitments a filter finds, in which order, how many. Row-level security decides what the asker gets. */
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../../platform/access.ts'
import { gapOf, VOICES, type Status, type Voice } from '../../voices/model.ts'
import { spanOfDue, type Filter } from '../filter.ts'
import type { AnyInstrumentKind, Commitment, CommitmentKind } from '../model.ts'
import { IS_CURRENT, saidConditions } from './said.ts'

export const PAGE_SIZE = 50
/** So many are counted and leafed through (of a search only those that are weighed); beyond that the list says 'more than'. */
export const COUNTED = 10_000
/** Words are weighed against so many matches; a word that more of them have says little about any. */
export const WEIGHED = 1500

/** A commitment of a list, with what the desk needs to change it. */
export interface Listed extends Commitment {
  organisationId: string
  version: number
  published: boolean
}

export interface Found {
  /** Of this page, in order. */
  commitments: Listed[]
  /** How many there are; of more than `counted` one more than that. */
  total: number
  counted: number
  hasNext: boolean
}

/** Whose commitments: everybody's that the asker sees, or one organisation's alone. */
export interface Whose {
  organisationId?: string
}

/** One page of what the filter finds. @param page from 1 */
export async function findCommitments(tx: Tx, filter: Filter, page = 1, whose: Whose = {}): Promise<Found> {
  const meant = filter.words === null ? null : await meaningOf(tx, filter.words)
  if (meant === '') return { commitments: [], total: 0, counted: COUNTED, hasNext: false }
  const where = await conditionsOf(tx, filter, meant, whose)
  const part = { limit: PAGE_SIZE + 1, offset: (page - 1) * PAGE_SIZE }
  const byWeight = filter.order === null && meant !== null
  const { ids, total } = byWeight ? await weigh(tx, where, meant, part) : await leaf(tx, where, filter.order, part)
  const counted = byWeight ? WEIGHED : COUNTED
  const commitments = await commitmentsByIds(tx, ids.slice(0, PAGE_SIZE))
  return { commitments, total, counted, hasNext: ids.length > PAGE_SIZE && page * PAGE_SIZE < counted }
}

/** Of how many ids, from which on. */
interface Part {
  limit: number
  offset: number
}

/** The ids of a part, those first whose words weigh most, and the total. The words are looked up once for both. */
async function weigh(tx: Tx, where: Condition, meant: string, { limit, offset }: Part) {
  const { rows } = await sql<{ ids: string[]; total: number }>`
    with found as materialized (
      select l.item_id, l.instrument_id, l.position, l.words from ledger l where ${where} limit ${WEIGHED + 1})
    select array(
        select f.item_id from (select * from found limit ${WEIGHED}) f
        order by ts_rank(f.words, ${meant}::tsquery, 1) desc, f.instrument_id, f.position limit ${limit} offset ${offset}) as ids,
      (select count(*)::int from found) as total`.execute(tx)
  return rows[0]!
}

/** The ids of a part in the list's order, and the total. */
async function leaf(tx: Tx, where: Condition, order: Filter['order'], part: Part) {
  const ids = await idsOf(tx, where, order, part)
  const isAll = part.offset === 0 && ids.length < part.limit
  return { ids, total: isAll ? ids.length : await countOf(tx, where, COUNTED) }
}

/** The ids of everything that the filter finds, in the list's order, at most `most`. */
export async function findIds(tx: Tx, filter: Filter, most: number, whose: Whose = {}): Promise<string[]> {
  const meant = filter.words === null ? null : await meaningOf(tx, filter.words)
  if (meant === '') return []
  const where = await conditionsOf(tx, filter, meant, whose)
  return idsOf(tx, where, filter.order, { limit: most, offset: 0 })
}

/** What the filter asks of the ledger `l`, for other queries over it; null where it asks for words and there is none in what was typed. */
export async function conditionsFor(tx: Tx, filter: Filter): Promise<Condition | null> {
  const meant = filter.words === null ? null : await meaningOf(tx, filter.words)
  return meant === '' ? null : conditionsOf(tx, filter, meant, {})
}

/** What was typed, as a tsquery in the languages of the instruments that the asker sees; '' where it has no word in it. */
async function meaningOf(tx: Tx, typed: string): Promise<string> {
  // PostgreSQL thinks that words are compared at no cost, and would go through all rows where the index knows the answer.
  await sql`select set_config('enable_seqscan', 'off', true)`.execute(tx)
  const { rows } = await sql<{ meant: string }>`
    select (app.search_query(array(select distinct languages[1] from instrument where languages[1] is not null), ${typed})
      || coalesce(app.search_beginning(${typed}), ''))::text as meant`.execute(tx)
  return rows[0]!.meant
}

type Condition = RawBuilder<boolean>

/** `l` is the ledger. */
async function conditionsOf(
  tx: Tx,
  filter: Filter,
  meant: string | null,
  { organisationId }: Whose,
): Promise<Condition> {
  const { country, instrument, pillar, kind, instrumentKind, issuer, responsible, due } = filter
  const all: Condition[] = [sql`true`]
  const ofInstrument = sql`select id from instrument where slug = ${instrument}`
  if (organisationId) all.push(sql`l.organisation_id = ${organisationId}`)
  if (meant !== null) all.push(sql`l.words @@ ${meant}::tsquery`)
  if (country) all.push(sql`l.country = ${country}`)
  if (instrument) all.push(sql`l.instrument_id = (${ofInstrument})`)
  if (pillar !== null)
    all.push(sql`l.pillar_id = (select id from item where instrument_id = (${ofInstrument}) and ref = ${pillar})`)
  if (kind) all.push(sql`l.kind = ${kind}`)
  if (instrumentKind) all.push(sql`l.instrument_kind = ${instrumentKind}`)
  if (issuer)
    all.push(sql`l.instrument_id in (select id from instrument where app.fold(issuer) like ${contains(issuer)})`)
  if (responsible) all.push(sql`l.responsible like ${contains(responsible)}`)
  if (due === 'overdue') all.push(sql`l.due < current_date`)
  else if (due === 'next-90-days') all.push(sql`l.due between current_date and current_date + 90`)
  else if (due === 'none') all.push(sql`l.due is null`)
  else if (due) {
    const [from, to] = spanOfDue(due)!
    all.push(sql`l.due between ${from}::date and ${to}::date`)
  }
  all.push(...(await saidConditions(tx, filter)))
  return sql<boolean>`${sql.join(all, sql` and `)}`
}

/** A pattern for LIKE: what was typed, folded, anywhere. */
const contains = (typed: string) => sql`'%' || app.fold(${typed.replace(/[\\%_]/g, sign => '\\' + sign)}) || '%'`

async function idsOf(tx: Tx, where: Condition, order: Filter['order'], { limit, offset }: Part): Promise<string[]> {
  const columns = order === 'due' ? sql`l.due, l.item_id` : sql`l.country, l.instrument_id, l.position`
  const { rows } = await sql<{ id: string }>`
    select l.item_id as id from ledger l where ${where} order by ${columns} limit ${limit} offset ${offset}`.execute(tx)
  return rows.map(row => row.id)
}

async function countOf(tx: Tx, where: Condition, most: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (select from ledger l where ${where} limit ${most + 1}) counted`.execute(tx)
  return rows[0]!.n
}

/** These commitments in this order, with what voices say of them. */
export async function commitmentsByIds(tx: Tx, ids: string[]): Promise<Listed[]> {
  if (!ids.length) return []
  const { rows } = await sql<Omit<Listed, 'voices' | 'gap'>>`
    select i.id as "itemId", i.instrument_id as "instrumentId", i.organisation_id as "organisationId", n.slug,
      n.file_sha256 is not null as read, n.kind as "instrumentKind", n.published_at is not null as published, i.ref, n.title, n.country,
      n.issuer, i.kind, i.number, i.text, n.languages[1] as language, p.text as pillar, i.fields #>> '{responsible,text}' as responsible,
      c.due::text as due, i.version
    from unnest(${ids}::uuid[]) with ordinality as asked (id, n_th)
      join item i on i.id = asked.id join instrument n on n.id = i.instrument_id join commitment c on c.item_id = i.id
      left join item p on p.id = c.pillar_id
    order by asked.n_th`.execute(tx)
  const said = await saidOf(
    tx,
    rows.map(row => row.itemId),
  )
  return rows.map(row => {
    const voices = said.get(row.itemId) ?? []
    return {
      ...row,
      kind: row.kind as CommitmentKind,
      instrumentKind: row.instrumentKind as AnyInstrumentKind,
      voices,
      gap: gapOf(voices),
    }
  })
}

/** What voices say now, by the item's id, in the order of VOICES. */
async function saidOf(tx: Tx, ids: string[]): Promise<Map<string, Commitment['voices']>> {
  const { rows } = await sql<{ itemId: string; voice: Voice; status: Status; organisation: string | null }>`
    select a.item_id as "itemId", a.voice, a.status, o.name as organisation
    from assessment a left join organisation o on o.id = a.organisation_id
    where a.item_id = any (${ids}::uuid[]) and ${IS_CURRENT}
    order by array_position(${[...VOICES]}::text[], a.voice), o.name, a.as_of`.execute(tx)
  const said = new Map<string, Commitment['voices']>()
  for (const { itemId, organisation, ...word } of rows) {
    const words = said.get(itemId) ?? []
    words.push({ ...word, organisation: organisation ?? '' })
    said.set(itemId, words)
  }
  return said
}
