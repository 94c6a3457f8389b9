/** Threads of this package, from source and as it is published. */
import { Worker, type WorkerOptions } from 'node:worker_threads'

/**
 * The young generation is kept small: words live until the document is read, so that a larger one is copied more often and takes 100 MB
 * more on 500 pages.
 */
const LIMITS = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 16 }

/** Starts the thread that stands in `name` (without ending) beside the module at `from`. */
export function startThread(name: string, from: string, options: WorkerOptions): Worker {
  const ending = from.endsWith('.ts') ? 'ts' : 'js'
  return new Worker(new URL(`${name}.${ending}`, from), { execArgv: [], resourceLimits: LIMITS, ...options })
}
