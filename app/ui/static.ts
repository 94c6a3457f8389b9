/** The stylesheet, the islands' scripts, the icon: under names that change with their content, so they are cached for ever. */
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { createMiddleware } from 'hono/factory'
import { ISLANDS_FOLDER, stylesheet } from './assets.ts'
import type { Env } from '../platform/http.ts'

const FOREVER = 'public, max-age=31536000, immutable'

export const assets = () =>
  createMiddleware<Env>(async function serveAssets(c, next) {
    const { path } = c.req
    if (!path.startsWith('/assets/')) return next()
    if (path === stylesheet().href)
      return c.body(stylesheet().body, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': FOREVER })
    if (path === '/assets/icon.svg') {
      const icon = await readFile(new URL('./icon.svg', import.meta.url), 'utf8')
      return c.body(icon, 200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=86400' })
    }
    const name = path.match(/^\/assets\/islands\/([\w.-]+\.js)$/)?.[1]
    if (name) {
      const script = await readFile(join(ISLANDS_FOLDER, basename(name)), 'utf8').catch(() => null)
      if (script !== null)
        return c.body(script, 200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': FOREVER })
    }
    return c.text('Not found', 404)
  })
