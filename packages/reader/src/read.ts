/** Bytes to a plan document, to tables or to a resolution's paragraphs, in a worker thread that ends with the reading. */
import { availableParallelism } from 'node:os'
import { ReaderError } from './errors.ts'
import { mediaTypeOf } from './media-type.ts'
import type { Reading } from './plan-document.ts'
import type { OperativeParagraph, PrintedLine } from './resolution/index.ts'
import type { PlainTables } from './tables/plain.ts'
import { startThread } from './thread.ts'
import type { Message, Task } from './answer.ts'

export interface ReadOptions {
  /** The file's name, for the document's source. What the file is, its bytes say. */
  name: string
  onProgress?: (progress: { pagesDone: number; pages: number }) => void
  signal?: AbortSignal
  /** Default 200 MB. */
  maxBytes?: number
  /** Default 2,000. */
  maxPages?: number
  /** How long one page may take, and how long all that follows the last page; default 60,000. A page that is a picture may take twice as long. */
  stepMilliseconds?: number
  /** How many threads may read the pages of a long PDF; default 2 where the machine has two cores. The answer is the same. */
  threads?: 1 | 2
}

const MEGABYTE = 1_000_000
const STEP = 60_000
/** So many pages may stop a worker before the file is given up. */
const MAX_RESTARTS = 5

/**
 * Reads a National Action Plan. Throws ReaderError: 'empty', 'not-readable', 'encrypted', 'broken', 'too-large', 'too-many-pages',
 * 'zip-bomb', 'cancelled', 'timeout'. A page that cannot be read becomes the warning 'page-failed' of the document.
 */
export async function readPlan(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  const message = await run('plan', bytes, options)
  if (message.type !== 'plan') throw new TypeError(`expected a plan, got ${message.type}`)
  return message.reading
}

/** Finds every table of a file, before any meaning is given to it. Throws like `readPlan`. */
export async function readTables(bytes: Uint8Array, options: ReadOptions): Promise<PlainTables> {
  const message = await run('tables', bytes, options)
  if (message.type !== 'tables') throw new TypeError(`expected tables, got ${message.type}`)
  return message.tables
}

/** The operative paragraphs of a resolution, as `paragraphsOf` gives them; empty where the file is none. Throws like `readPlan`. */
export async function readParagraphs(bytes: Uint8Array, options: ReadOptions): Promise<OperativeParagraph[]> {
  const message = await run('paragraphs', bytes, options)
  if (message.type !== 'paragraphs') throw new TypeError(`expected paragraphs, got ${message.type}`)
  return message.paragraphs
}

/** Every line of an official text in reading order, without what its pages add. Throws like `readPlan`. */
export async function readLines(bytes: Uint8Array, options: ReadOptions): Promise<PrintedLine[]> {
  const message = await run('lines', bytes, options)
  if (message.type !== 'lines') throw new TypeError(`expected lines, got ${message.type}`)
  return message.lines
}

async function run(kind: Task['kind'], bytes: Uint8Array, options: ReadOptions): Promise<Message> {
  const { maxBytes = 200 * MEGABYTE, maxPages = 2000, stepMilliseconds = STEP } = options
  const pictureMilliseconds = 2 * stepMilliseconds
  let threads: 1 | 2 = options.threads ?? (availableParallelism() > 1 ? 2 : 1)
  if (bytes.length > maxBytes)
    throw new ReaderError(
      'too-large',
      `This file has ${Math.ceil(bytes.length / MEGABYTE)} MB; at most ${Math.floor(maxBytes / MEGABYTE)} MB can be read. Make its pictures smaller or split it.`,
    )
  mediaTypeOf(bytes)
  const skip: number[] = []
  for (;;) {
    const task = { kind, bytes, name: options.name, maxPages, skip, threads, pictureMilliseconds }
    const end = await runOnce(task, options)
    if ('message' in end) return end.message
    // Which thread it was that a page stopped is not known: one alone will tell.
    if (end.together) {
      threads = 1
      continue
    }
    if (end.page === null || skip.includes(end.page) || skip.length >= MAX_RESTARTS)
      throw end.reason === 'timeout'
        ? new ReaderError(
            'timeout',
            'Reading this file took too long. Split it, or save it again from the program it came from.',
          )
        : new ReaderError('broken', 'This file stops the reader. Save it again from the program it came from.')
    skip.push(end.page)
  }
}

type End = { message: Message } | { page: number | null; together: boolean; reason: 'timeout' | 'stopped' }

/** One worker's life. Ends with its answer, or with the page that it did not survive. */
function runOnce(task: Task, { signal, onProgress, stepMilliseconds = STEP }: ReadOptions): Promise<End> {
  const { promise, resolve, reject } = Promise.withResolvers<End>()
  const cancelled = () => reject(new ReaderError('cancelled', 'The reading was cancelled.'))
  if (signal?.aborted) {
    cancelled()
    return promise
  }
  const worker = startThread('worker', import.meta.url, { workerData: task })
  let page: number | null = null
  let together = false
  let timer: NodeJS.Timeout
  let patience = stepMilliseconds
  const wait = () => {
    clearTimeout(timer)
    timer = setTimeout(() => resolve({ page, together, reason: 'timeout' }), patience)
  }
  wait()
  signal?.addEventListener('abort', cancelled, { once: true })
  worker.on('message', (message: Message) => {
    if (message.type === 'page') page = message.number
    else if (message.type === 'together') together = true
    else if (message.type === 'pictures') {
      page = null
      // Their own thread watches each of them; here it only shows that something goes on.
      patience = 3 * stepMilliseconds
    } else if (message.type === 'progress') {
      onProgress?.({ pagesDone: message.pagesDone, pages: message.pages })
      if (message.pagesDone === message.pages) page = null
    } else if (message.type === 'error') reject(new ReaderError(message.code, message.message))
    else resolve({ message })
    wait()
  })
  worker.on('error', error =>
    isOurs(error) && page === null ? reject(error) : resolve({ page, together, reason: 'stopped' }),
  )
  worker.on('exit', () => resolve({ page, together, reason: 'stopped' }))
  return promise.finally(() => {
    clearTimeout(timer)
    signal?.removeEventListener('abort', cancelled)
    void worker.terminate()
  })
}

/** A mistake in this package, not a page that ran the worker out of memory. */
function isOurs(error: unknown): boolean {
  return !(error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
}
