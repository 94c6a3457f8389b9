/**
 * The stylesheet (all of app/ui/styles and the features' own, as one file under its content's name) and the islands' scripts, built
 * by Vite into dist/islands. Both are cached for ever: another content has another name.
 */
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const APP = resolve(fileURLToPath(import.meta.url), '../..')
const ISLANDS = resolve(APP, '../dist/islands')

export interface Asset {
  href: string
  body: string
}
let sheet: Asset | null = null

/** styles/base.css comes first: it declares the order of the cascade layers. The order of the other files does not matter. */
export function stylesheet(): Asset {
  if (!sheet) {
    const others = globSync(['ui/styles/*.css', 'features/*/*.css'], {
      cwd: APP,
      exclude: ['ui/styles/base.css'],
    }).sort()
    const files = ['ui/styles/base.css', ...others]
    const body = files.map(f => readFileSync(join(APP, f), 'utf8')).join('\n')
    const name = createHash('sha256').update(body).digest('hex').slice(0, 12)
    sheet = { href: `/assets/style-${name}.css`, body }
  }
  return sheet
}

let manifest: Record<string, { file: string }> | null = null

/** The address of an island's script: app/ui/islands/NAME.tsx or app/features/FEATURE/NAME.island.tsx. */
export function islandScript(name: string): string {
  manifest ??= JSON.parse(readFileSync(join(ISLANDS, 'manifest.json'), 'utf8')) as Record<string, { file: string }>
  const entry = Object.entries(manifest).find(([source]) => source.endsWith(`/${name}.island.tsx`))
  if (!entry) throw new Error(`no island is called ${name}; known: ${Object.keys(manifest).join(', ')}`)
  return '/assets/islands/' + entry[1].file
}

/** An island's script itself, for one that has to lie at an address of its own. */
export const islandSource = (name: string): Promise<string> =>
  readFile(join(ISLANDS, basename(islandScript(name))), 'utf8')

export const ISLANDS_FOLDER = ISLANDS
