/** Cleans one document in a thread of its own, so that pages go on. Started by document.ts. */
import { readSync, writeSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { PDF } from '@open1325/reader/media-type'
import { CannotClean, reasonOf, TAKEN_OUT, type TakenOut, type Uncleanable } from './model.ts'
import { CONTENT_TYPES, officeWithout } from './office.ts'
import { openDocumentWithout } from './open-document.ts'
import { allowance, partsOf, zipOf } from './zip.ts'

/** Files by their numbers: threads of one program share them. */
export interface Task {
  from: number
  bytes: number
  to: number
  isPdf: boolean
}
export type Told = { mediaType: string; removed: TakenOut[] } | { reason: Uncleanable }

const { from, bytes, to, isPdf } = workerData as Task

clean().then(
  told => parentPort!.postMessage(told),
  (error: unknown) => {
    const reason = reasonOf(error)
    if (!reason) throw error
    // For whoever runs the installation: something is missing in what cleans.
    if (!(error instanceof CannotClean)) process.emitWarning(error instanceof Error ? error : String(error))
    parentPort!.postMessage({ reason } satisfies Told)
  },
)

async function clean(): Promise<Told> {
  const removed = new Set<TakenOut>()
  const mediaType = isPdf ? await cleanPdf(removed) : cleanZip(removed)
  return { mediaType, removed: TAKEN_OUT.filter(kind => removed.has(kind)) }
}

async function cleanPdf(removed: Set<TakenOut>): Promise<string> {
  // The library takes a while to load, and only for PDF.
  const { pdfWithout } = await import('./pdf.ts')
  write([await pdfWithout(whole(), removed)])
  return PDF
}

function cleanZip(removed: Set<TakenOut>): string {
  const parts = partsOf(whole())
  const without = parts.some(({ name }) => name === CONTENT_TYPES) ? officeWithout : openDocumentWithout
  const made = without(parts, allowance(), removed)
  write(zipOf(made.parts))
  return made.mediaType
}

function whole(): Buffer {
  const content = Buffer.allocUnsafeSlow(bytes)
  for (let at = 0; at < bytes;) {
    const read = readSync(from, content, at, bytes - at, at)
    if (read === 0) throw new CannotClean('broken-file')
    at += read
  }
  return content
}

function write(chunks: Iterable<Uint8Array>) {
  let at = 0
  for (const chunk of chunks)
    for (let written = 0; written < chunk.length;) {
      const now = writeSync(to, chunk, written, chunk.length - written, at)
      written += now
      at += now
    }
}
