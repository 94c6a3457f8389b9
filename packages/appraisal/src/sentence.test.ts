import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import ar from '../../../library/criteria/sentences/ar.json' with { type: 'json' }
import en from '../../../library/criteria/sentences/en.json' with { type: 'json' }
import fr from '../../../library/criteria/sentences/fr.json' with { type: 'json' }
import type { Finding } from './appraisal.ts'
import { answerWord, sentence } from './sentence.ts'
import type { Row } from './testing/plans.ts'
import { findingOf } from './testing/plans.ts'

const actions = (count: number, row: Row = {}): Row[] =>
  Array.from({ length: count }, (_, index) => ({ action: `a${index}`, ...row }))
const responsible = (count: number): Finding =>
  findingOf('responsible-body', { language: 'en', rows: actions(count, { responsible: 'Ministry' }) })

test('numbers agree with what they count, in English and in French', () => {
  expect(sentence(responsible(37), 'en')).toBe('All 37 actions name who is responsible.')
  expect(sentence(responsible(1), 'en')).toBe('The only action names who is responsible.')
  expect(sentence(responsible(37), 'fr')).toBe('Les 37 actions nomment toutes un responsable.')
  expect(sentence(responsible(1), 'fr')).toBe('La seule action nomme un responsable.')
})

test('Arabic has its own forms for one, two, few and many', () => {
  const none = (count: number): string =>
    sentence(findingOf('timeframe', { language: 'en', rows: actions(count) }), 'ar')
  expect([1, 2, 3, 11, 100].map(none)).toEqual([
    '0 من أصل نشاط واحد له موعد محدد.',
    '0 من أصل نشاطين له موعد محدد.',
    '0 من أصل 3 أنشطة له موعد محدد.',
    '0 من أصل 11 نشاطاً له موعد محدد.',
    '0 من أصل 100 نشاط له موعد محدد.',
  ])
})

test('a missing date tells of the period of the whole plan', () => {
  const finding = findingOf('timeframe', { language: 'en', rows: actions(2), period: { start: '2019', end: '2022' } })
  expect(sentence(finding, 'en')).toBe('0 of 2 actions have a date. The plan as a whole runs 2019–2022.')
})

test('a search that found nothing says which words it sought in how many pages', () => {
  const finding = findingOf('reporting-routine', { language: 'en', pages: ['Women.', 'Peace.'] })
  expect(sentence(finding, 'en')).toMatch(
    /^Searched “report”, “reports”, .* and related words in 2 pages: no routine found\.$/,
  )
})

test('years are years, not thousands', () => {
  const finding = findingOf('validity', {
    language: 'en',
    pages: ['2019-2022'],
    period: { start: '2019', end: '2022' },
  })
  expect(sentence(finding, 'fr')).toBe('Le plan couvrait 2019–2022 : expiré au jour de cette appréciation.')
})

test('a criterion of somebody’s own is put in the general words', () => {
  const finding: Finding = { ...responsible(2), how: { code: 'childcare.stated', params: {} } }
  expect(sentence(finding, 'en')).toBe('The plan says so in its own words.')
})

test('a language without sentences is answered in English; a regional one in its own', () => {
  expect(sentence(responsible(2), 'sw')).toBe('All 2 actions name who is responsible.')
  expect(answerWord('not-found', 'fr-CD')).toBe('Non trouvé')
  expect(answerWord('yes', 'ar')).toBe('نعم')
})

test('a code that no sentence knows is a mistake of the criteria, said aloud', () => {
  const finding: Finding = { ...responsible(2), how: { code: 'childcare.sideways', params: {} } }
  expect(() => sentence(finding, 'en')).toThrow("no sentence for 'childcare.sideways' in en")
})

test.each([
  ['en', en],
  ['fr', fr],
  ['ar', ar],
])('every sentence in %s is a whole ICU message', (language, { findings }) => {
  for (const message of Object.values(findings)) expect(() => new IntlMessageFormat(message, language)).not.toThrow()
})
