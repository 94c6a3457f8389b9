import { firstLink } from '../app/features/account/links.ts'
import { readConfig, type Config } from '../app/platform/config.ts'
import { openDatabase } from '../app/platform/database/index.ts'
import { migrate } from '../app/platform/database/migrate.ts'
import { openFiles } from '../app/platform/files.ts'
import type { Services } from '../app/platform/http.ts'
import { openJobs } from '../app/platform/jobs.ts'
import { openLog } from '../app/platform/log.ts'
import { openMail } from '../app/platform/mail.ts'
import { SetupError } from '../app/platform/setup-error.ts'
import { makeSignIn } from '../app/platform/sign-in.ts'
import { startServer } from '../app/server.ts'
import { buildIslands } from '../app/ui/build-islands.ts'
import { understand, type Command } from './command.ts'

export const command: Command = {
  help: `open1325 serve

Starts the application and says its address. Ctrl-C stops it.
What it can be told, by environment variables (all of them may be left out):

  PORT             the port that it listens on; 1325
  HOST             the address that it listens on; 127.0.0.1, which is this machine only. 0.0.0.0 is every network
  PUBLIC_URL       the address that people use; links begin with it; http://localhost:PORT
  TRUSTED_PROXIES  addresses or networks of proxies that say truly where a request comes from: 127.0.0.1, 10.0.0.0/24
  OPEN1325_DATA    the folder for everything that is kept; the folder data in the checkout
  OPEN1325_SECRET  signs sessions and links; made once in that folder
  DATABASE_URL     a PostgreSQL server (16 or newer) instead of the one that comes along
  STORAGE_URL      where files are kept: file:///folder, or s3://bucket/folder?endpoint=...&region=...
                   with AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY
  MAIL_URL         a mail server: smtp://user:password@host:587; with MAIL_FROM, the sender
  LOG_LEVEL        fatal, error, warn, info, debug, trace or silent; info
`,

  async run(args) {
    understand(args, {}, [])
    const end = stopAsked()
    const config = readConfig(process.env)
    const log = openLog(config.logLevel)
    await buildIslands()
    const database = await openDatabase(config, { onRestart: why => log.error(why) })
    try {
      for (const name of await migrate(database)) log.debug({ migration: name }, 'migrated')
      const jobs = await openJobs(database.jobs, {
        alone: config.databaseUrl === null,
        onError: error => log.error(error),
      })
      const mail = openMail(config.mail)
      try {
        const signIn = makeSignIn({ config, database, log })
        const server = await listen({ config, database, log, jobs, mail, signIn, files: openFiles(config) })
        process.stdout.write(`Open1325 is at ${config.publicUrl} (Ctrl-C stops it)\n`)
        const link = await firstLink({ config, database })
        if (link) process.stdout.write(`Nobody has an account yet. Follow this link to make the first one: ${link}\n`)
        const lost = await Promise.race([end, database.lost])
        if (lost) log.fatal(lost)
        setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref()
        await server.stop()
        return lost ? 1 : 0
      } finally {
        await jobs.stop()
        mail.close()
      }
    } finally {
      await database.close()
    }
  },
}

const LONGEST_STOP_MS = 30_000

/** Resolves when somebody wants Open1325 to stop. Asking again changes nothing: it is stopping. */
function stopAsked(): Promise<null> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(null))
    // The process that started this one and passes signals on to it was killed.
    process.on('disconnect', () => resolve(null))
  })
}

const REFUSALS: Record<string, (config: Config) => string> = {
  EADDRINUSE: ({ port }) => `Port ${port} is in use by another program: set PORT to another number.`,
  EACCES: ({ port }) => `This user may not listen on port ${port}: set PORT to a number above 1023.`,
  EADDRNOTAVAIL: ({ host }) => `HOST must be an address of this machine, and ${host} is not.`,
  ENOTFOUND: ({ host }) => `HOST must be an address of this machine, and ${host} is not.`,
}

async function listen(services: Services) {
  try {
    return await startServer(services)
  } catch (error) {
    const refusal = REFUSALS[(error as NodeJS.ErrnoException).code ?? '']
    throw refusal ? new SetupError(refusal(services.config)) : error
  }
}
