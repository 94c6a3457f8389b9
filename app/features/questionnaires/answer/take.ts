/** From the fields of a posted page to answers: what can be kept, what is to be mended, what is to be asked more. Pure. */
import { askedQuestions, refusalOf, typedAnswer, type Refusal } from '../form/check.ts'
import {
  entriesOf,
  isEntries,
  MOST_ENTRIES,
  type Answer,
  type Answers,
  type Entry,
  type FileAnswer,
  type FormPage,
  type Question,
} from '../form/model.ts'

export type Fields = Record<string, unknown>

/** How a question's field is called: 'q.budget', in the third entry of a repeated page 'q.2.place'. */
export const fieldName = (question: string, entry: number | null): string =>
  entry === null ? `q.${question}` : `q.${entry}.${question}`

export interface Taken {
  /** By the field's name. */
  errors: Record<string, { refusal: Refusal; question: Question }>
  given: Answers
  emptied: string[]
  /** Everything typed, also what is not kept, for the form to be shown again. */
  shown: Answers
  /** Questions that are asked now and were not before. */
  more: boolean
}

const typedIn = (fields: Fields, name: string): string[] =>
  (Object.hasOwn(fields, name) ? [fields[name]].flat() : []).filter(value => typeof value === 'string')

/** @param before the answers so far @param file what was sent with the page */
export function takePage(page: FormPage, before: Answers, fields: Fields, file: FileAnswer | null): Taken {
  return page.repeat ? takeEntries(page, before, fields) : takeOne(page, before, fields, file)
}

function takeOne(page: FormPage, before: Answers, fields: Fields, file: FileAnswer | null): Taken {
  const typed: Entry = {}
  for (const question of page.questions) {
    const answer = answerIn(question, fields, null, before, file)
    if (answer !== undefined) typed[question.name] = answer
  }
  const rest = Object.fromEntries(
    Object.entries(before).filter(([name]) => !page.questions.some(one => one.name === name)),
  )
  const shown: Answers = { ...rest, ...typed }
  const errors: Taken['errors'] = {}
  const given: Answers = {}
  const emptied: string[] = []
  const asked = new Set(askedQuestions(page, shown))
  for (const question of page.questions) {
    if (question.type === 'note') continue
    const answer = typed[question.name]
    const refusal = asked.has(question) ? refusalOf(question, answer, shown) : null
    if (refusal) errors[fieldName(question.name, null)] = { refusal, question }
    if (answer === undefined) emptied.push(question.name)
    else if (!refusal) given[question.name] = answer
  }
  const was = new Set(askedQuestions(page, before))
  const more = [...asked].some(
    question => !was.has(question) && typed[question.name] === undefined && question.type !== 'note',
  )
  return { errors, given, emptied, shown, more }
}

function answerIn(
  question: Question,
  fields: Fields,
  entry: number | null,
  before: Entry | Answers,
  file: FileAnswer | null,
): Answer | undefined {
  const name = fieldName(question.name, entry)
  if (question.type === 'note') return undefined
  if (question.type !== 'file') return typedAnswer(question, typedIn(fields, name))
  if (file) return file
  const former = before[question.name]
  return typedIn(fields, `${name}.remove`).length || isEntries(former) ? undefined : former
}

function takeEntries(page: FormPage, before: Answers, fields: Fields): Taken {
  const numbers = Array.from({ length: MOST_ENTRIES }, (_, n) => n).filter(n =>
    page.questions.some(question => Object.hasOwn(fields, fieldName(question.name, n))),
  )
  const removed = typedIn(fields, 'go')
    .flatMap(go => go.match(/^remove\.(\d+)$/)?.[1] ?? [])
    .map(Number)
  const errors: Taken['errors'] = {}
  const kept: Entry[] = []
  const shown: Entry[] = []
  let more = false
  for (const n of numbers) {
    if (removed.includes(n)) continue
    const typed: Entry = {}
    for (const question of page.questions) {
      const answer = answerIn(question, fields, n, {}, null)
      if (answer !== undefined) typed[question.name] = answer
    }
    if (!Object.keys(typed).length) continue
    const at = shown.push(typed) - 1
    const good: Entry = {}
    const was = new Set(askedQuestions(page, before, entriesOf(before, page)[n] ?? {}))
    for (const question of askedQuestions(page, before, typed)) {
      if (question.type === 'note') continue
      const answer = typed[question.name]
      const refusal = refusalOf(question, answer, before, typed)
      if (refusal) errors[fieldName(question.name, at)] = { refusal, question }
      else if (answer !== undefined) good[question.name] = answer
      if (answer === undefined && !was.has(question)) more = true
    }
    kept.push(good)
  }
  return {
    errors,
    given: kept.length ? { [page.name]: kept } : {},
    emptied: kept.length ? [] : [page.name],
    shown: { ...before, [page.name]: shown },
    more,
  }
}
