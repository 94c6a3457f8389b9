/** On the phone: which page comes next, which questions of this one are asked, as she types. The rules are the server's own. */
import { askedQuestions, followed, offered, type Followed, type Place } from '../form/follow.ts'
import { entriesOf, MOST_ENTRIES, type Answers, type Form, type FormPage } from '../form/model.ts'
import type { Held } from './held.ts'
import { fieldName, takePage } from './take.ts'

/** The fields of a posted body, those that came more than once as lists. */
export function fieldsOf(body: string): Record<string, string[]> {
  const fields: Record<string, string[]> = {}
  for (const [name, value] of new URLSearchParams(body))
    if (name !== '__proto__') (Object.hasOwn(fields, name) ? fields[name]! : (fields[name] = [])).push(value)
  return fields
}

/**
 * The answers so far.
 * @param bodies what pages were answered with since the page was made, by their names
 */
export function answersWith(form: Form, held: Held, bodies: Map<string, string>): Answers {
  let answers = held.answers
  for (const page of form.pages) {
    const body = bodies.get(page.name)
    if (body !== undefined)
      answers = takePage({ form, page, before: answers, day: held.day }, fieldsOf(body), null).shown
  }
  return answers
}

/** The page that comes next; null: it was the last. */
export function pageBeside(form: Form, answers: Answers, day: string, here: string, step: 1 | -1): FormPage | null {
  const order = form.pages.map(({ name }) => name)
  const at = order.indexOf(here)
  const asked = followed(form, answers, day).pages
  return (
    (step === 1
      ? asked.find(page => order.indexOf(page.name) > at)
      : asked.findLast(page => order.indexOf(page.name) < at)) ?? null
  )
}

/** Shows what is asked now, and hides what is not. @param root what holds the questions */
export function showAsked(root: ParentNode, form: Form, answers: Answers, day: string, name: string) {
  const page = form.pages.find(one => one.name === name)
  if (!page) return
  const it = followed(form, answers, day)
  if (!page.repeat) return showPlace(root, page, it, null)
  for (let n = 0; n < MOST_ENTRIES; n++) {
    if (!page.questions.some(question => root.querySelector(`[data-asked="${fieldName(question.name, n)}"]`))) continue
    const entry = entriesOf(answers, page)[n] ?? {}
    showPlace(root, page, it, { page, entry, n })
  }
}

function showPlace(root: ParentNode, page: FormPage, it: Followed, place: Place | null) {
  const worked: Answers = place ? (entriesOf(it.answers, page)[place.n] ?? {}) : it.answers
  const asked = new Set(askedQuestions(page, it, place))
  for (const question of page.questions) {
    const element = root.querySelector<HTMLElement>(`[data-asked="${fieldName(question.name, place && place.n)}"]`)
    if (!element) continue
    element.hidden = !asked.has(question)
    const output = element.querySelector('output')
    const result = worked[question.name]
    if (output) output.textContent = typeof result === 'string' ? result : '–'
    if (question.choiceFilter === undefined) continue
    const names = new Set(offered(question, it, place).map(choice => question.choices.indexOf(choice)))
    element.querySelectorAll<HTMLElement>('[data-choice]').forEach((choice, n) => {
      choice.hidden = !names.has(n)
      const input = choice.querySelector('input')
      if (input && choice.hidden) input.checked = false
    })
    const none = element.querySelector<HTMLElement>('[data-none-offered]')
    if (none) none.hidden = names.size > 0
  }
}
