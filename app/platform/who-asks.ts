/** Before every page: who asks (by the session's cookie), and in which language. */
import { getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { Env, Services } from './http.ts'
import { isLocale, localeFor, wordsOf } from './languages.ts'

export const whoAsks = (services: Services) =>
  createMiddleware<Env>(async function setWhoAsks(c, next) {
    const asked = c.req.query('lang')
    const locale = localeFor(asked, getCookie(c, 'lang'), c.req.header('accept-language'))
    if (isLocale(asked)) setCookie(c, 'lang', asked, { path: '/', maxAge: 31536000, sameSite: 'Lax', httpOnly: true })
    c.set('services', services)
    c.set('words', wordsOf(locale))
    c.set('person', await services.signIn.personOf(c.req.raw.headers))
    await next()
    if (c.res.headers.get('content-type')?.startsWith('text/html')) {
      c.header('Content-Language', locale)
      c.header('Vary', 'Accept-Language, Cookie')
      if (!c.res.headers.has('cache-control')) c.header('Cache-Control', 'private, no-cache')
    }
  })
