/** The database: our own PostgreSQL in the data folder, or the server in DATABASE_URL; reached as one of four roles. */
import { createHmac } from 'node:crypto'
import { join } from 'node:path'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Config } from '../config.ts'
import { SetupError } from '../setup-error.ts'
import { runningPostgres, startPostgres, type Connect, type Postgres, type PostgresOptions } from './postgres.ts'
import type { Role } from './roles.ts'
import type { Tables } from './tables.ts'

/** What `pg` and pg-boss need to connect as one role. */
export type Connection = { connectionString: string } | (Connect & { database: string })

export interface Database {
  /** Owns the tables and sees every row: for migrations, backup and verify, never for a page. */
  owner: pg.Pool
  /** open1325_app: row-level security decides what it sees. */
  app: pg.Pool
  /** open1325_auth: the sign-in library's tables. */
  auth: pg.Pool
  /** open1325_jobs: the schema `jobs`. pg-boss makes its own pool. */
  jobs: Connection
  /** Queries over the `app` pool. Use it through app/platform/access.ts. */
  kysely: Kysely<Tables>
  /** The password of a role: null on our own PostgreSQL, whose socket only its user can open. */
  passwordOf(role: Role): string | null
  /** Resolves, with the reason, if our own PostgreSQL died and could not be started again. */
  lost: Promise<Error>
  close(): Promise<void>
}

export interface DatabaseOptions {
  /** When an instance runs on the data folder, use its PostgreSQL rather than refuse. */
  beside?: boolean
  onRestart?: PostgresOptions['onRestart']
}

export const DATABASE_NAME = 'open1325'

/**
 * Opens the database; starts PostgreSQL where it is ours. The roles and tables come with `migrate`.
 * @throws InUseError while another instance runs on the data folder (unless `beside`); SetupError
 */
export async function openDatabase(config: Config, { beside, onRestart }: DatabaseOptions = {}): Promise<Database> {
  if (config.databaseUrl) return connectToServer(config.databaseUrl, config.secret)
  const folder = join(config.dataFolder, 'postgres')
  const running = beside ? runningPostgres(folder) : null
  if (running) return connectTo(running, DATABASE_NAME)

  const postgres = await startPostgres({ folder, onRestart })
  try {
    await makeDatabase(postgres.connect)
    return connectTo(postgres.connect, DATABASE_NAME, postgres)
  } catch (error) {
    await postgres.stop()
    throw error
  }
}

/** Connects to a database of a PostgreSQL of ours. With `postgres`, closing stops that as well. */
export function connectTo(connect: Connect, database: string, postgres?: Postgres): Database {
  const as = (user: Role | string) => ({ ...connect, user, database })
  return withPools({ owner: { ...connect, database }, as, passwordOf: () => null, postgres })
}

async function connectToServer(databaseUrl: string, secret: string): Promise<Database> {
  await checkServer(databaseUrl)
  // A password that every process of the installation can work out, and that nobody has to write down.
  const passwordOf = (role: Role) => createHmac('sha256', secret).update(`database role ${role}`).digest('base64url')
  const as = (role: Role) => {
    const url = new URL(databaseUrl)
    url.username = role
    url.password = passwordOf(role)
    return { connectionString: url.href }
  }
  return withPools({ owner: { connectionString: databaseUrl }, as, passwordOf })
}

const OLDEST_SERVER = 16

/** @throws SetupError when the server does not answer, is too old, or does not keep text as UTF-8 */
async function checkServer(connectionString: string) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 15_000 })
  try {
    await client.connect()
    const { rows } = await client.query<{ version: number; encoding: string }>(
      `select current_setting('server_version_num')::int / 10000 as version, current_setting('server_encoding') as encoding`,
    )
    const { version = 0, encoding } = rows[0] ?? {}
    if (version < OLDEST_SERVER) {
      throw new SetupError(`DATABASE_URL leads to PostgreSQL ${version}, and Open1325 needs ${OLDEST_SERVER} or newer.`)
    }
    if (encoding !== 'UTF8')
      throw new SetupError(`The database in DATABASE_URL must keep text as UTF8, not ${encoding}.`)
  } catch (error) {
    if (error instanceof SetupError) throw error
    throw new SetupError(`The database in DATABASE_URL does not answer: ${(error as Error).message}.`)
  } finally {
    await client.end()
  }
}

interface Access {
  owner: Connection
  as: (role: Role) => Connection
  passwordOf: Database['passwordOf']
  postgres?: Postgres
}

function withPools({ owner, as, passwordOf, postgres }: Access): Database {
  const pools = {
    owner: pool(owner, 3),
    app: pool(as('open1325_app'), 10),
    auth: pool(as('open1325_auth'), 4),
  }
  let closing: Promise<void> | undefined
  const close = async () => {
    await Promise.all(Object.values(pools).map(pool => pool.end()))
    await postgres?.stop()
  }
  return {
    ...pools,
    jobs: as('open1325_jobs'),
    kysely: new Kysely<Tables>({ dialect: new PostgresDialect({ pool: pools.app }) }),
    passwordOf,
    lost: postgres?.lost ?? new Promise(() => {}),
    close: () => (closing ??= close()),
  }
}

const { builtins } = pg.types
/** Numbers as numbers, a day as 'YYYY-MM-DD' (JavaScript's Date would move it by the time zone). */
const parsers = new Map<number, (text: string) => unknown>([
  [builtins.INT8, Number],
  [builtins.NUMERIC, Number],
  [builtins.DATE, text => text],
])
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    (format === 'binary' ? undefined : parsers.get(oid)) ?? pg.types.getTypeParser(oid, format),
}

function pool(connection: Connection, max: number): pg.Pool {
  const pool = new pg.Pool({
    ...connection,
    max,
    types,
    application_name: 'open1325',
    // The history keeps instants as text: they must be written alike whatever the server's time zone.
    onConnect: async client => void (await client.query(`set timezone to 'UTC'`)),
  })
  // A connection that breaks while it rests is only dropped: the next query makes a new one, and says so if it cannot.
  pool.on('error', () => {})
  return pool
}

async function makeDatabase(connect: Connect) {
  const client = new pg.Client({ ...connect, database: 'postgres' })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE_NAME])
    if (rowCount === 0) await client.query(`create database ${DATABASE_NAME}`)
  } finally {
    await client.end()
  }
}
