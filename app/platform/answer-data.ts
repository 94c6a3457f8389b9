/** Data as an answer: with a name for the file, and a tag by which a program that asks again learns that nothing changed. */
import { createHash } from 'node:crypto'
import type { Ctx } from './http.ts'

const MEDIA_TYPES = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  atom: 'application/atom+xml; charset=utf-8',
} as const
export type DataFormat = keyof typeof MEDIA_TYPES

/**
 * @param name the file's name without its ending; null where it is not meant to be saved as a file
 * @param stamp what the tag is made of, where the bytes themselves differ from one making to the next (a workbook holds its time)
 */
export function answerData(c: Ctx, format: DataFormat, body: string | Uint8Array, name: string | null, stamp = body) {
  return answerBytes(c, body, MEDIA_TYPES[format], name && `${name}.${format}`, stamp)
}

/** The same for data of any other type. @param file the whole name that it is saved under */
export function answerBytes(c: Ctx, body: string | Uint8Array, type: string, file: string | null, stamp = body) {
  if (isKnown(c, createHash('sha256').update(stamp).digest('base64url'))) return c.body(null, 304)
  nameIt(c, type, file)
  return c.body(typeof body === 'string' ? body : new Uint8Array(body))
}

export interface StreamedData {
  open: () => ReadableStream<Uint8Array>
  /** Instead of opening it, where nobody needs it. */
  close: () => Promise<void>
  /** A digest of what it says. */
  stamp: string
  /** As in answerData. */
  name: string | null
}

/** As answerData, for what is too much to hold in memory. */
export async function answerStream(c: Ctx, format: DataFormat, data: StreamedData) {
  if (isKnown(c, data.stamp)) {
    await data.close()
    return c.body(null, 304)
  }
  nameIt(c, MEDIA_TYPES[format], data.name && `${data.name}.${format}`)
  return c.body(data.open())
}

/** Tags the answer; gives whether whoever asks has it already. */
function isKnown(c: Ctx, digest: string): boolean {
  const tag = `"${digest.slice(0, 22)}"`
  c.header('ETag', tag)
  c.header('Cache-Control', 'private, no-cache')
  c.header('Vary', 'Cookie')
  // A compressed answer's tag comes back marked as weak.
  const known = (c.req.header('if-none-match') ?? '').split(',').map(one => one.trim().replace(/^W\//, ''))
  return known.includes(tag)
}

function nameIt(c: Ctx, type: string, file: string | null) {
  c.header('Content-Type', type)
  if (file) c.header('Content-Disposition', `attachment; filename="${file}"`)
}
