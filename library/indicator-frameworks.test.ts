import { expect, test } from 'vitest'
import { INDICATOR_FRAMEWORKS, readFramework } from './indicator-frameworks.ts'
import countries from './countries.json' with { type: 'json' }

const framework = (id: string) => INDICATOR_FRAMEWORKS.find(one => one.id === id)!
const codes = (id: string, verified: boolean): string[] =>
  framework(id)
    .indicators.filter(one => one.verified === verified)
    .map(({ code }) => code)

test('the library holds the frameworks that reports on 1325 are measured by', () => {
  expect(INDICATOR_FRAMEWORKS.map(({ id }) => id)).toEqual(['s-2010-498', 'women-count', 'sdg', 'nato-2021-2025'])
})

test('S/2010/498 has twenty-six indicators in 36 lines; five lines were seen in their sources, the others are drafts', () => {
  const { indicators, wording } = framework('s-2010-498')
  expect(indicators).toHaveLength(36)
  expect(new Set(indicators.map(({ number }) => number)).size).toBe(26)
  const parts = Map.groupBy(indicators, ({ number }) => number)
  const split = [...parts].filter(([, lines]) => lines.length === 2).map(([number]) => Number(number))
  expect(split).toEqual([1, 3, 5, 11, 12, 21, 22, 23, 24, 26])
  expect(codes('s-2010-498', true)).toEqual(['1a', '1b', '2', '3a', '11a'])
  expect(wording).toBe('to-be-checked')
})

test("Women Count's eleven are all drafts until somebody checks them against a report", () => {
  expect(codes('women-count', false)).toHaveLength(11)
  expect(framework('women-count').wording).toBe('to-be-checked')
})

test.each(INDICATOR_FRAMEWORKS)(
  '$id: no source is idle, and each group has indicators',
  ({ sources, facts, ...rest }) => {
    const named = [...facts, ...rest.indicators].map(({ source }) => source)
    expect(Object.keys(sources).toSorted()).toEqual([...new Set(named)].toSorted())
    for (const { id } of rest.groups) expect(rest.indicators.some(({ group }) => group === id)).toBe(true)
  },
)

test.each<[string, (json: Record<string, unknown>[]) => unknown]>([
  ['an entry without a source', ([first]) => delete first!.source],
  ['an entry with an empty source', ([first]) => (first!.source = ' ')],
  ['an entry whose source is not there', ([first]) => (first!.source = 'hearsay')],
  ['an entry without a title in Arabic', ([first]) => (first!.title = { en: 'Judges', fr: 'Juges' })],
  ['a code that is given twice', ([first, second]) => (second!.code = first!.code)],
  ['an entry of a group that is not there', ([first]) => (first!.group = 'miscellaneous')],
])('%s is refused', (_, spoil) => {
  const json = structuredClone(framework('s-2010-498'))
  expect(() => readFramework(json)).not.toThrow()
  spoil(json.indicators as unknown as Record<string, unknown>[])
  expect(() => readFramework(json)).toThrow()
})

test('a draft in a framework that says that all was seen is refused', () => {
  const json = structuredClone(framework('sdg'))
  json.indicators[0]!.verified = false
  expect(() => readFramework(json)).toThrow(/5\.2\.1 was not seen/u)
})

test('the countries have codes of three and of two letters, none twice', () => {
  const pairs = Object.entries(countries.alpha2)
  expect(pairs.length).toBe(250)
  expect(pairs.every(([three, two]) => /^[A-Z]{3}$/u.test(three) && /^[A-Z]{2}$/u.test(two))).toBe(true)
  expect(new Set(pairs.map(([, two]) => two)).size).toBe(pairs.length)
})
