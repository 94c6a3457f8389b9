/** Pictures of pages, for the screen on which a person holds the rows against the plan. */
import { Worker } from 'node:worker_threads'
import { ReaderError, type ReaderErrorCode } from './errors.ts'

export interface PagePicture {
  width: number
  height: number
  /** Four bytes a pixel: red, green, blue, alpha; rows from the top. */
  rgba: Uint8Array
}

export type RenderRequest =
  | { type: 'open'; file: number; bytes: Uint8Array }
  | { type: 'close'; file: number }
  | { type: 'render'; id: number; file: number; page: number; width: number }
export type RenderAnswer = { id: number; picture: PagePicture } | { id: number; code: ReaderErrorCode; message: string }

/** Files that stay open in the worker. */
const HELD = 2
const PAGE_MILLISECONDS = 30_000

interface Waiting {
  resolve: (picture: PagePicture) => void
  reject: (error: Error) => void
  timer: NodeJS.Timeout
}

class Renderer {
  private readonly worker = new Worker(new URL('./render-worker.ts', import.meta.url), { execArgv: [] })
  private readonly waiting = new Map<number, Waiting>()
  private readonly held: { bytes: Uint8Array; file: number }[] = []
  private count = 0

  constructor() {
    this.worker.unref()
    this.worker.on('message', (answer: RenderAnswer) => {
      const asked = this.waiting.get(answer.id)
      if (!asked) return
      this.forget(answer.id)
      if ('picture' in answer) asked.resolve(answer.picture)
      else asked.reject(new ReaderError(answer.code, answer.message))
    })
    this.worker.on('error', () =>
      this.stop(new ReaderError('broken', 'This page stops the reader and cannot be shown.')),
    )
  }

  render(bytes: Uint8Array, page: number, width: number): Promise<PagePicture> {
    const file = this.hold(bytes)
    const id = ++this.count
    const { promise, resolve, reject } = Promise.withResolvers<PagePicture>()
    const late = () => this.stop(new ReaderError('timeout', `Page ${page} takes too long to draw.`))
    this.waiting.set(id, { resolve, reject, timer: setTimeout(late, PAGE_MILLISECONDS) })
    this.worker.ref()
    this.ask({ type: 'render', id, file, page, width })
    return promise
  }

  /** Ends the worker; whoever waits gets `reason`. */
  stop(reason: Error) {
    if (renderer === this) renderer = undefined
    for (const [id, { reject }] of this.waiting) {
      this.forget(id)
      reject(reason)
    }
    return this.worker.terminate()
  }

  private hold(bytes: Uint8Array): number {
    const at = this.held.findIndex(held => held.bytes === bytes)
    const [known] = at >= 0 ? this.held.splice(at, 1) : []
    const held = known ?? { bytes, file: ++this.count }
    this.held.push(held)
    if (!known) this.ask({ type: 'open', file: held.file, bytes })
    if (this.held.length > HELD) this.ask({ type: 'close', file: this.held.shift()!.file })
    return held.file
  }

  private forget(id: number) {
    clearTimeout(this.waiting.get(id)?.timer)
    this.waiting.delete(id)
    if (this.waiting.size === 0) this.worker.unref()
  }

  private ask(request: RenderRequest) {
    this.worker.postMessage(request)
  }
}

let renderer: Renderer | undefined

/**
 * Draws one page of a PDF, 1-based, `width` pixels wide (16..4000). One worker stays for the next page; give the same array for the same
 * file. Throws ReaderError 'encrypted', 'broken' (also for a page that is not there), 'timeout', 'cancelled'.
 */
export function renderPage(bytes: Uint8Array, page: number, { width }: { width: number }): Promise<PagePicture> {
  renderer ??= new Renderer()
  return renderer.render(bytes, page, Math.round(Math.min(4000, Math.max(16, width))))
}

/** Ends the worker that draws; what is not drawn yet is cancelled. */
export async function closeRenderer(): Promise<void> {
  await renderer?.stop(new ReaderError('cancelled', 'The drawing was cancelled.'))
}
