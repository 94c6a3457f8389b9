/** The second thread that reads pages of a long PDF. Started by together.ts. */
import { parentPort, workerData } from 'node:worker_threads'
import { tryPage } from './pages.ts'
import { loadPdfium, openPdf } from './pdfium.ts'
import { FEW, taking, type Done, type Share } from './together.ts'

const { bytes, pages, taken } = workerData as Share
const pdfium = await loadPdfium()
const file = openPdf(pdfium, bytes)
for (const first of taking(taken, pages)) {
  const count = Math.min(FEW, pages - first)
  const done: Done = {
    first,
    pages: Array.from({ length: count }, (_, i) => tryPage(pdfium, file.document, first + i + 1)),
  }
  parentPort!.postMessage(done)
}
