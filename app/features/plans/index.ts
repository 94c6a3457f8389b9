/** Plans: read, checked by people, appraised, before the public. */
import type { Feature } from '../../platform/http.ts'
import { appraisalRoutes } from './appraisal/routes.tsx'
import { compareRoutes } from './compare/routes.tsx'
import { deskRoutes, UPLOAD } from './desk/routes.ts'
import { workOnForgetting } from './offers/forget.ts'
import { workOnReadings } from './jobs.ts'
import { pictureRoutes } from './pictures.ts'
import { publicRoutes } from './public/routes.tsx'
import { reviewRoutes } from './review/routes.tsx'
import { versionRoutes } from './versions/routes.tsx'

export const feature: Feature = {
  name: 'plans',
  routes(app) {
    pictureRoutes(app)
    deskRoutes(app)
    appraisalRoutes(app)
    publicRoutes(app)
    reviewRoutes(app)
    versionRoutes(app)
    compareRoutes(app)
  },
  takesFiles: [UPLOAD],
  async work(services) {
    await workOnForgetting(services)
    await workOnReadings(services)
  },
}
