/** Vitest's global set-up: pages name their islands' scripts, so these must have been built. Older ones will do. */
import { globSync } from 'node:fs'
import { islandScript } from '../../ui/assets.ts'
import { buildIslands } from '../../ui/build-islands.ts'

export default async function setup() {
  const names = globSync('app/features/*/*.island.tsx').map(path => path.split('/').at(-1)!.replace('.island.tsx', ''))
  if (!names.every(isBuilt)) await buildIslands()
}

function isBuilt(name: string): boolean {
  try {
    return islandScript(name) !== ''
  } catch {
    return false
  }
}
