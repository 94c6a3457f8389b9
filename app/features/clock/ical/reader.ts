/** Reads a calendar file in a thread with a limit of time and memory: a rule of repetition may never come to an end. */
import { Worker } from 'node:worker_threads'
import { CalendarError, type ReadCalendar } from './model.ts'
import type { Task, Told } from './thread.ts'

const LONGEST_MS = 10_000
const LIMITS = { maxOldGenerationSizeMb: 256 }

/** @throws CalendarError where it is no calendar, or takes too long; then with the line of the event that it was at */
export async function readInThread({
  limitMs = LONGEST_MS,
  ...task
}: Task & { limitMs?: number }): Promise<ReadCalendar> {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: task,
    execArgv: [],
    resourceLimits: LIMITS,
  })
  const { promise, resolve, reject } = Promise.withResolvers<ReadCalendar>()
  let line: number | null = null
  let late: NodeJS.Timeout | undefined
  worker.on('message', (told: Told) => {
    if ('read' in told) resolve(told.read)
    else if ('refusal' in told) reject(new CalendarError(told.refusal, told.line))
    else if ('line' in told) line = told.line
    else late = setTimeout(() => reject(new CalendarError('too-long', line)), limitMs)
  })
  worker.on('error', (error: Error & { code?: string }) =>
    reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new CalendarError('too-long', line) : error),
  )
  try {
    return await promise
  } finally {
    clearTimeout(late)
    await worker.terminate()
  }
}
