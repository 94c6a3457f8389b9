/** A PDF to its layout. */
import { ReaderError } from '../errors.ts'
import type { Layout } from '../layout.ts'
import type { Said } from '../ocr/worth.ts'
import { assemble } from './assemble.ts'
import type { RawPage } from './page.ts'
import { missingPage, tryPage } from './pages.ts'
import { openPdf, titleOf, type PdfFile, type Pdfium } from './pdfium.ts'
import { readTogether, type Calls } from './together.ts'

export interface LayoutOptions {
  maxPages?: number
  /** Pages that are left out with the warning 'page-failed'. */
  skip?: readonly number[]
  /** Called before a page is read. */
  onPage?: (number: number) => void
  onProgress?: (progress: { pagesDone: number; pages: number }) => void
}

export interface FileOptions extends LayoutOptions {
  threads?: 1 | 2
  /** Called when a second thread begins to read. */
  onTogether?: () => void
  /** Called when the pages that are pictures are about to be read. */
  onPictures?: () => void
  /** How long one picture may take; default 120,000. */
  pictureMilliseconds?: number
  /** What the text of a document says in which only some pages are pictures. */
  said?: (layout: Layout) => Promise<Said>
}

/** Reads all pages. Throws ReaderError 'encrypted', 'broken' or 'too-many-pages'; a page that fails is left out with the warning 'page-failed'. */
export function layoutOfPdf(pdfium: Pdfium, bytes: Uint8Array, options: LayoutOptions = {}): Layout {
  const file = openChecked(pdfium, bytes, options)
  try {
    const done = counter(file, options)
    const found = readAlone(pdfium, file, { ...options, onRead: pages => done(pages.length) })
    const warnings = failuresOf(found)
    return layoutOfPages(pdfium, file, withMissing(found), warnings)
  } finally {
    file.close()
  }
}

function readAlone(pdfium: Pdfium, file: PdfFile, calls: Calls & Pick<LayoutOptions, 'skip'>): (RawPage | null)[] {
  const { skip = [], onPage, onRead } = calls
  return Array.from({ length: file.pages }, (_, index) => {
    const number = index + 1
    onPage?.(number)
    const page = skip.includes(number) ? null : tryPage(pdfium, file.document, number)
    onRead?.([page])
    return page
  })
}

/** Tells how many pages are done, given how many more are. */
function counter({ pages }: PdfFile, { onProgress }: LayoutOptions): (more: number) => void {
  let pagesDone = 0
  return more => {
    if (more > 0) onProgress?.({ pagesDone: (pagesDone += more), pages })
  }
}

/** With fewer pages a second thread costs more than it brings: its start, and handing its pages over, take a fifth more processor time. */
const WORTH_TWO = 300

/** The same, with the pages that are pictures read as well; by two threads where that is asked for and the file is long enough. */
export async function layoutOfFile(pdfium: Pdfium, bytes: Uint8Array, options: FileOptions = {}): Promise<Layout> {
  const file = openChecked(pdfium, bytes, options)
  try {
    const alone = options.threads !== 2 || file.pages < WORTH_TWO || options.skip?.length
    if (!alone) options.onTogether?.()
    const done = counter(file, options)
    // A picture is done when it has been read as well.
    const onRead: Calls['onRead'] = pages => done(pages.filter(page => !page || page.scanned === 'no').length)
    const found = alone
      ? readAlone(pdfium, file, { ...options, onRead })
      : await readTogether(pdfium, file, bytes, { ...options, onRead })
    const warnings = failuresOf(found)
    const pages = withMissing(found)
    if (pages.every(page => page.scanned === 'no')) return layoutOfPages(pdfium, file, pages, warnings)
    options.onPictures?.()
    const { readPictures } = await import('../ocr/index.ts')
    const { pictureMilliseconds: milliseconds = 120_000, threads = 1 } = options
    const said = hasOwnText(pages) ? await options.said?.(layoutOfPages(pdfium, file, pages, [])) : undefined
    const ocr = { milliseconds, threads, said, onPage: () => done(1) }
    const read = await readPictures(pdfium, file.document, pages, warnings, ocr)
    return layoutOfPages(pdfium, file, read, warnings)
  } finally {
    file.close()
  }
}

/** A document whose pages of text are so many times as many as its pictures was not scanned. */
const OWN_TEXT = 3

function hasOwnText(pages: readonly RawPage[]): boolean {
  const pictures = pages.filter(page => page.scanned !== 'no').length
  const worded = pages.filter(page => page.scanned === 'no' && page.words.length > 0).length
  return worded >= OWN_TEXT * pictures
}

function openChecked(pdfium: Pdfium, bytes: Uint8Array, { maxPages = Infinity }: LayoutOptions): PdfFile {
  const file = openPdf(pdfium, bytes)
  const { pages } = file
  if (pages > 0 && pages <= maxPages) return file
  file.close()
  throw pages === 0
    ? new ReaderError('broken', 'This PDF has no pages. Save it again from the program it came from.')
    : new ReaderError('too-many-pages', `This PDF has ${pages} pages; at most ${maxPages} can be read. Split it.`)
}

function failuresOf(found: readonly (RawPage | null)[]): Layout['warnings'] {
  return found.flatMap((page, i) =>
    page ? [] : [{ code: 'page-failed', message: `Page ${i + 1} cannot be read; the others were.`, page: i + 1 }],
  )
}

const withMissing = (found: readonly (RawPage | null)[]): RawPage[] =>
  found.map((page, i) => page ?? missingPage(i + 1))

function layoutOfPages(pdfium: Pdfium, file: PdfFile, pages: readonly RawPage[], warnings: Layout['warnings']): Layout {
  const title = titleOf(pdfium, file.document)
  return { mediaType: 'application/pdf', ...(title && { title }), ...assemble(pages, warnings), warnings }
}
