/** What an answer can become, and what of it is there already: SQL. Row-level security decides what the asker gets. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/access.ts'
import type { InLanguages } from '../form/model.ts'

/** Which of these are pieces of evidence that the asker may see. */
export async function evidenceAmong(tx: Tx, ids: string[]): Promise<string[]> {
  if (!ids.length) return []
  const { rows } = await sql<{ id: string }>`
    select id from evidence where id = any(${ids}::uuid[]) and withdrawn_at is null`.execute(tx)
  return rows.map(({ id }) => id)
}

/** The commitment at 'mali-2019/12'; undefined where there is none that the asker may see. */
export async function commitmentAt(
  tx: Tx,
  address: string,
): Promise<{ itemId: string; instrumentId: string; text: string; title: string } | undefined> {
  const [, slug, ref] = address.match(/^([a-z0-9-]+)\/(\d{1,9})$/) ?? []
  if (!slug) return undefined
  const { rows } = await sql<{ itemId: string; instrumentId: string; text: string; title: string }>`
    select c.item_id as "itemId", c.instrument_id as "instrumentId", i.text, n.title
    from instrument n join item i on i.instrument_id = n.id join commitment c on c.item_id = i.id
    where n.slug = ${slug} and i.ref = ${Number(ref)}`.execute(tx)
  return rows[0]
}

/** The indicator at 's-2010-498/11a'. */
export async function indicatorAt(
  tx: Tx,
  address: string,
): Promise<{ id: string; valueKind: string; countsPeople: boolean } | undefined> {
  const at = address.indexOf('/')
  if (at < 1) return undefined
  const { rows } = await sql<{ id: string; valueKind: string; countsPeople: boolean }>`
    select i.id, i.value_kind as "valueKind", i.counts_people as "countsPeople" from framework f join indicator i on i.framework_id = f.id
    where f.code = ${address.slice(0, at)} and i.code = ${address.slice(at + 1)} and i.deleted_at is null`.execute(tx)
  return rows[0]
}

/** An indicator as forms offer it. */
export interface NamedIndicator {
  /** 's-2010-498/11a' */
  address: string
  titles: InLanguages
  framework: InLanguages
}

const NAMED = sql`f.code || '/' || i.code as address, i.titles, f.titles as framework
  from framework f join indicator i on i.framework_id = f.id`

/** Indicators in whose code or title the words stand, in any language. */
export async function indicatorsByWords(tx: Tx, words: string, most: number): Promise<NamedIndicator[]> {
  const part = `%${words.replace(/[\\%_]/g, sign => '\\' + sign)}%`
  const { rows } = await sql<NamedIndicator>`
    select ${NAMED} where i.deleted_at is null
      and (f.code || '/' || i.code ilike ${part} or exists (select from jsonb_each_text(i.titles) as t where t.value ilike ${part}))
    order by f.code, i.code limit ${most}`.execute(tx)
  return rows
}

export async function indicatorNamed(tx: Tx, address: string): Promise<NamedIndicator | undefined> {
  const { rows } = await sql<NamedIndicator>`
    select ${NAMED} where i.deleted_at is null and f.code || '/' || i.code = ${address}`.execute(tx)
  return rows[0]
}

/** Which of these words were said already, by their ids. */
export async function saidAlready(tx: Tx, ids: string[]): Promise<string[]> {
  if (!ids.length) return []
  const { rows } = await sql<{ id: string }>`select id from assessment where id = any(${ids}::uuid[])`.execute(tx)
  return rows.map(({ id }) => id)
}
