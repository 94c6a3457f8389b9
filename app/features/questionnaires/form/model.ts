/** A questionnaire's definition: pages of questions in languages, and the answers to them. Pure; made by hand or from an XLSForm. */
import type { TakenOut } from '../../../platform/files/cleaning/model.ts'

/** Words by BCP 47 language: { en: '...', fr: '...' }. */
export type InLanguages = Record<string, string>

export const TYPES = [
  'text',
  'integer',
  'decimal',
  'date',
  'time',
  'date-time',
  'yes-no',
  'select-one',
  'select-multiple',
  'rank',
  'file',
  'note',
  'calculate',
] as const
export type QuestionType = (typeof TYPES)[number]

export interface Choice {
  name: string
  label: InLanguages
  /** What a filter may ask of it beside its name: { region: 'north' }. */
  columns?: Record<string, string>
}

export interface Question {
  /** How expressions and exports call it: unique in its form. */
  name: string
  type: QuestionType
  label: InLanguages
  hint: InLanguages
  /** Expressions as XLSForms write them; null: never required, always asked, anything goes. */
  required: string | null
  relevant: string | null
  constraint: string | null
  constraintMessage: InLanguages
  /** What is said where the answer is lacking; else the usual words. */
  requiredMessage?: InLanguages
  /** Stands in the form at first: a text, or an expression behind '='. */
  default?: string
  /** Of 'calculate': what its answer is worked out from. Without a label it is not shown. */
  calculation?: string
  /** Of a select or a rank. */
  choices: Choice[]
  /** False: its number counts no people, so that the public may know of one to four as well. */
  countsPeople?: false
  /** Which of the choices are offered: an expression in which a choice's columns stand without ${}. */
  choiceFilter?: string
  /** The commitment that it asks about: 'mali-2019/12', the slug of its instrument and its public number. */
  commitment: string | null
  /** The indicator that it asks for: 's-2010-498/11a', the code of its set and its own. */
  indicator: string | null
}

/** What is shown at a time. */
export interface FormPage {
  name: string
  label: InLanguages
  relevant: string | null
  /** Its questions are answered once for each of several things. */
  repeat: boolean
  /** For how many: an expression. Without one, for as many as she likes. */
  count?: string
  questions: Question[]
}

export interface Form {
  /** The first is the one that stands in for the others where words are lacking. */
  languages: string[]
  pages: FormPage[]
}

/** A file that was given as an answer, without its metadata. */
export interface FileAnswer {
  sha256: string
  fileName: string
  bytes: number
  /** What was taken out of it when it arrived; of older answers it is not known. */
  removed?: TakenOut[]
}

/**
 * Dates and times are ISO 8601, numbers as they were typed (with a point), yes or no is 'yes' or 'no', a choice its name; of several
 * choices their names, of a rank in their order.
 */
export type Answer = string | string[] | FileAnswer
/** One of the things that a repeated page is answered for. */
export type Entry = Record<string, Answer>
/** By the question's name; of a repeated page by the page's. */
export type Answers = Record<string, Answer | Entry[]>

export const NAME = /^[A-Za-z_][A-Za-z0-9_.-]{0,79}$/
export const MOST_PAGES = 100
export const MOST_QUESTIONS = 1000
export const MOST_CHOICES = 500
/** Nobody puts more than these in an order. */
export const MOST_RANKED = 30
/** Of a repeated page. */
export const MOST_ENTRIES = 30

export const isFile = (answer: Answer | Entry[] | undefined): answer is FileAnswer =>
  typeof answer === 'object' && !Array.isArray(answer)

export const isEntries = (answer: Answer | Entry[] | undefined): answer is Entry[] =>
  Array.isArray(answer) && typeof answer[0] === 'object'

export const entriesOf = (answers: Answers, page: FormPage): Entry[] => {
  const given = answers[page.name]
  return isEntries(given) ? given : []
}

/** The words in this language, else in the form's first, else in any; with the language that they are in. */
export function said(
  words: InLanguages,
  language: string,
  form: Pick<Form, 'languages'>,
): { text: string; in: string } {
  for (const each of [language, language.split('-')[0]!, ...form.languages, ...Object.keys(words)])
    if (words[each]) return { text: words[each], in: each }
  return { text: '', in: language }
}

/** Whether somebody answers it: not what is only said, or worked out. */
export const isAnswered = ({ type }: Pick<Question, 'type'>): boolean => type !== 'note' && type !== 'calculate'

/** Whether there are choices that the answer is made of. */
export const hasChoices = ({ type }: Pick<Question, 'type'>): boolean =>
  type === 'select-one' || type === 'select-multiple' || type === 'rank'

/** Whether the answer is a list. */
export const takesSeveral = ({ type }: Pick<Question, 'type'>): boolean => type === 'select-multiple' || type === 'rank'

/** Whether the answer is a number. */
export const isNumber = ({ type }: Pick<Question, 'type'>): boolean => type === 'integer' || type === 'decimal'

/** Whether it has a place on the page. */
export const isShown = ({ type, label }: Pick<Question, 'type' | 'label'>): boolean =>
  type !== 'calculate' || Object.keys(label).length > 0

export const questionsOf = (form: Form): Question[] => form.pages.flatMap(page => page.questions)

/** What women's groups were asked stands at the end of every round: whether, and which. */
export function withClosingPage(form: Form, closing: FormPage): Form {
  return form.pages.some(page => page.name === closing.name) ? form : { ...form, pages: [...form.pages, closing] }
}

export const CONSULTED = 'women_consulted'
export const CONSULTED_WHICH = 'women_consulted_which'
export const CLOSING = 'closing_consultation'
