/** What voices say now, in SQL: as far as row-level security lets the asker see it. */
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../../platform/access.ts'
import { gapOf, STAGE, STATUSES, VOICES, type Gap, type Status, type Voice } from '../../voices/model.ts'
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

/**
 * What an asker sees beyond the public, asked once for a list: the commitments on which she sees a word that the public does not (`items`),
 * and those of them that are `such` as the filter asks. They are few beside all others.
 */
interface Apart {
  items: Ids
  such: Ids
}
/** Thousands of ids as PostgreSQL writes a list of them: they only go back to it. */
type Ids = string

/**
 * @param such the ids of the commitments that are such as asked, among the current words of those `items`, which it finds in `a`
 *   (as IS_CURRENT: gone through by a window, since they are few)
 */
async function apartFrom(tx: Tx, such: RawBuilder<unknown>): Promise<Apart> {
  const { rows } = await sql<Apart>`
    with hers as materialized (select app.mine('reader') as id union select app.sharing_with_me()),
    apart as materialized (
      select distinct w.item_id from assessment w
      where w.organisation_id = any (array(select id from hers)) and w.visibility <> 'public'
        and w.superseded_by is null and w.withdrawn_at is null),
    a as materialized (
      select w.* from (
        select w.*, bool_or(w.narrow) over (
            partition by w.item_id, w.voice, w.organisation_id order by w.as_of desc, w.created_at desc
            rows between unbounded preceding and 1 preceding) as passed
        from (
          select a.item_id, a.voice, a.organisation_id, a.status, a.as_of, a.created_at,
            a.visibility <> 'public' and a.organisation_id = any (array(select id from hers)) as narrow
          from assessment a where ${STANDS} and a.item_id = any (array(select item_id from apart)) offset 0) w) w
      where w.passed is not true)
    select array(select item_id from apart)::text as items, array(${such})::text as such`.execute(tx)
  return rows[0]!
}

/** A bit for each voice and status, as app.spoken_in_public sets them: those of this voice, or of all, and of this status, or of all. */
function spokenBits(voice: Voice | null, status: Status | null): number {
  let bits = 0
  for (const [v, one] of VOICES.entries())
    for (const [s, other] of STATUSES.entries())
      if ((voice ?? one) === one && (status ?? other) === other) bits |= 1 << (v * STATUSES.length + s)
  return bits
}

/**
 * The commitments `l` of which the voices say what the filter asks for. What the public sees is noted on each; only where a member sees
 * more, the words themselves are gone through.
 */
export async function saidConditions(tx: Tx, { voice, status, gap }: Pick<Filter, 'voice' | 'status' | 'gap'>) {
  const conditions: RawBuilder<boolean>[] = []
  if (voice || status) {
    const bits = spokenBits(voice, status === 'none' ? null : status)
    const such = sql`select a.item_id from a where true ${voice ? sql`and a.voice = ${voice}` : sql``}
      ${status && status !== 'none' ? sql`and a.status = ${status}` : sql``}`
    conditions.push(
      status === 'none'
        ? await seen(tx, sql`l.spoken & ${bits} = 0`, sql`select item_id from apart except ${such}`)
        : await seen(tx, sql`l.spoken & ${bits} <> 0`, sql`select distinct s.item_id from (${such}) s`),
    )
  }
  if (gap) {
    const bits = sql`any (${bitsOf(gap)}::int[])`
    const told = sql`select a.item_id from a where a.status <> 'no-information' group by a.item_id`
    const such =
      gap === 'nobody-spoke'
        ? sql`select item_id from apart except ${told}`
        : sql`${told} having ${SAID_BITS} = ${bits}`
    conditions.push(await seen(tx, sql`l.said = ${bits}`, such))
  }
  return conditions
}

/** A condition on what the public sees of `l`, with what the asker sees beyond that in its place. @param such as apartFrom */
async function seen(tx: Tx, publicly: RawBuilder<boolean>, such: RawBuilder<unknown>): Promise<RawBuilder<boolean>> {
  const { rows } = await sql<{ isNobody: boolean }>`select app.asker() is null as "isNobody"`.execute(tx)
  if (rows[0]!.isNobody) return publicly
  const apart = await apartFrom(tx, such)
  if (apart.items === '{}') return publicly
  return sql`(${publicly} and l.item_id <> all (${apart.items}::uuid[]) or l.item_id = any (${apart.such}::uuid[]))`
}
