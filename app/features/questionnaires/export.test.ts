import { expect, test } from 'vitest'
import { readWorkbook, type WorkbookSheet } from '@open1325/reader/workbook'
import { asCsv, asXlsx } from './export.ts'
import type { Form } from './form/model.ts'
import type { Answered } from './model.ts'
import { ask } from './testing.ts'

const FORM: Form = {
  languages: ['ar'],
  pages: [
    {
      name: 'plan',
      label: {},
      relevant: null,
      repeat: false,
      questions: [
        ask('women', 'integer', 'Women'),
        ask('since', 'date', 'Since'),
        ask('met', 'date-time', 'Met at'),
        ask('phone', 'text', 'Telephone'),
        ask('first', 'rank', 'First', { choices: [{ name: 'seats', label: { ar: 'مقاعد' } }] }),
        ask('why', 'text', 'Why?', { label: { ar: 'لماذا؟' } }),
      ],
    },
    {
      name: 'answers',
      label: {},
      relevant: null,
      repeat: true,
      questions: [ask('place', 'text', 'Where?'), ask('share', 'decimal', 'Share')],
    },
  ],
}
const ANSWERED: Answered = {
  respondentId: 'x',
  name: '=cmd|calc',
  kind: 'organisation',
  voice: 'civil-society',
  country: 'COD',
  sentAt: new Date('2026-03-08T14:30:00Z'),
  reviewedAt: null,
  answers: {
    women: '-12',
    since: '2000-10-31',
    met: '2026-03-01T09:15',
    phone: '0243812345678',
    first: ['seats', 'money'],
    why: '@SUM(1+1)',
    answers: [{ place: '+1', share: '3.5' }, { place: 'غوما' }],
  },
}

test('in a workbook numbers, days and moments are what they are, and what was typed is text, whatever it begins with', async () => {
  const sheets: WorkbookSheet[] = []
  for await (const sheet of readWorkbook(await asXlsx(FORM, [ANSWERED]))) sheets.push(sheet)
  expect(sheets.map(({ name }) => name)).toEqual(['answers', 'answers_2', 'questions'])
  const row = (sheet: number, at: number) =>
    sheets[sheet]!.cells.filter(cell => cell.row === at).map(({ value }) => value)
  const [name, , , , sent, ...rest] = row(0, 1)
  expect([name, sent]).toEqual(['=cmd|calc', '2026-03-08 14:30'])
  expect(rest).toEqual([
    -12,
    '2000-10-31',
    '2026-03-01 09:15',
    '0243812345678',
    'seats money',
    '@SUM(1+1)',
    'place: +1; share: 3.5\nplace: غوما',
  ])
  expect(row(1, 1).slice(4)).toEqual([1, '+1', 3.5])
  expect(row(1, 2).slice(4)).toEqual([2, 'غوما'])
  expect(row(2, 5)).toEqual(['plan', 'first', 'rank', 'First', 'seats: مقاعد'])
})

test('in a CSV what a spreadsheet would run is guarded, and a number is not', () => {
  const [, line] = asCsv(FORM, [ANSWERED]).split('\n')
  expect(line).toContain("'=cmd|calc,organisation,civil-society,COD,2026-03-08T14:30,,-12,2000-10-31,2026-03-01T09:15,")
  expect(line).toContain(",'@SUM(1+1),")
})
