import { expect, test } from 'vitest'
import { followUpIn } from './asks.ts'
import { linesOfFile, linesOfText, split } from './index.ts'

const rows = (...lines: string[]) => split(linesOfText(lines.join('\n')))
const shape = (...lines: string[]) => rows(...lines).map(row => [row.number, row.text])
const asked = (...lines: string[]) => rows(...lines).flatMap(row => (row.asks ? [row.number] : []))

const ENGLISH = [
  'D. Principal areas of concern and recommendations',
  '',
  'Women and peace and security',
  '',
  '26. The Committee notes with appreciation the adoption of the plan. It is concerned, however, about:',
  '(a) The absence of a budget for the plan;',
  '(b) The small share of women among those who mediate, as was noted in paragraph 12 (a)',
  'of the earlier report.',
  '27. Recalling its general recommendation No. 30 (2013), the Committee recommends that',
  'the State party:',
  '(a) Allocate a budget to the plan, and publish each year what of it was',
  'spent;',
  '(b) Ensure that women make up at least one third of every delegation, in line with resolution',
  '1325 (2000), and in particular:',
  '(i) At the national level;',
  '(ii) In the provinces;',
  '(c) Report on both.',
  '',
  'Gender-based violence against women',
  '28. The Committee is concerned that few cases are brought to court.',
  '29. The Committee urges the State party to try them without delay.',
  '',
  'Follow-up to the concluding observations',
  '30. The Committee requests the State party to provide, within two years, written information on the steps taken to',
  'implement the recommendations contained in paragraphs 27 (a) and (b) and 29 above.',
]

test('concluding observations come apart by paragraph and letter, each under its heading, with what stands before the letters', () => {
  const read = rows(...ENGLISH)
  expect(read.map(row => row.number)).toEqual(['26 (a)', '26 (b)', '27 (a)', '27 (b)', '27 (c)', '28', '29', '30'])
  expect(read[2]).toMatchObject({
    text: 'Allocate a budget to the plan, and publish each year what of it was spent;',
    lead: 'Recalling its general recommendation No. 30 (2013), the Committee recommends that the State party:',
    theme: 'Women and peace and security',
  })
  expect(read[3]!.text).toContain('(i) At the national level; (ii) In the provinces;')
  expect(read[6]).toMatchObject({ lead: null, theme: 'Gender-based violence against women' })
})

test('what a body is concerned about is kept apart from what it asks for', () => {
  expect(asked(...ENGLISH)).toEqual(['27 (a)', '27 (b)', '27 (c)', '29', '30'])
})

test('paragraphs that the body wants to hear of early are known by its own words', () => {
  const early = rows(...ENGLISH).flatMap(row => (row.followUp ? [[row.number, row.followUp]] : []))
  expect(early).toEqual([
    ['27 (a)', { n: 2, unit: 'year' }],
    ['27 (b)', { n: 2, unit: 'year' }],
    ['29', { n: 2, unit: 'year' }],
  ])
  expect(
    followUpIn(
      'Le Comité demande à l’État partie de fournir, dans un délai de deux ans, des informations écrites sur les mesures prises pour appliquer les recommandations figurant aux paragraphes 12 a), 21 b) et 31 ci-dessus.',
    ),
  ).toEqual({ within: { n: 2, unit: 'year' }, numbers: ['12 (a)', '21 (b)', '31'] })
  expect(
    followUpIn(
      'El Comité solicita al Estado parte que, en el plazo de un año, facilite información por escrito sobre las medidas adoptadas para aplicar las recomendaciones que figuran en los párrafos 14 y 20 a) y c) anteriores.',
    ),
  ).toEqual({ within: { n: 1, unit: 'year' }, numbers: ['14', '20 (a)', '20 (c)'] })
})

test('French observations are read alike, also where the letters stand in the running line', () => {
  expect(
    shape(
      'Femmes, paix et sécurité',
      '15. Le Comité est préoccupé par le manque de moyens.',
      '16. Le Comité recommande à l’État partie : a) D’allouer un budget au plan ; b) De veiller à ce que les femmes',
      'prennent part aux négociations ; et c) De rendre compte des deux.',
    ),
  ).toEqual([
    ['15', 'Le Comité est préoccupé par le manque de moyens.'],
    ['16 (a)', 'D’allouer un budget au plan ;'],
    ['16 (b)', 'De veiller à ce que les femmes prennent part aux négociations ; et'],
    ['16 (c)', 'De rendre compte des deux.'],
  ])
})

test('Spanish observations are read alike', () => {
  const read = rows(
    'Mujeres, paz y seguridad',
    '19. El Comité observa con preocupación que el plan carece de presupuesto.',
    '20. El Comité recomienda al Estado parte que:',
    'a) Asigne un presupuesto al plan;',
    'b) Vele por que las mujeres participen en las negociaciones.',
  )
  expect(read.map(row => [row.number, row.asks, row.theme])).toEqual([
    ['19', false, 'Mujeres, paz y seguridad'],
    ['20 (a)', true, 'Mujeres, paz y seguridad'],
    ['20 (b)', true, 'Mujeres, paz y seguridad'],
  ])
})

test('Arabic observations keep their letters, and their numbers become those that everybody writes', () => {
  const read = rows(
    '٢٦- يساور اللجنة القلق لعدم وجود ميزانية.',
    '٢٧- توصي اللجنة الدولة الطرف بما يلي:',
    '(أ) تخصيص ميزانية للخطة؛',
    '(ب) ضمان مشاركة المرأة في المفاوضات.',
  )
  expect(read.map(row => [row.number, row.text, row.asks])).toEqual([
    ['26', 'يساور اللجنة القلق لعدم وجود ميزانية.', false],
    ['27 (أ)', 'تخصيص ميزانية للخطة؛', true],
    ['27 (ب)', 'ضمان مشاركة المرأة في المفاوضات.', true],
  ])
})

test('the recommendations of a review keep their two-part numbers', () => {
  expect(shape('140.12 Ratify the protocol (Norway);', '140.13 Adopt a second plan', 'of action (Ghana);')).toEqual([
    ['140.12', 'Ratify the protocol (Norway);'],
    ['140.13', 'Adopt a second plan of action (Ghana);'],
  ])
})

test('a plain list is a list, whatever stands before its entries, and all of it asks', () => {
  for (const list of [
    ['Recommendation 1: Vote a budget', 'Recommendation 2: Name a coordinator'],
    ['1) Vote a budget', '2) Name a coordinator'],
    ['R1. Vote a budget', 'R2. Name a coordinator'],
  ])
    expect(shape(...list), list[0]).toEqual([
      ['1', 'Vote a budget'],
      ['2', 'Name a coordinator'],
    ])
  expect(asked('• Vote a budget', '• Name a coordinator')).toEqual([null, null])
  expect(shape('Vote a budget', 'for the plan.', '', 'Name a coordinator.')).toEqual([
    [null, 'Vote a budget for the plan.'],
    [null, 'Name a coordinator.'],
  ])
})

test('to whom a list speaks stands above it as its theme', () => {
  const read = rows(
    'To the Government:',
    '- Vote a budget',
    '- Name a coordinator',
    '',
    'To the donors:',
    '- Fund both',
  )
  expect(read.map(row => [row.theme, row.text])).toEqual([
    ['To the Government', 'Vote a budget'],
    ['To the Government', 'Name a coordinator'],
    ['To the donors', 'Fund both'],
  ])
})

test('what the pages add is taken out: symbols, running heads, page numbers', () => {
  const page = (number: number, ...lines: string[]) =>
    [
      'CEDAW/C/XYZ/CO/9',
      'Concluding observations on the ninth report',
      ...lines,
      `${number}/18`,
      'GE.25-04321 (E)',
    ].map(text => ({ text, page: number, heading: false, last: text.endsWith('.') }))
  const read = split(
    linesOfFile([
      ...page(4, '11. The Committee recommends that the State party keep the wells'),
      ...page(5, 'open to all, and'),
      ...page(6, 'the roads.', '12. It urges it to say so.'),
    ]),
  )
  expect(read.map(row => [row.number, row.text, row.page])).toEqual([
    ['11', 'The Committee recommends that the State party keep the wells open to all, and the roads.', 4],
    ['12', 'It urges it to say so.', 6],
  ])
})

test('a number that a line happens to begin with begins no paragraph', () => {
  expect(
    shape('7. The Committee recommends that it apply general recommendation No.', '35. on violence to all.'),
  ).toEqual([['7', 'The Committee recommends that it apply general recommendation No. 35. on violence to all.']])
  expect(
    shape('7. The Committee recommends that it reach a share of', '35. 5 per cent by then.', '8. It urges it.'),
  ).toEqual([
    ['7', 'The Committee recommends that it reach a share of 35. 5 per cent by then.'],
    ['8', 'It urges it.'],
  ])
})

test('paragraphs that somebody picked out keep their numbers below their headings, however many lie between', () => {
  expect(
    shape(
      'Positive aspects',
      '4. The Committee welcomes the plan.',
      '',
      'Women and peace and security',
      '11. The Committee is concerned.',
      '12. It recommends a budget.',
      '',
      'Violence',
      '23. It urges that courts open.',
    ).map(([number]) => number),
  ).toEqual(['4', '11', '12', '23'])
})

test('what a file says is a heading is one, whatever follows it', () => {
  const line = (text: string, heading = false) => ({ text, page: null, heading, last: true })
  const read = split(
    linesOfFile([line('Money.', true), line('The Committee recommends a budget.'), line('It urges that it be spent.')]),
  )
  expect(read.map(row => [row.theme, row.text])).toEqual([
    ['Money.', 'The Committee recommends a budget.'],
    ['Money.', 'It urges that it be spent.'],
  ])
})

test('a text of nothing but headings, or of blank lines, comes to an end', () => {
  expect(rows('Heading\n\n'.repeat(50_000))).toHaveLength(1)
  expect(rows('\n'.repeat(400_000) + 'One.')).toHaveLength(1)
})

test('an empty text has no rows, and signs of any kind are only text', () => {
  expect(rows('', '   ', '\u00ad')).toEqual([])
  expect(shape('1. <b>Vote</b> & “spend” 100 % (a) or nothing')).toEqual([
    ['1', '<b>Vote</b> & “spend” 100 % (a) or nothing'],
  ])
})
