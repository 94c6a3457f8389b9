/** The file of a piece of evidence, to those who see the piece: always as a download, never as a page of ours. */
import { Readable } from 'node:stream'
import { reading } from '../../platform/access.ts'
import { attachment, safeName } from '../../platform/files/names.ts'
import type { Ctx } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { evidenceOf } from './evidence-page.tsx'

export async function download(c: Ctx) {
  const asker = c.get('person')?.userId ?? null
  const { database, files } = c.get('services')
  const { fileSha256, fileName, mediaType } = await reading(database.kysely, asker, tx => evidenceOf(c, tx))
  if (!fileSha256 || !fileName) throw new Problem('not-found')
  const tag = `"${fileSha256}"`
  // Consent may be withdrawn at any time: nobody in between keeps a copy.
  c.header('ETag', tag)
  c.header('Cache-Control', 'private, no-cache')
  if (c.req.header('if-none-match')?.includes(tag)) return c.body(null, 304)
  const file = await files.open(fileSha256)
  return c.body(Readable.toWeb(file) as ReadableStream, 200, {
    'Content-Type': mediaType ?? 'application/octet-stream',
    'Content-Disposition': attachment(safeName(fileName, mediaType)),
    'Content-Security-Policy': "default-src 'none'; sandbox",
  })
}
