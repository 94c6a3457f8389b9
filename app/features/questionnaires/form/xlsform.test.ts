import writeXlsxFile from 'write-excel-file/node'
import { expect, test } from 'vitest'
import { readXlsForm } from './xlsform.ts'

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
      ['calculate', 'sum', null, null, null, null, null],
      ['text', 'a', 'A', null, null, '${sum} > 3', "regex(., '[a-z]+')"],
      ['select_one nowhere', 'b', 'B', null, null, null, null],
      ['text', 'a', 'Again', null, null, null, null],
      ['start', 'start', null, null, null, null, null],
    ]),
  )
  expect(remarks.map(({ row, code }) => [row, code])).toEqual([
    [2, 'type'],
    [3, 'calculation'],
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
  ['not-a-workbook', new TextEncoder().encode('type,name,label')],
])('%s is refused', async (refusal, bytes) => {
  await expect(readXlsForm(bytes)).rejects.toMatchObject({ refusal })
})

test('a workbook without a survey, or with an empty one, is refused', async () => {
  const other = new Uint8Array(await writeXlsxFile([sheet('Sheet1', [['a']])]).toBuffer())
  await expect(readXlsForm(other)).rejects.toMatchObject({ refusal: 'no-survey' })
  await expect(readXlsForm(await workbook([HEAD]))).rejects.toMatchObject({ refusal: 'no-questions' })
})
