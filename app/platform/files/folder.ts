/** Files in a folder: ab/abcdef…, the first two digits being the folder. */
import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { FileGoneError, TooLargeError, type Content, type FileStore, type Stored } from './store.ts'

export function openFolderStore(folder: string): FileStore {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), named(sha256))

  async function path(sha256: string): Promise<string> {
    const path = pathOf(sha256)
    if (!(await exists(path))) throw new FileGoneError(sha256)
    return path
  }

  return {
    async put(content, limit = Infinity) {
      const arriving = join(folder, 'arriving', randomBytes(12).toString('hex'))
      await mkdir(dirname(arriving), { recursive: true, mode: 0o700 })
      try {
        const stored = await write(content, arriving, limit)
        const path = pathOf(stored.sha256)
        if (await exists(path)) return stored
        await mkdir(dirname(path), { recursive: true, mode: 0o700 })
        await rename(arriving, path)
        await syncFolder(dirname(path))
        return stored
      } finally {
        await rm(arriving, { force: true })
      }
    },

    path,

    async open(sha256): Promise<Readable> {
      return createReadStream(await path(sha256))
    },

    has: async sha256 => isName(sha256) && (await exists(pathOf(sha256))),

    async remove(sha256) {
      const path = pathOf(sha256)
      await rm(path, { force: true })
      if (await exists(dirname(path))) await syncFolder(dirname(path))
    },

    async *list() {
      for (const prefix of await namesIn(folder)) {
        if (!/^[0-9a-f]{2}$/.test(prefix)) continue
        for (const name of await namesIn(join(folder, prefix))) if (isName(name)) yield name
      }
    },
  }
}

export function isName(name: string): boolean {
  return /^[0-9a-f]{64}$/.test(name)
}

/** Nothing but a digest becomes part of a path. */
function named(sha256: string): string {
  if (!isName(sha256)) throw new FileGoneError(sha256)
  return sha256
}

/** Writes the content out to the disk, counting and digesting it on its way. */
async function write(content: Content, path: string, limit: number): Promise<Stored> {
  const hash = createHash('sha256')
  let bytes = 0
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const chunk of content instanceof Uint8Array ? [content] : content) {
      bytes += chunk.byteLength
      if (bytes > limit) throw new TooLargeError(limit)
      hash.update(chunk)
      await file.writeFile(chunk)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { sha256: hash.digest('hex'), bytes }
}

/** A new name lasts only when its folder is written out as well. */
async function syncFolder(folder: string) {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch {
    return false
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
