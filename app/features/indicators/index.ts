/** Indicators: what is measured, what each voice says of it, how far it is from its target. */
import type { Feature } from '../../platform/http.ts'
import { deskRoutes } from './desk/routes.tsx'
import { registerFigures } from './import/kind.tsx'
import { loadFrameworks } from './load.ts'
import { publicRoutes } from './routes.tsx'
import { warningRoutes } from './warnings/routes.tsx'

registerFigures()

export const feature: Feature = {
  name: 'indicators',
  routes(app) {
    publicRoutes(app)
    warningRoutes(app)
    deskRoutes(app)
  },
  work: ({ database }) => loadFrameworks(database.owner),
}
