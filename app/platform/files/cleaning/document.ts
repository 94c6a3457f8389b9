/** Documents without what tells who made them, where and on which machine. */
import type { FileHandle } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { CannotClean, type TakenOut } from './model.ts'
import type { Task, Told } from './thread.ts'

/** Bytes that a thread holds beside the file itself are bounded by zip.ts and by how large a file may be. */
const LIMITS = { maxOldGenerationSizeMb: 1024 }
/** A phone gives a file up that stands still for a minute, and sends it again. */
const PATIENCE_MS = 45_000
/** Others wait: the machine has to go on answering. */
const AT_ONCE = 2

let running = 0
const waiting: (() => void)[] = []

/**
 * Writes the file without it into another; gives what the file is, and what was taken out.
 * @param to empty
 * @throws CannotClean
 */
export async function cleanDocument(
  from: { file: FileHandle; bytes: number },
  to: FileHandle,
  isPdf: boolean,
): Promise<{ mediaType: string; removed: TakenOut[] }> {
  if (running >= AT_ONCE) await new Promise<void>(resolve => waiting.push(resolve))
  else running++
  try {
    return await inThread({ from: from.file.fd, bytes: from.bytes, to: to.fd, isPdf })
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

async function inThread(task: Task): Promise<{ mediaType: string; removed: TakenOut[] }> {
  const { promise, resolve, reject } = Promise.withResolvers<Told>()
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    execArgv: [],
    resourceLimits: LIMITS,
    workerData: task,
  })
  const tooMuch = () => reject(new CannotClean('too-much-inside'))
  const watch = setTimeout(tooMuch, PATIENCE_MS)
  worker
    .once('message', resolve)
    .once('error', (error: Error & { code?: string }) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch() : reject(error),
    )
    .once('exit', tooMuch)
  try {
    const told = await promise
    if ('reason' in told) throw new CannotClean(told.reason)
    return told
  } finally {
    clearTimeout(watch)
    await worker.terminate()
  }
}
