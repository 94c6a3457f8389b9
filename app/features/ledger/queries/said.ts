/** What voices say now, in SQL: as far as row-level security lets the asker see it. */
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../../platform/access.ts'
import { gapOf, STAGE, STATUSES, type Gap, type Voice } from '../../voices/model.ts'
import type { Filter } from '../filter.ts'

const STANDS = sql<boolean>`a.superseded_by is null and a.withdrawn_at is null`

/**
 * An organisation's current word, as accountsOf of voices/model.ts: no later one has taken its place, also none that only those see who
 * may see it (its members, its partners) and the asker is one of them. `a` is the assessment.
 */
export const IS_CURRENT = sql<boolean>`${STANDS} and not exists (
  select from assessment narrow
  where narrow.item_id = a.item_id and narrow.voice = a.voice and narrow.organisation_id = a.organisation_id
    and (narrow.as_of, narrow.created_at) > (a.as_of, a.created_at)
    and narrow.organisation_id = any (array(select app.mine('reader') union select app.sharing_with_me()))
    and narrow.visibility <> 'public' and narrow.superseded_by is null and narrow.withdrawn_at is null)`

/** Commitments of which the asker sees a word that the public does not. */
const SAID_APART = sql`select narrow.item_id from assessment narrow
  where narrow.organisation_id = any (array(select app.mine('reader') union select app.sharing_with_me()))
    and narrow.visibility <> 'public' and narrow.superseded_by is null and narrow.withdrawn_at is null`

/** What is said in public is noted with the commitment; only where a member sees more, the words themselves are gone through. */
const gapForMembers = (gap: Gap) => sql<boolean>`(
  (l.said = any (${bitsOf(gap)}::int[]) and l.item_id not in (${SAID_APART}))
  or l.item_id in (
    select apart.item_id from (${SAID_APART}) apart left join assessment a
      on a.item_id = apart.item_id and a.status <> 'no-information' and ${IS_CURRENT}
    group by apart.item_id having coalesce(${SAID_BITS}, 0) = any (${bitsOf(gap)}::int[])))`

/** The statuses that say how far something is, each with a bit for the government's word and one for the others'. */
const TELLING = STATUSES.filter(status => STAGE[status] !== null)

/**
 * Who said what, of a group of assessments `a`, as one number: the gap depends on nothing else. Null where nobody said how far it is.
 * A test holds it together with gapOf over all that can be said.
 */
export const SAID_BITS = sql<number | null>`bit_or(
  (1 << array_position(${TELLING}::text[], a.status) - 1) << case a.voice when 'government' then 0 else ${TELLING.length}::int end)`

/** The numbers of which gapOf says this gap. */
export function bitsOf(gap: Gap): number[] {
  const numbers = Array.from({ length: 2 ** (2 * TELLING.length) }, (_, bits) => bits)
  return numbers.filter(bits => gapOf(wordsOf(bits)) === gap)
}

export const wordsOf = (bits: number) =>
  (['government', 'civil-society'] satisfies Voice[]).flatMap((voice, n) =>
    TELLING.flatMap((status, at) => (bits & (1 << (at + n * TELLING.length)) ? [{ voice, status }] : [])),
  )

/** The commitments `l` of which the voices say what the filter asks for. */
export async function saidConditions(tx: Tx, { voice, status, gap }: Pick<Filter, 'voice' | 'status' | 'gap'>) {
  const conditions: RawBuilder<boolean>[] = []
  if (!voice && !status && !gap) return conditions
  const { rows } = await sql<{ isNobody: boolean }>`select app.asker() is null as "isNobody"`.execute(tx)
  const { isNobody } = rows[0]!
  // Nobody sees a word that is not public: what stands is current, and the others need not be gone through.
  const isCurrent = isNobody ? STANDS : IS_CURRENT
  if (voice || status) {
    const said = sql`select a.item_id from assessment a where ${isCurrent}
      ${voice ? sql`and a.voice = ${voice}` : sql``} ${status && status !== 'none' ? sql`and a.status = ${status}` : sql``}`
    conditions.push(
      status === 'none'
        ? sql<boolean>`not exists (${said} and a.item_id = l.item_id)`
        : sql<boolean>`l.item_id in (${said})`,
    )
  }
  if (gap) conditions.push(isNobody ? sql<boolean>`l.said = any (${bitsOf(gap)}::int[])` : gapForMembers(gap))
  return conditions
}
