/** Everything an installation knows, in one file: its tables as they were at one instant, its files, its secret. */
import { createHash } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import type { Config } from '../config.ts'
import type { Database } from '../database/index.ts'
import type { FileStore } from '../files.ts'
import { KEEP_FILES } from '../files/forget.ts'
import { ArchiveError, FORMAT, type Manifest, type TableInArchive } from './archive.ts'
import { copyOut, digestOf, filesOfRows, ONE_SPELLING, sequencesOf, tablesOf, type Table } from './content.ts'
import { TAR_END, tarHeader, tarPadding } from './tar.ts'

export interface Installation {
  config: Pick<Config, 'secret'>
  database: Pick<Database, 'owner'>
  files: FileStore
}

/**
 * Writes a backup while the application runs. The file appears under its name only when it is whole.
 * @throws ArchiveError when there is such a file already
 */
export async function backUp(installation: Installation, path: string): Promise<Manifest> {
  if (existsSync(path)) throw new ArchiveError(`${path} is there already: choose another name.`)
  const unfinished = `${path}.${process.pid}.part`
  const result: { manifest?: Manifest } = {}
  try {
    await pipeline(
      entries(installation, result),
      createGzip({ level: 6 }),
      createWriteStream(unfinished, { flags: 'wx', mode: 0o600 }),
    )
    const file = await open(unfinished, 'r+')
    await file.sync()
    await file.close()
    await rename(unfinished, path)
  } catch (error) {
    const { code, path: place } = error as NodeJS.ErrnoException
    if (place !== unfinished) throw error
    const folder = code === 'ENOENT' || code === 'ENOTDIR'
    throw new ArchiveError(`${path} cannot be written: ${folder ? 'its folder is not there' : code}.`)
  } finally {
    // Where its folder is none, there is nothing to remove.
    await rm(unfinished, { force: true }).catch(() => {})
  }
  if (!result.manifest) throw new TypeError('a backup without a manifest')
  return result.manifest
}

async function* entries(
  { config, database, files }: Installation,
  result: { manifest?: Manifest },
): AsyncGenerator<Buffer> {
  const client = await database.owner.connect()
  try {
    await client.query(ONE_SPELLING)
    await client.query(KEEP_FILES)
    await client.query('begin isolation level repeatable read read only')
    const tables: TableInArchive[] = []
    for (const table of await tablesOf(client)) tables.push(yield* tableEntries(client, table))
    const { rows: migrations } = await client.query<Manifest['migrations'][number]>(
      'select name, checksum from public.migration order by name collate "C"',
    )
    const sequences = await sequencesOf(client)
    const kept = await filesOfRows(client, files)
    await client.query('commit')

    for (const sha256 of kept) yield* fileEntry(files, sha256)
    yield* entry('secret', Buffer.from(config.secret))

    const manifest: Manifest = {
      format: FORMAT,
      made: new Date().toISOString(),
      migrations,
      tables,
      sequences,
      files: kept.length,
      secretSha256: createHash('sha256').update(config.secret).digest('hex'),
      digest: digestOf(
        tables.map(({ name, sha256 }) => [name, sha256]),
        kept,
      ),
    }
    yield* entry('manifest.json', Buffer.from(JSON.stringify(manifest, null, 2)))
    yield TAR_END
    result.manifest = manifest
  } finally {
    client.release(true)
  }
}

const PART_BYTES = 4 * 1024 * 1024

/** A table's rows in parts: how long they are is known only when they have all come. */
async function* tableEntries(client: pg.ClientBase, table: Table): AsyncGenerator<Buffer, TableInArchive> {
  const { name, columns } = table
  const hash = createHash('sha256')
  let part: Buffer[] = []
  let size = 0
  let parts = 0
  const partEntry = () => entry(`tables/${name}/${String(++parts).padStart(6, '0')}`, Buffer.concat(part))
  for await (const rows of copyOut(client, table)) {
    hash.update(rows)
    part.push(rows)
    size += rows.length
    if (size < PART_BYTES) continue
    yield* partEntry()
    part = []
    size = 0
  }
  if (size > 0) yield* partEntry()
  return { name, columns, parts, sha256: hash.digest('hex') }
}

async function* fileEntry(files: FileStore, sha256: string): AsyncGenerator<Buffer> {
  const path = await files.path(sha256)
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    yield tarHeader(`files/${sha256}`, size)
    yield* file.createReadStream({ autoClose: false })
    yield tarPadding(size)
  } finally {
    await file.close()
  }
}

function* entry(name: string, content: Buffer): Generator<Buffer> {
  yield tarHeader(name, content.length)
  yield content
  yield tarPadding(content.length)
}
