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

/** The asker's organisations, and those that share with them. */
const HERS = sql`array(select app.mine('reader') union select app.sharing_with_me())`

/** Commitments of which the asker sees a word that the public does not. */
const SAID_APART = sql`select apart.item_id from assessment apart
  where apart.organisation_id = any (${HERS}) and apart.visibility <> 'public'
    and apart.superseded_by is null and apart.withdrawn_at is null`

/** The current words on those commitments, as IS_CURRENT; they are few, so that going through them takes no time. */
const CURRENT_APART = sql`(
  select a.* from (
    select w.*, bool_or(w.narrow) over (
        partition by w.item_id, w.voice, w.organisation_id order by w.as_of desc, w.created_at desc
        rows between unbounded preceding and 1 preceding) as passed
    from (
      select a.item_id, a.voice, a.organisation_id, a.status, a.as_of, a.created_at,
        a.visibility <> 'public' and a.organisation_id = any (${HERS}) as narrow
      from assessment a where ${STANDS} and a.item_id = any (array(${SAID_APART})) offset 0) w) a
  where a.passed is not true)`

/**
 * The commitments `l` of which the voices say what the filter asks for. What the public sees is found by indexes; only where a member sees
 * more, the words themselves are gone through.
 */
export async function saidConditions(tx: Tx, { voice, status, gap }: Pick<Filter, 'voice' | 'status' | 'gap'>) {
  const conditions: RawBuilder<boolean>[] = []
  if (!voice && !status && !gap) return conditions
  const { rows } = await sql<{ isNobody: boolean }>`select app.asker() is null as "isNobody"`.execute(tx)
  const { isNobody } = rows[0]!
  if (voice || status) {
    const such = sql`${voice ? sql`and a.voice = ${voice}` : sql``}
      ${status && status !== 'none' ? sql`and a.status = ${status}` : sql``}`
    const publicly = sql`select a.item_id from assessment a where ${STANDS} and a.visibility = 'public' ${such}`
    const apart = sql`select a.item_id from ${CURRENT_APART} a where true ${such}`
    if (status !== 'none')
      conditions.push(
        isNobody
          ? sql`l.item_id in (${publicly})`
          : sql`l.item_id in (
              select p.item_id from (${publicly}) p where p.item_id not in (${SAID_APART}) union all ${apart})`,
      )
    else
      conditions.push(
        isNobody
          ? sql`not exists (${publicly} and a.item_id = l.item_id)`
          : sql`case when l.item_id in (${SAID_APART}) then l.item_id not in (${apart})
              else l.item_id not in (${publicly}) end`,
      )
  }
  if (gap) {
    const bits = sql`any (${bitsOf(gap)}::int[])`
    const told = sql`select a.item_id, ${SAID_BITS} as bits from ${CURRENT_APART} a where a.status <> 'no-information' group by a.item_id`
    const apart =
      gap === 'nobody-spoke'
        ? sql`l.item_id not in (select t.item_id from (${told}) t)`
        : sql`l.item_id in (select t.item_id from (${told}) t where t.bits = ${bits})`
    conditions.push(
      isNobody
        ? sql`l.said = ${bits}`
        : sql`case when l.item_id in (${SAID_APART}) then ${apart} else l.said = ${bits} end`,
    )
  }
  return conditions
}
