/** Pictures of pages and the words in a box, for the screen on which a person holds the rows against the plan. */
import { ReaderError, type ReaderErrorCode } from './errors.ts'
import type { Box } from './plan-document.ts'
import { startThread } from './thread.ts'

export interface PagePicture {
  width: number
  height: number
  /** Four bytes a pixel: red, green, blue, alpha; rows from the top. */
  rgba: Uint8Array
}

/** The words that stand in a box, lines joined and hyphens at line ends mended, and the box that they fill; null for no words. */
export interface BoxWords {
  text: string
  box: Box | null
}

export type RenderRequest =
  | { type: 'open'; file: number; bytes: Uint8Array }
  | { type: 'close'; file: number }
  | { type: 'render'; id: number; file: number; page: number; width: number }
  | { type: 'words'; id: number; file: number; page: number; box: Box }
export type RenderAnswer =
  | { id: number; picture: PagePicture }
  | { id: number; words: BoxWords }
  | { id: number; code: ReaderErrorCode; message: string }

/** Files that stay open in the worker. */
const HELD = 2
const PAGE_MILLISECONDS = 30_000

interface Waiting {
  answer: (answer: RenderAnswer) => void
  reject: (error: Error) => void
  timer: NodeJS.Timeout
}

class Renderer {
  private readonly worker = startThread('render-worker', import.meta.url, {})
  private readonly waiting = new Map<number, Waiting>()
  private readonly held: { bytes: Uint8Array; file: number }[] = []
  private count = 0

  constructor() {
    this.worker.unref()
    this.worker.on('message', (answer: RenderAnswer) => {
      const asked = this.waiting.get(answer.id)
      if (!asked) return
      this.forget(answer.id)
      if ('code' in answer) asked.reject(new ReaderError(answer.code, answer.message))
      else asked.answer(answer)
    })
    this.worker.on('error', () =>
      this.stop(new ReaderError('broken', 'This page stops the reader and cannot be shown.')),
    )
  }

  render(bytes: Uint8Array, page: number, width: number): Promise<PagePicture> {
    const { promise, resolve, reject } = Promise.withResolvers<PagePicture>()
    const id = this.expect(page, answer => 'picture' in answer && resolve(answer.picture), reject)
    this.ask({ type: 'render', id, file: this.hold(bytes), page, width })
    return promise
  }

  words(bytes: Uint8Array, page: number, box: Box): Promise<BoxWords> {
    const { promise, resolve, reject } = Promise.withResolvers<BoxWords>()
    const id = this.expect(page, answer => 'words' in answer && resolve(answer.words), reject)
    this.ask({ type: 'words', id, file: this.hold(bytes), page, box })
    return promise
  }

  private expect(page: number, answer: Waiting['answer'], reject: Waiting['reject']): number {
    const id = ++this.count
    const late = () => this.stop(new ReaderError('timeout', `Page ${page} takes too long to draw.`))
    this.waiting.set(id, { answer, reject, timer: setTimeout(late, PAGE_MILLISECONDS) })
    this.worker.ref()
    return id
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

/**
 * The words of a PDF's page, 1-based, that stand in a box (their middles lie in it), in reading order. The same worker and the same
 * errors as `renderPage`.
 */
export function wordsInBox(bytes: Uint8Array, page: number, box: Box): Promise<BoxWords> {
  renderer ??= new Renderer()
  return renderer.words(bytes, page, box)
}

/** Ends the worker that draws; what is not drawn yet is cancelled. */
export async function closeRenderer(): Promise<void> {
  await renderer?.stop(new ReaderError('cancelled', 'The drawing was cancelled.'))
}
