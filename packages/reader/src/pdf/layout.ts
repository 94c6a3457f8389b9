/** A PDF to its layout. */
import { ReaderError } from '../errors.ts'
import type { Layout } from '../layout.ts'
import { assemble } from './assemble.ts'
import { openPdf, titleOf, type Pdfium } from './pdfium.ts'
import { readPage, type RawPage } from './page.ts'

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
  const file = openPdf(pdfium, bytes)
  const { maxPages = Infinity, skip = [] } = options
  try {
    if (file.pages === 0)
      throw new ReaderError('broken', 'This PDF has no pages. Save it again from the program it came from.')
    if (file.pages > maxPages)
      throw new ReaderError(
        'too-many-pages',
        `This PDF has ${file.pages} pages; at most ${maxPages} can be read. Split it.`,
      )
    const warnings: Layout['warnings'] = []
    const raw: RawPage[] = []
    for (let number = 1; number <= file.pages; number++) {
      options.onPage?.(number)
      const page = skip.includes(number) ? null : tryPage(pdfium, file.document, number)
      raw.push(
        page ?? {
          number,
          width: 0,
          height: 0,
          words: [],
          lines: { across: [], down: [], fills: [], dots: [] },
          tagged: false,
          pictured: false,
        },
      )
      if (!page)
        warnings.push({ code: 'page-failed', message: `Page ${number} cannot be read; the others were.`, page: number })
      options.onProgress?.({ pagesDone: number, pages: file.pages })
    }
    const title = titleOf(pdfium, file.document)
    return { mediaType: 'application/pdf', ...(title && { title }), ...assemble(raw, warnings), warnings }
  } finally {
    file.close()
  }
}

function tryPage(pdfium: Pdfium, document: number, number: number): RawPage | null {
  try {
    return readPage(pdfium, document, number)
  } catch {
    return null
  }
}
