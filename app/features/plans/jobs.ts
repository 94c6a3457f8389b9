/** Reading a plan as a job: it outlives requests and restarts, says how far it is, can be cancelled, and saves whole or not at all. */
import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { readPlan, ReaderError, type Reading } from '@open1325/reader'
import { changing, reading } from '../../platform/access.ts'
import type { Services } from '../../platform/http.ts'
import { wellFormed } from '../../platform/well-formed.ts'
import { factsOfDocument, slugOf } from './offers/facts.ts'
import { factsSetByPeople, freeSlug, planById, setFacts, wasPublished, type Fact } from './queries/instrument.ts'
import {
  begin,
  end,
  goOn,
  keepReading,
  knownItems,
  READ,
  readingsUnderWay,
  saveItems,
  wasRead,
} from './queries/reading.ts'
import { reconcile } from './reconcile.ts'

export const READ_JOB = 'read-plan'

interface ReadJob {
  reading: string
  /** The user who asked: the reading sees and changes what she may see and change. */
  by: string
}

/** How often a reading writes down how far it is, and asks whether it is still wanted. */
const EVERY_MS = 500
/** A plan is read on one core; the pages of the others want one too. */
const AT_ONCE = 2

/** The readings that this process has in hand, so that a cancelled one stops at once. */
const inHand = new Map<string, AbortController>()

/** Works on readings, and takes up those that a stop of the server has left. */
export async function workOnReadings(services: Services) {
  await services.jobs.work<ReadJob>(READ_JOB, (job, stopping) => readOne(services, job, stopping), {
    atOnce: AT_ONCE,
    givenUp: job => fail(services, job, 'went-wrong'),
  })
  const left = await reading(services.database.kysely, null, readingsUnderWay)
  for (const { id, requestedBy } of left)
    if (requestedBy) await queueReading(services, { reading: id, by: requestedBy })
}

/** Hands a reading that was asked for to the worker. Should this fail, the next start of the server does it. */
export async function queueReading(services: Services, job: ReadJob) {
  await services.jobs.send(READ_JOB, job, job.reading)
}

/** Stops a reading. Gives whether it was under way. */
export async function cancelReading(services: Services, by: string, readingId: string): Promise<boolean> {
  const cancelled = await changing(services.database.kysely, by, { act: 'plan.cancel' }, tx =>
    end(tx, readingId, { state: 'cancelled' }),
  )
  inHand.get(readingId)?.abort()
  return cancelled
}

async function readOne(services: Services, job: ReadJob, stopping: AbortSignal) {
  if (inHand.has(job.reading)) return
  const cancelled = new AbortController()
  inHand.set(job.reading, cancelled)
  try {
    await read(services, job, stopping, cancelled)
  } catch (error) {
    // Stopping: the job is done again after the start. Another failure than the file's: it is tried again.
    if (stopping.aborted || !(error instanceof ReaderError)) throw error
    if (!cancelled.signal.aborted) await fail(services, job, error.code)
  } finally {
    inHand.delete(job.reading)
  }
  // Whoever asked may have left the organisation meanwhile: nothing was written in her name then, and others can ask anew.
  if (!stopping.aborted) await fail(services, job, 'went-wrong')
}

async function read(services: Services, job: ReadJob, stopping: AbortSignal, cancelled: AbortController) {
  const { database, files } = services
  const act = { act: READ }
  const plan = await changing(database.kysely, job.by, act, tx => begin(tx, job.reading))
  if (!plan) return
  const bytes = await readFile(await files.path(plan.fileSha256))

  const progress = { pagesDone: 0, pages: null as number | null }
  const finished = new AbortController()
  const signal = AbortSignal.any([stopping, cancelled.signal, finished.signal])
  const watch = every(EVERY_MS, finished.signal, async () => {
    const wanted = await changing(database.kysely, job.by, act, tx => goOn(tx, job.reading, progress))
    if (!wanted) cancelled.abort()
  })
  try {
    const result = await Promise.race([
      readPlan(bytes, { name: plan.fileName, signal, onProgress: now => Object.assign(progress, now) }),
      // A reading that cannot write down how far it is could not save itself either: it ends with that error.
      watch.then(() => new Promise<never>(() => {})),
    ])
    if (!signal.aborted) await save(services, job, plan.id, wellFormed(result))
  } finally {
    finished.abort()
  }
}

/** What was read becomes the plan's rows and facts, in one transaction. A reading that was cancelled meanwhile saves nothing. */
async function save({ database }: Services, job: ReadJob, planId: string, result: Reading) {
  await changing(database.kysely, job.by, { act: READ }, async tx => {
    const plan = await planById(tx, planId)
    const isFirst = !(await wasRead(tx, planId))
    if (!plan || !(await end(tx, job.reading, { state: 'done' }))) return
    await keepReading(tx, job.reading, plan.fileSha256, result)
    await saveItems(tx, plan, reconcile(await knownItems(tx, plan.id), result.document.items))

    const facts = factsOfDocument(result.document)
    const settled = await factsSetByPeople(tx, plan.id)
    for (const fact of Object.keys(facts) as Fact[]) if (settled.has(fact)) delete facts[fact]
    // The first reading gives the plan its address; a later one, under which it may be known already, leaves it.
    if (isFirst && !settled.has('slug') && !(await wasPublished(tx, plan.id)))
      facts.slug = await freeSlug(tx, slugOf({ ...plan, ...facts }), plan.id)
    await setFacts(tx, plan.id, plan.version, facts)
  })
}

/** Ends what has not ended by itself: for the worker, whatever the person who asked may still do. */
async function fail({ database }: Services, job: ReadJob, error: string) {
  await database.owner.query(
    `update reading set state = 'failed', error = $2, ended_at = now() where id = $1 and state in ('queued', 'running')`,
    [job.reading, error],
  )
}

async function every(milliseconds: number, until: AbortSignal, work: () => Promise<void>) {
  while (!until.aborted) {
    await wait(milliseconds, undefined, { signal: until }).catch(() => {})
    if (!until.aborted) await work()
  }
}
