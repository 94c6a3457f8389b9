/** Reads one calendar file in a thread of its own (started by reader.ts). */
import { parentPort, workerData } from 'node:worker_threads'
import { CalendarError, type ReadCalendar, type Refusal } from './model.ts'
import { LINE, STEPS } from './progress.ts'
import { readCalendar, type ReadOptions } from './read.ts'

export interface Task extends Omit<ReadOptions, 'onStep'> {
  text: string
}
/** `begun`: what takes its time from here on is the file. */
export type Told = { begun: true } | { read: ReadCalendar } | { refusal: Refusal; line: number | null }

const { text, at, ...options } = workerData as Task & { at: Int32Array }
const tell = (told: Told) => parentPort!.postMessage(told)
tell({ begun: true })
try {
  const onStep = (line: number, steps: number) => {
    Atomics.store(at, LINE, line)
    Atomics.store(at, STEPS, steps)
  }
  tell({ read: readCalendar(text, { ...options, onStep }) })
} catch (error) {
  if (!(error instanceof CalendarError)) throw error
  tell({ refusal: error.refusal, line: error.line })
}
