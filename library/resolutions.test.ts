import { expect, test } from 'vitest'
import library from './resolutions.json' with { type: 'json' }

const { resolutions, themes } = library
const LANGUAGES = ['ar', 'en', 'fr']
const FACTS = ['adopted', 'meeting', 'pressRelease', 'vote', 'operativeParagraphs', 'themes'] as const

test('the library holds the ten resolutions on women, peace and security, in the order of their adoption', () => {
  expect(resolutions.map(({ number }) => number)).toEqual([1325, 1820, 1888, 1889, 1960, 2106, 2122, 2242, 2467, 2493])
  const dates = resolutions.map(({ adopted }) => adopted.value)
  expect(dates.toSorted()).toEqual(dates)
})

test.each(resolutions)('the symbol, the link and the date of $number agree', ({ number, symbol, link, adopted }) => {
  expect(adopted.value).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  expect(new Date(adopted.value).toISOString().slice(0, 10)).toBe(adopted.value)
  const year = adopted.value.slice(0, 4)
  expect(symbol).toBe(`S/RES/${number} (${year})`)
  expect(link).toBe(`https://docs.un.org/S/RES/${number}(${year})`)
})

test.each(resolutions)('the fifteen members voted on $number', ({ number, vote }) => {
  const { for: inFavour, against, abstaining } = vote.value
  expect(inFavour + against + abstaining).toBe(15)
  expect(abstaining).toBe(number === 2467 ? 2 : 0)
})

test.each(resolutions)('each fact on $number names one of its sources, and no source is idle', resolution => {
  const sources = Object.keys(resolution.sources)
  const named = [
    ...FACTS.map(fact => resolution[fact].source),
    ...resolution.notes.map(({ source }) => source),
    ...resolution.related.map(({ source }) => source),
    resolution.summary.source,
  ]
  expect(sources.toSorted()).toEqual([...new Set(named)].toSorted())
  for (const { title, url } of Object.values(resolution.sources)) {
    expect(title).not.toBe('')
    expect(URL.canParse(url)).toBe(true)
  }
})

test.each(resolutions)('what is said in words of $number is said in three languages', ({ summary, notes, related }) => {
  for (const words of [summary.text, ...notes.map(({ text }) => text), ...related.map(({ why }) => why)]) {
    expect(Object.keys(words).toSorted()).toEqual(LANGUAGES)
    expect(Object.values(words).every(text => text.trim() !== '')).toBe(true)
  }
})

test.each(resolutions)('the themes of $number have names', resolution => {
  for (const theme of resolution.themes.value) expect(themes).toHaveProperty(theme)
})

test('a summary cites no paragraph that the resolution does not have', () => {
  for (const { operativeParagraphs, summary } of resolutions)
    for (const text of Object.values(summary.text))
      for (const [, cited = ''] of text.matchAll(/\(([\d\s,و-]+|\d+ (?:à|إلى) \d+)\)/gu))
        for (const number of cited.match(/\d+/g) ?? [])
          expect(Number(number)).toBeLessThanOrEqual(operativeParagraphs.value ?? 0)
})
