/** Brings the schema up to date: the numbered files in app/migrations, each once, in order, whole or not at all. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import type { Database } from './index.ts'
import { makeRoles } from './roles.ts'

const FOLDER = fileURLToPath(new URL('../../migrations/', import.meta.url))

/** The schema cannot be brought up to date. The message is for the person who starts Open1325. */
export class MigrationError extends Error {
  override name = 'MigrationError'
}

export interface Migration {
  /** '003_plans.sql' */
  name: string
  sql: string
  checksum: string
}

/** Two processes that start at once on one database server take turns. */
const LOCK = 13250001

export interface MigrateOptions {
  /** Where the migrations are. */
  folder?: string
  /** Only so many, from the first on: the schema as it was when a backup was made. */
  only?: number
}

/**
 * Makes the roles and applies what is missing.
 * @returns the names of the migrations that were applied now
 * @throws MigrationError when a migration fails, was changed after it was applied, or belongs to a newer Open1325
 */
export async function migrate(
  { owner, passwordOf }: Pick<Database, 'owner' | 'passwordOf'>,
  { folder = FOLDER, only = Infinity }: MigrateOptions = {},
): Promise<string[]> {
  const migrations = readMigrations(folder).slice(0, only)
  const client = await owner.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await makeRoles(client, passwordOf)
    const missing = await missingOf(client, migrations)
    for (const migration of missing) await apply(client, migration)
    return missing.map(migration => migration.name)
  } finally {
    // Not back to the pool: the lock, and what a migration may have set, end with the connection.
    client.release(true)
  }
}

/** The migrations of this version. @throws MigrationError when their numbers have a gap */
export function readMigrations(folder = FOLDER): Migration[] {
  const names = readdirSync(folder)
    .filter(name => name.endsWith('.sql'))
    .sort()
  return names.map((name, index) => {
    if (!name.startsWith(`${String(index + 1).padStart(3, '0')}_`)) {
      throw new MigrationError(`Migration ${name} breaks the order: migrations are numbered 001, 002, 003 and so on.`)
    }
    const sql = readFileSync(join(folder, name), 'utf8')
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
}

async function missingOf(client: pg.ClientBase, migrations: Migration[]): Promise<Migration[]> {
  await client.query(`
    create table if not exists public.migration (
      name text primary key,
      checksum text not null,
      applied_at timestamptz not null default now()
    )`)
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from public.migration order by name collate "C"',
  )
  for (const [index, { name, checksum }] of rows.entries()) {
    const migration = migrations[index]
    if (migration?.name !== name) {
      throw new MigrationError(`The database was made by another version of Open1325 (it has ${name}): use that one.`)
    }
    if (migration.checksum !== checksum) {
      throw new MigrationError(`Migration ${name} was changed after it was applied: put it back, and write a new one.`)
    }
  }
  return migrations.slice(rows.length)
}

async function apply(client: pg.ClientBase, { name, sql, checksum }: Migration) {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into public.migration (name, checksum) values ($1, $2)', [name, checksum])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    const { message, position } = error as pg.DatabaseError
    const line = position ? `, line ${sql.slice(0, Number(position)).split('\n').length}` : ''
    throw new MigrationError(`Migration ${name}${line} failed: ${message}.`)
  }
}
