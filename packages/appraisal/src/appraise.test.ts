import { expect, test } from 'vitest'
import { appraise } from './appraise.ts'
import type { Criterion, Edition } from './edition.ts'
import { EDITION, readEdition } from './edition.ts'
import { sentence } from './sentence.ts'
import type { SamplePlan } from './testing/plans.ts'
import { AS_OF, readingOf } from './testing/plans.ts'

const PLANS: SamplePlan[] = [
  { language: 'en' },
  { language: 'fr', pages: ['Un rapport annuel. Aucun budget. La société civile.'], rows: [{ action: 'Former' }] },
  {
    language: 'ar',
    rows: [
      { pillar: 'المشاركة', objective: 'هدف', action: 'نشاط', responsible: 'وزارة', indicators: [{ text: 'مؤشر' }] },
    ],
  },
  {
    language: 'en',
    rows: [{ objective: 'Decide', indicators: [{ text: 'Share', baseline: '1', target: '2' }] }],
    period: { start: '2025', end: '2029' },
  },
]

test.each(PLANS)(
  'nothing is judged without a quote or a stated search, and each finding can be put in words ($language)',
  plan => {
    const { findings, edition, asOf } = appraise(readingOf(plan), { asOf: AS_OF })
    expect([edition, asOf]).toEqual(['2026-1', AS_OF])
    expect(findings.map(({ criterion }) => criterion)).toEqual(EDITION.criteria.map(({ id }) => id))
    for (const finding of findings) {
      expect(finding.quotes.length > 0 || (finding.search !== null && finding.search.pages > 0)).toBe(true)
      expect(finding.quotes.length).toBeLessThanOrEqual(5)
      if (finding.answer === 'not-found') expect(finding.search).not.toBeNull()
      for (const locale of ['en', 'fr', 'ar']) expect(sentence(finding, locale)).not.toMatch(/[{}]|undefined|NaN/)
    }
  },
)

test('the same plan on the same day has the same appraisal', () => {
  const [, plan] = PLANS
  const once = appraise(readingOf(plan ?? { language: 'fr' }), { asOf: AS_OF })
  expect(appraise(readingOf(plan ?? { language: 'fr' }), { asOf: AS_OF })).toEqual(once)
})

test('a day that is no date is refused', () => {
  expect(() => appraise(readingOf({ language: 'en' }), { asOf: 'today' })).toThrow(RangeError)
})

test('a plan of one’s own criteria is one data entry away', () => {
  const childcare: Criterion = {
    id: 'childcare',
    name: { en: 'Childcare', fr: 'Garde d’enfants', ar: 'رعاية الأطفال' },
    question: { en: 'Is there childcare?', fr: 'Y a-t-il une garde d’enfants ?', ar: 'هل توجد رعاية للأطفال؟' },
    sources: [{ title: 'Our members', url: 'https://example.org/members' }],
    ask: { kind: 'text', search: { strong: [['childcare', 'plan']], weak: [['childcare']] } },
  }
  const edition: Edition = readEdition({
    ...EDITION,
    edition: 'ours-1',
    groups: { ...EDITION.groups, childcare: { meaning: 'Care for children' } },
    words: { ...EDITION.words, en: { ...EDITION.words.en, childcare: ['childcare', 'crèche*'] } },
    criteria: [childcare],
  })
  const pages = ['Under this plan, childcare is paid for at every meeting.']
  const { findings } = appraise(readingOf({ language: 'en', pages }), { asOf: AS_OF, criteria: edition })
  expect(findings).toMatchObject([{ criterion: 'childcare', answer: 'yes', quotes: [{ page: 1, quote: pages[0] }] }])
})

test('criteria that name words which do not exist are refused, with the name', () => {
  const [first] = EDITION.criteria
  const ask = { kind: 'text', search: { strong: [['horoscope']], weak: [] } }
  expect(() => readEdition({ ...EDITION, criteria: [{ ...first, ask }] })).toThrow(/horoscope/)
})
