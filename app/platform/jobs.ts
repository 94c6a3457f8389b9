/** Work that outlives a request: long readings, mail, exports. Kept in the database (pg-boss), done in this process. */
import { randomUUID } from 'node:crypto'
import { PgBoss } from 'pg-boss'
import type { Connection } from './database/index.ts'

/** Does one job. When the signal is aborted, Open1325 is stopping: leave off soon; the job is done again after the start. */
export type Handler<T> = (data: T, signal: AbortSignal) => Promise<void>

export interface WorkOptions<T> {
  /** How many at a time. */
  atOnce?: number
  /** Called when the job has failed for the last time, or has brought the process down too often. */
  givenUp?: (data: T) => Promise<void>
}

export interface Jobs {
  /** Says what is done with jobs of this name. Once for each name, before the first `send`. */
  work<T extends object>(name: string, handler: Handler<T>, options?: WorkOptions<T>): Promise<void>
  /**
   * Keeps a job to be done. When it resolves, the job survives a crash.
   * @param key of two jobs of a name with one key, the second is not kept while the first waits or is being done
   */
  send<T extends object>(name: string, data: T, key?: string): Promise<void>
  /** Lets running jobs leave off, and gives the others back for the next start. */
  stop(): Promise<void>
}

export interface JobsOptions {
  /** No other process works on these jobs: what is under way at the start was broken off, and is done again at once. */
  alone: boolean
  onError: (error: unknown) => void
}

/** Tries, and pauses between them that grow from a second to a few minutes. */
const RETRIES = { retryLimit: 5, retryDelay: 1, retryBackoff: true, retryDelayMax: 300 }
/** A process that has not been heard of for so long is taken for dead, and its jobs are done again. */
const HEARTBEAT_SECONDS = 30
const LONGEST_SECONDS = 6 * 3600
const KEPT_SECONDS = 7 * 24 * 3600
const STOP_MS = 5000

export async function openJobs(connection: Connection, { alone, onError }: JobsOptions): Promise<Jobs> {
  const boss = new PgBoss({
    ...connection,
    schema: 'jobs',
    // The role may not make schemas: the one for jobs comes with the roles.
    createSchema: false,
    schedule: false,
    max: 4,
    application_name: 'open1325 jobs',
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
  })
  boss.on('error', onError)
  await boss.start()
  const stopping = new AbortController()
  const workers = new Map<string, string>()

  async function make(name: string) {
    const queue = {
      ...RETRIES,
      heartbeatSeconds: HEARTBEAT_SECONDS,
      expireInSeconds: LONGEST_SECONDS,
      deleteAfterSeconds: KEPT_SECONDS,
    }
    const deadLetter = `${name}.given-up`
    await boss.createQueue(deadLetter, queue)
    // 'exclusive': one job for each key, waiting or being done.
    await boss.createQueue(name, { ...queue, policy: 'exclusive', deadLetter })
    if (alone) for (const queue of [name, deadLetter]) await takeUpAgain(boss, queue)
    return deadLetter
  }

  async function start<T extends object>(name: string, handler: Handler<T>, atOnce: number) {
    const worker = await boss.work<T>(name, { localConcurrency: atOnce }, async ([job]) => {
      if (job) await handler(job.data, AbortSignal.any([job.signal, stopping.signal]))
    })
    workers.set(name, worker)
  }

  return {
    async work(name, handler, { atOnce = 1, givenUp = async () => {} } = {}) {
      const deadLetter = await make(name)
      await start(deadLetter, givenUp, 1)
      await start(name, handler, atOnce)
    },

    async send(name, data, key = randomUUID()) {
      await boss.send(name, data, { singletonKey: key })
      // Polling would find it within two seconds.
      const worker = workers.get(name)
      if (worker) boss.notifyWorker(worker)
    },

    async stop() {
      stopping.abort(new Error('Open1325 is stopping.'))
      await boss.stop({ timeout: STOP_MS })
    },
  }
}

/** What a killed process left under way. It counts as one try: a job that brings the process down is given up in the end. */
async function takeUpAgain(boss: PgBoss, queue: string) {
  const { rows } = await boss
    .getDb()
    .executeSql(`select id from jobs.job where name = $1 and state = 'active'`, [queue])
  const ids = rows.map(row => String(row.id))
  if (ids.length > 0) await boss.fail(queue, ids, { message: 'Open1325 ended while this was being done.' })
}
