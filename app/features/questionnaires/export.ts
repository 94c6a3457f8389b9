/**
 * Answers as tables: one row for each respondent, one column for each question. In a workbook numbers and days are what they are, what is
 * answered for each of several things has a sheet of its own, and the last sheet tells what each column asks.
 */
import { stringify } from 'csv-stringify/sync'
import writeXlsxFile, { type Cell, type Sheet } from 'write-excel-file/node'
import { guarded } from '../ledger/offers/guard.ts'
import {
  entriesOf,
  isAnswered,
  isEntries,
  isFile,
  said,
  type Answer,
  type Entry,
  type Form,
  type FormPage,
  type Question,
} from './form/model.ts'
import type { Answered } from './model.ts'

/** A cell in Excel holds no more. */
const LONGEST_CELL = 32_767
/** Excel knows no days before, and no numbers with more digits. */
const FIRST_DAY = '1900-03-01'
const NUMBER = /^-?\d{1,15}(\.\d{1,15})?$/
const DAY = /^\d{4}-\d{2}-\d{2}$/
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/

/** Text, or what a spreadsheet can count with. */
type Said = string | number | { at: Date; hasTime: boolean }

const textOf = (answer: Answer | Entry[] | undefined): string =>
  answer === undefined
    ? ''
    : typeof answer === 'string'
      ? answer
      : isEntries(answer)
        ? answer
            .map(entry =>
              Object.entries(entry)
                .map(([name, one]) => `${name}: ${textOf(one)}`)
                .join('; '),
            )
            .join('\n')
        : Array.isArray(answer)
          ? answer.join(' ')
          : isFile(answer)
            ? answer.fileName
            : ''

const countable = ({ type }: Question): boolean => type === 'integer' || type === 'decimal' || type === 'calculate'

/** What a phone number begins with is no sign of a number: only what was asked for as one is. */
function saidTo(question: Question, answer: Answer | undefined): Said {
  const text = textOf(answer)
  if (countable(question) && NUMBER.test(text) && text.replace(/\D/g, '').length <= 15) return Number(text)
  if (question.type === 'date' && DAY.test(text) && text >= FIRST_DAY) return dayAt(`${text}T00:00Z`, false)
  if (question.type === 'date-time' && MOMENT.test(text) && text >= FIRST_DAY)
    return dayAt(`${text.slice(0, 16)}Z`, true)
  return text
}

const dayAt = (iso: string, hasTime: boolean): Said => ({ at: new Date(iso), hasTime })

const columnsOf = (questions: readonly Question[]): Question[] => questions.filter(({ type }) => type !== 'note')

const WHO = ['respondent', 'kind', 'voice', 'country']
const whoIs = ({ name, kind, voice, country }: Answered): string[] => [name, kind, voice, country ?? '']

const moment = (at: Date): Said => ({ at, hasTime: true })

/** The heads are the names of questions, as forms and expressions call them; a repeated page is one cell. */
function mainTable(form: Form, answered: readonly Answered[]): Said[][] {
  const columns = form.pages.flatMap((page): (FormPage | Question)[] =>
    page.repeat ? [page] : columnsOf(page.questions),
  )
  const cell = (column: FormPage | Question, { answers }: Answered): Said =>
    'questions' in column
      ? textOf(entriesOf(answers, column))
      : saidTo(column, answers[column.name] as Answer | undefined)
  return [
    [...WHO, 'sent', 'reviewed', ...columns.map(({ name }) => name)],
    ...answered.map(one => [
      ...whoIs(one),
      moment(one.sentAt),
      one.reviewedAt ? moment(one.reviewedAt) : '',
      ...columns.map(column => cell(column, one)),
    ]),
  ]
}

/** One row for each of the things that a page was answered for. */
function tableOfEntries(page: FormPage, answered: readonly Answered[]): Said[][] {
  const columns = columnsOf(page.questions)
  return [
    [...WHO, 'n', ...columns.map(({ name }) => name)],
    ...answered.flatMap(one =>
      entriesOf(one.answers, page).map((entry, n) => [
        ...whoIs(one),
        n + 1,
        ...columns.map(column => saidTo(column, entry[column.name])),
      ]),
    ),
  ]
}

/** What the columns ask, in the form's own language. */
const tableOfQuestions = (form: Form): Said[][] => [
  ['page', 'name', 'type', 'question', 'choices'],
  ...form.pages.flatMap(page =>
    columnsOf(page.questions).map(({ name, type, label, choices }) => [
      page.name,
      name,
      isAnswered({ type }) ? type : 'calculate',
      said(label, form.languages[0]!, form).text,
      choices.map(choice => `${choice.name}: ${said(choice.label, form.languages[0]!, form).text}`).join('\n'),
    ]),
  ),
]

function plain(cell: Said): string {
  if (typeof cell === 'string') return guarded(cell)
  if (typeof cell === 'number') return String(cell)
  return cell.at.toISOString().slice(0, cell.hasTime ? 16 : 10)
}

export const asCsv = (form: Form, answered: readonly Answered[]): string =>
  '\ufeff' + stringify(mainTable(form, answered).map(row => row.map(plain)))

/** No cell can be a formula. */
export async function asXlsx(form: Form, answered: readonly Answered[]): Promise<Uint8Array> {
  const repeated = form.pages.filter(({ repeat }) => repeat)
  const names = sheetNames(['answers', ...repeated.map(({ name }) => name), 'questions'])
  const tables = [
    mainTable(form, answered),
    ...repeated.map(page => tableOfEntries(page, answered)),
    tableOfQuestions(form),
  ]
  return writeXlsxFile(
    tables.map((table, n): Sheet<Buffer> => ({
      sheet: names[n]!,
      data: table.map((row, at) => row.map(cell => cellOf(cell, at === 0))),
      stickyRowsCount: 1,
    })),
  ).toBuffer()
}

/** As Excel allows them, each once: 31 letters, whatever their case. */
function sheetNames(wanted: string[]): string[] {
  const names: string[] = []
  for (const name of wanted) {
    let free = name.slice(0, 31)
    for (let n = 2; names.some(one => one.toLowerCase() === free.toLowerCase()); n++) free = `${name.slice(0, 27)}_${n}`
    names.push(free)
  }
  return names
}

function cellOf(cell: Said, isHead: boolean): Cell {
  if (typeof cell === 'number') return { value: cell, type: Number }
  if (typeof cell === 'object')
    return { value: cell.at, type: Date, format: cell.hasTime ? 'yyyy-mm-dd hh:mm' : 'yyyy-mm-dd' }
  const value = cell.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '').slice(0, LONGEST_CELL)
  if (value === '') return null
  return { value, type: String, ...(isHead ? { fontWeight: 'bold' as const } : { wrap: true }) }
}
