/** The ledger: commitments of every instrument in one list, searched, narrowed, changed together, taken out and brought back as tables. */
import type { Feature } from '../../platform/http.ts'
import { deskRoutes } from './desk/routes.ts'
import { registerCommitments } from './exchange/put-in.ts'
import { downloadRoutes } from './public/downloads.ts'
import { publicRoutes } from './public/routes.tsx'
import { rowRoutes } from './rows/routes.tsx'

registerCommitments()

export const feature: Feature = {
  name: 'ledger',
  routes(app) {
    deskRoutes(app)
    rowRoutes(app)
    downloadRoutes(app)
    publicRoutes(app)
  },
}
