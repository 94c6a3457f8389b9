import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import first from './criteria/2026-1.json' with { type: 'json' }

const here = new URL('./criteria/', import.meta.url)
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, here), 'utf8'))
const files = (folder: string): string[] => readdirSync(new URL(folder, here)).toSorted()

const groups = Object.keys(first.groups).toSorted()
const languages = files('2026-1.words/').map(name => name.replace('.json', ''))

test('the first edition asks twelve questions', () => {
  expect(first.criteria.map(({ id }) => id)).toEqual([
    'clear-objectives',
    'indicators',
    'earmarked-funds',
    'responsible-body',
    'timeframe',
    'reporting-routine',
    'review-clause',
    'coordination-mechanism',
    'civil-society-drafting',
    'civil-society-implementation',
    'civil-society-monitoring',
    'validity',
  ])
})

test.each(first.criteria)(
  '$id is named and asked in three languages, with its sources',
  ({ name, question, sources }) => {
    for (const words of [name, question]) {
      expect(Object.keys(words).toSorted()).toEqual(['ar', 'en', 'fr'])
      expect(Object.values(words).every(text => text.trim() !== '')).toBe(true)
    }
    expect(sources.length).toBeGreaterThan(0)
    expect(sources.every(({ title, url }) => title !== '' && URL.canParse(url))).toBe(true)
  },
)

test('the criteria can be sought in ten languages', () => {
  expect(languages).toEqual(['ar', 'bs', 'en', 'es', 'fr', 'pt', 'sq', 'sv', 'tr', 'uk'])
})

test.each(languages)('%s has words for every group, none twice', language => {
  const words = read(`2026-1.words/${language}.json`) as Record<string, string[]>
  expect(Object.keys(words).toSorted()).toEqual(groups)
  for (const [group, list] of Object.entries(words)) expect([group, list]).toEqual([group, [...new Set(list)]])
})

test('each language of the sentences has the same sentences', () => {
  const keys = (name: string): string[] =>
    Object.keys((read(`sentences/${name}`) as { findings: Record<string, string> }).findings).toSorted()
  for (const name of files('sentences/')) expect(keys(name)).toEqual(keys('en.json'))
})
