/** Reads one calendar file in a thread of its own (started by reader.ts). */
import { parentPort, workerData } from 'node:worker_threads'
import { CalendarError, type ReadCalendar, type Refusal } from './model.ts'
import { readCalendar, type ReadOptions } from './read.ts'

export type Task = { text: string } & Omit<ReadOptions, 'onRepeating'>
/** `begun`: what takes its time from here on is the file. */
export type Told =
  { begun: true } | { line: number } | { read: ReadCalendar } | { refusal: Refusal; line: number | null }

const { text, ...options } = workerData as Task
const tell = (told: Told) => parentPort!.postMessage(told)
tell({ begun: true })
try {
  tell({ read: readCalendar(text, { ...options, onRepeating: line => tell({ line }) }) })
} catch (error) {
  if (!(error instanceof CalendarError)) throw error
  tell({ refusal: error.refusal, line: error.line })
}
