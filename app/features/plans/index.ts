/** Plans: read, checked by people, appraised, before the public. */
import type { Feature } from '../../platform/http.ts'
import { appraisalRoutes } from './appraisal/routes.tsx'
import { deskRoutes } from './desk/routes.ts'
import { publicRoutes } from './public/routes.tsx'

export const feature: Feature = {
  name: 'plans',
  routes(app) {
    deskRoutes(app)
    appraisalRoutes(app)
    publicRoutes(app)
  },
}
