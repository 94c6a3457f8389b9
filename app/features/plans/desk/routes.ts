/** The desk's addresses: what waits, a plan taken in, read, described, published, taken back, removed. */
import type { Hono } from 'hono'
import type { Env } from '../../../platform/http.ts'
import { takeExample, takeFile } from './add.ts'
import { showDesk } from './desk-page.tsx'
import { showHistory } from './history-page.tsx'
import { showPlan } from './plan-page.tsx'
import { publishPlan, removePlan, takeBack } from './publish-section.tsx'
import { cancel, readAgain, tellProgress } from './reading-acts.ts'
import { saveFacts } from './save-facts.ts'

/** Where a plan's file is sent. */
export const UPLOAD = '/desk/plans'

export function deskRoutes(app: Hono<Env>) {
  app.get('/desk', c => showDesk(c))
  app.post(UPLOAD, takeFile)
  app.post('/desk/examples', takeExample)

  app.get('/desk/plans/:slug', c => showPlan(c))
  app.get('/desk/plans/:slug/progress', tellProgress)
  app.post('/desk/plans/:slug/cancel', cancel)
  app.post('/desk/plans/:slug/read-again', readAgain)
  app.post('/desk/plans/:slug/facts', saveFacts)
  app.post('/desk/plans/:slug/publish', publishPlan)
  app.post('/desk/plans/:slug/take-back', takeBack)
  app.post('/desk/plans/:slug/remove', removePlan)
  app.get('/desk/plans/:slug/history', showHistory)
}
