/** What a browser is told about every page: nothing from anywhere else, no script but our own files, no framing. DESIGN: Safety. */
import type { MiddlewareHandler } from 'hono'
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
    c.header('Content-Security-Policy', POLICY)
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
