/** Builds the islands into dist/islands when something that they may be made of is newer than what is there. */
import { globSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ISLANDS_FOLDER } from './assets.ts'

const checkout = fileURLToPath(new URL('../../', import.meta.url))

/** @returns whether there was anything to build */
export async function buildIslands(): Promise<boolean> {
  if (areBuilt()) return false
  const { build } = await import('vite')
  // Beside its place first: a server that runs from this checkout must never find half of it.
  const fresh = `${ISLANDS_FOLDER}.${process.pid}`
  const former = `${fresh}.former`
  await build({ root: checkout, configFile: join(checkout, 'vite.config.ts'), build: { outDir: fresh } })
  if (statSync(ISLANDS_FOLDER, { throwIfNoEntry: false })) renameSync(ISLANDS_FOLDER, former)
  renameSync(fresh, ISLANDS_FOLDER)
  rmSync(former, { recursive: true, force: true })
  return true
}

function areBuilt(): boolean {
  const built = statSync(join(ISLANDS_FOLDER, 'manifest.json'), { throwIfNoEntry: false })
  if (!built) return false
  const sources = globSync(['app/**/*.{ts,tsx}', 'packages/*/src/**/*.ts', 'vite.config.ts', 'package-lock.json'], {
    cwd: checkout,
  })
  return sources.every(path => statSync(join(checkout, path)).mtimeMs < built.mtimeMs)
}
