/** Which earlier recommendations one asks for again: what may be chosen, and what a person chose. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/access.ts'
import { Problem } from '../../../platform/problem.ts'
import type { Named } from '../model.ts'
import type { RecommendationSet } from './sets.ts'

/** So many earlier ones are offered: those of the same body first, and of these the ones whose words are most like it. */
const MOST_OFFERED = 100

/** Recommendations to the same country in documents that are not later. */
export async function earlierOnes(tx: Tx, set: RecommendationSet, itemId: string): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select i.id as "itemId", n.slug, i.ref, n.file_sha256 is not null as read, i.number, i.text, n.languages[1] as language, n.title,
      n.issuer as body, left(n.adopted_on, 4) as year
    from ledger l join item i on i.id = l.item_id join instrument n on n.id = l.instrument_id
    where l.kind = 'recommendation' and l.instrument_id <> ${set.id} and l.country is not distinct from ${set.country}
      and (n.adopted_on is null or ${set.adoptedOn}::text is null or n.adopted_on <= ${set.adoptedOn})
    order by n.issuer is not distinct from ${set.issuer} desc,
      app.similarity(app.fold(i.text), (select app.fold(own.text) from item own where own.id = ${itemId})) desc, n.adopted_on desc
    limit ${MOST_OFFERED}`.execute(tx)
  return rows
}

/** Makes these the earlier ones that it repeats, and no others. @throws Problem 'not-found' for one that the asker does not see */
export async function setRepeats(
  tx: Tx,
  set: RecommendationSet,
  itemId: string,
  by: string,
  wanted: string[],
): Promise<void> {
  const links = await tx
    .selectFrom('item_link')
    .select('to_item_id as id')
    .where('item_id', '=', itemId)
    .where('relation', '=', 'repeats')
    .execute()
  const known = new Set(links.map(link => link.id))
  const gone = [...known].filter(id => !wanted.includes(id))
  if (gone.length)
    await tx
      .deleteFrom('item_link')
      .where('item_id', '=', itemId)
      .where('relation', '=', 'repeats')
      .where('to_item_id', 'in', gone)
      .execute()
  const added = [...new Set(wanted)].filter(id => !known.has(id) && id !== itemId)
  if (!added.length) return
  const seen = await tx
    .selectFrom('commitment')
    .select('item_id')
    .where('item_id', 'in', added)
    .where('kind', '=', 'recommendation')
    .execute()
  if (seen.length < added.length) throw new Problem('not-found')
  await tx
    .insertInto('item_link')
    .values(
      added.map(id => ({
        item_id: itemId,
        to_item_id: id,
        relation: 'repeats' as const,
        organisation_id: set.organisationId,
        instrument_id: set.id,
        said_by: by,
      })),
    )
    .execute()
}
