/** The latest public words on what a filter finds, for its feed: nobody's drafts are told of, whoever asks. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/access.ts'
import type { Status, Voice } from '../../voices/model.ts'
import type { Filter } from '../filter.ts'
import { conditionsFor } from './list.ts'

export interface LatestWord {
  id: string
  slug: string
  ref: number
  read: boolean
  text: string
  language: string | null
  voice: Voice
  status: Status
  asOf: string
  reason: string
  organisation: string | null
  createdAt: Date
}

const LATEST = 50

export async function latestWords(tx: Tx, filter: Filter): Promise<LatestWord[]> {
  const where = await conditionsFor(tx, filter)
  if (!where) return []
  const { rows } = await sql<LatestWord>`
    select a.id, n.slug, i.ref, n.file_sha256 is not null as read, left(i.text, 300) as text, n.languages[1] as language, a.voice, a.status,
      a.as_of as "asOf", left(a.reason, 1000) as reason, o.name as organisation, a.created_at as "createdAt"
    from ledger l join assessment a on a.item_id = l.item_id join item i on i.id = l.item_id join instrument n on n.id = i.instrument_id
      left join organisation o on o.id = a.organisation_id
    where ${where} and a.visibility = 'public' and a.withdrawn_at is null and n.published_at is not null
    order by a.created_at desc limit ${LATEST}`.execute(tx)
  return rows
}
