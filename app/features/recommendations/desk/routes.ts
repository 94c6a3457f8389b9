/** Recommendations on the desk: routes. */
import type { Hono } from 'hono'
import { member, type Env } from '../../../platform/http.ts'
import { showCountry } from '../public/routes.tsx'
import { showDesk } from './list-page.tsx'
import { addRow, removeOne, saveOne, saveSetFacts, setPublic, showOne, showSet } from './set-routes.tsx'
import { keep, read, showNew } from './take-in.tsx'

const SET = '/desk/recommendations/sets/:slug{[a-z0-9-]+}'
const ONE = `${SET}/:ref{[0-9]{1,9}}`

export function deskRoutes(app: Hono<Env>) {
  app.get('/desk/recommendations', showDesk)
  app.get('/desk/recommendations/countries/:country{[A-Z]{3}}', c => showCountry(c, member(c).userId))
  app.get('/desk/recommendations/new', c => showNew(c))
  app.post('/desk/recommendations/read', read)
  app.post('/desk/recommendations/sets', keep)
  app.get(SET, c => showSet(c))
  app.post(`${SET}/facts`, saveSetFacts)
  app.post(`${SET}/rows`, addRow)
  app.post(`${SET}/publish`, c => setPublic(c, true))
  app.post(`${SET}/take-back`, c => setPublic(c, false))
  app.get(ONE, c => showOne(c))
  app.post(ONE, saveOne)
  app.post(`${ONE}/remove`, removeOne)
}
