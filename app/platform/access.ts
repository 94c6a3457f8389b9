/**
 * Every question to the database is asked by somebody: a person, or nobody. The transaction says who, and PostgreSQL's row-level
 * security (app/migrations) answers with what that asker may see. There is no other way from the application to the data.
 */
import { randomUUID } from 'node:crypto'
import { sql, type Kysely, type Transaction } from 'kysely'
import type { Tables } from './database/tables.ts'

/** A signed-in person's user id; null: nobody. */
export type Asker = string | null

export type Tx = Transaction<Tables>

/** What a change is called in the history ('item.confirm'), and why it was made, in the person's words. */
export interface Act {
  act: string
  why?: string | null
  /** The change's id (UUID), where the asker's browser made it, so that a request sent twice can be recognised. */
  change?: string
  /**
   * Takes its turn among the writers only when it commits: for work of many seconds on rows that are its own, so that others need not wait
   * for it. What it says to the history is written then (app/migrations/020_ledger_in_use.sql), and is not to be read before.
   */
  turnAtEnd?: boolean
}

/** Reads as the asker; a write in `work` fails. */
export async function reading<T>(db: Kysely<Tables>, asker: Asker, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setAccessMode('read only')
    .execute(async tx => {
      await sql`select set_config('open1325.user', ${asker ?? ''}, true)`.execute(tx)
      return work(tx)
    })
}

/**
 * Changes rows as the asker. All changes of one call share one `change` id in the history, which undo takes back as a whole.
 * Writers take turns, so that the history's chain has one order.
 */
export async function changing<T>(
  db: Kysely<Tables>,
  asker: Asker,
  act: Act,
  work: (tx: Tx, change: string) => Promise<T>,
): Promise<T> {
  const change = act.change ?? randomUUID()
  return db.transaction().execute(async tx => {
    await sql`select set_config('open1325.user', ${asker ?? ''}, true), set_config('open1325.change', ${change}, true),
      set_config('open1325.act', ${act.act}, true), set_config('open1325.why', ${act.why ?? ''}, true),
      set_config('open1325.turn', ${act.turnAtEnd ? 'at-end' : ''}, true)`.execute(tx)
    if (!act.turnAtEnd) await sql`select app.take_turn()`.execute(tx)
    return work(tx, change)
  })
}
