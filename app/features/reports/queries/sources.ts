/** What sources say: SQL. What is for its writer's eyes only is in no report. Row-level security decides the rest. */
import { sql } from 'kysely'
import type { Cite } from '@open1325/reader'
import type { Tx } from '../../../platform/access.ts'
import { accountsOf, currentOf, type Status, type Voice } from '../../voices/model.ts'

export interface SaidNow {
  voice: Voice
  status: Status
  organisation: string
  /** Its own word: else it quotes another voice, from its source. */
  isOwn: boolean
  asOf: string
  reason: string
  source: string | null
}

export interface CommitmentSource {
  itemId: string
  slug: string
  read: boolean
  ref: number
  number: string | null
  text: string
  language: string | null
  title: string
  country: string | null
  due: string | null
  cites: Cite[]
  said: SaidNow[]
}

/** These commitments in this order, as far as the asker sees them, with what each voice says now. */
export async function commitmentSources(tx: Tx, items: string[]): Promise<CommitmentSource[]> {
  const { rows } = await sql<Omit<CommitmentSource, 'said'>>`
    select i.id as "itemId", n.slug, n.file_sha256 is not null as read, i.ref, i.number, i.text, n.languages[1] as language, n.title,
      n.country, c.due::text as due, i.cites
    from unnest(${items}::uuid[]) with ordinality as asked (id, nth)
      join commitment c on c.item_id = asked.id join item i on i.id = c.item_id join instrument n on n.id = c.instrument_id
    order by asked.nth`.execute(tx)
  const said = await sql<
    SaidNow & { itemId: string; organisationId: string; createdAt: Date; superseded: boolean; withdrawnAt: null }
  >`
    select a.item_id as "itemId", a.voice, a.status, a.organisation_id as "organisationId", coalesce(o.name, '') as organisation,
      a.voice = app.voice_of(a.organisation_id) as "isOwn", a.as_of::text as "asOf", a.reason, a.source, a.created_at as "createdAt", false as superseded, null as "withdrawnAt"
    from assessment a left join organisation o on o.id = a.organisation_id
    where a.item_id = any (${items}::uuid[]) and a.withdrawn_at is null and a.visibility <> 'me'`.execute(tx)
  const byItem = Map.groupBy(said.rows, row => row.itemId)
  return rows.map(row => ({
    ...row,
    said: currentOf(accountsOf(byItem.get(row.itemId) ?? [])).map(
      ({ voice, status, organisation, isOwn, asOf, reason, source }) => ({
        voice,
        status,
        organisation,
        isOwn,
        asOf,
        reason,
        source,
      }),
    ),
  }))
}

export interface InstrumentChoice {
  id: string
  slug: string
  title: string
  kind: string
  language: string | null
  country: string | null
  adoptedOn: string | null
}

/** What can be put in: instruments of a country (or of none), the newest first. */
export async function instrumentChoices(tx: Tx, country: string | null): Promise<InstrumentChoice[]> {
  const { rows } = await sql<InstrumentChoice>`
    select n.id, n.slug, n.title, n.kind, n.languages[1] as language, n.country, coalesce(n.adopted_on, n.period_start) as "adoptedOn"
    from instrument n
    where (${country}::text is null or n.country = ${country}) and exists (select from commitment c where c.instrument_id = n.id)
    order by coalesce(n.adopted_on, n.period_start) desc nulls last, n.title limit 100`.execute(tx)
  return rows
}

/** The most commitments that are put in at once. */
export const MOST_ITEMS = 500

/** The ids of an instrument's commitments in its order. */
export async function itemsOfInstrument(tx: Tx, instrumentId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select l.item_id as id from ledger l where l.instrument_id = ${instrumentId} order by l.position limit ${MOST_ITEMS}`.execute(
    tx,
  )
  return rows.map(row => row.id)
}

export interface IndicatorChoice {
  indicator: string
  framework: string
  code: string
  titles: Record<string, string>
  figures: number
}

/** Indicators of which the asker sees figures of a country (or of any), those with most figures first. */
export async function indicatorChoices(tx: Tx, country: string | null): Promise<IndicatorChoice[]> {
  const { rows } = await sql<IndicatorChoice>`
    select i.id as indicator, f.code as framework, i.code, i.titles, count(*)::int as figures
    from observation v join indicator i on i.id = v.indicator_id join framework f on f.id = i.framework_id
    where v.superseded_by is null and v.withdrawn_at is null and i.deleted_at is null and (${country}::text is null or v.country = ${country})
    group by i.id, f.code, i.code, i.titles order by count(*) desc, f.code, i.code limit 200`.execute(tx)
  return rows
}

export interface PlanSource {
  id: string
  slug: string
  title: string
  language: string | null
}

export async function planSource(tx: Tx, id: string): Promise<PlanSource | undefined> {
  return tx
    .selectFrom('instrument')
    .select(['id', 'slug', 'title', sql<string | null>`languages[1]`.as('language')])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Plans of a country (or of any) with decided findings. */
export async function appraisedPlans(tx: Tx, country: string | null): Promise<(PlanSource & { findings: number })[]> {
  const { rows } = await sql<PlanSource & { findings: number }>`
    select n.id, n.slug, n.title, n.languages[1] as language, count(distinct f.criterion)::int as findings
    from finding f join instrument n on n.id = f.instrument_id
    where ${country}::text is null or n.country = ${country}
    group by n.id order by n.period_start desc nulls last limit 50`.execute(tx)
  return rows
}

/** Instruments of a country (or of any) of which somebody has said where a commitment stands, the last spoken of first. */
export async function spokenInstruments(
  tx: Tx,
  country: string | null,
): Promise<(PlanSource & { commitments: number })[]> {
  const { rows } = await sql<PlanSource & { commitments: number }>`
    select n.id, n.slug, n.title, n.languages[1] as language,
      (select count(*)::int from commitment c where c.instrument_id = n.id) as commitments
    from instrument n join assessment a on a.instrument_id = n.id
    where (${country}::text is null or n.country = ${country}) and a.withdrawn_at is null and a.visibility <> 'me'
    group by n.id order by max(a.as_of) desc limit 50`.execute(tx)
  return rows
}

/** The organisation's rounds of which something was sent, the newest first. */
export async function roundsWithAnswers(tx: Tx, organisationId: string): Promise<{ id: string; title: string }[]> {
  const { rows } = await sql<{ id: string; title: string }>`
    select n.id, n.title from round n
    where n.organisation_id = ${organisationId}
      and exists (select from respondent r where r.round_id = n.id and r.sent_at is not null and r.removed_at is null)
    order by n.closes_at desc limit 100`.execute(tx)
  return rows
}

/** Commitments of a country's instruments that fall due within these days (ISO 8601), the first due first. */
export async function dueBetween(tx: Tx, country: string, from: string, to: string, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select l.item_id as id from ledger l where l.country = ${country} and l.due between ${from} and ${to}
    order by l.due, l.position limit ${most}`.execute(tx)
  return rows.map(row => row.id)
}

/** How many commitments of a country are past their day, and how many there are. */
export async function countsOf(tx: Tx, country: string, day: string): Promise<{ all: number; overdue: number }> {
  const { rows } = await sql<{ all: number; overdue: number }>`
    select count(*)::int as all, (count(*) filter (where l.due < ${day}))::int as overdue from ledger l where l.country = ${country}`.execute(
    tx,
  )
  return rows[0]!
}

/** Commitments of which government and others say different things, the last spoken of first. */
export async function spokenOf(tx: Tx, country: string, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select l.item_id as id from ledger l join assessment a on a.item_id = l.item_id
    where l.country = ${country} and a.withdrawn_at is null and a.visibility <> 'me'
    group by l.item_id having bool_or(a.voice = 'government') and bool_or(a.voice <> 'government')
    order by max(a.as_of) desc, l.item_id limit ${most}`.execute(tx)
  return rows.map(row => row.id)
}
