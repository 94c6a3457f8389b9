/** Files of which the database speaks no more: deletion is real, on the disk as well. */
import type pg from 'pg'
import type { FileStore } from './store.ts'

/**
 * While somebody holds it together with others (a backup), no file is removed; who removes holds it alone. Kept until the session or
 * the transaction ends.
 */
export const KEEP_FILES = 'select pg_advisory_lock_shared(1325, 1)'
const REMOVE_FILES = 'select pg_advisory_xact_lock(1325, 1)'
/** As long as it is held, none that arrives through a link is kept (app.keep_answer_file): a short wait, which no backup makes longer. */
const ARRIVE_LATER = 'select pg_advisory_xact_lock(1325, 2)'

/**
 * Removes the files that no row of `file` names. Waits while a backup is made. Writers wait while files are removed, so that a file which
 * is sent in again at this moment is either kept or seen to be missing (`FileStore.has`) before its row is kept. Gives how many it removed.
 * @param owner sees every row
 */
export async function forgetFiles(owner: pg.Pool, store: FileStore): Promise<number> {
  const there: string[] = []
  for await (const sha256 of store.list()) there.push(sha256)
  if ((await withoutRow(owner, there)).length === 0) return 0

  const client = await owner.connect()
  try {
    await client.query('begin')
    await client.query(REMOVE_FILES)
    await client.query(ARRIVE_LATER)
    await client.query('select app.take_turn()')
    const unspoken = await withoutRow(client, there)
    for (const sha256 of unspoken) await store.remove(sha256)
    await client.query('commit')
    return unspoken.length
  } finally {
    client.release(true)
  }
}

/** Of these names, those that no row of `file` has. */
export async function withoutRow(owner: Pick<pg.ClientBase, 'query'>, names: string[]): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    'select name from unnest($1::text[]) as name where not exists (select from public.file where sha256 = name)',
    [names],
  )
  return rows.map(({ name }) => name)
}
