/** A file's bytes to what was asked of it: a plan, tables, paragraphs. */
import { createHash } from 'node:crypto'
import type { ReaderError } from './errors.ts'
import type { Layout } from './layout.ts'
import { HTML, mediaTypeOf, ODT, PDF, TEXT, XLSX } from './media-type.ts'
import type { Said } from './ocr/worth.ts'
import { layoutOfFile, loadPdfium } from './pdf/index.ts'
import type { Reading } from './plan-document.ts'
import { paragraphsOf, printedLines, type OperativeParagraph, type PrintedLine } from './resolution/index.ts'
import { plainTables, type PlainTables } from './tables/plain.ts'

export interface Task {
  kind: 'plan' | 'tables' | 'paragraphs' | 'lines'
  bytes: Uint8Array
  name: string
  maxPages: number
  /** Pages that an earlier try did not survive. */
  skip: number[]
  /** How many threads may read the pages. */
  threads: 1 | 2
  /** How long one page that is a picture may take. */
  pictureMilliseconds?: number
}
export type Message =
  | { type: 'page'; number: number }
  | { type: 'together' }
  | { type: 'pictures' }
  | { type: 'progress'; pagesDone: number; pages: number }
  | { type: 'plan'; reading: Reading }
  | { type: 'tables'; tables: PlainTables }
  | { type: 'paragraphs'; paragraphs: OperativeParagraph[] }
  | { type: 'lines'; lines: PrintedLine[] }
  | { type: 'error'; code: ReaderError['code']; message: string }

type Send = (message: Message) => void

/**
 * Reads what the task asks for; `send` hears how far it is.
 * @throws ReaderError
 */
export async function answer(task: Task, send: Send): Promise<Message> {
  const layout = await layoutOf(task, send)
  if (task.kind === 'tables') return { type: 'tables', tables: plainTables(layout) }
  if (task.kind === 'paragraphs') return { type: 'paragraphs', paragraphs: paragraphsOf(layout) }
  if (task.kind === 'lines') return { type: 'lines', lines: printedLines(layout) }
  return { type: 'plan', reading: await readingOf(layout, task) }
}

// A format's reader is loaded when a file of it comes: whoever asks for another does not wait for it.
async function layoutOf(task: Task, send: Send): Promise<Layout> {
  switch (mediaTypeOf(task.bytes)) {
    case PDF:
      return readPdf(task, send)
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

async function readPdf(task: Task, send: Send): Promise<Layout> {
  const options = {
    maxPages: task.maxPages,
    skip: task.skip,
    onPage: (number: number) => send({ type: 'page', number }),
    onProgress: (progress: { pagesDone: number; pages: number }) => send({ type: 'progress', ...progress }),
    threads: task.threads,
    onTogether: () => send({ type: 'together' }),
    onPictures: () => send({ type: 'pictures' }),
    said: (layout: Layout) => saidBy(layout, task),
    ...(task.pictureMilliseconds && { pictureMilliseconds: task.pictureMilliseconds }),
  }
  return layoutOfFile(await loadPdfium(), task.bytes, options)
}

/** Only a plan has a title page that matters. */
async function saidBy(layout: Layout, task: Task): Promise<Said> {
  const [{ languagesOf }, { frontOf }, { servingLanguages }] = await Promise.all([
    import('./plan/languages.ts'),
    import('./plan/front.ts'),
    import('./words/index.ts'),
  ])
  const languages = languagesOf(layout)
  if (task.kind !== 'plan') return { languages, front: true }
  const { title, issuer, period } = frontOf(layout, servingLanguages(languages))
  return { languages, front: title !== null && issuer !== null && period !== null }
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
