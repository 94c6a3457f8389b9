/**
 * Reads an XLSForm (https://xlsform.org) into a form. What of it cannot be asked here is named with its sheet and row, never left out
 * in silence.
 */
import { isShown, MOST_QUESTIONS, questionsOf, type Form, type FormPage, type Question } from '../model.ts'
import { keepUsable } from '../usable.ts'
import { readLists } from './choices.ts'
import { isYes } from './conditions.ts'
import { OF_NO_MATTER, USED } from './kinds.ts'
import { languageOf } from './languages.ts'
import { withoutLoops } from './loops.ts'
import { Names } from './names.ts'
import { Parts } from './parts.ts'
import { hasWords, otherOf, readQuestion, typeOf, type Reading } from './questions.ts'
import { sayingIn, type Remark, type Say } from './remarks.ts'
import { FormError, MOST_ROWS, sheetsOf, type Row, type Sheet } from './sheets.ts'

export interface ReadForm {
  /** The file's own title; null where it has none. */
  title: string | null
  form: Form
  /** At most MOST_REMARKS. */
  remarks: Remark[]
  /** Some of its words do not say in which language they are: taken for the one that was given. */
  isLanguageOpen: boolean
}

/** @param language of words that name none @throws FormError */
export async function readXlsForm(bytes: Uint8Array, language = 'en'): Promise<ReadForm> {
  const sheets = await sheetsOf(bytes)
  const written = sheetOf(sheets, 'survey')
  if (!written) throw new FormError('no-survey')
  if (!written.columns.includes('type')) throw new FormError('no-types')
  const survey = { ...written, rows: written.rows.slice(0, MOST_ROWS) }
  const remarks: Remark[] = []
  const settings = sheetOf(sheets, 'settings')?.rows[0]?.cells
  const named = settings?.get('default_language')
  const own = named ? languageOf(named) : language
  const say = sayingIn(remarks, survey.name)
  sayUnused(sheets, survey, remarks)
  const beyond = written.rows[MOST_ROWS]
  if (beyond) say(beyond.line, 'too-many', '')
  const pages = readPages(sheets, survey, own, remarks)
  const form: Form = { languages: languagesOf(pages, own), pages: pages.map(({ page }) => page) }
  if (!questionsOf(form).length) throw new FormError('no-questions')
  const lines = new Map<FormPage | Question, number>(
    pages.flatMap(({ page, line, questions }) => [[page, line] as const, ...questions]),
  )
  keepUsable(form, (part, code, detail, column) => say(lines.get(part)!, code, detail, column))
  if (!questionsOf(form).some(isShown)) throw new FormError('no-questions')
  return {
    title: settings?.get('form_title') ?? settings?.get('title') ?? null,
    form,
    remarks,
    isLanguageOpen: !named && [survey, sheetOf(sheets, 'choices')].some(sheet => sheet?.columns.includes('label')),
  }
}

const sheetOf = (sheets: Sheet[], name: string): Sheet | undefined =>
  sheets.find(sheet => sheet.name.trim().toLowerCase() === name)

interface ReadPage {
  page: FormPage
  /** Where it begins in the sheet. */
  line: number
  /** Where each of its questions stands. */
  questions: [Question, number][]
}

function readPages(sheets: Sheet[], survey: Sheet, language: string, remarks: Remark[]): ReadPage[] {
  const say = sayingIn(remarks, survey.name)
  const sheetNamed = (name: string): Sheet => sheetOf(sheets, name) ?? { name, columns: [], rows: [] }
  const [choices, externalChoices] = [sheetNamed('choices'), sheetNamed('external_choices')]
  const lists = readLists(choices, language, sayingIn(remarks, choices.name))
  const external = readLists(externalChoices, language, sayingIn(remarks, externalChoices.name))
  const names = new Names()
  const parts = new Parts(names, say, language)
  const reading: Reading = { survey, lists, external, parts, names, say, language }
  const lines = new Map<Question, number>()
  const list = (name: string) => choices.rows.filter(({ cells }) => cells.get('list_name') === name)
  for (const row of withoutLoops(survey.rows, list))
    for (const question of readRow(reading, row)) lines.set(question, row.line)
  parts.close()
  return parts.pages.flatMap(page =>
    page.questions.length
      ? [
          {
            page,
            line: parts.lines.get(page)!,
            questions: page.questions.map(question => [question, lines.get(question)!] as [Question, number]),
          },
        ]
      : [],
  )
}

/** Puts what a row asks on its page; gives the questions. */
function readRow(reading: Reading, row: Row): Question[] {
  const { parts, names, say } = reading
  const { line, cells } = row
  if (isYes(cells.get('disabled'))) return []
  const type = typeOf(row)
  if (!type) {
    if (hasWords(row) || cells.has('name')) say(line, 'no-type', cells.get('name') ?? '')
    return []
  }
  if (parts.take(type, row) || parts.isLeftOut) return []
  if (names.count > MOST_QUESTIONS) {
    say(line, 'too-many', cells.get('name') ?? '')
    return []
  }
  const question = readQuestion(reading, row)
  if (!question) return []
  if (question.type === 'file') parts.endPageWithFile()
  const page = parts.pageAt(line)
  if (!page) return []
  if (question.type === 'file' && page.repeat) {
    say(line, 'file-in-repeat', question.name)
    return []
  }
  sayParameters(row, question, say)
  const other = otherOf(reading, row, question)
  const questions = other ? [question, other] : [question]
  page.questions.push(...questions)
  return questions
}

/** Only a range's are used. */
function sayParameters({ line, cells }: Row, question: Question, say: Say) {
  const parameters = cells.get('parameters')
  if (parameters && !/^range/i.test(cells.get('type') ?? '') && question.type !== 'file')
    say(line, 'parameters', parameters)
}

function sayUnused(sheets: Sheet[], survey: Sheet, remarks: Remark[]) {
  const say = sayingIn(remarks, survey.name)
  const filled = new Set(survey.rows.flatMap(({ cells }) => [...cells.keys()].map(name => name.split('::')[0]!)))
  if (filled.has('appearance')) say(null, 'appearance', 'appearance')
  for (const column of filled)
    if (column && !USED.has(column) && !OF_NO_MATTER.test(column)) say(null, 'column', column)
  const known = ['survey', 'choices', 'external_choices', 'settings']
  for (const { name, rows } of sheets)
    if (!known.includes(name.trim().toLowerCase()) && rows.length) sayingIn(remarks, name)(null, 'sheet', name)
}

/** The form's own first. */
function languagesOf(pages: ReadPage[], own: string): string[] {
  const found = new Set(
    pages.flatMap(({ page }) =>
      [page.label, ...page.questions.map(({ label }) => label)].flatMap(words => Object.keys(words)),
    ),
  )
  const rest = [...found].filter(language => language !== own)
  return found.has(own) ? [own, ...rest] : rest.length ? rest : [own]
}
