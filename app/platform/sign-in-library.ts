/** How the sign-in library is set up: what it may do, how often, for how long. */
import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { PostgresDialect } from 'kysely'
import type { Services } from './http.ts'

export const SHORTEST_PASSWORD = 10
export const LONGEST_PASSWORD = 128

/** A session ends at the latest after this many days; the database ends it earlier when it rests (app.person_of_session). */
const LONGEST_SESSION_DAYS = 30
export const BASE_PATH = '/api/auth'
/** Set by us on every request to the library, from the connection: a client's own header of this name is thrown away. */
export const ADDRESS_HEADER = 'x-open1325-address'

/** Which tries are allowed, in how many seconds: from one address, of one kind. An office of people may share an address. */
const LIMITS = {
  '/sign-in/email': { window: 300, max: 20 },
  '/two-factor/*': { window: 300, max: 20 },
  '/passkey/*': { window: 60, max: 30 },
  '/change-password': { window: 300, max: 10 },
  '/verify-password': { window: 300, max: 10 },
}

export function signInLibrary({ config, database, log }: Pick<Services, 'config' | 'database' | 'log'>) {
  const { hostname, origin } = new URL(config.publicUrl)
  return betterAuth({
    appName: 'Open1325',
    baseURL: origin,
    basePath: BASE_PATH,
    secret: config.secret,
    database: {
      dialect: new PostgresDialect({ pool: database.auth }),
      type: 'postgres',
      schemaName: 'auth',
      transaction: true,
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
    },
    session: { expiresIn: LONGEST_SESSION_DAYS * 86400, disableSessionRefresh: true },
    // Where somebody was when she signed in is nobody's business, and is of no use to anybody who may see it.
    databaseHooks: { session: { create: { before: async session => ({ data: { ...session, ipAddress: null } }) } } },
    verification: { storeIdentifier: 'hashed' },
    rateLimit: { enabled: true, storage: 'database', window: 60, max: 100, customRules: LIMITS },
    advanced: {
      cookiePrefix: 'open1325',
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      // Also in tests, where the library would leave it out.
      disableOriginCheck: false,
      database: { validateSchema: false },
    },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message) => log.error({ part: 'sign-in' }, message) },
    plugins: [
      twoFactor({ issuer: 'Open1325' }),
      passkey({
        rpID: hostname,
        rpName: 'Open1325',
        origin,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        authentication: {
          // A passkey takes the place of password and code together: the device must have asked who holds it.
          afterVerification: async ({ verification }) => {
            if (!verification.authenticationInfo.userVerified) throw new APIError('UNAUTHORIZED')
          },
        },
      }),
    ],
  })
}
