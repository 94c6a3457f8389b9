/** A PDF to its layout. */
import { ReaderError } from '../errors.ts'
import type { Layout } from '../layout.ts'
import { assemble } from './assemble.ts'
import type { RawPage } from './page.ts'
import { missingPage, tryPage } from './pages.ts'
import { openPdf, titleOf, type PdfFile, type Pdfium } from './pdfium.ts'
import { readTogether } from './together.ts'

export interface LayoutOptions {
  maxPages?: number
  /** Pages that are left out with the warning 'page-failed'. */
  skip?: readonly number[]
  /** Called before a page is read. */
  onPage?: (number: number) => void
  onProgress?: (progress: { pagesDone: number; pages: number }) => void
}

/** Reads all pages. Throws ReaderError 'encrypted', 'broken' or 'too-many-pages'; a page that fails is left out with the warning 'page-failed'. */
export function layoutOfPdf(pdfium: Pdfium, bytes: Uint8Array, options: LayoutOptions = {}): Layout {
  const file = openChecked(pdfium, bytes, options)
  try {
    return layoutOfPages(pdfium, file, readAlone(pdfium, file, options))
  } finally {
    file.close()
  }
}

function readAlone(pdfium: Pdfium, file: PdfFile, options: LayoutOptions): (RawPage | null)[] {
  const { skip = [], onPage, onProgress } = options
  return Array.from({ length: file.pages }, (_, index) => {
    const number = index + 1
    onPage?.(number)
    const page = skip.includes(number) ? null : tryPage(pdfium, file.document, number)
    onProgress?.({ pagesDone: number, pages: file.pages })
    return page
  })
}

/** With fewer pages a second thread costs more than it brings. */
const WORTH_TWO = 40

/** The same by two threads where the file is long enough for that; `onTogether` tells when a second one begins. */
export async function layoutByTwo(
  pdfium: Pdfium,
  bytes: Uint8Array,
  options: LayoutOptions & { onTogether?: () => void } = {},
): Promise<Layout> {
  const file = openChecked(pdfium, bytes, options)
  try {
    if (file.pages < WORTH_TWO || options.skip?.length)
      return layoutOfPages(pdfium, file, readAlone(pdfium, file, options))
    options.onTogether?.()
    return layoutOfPages(pdfium, file, await readTogether(pdfium, file, bytes, options))
  } finally {
    file.close()
  }
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

function layoutOfPages(pdfium: Pdfium, file: PdfFile, found: readonly (RawPage | null)[]): Layout {
  const warnings: Layout['warnings'] = []
  const raw = found.map((page, i) => page ?? missingPage(i + 1))
  found.forEach((page, i) => {
    const number = i + 1
    if (!page)
      warnings.push({ code: 'page-failed', message: `Page ${number} cannot be read; the others were.`, page: number })
  })
  const title = titleOf(pdfium, file.document)
  return { mediaType: 'application/pdf', ...(title && { title }), ...assemble(raw, warnings), warnings }
}
