/**
 * Runs the PostgreSQL that comes with Open1325: made once, reached by a Unix socket that only its user can open,
 * started again when it dies, stopped with Open1325. What a killed Open1325 left running is stopped at the next start.
 */
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { lockHolder, takeLock } from './instance-lock.ts'
import { readPidFile, SOCKETS_ELSEWHERE, stopOrphan, STOP_MS } from './postmaster.ts'
import { clusterIn, openHome, postgresPrograms } from './postgres-home.ts'
import { userFor, type User } from './run-as.ts'
import { SetupError } from '../setup-error.ts'

/** Where a client finds the server: the socket's folder, the number in the socket's name, the superuser. */
export interface Connect {
  host: string
  port: number
  user: string
}

export interface Postgres {
  connect: Connect
  /** Resolves, with the reason, if the server died and could not be started again. */
  lost: Promise<Error>
  /** Ends every connection, writes everything out, gives the folder back. */
  stop(): Promise<void>
}

export interface PostgresOptions {
  /** Made when it is not there. */
  folder: string
  /** PostgreSQL settings that differ from ours: { fsync: 'off' }. */
  settings?: Record<string, string>
  /** Told when the server had to be started again. */
  onRestart?: (why: string) => void
}

export const SUPERUSER = 'open1325_owner'
const PORT = 5432

const SETTINGS: Record<string, string> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '60',
  shared_buffers: '128MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  random_page_cost: '1.1',
  jit: 'off',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
}

/**
 * Starts PostgreSQL on the folder.
 * @throws InUseError while another instance runs on it; SetupError when it cannot be started
 */
export async function startPostgres({ folder, settings = {}, onRestart }: PostgresOptions): Promise<Postgres> {
  const home = openHome(folder)
  const giveBack = takeLock(home)
  try {
    const cluster = clusterIn(home)
    await stopOrphan(cluster)
    const user = userFor(cluster)
    const programs = postgresPrograms(home, user)
    if (!existsSync(cluster)) await initialise(home, programs, user)
    const sockets = socketFolder(home, user)
    const place: Place = { home, cluster, programs, sockets, user, settings: { ...SETTINGS, ...settings } }
    const server = await keepRunning(place, onRestart)
    return {
      connect: { host: sockets, port: PORT, user: SUPERUSER },
      lost: server.lost,
      async stop() {
        await server.stop()
        if (dirname(sockets) !== home) rmSync(sockets, { recursive: true, force: true })
        giveBack()
      },
    }
  } catch (error) {
    giveBack()
    throw error
  }
}

/** Finds the PostgreSQL of an instance that runs on the folder just now; null when none does. */
export function runningPostgres(folder: string): Connect | null {
  if (!existsSync(folder)) return null
  const home = openHome(folder)
  const running = lockHolder(home) === null ? null : readPidFile(clusterIn(home))
  return running?.ready ? { host: running.sockets, port: PORT, user: SUPERUSER } : null
}

/** Stops what a killed Open1325 left running on the folder, which is not in use by another. */
export async function stopLeftBehind(folder: string): Promise<void> {
  const home = openHome(folder)
  const giveBack = takeLock(home)
  try {
    await stopOrphan(clusterIn(home))
  } finally {
    giveBack()
  }
}

interface Place {
  home: string
  cluster: string
  programs: string
  sockets: string
  user: User | null
  settings: Record<string, string>
}

/** initdb into a folder of another name: a cluster that was not finished is never taken for one. */
async function initialise(home: string, programs: string, user: User | null) {
  const unfinished = `${clusterIn(home)}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  makeFolder(unfinished, user)
  // ICU sorts as people do. The C library's C.UTF-8 tells the full-text parser what is a letter and what a quotation
  // mark; the builtin provider and plain C do not (they make one word of “peace”).
  const locale = ['--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=und']
  try {
    await promisify(execFile)(
      join(programs, 'bin/initdb'),
      ['-D', unfinished, '-U', SUPERUSER, '--auth=trust', ...locale],
      { cwd: home, env: environment(), ...user },
    )
  } catch (error) {
    throw new SetupError(`The database could not be made: ${(error as { stderr?: string }).stderr?.trim() ?? error}`)
  }
  renameSync(unfinished, clusterIn(home))
}

function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, TZ: 'UTC' }
}

function makeFolder(path: string, user: User | null) {
  mkdirSync(path, { recursive: true })
  chmodSync(path, 0o700)
  if (user) chownSync(path, user.uid, user.gid)
}

/** A socket's path may have 107 bytes on Linux, 103 on macOS: where the home's is longer, the socket stands in /tmp. */
function socketFolder(home: string, user: User | null): string {
  const inHome = join(home, 'socket')
  const fits = Buffer.byteLength(join(inHome, `.s.PGSQL.${PORT}`)) <= 100
  const folder = fits ? inHome : mkdtempSync(SOCKETS_ELSEWHERE)
  makeFolder(folder, user)
  return folder
}

/** Starts the server and, until it is stopped, starts it again whenever it dies. */
async function keepRunning(place: Place, onRestart: PostgresOptions['onRestart']) {
  let server = launch(place)
  let stopping = false
  const { promise: lost, resolve: giveUp } = Promise.withResolvers<Error>()

  const watch = (running: ChildProcess) =>
    void running.once('exit', (code, signal) => {
      if (stopping) return
      onRestart?.(`PostgreSQL ended unexpectedly (${signal ?? `code ${code}`})`)
      server = launch(place)
      server.then(watch, giveUp)
    })
  watch(await server)

  return {
    lost,
    async stop() {
      stopping = true
      // It may be starting again just now.
      const running = await server.catch(() => null)
      if (running) await end(running)
    },
  }
}

const RETRY_MS = 20_000

/** Old backends of a killed server may still be ending, and PostgreSQL refuses to start beside them: try again. */
async function launch(place: Place): Promise<ChildProcess> {
  for (const began = Date.now(); ; await wait(200)) {
    const server = spawnServer(place)
    if (await isReady(server, place.cluster)) return server
    const log = readFileSync(logFile(place.home), 'utf8')
    const passing = /shared memory block .* still in use|lock file .* already exists/.test(log)
    if (!passing || Date.now() - began > RETRY_MS) {
      throw new SetupError(
        `PostgreSQL did not start: ${log.trim().split('\n').slice(-3).join(' ')} (${logFile(place.home)})`,
      )
    }
  }
}

function logFile(home: string): string {
  return join(home, 'postgres.log')
}

function spawnServer({ home, cluster, programs, sockets, user, settings }: Place): ChildProcess {
  if (existsSync(logFile(home))) renameSync(logFile(home), join(home, 'postgres.previous.log'))
  const log = openSync(logFile(home), 'a', 0o600)
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = spawn(join(programs, 'bin/postgres'), ['-D', cluster, '-k', sockets, '-p', String(PORT), ...options], {
    cwd: home,
    env: environment(),
    stdio: ['ignore', log, log],
    // Its own session: a terminal's Ctrl-C must reach Open1325 only, which then ends things in their order.
    detached: true,
    ...user,
  })
  closeSync(log)
  return server
}

/** Waits until the server takes connections (true) or has ended (false). Recovery after a crash may take its time. */
async function isReady(server: ChildProcess, cluster: string): Promise<boolean> {
  let failure: Error | undefined
  server.once('error', error => (failure = error))
  while (!hasEnded(server)) {
    if (failure) throw new SetupError(`PostgreSQL did not start: ${failure.message}`)
    const running = readPidFile(cluster)
    if (running?.pid === server.pid && running?.ready) return true
    await wait(10)
  }
  return false
}

function hasEnded(server: ChildProcess): boolean {
  return server.exitCode !== null || server.signalCode !== null
}

/** "Fast" shutdown (SIGINT): breaks connections off and writes everything out; if that hangs, "immediate" (SIGQUIT). */
async function end(server: ChildProcess) {
  if (hasEnded(server)) return
  const ended = new Promise(resolve => server.once('exit', resolve))
  server.kill('SIGINT')
  const timer = setTimeout(() => server.kill('SIGQUIT'), STOP_MS)
  await ended
  clearTimeout(timer)
}
