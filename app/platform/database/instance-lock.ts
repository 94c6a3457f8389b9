/** One running instance per data folder: a lock that names its holder, so that a killed process's lock blocks nobody. */
import { spawnSync } from 'node:child_process'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A process id is used again after a while; together with the time of its start it is not. */
interface Holder {
  pid: number
  started: string
}

/** Another instance is at work on the same data folder. */
export class InUseError extends Error {
  override name = 'InUseError'
}

const FILE = 'lock'

/**
 * Takes the lock in the folder, or refuses.
 * @returns a function that gives the lock back
 * @throws InUseError while a running process holds it
 */
export function takeLock(folder: string): () => void {
  const path = join(folder, FILE)
  const mine = `${path}.${process.pid}`
  writeFileSync(mine, JSON.stringify({ pid: process.pid, started: startOf(process.pid) }), { mode: 0o644 })
  try {
    while (!linked(mine, path)) {
      const found = readIfThere(path)
      if (found === null) continue
      const holder = holderIn(found)
      if (holder) throw new InUseError(`${folder} is in use by process ${holder.pid}: stop that one first.`)
      takeAway(path, found)
    }
  } finally {
    rmSync(mine, { force: true })
  }
  return () => rmSync(path, { force: true })
}

/** The process id of the running instance that holds the lock in the folder; null when there is none. */
export function lockHolder(folder: string): number | null {
  const found = readIfThere(join(folder, FILE))
  return found === null ? null : (holderIn(found)?.pid ?? null)
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

function holderIn(content: string): Holder | null {
  const { pid, started } = JSON.parse(content) as Holder
  return startOf(pid) === started ? { pid, started } : null
}

/** Takes a dead process's lock away. When a living one put its own there in the meantime, that one is put back. */
function takeAway(path: string, stale: string) {
  const aside = `${path}.stale.${process.pid}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  if (readFileSync(aside, 'utf8') !== stale) linked(aside, path)
  rmSync(aside)
}

/** When the process started, in whatever form the system gives it; null when there is no such process. */
function startOf(pid: number): string | null {
  if (process.platform === 'linux') {
    try {
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
      // The program's name, in brackets, may hold spaces: count the fields after it. The 22nd is the start (proc(5)).
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
      return fields[0] === 'Z' ? null : `${boot} ${fields[19]}`
    } catch {
      return null
    }
  }
  const ps = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', env: { LC_ALL: 'C' } })
  return ps.stdout.trim() || null
}
