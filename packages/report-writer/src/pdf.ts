/** The report as PDF, set by Typst with our own fonts: tagged, PDF/UA-1 (Typst refuses to write what would not be). */
import { Worker } from 'node:worker_threads'
import type { ReportDocument } from './document.ts'
import { typstOf } from './typst.ts'

/**
 * The file's bytes.
 * @param at when it was made: the same report made at the same time is the same file
 * @throws Error with Typst's message
 */
export function toPdf(report: ReportDocument, at = new Date()): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
  const worker = new Worker(new URL(`./pdf-thread.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url), {
    execArgv: [],
    workerData: { source: typstOf(report), at: Math.floor(at.getTime() / 1000) },
  })
  worker.once('message', resolve)
  worker.once('error', reject)
  worker.once('exit', () => reject(new Error('The thread that sets the PDF ended without one.')))
  return promise
}
