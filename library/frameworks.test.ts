import { expect, test } from 'vitest'
import related from './frameworks.json' with { type: 'json' }
import facts from './citations/facts.json' with { type: 'json' }
import terms from './citations/terms.json' with { type: 'json' }
import paragraphs from './operative-paragraphs.json' with { type: 'json' }
import library from './resolutions.json' with { type: 'json' }

const { frameworks } = related
const { resolutions } = library
const LANGUAGES = ['ar', 'en', 'fr']

test.each(frameworks)('each fact on $id names one of its sources, and no source is idle', framework => {
  const { symbol, date, principles, facts } = framework
  const named = [symbol, date, principles, ...facts].flatMap(fact => (fact ? [fact.source] : []))
  expect(Object.keys(framework.sources).toSorted()).toEqual([...new Set(named)].toSorted())
  for (const { title, url } of Object.values(framework.sources)) expect(title !== '' && URL.canParse(url)).toBe(true)
})

test.each(frameworks)(
  'what is said in words of $id is said in three languages',
  ({ title, issuer, facts, principles }) => {
    for (const words of [title, issuer, ...facts.map(({ text }) => text), ...(principles?.value ?? [])])
      expect(Object.keys(words).toSorted()).toEqual(LANGUAGES)
  },
)

test('other resolutions are dated in the order of their numbers, each with a source', () => {
  const dated = [
    ...facts.years,
    ...resolutions.map(({ number, adopted }) => ({ number, year: Number(adopted.value.slice(0, 4)), source: null })),
  ].toSorted((a, b) => a.number - b.number)
  expect(dated.map(({ year }) => year)).toEqual(dated.map(({ year }) => year).toSorted((a, b) => a - b))
  const used = new Set(facts.years.map(({ source }) => source))
  expect([...used].toSorted()).toEqual(Object.keys(facts.sources).toSorted())
})

test('a misprint means a resolution of the library and is none itself', () => {
  const numbers = new Set(resolutions.map(({ number }) => number))
  for (const { printed, meant } of facts.misprints)
    expect([numbers.has(printed), numbers.has(meant)]).toEqual([false, true])
  for (const number of facts.standBeside) expect(numbers.has(number)).toBe(false)
})

test('a subject stands in paragraphs that there are', () => {
  const last = new Map(paragraphs.resolutions.map(({ number, paragraphs }) => [String(number), paragraphs.length]))
  for (const { stands, name } of terms.terms) {
    expect(Object.keys(name).toSorted()).toEqual(LANGUAGES)
    for (const [resolution, numbers] of Object.entries(stands as unknown as Record<string, number[]>))
      for (const number of numbers) expect(number).toBeLessThanOrEqual(last.get(resolution) ?? 0)
  }
})
