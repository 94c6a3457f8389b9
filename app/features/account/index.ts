/** Accounts: signing in, one's own account, invitations, the people of an organisation, organisations beside each other. */
import { clientAddress } from '../../platform/client-address.ts'
import type { Feature } from '../../platform/http.ts'
import { accountRoutes } from './pages/account.tsx'
import { newPasswordRoutes } from './pages/new-password.tsx'
import { organisationsRoutes } from './pages/organisations.tsx'
import { ownPasswordRoutes } from './pages/own-password.tsx'
import { partnersRoutes } from './pages/partners.tsx'
import { peopleRoutes } from './pages/people.tsx'
import { secondStepRoutes } from './pages/second-step.tsx'
import { signInRoutes } from './pages/sign-in.tsx'
import { welcomeRoutes } from './pages/welcome.tsx'

export { administratorLink, firstLink, newOrganisationLink } from './links.ts'

export const feature: Feature = {
  name: 'account',
  routes: app => {
    signInRoutes(app)
    welcomeRoutes(app)
    newPasswordRoutes(app)
    accountRoutes(app)
    ownPasswordRoutes(app)
    secondStepRoutes(app)
    peopleRoutes(app)
    partnersRoutes(app)
    organisationsRoutes(app)
    app.all('/api/auth/*', c => c.get('services').signIn.handler(c.req.raw, clientAddress(c)))
  },
  work: services => services.signIn.forgetEnded(),
}
