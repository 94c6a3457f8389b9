/** The ledger's addresses on the desk: the list, views, changes of many, instruments of rows. */
import type { Hono } from 'hono'
import type { Env } from '../../../platform/http.ts'
import { performBulk, showBulk, undo } from './bulk-page.tsx'
import { showLedger } from './list-page.tsx'
import { deleteThisView, saveThisView } from './views.tsx'

export function deskRoutes(app: Hono<Env>) {
  app.get('/desk/ledger', c => showLedger(c))
  app.post('/desk/ledger/views', saveThisView)
  app.post('/desk/ledger/views/delete', deleteThisView)
  app.post('/desk/ledger/change', showBulk)
  app.post('/desk/ledger/change/do', performBulk)
  app.post('/desk/ledger/undo', undo)
}
