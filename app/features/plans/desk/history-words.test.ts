import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LANGUAGES, LOCALES } from '../../../platform/languages.ts'

const features = join(import.meta.dirname, '../..')

test('each act that a plan’s history may tell is told in words, in each language', () => {
  const sources = globSync(['plans/**/*.{ts,tsx}', 'voices/**/*.{ts,tsx}'], { cwd: features })
    .filter(file => !file.includes('.test.'))
    .map(file => readFileSync(join(features, file), 'utf8'))
    .join('\n')
  const acts = new Set([...sources.matchAll(/\bact: '([a-z]+\.[a-z-]+)'/g)].map(match => match[1]!))
  for (const act of [
    'versions.say',
    'versions.unsay',
    'versions.continues',
    'versions.is-not',
    'versions.none',
    'finding.confirm',
  ])
    acts.add(act)
  expect(acts).toContain('assessment.say')
  const untold = LOCALES.flatMap(locale => [...acts].filter(act => !(`act.${act}` in LANGUAGES[locale])))
  expect(untold).toEqual([])
})
