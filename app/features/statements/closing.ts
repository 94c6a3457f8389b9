/** What happens by itself: at its time a statement closes and its list is frozen; what nobody confirmed vanishes. */
import { changing } from '../../platform/access.ts'
import type { Services } from '../../platform/http.ts'
import { queueLetter, remindBeforeClose, workOnMail } from './mail.ts'
import { closeStatement } from './queries/statements.ts'

/** No signature is taken past the time, whenever this looks. */
const LOOK_EVERY_MS = 20_000
const REMIND_EVERY_MS = 30 * 60_000

export async function workOnStatements(services: Services): Promise<void> {
  await workOnMail(services)
  const trying = (what: string, work: () => Promise<unknown>) => () =>
    work().catch(error => services.log.error(error, what))
  const look = trying('statements were not closed', async () => {
    await closeDue(services)
    await dropUnconfirmed(services)
  })
  setInterval(look, LOOK_EVERY_MS).unref()
  await look()
  if (!services.mail.configured) return
  const remind = trying('signers were not reminded', () => remindBeforeClose(services))
  setInterval(remind, REMIND_EVERY_MS).unref()
  await remind()
}

/** Closes what is past its time, freezes each list and tells its owner. Gives the ids. */
export async function closeDue(services: Pick<Services, 'database' | 'jobs'>): Promise<string[]> {
  const { rows } = await services.database.owner.query<{ id: string }>(
    `select id from statement where state = 'open' and closes_at <= now() order by closes_at`,
  )
  const closed: string[] = []
  for (const { id } of rows) {
    const done = await changing(services.database.kysely, null, { act: 'statement.close' }, tx =>
      closeStatement(tx, id),
    )
    if (!done) continue
    closed.push(id)
    await queueLetter(services, { kind: 'closed', statement: id })
  }
  return closed
}

/** What was posted and not confirmed in time is gone, with every name in it. */
export async function dropUnconfirmed({ database }: Pick<Services, 'database'>): Promise<number> {
  const { rowCount } = await database.owner.query('delete from sign_request where expires_at <= now()')
  return rowCount ?? 0
}
