/** Brings a backup back into an empty installation, and makes sure that it then holds what the old one held. */
import { text } from 'node:stream/consumers'
import type pg from 'pg'
import { replaceSecret, type Config } from '../config.ts'
import type { Database } from '../database/index.ts'
import { migrate, readMigrations } from '../database/migrate.ts'
import type { FileStore } from '../files.ts'
import { ArchiveError, checkArchive, entriesOf, type Manifest } from './archive.ts'
import { copyIn, ONE_SPELLING, qualified, tableDigests, tablesOf } from './content.ts'

export interface EmptyInstallation {
  config: Pick<Config, 'dataFolder' | 'secret'>
  database: Pick<Database, 'owner' | 'passwordOf'>
  files: FileStore
}

/**
 * Restores. Rows come back all together or not at all; files that came before a failure do no harm.
 * @throws ArchiveError when the backup is damaged, is of a newer Open1325, or the installation is not empty
 */
export async function restore({ config, database, files }: EmptyInstallation, path: string): Promise<Manifest> {
  const manifest = await checkArchive(path)
  refuseUnknownMigrations(manifest)
  await refuseUnlessEmpty(database.owner)

  await dropSchemas(database.owner)
  await migrate(database, { only: manifest.migrations.length })
  const client = await database.owner.connect()
  try {
    await client.query(ONE_SPELLING)
    await client.query('begin; set constraints all deferred')
    await load(client, path, manifest, files, secret => replaceSecret(config, secret))
    await client.query('commit')
  } finally {
    client.release(true)
  }
  await migrate(database)
  return manifest
}

function refuseUnknownMigrations({ migrations }: Manifest) {
  const known = readMigrations()
  for (const [index, { name, checksum }] of migrations.entries()) {
    if (known[index]?.name === name && known[index].checksum === checksum) continue
    throw new ArchiveError(`The backup was made by another version of Open1325 (it has ${name}): use that one.`)
  }
}

/** Nothing was ever changed in it. What a first start makes by itself does not count. */
async function refuseUnlessEmpty(owner: pg.Pool) {
  const { rows } = await owner.query<{ there: boolean }>(`select to_regclass('public.history') is not null as there`)
  if (!rows[0]?.there) return
  const { rowCount } = await owner.query('select from public.history limit 1')
  if (rowCount === 0) return
  throw new ArchiveError('This installation is not empty: restore into a new one (set OPEN1325_DATA to a new folder).')
}

/** The schema is made anew, as it was when the backup was made: later migrations then change the old rows, too. */
async function dropSchemas(owner: pg.Pool) {
  await owner.query(`
    do $$ declare name text; begin
      for name in select nspname from pg_namespace where nspname not like 'pg\\_%' and nspname <> 'information_schema' loop
        execute format('drop schema %I cascade', name);
      end loop;
      create schema public;
    end $$`)
}

async function load(
  client: pg.ClientBase,
  path: string,
  manifest: Manifest,
  files: FileStore,
  keepSecret: (secret: string) => void,
) {
  const names = (await tablesOf(client)).map(table => qualified(table.name))
  // The history refuses to be emptied and would record every row: its triggers rest while it is filled itself.
  await client.query(names.map(name => `alter table ${name} disable trigger user`).join(';'))
  await client.query(`truncate ${names.join(', ')}`)

  for await (const { name, of, content } of joinedEntriesOf(path)) {
    const table = manifest.tables.find(table => table.name === of)
    if (name === 'tables' && table) await copyIn(client, table, content)
    else if (name === 'files') await files.put(content)
    else if (name === 'secret') keepSecret(await text(content))
    else await text(content)
  }
  for (const { name, last } of manifest.sequences) {
    if (last !== null) await client.query('select setval($1::regclass, $2::bigint)', [qualified(name), last])
  }
  await client.query('set constraints all immediate')
  await client.query(names.map(name => `alter table ${name} enable trigger user`).join(';'))

  const found = await tableDigests(client)
  const wrong = manifest.tables.find(table => found.get(table.name) !== table.sha256)
  if (wrong) throw new TypeError(`the table ${wrong.name} did not come back as it was`)
}

/** The entries of a backup, where a table's parts are one: a row may begin in one part and end in the next. */
async function* joinedEntriesOf(path: string) {
  const entries = entriesOf(path)
  let next = await entries.next()

  async function* table(of: string): AsyncGenerator<Buffer> {
    while (!next.done && next.value.name.startsWith(`tables/${of}/`)) {
      yield* next.value.content
      next = await entries.next()
    }
  }

  while (!next.done) {
    const [name = '', of = ''] = next.value.name.split('/')
    if (name === 'tables') {
      yield { name, of, content: table(of) }
    } else {
      yield { name, of, content: next.value.content }
      next = await entries.next()
    }
  }
}
