/** The files of a report, by their endings. */
import type { ReportDocument } from './document.ts'
import { toDocx } from './docx.ts'
import { toHtml } from './html.ts'
import { toMarkdown } from './markdown.ts'
import { toPdf } from './pdf.ts'

export const FORMATS = ['docx', 'pdf', 'html', 'md'] as const
export type Format = (typeof FORMATS)[number]

export const MEDIA_TYPES: Record<Format, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html; charset=UTF-8',
  md: 'text/markdown; charset=UTF-8',
}

/**
 * The file's bytes.
 * @param at written into the PDF
 */
export async function toFile(
  format: Format,
  report: ReportDocument,
  at = new Date(),
): Promise<Uint8Array<ArrayBuffer>> {
  switch (format) {
    case 'docx':
      return new Uint8Array(await toDocx(report))
    case 'pdf':
      return new Uint8Array(await toPdf(report, at))
    case 'html':
      return new TextEncoder().encode(toHtml(report))
    case 'md':
      return new TextEncoder().encode(toMarkdown(report))
  }
}
