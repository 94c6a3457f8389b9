/** Brings node_modules to what package-lock.json says. Plain JavaScript for any Node from 20 on: it runs before anything is there. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const checkout = fileURLToPath(new URL('../', import.meta.url))
const bin = join(checkout, 'node_modules/.bin')
/**
 * For NODE_COMPILE_CACHE: what Node makes of a TypeScript file, and of its code, is kept from one start to the next. Each thread reads its files
 * anew; with this it starts in half of the time, and without the WebAssembly that takes types out.
 */
export const compiled = join(checkout, 'node_modules/.cache/compiled')

/**
 * Runs `npm ci`, and says so, when something that is locked is not installed.
 * @param {{ development: boolean }} scope whether what only tests and checks need is wanted as well
 * @returns {boolean} whether everything is there now
 */
export function install({ development }) {
  if (isInstalled(development)) return true
  process.stderr.write('Installing what Open1325 needs (npm ci). This takes about a minute, and only the first time.\n')
  // Not with the node and the npm that are being replaced.
  const path = (process.env.PATH ?? '').split(delimiter).filter(folder => !folder.includes('node_modules'))
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: checkout,
    env: { ...process.env, PATH: path.join(delimiter) },
    // Standard output belongs to the command that was asked for.
    stdio: ['ignore', process.stderr, process.stderr],
  })
  if (npm.error) process.stderr.write(`npm could not be started: ${npm.error.message}\n`)
  return npm.status === 0
}

/** The path of Node 24: the one that comes with the packages, or this one where it is new enough; null when there is none. */
export function currentNode() {
  const own = join(bin, 'node')
  if (existsSync(own)) return own
  return Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : null
}

function isInstalled(development) {
  try {
    const wanted = packagesIn(join(checkout, 'package-lock.json'))
    // What npm installed last, written by npm at the end.
    const there = packagesIn(join(checkout, 'node_modules/.package-lock.json'))
    return Object.entries(wanted).every(([path, { version, optional, dev, devOptional }]) => {
      const found = there[path]
      if (found) return found.version === version
      // The checkout itself, packages for other machines, and what only tests and checks need.
      return path === '' || optional || (!development && (dev || devOptional))
    })
  } catch {
    return false
  }
}

function packagesIn(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages
}
