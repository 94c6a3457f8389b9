// Makes the package fit to be published, and undoes it: inside the repository its sources are used as they are, outside the compiled files.
// npm does not read `exports` out of `publishConfig` as other clients do. Run by `npm pack` and `npm publish`: `node pack.mjs ready`, `node pack.mjs undo`.
import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'

const [, , step] = process.argv
const kept = 'dist/package.source.json'
if (step === 'ready') {
  copyFileSync('../../LICENSE', 'LICENSE')
  copyFileSync('package.json', kept)
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'))
  const { publishConfig, scripts: _scripts, ...published } = manifest
  writeFileSync(
    'package.json',
    `${JSON.stringify({ ...published, ...publishConfig, scripts: { postpack: manifest.scripts.postpack } }, null, 2)}\n`,
  )
} else if (step === 'undo') {
  if (existsSync(kept)) renameSync(kept, 'package.json')
  rmSync('LICENSE', { force: true })
} else throw new Error(`node pack.mjs ready | undo, not '${step}'`)
