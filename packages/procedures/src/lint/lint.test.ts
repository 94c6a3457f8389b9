import { describe, expect, test } from 'vitest'
import { ruleOf } from '../../../../library/bodies.ts'
import { checkCitations } from '../../../citations/src/index.ts'
import type { Block, TextDocument } from '../document.ts'
import type { LintFinding, SubmissionFacts } from './finding.ts'
import { limitsFor } from './length.ts'
import { lint } from './lint.ts'
import { CLEAN_TEXTS } from './testing/clean-texts.ts'

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
const english = (...blocks: Block[]): TextDocument => ({ language: 'en', blocks })
const told = (findings: readonly LintFinding[]): string[] =>
  findings.map(({ code, where }) => [code, where?.quote].filter(Boolean).join(': '))

test.each(CLEAN_TEXTS)('no false alarm: $name', ({ rule, document, facts }) => {
  expect(lint(document, rule, { checkCitations, ...facts })).toEqual([])
})

/** Words enough to fill so many. */
const filled = (count: number): Block => paragraph('peace '.repeat(count).trim())

describe('too long', () => {
  const cedaw = ruleOf('cedaw-session-2021')
  const stated = { organisation: 'Women of the Valley', country: 'Kenya', publication: 'yes' }
  const head: Block = paragraph('Women of the Valley, Kenya.') // 5

  test('3,300 words go to CEDAW, 3,301 do not', () => {
    expect(lint(english(head, filled(3295)), cedaw, { stated })).toEqual([])
    expect(lint(english(head, filled(3296)), cedaw, { stated })).toEqual([
      { code: 'too-long', severity: 'check', where: null, params: { limit: 3300, unit: 'words', used: 3301, over: 1 } },
    ])
  })

  test('a coalition has twice as many', () => {
    const facts = { stated, coalition: ['Women of the Valley', 'Peace Table'] }
    expect(lint(english(head, filled(6595)), cedaw, facts)).toEqual([])
    expect(told(lint(english(head, filled(6596)), cedaw, facts))).toEqual(['too-long'])
  })

  test('footnotes count for CEDAW', () => {
    const note: Block = { kind: 'footnote', text: 'peace '.repeat(300) }
    expect(told(lint(english(head, filled(3000), note), cedaw, { stated }))).toEqual(['too-long'])
  })

  test('of what the body does not say whether it counts, and of lone dashes, a person looks', () => {
    const cover: Block = { kind: 'cover', lines: ['peace '.repeat(10)] }
    expect(told(lint(english(cover, head, filled(3290)), cedaw, { stated }))).toEqual(['perhaps-too-long'])
    const dashes = lint(english(head, filled(3294), paragraph('– –')), cedaw, { stated })
    expect(dashes).toMatchObject([{ code: 'perhaps-too-long', severity: 'check', params: { used: 3301 } }])
  })

  test('CSW: the status decides, the cover page of the system counts, and where the status is not known the strictest limit holds', () => {
    const csw = ruleOf('csw-written-2014')
    const facts = (ecosocStatus?: 'general' | 'special'): SubmissionFacts => ({
      ecosocStatus,
      stated: { 'original-language': 'en' },
    })
    expect(lint(english(filled(1400)), csw, facts('special'))).toEqual([])
    expect(told(lint(english(filled(1401)), csw, facts('special')))).toEqual(['too-long'])
    expect(lint(english(filled(1900)), csw, facts('general'))).toEqual([])
    expect(told(lint(english(filled(1401)), csw, facts()))).toEqual(['too-long'])
  })

  test('the limits of one organisation, of several, of a status, and where there are none', () => {
    const counts = (id: string, facts: SubmissionFacts = {}) => limitsFor(ruleOf(id), facts).map(({ count }) => count)
    expect(counts('cedaw-session-2021')).toEqual([3300])
    expect(counts('cedaw-session-2021', { coalition: ['Peace Table', 'Border Mothers'] })).toEqual([6600])
    expect(counts('ecosoc-high-level-2012', { ecosocStatus: 'general' })).toEqual([2000])
    expect(counts('ecosoc-high-level-2012')).toEqual([500])
    expect(counts('cescr-parallel-2024')).toEqual([])
  })

  test('a verified rule that binds is an error', () => {
    const ccpr = ruleOf('ccpr-submission-current')
    expect(lint(english(filled(10_001)), ccpr)).toMatchObject([{ code: 'too-long', severity: 'error' }])
  })

  test('a limit in pages: counted where the text was set, else guessed, and then a person looks', () => {
    const maputo = ruleOf('achpr-maputo-2009')
    expect(lint(english(filled(10)), maputo, { pages: 51 })).toMatchObject([
      { code: 'too-long', params: { unit: 'pages', over: 1 } },
    ])
    expect(lint(english(filled(29_000)), maputo, { pages: 50 })).toEqual([])
    expect(lint(english(filled(29_000)), maputo)).toMatchObject([{ code: 'perhaps-too-long', severity: 'check' }])
  })

  test('a box of 200 words for each action', () => {
    const action = (text: string): Block => ({ kind: 'heading', level: 2, text })
    const text = english(action('Action 1'), filled(200), action('Action 2'), filled(150), filled(51))
    expect(lint(text, ruleOf('compact-report-2023'))).toMatchObject([
      { code: 'too-long', severity: 'error', where: { path: [2] }, params: { used: 201 } },
    ])
  })
})

describe('acronyms', () => {
  const acronyms = (text: string, facts: SubmissionFacts = {}, language = 'en'): string[] =>
    lint({ language, blocks: [paragraph(text)] }, null, facts).map(({ params }) => String(params.acronym))

  test.each<[string, string[]]>([
    ['The CSW meets in March.', ['CSW']],
    ['The CSOs met the OHCHR, and the CSOs left.', ['CSO', 'OHCHR']],
    ['The CSW met. The Commission on the Status of Women (CSW) is old.', ['CSW']],
    ['It says so (CSW).', ['CSW']],
    ['The WPS-HA compact', ['WPS-HA']],
    ['The WHO asked who came.', ['WHO']],
    ['A CSW-led panel, the post-ISAF years and NATO-Ukraine talks', ['CSW', 'ISAF', 'NATO']],
    ["Les forces de l’OTAN et d'EUROMARFOR", ['OTAN', 'EUROMARFOR']],
    ['Habló la OEA.', ['OEA']],
    ['اجتمعت الـCSW في آذار.', ['CSW']],
    ['Місія ОБСЄ працює.', ['ОБСЄ']],
  ])('not spelled out at first use: %s', (text, expected) => {
    expect(acronyms(text)).toEqual(expected)
  })

  test.each([
    'The Commission on the Status of Women (CSW) met, and the CSW left.',
    'CSW (Commission on the Status of Women) meets in March.',
    'Civil society organisations (CSOs) spoke, then other CSOs did.',
    'Resolution S/RES/1325 and document CEDAW/C/GC/30, at https://EXAMPLE.ORG/ABC.',
    'Pillar II, parts IV and XIV, of the UN and the EU.',
    'It cost USD 300 and 2,000 EUR.',
    'THE CSW AND ITS WORK',
    'L’Organisation du traité de l’Atlantique nord (l’OTAN) et les forces de l’OTAN.',
    'تجتمع لجنة وضع المرأة (CSW) في آذار، ثم تعود CSW.',
    'Організація з безпеки і співробітництва в Європі (ОБСЄ) та ООН.',
    'PARTICIPATION OF women, and the participation of men.',
    'Of this: TRAINING OF women. The training went well.',
  ])('in order: %s', text => {
    expect(acronyms(text)).toEqual([])
  })

  test('letters from another language than the words are taken where half of them fit', () => {
    expect(
      acronyms('El Comité para la Eliminación de la Discriminación contra la Mujer (CEDAW) habló.', {}, 'es'),
    ).toEqual([])
    expect(acronyms('La Comisión se reunió (OHCHR).', {}, 'es')).toEqual(['OHCHR'])
  })

  test('a row of a table of abbreviations spells out', () => {
    const table: Block = { kind: 'table', rows: [['GNWP', 'Global Network of Women Peacebuilders']] }
    expect(lint(english(paragraph('GNWP counts women.'), table), null)).toEqual([])
  })

  test('where the body allows none, each is told once, spelled out or not', () => {
    const text = english(paragraph('The Commission on the Status of Women (CSW) met the UN in DR Congo. The CSW left.'))
    const found = lint(text, ruleOf('csw-written-2014'), {
      stated: { 'original-language': 'en' },
      ecosocStatus: 'general',
    })
    expect(found.map(({ code, params }) => [code, params.acronym, params.count])).toEqual([
      ['acronym-not-allowed', 'CSW', 2],
      ['acronym-not-allowed', 'UN', 1],
    ])
  })
})

describe('form', () => {
  const csw = ruleOf('csw-written-2014')
  const facts: SubmissionFacts = { stated: { 'original-language': 'en' }, ecosocStatus: 'general' }

  test.each<[string, Block]>([
    ['footnotes-not-allowed', { kind: 'footnote', text: 'See the plan.' }],
    ['numbered-paragraphs-not-allowed', { kind: 'paragraph', number: '1.', text: 'We ask for money.' }],
    ['numbered-paragraphs-not-allowed', paragraph('12. We ask for money.')],
    ['numbered-paragraphs-not-allowed', paragraph('1.2 We ask for money.')],
    ['numbered-paragraphs-not-allowed', { kind: 'list', ordered: true, items: ['Money', 'Seats'] }],
    [
      'formatting-not-allowed: money',
      { kind: 'paragraph', text: [{ text: 'We ask for ' }, { text: 'money', bold: true }] },
    ],
    ['formatting-not-allowed: now', { kind: 'paragraph', text: [{ text: 'now', underline: true }] }],
  ])('CSW: %s', (expected, block) => {
    expect(told(lint(english(paragraph('Peace needs money.'), block), csw, facts))).toEqual([expected])
  })

  test('several footnotes are one finding with their number', () => {
    const note: Block = { kind: 'footnote', text: 'See the plan.' }
    expect(lint(english(paragraph('Peace.'), note, note), csw, facts)).toMatchObject([
      { where: { path: [1] }, params: { count: 2 } },
    ])
  })

  test('a year or a share at the head of a paragraph is no number of it', () => {
    const blocks = ['2025 was the year.', '47.5 per cent of plans name money.', '1325 is its number.'].map(paragraph)
    expect(lint(english(...blocks), csw, facts)).toEqual([])
  })

  test('the Review wants numbered paragraphs, and no pictures or other reports behind', () => {
    const upr = ruleOf('upr-stakeholder-2011')
    const text = english(
      paragraph('Women of the Valley.'),
      { kind: 'image', alternative: 'A map' },
      { kind: 'annex', title: 'Annual report 2024', holds: 'report', blocks: [paragraph('Its text.')] },
    )
    expect(told(lint(text, upr, { stated: { organisation: 'Women of the Valley' } }))).toEqual([
      'paragraphs-not-numbered',
      'images-not-allowed',
      'annexed-reports-not-allowed',
    ])
  })

  test('the masthead of the United Nations does not belong on a statement to the Human Rights Council', () => {
    const stated = {
      contact: 'x',
      session: '57',
      'agenda-item': '3',
      organisation: 'Peace Table',
      'ecosoc-status': 'special',
      title: 'Money',
    }
    const text = english(paragraph('Distr.: General'), paragraph('Peace Table: Money'))
    expect(told(lint(text, ruleOf('hrc-written-old'), { stated, ecosocStatus: 'special' }))).toEqual([
      'un-header-not-allowed: Distr.: General',
    ])
  })
})

describe('what a submission says of itself', () => {
  const cedaw = ruleOf('cedaw-session-2021')

  test('who writes, of which country, and whether it may be published', () => {
    expect(told(lint(english(paragraph('Peace.')), cedaw))).toEqual([
      'missing-organisation',
      'missing-country',
      'missing-publication',
    ])
  })

  test('what is known must also stand in the text', () => {
    const stated = { organisation: 'Women of the Valley', country: 'Côte d’Ivoire', publication: 'no' }
    expect(lint(english(paragraph('Peace.')), cedaw, { stated })).toMatchObject([
      { code: 'missing-organisation', params: { known: 'Women of the Valley' } },
      { code: 'missing-country' },
    ])
    const text = english(paragraph('WOMEN OF\nTHE VALLEY, Ivory Coast'))
    expect(lint(text, cedaw, { stated, countryNames: ['Ivory Coast'] })).toEqual([])
  })

  test('each member of a coalition is named', () => {
    const facts = { stated: { organisation: 'Peace Table' }, coalition: ['Peace Table', 'Mothers of the Border'] }
    const text = english({ kind: 'paragraph', number: '1.', text: 'Peace Table and others' })
    expect(lint(text, ruleOf('upr-stakeholder-2011'), facts)).toMatchObject([
      { code: 'missing-coalition-names', params: { names: 'Mothers of the Border' } },
    ])
  })

  test('CSW lists co-signers by the alphabet of the text', () => {
    const facts = (coalition: string[]): SubmissionFacts => ({
      stated: { 'original-language': 'en' },
      ecosocStatus: 'general',
      coalition,
    })
    const text = english(paragraph('Zonta Table, Álamo Women and Border Mothers sign.'))
    const csw = ruleOf('csw-written-2014')
    expect(lint(text, csw, facts(['Álamo Women', 'Border Mothers', 'Zonta Table']))).toEqual([])
    expect(lint(text, csw, facts(['Border Mothers', 'Álamo Women', 'Zonta Table']))).toMatchObject([
      { code: 'coalition-order', params: { name: 'Álamo Women' } },
    ])
  })

  test('who signs a joint statement to ECOSOC may send none of her own, to CSW she may', () => {
    const facts: SubmissionFacts = {
      ecosocStatus: 'general',
      coalition: ['Peace Table', 'Zonta Table'],
      others: { own: 1, joint: 0 },
    }
    const text = english(paragraph('Peace Table and Zonta Table sign.'))
    expect(lint(text, ruleOf('ecosoc-high-level-2012'), facts)).toMatchObject([
      { code: 'coalition-exclusive', severity: 'error' },
    ])
    expect(lint(text, ruleOf('csw-written-2014'), { ...facts, stated: { 'original-language': 'en' } })).toEqual([])
  })

  test('without status with ECOSOC no statement to CSW; in Spanish none to the segment', () => {
    const spanish: TextDocument = { language: 'es', blocks: [paragraph('Paz.')] }
    expect(told(lint(spanish, ruleOf('ecosoc-high-level-2012'), { ecosocStatus: 'none' }))).toEqual([
      'language-not-accepted',
      'status-required',
    ])
  })
})

describe('people', () => {
  const people = [
    { name: 'Jane Addams', consent: false },
    { name: 'May', consent: false },
    { name: 'هدى', consent: false },
    { name: 'Rosa Mayreder', consent: true },
  ]
  const names = (text: string, language = 'en') =>
    lint({ language, blocks: [paragraph(text)] }, null, { people }).map(({ where }) => where?.quote)

  test('a name in the list without consent is found in any case, over a line’s end, and with Arabic particles', () => {
    expect(names('It was JANE\nADDAMS, not Rosa Mayreder.')).toEqual(['JANE\nADDAMS'])
    expect(names('قالت هدى ذلك، ولهدى رأي.', 'ar')).toEqual(['هدى', 'هدى'])
  })

  test('a name within another word is none', () => {
    expect(names('The mayor of Mayfield may not.')).toEqual([])
    expect(names('مهدى والهدى', 'ar')).toEqual([])
  })

  test('what is marked as a person needs her consent; it is told once', () => {
    const text = (person: string): Block => ({
      kind: 'paragraph',
      text: [{ text: 'She is ' }, { text: person, person }],
    })
    const found = lint(english(text('Jane Addams'), text('Rosa Mayreder'), text('Alva Myrdal')), null, { people })
    expect(told(found)).toEqual(['person-without-consent: Jane Addams', 'person-without-consent: Alva Myrdal'])
    expect(found.every(({ severity }) => severity === 'error')).toBe(true)
  })

  test.each<[string, string, string[]]>([
    ['en', 'In the camp three survivors spoke, and 2 young women.', ['three survivors', '2 young women']],
    ['en', 'Only 1 survivor came; 12 women, 1.4 women a day, two women in five, 3 women’s groups.', ['1 survivor']],
    [
      'fr',
      'Au camp, trois femmes et 2 victimes ; une femme ; deux femmes sur dix ; 1 204 femmes.',
      ['trois femmes', '2 victimes'],
    ],
    ['es', 'Hablaron cuatro mujeres y 3 testigos; dos mujeres de cada diez.', ['cuatro mujeres', '3 testigos']],
    ['ar', 'تحدثت ثلاث نساء وناجيتان و٤ فتيات، ثم امرأتان.', ['ثلاث نساء', 'ناجيتان', '٤ فتيات', 'امرأتان']],
  ])('few people, in %s: %s', (language, text, expected) => {
    const found = lint({ language, blocks: [paragraph(text)] }, null)
    expect(found.map(({ where }) => where?.quote)).toEqual(expected)
    expect(found.every(({ code, severity }) => code === 'small-count' && severity === 'check')).toBe(true)
  })

  test('a small number in a column or a row of people is found; a share, a large number and an empty cell are not', () => {
    const table: Block = {
      kind: 'table',
      header: ['District', 'Survivors heard', 'Share of women', 'Meetings'],
      rows: [
        ['North', '3', '4', '2'],
        ['South', '31', '3', '1'],
        ['Women trained', '', '2', '4'],
      ],
    }
    const found = lint(english(table), null)
    expect(found.map(({ where }) => where?.path)).toEqual([
      [0, 0, 1],
      [0, 2, 2],
      [0, 2, 3],
    ])
  })
})

describe('sources', () => {
  test('a claim that rests on nothing is told', () => {
    const claim = (sources: string[]): Block => ({
      kind: 'paragraph',
      text: [{ text: 'Nothing was done.', claim: { sources } }],
    })
    expect(
      lint(english(claim(['finding-3']), claim([]), claim([' '])), null).map(({ code, where }) => [code, where?.path]),
    ).toEqual([
      ['claim-without-source', [1]],
      ['claim-without-source', [2]],
    ])
  })

  test('a resolution that is cited wrongly is told in its place', () => {
    const text = english(paragraph('Peace.'), paragraph('It rests on Security Council resolution 1820 (2009).'))
    expect(lint(text, null, { checkCitations })).toMatchObject([
      { code: 'wrong-citation', severity: 'error', where: { path: [1] }, params: { suggestion: '1820 (2008)' } },
    ])
  })
})

test('findings come in the order of the text, those about the whole first', () => {
  const csw = ruleOf('csw-written-2014')
  const text = english(paragraph('The OHCHR spoke.'), { kind: 'footnote', text: 'CSW' }, paragraph('The CSW met.'))
  expect(told(lint(text, csw))).toEqual([
    'missing-original-language',
    'acronym-not-allowed: OHCHR',
    'footnotes-not-allowed',
    'acronym-not-allowed: CSW',
  ])
})

test('a submission of 3,300 words in an unknown language is held against what holds for all languages', () => {
  const text: TextDocument = { language: 'sq', blocks: [paragraph('Gratë flasin për CEDAW.')] }
  expect(told(lint(text, null))).toEqual(['acronym-not-spelled-out: CEDAW'])
})
