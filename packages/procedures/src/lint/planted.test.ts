import { expect, test } from 'vitest'
import { ruleOf } from '../../../../library/bodies.ts'
import type { Rule } from '../../../../library/body-shape.ts'
import { checkCitations } from '../../../citations/src/index.ts'
import type { Block, TextDocument } from '../document.ts'
import { countWords } from '../words/count.ts'
import { LINT_CODES, type LintCode, type SubmissionFacts } from './finding.ts'
import { lint } from './lint.ts'
import { CEDAW_EN, CSW_EN, UPR_EN } from './testing/long-en.ts'
import { CSW_ES } from './testing/long-es.ts'
import { readText } from './testing/read-text.ts'

interface Base {
  document: TextDocument
  rule: Rule
  facts: SubmissionFacts
}
const cedaw: Base = {
  document: readText('en', CEDAW_EN),
  rule: ruleOf('cedaw-session-2021'),
  facts: { stated: { organisation: 'Valley Women for Peace', country: 'Georgia', publication: 'yes' } },
}
const upr: Base = {
  document: readText('en', UPR_EN),
  rule: ruleOf('upr-stakeholder-2011'),
  facts: { stated: { organisation: 'Northern Women’s Forum' } },
}
const csw: Base = {
  document: readText('en', CSW_EN),
  rule: ruleOf('csw-written-2014'),
  facts: { stated: { 'original-language': 'en' }, ecosocStatus: 'general' },
}
const council: Base = {
  document: readText('en', `Peace and its price: statement of Peace Table\n\n${CSW_EN}`),
  rule: ruleOf('hrc-written-old'),
  facts: {
    ecosocStatus: 'special',
    stated: {
      contact: 'office@example.org',
      session: '57',
      'agenda-item': '3',
      organisation: 'Peace Table',
      'ecosoc-status': 'special',
      title: 'Peace and its price',
    },
  },
}
const union: Base = {
  document: cedaw.document,
  rule: ruleOf('eu-feedback-current'),
  facts: {
    stated: {
      organisation: 'Valley Women for Peace',
      country: 'Georgia',
      'organisation-size': 'small',
      'register-number': '1234',
    },
  },
}
const segment: Base = { ...csw, rule: ruleOf('ecosoc-high-level-2012'), facts: { ecosocStatus: 'general' } }

/** Planted in the middle of the text, where nobody looks first. */
function withBlock(base: Base, block: Block | string): Base {
  const blocks = [...base.document.blocks]
  const planted: Block = typeof block === 'string' ? { kind: 'paragraph', text: block } : block
  blocks.splice(Math.floor(blocks.length / 2), 0, planted)
  return { ...base, document: { ...base.document, blocks } }
}
const withFacts = (base: Base, facts: SubmissionFacts): Base => ({ ...base, facts: { ...base.facts, ...facts } })
function without(base: Base, what: keyof NonNullable<SubmissionFacts['stated']>): Base {
  const { [what]: _, ...stated } = base.facts.stated ?? {}
  return withFacts(base, { stated })
}
/** So long that it has this many words, as the body counts at the least. */
function filled(base: Base, words: number): Base {
  const { least } = countWords(base.document, base.rule.counting)
  return withBlock(base, 'peace '.repeat(words - least).trim())
}

const PLANTED: Record<LintCode, Base> = {
  'too-long': filled(cedaw, 3301),
  'perhaps-too-long': filled(cedaw, 3300),
  'acronym-not-spelled-out': withBlock(cedaw, 'The MINUSCA had left by then.'),
  'acronym-not-allowed': withBlock(
    csw,
    'The Organization for Security and Co-operation in Europe (OSCE) asked as well.',
  ),
  'footnotes-not-allowed': withBlock(csw, { kind: 'footnote', text: 'See the plan.' }),
  'numbered-paragraphs-not-allowed': withBlock(csw, '7. We ask for money.'),
  'formatting-not-allowed': withBlock(csw, { kind: 'paragraph', text: [{ text: 'Now', bold: true }, { text: '.' }] }),
  'images-not-allowed': withBlock(upr, { kind: 'image', alternative: 'A map of the districts' }),
  'annexes-not-allowed': withBlock(
    { ...csw, rule: { ...csw.rule, forbidden: ['annexes'] } },
    { kind: 'annex', title: 'Our questions', holds: 'own-text', blocks: [] },
  ),
  'annexed-reports-not-allowed': withBlock(upr, { kind: 'annex', title: 'Yearly report', holds: 'report', blocks: [] }),
  'un-header-not-allowed': withBlock(council, 'Distr.: General'),
  'paragraphs-not-numbered': withBlock(upr, 'The State should publish the figures.'),
  'missing-organisation': without(cedaw, 'organisation'),
  'missing-country': without(cedaw, 'country'),
  'missing-publication': without(cedaw, 'publication'),
  'missing-coalition-names': withFacts(upr, { coalition: ['Northern Women’s Forum', 'Mothers of the Border'] }),
  'missing-contact': without(council, 'contact'),
  'missing-title': without(council, 'title'),
  'missing-session': without(council, 'session'),
  'missing-agenda-item': without(council, 'agenda-item'),
  'missing-ecosoc-status': without(council, 'ecosoc-status'),
  'missing-original-language': without(csw, 'original-language'),
  'missing-organisation-size': without(union, 'organisation-size'),
  'missing-register-number': without(union, 'register-number'),
  'status-required': withFacts(csw, { ecosocStatus: 'none' }),
  'coalition-exclusive': withFacts(withBlock(segment, 'Peace Table and Zonta Table sign this statement.'), {
    coalition: ['Peace Table', 'Zonta Table'],
    others: { own: 1, joint: 0 },
  }),
  'coalition-order': withFacts(withBlock(csw, 'Zonta Table and Border Mothers sign this statement.'), {
    coalition: ['Zonta Table', 'Border Mothers'],
  }),
  'language-not-accepted': { ...segment, document: readText('es', CSW_ES) },
  'wrong-citation': withBlock(cedaw, 'As Security Council resolution 1888 (2008) asks, a team was sent.'),
  'person-without-consent': withFacts(withBlock(cedaw, 'Rosa Mayreder told us so.'), {
    people: [{ name: 'Rosa Mayreder', consent: false }],
  }),
  'small-count': withBlock(cedaw, 'In the second settlement three survivors spoke.'),
  'claim-without-source': withBlock(cedaw, {
    kind: 'paragraph',
    text: [{ text: 'Nothing was spent.', claim: { sources: [] } }],
  }),
}

test.each([cedaw, upr, csw, council, union, segment])(
  'the texts into which faults are planted have none: $rule.id',
  base => {
    const limitless = base === segment ? { ...base.rule, limits: [] } : base.rule
    expect(lint(base.document, limitless, { checkCitations, ...base.facts })).toEqual([])
  },
)

test.each(LINT_CODES)('a planted fault is found, and nothing else: %s', code => {
  const { document, rule, facts } = PLANTED[code]
  const held = code === 'coalition-exclusive' || code === 'language-not-accepted' ? { ...rule, limits: [] } : rule
  const found = lint(document, held, { checkCitations, ...facts })
  expect([...new Set(found.map(one => one.code))]).toEqual([code])
})
