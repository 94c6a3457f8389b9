/**
 * An import of 100,000 figures through the application's own code: a CSV is read as suggested, held against what stands there, put in,
 * sent again, changed in every row, and taken back. Seconds of each part, and the longest that a small change of somebody else had to
 * wait meanwhile (writers take turns); and the longest time that pages of this process stood still.
 *
 *   node --import tsx bench/import.ts [ROWS]
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { features } from '../app/features/index.ts'
import { changing } from '../app/platform/access.ts'
import { readConfig } from '../app/platform/config.ts'
import { openDatabase } from '../app/platform/database/index.ts'
import { migrate } from '../app/platform/database/migrate.ts'
import { openFiles } from '../app/platform/files.ts'
import type { Services } from '../app/platform/http.ts'
import { openJobs } from '../app/platform/jobs.ts'
import { openLog } from '../app/platform/log.ts'
import { makeSignIn, newToken } from '../app/platform/sign-in.ts'
import { application } from '../app/server.ts'
import { importer } from '../app/features/indicators/import/testing.ts'
import { COUNTRY_CODES } from '../app/platform/countries.ts'

const ROWS = Number(process.argv[2] ?? 100_000)
const folder = mkdtempSync(join(tmpdir(), 'open1325-bench-'))
const config = readConfig({ OPEN1325_DATA: folder, LOG_LEVEL: 'silent', PUBLIC_URL: 'http://localhost' })
const database = await openDatabase(config)
try {
  await migrate(database)
  const log = openLog(config.logLevel)
  const services: Services = {
    config,
    database,
    log,
    files: openFiles(config),
    jobs: await openJobs(database.jobs, { alone: true, onError: () => {} }),
    mail: { configured: false, send: async () => {}, close() {} },
    signIn: makeSignIn({ config, database, log }),
  }
  for (const feature of features) await feature.work?.(services)
  const { by, cookie } = await editor()
  const wizard = importer({ app: application(services), services }, { cookie })

  console.log(`${ROWS.toLocaleString('en')} rows`)
  const first = await wizard.send('figures.csv', figures(0))
  await timed('read and held against what stands there', () => wizard.read(first.id, { frameworkTitle: 'Bench' }))
  await timed('put in', () => wizard.putIn(first.id))
  const again = await wizard.send('figures.csv', figures(0))
  const same = await timed('the same file read again', () => wizard.read(again.id))
  console.log(`  it changes nothing: ${JSON.stringify(same.counts)}`)
  const changed = await wizard.send('figures.csv', figures(1))
  await timed('a file that changes every row, read', () => wizard.read(changed.id))
  await timed('every row replaced', () => wizard.putIn(changed.id))
  await timed('taken back', async () => {
    await wizard.post(`/desk/imports/${changed.id}/undo`, {})
    await wizard.settled(changed.id, 'undone')
  })
  await services.jobs.stop()

  async function editor() {
    const by = randomUUID()
    const session = newToken()
    const { owner } = database
    const { rows } = await owner.query(`insert into organisation (name) values ('Bench') returning id`)
    await owner.query(
      `insert into auth."user" (id, name, email, "emailVerified") values ($1, 'Bench', 'bench@example.org', false)`,
      [by],
    )
    await owner.query(
      `insert into auth.session (id, token, "userId", "expiresAt", "updatedAt") values ($1, $1, $2, now() + interval '1 day', now())`,
      [session, by],
    )
    await owner.query(`insert into membership (organisation_id, user_id, role) values ($1, $2, 'editor')`, [
      rows[0].id,
      by,
    ])
    return { by, cookie: await services.signIn.cookieFor(session) }
  }

  /** Seconds of a part; beside it, a small change every 50 ms: the longest that one waited. */
  async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
    const delay = monitorEventLoopDelay({ resolution: 5 })
    const ended = new AbortController()
    let longest = 0
    const writer = (async () => {
      while (!ended.signal.aborted) {
        const begun = performance.now()
        await changing(database.kysely, by, { act: 'bench' }, async () => {})
        longest = Math.max(longest, performance.now() - begun)
        await wait(50)
      }
    })()
    delay.enable()
    const begun = performance.now()
    const result = await work()
    const seconds = (performance.now() - begun) / 1000
    delay.disable()
    ended.abort()
    await writer
    const still = delay.max / 1e6
    console.log(
      `${what}: ${seconds.toFixed(1)} s; another writer waited ${(longest / 1000).toFixed(2)} s at most; pages stood still ${still.toFixed(0)} ms at most`,
    )
    return result
  }
} finally {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
}

/** Indicators by country, year and sex. */
function figures(more: number): string {
  const lines = ['Country,Indicator,Year,Sex,Value,Source']
  for (let n = 0; n < ROWS; n++) {
    const country = COUNTRY_CODES[n % 200]!
    const year = 2000 + (Math.floor(n / 200) % 25)
    const sex = Math.floor(n / 5000) % 2 ? 'female' : 'male'
    const indicator = `Indicator ${Math.floor(n / 10_000) + 1}`
    lines.push(`${country},${indicator},${year},${sex},${((n * 7919) % 100_003) + more},Yearbook`)
  }
  return lines.join('\n')
}
