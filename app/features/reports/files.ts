/** The four files of a document. */
import { toDocx, toHtml, toMarkdown, toPdf, type ReportDocument } from '@open1325/report-writer'
import type { Format } from './model.ts'

/** @param at written into the PDF */
export async function fileOf(format: Format, document: ReportDocument, at: Date): Promise<Uint8Array<ArrayBuffer>> {
  switch (format) {
    case 'docx':
      return new Uint8Array(await toDocx(document))
    case 'pdf':
      return new Uint8Array(await toPdf(document, at))
    case 'html':
      return new TextEncoder().encode(toHtml(document))
    case 'md':
      return new TextEncoder().encode(toMarkdown(document))
  }
}
