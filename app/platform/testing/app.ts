/**
 * The whole application for a test file, on a database of its own, with people of every role in one organisation, and of another one.
 * Ask it as a browser would: `app.request('/plans', { headers: await as('editor') })`.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { features } from '../../features/index.ts'
import { application } from '../../server.ts'
import { readConfig } from '../config.ts'
import { openFiles } from '../files.ts'
import type { Role, Services } from '../http.ts'
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
  organisationId: string
  otherOrganisationId: string
  /** Takes up the features' jobs, as the server does when it starts. */
  work: () => Promise<void>
  close: () => Promise<void>
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

  async function organisation(name: string): Promise<string> {
    const { rows } = await database.owner.query('insert into organisation (name) values ($1) returning id', [name])
    return rows[0].id as string
  }
  const organisationId = await organisation('Women’s Peace Network')
  const otherOrganisationId = await organisation('Another organisation')

  const people = new Map<string, Promise<{ userId: string; cookie: string }>>()
  const person = (role: Role, organisation: string) => {
    const key = `${role} ${organisation}`
    const known = people.get(key) ?? makePerson(services, role, organisation)
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
    as: async role => ({ cookie: (await person(role, organisationId)).cookie }),
    asOther: async (role = 'administrator') => ({ cookie: (await person(role, otherOrganisationId)).cookie }),
    userId: async (role, other = false) => (await person(role, other ? otherOrganisationId : organisationId)).userId,
    work: async () => {
      for (const feature of features) await feature.work?.(services)
    },
    close: () => (closing ??= close()),
  }
}

/** Rows as sign-in would leave them; no password, so no time is spent on hashing one. */
async function makePerson({ database, signIn }: Services, role: Role, organisation: string) {
  const userId = randomUUID()
  const session = newToken()
  await database.owner.query(`insert into auth."user" (id, name, email, "emailVerified") values ($1, $2, $3, false)`, [
    userId,
    `The ${role}`,
    `${role}-${userId.slice(0, 8)}@example.org`,
  ])
  await database.owner.query(
    `insert into auth.session (id, token, "userId", "expiresAt", "updatedAt") values ($1, $2, $3, now() + interval '1 day', now())`,
    [randomUUID(), session, userId],
  )
  await database.owner.query('insert into membership (organisation_id, user_id, role) values ($1, $2, $3)', [
    organisation,
    userId,
    role,
  ])
  return { userId, cookie: await signIn.cookieFor(session) }
}
