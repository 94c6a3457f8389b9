import writeXlsxFile from 'write-excel-file/node'
import { expect, test } from 'vitest'
import { firstAnswers, refusalOf } from '../check.ts'
import { askedQuestions, countOf, followed, offered } from '../follow.ts'
import { questionsOf, type Answers } from '../model.ts'
import { readXlsForm } from './read.ts'

type Rows = (string | null)[][]
const sheet = (name: string, rows: Rows) => ({
  sheet: name,
  data: rows.map(row => row.map(value => (value === null ? null : { value, type: String }))),
})

async function workbook(survey: Rows, choices: Rows = [['list_name', 'name', 'label']]) {
  return new Uint8Array(await writeXlsxFile([sheet('survey', survey), sheet('choices', choices)]).toBuffer())
}

const HEAD = ['type', 'name', 'label::English (en)', 'label::French', 'required', 'relevant', 'constraint']

test('groups become pages, with conditions, languages and choices', async () => {
  const { form, remarks } = await readXlsForm(
    await workbook(
      [
        HEAD,
        ['select_one yn', 'plan', 'Is there a plan?', 'Y a-t-il un plan ?', 'yes', null, null],
        ['begin group', 'money', 'Money', 'Argent', null, "${plan} = 'yes'", null],
        ['integer', 'budget', 'How much?', 'Combien ?', null, null, '. >= 0'],
        ['end group', null, null, null, null, null, null],
        ['begin repeat', 'courses', 'Courses', 'Cours', null, null, null],
        ['text', 'place', 'Where?', 'Où ?', null, null, null],
        ['end repeat', null, null, null, null, null, null],
      ],
      [
        ['list_name', 'name', 'label::English (en)'],
        ['yn', 'yes', 'Yes'],
        ['yn', 'no', 'No'],
      ],
    ),
  )
  expect(remarks).toEqual([])
  expect(form.languages).toEqual(['en', 'fr'])
  expect(form.pages.map(({ name, repeat, relevant }) => [name, repeat, relevant])).toEqual([
    ['page_1', false, null],
    ['money', false, "${plan} = 'yes'"],
    ['courses', true, null],
  ])
  const [plan] = form.pages[0]!.questions
  expect(plan).toMatchObject({ type: 'select-one', required: 'true()', label: { fr: 'Y a-t-il un plan ?' } })
  expect(plan!.choices.map(({ name }) => name)).toEqual(['yes', 'no'])
})

test('what cannot be asked here is named with its row, and nothing else is lost', async () => {
  const { form, remarks } = await readXlsForm(
    await workbook([
      HEAD,
      ['geopoint', 'where', 'Where?', null, null, null, null],
      ['audio', 'voice', 'Say it', null, null, null, null],
      ['text', 'a', 'A', null, null, '${sum} > 3', "regex(., '[a-z')"],
      ['select_one nowhere', 'b', 'B', null, null, null, null],
      ['text', 'a', 'Again', null, null, null, null],
      ['deviceid', 'device', null, null, null, null, null],
    ]),
  )
  expect(remarks.map(({ row, code }) => [row, code])).toEqual([
    [2, 'place'],
    [3, 'sound'],
    [5, 'choices-missing'],
    [6, 'name-twice'],
    [7, 'metadata'],
    [4, 'no-such-answer'],
    [4, 'expression'],
  ])
  expect(form.pages[0]!.questions.map(({ name, relevant }) => [name, relevant])).toEqual([
    ['a', null],
    ['a_2', null],
  ])
})

test.each([
  [['label'], true],
  [['label::French'], false],
])('whether words under %j leave their language open', async (columns, isOpen) => {
  const survey = [
    ['type', 'name', ...columns],
    ['text', 'a', 'A'],
  ]
  const choices = [['list_name', 'name', ...columns]]
  expect((await readXlsForm(await workbook(survey, choices), 'ar')).isLanguageOpen).toBe(isOpen)
})

test('what is worked out goes with what it is worked out from', async () => {
  const head = ['type', 'name', 'label', 'calculation', 'read_only', 'default', 'relevant']
  const { form, remarks } = await readXlsForm(
    await workbook([
      head,
      ['integer', 'women', 'Women', null, null, '0', null],
      ['integer', 'all', 'All', null, null, null, null],
      ['date', 'day', 'When?', null, null, 'today()', null],
      ['calculate', 'share', null, 'round(${women} div ${all} * 100, 1)', null, null, null],
      ['text', 'told', 'In all ${share} per cent', "concat(${share}, ' %')", 'yes', null, null],
      ['calculate', 'foreign', null, "pulldata('fruits', 'name', 'name', 'mango')", null, null, null],
      ['calculate', 'from_foreign', null, '${foreign} * 2', null, null, null],
      ['text', 'why', 'Why so few?', null, null, null, '${share} < 30'],
      ['text', 'after', 'And then?', null, null, null, '${from_foreign} > 3'],
    ]),
  )
  expect(remarks.map(({ row, code }) => [row, code])).toEqual([
    [7, 'calculation'],
    [8, 'calculation'],
    [10, 'no-such-answer'],
  ])
  const answers = followed(form, { women: '12', all: '50' }).answers
  expect(answers).toMatchObject({ share: '24', told: '24 %' })
  expect(firstAnswers(form, null, '2026-03-08')).toEqual({ women: '0', day: '2026-03-08' })
  const asked = (given: Answers) => askedQuestions(form.pages[0]!, followed(form, given)).map(({ name }) => name)
  expect(asked({ women: '12', all: '50' })).toContain('why')
  expect(asked({ women: '25', all: '50' })).not.toContain('why')
})

test('choices that depend on an answer are filtered; a name may stand there twice', async () => {
  const { form, remarks } = await readXlsForm(
    await workbook(
      [
        ['type', 'name', 'label', 'choice_filter'],
        ['select_one province', 'province', 'Province', null],
        ['select_one town or_other', 'town', 'Town', 'province=${province}'],
      ],
      [
        ['list_name', 'name', 'label', 'province'],
        ['province', 'north', 'North', null],
        ['province', 'south', 'South', null],
        ['town', 'market', 'Market in the north', 'north'],
        ['town', 'market', 'Market in the south', 'south'],
        ['town', 'harbour', 'Harbour', 'south'],
      ],
    ),
  )
  expect(remarks).toEqual([])
  const town = questionsOf(form).find(({ name }) => name === 'town')!
  const labels = (given: Answers) => offered(town, followed(form, given)).map(({ label }) => label.en)
  expect(labels({})).toEqual(['Other'])
  expect(labels({ province: 'north' })).toEqual(['Market in the north', 'Other'])
  expect(labels({ province: 'south' })).toEqual(['Market in the south', 'Harbour', 'Other'])
  expect(refusalOf(town, 'harbour', followed(form, { province: 'north' }))).toBe('choice')
})

test('ranges, agreement, times, messages, guidance and loops have a form of their own here', async () => {
  const head = ['type', 'name', 'label', 'parameters', 'required', 'required_message', 'hint', 'guidance_hint']
  const { form, remarks } = await readXlsForm(
    await workbook(
      [
        head,
        ['range', 'few', 'How sure?', 'start=1;end=5;step=2', 'yes', 'Say how sure.', 'At a guess', '1 is not sure'],
        ['range', 'many', 'How many?', 'start=0 end=100', null, null, null, null],
        ['acknowledge', 'agreed', 'You may use this', null, 'yes', null, null, null],
        ['time', 'at', 'At what time?', null, null, null, null, null],
        ['dateTime', 'since', 'Since when?', null, null, null, null, null],
        ['begin loop over office', 'staff', null, null, null, null, null, null],
        ['integer', 'people', 'How many work at %(label)s?', null, null, null, null, null],
        ['end loop', null, null, null, null, null, null, null],
      ],
      [
        ['list_name', 'name', 'label'],
        ['office', 'north', 'Office North'],
        ['office', 'south', 'Office South'],
      ],
    ),
  )
  expect(remarks).toEqual([])
  expect(questionsOf(form).map(({ name, type }) => [name, type])).toEqual([
    ['few', 'select-one'],
    ['many', 'integer'],
    ['agreed', 'select-multiple'],
    ['at', 'time'],
    ['since', 'date-time'],
    ['north_people', 'integer'],
    ['south_people', 'integer'],
  ])
  const [few, many] = questionsOf(form)
  expect(few).toMatchObject({ requiredMessage: { en: 'Say how sure.' }, hint: { en: 'At a guess\n1 is not sure' } })
  expect(few!.choices.map(({ name }) => name)).toEqual(['1', '3', '5'])
  expect(many).toMatchObject({ constraint: '. >= 0 and . <= 100' })
  expect(questionsOf(form)[5]!.label).toEqual({ en: 'How many work at Office North?' })
})

test('a loop that would ask more than a form can hold is left out and said, not written out', async () => {
  const rows = Array.from({ length: 300 }, (_, n) => ['integer', `q${n}`, 'How many at %(label)s?'])
  const { form, remarks } = await readXlsForm(
    await workbook(
      [
        ['type', 'name', 'label'],
        ['text', 'a', 'A'],
        ['begin loop over office', 'staff', null],
        ...rows,
        ['end loop', null, null],
      ],
      [['list_name', 'name', 'label'], ...rows.map(([, name]) => ['office', name!, name!])],
    ),
  )
  expect(questionsOf(form).map(({ name }) => name)).toEqual(['a'])
  expect(remarks.map(({ row, code }) => [row, code])).toEqual([[3, 'loop']])
})

test('rows of a survey beyond what any form has are left out and said, whatever stands in them', async () => {
  const rows = Array.from({ length: 5200 }, () => ',begin group,g')
  const lines = ['survey,,', ',type,name', ',text,a', ...rows]
  const { form, remarks } = await readXlsForm(new TextEncoder().encode(lines.join('\n')))
  expect(questionsOf(form).map(({ name }) => name)).toEqual(['a'])
  expect(remarks[0]).toMatchObject({ sheet: 'survey', row: 5003, code: 'too-many' })
})

test('of very many remarks the first are kept', async () => {
  const rows = Array.from({ length: 700 }, (_, n) => ['nothing', `q${n}`, 'A'])
  const { remarks } = await readXlsForm(await workbook([['type', 'name', 'label'], ['text', 'a', 'A'], ...rows]))
  expect([remarks.length, remarks.at(-1)!.row]).toEqual([500, 502])
})

test('a part is repeated as often as an answer says, and its answers are summed up', async () => {
  const head = ['type', 'name', 'label', 'repeat_count', 'calculation']
  const { form, remarks } = await readXlsForm(
    await workbook([
      head,
      ['integer', 'courses', 'How many courses?', null, null],
      ['begin repeat', 'course', 'Course', '${courses}', null],
      ['integer', 'women', 'Women', null, null],
      ['calculate', 'which', null, null, 'position(..)'],
      ['end repeat', null, null, null, null],
      ['calculate', 'total', null, null, 'sum(${women})'],
      ['note', 'told', '${total} women in ${held} courses', null, null],
      ['calculate', 'held', null, null, 'count(${course})'],
    ]),
  )
  expect(remarks).toEqual([])
  const it = followed(form, { courses: '2', course: [{ women: '12' }, { women: '9' }] })
  expect(it.answers).toMatchObject({ total: '21', held: '2', course: [{ which: '1' }, { which: '2' }] })
  expect(
    countOf(
      form.pages.find(({ repeat }) => repeat)!,
      it,
    ),
  ).toBe(2)
})

test('columns are found whatever their letters and spaces, below a title, and as attributes of older forms', async () => {
  const { form, remarks } = await readXlsForm(
    await workbook(
      [
        ['Questionnaire on women, peace and security'],
        [null],
        [' TYPE ', 'Name', 'LABEL : French', 'Constraint  Message::French', 'bind::constraint', 'bind:relevant'],
        ['Integer', 'women', 'Combien ?', 'Au plus 500.', '. <= 500', null],
        ['select one  from town', 'town', 'Où ?', null, null, '${women} > 0'],
        ['', 'lost', 'Sans type', null, null, null],
        ['begin repeat', 'courses', null, null, null, null],
        ['text', 'a', 'A', null, null, null],
      ],
      [
        ['List Name', 'Name', 'Label: French', 'District_ID'],
        ['town', 'north kivu', 'Nord-Kivu', '1'],
        ['town', 'north kivu', 'Nord-Kivu encore', '1'],
        [null, 'x', 'X', null],
      ],
    ),
  )
  expect(form.languages).toEqual(['fr'])
  expect(questionsOf(form).slice(0, 2)).toMatchObject([
    { constraint: '. <= 500', constraintMessage: { fr: 'Au plus 500.' } },
    { relevant: '${women} > 0', choices: [{ name: 'north kivu' }] },
  ])
  expect(remarks.map(({ sheet, row, column, code }) => [sheet, row, column, code])).toEqual([
    ['choices', 3, 'name', 'choice-twice'],
    ['choices', 4, undefined, 'choice-without'],
    ['survey', 6, 'type', 'no-type'],
    ['survey', 7, undefined, 'unclosed'],
  ])
})

test('what phones do otherwise is said where it stands', async () => {
  const { form, remarks } = await readXlsForm(
    await workbook(
      [
        ['type', 'name', 'label', 'required', 'calculation', 'relevant', 'appearance', 'parameters'],
        ['note', 'stop', 'You are too young', 'yes', null, null, null, null],
        ['calculate', 'stamp', null, null, 'once(now())', null, null, null],
        ['select_multiple p', 'where', 'Where, ${nobody}?', null, null, null, null, 'randomize=true'],
        ['select_one p', 'found', 'Which?', null, null, null, "search('places')", null],
        ['select_one', 'no_list', 'Which?', null, null, null, null, null],
        ['begin_score', 'rate', 'Rate', null, null, null, null, null],
        ['end_score', null, null, null, null, null, null, null],
        ['begin_kobomatrix', 'matrix', 'Each', null, null, null, null, null],
        ['text', 'inside', 'Inside', null, null, null, null, null],
        ['end_kobomatrix', null, null, null, null, null, null, null],
        ['end group', null, null, null, null, null, null, null],
      ],
      [
        ['list_name', 'name', 'label'],
        ['p', 'north kivu', 'North Kivu'],
      ],
    ),
  )
  expect(questionsOf(form).map(({ name }) => name)).toEqual(['stop', 'stamp', 'where'])
  expect(questionsOf(form)[2]!.choices).toMatchObject([{ name: 'north_kivu' }])
  expect(remarks.map(({ row, column, code }) => [row, column, code])).toEqual([
    [null, undefined, 'appearance'],
    [2, 'required', 'note-required'],
    [4, undefined, 'choice-name'],
    [4, 'parameters', 'parameters'],
    [5, undefined, 'choices-elsewhere'],
    [6, 'type', 'choices-missing'],
    [9, 'type', 'part'],
    [12, undefined, 'not-begun'],
    [3, 'calculation', 'anew'],
    [4, undefined, 'words'],
  ])
})

test('choices that older forms keep on a sheet of their own are read, and so is a form in one file of text', async () => {
  const lines = [
    'survey,,,,',
    ',type,name,label,choice_filter',
    ',select_one s,state,State,',
    ',select_one_external c,county,County,state=${state}',
    ',rank s,order,Order,',
    'choices,,,,',
    ',list_name,name,label,',
    ',s,tx,"Texas, the state",',
    ',s,wa,Washington,',
    'external_choices,,,,',
    ',list_name,name,label,state',
    ',c,king,King,wa',
    ',c,travis,Travis,tx',
    'settings,,,,',
    ',form_title,,,',
    ',Counties,,,',
  ]
  const { title, form, remarks } = await readXlsForm(new TextEncoder().encode(lines.join('\n')))
  expect(remarks).toEqual([])
  expect(title).toBe('Counties')
  const [state, county, order] = questionsOf(form)
  expect(state!.choices[0]!.label).toEqual({ en: 'Texas, the state' })
  expect(offered(county!, followed(form, { state: 'wa' })).map(({ name }) => name)).toEqual(['king'])
  expect(order!.type).toBe('rank')
})

test('a choice of one’s own is asked for in words', async () => {
  const { form } = await readXlsForm(
    await workbook(
      [
        ['type', 'name', 'label'],
        ['select_one c or_other', 'c', 'Which?'],
      ],
      [
        ['list_name', 'name', 'label'],
        ['c', 'x', 'X'],
      ],
    ),
  )
  expect(form.pages[0]!.questions.map(({ name, relevant }) => [name, relevant])).toEqual([
    ['c', null],
    ['c_other', "selected(${c}, 'other')"],
  ])
})

test.each([
  ['old-excel', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
  ['csv', new TextEncoder().encode('type,name,label\ntext,a,A')],
  ['not-a-workbook', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0])],
])('%s is refused', async (refusal, bytes) => {
  await expect(readXlsForm(bytes)).rejects.toMatchObject({ refusal })
})

test('a workbook without a survey, or with an empty one, is refused', async () => {
  const other = new Uint8Array(await writeXlsxFile([sheet('Sheet1', [['a']])]).toBuffer())
  await expect(readXlsForm(other)).rejects.toMatchObject({ refusal: 'no-survey' })
  await expect(readXlsForm(await workbook([HEAD]))).rejects.toMatchObject({ refusal: 'no-questions' })
})
