import { expect, test } from 'vitest'
import type { Block } from '../layout.ts'
import type { Item, PlanDocument } from '../plan-document.ts'
import { planOf } from './index.ts'
import { heading, layoutOf, paragraph, table } from './sample-layout.ts'

const source = { name: 'plan.pdf', sha256: '', mediaType: 'application/pdf', pages: 1 }
const read = (...blocks: Block[]): PlanDocument => planOf(layoutOf(...blocks), source)
const outline = (items: Item[]) =>
  items.map(i => `${i.kind} ${i.number ?? '-'} ${i.text} < ${items.find(p => p.id === i.parent)?.text ?? '-'}`)
const texts = (item: Item | undefined) =>
  Object.fromEntries(Object.entries(item?.fields ?? {}).map(([name, field]) => [name, field.text]))

test('bands above the header and between rows are what their labels say', () => {
  const { items } = read(
    table([
      ['Outcome 1: Women take part in peace processes', '<', '<', '<'],
      ['Output 1.1: Women are trained', '<', '<', '<'],
      ['No.', 'Activities', 'Lead', 'Partners'],
      ['1.1.1', 'Train women', 'MoD', 'UN Women'],
      ['Output 1.2: Women are hired', '<', '<', '<'],
      ['1.2.1', 'Hire women', 'MoD', ''],
    ]),
  )
  expect(outline(items)).toEqual([
    'outcome Outcome 1 Women take part in peace processes < -',
    'output Output 1.1 Women are trained < Women take part in peace processes',
    'action 1.1.1 Train women < Women are trained',
    'output Output 1.2 Women are hired < Women take part in peace processes',
    'action 1.2.1 Hire women < Women are hired',
  ])
})

test('labels in cells of their own are bands, and the header may come again under each', () => {
  const { items } = read(
    table([
      ['Pillar 1', 'Participation of women', '<', '<'],
      ['Objective 1.1', 'Women are heard', '<', '<'],
      ['Activity', 'Indicator', 'Responsible', 'Partners'],
      ['Train women', 'Number trained', '• MoD\n• MoI', '- UN Women\n- UNDP'],
      ['Objective 1.2', 'Women are safe', '<', '<'],
      ['Activity', 'Indicator', 'Responsible', 'Partners'],
      ['Build shelters', 'Number of shelters', 'MoH', ''],
    ]),
  )
  expect(outline(items)).toEqual([
    'pillar Pillar 1 Participation of women < -',
    'objective Objective 1.1 Women are heard < Participation of women',
    'action - Train women < Women are heard',
    'indicator - Number trained < Women are heard',
    'objective Objective 1.2 Women are safe < Participation of women',
    'action - Build shelters < Women are safe',
    'indicator - Number of shelters < Women are safe',
  ])
  expect(texts(items[2])).toEqual({ responsible: 'MoD MoI', partners: 'UN Women UNDP' })
})

test('of two bands of a kind the one that is numbered deeper, or otherwise named, stands within the other', () => {
  const { items } = read(
    table([
      ['STRATEŠKI CILJ 1. Povećano učešće žena', '<', '<'],
      ['Srednjoročni cilj 1.1. Smanjene prepreke', '<', '<'],
      ['Aktivnosti', 'Indikatori', 'Odgovorne institucije'],
      ['Izmjena zakona', 'Broj zakona', 'Ministarstvo odbrane'],
      ['Srednjoročni cilj 1.2. Izgrađeni kapaciteti', '<', '<'],
      ['Obuka žena', 'Broj žena', 'Ministarstvo sigurnosti'],
      ['STRATEŠKI CILJ 2. Ljudska sigurnost', '<', '<'],
      ['Podrška žrtvama', 'Broj žrtava', 'Ministarstvo sigurnosti'],
    ]),
  )
  expect(outline(items.filter(i => i.kind === 'objective' || i.text === 'Podrška žrtvama'))).toEqual([
    'objective STRATEŠKI CILJ 1 Povećano učešće žena < -',
    'objective Srednjoročni cilj 1.1 Smanjene prepreke < Povećano učešće žena',
    'objective Srednjoročni cilj 1.2 Izgrađeni kapaciteti < Povećano učešće žena',
    'objective STRATEŠKI CILJ 2 Ljudska sigurnost < -',
    'action - Podrška žrtvama < Ljudska sigurnost',
  ])
})

test('a header of two rows: years under money are one budget, rows of sums give nothing', () => {
  const { items } = read(
    table([
      [
        'Strategic Objective',
        'Key Activities',
        'Performance Indicators',
        'Baseline',
        'Target',
        'Budget (USD)',
        '<',
        '<',
      ],
      ['^', '^', '^', '^', '^', '2025', '2026', 'Total'],
      [
        'SO 1: Take part',
        'a) Train women\nb) Hold forums',
        'i. Number trained\nii. Number of forums',
        '10\n2',
        '100\n12',
        '10,000',
        '20,000',
        '30,000',
      ],
      ['Sub-total', '<', '<', '<', '<', '10,000', '20,000', '30,000'],
    ]),
  )
  expect(outline(items)).toEqual([
    'objective SO 1 Take part < -',
    'action a Train women < Take part',
    'action b Hold forums < Take part',
    'indicator i Number trained < Take part',
    'indicator ii Number of forums < Take part',
  ])
  expect(items[1]?.fields.budget).toMatchObject({
    text: '10,000 20,000 30,000',
    value: { amount: 30_000, currency: 'USD' },
  })
  expect([texts(items[3]), texts(items[4])]).toEqual([
    { baseline: '10', target: '100' },
    { baseline: '2', target: '12' },
  ])
})

test('a pillar that goes on over a page is one pillar, and a total of women is no total of a table', () => {
  const { items } = read(
    table([
      ['Objective', 'Indicator', 'Baseline', 'Source'],
      ['PILLAR 1: PARTICIPATION', '<', '<', '<'],
      ['Take part', 'Share of women', '20%', 'Census'],
      ['PILLAR 1: PARTICIPATION (continued)', '<', '<', '<'],
      ['Be heard', 'Total number of women trained', '10', 'Reports'],
      ['Total', '', '30', ''],
    ]),
    paragraph('Objective 2.1: Women are safe.'),
    table([
      ['Activity', 'Responsible', 'Start', 'End'],
      ['Open shelters', 'MoH', '2025', 'June 2027'],
    ]),
  )
  expect(outline(items)).toEqual([
    'pillar PILLAR 1 PARTICIPATION < -',
    'objective - Take part < PARTICIPATION',
    'indicator - Share of women < Take part',
    'objective - Be heard < PARTICIPATION',
    'indicator - Total number of women trained < Be heard',
    'objective Objective 2.1 Women are safe. < PARTICIPATION',
    'action - Open shelters < Women are safe.',
  ])
  expect(items[6]?.fields.timeframe?.value).toEqual({ start: '2025', end: '2027-06' })
})

test('a column without a header is what the labels in its cells say', () => {
  const { items } = read(
    table([
      ['', 'Activities', 'Lead', 'Timeline'],
      ['Objective 1: Take part', 'Train women', 'MoD', '2025'],
      ['Objective 2: Be safe', 'Open shelters', 'MoH', '2026'],
    ]),
    heading('Another part', 1),
    table([
      ['Description', 'Lead', 'Timeline'],
      ['Hold hearings in all of the ten districts', 'MoJ', '2026'],
    ]),
  )
  expect(outline(items)).toEqual([
    'objective Objective 1 Take part < -',
    'action - Train women < Take part',
    'objective Objective 2 Be safe < -',
    'action - Open shelters < Be safe',
    'action - Hold hearings in all of the ten districts < -',
  ])
})

test('an indicator with its label in a cell of its own hangs under the outcome above it', () => {
  const { items } = read(
    table([
      ['Outcome 1', 'Women are heard', '<', '<'],
      ['Indicators', '• Share of women\n• Number of hearings', '<', '<'],
      ['Activity', 'Lead', 'Partners', 'Timeline'],
      ['Train women', 'MoD', 'UNDP', '2025'],
    ]),
  )
  expect(outline(items)).toEqual([
    'outcome Outcome 1 Women are heard < -',
    'indicator - Share of women < Women are heard',
    'indicator - Number of hearings < Women are heard',
    'action - Train women < Women are heard',
  ])
})

test('a costing table says the actions again: they get its money and are not read twice', () => {
  const { items } = read(
    table([
      ['Objective', 'Action', 'Responsible'],
      ['1. Take part', '1.1 Train women mediators', 'MoD'],
      ['^', '1.2 Open the police academies', 'MoI'],
    ]),
    heading('Costing', 1),
    table([
      ['Action', 'Cost (USD)', 'Source of funding'],
      ['1.1 Train women mediators', '20,000', 'UNDP'],
      ['1.2 Open the police academies', '30,000', 'State'],
      ['Total', '50,000', ''],
    ]),
    heading('Risks', 1),
    table([
      ['Risk', 'Mitigation measures', 'Responsible'],
      ['War', 'Peace', 'All'],
    ]),
  )
  expect(items.map(i => [i.text, texts(i)])).toEqual([
    ['Take part', {}],
    ['Train women mediators', { responsible: 'MoD', budget: '20,000' }],
    ['Open the police academies', { responsible: 'MoI', budget: '30,000' }],
  ])
})

test('a table without rulings: a band is a lone label, an objective runs on into the next row', () => {
  const { items } = read(
    table([
      ['Objective', 'Action', 'Responsible', 'Timeline'],
      ['Pillar 1: Participation', '', '', ''],
      ['1.1 Women take part in', 'Train women', 'MoD', '2025'],
      ['all talks', 'Hire women', 'MoI', '2026'],
      ['Pillar 2: Protection', '', '', ''],
      ['2.1 Women are safe', 'Open shelters', 'MoH', '2026'],
    ]),
  )
  expect(outline(items)).toEqual([
    'pillar Pillar 1 Participation < -',
    'objective 1.1 Women take part in all talks < Participation',
    'action - Train women < Women take part in all talks',
    'action - Hire women < Women take part in all talks',
    'pillar Pillar 2 Protection < -',
    'objective 2.1 Women are safe < Protection',
    'action - Open shelters < Women are safe',
  ])
})

test('numbered headings under a pillar are the objectives of the tables under them', () => {
  const { items } = read(
    heading('Pillar 1: Participation', 1),
    heading('1.1 Strengthen the voice of women', 2),
    table([
      ['Action', 'Responsible'],
      ['Train women', 'MoD'],
    ]),
    heading('1.2 Hire more women', 2),
    table([
      ['Action', 'Responsible'],
      ['Open the academies', 'MoI'],
    ]),
  )
  expect(outline(items)).toEqual([
    'pillar Pillar 1 Participation < -',
    'objective 1.1 Strengthen the voice of women < Participation',
    'action - Train women < Strengthen the voice of women',
    'objective 1.2 Hire more women < Participation',
    'action - Open the academies < Hire more women',
  ])
})

test('a goal with a year beside it is a target', () => {
  const { items } = read(
    table([
      ['Hedef', 'Faaliyet', 'Gösterge', 'Hedef 2027'],
      ['1. Katılım', 'Eğitim verilmesi', 'Kadın oranı', '%40'],
    ]),
  )
  expect(outline(items)).toEqual([
    'objective 1 Katılım < -',
    'action - Eğitim verilmesi < Katılım',
    'indicator - Kadın oranı < Katılım',
  ])
  expect(items[2]?.fields.target).toMatchObject({ text: '%40', value: { number: 40, unit: '%', year: 2027 } })
})

test('marks under years are a timeframe', () => {
  const { items } = read(
    table([
      ['Objective', 'Action', 'Responsible', 'Timeline', '<', '<'],
      ['^', '^', '^', '2024', '2025', '2026'],
      ['Take part', 'Train women', 'MoD', 'X', 'X', ''],
    ]),
  )
  expect(items[1]?.fields.timeframe).toMatchObject({ text: '2024 2025', value: { start: '2024', end: '2025' } })
})

test('a row without an action gives its fields to its indicators, a row without indicators its target to its actions', () => {
  const { items } = read(
    table([
      ['Objective', 'Action', 'Indicator', 'Target', 'Responsible', 'Means of verification'],
      ['Take part', 'Train women', '', '100', 'MoD', 'Reports'],
      ['^', '', 'Share of women', '30%', 'NSO', 'Census'],
      ['Be safe', '', '', '', 'MoH', ''],
    ]),
  )
  expect(items.map(texts)).toEqual([
    {},
    { responsible: 'MoD', target: '100', verification: 'Reports' },
    { responsible: 'NSO', target: '30%', verification: 'Census' },
    { responsible: 'MoH' },
  ])
})

test('several outcomes in one cell contain nothing: indicators and actions hang under their objective', () => {
  const { items } = read(
    table([
      ['Objective', 'Expected results', 'Indicators', 'Activities'],
      ['Take part', '• Women are trained\n• Women are hired', 'Number of women', 'Train and hire'],
    ]),
  )
  expect(outline(items).slice(3)).toEqual([
    'indicator - Number of women < Take part',
    'action - Train and hire < Take part',
  ])
})

test('a cell that goes on over a page is one item with a cite on each page', () => {
  const { items } = read(
    table([
      ['Objective', 'Action', 'Responsible'],
      ['Women take part in\fall talks', 'Train women\nof all\fdistricts', 'MoD'],
    ]),
  )
  expect(items.map(i => [i.text, i.cites.map(c => [c.page, c.quote])])).toEqual([
    [
      'Women take part in all talks',
      [
        [1, 'Women take part in'],
        [2, 'all talks'],
      ],
    ],
    [
      'Train women of all districts',
      [
        [1, 'Train women of all'],
        [2, 'districts'],
      ],
    ],
  ])
})

test('a table that lost its header goes on with the columns of the one before, but not under another heading', () => {
  const { items } = read(
    heading('Pillar 1: Participation', 2),
    table([
      ['Objective', 'Action', 'Indicator', 'Responsible'],
      ['1.1 Raise numbers', 'Recruit women', 'Share of women', 'Police'],
    ]),
    table([['1.2 Improve conditions', 'Build blocks', 'Number of blocks', 'Army']], { page: 2, headerRows: 0 }),
    heading('Members of the committee', 2, 2),
    table([['Chair', 'Secretary', 'Member', 'Member']], { page: 2, headerRows: 0 }),
  )
  expect(outline(items)).toEqual([
    'pillar Pillar 1 Participation < -',
    'objective 1.1 Raise numbers < Participation',
    'action - Recruit women < Raise numbers',
    'indicator - Share of women < Raise numbers',
    'objective 1.2 Improve conditions < Participation',
    'action - Build blocks < Improve conditions',
    'indicator - Number of blocks < Improve conditions',
  ])
})

test('budget summaries, abbreviations, contacts and counts of measures give no items', () => {
  const { items, warnings } = read(
    table([
      ['Pillar', 'Budget (USD)'],
      ['Participation', '100'],
      ['Total', '100'],
    ]),
    table(
      [
        ['NAP', 'National Action Plan'],
        ['MoD', 'Ministry of Defence'],
      ],
      { headerRows: 0 },
    ),
    table([
      ['Institution', 'Name', 'E-mail'],
      ['MoD', 'Focal point', 'a@b.c'],
    ]),
    table([
      ['Objective', 'Number of actions', 'Number of indicators'],
      ['Participation', '12', '9'],
    ]),
  )
  expect(items).toEqual([])
  expect(warnings.map(w => w.code)).toContain('no-matrix')
})

test('prose before a matrix gives no items', () => {
  const { items } = read(
    heading('Pillar 1: Participation', 2),
    paragraph('• Women will be trained\n• Women will be hired'),
    heading('Implementation matrix', 2),
    table([
      ['Pillar', 'Objective', 'Action', 'Responsible'],
      ['Participation', 'Take part', 'Train women', 'MoD'],
    ]),
  )
  expect(outline(items)).toEqual([
    'pillar - Participation < -',
    'objective - Take part < Participation',
    'action - Train women < Take part',
  ])
})

test('an objective printed again in every row is one item', () => {
  const { items } = read(
    table([
      ['Objective', 'Action', 'Responsible'],
      ['1. Take part', 'Train women', 'MoD'],
      ['1. Take part', 'Hire women', 'MoI'],
    ]),
  )
  expect(outline(items)).toEqual([
    'objective 1 Take part < -',
    'action - Train women < Take part',
    'action - Hire women < Take part',
  ])
})

test('a form for each objective: labels at the side, the number in the label', () => {
  const { items } = read(
    heading('Pillar 1: Participation', 2),
    table(
      [
        ['Objective 1', 'Women take part in peace processes'],
        ['Activities', '• Train mediators\n• Set up a network'],
        ['Indicators', 'Number of mediators'],
        ['Responsible', 'Ministry of Foreign Affairs'],
        ['Timeframe', '2024-2026'],
        ['Budget', 'EUR 50,000'],
      ],
      { headerRows: 0 },
    ),
  )
  expect(outline(items)).toEqual([
    'pillar Pillar 1 Participation < -',
    'objective Objective 1 Women take part in peace processes < Participation',
    'action - Train mediators < Women take part in peace processes',
    'action - Set up a network < Women take part in peace processes',
    'indicator - Number of mediators < Women take part in peace processes',
  ])
  expect(texts(items[3])).toEqual({
    responsible: 'Ministry of Foreign Affairs',
    timeframe: '2024-2026',
    budget: 'EUR 50,000',
  })
})

test('a card for each measure: its cells begin with their labels', () => {
  const { items } = read(
    heading('Objective 1: Women take part', 2),
    table([
      ['Action 1.1: Train women', '<', '<'],
      ['Lead: Ministry of Defence', 'Partners: –', 'Timeframe: 2025'],
      ['Budget: 500 USD', 'Indicators: Number of women', '<'],
    ]),
  )
  expect(items.map(({ kind, number, text, fields }) => [kind, number, text, Object.keys(fields)])).toEqual([
    ['objective', 'Objective 1', 'Women take part', []],
    ['action', 'Action 1.1', 'Train women', ['responsible', 'timeframe', 'budget']],
    ['indicator', null, 'Number of women', []],
  ])
})

test('a form whose answers read like header words is a form', () => {
  const { items } = read(
    table([
      ['Objective', 'Women take part'],
      ['Activities', 'Train women'],
      ['Indicators', 'Number of women'],
      ['Means of verification', 'Activity reports'],
      ['Responsible', 'Ministry of Defence'],
    ]),
  )
  expect(items.map(({ kind, text }) => [kind, text])).toEqual([
    ['objective', 'Women take part'],
    ['action', 'Train women'],
    ['indicator', 'Number of women'],
  ])
})

test('a large table whose columns nobody knows is said to be so', () => {
  const { warnings } = read(
    table([
      ['a', 'b', 'c', 'd'],
      ['1', '2', '3', '4'],
      ['5', '6', '7', '8'],
      ['9', '10', '11', '12'],
    ]),
  )
  expect(warnings).toContainEqual(expect.objectContaining({ code: 'table-not-understood', page: 1 }))
})

test('confidence falls where a thing was guessed', () => {
  const sure = read(
    table([
      ['Objective', 'Action', 'Responsible'],
      ['Women take part', 'Train women', 'MoD'],
    ]),
  ).items[1]
  const guessed = read(
    heading('National Action Plan 2024-2027'),
    heading('Objective 1: Women take part', 2),
    paragraph('• Train women\n• Hire women'),
  ).items[1]
  expect(sure?.confidence).toBeGreaterThan(0.9)
  expect(guessed?.confidence).toBeLessThan(0.7)
})

test('statistics, chronicles and lists of studies promise nothing', () => {
  const { items } = read(
    table([
      ['No.', 'Indicators', 'Men', 'Women', '% women', 'Source'],
      ['1', 'Members of parliament', '439', '61', '12.2', 'Parliament'],
      ['2', 'Senators', '96', '12', '11.1', 'Senate'],
    ]),
    paragraph('The drafting of the plan went in steps.'),
    table([
      ['Activity', 'Date'],
      ['Workshop of the ministries', 'March 2017'],
      ['Workshop of civil society', 'May 2017'],
    ]),
    paragraph('Studies were made.'),
    table([
      ['Study', 'Objective', 'Results of the study', 'Consequence'],
      ['Women and law', 'To know how many women are judges', 'The share is known', 'A law was proposed'],
    ]),
  )
  expect(items).toEqual([])
})

test('the programme of a day and a budget that no plan is named in promise nothing', () => {
  expect(
    read(
      table([
        ['Time', 'Activity', 'Facilitator', 'Objective'],
        ['09.30', 'Opening', 'The minister', 'Welcome'],
        ['10:00', 'What is 1325?', 'A trainer', 'Know the resolution'],
      ]),
    ).items,
  ).toEqual([])
  const budget = table([
    ['Programme', 'Activity', 'Budget 2025'],
    ['Health', 'Hospitals', '120 000'],
  ])
  expect(read(budget).items).toEqual([])
  expect(read(heading('Costing of the action plan'), budget).items).toHaveLength(1)
})

test('an indicator with its target is measured, however many figures stand beside it', () => {
  const { items } = read(
    table([
      ['Indicator', 'Men', 'Women', 'Target'],
      ['Members of parliament', '439', '61', '30%'],
    ]),
  )
  expect(items.map(item => [item.kind, item.fields.target?.text])).toEqual([['indicator', '30%']])
})

test('objectives that read alike and are numbered apart are two', () => {
  const { items } = read(
    table([
      ['Objective', 'Activity', 'Responsible'],
      ['Objective 1.1: Women take part', 'Train women', 'MoD'],
      ['Objective 1.2: Women take part', 'Hire women', 'MoI'],
    ]),
  )
  expect(items.filter(item => item.kind === 'objective').map(item => item.number)).toEqual([
    'Objective 1.1',
    'Objective 1.2',
  ])
})
