/** The pages of one PDF by two threads: each takes the next few as soon as it is done with those before. */
import { setImmediate } from 'node:timers/promises'
import { startThread } from '../thread.ts'
import type { RawPage } from './page.ts'
import { tryPage } from './pages.ts'
import type { PdfFile, Pdfium } from './pdfium.ts'

/** So many pages are taken at a time. */
export const FEW = 4

/** What the second thread is given. */
export interface Share {
  bytes: Uint8Array
  pages: number
  /** How many times FEW pages have been taken by either thread. */
  taken: Int32Array
}
/** What it answers with: the pages from `first` (counted from 0) on. */
export interface Done {
  first: number
  pages: (RawPage | null)[]
}

export interface Calls {
  /** Before a page is read, by this thread. */
  onPage?: (number: number) => void
  onRead?: (pages: readonly (RawPage | null)[]) => void
}

/**
 * All pages of the file in their order, null for one that cannot be loaded: the same as one thread gives. Pages that the second thread took
 * and did not survive are read here.
 */
export async function readTogether(pdfium: Pdfium, file: PdfFile, bytes: Uint8Array, calls: Calls) {
  const taken = new Int32Array(new SharedArrayBuffer(4))
  const share: Share = { bytes, pages: file.pages, taken }
  const helper = startThread('helper', import.meta.url, { workerData: share })
  const found: (RawPage | null | undefined)[] = Array.from({ length: file.pages })
  const { promise: ended, resolve } = Promise.withResolvers<void>()
  helper.on('message', ({ first, pages }: Done) => {
    pages.forEach((page, i) => (found[first + i] = page))
    calls.onRead?.(pages)
  })
  helper.on('error', () => resolve())
  helper.on('exit', () => resolve())
  const read = (index: number) => {
    calls.onPage?.(index + 1)
    const page = tryPage(pdfium, file.document, index + 1)
    found[index] = page
    calls.onRead?.([page])
  }
  for (const first of taking(taken, file.pages)) {
    for (let index = first; index < Math.min(first + FEW, file.pages); index++) read(index)
    // What the helper sent is taken in here.
    await setImmediate()
  }
  await ended
  for (let index = 0; index < file.pages; index++) if (found[index] === undefined) read(index)
  return found as (RawPage | null)[]
}

/** The first page (counted from 0) of each few that this thread takes, until all are taken. */
export function* taking(taken: Int32Array, pages: number): Generator<number> {
  for (;;) {
    const first = Atomics.add(taken, 0, 1) * FEW
    if (first >= pages) return
    yield first
  }
}
