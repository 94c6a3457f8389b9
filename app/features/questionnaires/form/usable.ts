/** Which expressions of a form can be used; what cannot is taken out and said. */
import { ExpressionError, functionsIn, namesIn, readExpression, singleNamesIn } from './expression.ts'
import { columnsOf } from './follow.ts'
import { questionsOf, type Form, type FormPage, type InLanguages, type Question } from './model.ts'

/** What is wrong with an expression: `detail` is the part that was not understood, or the answer that it asks for in vain. */
export interface Wrong {
  code: 'expression' | 'no-such-answer' | 'of-several'
  detail: string
}

interface Where {
  form: Form
  /** The page of the question that it belongs to; null: it is asked of the whole form. */
  page: FormPage | null
  /** A question that is not in the form yet. */
  own?: string
  /** What a filter of choices may ask for. */
  columns?: string[]
}

/** Null: it can be used there. */
export function wrongIn(text: string, { form, page, own, columns = [] }: Where): Wrong | null {
  try {
    const expression = readExpression(text, columns)
    const names = namesOf(form)
    const unknown = namesIn(expression).find(name => name !== own && !names.has(name))
    if (unknown !== undefined) return { code: 'no-such-answer', detail: `\${${unknown}}` }
    const several = singleNamesIn(expression).find(name => isOfSeveral(form, page, name))
    return several === undefined ? null : { code: 'of-several', detail: `\${${several}}` }
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error
    return { code: 'expression', detail: error.part }
  }
}

/** What expressions may ask for: questions, and parts that are repeated. */
const namesOf = (form: Form): Set<string> =>
  new Set([
    ...questionsOf(form).map(({ name }) => name),
    ...form.pages.filter(({ repeat }) => repeat).map(({ name }) => name),
  ])

/** Answered once for each of several things, and not on this page: it is not one answer there. */
const isOfSeveral = (form: Form, page: FormPage | null, name: string): boolean =>
  form.pages.some(
    one =>
      one.repeat && (one.name === name || (one !== page && one.questions.some(question => question.name === name))),
  )

export type UseRemark = Wrong['code'] | 'choice-filter' | 'calculation' | 'anew' | 'words'

/** Says what of a page or a question is not used, or not quite as it is written. @param column as XLSForms call it */
type Say = (part: FormPage | Question, code: UseRemark, detail: string, column?: string) => void

/** A question whose condition is not understood is always asked; all choices are offered whose filter is not. */
export function keepUsable(form: Form, say: Say) {
  takeOutCalculations(form, say)
  for (const page of form.pages) {
    const ofPage = keeper(form, null, page, say)
    page.relevant = ofPage(page.relevant, 'relevant')
    if (page.count !== undefined && ofPage(page.count, 'repeat_count') === null) delete page.count
    sayWords(form, null, page, [page.label], say)
    for (const question of page.questions) keepUsableQuestion(form, page, question, say)
  }
}

/** Gives the expression, or null where it cannot be used, and says why. */
const keeper =
  (form: Form, page: FormPage | null, part: FormPage | Question, say: Say) => (text: string | null, column: string) => {
    if (text === null) return null
    const wrong = wrongIn(text, { form, page })
    if (wrong) say(part, wrong.code, wrong.code === 'expression' ? text : `${wrong.detail}: ${text}`, column)
    else sayAnew(text, part, column, say)
    return wrong ? null : text
  }

function keepUsableQuestion(form: Form, page: FormPage, question: Question, say: Say) {
  const usable = keeper(form, page, question, say)
  question.required = usable(question.required, 'required')
  question.relevant = usable(question.relevant, 'relevant')
  question.constraint = usable(question.constraint, 'constraint')
  const { default: text, choiceFilter, calculation } = question
  if (text?.startsWith('=') && usable(text.slice(1), 'default') === null) delete question.default
  if (calculation !== undefined) sayAnew(calculation, question, 'calculation', say)
  if (choiceFilter !== undefined && wrongIn(choiceFilter, { form, page, columns: columnsOf(question) })) {
    say(question, 'choice-filter', choiceFilter)
    delete question.choiceFilter
  }
  const { label, hint, constraintMessage, requiredMessage = {}, choices } = question
  sayWords(form, page, question, [label, hint, constraintMessage, requiredMessage], say)
  sayWords(
    form,
    page,
    question,
    choices.map(one => one.label),
    say,
  )
}

/** Phones work these out once, or to the second. */
function sayAnew(text: string, part: FormPage | Question, column: string, say: Say) {
  if (functionsIn(readExpression(text)).some(name => name === 'once' || name === 'now')) say(part, 'anew', text, column)
}

/** ${name} in words stands for an answer: dots stand there where there can be none. */
function sayWords(form: Form, page: FormPage | null, part: FormPage | Question, all: InLanguages[], say: Say) {
  const asked = all.flatMap(words => Object.values(words)).flatMap(text => [...text.matchAll(/\$\{\s*([\w.-]+)\s*\}/g)])
  if (!asked.length) return
  const names = namesOf(form)
  for (const name of new Set(asked.map(([, name]) => name!)))
    if (!names.has(name) || isOfSeveral(form, page, name)) say(part, 'words', `\${${name}}`)
}

/** One that is not understood takes those with it that are worked out from it. */
function takeOutCalculations(form: Form, say: Say) {
  for (let before = -1, now = questionsOf(form).length; now !== before; now = questionsOf(form).length) {
    before = now
    for (const page of form.pages)
      page.questions = page.questions.filter(question => {
        if (question.calculation === undefined || !wrongIn(question.calculation, { form, page })) return true
        say(question, 'calculation', `${question.name}: ${question.calculation}`)
        return false
      })
  }
  form.pages = form.pages.filter(page => page.questions.length)
}
