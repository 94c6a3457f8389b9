/** Many readings in one thread, each with an end: an answer, or the time that it may take. */
import { Worker } from 'node:worker_threads'
import type { Ending } from './thread.ts'

export type { Ending }

/** A reading that takes longer hangs; the slowest of the damaged files takes a fiftieth of it. */
const MILLISECONDS = 30_000

/** Reads files one after the other; a thread that was trapped, died or hung is replaced. */
export class ManyReadings {
  private worker: Worker | null = null

  async read(bytes: Uint8Array): Promise<Ending> {
    const worker = (this.worker ??= new Worker(new URL('./thread.ts', import.meta.url), {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    }))
    const { promise, resolve } = Promise.withResolvers<Ending>()
    const failed = (error: Error) => resolve({ wrong: `the thread died: ${error.message}` })
    worker.once('message', resolve)
    worker.once('error', failed)
    const timer = setTimeout(() => resolve({ wrong: 'it hung' }), MILLISECONDS)
    worker.postMessage(bytes)
    const end = await promise
    clearTimeout(timer)
    worker.removeAllListeners('message').removeAllListeners('error')
    if ('trapped' in end || 'wrong' in end) await this.close()
    return end
  }

  async close(): Promise<void> {
    await this.worker?.terminate()
    this.worker = null
  }
}
