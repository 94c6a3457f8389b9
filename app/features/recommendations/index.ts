/** Recommendations: what bodies, panels and reports ask for, what was answered, what became of it. */
import type { Feature } from '../../platform/http.ts'
import { deskRoutes } from './desk/routes.ts'
import { paths } from './model.ts'
import { downloadRoutes } from './public/downloads.ts'
import { publicRoutes } from './public/routes.tsx'

export const feature: Feature = {
  name: 'recommendations',
  takesFiles: [paths.read],
  routes(app) {
    publicRoutes(app)
    downloadRoutes(app)
    deskRoutes(app)
  },
}
