/**
 * The two long parts of an import as jobs: reading the file into rows, and putting them in. Both say how far they are and can be
 * cancelled; what is put in is put in whole, in one transaction, or not at all.
 */
import { changing, reading, type Tx } from '../../platform/access.ts'
import type { Services } from '../../platform/http.ts'
import { wellFormed } from '../../platform/well-formed.ts'
import { ImportError, importKind, type CheckedRow, type Import, type RowState } from './model.ts'
import { forgetRows, importById, keepRows, moveOn, rowsAfter } from './queries.ts'

export const IMPORT_JOB = 'import'

interface ImportJob {
  import: string
  /** Who asked: the import sees and changes what she may see and change. */
  by: string
  part: 'read' | 'put-in' | 'undo'
}

/** Rows that are kept, and put in, at a time. */
const AT_ONCE = 500

/** What this process has in hand, so that a cancelled import stops at once; and how many rows it is through with. */
const inHand = new Map<string, { cancelled: AbortController; rows: number }>()

/** How many rows an import that is under way is through with. Kept in memory: the history would otherwise have to tell each step. */
export const rowsSoFar = (it: Import): number => inHand.get(it.id)?.rows ?? it.rowsDone

export async function workOnImports(services: Services) {
  await services.jobs.work<ImportJob>(IMPORT_JOB, (job, stopping) => workOn(services, job, stopping), {
    givenUp: job => fail(services, job.import, 'went-wrong'),
  })
}

export const queueImport = (services: Services, job: ImportJob) =>
  services.jobs.send(IMPORT_JOB, job, `${job.import} ${job.part}`)

async function workOn(services: Services, job: ImportJob, stopping: AbortSignal) {
  if (inHand.has(job.import)) return
  const cancelled = new AbortController()
  inHand.set(job.import, { cancelled, rows: 0 })
  const signal = AbortSignal.any([stopping, cancelled.signal])
  try {
    const it = await reading(services.database.kysely, job.by, tx => importById(tx, job.import))
    const work = { read: readRows, 'put-in': putIn, undo }[job.part]
    if (it) await work(services, it, job.by, signal)
  } catch (error) {
    if (cancelled.signal.aborted) await cleared(services, job)
    else if (error instanceof ImportError) await fail(services, job.import, error.code)
    else throw error
  } finally {
    inHand.delete(job.import)
  }
}

async function readRows(services: Services, it: Import, by: string, signal: AbortSignal) {
  if (it.state !== 'reading') return
  const { database, files } = services
  // Taken up again after a stop: from the beginning.
  await changing(database.kysely, by, { act: 'import.read' }, tx => forgetRows(tx, it.id, false))
  const counts: Record<RowState, number> = { new: 0, same: 0, changed: 0, wrong: 0 }
  let rows = 0
  let batch: CheckedRow[] = []
  const keep = async () => {
    signal.throwIfAborted()
    await changing(database.kysely, by, { act: 'import.read' }, tx => keepRows(tx, it, rows, batch))
    rows += batch.length
    batch = []
    tellProgress(it, rows)
  }
  for await (const row of importKind(it.kind).check(services, it, by, await files.path(it.fileSha256))) {
    counts[row.state]++
    batch.push(wellFormed(row))
    if (batch.length === AT_ONCE) await keep()
  }
  if (batch.length) await keep()
  if (rows === 0) throw new ImportError('empty')
  await changing(database.kysely, by, { act: 'import.read' }, tx =>
    moveOn(tx, it.id, ['reading'], { state: 'ready', rows, rowsDone: 0, counts }),
  )
}

async function putIn(services: Services, it: Import, by: string, signal: AbortSignal) {
  if (it.state !== 'putting-in') return
  const kind = importKind(it.kind)
  const goOn = () => signal.throwIfAborted()
  // What goes in all at once concerns nobody else's rows: others may write meanwhile.
  const act = { act: kind.act, turnAtEnd: kind.putInAll !== undefined }
  await changing(services.database.kysely, by, act, async tx => {
    goOn()
    const done = kind.putInAll ? await kind.putInAll(tx, it, by, goOn) : await putInInParts(tx, it, by, goOn)
    goOn()
    await forgetRows(tx, it.id, true)
    await moveOn(tx, it.id, ['putting-in'], { state: 'done', rowsDone: done })
  })
}

async function putInInParts(tx: Tx, it: Import, by: string, goOn: () => void): Promise<number> {
  const kind = importKind(it.kind)
  let last = -1
  let done = 0
  for (;;) {
    goOn()
    const rows = await rowsAfter(tx, it.id, ['new', 'changed'], last, AT_ONCE)
    if (!rows.length) return done
    await kind.putIn?.(
      tx,
      it,
      by,
      rows.map(row => row.payload),
    )
    last = rows.at(-1)!.number
    done += rows.length
    tellProgress(it, done)
  }
}

/** Takes back what was put in, as a change of its own. */
async function undo(services: Services, it: Import, by: string) {
  if (it.state !== 'undoing') return
  const kind = importKind(it.kind)
  await changing(services.database.kysely, by, { act: `${kind.act}.undo`, turnAtEnd: true }, async tx => {
    await kind.undo?.(tx, it)
    await moveOn(tx, it.id, ['undoing'], { state: 'undone' })
  })
}

function tellProgress(it: Import, rows: number) {
  const underWay = inHand.get(it.id)
  if (underWay) underWay.rows = rows
}

/** Stops an import that the asker may see and change. Nothing of it stays but that there was one. Gives whether it was under way. */
export async function cancelImport(services: Services, by: string, it: Import): Promise<boolean> {
  const underWay = inHand.get(it.id)
  // Whoever puts rows in holds the writers' turn: waiting for it would be waiting for the end.
  if (underWay) {
    underWay.cancelled.abort()
    return true
  }
  return changing(services.database.kysely, by, { act: 'import.cancel' }, async tx => {
    const wasOpen = await moveOn(tx, it.id, ['reading', 'ready', 'putting-in'], { state: 'cancelled' })
    if (wasOpen) await forgetRows(tx, it.id, false)
    return wasOpen
  })
}

async function cleared({ database }: Services, { import: id, by }: ImportJob) {
  await changing(database.kysely, by, { act: 'import.cancel' }, async tx => {
    await forgetRows(tx, id, false)
    await moveOn(tx, id, ['reading', 'ready', 'putting-in'], { state: 'cancelled' })
  })
}

/** Ends what has not ended by itself: whatever the person who asked may still do. */
async function fail({ database }: Services, id: string, error: string) {
  await database.owner.query(
    `update import set state = 'failed', error = $2, ended_at = now() where id = $1 and state in ('reading', 'putting-in')`,
    [id, error],
  )
  // What could not be taken back is still there.
  await database.owner.query(`update import set state = 'done' where id = $1 and state = 'undoing'`, [id])
}
