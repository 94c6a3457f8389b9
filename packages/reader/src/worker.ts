/** Reads one file in a thread of its own, so that a hard page stops nobody. Started by read.ts. */
import { createHash } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { ReaderError } from './errors.ts'
import type { Layout } from './layout.ts'
import { HTML, mediaTypeOf, ODT, PDF, TEXT, XLSX } from './media-type.ts'
import { layoutByTwo, layoutOfPdf, loadPdfium } from './pdf/index.ts'
import type { Reading } from './plan-document.ts'
import { paragraphsOf, type OperativeParagraph } from './resolution/index.ts'
import { plainTables, type PlainTables } from './tables/plain.ts'

export interface Task {
  kind: 'plan' | 'tables' | 'paragraphs'
  bytes: Uint8Array
  name: string
  maxPages: number
  /** Pages that an earlier try did not survive. */
  skip: number[]
  /** How many threads may read the pages. */
  threads: 1 | 2
}
export type Message =
  | { type: 'page'; number: number }
  | { type: 'together' }
  | { type: 'progress'; pagesDone: number; pages: number }
  | { type: 'plan'; reading: Reading }
  | { type: 'tables'; tables: PlainTables }
  | { type: 'paragraphs'; paragraphs: OperativeParagraph[] }
  | { type: 'error'; code: ReaderError['code']; message: string }

const port = parentPort!

try {
  port.postMessage(await answer(workerData as Task))
} catch (error) {
  if (error instanceof WebAssembly.RuntimeError)
    send({
      type: 'error',
      code: 'broken',
      message: 'This file stops the reader. Save it again from the program it came from.',
    })
  else if (!(error instanceof ReaderError)) throw error
  else send({ type: 'error', code: error.code, message: error.message })
}

async function answer(task: Task): Promise<Message> {
  const layout = await layoutOf(task)
  if (task.kind === 'tables') return { type: 'tables', tables: plainTables(layout) }
  if (task.kind === 'paragraphs') return { type: 'paragraphs', paragraphs: paragraphsOf(layout) }
  return { type: 'plan', reading: await readingOf(layout, task) }
}

// A format's reader is loaded when a file of it comes: whoever asks for another does not wait for it.
async function layoutOf(task: Task): Promise<Layout> {
  switch (mediaTypeOf(task.bytes)) {
    case PDF:
      return readPdf(task)
    case XLSX:
      return (await import('./xlsx/index.ts')).layoutOfXlsx(task.bytes)
    case ODT:
      return (await import('./odt/index.ts')).layoutOfOdt(task.bytes)
    case HTML:
      return (await import('./html/index.ts')).layoutOfHtml(task.bytes)
    case TEXT:
      return (await import('./plain/index.ts')).layoutOfText(task.bytes)
    default:
      return (await import('./docx/index.ts')).layoutOfDocx(task.bytes)
  }
}

async function readPdf(task: Task): Promise<Layout> {
  const options = {
    maxPages: task.maxPages,
    skip: task.skip,
    onPage: (number: number) => send({ type: 'page', number }),
    onProgress: (progress: { pagesDone: number; pages: number }) => send({ type: 'progress', ...progress }),
    onTogether: () => send({ type: 'together' }),
  }
  const pdfium = await loadPdfium()
  return task.threads === 2 ? layoutByTwo(pdfium, task.bytes, options) : layoutOfPdf(pdfium, task.bytes, options)
}

// The models that tell languages apart take longer to load than a plan to read: whoever asks for tables does not wait for them.
async function readingOf(layout: Layout, task: Task): Promise<Reading> {
  const { planOf } = await import('./plan/index.ts')
  const paged = layout.pages.some(page => page.number !== null)
  const document = planOf(layout, {
    name: task.name,
    sha256: createHash('sha256').update(task.bytes).digest('hex'),
    mediaType: layout.mediaType,
    pages: paged ? layout.pages.length : null,
  })
  return { document, pages: layout.pages.map(({ number, width, height, text }) => ({ number, width, height, text })) }
}

function send(message: Message) {
  port.postMessage(message)
}
