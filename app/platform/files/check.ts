/** Checks that files are what their names say, and that none is missing of which the database speaks. */
import { createHash } from 'node:crypto'
import type pg from 'pg'
import { FileGoneError, type FileStore } from './store.ts'

export interface FilesCheck {
  /** How many are kept. */
  files: number
  /** One sentence for each file that is broken or missing. */
  broken: string[]
}

export async function checkFiles(owner: pg.Pool, store: FileStore): Promise<FilesCheck> {
  const broken: string[] = []
  const kept = new Set<string>()
  for await (const sha256 of store.list()) {
    kept.add(sha256)
    if ((await contentDigest(store, sha256)) !== sha256) broken.push(`The file ${sha256} has changed.`)
  }
  const { rows } = await owner.query<{ sha256: string }>('select sha256 from public.file order by 1')
  for (const { sha256 } of rows) if (!kept.has(sha256)) broken.push(`The file ${sha256} is missing.`)
  return { files: kept.size, broken }
}

async function contentDigest(store: FileStore, sha256: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of await store.open(sha256)) hash.update(chunk)
  } catch (error) {
    if (error instanceof FileGoneError) return null
    throw error
  }
  return hash.digest('hex')
}
