/** Answers with a file of a report: always as a download. */
import { FORMATS, MEDIA_TYPES, type Format } from '@open1325/report-writer'
import { attachment } from '../../../platform/files/names.ts'
import type { Ctx } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'

/** @throws Problem 'not-found' */
export function formatIn(ending: string | undefined): Format {
  const format = FORMATS.find(one => one === ending)
  if (!format) throw new Problem('not-found')
  return format
}

export function sendFile(c: Ctx, body: ReadableStream | Uint8Array<ArrayBuffer>, format: Format, name: string) {
  return c.body(body, 200, {
    'Content-Type': MEDIA_TYPES[format],
    'Content-Disposition': attachment(`${name}.${format}`),
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
    'Cache-Control': 'private, no-cache',
  })
}
