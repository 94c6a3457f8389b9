/** Which expressions of a form can be used; what cannot is taken out and said. */
import { ExpressionError, namesIn, readExpression } from './expression.ts'
import { columnsOf } from './follow.ts'
import { questionsOf, type Form, type FormPage, type Question } from './model.ts'

export type ExpressionRemark = 'expression' | 'no-such-answer' | 'choice-filter' | 'calculation'

/** Says what of a page or a question is not used. */
type Say = (part: FormPage | Question, code: ExpressionRemark, detail: string) => void

/** A question whose condition is not understood is always asked; all choices are offered whose filter is not. */
export function keepUsable(form: Form, say: Say) {
  takeOutCalculations(form, say)
  const names = namesOf(form)
  const usable = (text: string | null, part: FormPage | Question): string | null => {
    const wrong = text === null ? null : wrongIn(text, names)
    if (wrong) say(part, wrong.code, wrong.detail)
    return wrong ? null : text
  }
  for (const page of form.pages) {
    page.relevant = usable(page.relevant, page)
    if (page.count !== undefined && usable(page.count, page) === null) delete page.count
    for (const question of page.questions) {
      question.required = usable(question.required, question)
      question.relevant = usable(question.relevant, question)
      question.constraint = usable(question.constraint, question)
      const { default: text, choiceFilter } = question
      if (text?.startsWith('=') && usable(text.slice(1), question) === null) delete question.default
      if (choiceFilter !== undefined && wrongIn(choiceFilter, names, columnsOf(question))) {
        say(question, 'choice-filter', choiceFilter)
        delete question.choiceFilter
      }
    }
  }
}

/** One that is not understood takes those with it that are worked out from it. */
function takeOutCalculations(form: Form, say: Say) {
  for (let names = namesOf(form), before = -1; names.size !== before; names = namesOf(form)) {
    before = names.size
    for (const page of form.pages)
      page.questions = page.questions.filter(question => {
        if (question.calculation === undefined || !wrongIn(question.calculation, names)) return true
        say(question, 'calculation', `${question.name}: ${question.calculation}`)
        return false
      })
  }
  form.pages = form.pages.filter(page => page.questions.length)
}

/** What expressions may ask for: questions, and parts that are repeated. */
const namesOf = (form: Form): Set<string> =>
  new Set([
    ...questionsOf(form).map(({ name }) => name),
    ...form.pages.filter(({ repeat }) => repeat).map(({ name }) => name),
  ])

function wrongIn(
  text: string,
  names: Set<string>,
  columns: string[] = [],
): { code: 'expression' | 'no-such-answer'; detail: string } | null {
  try {
    const unknown = namesIn(readExpression(text, columns)).find(name => !names.has(name))
    return unknown === undefined ? null : { code: 'no-such-answer', detail: `\${${unknown}}` }
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error
    return { code: 'expression', detail: text }
  }
}
