/**
 * The whole application for a test file, on a database of its own, with people of every role in one organisation, and of another one.
 * Ask it as a browser would: `app.request('/plans', { headers: await as('editor') })`.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hashPassword } from 'better-auth/crypto'
import { afterAll } from 'vitest'
import { features } from '../../features/index.ts'
import { application } from '../../server.ts'
import { readConfig } from '../config.ts'
import { openFiles } from '../files.ts'
import type { Membership, Role, Services } from '../http.ts'
import { openJobs } from '../jobs.ts'
import { openLog } from '../log.ts'
import type { Message } from '../mail.ts'
import { makeSignIn, newToken } from '../sign-in.ts'
import { testDatabase } from './database.ts'

export interface TestApp {
  app: ReturnType<typeof application>
  services: Services
  /** Mail that would have been sent. */
  outbox: Message[]
  /** Request headers of a member of the organisation with this role: the same person each time. */
  as: (role: Role) => Promise<{ cookie: string }>
  /** Request headers of a member of another organisation. */
  asOther: (role?: Role) => Promise<{ cookie: string }>
  /** The user id of the person behind `as` (or, with `other`, behind `asOther`). */
  userId: (role: Role, other?: boolean) => Promise<string>
  /** Makes one more person, signed in, who belongs to these organisations. */
  newPerson: (memberships: Record<string, Role>, password?: string) => Promise<TestPerson>
  organisationId: string
  otherOrganisationId: string
  /** Makes one more organisation, without members; gives its id. Civil society, of no country and no host where nothing else is said. */
  newOrganisation: (name: string, is?: NewOrganisation) => Promise<string>
  /** Takes up the features' jobs, as the server does when it starts. */
  work: () => Promise<void>
  close: () => Promise<void>
}

export interface NewOrganisation {
  voice?: Membership['voice']
  /** ISO 3166-1 alpha-3. */
  country?: string | null
  hosts?: boolean
}

export interface TestPerson {
  userId: string
  email: string
  /** A Cookie header. */
  cookie: string
}

/** Call it at the top of a test file: it is taken down after the file's last test. `env`: settings as config.ts reads them. */
export async function testApp(env: Record<string, string> = {}): Promise<TestApp> {
  const database = await testDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'open1325-app-'))
  const config = readConfig({ OPEN1325_DATA: folder, LOG_LEVEL: 'silent', PUBLIC_URL: 'http://localhost', ...env })
  const log = openLog(config.logLevel)
  const outbox: Message[] = []
  const services: Services = {
    config,
    database,
    log,
    files: openFiles(config),
    jobs: await openJobs(database.jobs, { alone: true, onError: () => {} }),
    mail: {
      configured: true,
      send: async message => {
        outbox.push(message)
      },
      close() {},
    },
    signIn: makeSignIn({ config, database, log }),
  }

  async function newOrganisation(name: string, is: NewOrganisation = {}): Promise<string> {
    const { voice = 'civil-society', country = null, hosts = false } = is
    const { rows } = await database.owner.query(
      'insert into organisation (name, voice, country, hosts) values ($1, $2, $3, $4) returning id',
      [name, voice, country, hosts],
    )
    return rows[0].id as string
  }
  const organisationId = await newOrganisation('Women’s Peace Network')
  const otherOrganisationId = await newOrganisation('Another organisation')

  const people = new Map<string, Promise<TestPerson>>()
  const person = (role: Role, organisation: string) => {
    const key = `${role} ${organisation}`
    const known = people.get(key) ?? makePerson(services, `The ${role}`, { [organisation]: role })
    people.set(key, known)
    return known
  }
  let closing: Promise<void> | undefined
  const close = async () => {
    await services.jobs.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  afterAll(() => (closing ??= close()))

  return {
    app: application(services),
    services,
    outbox,
    organisationId,
    otherOrganisationId,
    newOrganisation,
    as: async role => ({ cookie: (await person(role, organisationId)).cookie }),
    asOther: async (role = 'administrator') => ({ cookie: (await person(role, otherOrganisationId)).cookie }),
    userId: async (role, other = false) => (await person(role, other ? otherOrganisationId : organisationId)).userId,
    newPerson: (memberships, password) => makePerson(services, 'Member', memberships, password),
    work: async () => {
      for (const feature of features) await feature.work?.(services)
    },
    close: () => (closing ??= close()),
  }
}

/** Rows as sign-in would leave them. Hashing a password takes long on purpose: one that was hashed once is kept. */
async function makePerson(
  { database: { owner }, signIn }: Services,
  name: string,
  memberships: Record<string, Role>,
  password?: string,
): Promise<TestPerson> {
  const userId = randomUUID()
  const email = `${userId.slice(0, 8)}@example.org`
  const session = newToken()
  await owner.query('insert into auth."user" (id, name, email, "emailVerified") values ($1, $2, $3, false)', [
    userId,
    name,
    email,
  ])
  await owner.query(
    `insert into auth.session (id, token, "userId", "expiresAt", "updatedAt") values ($1, $1, $2, now() + interval '1 day', now())`,
    [session, userId],
  )
  for (const [organisation, role] of Object.entries(memberships))
    await owner.query('insert into membership (organisation_id, user_id, role) values ($1, $2, $3)', [
      organisation,
      userId,
      role,
    ])
  if (password)
    await owner.query(
      `insert into auth.account (id, "accountId", "providerId", "userId", password, "updatedAt") values ($1, $1, 'credential', $1, $2, now())`,
      [userId, await hashed(password)],
    )
  return { userId, email, cookie: await signIn.cookieFor(session) }
}

const hashes = new Map<string, Promise<string>>()
function hashed(password: string): Promise<string> {
  const known = hashes.get(password) ?? hashPassword(password)
  hashes.set(password, known)
  return known
}
