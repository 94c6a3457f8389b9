/** The clock: bodies and their rules, what is due when, and calendars to take it along. */
import type { Feature } from '../../platform/http.ts'
import { publicRoutes } from './public/routes.tsx'

export const feature: Feature = {
  name: 'clock',
  routes(app) {
    publicRoutes(app)
  },
}
