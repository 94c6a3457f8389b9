/** The pages of a PDF one by one; a page that fails is told, the others are read. */
import type { RawPage } from './page.ts'
import { readPage } from './page.ts'
import type { Pdfium } from './pdfium.ts'

/** A page's content; null where PDFium cannot load it. */
export function tryPage(pdfium: Pdfium, document: number, number: number): RawPage | null {
  try {
    return readPage(pdfium, document, number)
  } catch {
    return null
  }
}

/** What stands in the place of a page that was not read. */
export function missingPage(number: number): RawPage {
  return {
    number,
    width: 0,
    height: 0,
    words: [],
    lines: { across: [], down: [], fills: [], dots: [] },
    tagged: false,
    pictured: false,
    scanned: 'no',
  }
}
