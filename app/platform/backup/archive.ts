/** The backup's file: a gzipped tar of the tables in parts, the files, the secret, and at last a manifest with digests. */
import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'
import { digestOf } from './content.ts'
import { readTar, type Entry } from './tar.ts'

export const FORMAT = 'open1325-backup/1'

const ManifestSchema = z.object({
  format: z.literal(FORMAT),
  /** ISO 8601. */
  made: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      parts: z.number(),
      /** Of all its parts together. */
      sha256: z.string(),
    }),
  ),
  sequences: z.array(z.object({ name: z.string(), last: z.string().nullable() })),
  /** How many. */
  files: z.number(),
  secretSha256: z.string(),
  /** Of the installation: see digestOf. */
  digest: z.string(),
})
export type Manifest = z.infer<typeof ManifestSchema>
export type TableInArchive = Manifest['tables'][number]

/** A backup cannot be made or brought back. The message is for the person at the terminal. */
export class ArchiveError extends Error {
  override name = 'ArchiveError'
}

/** The entries of a backup, in the order in which they were written. */
export async function* entriesOf(path: string): AsyncGenerator<Entry> {
  const file = createReadStream(path)
  const unpacked = file.pipe(createGunzip())
  file.on('error', error => unpacked.destroy(error))
  try {
    yield* readTar(unpacked)
  } finally {
    file.destroy()
  }
}

/**
 * Reads a backup from end to end and holds all that is in it against the digests.
 * @throws ArchiveError when something is damaged, missing or too much
 */
export async function checkArchive(path: string): Promise<Manifest> {
  try {
    return await check(path)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new ArchiveError(`${path}: there is no such file.`)
    // What unpacking says of damaged bytes, and readTar of what is no archive or ends early.
    if (code === 'EISDIR' || code === 'EACCES') throw new ArchiveError(`${path} is no file that can be read.`)
    if (error instanceof TypeError || code?.startsWith('Z_')) {
      throw new ArchiveError(`${path} is not a whole backup of Open1325: ${message}.`)
    }
    throw error
  }
}

async function check(path: string): Promise<Manifest> {
  const tables = new Map<string, Hash>()
  const files = new Set<string>()
  let secretSha256: string | undefined
  let manifest: Manifest | undefined
  for await (const { name, content } of entriesOf(path)) {
    const [kind, of = ''] = name.split('/')
    if (kind === 'tables') {
      const hash = tables.get(of) ?? createHash('sha256')
      tables.set(of, hash)
      await digestInto(hash, content)
    } else if (kind === 'files') {
      const sha256 = await digest(content)
      if (sha256 !== of) throw new ArchiveError(`${path} is damaged: the file ${of} has changed.`)
      files.add(of)
    } else if (kind === 'secret') secretSha256 = await digest(content)
    else if (kind === 'manifest.json') manifest = readManifest(await buffer(content), path)
    else throw new ArchiveError(`${path} is not a backup of Open1325: it holds ${name}.`)
  }
  if (!manifest) throw new ArchiveError(`${path} is not a whole backup of Open1325: its manifest is missing.`)

  const found = manifest.tables.map(
    ({ name }) => [name, (tables.get(name) ?? createHash('sha256')).digest('hex')] as const,
  )
  for (const [index, [name, sha256]] of found.entries()) {
    if (sha256 !== manifest.tables[index]?.sha256)
      throw new ArchiveError(`${path} is damaged: the table ${name} has changed.`)
  }
  const right = digestOf(
    found.map(([name, sha256]) => [name, sha256]),
    files,
  )
  if (right !== manifest.digest)
    throw new ArchiveError(`${path} is damaged: its tables and files are not those it names.`)
  if (secretSha256 !== manifest.secretSha256) throw new ArchiveError(`${path} is damaged: its secret has changed.`)
  return manifest
}

function readManifest(bytes: Buffer, path: string): Manifest {
  try {
    return ManifestSchema.parse(JSON.parse(bytes.toString()))
  } catch {
    throw new ArchiveError(`${path} is not a backup that this version of Open1325 understands.`)
  }
}

async function digest(content: AsyncIterable<Buffer>): Promise<string> {
  const hash = createHash('sha256')
  await digestInto(hash, content)
  return hash.digest('hex')
}

async function digestInto(hash: Hash, content: AsyncIterable<Buffer>) {
  for await (const chunk of content) hash.update(chunk)
}
