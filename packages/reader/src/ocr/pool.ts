/** A few threads that read pictures, each with its own engine; one that takes too long is ended and replaced. */
import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'
import { startThread } from '../thread.ts'
import type { Picture } from './picture.ts'
import type { ReadPicture, Scouted } from './recognise.ts'

/** `scale` is points for one pixel. Where nothing is known of the document, the question is what the page tells of it. */
export interface Question {
  picture: Picture
  scale: number
  scouted: Scouted | null
}
export type Answer = { read: ReadPicture } | { scouted: Scouted | null }

/** An engine takes about 150 MB. */
const MOST_THREADS = 4

export class Pool {
  readonly size: number
  private readonly idle: Worker[] = []
  private readonly milliseconds: number

  /** @param options how long one picture may take, and whether more than one is read at a time */
  constructor({ milliseconds, threads }: { milliseconds: number; threads: 1 | 2 }) {
    this.milliseconds = milliseconds
    this.size = threads === 1 ? 1 : Math.min(MOST_THREADS, availableParallelism())
  }

  /** Rejects where the picture stops its thread or takes too long. The picture's memory goes to the thread. */
  async ask(question: Question): Promise<Answer> {
    const worker = this.idle.pop() ?? startThread('ocr-worker', import.meta.url, {})
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    const late = setTimeout(() => reject(new Error('reading this picture takes too long')), this.milliseconds)
    const ended = () => reject(new Error('the thread ended'))
    worker.on('message', resolve).on('error', reject).on('exit', ended)
    worker.postMessage(question, [question.picture.data.buffer as ArrayBuffer])
    try {
      const answer = await promise
      worker.off('message', resolve).off('error', reject).off('exit', ended)
      this.idle.push(worker)
      return answer
    } catch (error) {
      void worker.terminate()
      throw error
    } finally {
      clearTimeout(late)
    }
  }

  /** Ends the threads that wait; no question may be open. */
  async close(): Promise<void> {
    await Promise.all(this.idle.map(worker => worker.terminate()))
  }
}
