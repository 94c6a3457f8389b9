/** Which pages and questions are asked, given the answers so far; and whether what was typed can be kept as an answer. Pure. */
import { isTrue, readExpression, valueOf, type Expression } from './expression.ts'
import {
  entriesOf,
  isEntries,
  type Answer,
  type Answers,
  type Entry,
  type Form,
  type FormPage,
  type Question,
} from './model.ts'

const read = new Map<string, Expression>()

/** Each text is read once. A form is kept only with expressions that can be read. */
function expressionOf(text: string): Expression {
  let expression = read.get(text)
  if (!expression) {
    if (read.size > 5000) read.clear()
    read.set(text, (expression = readExpression(text)))
  }
  return expression
}

export const today = (): string => new Date().toISOString().slice(0, 10)

/** Whether an expression holds for these answers; one that is none always does. */
export function holds(text: string | null, answers: Answers, entry: Entry = {}, own?: Answer): boolean {
  if (text === null) return true
  const answer = (name: string): Answer | undefined => {
    if (Object.hasOwn(entry, name)) return entry[name]
    const given = Object.hasOwn(answers, name) ? answers[name] : undefined
    return isEntries(given) ? undefined : given
  }
  return isTrue(valueOf(expressionOf(text), { answer, own, today: today() }))
}

export const isRequired = (question: Question, answers: Answers, entry?: Entry): boolean =>
  question.required !== null && holds(question.required, answers, entry)

/** The pages that are asked of somebody who answered so. */
export const askedPages = (form: Form, answers: Answers): FormPage[] =>
  form.pages.filter(
    page =>
      holds(page.relevant, answers) &&
      (page.repeat || page.questions.some(question => holds(question.relevant, answers))),
  )

export const askedQuestions = (page: FormPage, answers: Answers, entry?: Entry): Question[] =>
  page.questions.filter(question => holds(question.relevant, answers, entry))

/** Why an answer is not taken. */
export type Refusal = 'needed' | 'integer' | 'decimal' | 'date' | 'choice' | 'too-long' | 'constraint'

export const LONGEST_TEXT = 10_000

/** The answer in what was typed; undefined where nothing was. A typed answer is tidied: spaces, decimal comma, Arabic digits. */
export function typedAnswer(question: Question, typed: readonly string[]): Answer | undefined {
  if (question.type === 'select-multiple') {
    const chosen = typed.map(one => one.trim()).filter(Boolean)
    return chosen.length ? [...new Set(chosen)] : undefined
  }
  const text = (typed[0] ?? '').replace(/\r\n?/g, '\n').trim()
  if (!text) return undefined
  return question.type === 'integer' || question.type === 'decimal' ? latinNumber(text) : text
}

/** '١٢٬٥٠٠' and '12 500' are 12500; '3,5' is 3.5. What is no number stays as it was typed. */
function latinNumber(text: string): string {
  const latin = text
    .replace(/[٠-٩]/g, digit => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, digit => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/٫/g, '.')
    .replace(/[\s'’_٬]/g, '')
  const number = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(latin)
    ? latin.replace(/,/g, '')
    : latin.replace(/^(-?\d+),(\d+)$/, '$1.$2')
  return /^-?\d+(\.\d+)?$/.test(number) ? number : text
}

/** Why this answer to this question is not taken; null where it is. */
export function refusalOf(
  question: Question,
  answer: Answer | undefined,
  answers: Answers,
  entry?: Entry,
): Refusal | null {
  if (answer === undefined) return isRequired(question, answers, entry) ? 'needed' : null
  const shape = wrongShape(question, answer)
  if (shape) return shape
  return question.constraint !== null && !holds(question.constraint, answers, entry, answer) ? 'constraint' : null
}

function wrongShape({ type, choices }: Question, answer: Answer): Refusal | null {
  if (type === 'file') return typeof answer === 'object' && !Array.isArray(answer) ? null : 'choice'
  if (type === 'select-multiple')
    return Array.isArray(answer) && answer.every(one => choices.some(choice => choice.name === one)) ? null : 'choice'
  if (typeof answer !== 'string') return 'choice'
  switch (type) {
    case 'integer':
      return /^-?\d{1,15}$/.test(answer) ? null : 'integer'
    case 'decimal':
      return /^-?\d{1,15}(\.\d{1,15})?$/.test(answer) ? null : 'decimal'
    case 'date':
      return isDay(answer) ? null : 'date'
    case 'yes-no':
      return answer === 'yes' || answer === 'no' ? null : 'choice'
    case 'select-one':
      return choices.some(choice => choice.name === answer) ? null : 'choice'
    default:
      return answer.length > LONGEST_TEXT ? 'too-long' : null
  }
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** What keeps the answers from being sent: by page, the first question that lacks something. */
export function unanswered(form: Form, answers: Answers): { page: FormPage; question: Question; refusal: Refusal }[] {
  const lacking: { page: FormPage; question: Question; refusal: Refusal }[] = []
  for (const page of askedPages(form, answers)) {
    const entries: (Entry | undefined)[] = page.repeat ? entriesOf(answers, page) : [undefined]
    for (const entry of entries)
      for (const question of askedQuestions(page, answers, entry)) {
        if (question.type === 'note') continue
        const answer = (entry ?? answers)[question.name]
        const refusal = isEntries(answer) ? 'choice' : refusalOf(question, answer, answers, entry)
        if (refusal) lacking.push({ page, question, refusal })
      }
  }
  return lacking
}

/** Only answers to questions that are asked: those to questions that a later answer made void are left out. */
export function askedAnswers(form: Form, answers: Answers): Answers {
  const kept: Answers = {}
  for (const page of askedPages(form, answers)) {
    if (page.repeat) {
      const entries = entriesOf(answers, page).map(entry => pick(page, answers, entry, entry))
      if (entries.length) kept[page.name] = entries
    } else Object.assign(kept, pick(page, answers, answers))
  }
  return kept
}

function pick(page: FormPage, answers: Answers, from: Answers, entry?: Entry): Entry {
  const kept: Entry = {}
  for (const question of askedQuestions(page, answers, entry)) {
    const answer = from[question.name]
    if (answer !== undefined && !isEntries(answer) && !wrongShape(question, answer)) kept[question.name] = answer
  }
  return kept
}

/** Last round's answers to questions that this form has too, in the same shape. */
export function fittingAnswers(form: Form, earlier: Answers): Answers {
  const kept: Answers = {}
  for (const page of form.pages) {
    if (page.repeat) {
      const entries = entriesOf(earlier, page).map(entry => fitting(page.questions, entry))
      if (entries.some(entry => Object.keys(entry).length)) kept[page.name] = entries
    } else Object.assign(kept, fitting(page.questions, earlier))
  }
  return kept
}

function fitting(questions: Question[], earlier: Answers): Entry {
  const kept: Entry = {}
  for (const question of questions) {
    const answer = earlier[question.name]
    // A file was given for that time.
    if (answer === undefined || isEntries(answer) || question.type === 'file') continue
    if (!wrongShape(question, answer)) kept[question.name] = answer
  }
  return kept
}
