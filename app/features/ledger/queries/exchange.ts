/** Commitments with all that a table says of them. Row-level security decides what the asker gets. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/access.ts'
import { gapOf, VOICES, type Status, type Voice } from '../../voices/model.ts'
import type { Exchanged } from '../exchange/columns.ts'
import { IS_CURRENT } from './said.ts'

/** These commitments in this order. @param organisationId whose own word is told as `ours`; null: nobody's */
export async function exchangedByIds(tx: Tx, ids: string[], organisationId: string | null): Promise<Exchanged[]> {
  if (!ids.length) return []
  const { rows } = await sql<Omit<Exchanged, 'voices' | 'gap' | 'ours'>>`
    select i.id as "itemId", i.instrument_id as "instrumentId", i.organisation_id as "organisationId", n.slug,
      n.file_sha256 is not null as read, n.title, n.kind as "instrumentKind", n.country, n.published_at is not null as published,
      i.ref, i.kind, i.number, i.text, p.ref as pillar, i.parent_id as "parentId", i.fields, i.cites, i.version
    from unnest(${ids}::uuid[]) with ordinality as asked (id, n_th)
      join item i on i.id = asked.id join instrument n on n.id = i.instrument_id join commitment c on c.item_id = i.id
      left join item p on p.id = c.pillar_id
    order by asked.n_th`.execute(tx)
  const words = await sayings(tx, ids)
  return rows.map(row => {
    const said = words.get(row.itemId) ?? []
    const ours = said.find(word => word.organisationId === organisationId && word.voice === word.organisationVoice)
    return {
      ...row,
      ours: ours ? { status: ours.status, asOf: ours.asOf, reason: ours.reason } : null,
      voices: said,
      gap: gapOf(said),
    }
  })
}

interface Saying {
  itemId: string
  organisationId: string
  organisationVoice: Voice | null
  voice: Voice
  status: Status
  asOf: string
  reason: string
}

async function sayings(tx: Tx, ids: string[]): Promise<Map<string, Saying[]>> {
  const { rows } = await sql<Saying>`
    select a.item_id as "itemId", a.organisation_id as "organisationId", o.voice as "organisationVoice", a.voice, a.status,
      a.as_of as "asOf", a.reason
    from assessment a left join organisation o on o.id = a.organisation_id
    where a.item_id = any (${ids}::uuid[]) and ${IS_CURRENT}
    order by array_position(${[...VOICES]}::text[], a.voice), o.name, a.as_of`.execute(tx)
  return Map.groupBy(rows, row => row.itemId)
}
