/** PostgreSQL's own note about its running server, and the server that a killed Open1325 left behind. */
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { SetupError } from '../setup-error.ts'

/** How long a server has for an orderly end. */
export const STOP_MS = 15_000
/** Where sockets stand whose path would be too long in the home. */
export const SOCKETS_ELSEWHERE = '/tmp/open1325-socket-'

/** postmaster.pid: process id, data folder, start, port, socket's folder, address, shared memory key, state. */
export function readPidFile(cluster: string): { pid: number; sockets: string; ready: boolean } | null {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), sockets: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' }
  } catch {
    return null
  }
}

/** Stops the server that a killed Open1325 left behind. The caller holds the lock: nobody else is using it. */
export async function stopOrphan(cluster: string) {
  const left = readPidFile(cluster)
  if (!left) return
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (isServerOf(left.pid, cluster)) process.kill(left.pid, signal)
    for (const until = Date.now() + STOP_MS; isServerOf(left.pid, cluster) && Date.now() < until;) await wait(20)
  }
  if (isServerOf(left.pid, cluster))
    throw new SetupError(`An old PostgreSQL (process ${left.pid}) does not end: stop it.`)
  // The number may be some other program's by now, or a dead process's whom nobody has buried yet (in a container without
  // init): PostgreSQL would take either for a server that runs. Backends that live on it still finds by their memory.
  if (isThere(left.pid)) rmSync(join(cluster, 'postmaster.pid'), { force: true })
  if (left.sockets.startsWith(SOCKETS_ELSEWHERE)) rmSync(left.sockets, { recursive: true, force: true })
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function isServerOf(pid: number, cluster: string): boolean {
  return commandOf(pid).includes(`-D ${cluster} `)
}

function commandOf(pid: number): string {
  if (process.platform !== 'linux')
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}
