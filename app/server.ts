/** The web application: what is set up, in order. */
import { serve } from '@hono/node-server'
import { compress } from 'hono/compress'
import { features } from './features/index.ts'
import { router, type Services } from './platform/http.ts'
import { ownOriginOnly, plainPathsOnly, securityHeaders, shortFormsOnly } from './platform/security.ts'
import { assets } from './ui/static.ts'
import { whoAsks } from './platform/who-asks.ts'
import { answerProblem, noSuchPage } from './ui/problem-page.tsx'

/** The application as a function from request to response: what the tests talk to. */
export function application(services: Services) {
  const app = router()
  app.use(compress({ threshold: 1024 }))
  app.use(securityHeaders(services.config.publicUrl.startsWith('https:')))
  app.use(assets())
  app.use(ownOriginOnly(() => [new URL(services.config.publicUrl).origin]))
  app.use(whoAsks(services))
  app.use(plainPathsOnly)
  app.use(shortFormsOnly(features.flatMap(feature => feature.takesFiles ?? [])))
  for (const feature of features) feature.routes(app)
  app.notFound(noSuchPage)
  app.onError(answerProblem)
  return app
}

/** Starts the jobs and listens. Rejects where the port is taken (code EADDRINUSE). */
export async function startServer(services: Services): Promise<{ stop: () => Promise<void> }> {
  for (const feature of features) await feature.work?.(services)
  const app = application(services)
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port: services.config.port, hostname: services.config.host }, () => {
      const stop = () =>
        new Promise<void>(done => {
          server.close(() => done())
          if ('closeIdleConnections' in server) server.closeIdleConnections()
          setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 2000).unref()
        })
      resolve({ stop })
    })
    server.once('error', reject)
  })
}
