/** The pages of the site itself: the first page, about, and what machines ask for. */
import type { Feature } from '../../platform/http.ts'
import { showAbout } from './about.tsx'
import { showHome } from './home.tsx'

/** Pages that belong to one person, or to nobody yet, are of no use to a search engine. */
const ROBOTS = `User-agent: *
Disallow: /desk
Disallow: /account
Disallow: /people
Disallow: /sign-in
Disallow: /forgotten
Disallow: /welcome/
Disallow: /new-password/
`

export const feature: Feature = {
  name: 'site',
  routes: app => {
    app.get('/', showHome)
    app.get('/about', showAbout)
    app.get('/robots.txt', c => c.text(ROBOTS, 200, { 'Cache-Control': 'public, max-age=86400' }))
    // For whoever watches over the server: it is well when its database answers.
    app.get('/healthz', async c => {
      await c.get('services').database.app.query('select 1')
      return c.text('ok', 200, { 'Cache-Control': 'no-store' })
    })
  },
}
