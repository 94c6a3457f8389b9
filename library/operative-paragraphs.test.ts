import { expect, test } from 'vitest'
import paragraphs from './operative-paragraphs.json' with { type: 'json' }
import library from './resolutions.json' with { type: 'json' }

const LANGUAGES = ['ar', 'en', 'fr']
const { resolutions, verbs, addressees, topics, unknown } = paragraphs
const all = resolutions.flatMap(resolution =>
  resolution.paragraphs.map(paragraph => ({ ...paragraph, of: resolution })),
)

test('199 paragraphs of nine resolutions; those of 2493 are not known, and it is said so', () => {
  expect(all).toHaveLength(199)
  expect(resolutions.map(({ number }) => number)).toEqual([1325, 1820, 1888, 1889, 1960, 2106, 2122, 2242, 2467])
  expect(unknown.map(({ number }) => number)).toEqual([2493])
  expect(Object.keys(unknown[0]!.why).toSorted()).toEqual(LANGUAGES)
})

test.each(resolutions)(
  'the paragraphs of $number are numbered without a gap, to the number that the library gives',
  ({ number, source, paragraphs }) => {
    const resolution = library.resolutions.find(other => other.number === number)!
    expect(paragraphs.map(paragraph => paragraph.number)).toEqual(paragraphs.map((_, i) => i + 1))
    expect(paragraphs).toHaveLength(resolution.operativeParagraphs.value!)
    expect(resolution.sources).toHaveProperty(source)
  },
)

test('each paragraph has a verb, addressees and topics that have names, and words in three languages', () => {
  for (const { verb, addressees: to, further, topics: about, summary } of all) {
    expect(verbs).toHaveProperty(verb)
    for (const addressee of [...to, ...further.flatMap(({ addressees }) => addressees)])
      expect(addressees).toHaveProperty([addressee])
    for (const { verb } of further) expect(verbs).toHaveProperty(verb)
    expect(about.length).toBeGreaterThan(0)
    for (const topic of about) expect(topics).toHaveProperty([topic])
    expect(Object.keys(summary).toSorted()).toEqual(LANGUAGES)
    expect(Object.values(summary).every(words => words.trim() === words && words !== '')).toBe(true)
  }
  for (const names of [verbs, addressees, topics])
    for (const name of Object.values(names)) expect(Object.keys(name).toSorted()).toEqual(LANGUAGES)
})

test('55 paragraphs put something to States, those where a verb has them as addressees', () => {
  const states = all.filter(paragraph => paragraph.states)
  expect(states).toHaveLength(55)
  const addressed = all.filter(({ addressees: to, further }) =>
    [to, ...further.map(({ addressees }) => addressees)].flat().includes('member-states'),
  )
  expect(addressed).toEqual(states)
})

test('national action plans are spoken of in 2242 and 2467, global indicators in 1889', () => {
  const about = (topic: string) =>
    all.filter(({ topics }) => topics.includes(topic)).map(({ of, number }) => `${of.number} ¶${number}`)
  expect(about('national-action-plans')).toEqual(['2122 ¶15', '2242 ¶2', '2467 ¶35'])
  expect(about('indicators')).toEqual(['1889 ¶17', '2242 ¶4'])
  expect(about('money')).toEqual(expect.arrayContaining(['1325 ¶7', '1888 ¶22', '1889 ¶9', '2242 ¶3', '2467 ¶17']))
})

test('what was computed rather than read is marked: the closing formula of 2242 and 2467', () => {
  const derived = all.filter(({ mark }) => mark === 'derived').map(({ of, number }) => `${of.number} ¶${number}`)
  expect(derived).toEqual(['2242 ¶18', '2467 ¶37'])
})
