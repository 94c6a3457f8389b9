/** Vitest's global set-up: the islands, and one PostgreSQL for the run, in a folder of its own, with a migrated database to clone. */
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import pg from 'pg'
import { buildIslands } from '../../ui/build-islands.ts'
import { connectTo } from '../database/index.ts'
import { InUseError } from '../database/instance-lock.ts'
import { migrate } from '../database/migrate.ts'
import { removeHome } from '../database/postgres-home.ts'
import { startPostgres, stopLeftBehind, type Connect } from '../database/postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: Connect
  }
}

export const TEMPLATE = 'migrated'
const PREFIX = 'open1325-test-'

export default async function setup(project: TestProject) {
  await buildIslands()
  await sweep()
  const folder = mkdtempSync(join(tmpdir(), PREFIX))
  chmodSync(folder, 0o711)
  const home = join(folder, 'postgres')
  const remove = () => {
    removeHome(home)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    // Nothing here has to outlive the machine's power.
    const settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '300' }
    const postgres = await startPostgres({ folder: home, settings })
    await makeTemplate(postgres.connect)
    project.provide('postgres', postgres.connect)
    return async () => {
      await postgres.stop()
      remove()
    }
  } catch (error) {
    remove()
    throw error
  }
}

async function makeTemplate(connect: Connect) {
  const client = new pg.Client({ ...connect, database: 'postgres' })
  await client.connect()
  await client.query(`create database ${TEMPLATE}`)
  await client.end()
  const database = connectTo(connect, TEMPLATE)
  await migrate(database)
  await database.close()
}

/** Removes what runs that were killed have left: their lock is there, and nobody holds it. */
async function sweep() {
  for (const name of readdirSync(tmpdir()).filter(name => name.startsWith(PREFIX))) {
    const home = join(tmpdir(), name, 'postgres')
    if (!existsSync(join(home, 'lock'))) continue
    try {
      await stopLeftBehind(home)
    } catch (error) {
      if (error instanceof InUseError) continue
      throw error
    }
    removeHome(home)
    rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}
