/**
 * Public pages as they were last made, compressed, as long as nothing that they show has changed. Only for pages that look alike to
 * everybody who is not signed in; whoever keeps one says under which state of the data it holds.
 */
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Ctx } from './http.ts'

interface Kept {
  state: string
  /** By which a browser that has the page already asks whether it is still the same. */
  tag: string
  plain: Buffer<ArrayBuffer>
  gzip: Buffer<ArrayBuffer>
}

/** Bytes of all kept pages together; the one that was asked for longest ago goes first. */
const MOST_BYTES = 48_000_000

const pages = new Map<string, Kept>()
let bytes = 0

const sizeOf = ({ plain, gzip }: Kept) => plain.length + gzip.length

/**
 * Answers with the kept page of this address and language, or makes it and keeps it.
 * @param state changes whenever the page would
 * @param make the whole page as bytes
 */
export async function keptPage(c: Ctx, state: string, make: () => Promise<Buffer<ArrayBuffer>>) {
  const key = `${c.get('words').locale} ${new URL(c.req.url).pathname}`
  let kept = pages.get(key)
  if (kept?.state !== state) {
    const plain = await make()
    const tag = `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
    kept = { state, tag, plain, gzip: gzipSync(plain) }
  }
  // Another request may have kept the same page while this one made it.
  const before = pages.get(key)
  bytes += sizeOf(kept) - (before ? sizeOf(before) : 0)
  pages.delete(key)
  pages.set(key, kept)
  for (const [oldest, page] of pages) {
    if (bytes <= MOST_BYTES) break
    pages.delete(oldest)
    bytes -= sizeOf(page)
  }
  c.header('ETag', kept.tag)
  c.header('Cache-Control', 'private, no-cache')
  if (c.req.header('if-none-match')?.includes(kept.tag)) return c.body(null, 304)
  const zipped = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
  c.header('Content-Type', 'text/html; charset=UTF-8')
  if (zipped) c.header('Content-Encoding', 'gzip')
  return c.body(zipped ? kept.gzip : kept.plain)
}
