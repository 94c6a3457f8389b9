/**
 * Who somebody is: accounts, sessions, passwords, one-time codes, passkeys (better-auth, on the tables of schema `auth`). Nobody can sign
 * up over HTTP: an account comes from an invitation. Pages ask the library through `ask`, as the browser would, so that its limits
 * on tries hold for forms without JavaScript as well.
 */
import { randomBytes } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { parseSigned, serializeSigned } from 'hono/utils/cookie'
import { ROLES, type Membership, type Person, type Services } from './http.ts'
import { ADDRESS_HEADER, BASE_PATH, signInLibrary } from './sign-in-library.ts'

/** What the script of a page may ask for itself: a passkey needs the browser. */
const FOR_SCRIPTS = [
  '/passkey/generate-authenticate-options',
  '/passkey/verify-authentication',
  '/passkey/generate-register-options',
  '/passkey/verify-registration',
]

/** The browser's request, for the library: its cookies, its user agent, and the address that it came from. */
export interface Caller {
  headers: Headers
  address: string
}

export interface Answer {
  ok: boolean
  /** 429: too many tries. */
  status: number
  /** The library's code for a refusal: 'INVALID_CODE'. */
  code: string | null
  data: Record<string, unknown>
  /** Set-Cookie headers to hand on to the browser. */
  cookies: string[]
  /** Seconds to wait after too many tries. */
  wait: number | null
}

export interface Session {
  id: string
  current: boolean
  lastUsed: Date
  userAgent: string | null
}

export interface ResetLink {
  name: string
  email: string
  /** The administrator who made it; null: it came by mail. */
  maker: string | null
  expires_at: Date
  without_second_step: boolean
  state: 'open' | 'used' | 'expired'
}

export interface SignIn {
  /** The person whose session's cookie this is. No cookie: no question to the database; else one. */
  personOf(headers: Headers): Promise<Person | null>
  /** Asks the library one thing (`/sign-in/email`) in the name of the browser. With a body: a POST. @throws Error if the library fails */
  ask(caller: Caller, path: string, body?: object): Promise<Answer>
  /** Answers the few requests that a page's script may make, under /api/auth. */
  handler(request: Request, address: string): Promise<Response>
  /** Makes an account. Gives the user's id; null where the address has one already. */
  addAccount(account: { name: string; email: string; password: string }): Promise<string | null>
  /** Takes back an account just made, whose invitation turned out to be used. */
  removeAccount(userId: string): Promise<void>
  /** Sessions that have not ended, the last used first. */
  sessionsOf(userId: string, headers: Headers): Promise<Session[]>
  /** Deletes what has ended: sessions, half-done sign-ins, links, the addresses that tries came from. */
  forgetEnded(): Promise<void>
  hasSecondStep(userId: string): Promise<boolean>
  /** The codes that stand in for a lost second step; shown once, when it is set up. */
  backupCodesOf(userId: string): Promise<string[]>
  /** Makes a link to a new password, to be mailed. null: nobody has the address, or one was made a minute ago. */
  mailedResetLink(email: string): Promise<{ name: string; email: string; token: string } | null>
  resetLink(token: string): Promise<ResetLink | null>
  /** Sets the password by a link. Gives the person's address; null when the link is used or expired. */
  followResetLink(token: string, password: string): Promise<string | null>
  /** A Cookie header that continues a session, for a session row that is there. */
  cookieFor(sessionToken: string): Promise<string>
}

/** A secret that a link carries: 32 random bytes. The database keeps its SHA-256 only. */
export const newToken = (): string => randomBytes(32).toString('base64url')

export function makeSignIn({ config, database, log }: Pick<Services, 'config' | 'database' | 'log'>): SignIn {
  const auth = signInLibrary({ config, database, log })
  const { origin, protocol } = new URL(config.publicUrl)
  const cookieName = `${protocol === 'https:' ? '__Secure-' : ''}open1325.session_token`

  async function sessionToken(headers: Headers): Promise<string | null> {
    const cookie = headers.get('cookie')
    if (!cookie?.includes(cookieName)) return null
    return (await parseSigned(cookie, config.secret, cookieName))[cookieName] || null
  }
  async function ownRow<T extends object>(statement: string, values: unknown[]): Promise<T | null> {
    const { rows } = await database.auth.query<T>(statement, values)
    return rows[0] ?? null
  }

  return {
    async personOf(headers) {
      const token = await sessionToken(headers)
      if (!token) return null
      const { rows } = await database.app.query<PersonRow>('select * from app.person_of_session($1)', [token])
      return rows[0] ? personFrom(rows[0], headers) : null
    },

    async ask({ headers, address }, path, body) {
      const request = new Headers({ [ADDRESS_HEADER]: address, origin })
      for (const name of ['cookie', 'user-agent']) if (headers.has(name)) request.set(name, headers.get(name)!)
      if (body) request.set('content-type', 'application/json')
      const response = await auth.handler(
        new Request(origin + BASE_PATH + path, {
          method: body ? 'POST' : 'GET',
          headers: request,
          body: body ? JSON.stringify(body) : null,
        }),
      )
      if (response.status >= 500) throw new Error(`sign-in could not answer ${path}: ${response.status}`)
      return answerFrom(response)
    },

    async handler(request, address) {
      const { pathname, search } = new URL(request.url)
      if (!FOR_SCRIPTS.includes(pathname.slice(BASE_PATH.length))) return new Response('Not found', { status: 404 })
      const headers = new Headers(request.headers)
      headers.set(ADDRESS_HEADER, address)
      const body = request.method === 'POST' ? await request.text() : null
      return auth.handler(new Request(origin + pathname + search, { method: request.method, headers, body }))
    },

    async addAccount({ name, email, password }) {
      const { internalAdapter } = await auth.$context
      const address = email.toLowerCase()
      if (await internalAdapter.findUserByEmail(address)) return null
      const hash = await hashPassword(password)
      try {
        const user = await internalAdapter.createUser(
          { name, email: address, emailVerified: false },
          { method: 'email-password' },
        )
        await internalAdapter.linkAccount({
          userId: user.id,
          providerId: 'credential',
          accountId: user.id,
          password: hash,
        })
        return user.id
      } catch (error) {
        if (await internalAdapter.findUserByEmail(address)) return null
        throw error
      }
    },

    async removeAccount(userId) {
      await database.auth.query('delete from auth."user" where id = $1', [userId])
    },

    async sessionsOf(userId, headers) {
      const { rows } = await database.auth.query<Session>(
        `select id, token = $2 as current, "updatedAt" as "lastUsed", "userAgent" from auth.session
         where "userId" = $1 and "expiresAt" > now() and "updatedAt" > now() - interval '7 days' order by "updatedAt" desc`,
        [userId, await sessionToken(headers)],
      )
      return rows
    },

    async forgetEnded() {
      await database.auth.query('select auth.forget_ended()')
    },

    hasSecondStep: async userId =>
      (await ownRow<{ on: boolean }>('select "twoFactorEnabled" as on from auth."user" where id = $1', [userId]))?.on ??
      false,

    backupCodesOf: async userId => (await auth.api.viewBackupCodes({ body: { userId } })).backupCodes,

    async mailedResetLink(email) {
      const token = newToken()
      const to = await ownRow<{ name: string; email: string }>('select * from auth.make_mailed_reset_link($1, $2)', [
        email,
        token,
      ])
      return to && { ...to, token }
    },

    resetLink: token => ownRow<ResetLink>('select * from auth.reset_link_by_token($1)', [token]),

    async followResetLink(token, password) {
      const hash = await hashPassword(password)
      const row = await ownRow<{ email: string | null }>('select auth.follow_reset_link($1, $2) as email', [
        token,
        hash,
      ])
      return row?.email ?? null
    },

    cookieFor: async token => (await serializeSigned(cookieName, token, config.secret)).split(';')[0]!,
  }
}

interface PersonRow {
  user_id: string
  name: string
  email: string
  memberships: Membership[]
}

/** The organisation that she works in now, for a person who belongs to several: its id in a cookie. */
export const ORGANISATION_COOKIE = 'organisation'

function personFrom({ user_id: userId, name, email, memberships }: PersonRow, headers: Headers): Person {
  const chosen = headers.get('cookie')?.match(/(?:^|; )organisation=([0-9a-f-]{36})/)?.[1]
  const known = memberships.filter(membership => ROLES.includes(membership.role))
  const current = known.find(membership => membership.organisationId === chosen) ?? known[0] ?? null
  return { userId, name, email, memberships: known, current }
}

async function answerFrom(response: Response): Promise<Answer> {
  const text = await response.text()
  const data: unknown = text ? JSON.parse(text) : null
  const record = (data && typeof data === 'object' ? data : {}) as Record<string, unknown>
  return {
    ok: response.ok,
    status: response.status,
    code: typeof record.code === 'string' ? record.code : null,
    data: Array.isArray(data) ? { list: data } : record,
    cookies: response.headers.getSetCookie(),
    wait: response.status === 429 ? Number(response.headers.get('x-retry-after') ?? 60) : null,
  }
}
