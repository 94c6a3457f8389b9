/** What a browser is told about every page: nothing from anywhere else, no script but our own files, no framing. DESIGN: Safety. */
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Problem } from './problem.ts'

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "manifest-src 'self'",
].join('; ')

export const securityHeaders = (secure: boolean): MiddlewareHandler =>
  async function addSecurityHeaders(c, next) {
    await next()
    // What is given out as a file may say that it is held even closer.
    if (!c.res.headers.has('content-security-policy')) c.header('Content-Security-Policy', POLICY)
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Referrer-Policy', 'same-origin')
    c.header('Cross-Origin-Opener-Policy', 'same-origin')
    c.header('Cross-Origin-Resource-Policy', 'same-origin')
    c.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), interest-cohort=()')
    if (secure) c.header('Strict-Transport-Security', 'max-age=31536000')
  }

/**
 * A change must come from our own pages. Browsers say where a request comes from (Sec-Fetch-Site; Origin on old ones); a request
 * that says neither carries no cookies of a browser, so it is nobody's and may try.
 */
export const ownOriginOnly = (origins: () => string[]): MiddlewareHandler =>
  async function refuseForeignOrigins(c, next) {
    if (!['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)) {
      const site = c.req.header('sec-fetch-site')
      const origin = c.req.header('origin')
      const own = origin === undefined || origins().includes(origin) || new URL(c.req.url).origin === origin
      if ((site && site !== 'same-origin' && site !== 'none') || !own) throw new Problem('foreign-origin')
    }
    await next()
  }

/**
 * No address of ours has a control character in it (RFC 3986 lets none stand unescaped): nothing behind this has to think of a line end
 * in a header, or of a NUL that the database refuses.
 */
export const plainPathsOnly: MiddlewareHandler = async function refuseControlCharacters(c, next) {
  if (/\p{Cc}/u.test(safelyDecoded(c.req.path))) throw new Problem('not-found')
  await next()
}

function safelyDecoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    // Not UTF-8: what is UTF-8 in it is decoded all the same.
    return path.replace(/%[01][0-9a-f]|%7f/gi, decodeURIComponent)
  }
}

const LARGEST_FORM = 2 * 1024 * 1024

/** What is sent may be this long at most, but for the addresses in `files`, which count for themselves as it arrives. */
export const shortFormsOnly = (files: string[]): MiddlewareHandler => {
  const limit = bodyLimit({
    maxSize: LARGEST_FORM,
    onError: () => {
      throw new Problem('form-too-large')
    },
  })
  return (c, next) => (files.includes(c.req.path) ? next() : limit(c, next))
}
