/** What a page tells its script: which pages to hold ready, what conditions go by, its sentences. Pure. */
import { namesIn, readExpression } from '../form/expression.ts'
import { columnsOf } from '../form/follow.ts'
import { questionsOf, type Answers, type Form, type FormPage, type InLanguages } from '../form/model.ts'
import { paths } from '../model.ts'
import type { OwnAnswer } from './link.ts'

export type HeldWord =
  | 'waiting'
  | 'sent'
  | 'found'
  | 'kept'
  | 'file'
  | 'sending'
  | 'lost'
  | 'last'
  | 'mend'
  | 'over'
  | 'forgotten'
  | 'forgetUnsent'

export interface Held {
  /** The form's pages, asked or not, in their order. */
  pages: { name: string; path: string }[]
  review: string
  /** Where the form's conditions are; null: it has none. */
  conditions: string | null
  worker: string
  /** The page that is shown. */
  page: string | null
  /** The answers so far that conditions ask for. */
  answers: Answers
  /** What today() is. */
  day: string
  /** BCP 47: in which she reads the questions. */
  language: string
  words: Record<HeldWord, string>
}

export function heldFor(
  token: string,
  own: OwnAnswer,
  page: string | null,
  language: string,
  words: Held['words'],
): Held {
  const isOpen = own.state === 'open'
  return {
    pages: isOpen ? own.form.pages.map(({ name }) => ({ name, path: paths.answerPage(token, name) })) : [],
    review: paths.answerReview(token),
    conditions: isOpen && hasConditions(own.form) ? paths.answerConditions(token) : null,
    worker: paths.answerWorker,
    page,
    answers: isOpen ? askedFor(own.form, own.answers) : {},
    day: own.day,
    language,
    words,
  }
}

const hasConditions = (form: Form): boolean =>
  form.pages.some(
    page =>
      page.relevant !== null ||
      page.questions.some(
        one => one.relevant !== null || one.calculation !== undefined || one.choiceFilter !== undefined,
      ),
  )

/** Only what conditions ask for: it goes with every page, over slow lines. */
function askedFor(form: Form, answers: Answers): Answers {
  const names = new Set(expressionsOf(form))
  const kept: Answers = {}
  for (const page of form.pages) {
    if (!page.repeat) {
      for (const { name } of page.questions)
        if (names.has(name) && answers[name] !== undefined) kept[name] = answers[name]
    } else if (answers[page.name] !== undefined && [page, ...page.questions].some(({ name }) => names.has(name)))
      kept[page.name] = answers[page.name]!
  }
  return kept
}

function expressionsOf(form: Form): string[] {
  const texts = form.pages.flatMap(page => [
    page.relevant,
    page.count,
    ...page.questions.flatMap(({ relevant, calculation }) => [relevant, calculation]),
  ])
  const filters = questionsOf(form).flatMap(question =>
    question.choiceFilter === undefined ? [] : namesIn(readExpression(question.choiceFilter, columnsOf(question))),
  )
  return [...texts.flatMap(text => (text ? namesIn(readExpression(text)) : [])), ...filters]
}

/** The form without its words: what the phone needs to know which page comes next, and which questions are on it. */
export function conditionsOf(form: Form): Form {
  const called = calledIn(form)
  return { languages: form.languages, pages: form.pages.map(page => conditionsOfPage(page, called)) }
}

/** The questions whose choices are worked out by their words: jr:choice-name(${town}, '${town}'). */
const calledIn = (form: Form): Set<string> =>
  new Set(
    questionsOf(form)
      .flatMap(({ calculation, relevant }) => [calculation ?? '', relevant ?? ''])
      .flatMap(text => [...text.matchAll(/jr:choice-name\(.*?['"]\s*\$\{\s*([\w.-]+)\s*\}\s*['"]/g)])
      .map(([, name]) => name!),
  )

const wordless = (label: InLanguages): InLanguages => (Object.keys(label).length ? { x: '.' } : {})

const conditionsOfPage = ({ name, relevant, repeat, count, questions }: FormPage, called: Set<string>): FormPage => ({
  name,
  label: {},
  relevant,
  repeat,
  ...(count !== undefined && { count }),
  questions: questions.map(question => {
    const { calculation, choiceFilter, choices } = question
    return {
      name: question.name,
      type: question.type,
      // That it has words says that it has a place on the page.
      label: wordless(question.label),
      hint: {},
      required: null,
      relevant: question.relevant,
      constraint: null,
      constraintMessage: {},
      ...(calculation !== undefined && { calculation }),
      ...(choiceFilter !== undefined && { choiceFilter }),
      choices:
        choiceFilter === undefined && !called.has(question.name)
          ? []
          : choices.map(choice => ({
              name: choice.name,
              label: called.has(question.name) ? choice.label : {},
              columns: choice.columns ?? {},
            })),
      commitment: null,
      indicator: null,
    }
  }),
})
