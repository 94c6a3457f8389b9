/** What the package promises outside the repository: its entries, as sources here and compiled there, and what they need. */
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Manifest {
  exports: Record<string, string>
  publishConfig: { exports: Record<string, { types: string; default: string }> }
  dependencies: Record<string, string>
  optionalDependencies: Record<string, string>
}
const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as Manifest
const own = read('../package.json')
const root = read('../../../package.json')

test('each entry of the published package is compiled from the source that the repository uses', () => {
  const compiled = Object.entries(own.exports).map(([name, source]) => {
    expect(existsSync(new URL(`../${source}`, import.meta.url)), source).toBe(true)
    const path = source.replace('./src/', './dist/').replace(/\.ts$/, '')
    return [name, { types: `${path}.d.ts`, default: `${path}.js` }]
  })
  expect(own.publishConfig.exports).toEqual(Object.fromEntries(compiled))
})

test('the package asks for the same versions as the repository', () => {
  for (const kind of ['dependencies', 'optionalDependencies'] as const) expect(root[kind]).toMatchObject(own[kind])
  const models = (names: object) => Object.keys(names).filter(name => name.startsWith('@tesseract.js-data/'))
  expect(models(own.optionalDependencies)).toEqual(models(root.optionalDependencies))
})

test('each thread is there to be started', () => {
  for (const thread of ['worker', 'render-worker', 'pdf/helper', 'ocr/ocr-worker'])
    expect(existsSync(new URL(`../src/${thread}.ts`, import.meta.url)), thread).toBe(true)
})
