/** Saved views: lists that people come back to, their own and those shared in their organisation. */
import type { Tx } from '../../../platform/access.ts'

export interface SavedView {
  id: string
  name: string
  /** The list's query, without '?'. */
  query: string
  shared: boolean
  own: boolean
}

export async function viewsOf(tx: Tx, by: { userId: string; organisationId: string }): Promise<SavedView[]> {
  const rows = await tx
    .selectFrom('saved_view')
    .select(['id', 'name', 'query', 'shared', 'created_by as createdBy'])
    .where('organisation_id', '=', by.organisationId)
    .orderBy('name')
    .execute()
  return rows.map(({ createdBy, ...view }) => ({ ...view, own: createdBy === by.userId }))
}

/** Saves a view under a name; the person's own view of that name gets the new filters. Gives whether there was one. */
export async function saveView(
  tx: Tx,
  by: { userId: string; organisationId: string },
  { name, query, shared }: Pick<SavedView, 'name' | 'query' | 'shared'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('saved_view')
    .set({ query, shared })
    .where('organisation_id', '=', by.organisationId)
    .where('created_by', '=', by.userId)
    .where('name', '=', name)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) return true
  await tx
    .insertInto('saved_view')
    .values({ organisation_id: by.organisationId, created_by: by.userId, name, query, shared })
    .execute()
  return false
}

/** Deletes an own view; one that is gone already, or somebody else's, stays as it is. */
export async function deleteView(tx: Tx, by: { userId: string }, id: string): Promise<void> {
  await tx.deleteFrom('saved_view').where('id', '=', id).where('created_by', '=', by.userId).execute()
}
