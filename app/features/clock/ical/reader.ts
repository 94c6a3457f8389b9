/**
 * Reads a calendar file in a thread with a limit of time and memory: a rule of repetition may never come to an end. Where one does not, the
 * file is read again with as much of it as was found, and the rest is taken.
 */
import { Worker } from 'node:worker_threads'
import { CalendarError, type ReadCalendar } from './model.ts'
import { LINE, newProgress, STEPS } from './progress.ts'
import type { Task, Told } from './thread.ts'

const LONGEST_MS = 5000
/** So many rules without an end are passed over; a file with more is refused. */
const MOST_ENDLESS = 4
const LIMITS = { maxOldGenerationSizeMb: 256 }

/** @throws CalendarError where it is no calendar, or takes too long; then with the line of the event that it was at */
export async function readInThread({
  limitMs = LONGEST_MS,
  ...task
}: Task & { limitMs?: number }): Promise<ReadCalendar> {
  const endless = new Map(task.endless)
  for (;;) {
    const found = await readOnce({ ...task, endless }, limitMs)
    if ('read' in found) return found.read
    const { line, steps } = found
    if (line === 0 || endless.has(line) || endless.size >= MOST_ENDLESS)
      throw new CalendarError('too-long', line || null)
    endless.set(line, steps)
  }
}

/** What was read, or where it was when its time or memory was over. */
async function readOnce(
  task: Task,
  limitMs: number,
): Promise<{ read: ReadCalendar } | { line: number; steps: number }> {
  const at = newProgress()
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: { ...task, at },
    execArgv: [],
    resourceLimits: LIMITS,
  })
  const { promise, resolve, reject } = Promise.withResolvers<{ read: ReadCalendar } | { line: number; steps: number }>()
  const giveUp = () => resolve({ line: Atomics.load(at, LINE), steps: Atomics.load(at, STEPS) })
  let late: NodeJS.Timeout | undefined
  worker.on('message', (told: Told) => {
    if ('read' in told) resolve(told)
    else if ('refusal' in told) reject(new CalendarError(told.refusal, told.line))
    else late = setTimeout(giveUp, limitMs)
  })
  worker.on('error', (error: Error & { code?: string }) =>
    error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? giveUp() : reject(error),
  )
  try {
    return await promise
  } finally {
    clearTimeout(late)
    await worker.terminate()
  }
}
