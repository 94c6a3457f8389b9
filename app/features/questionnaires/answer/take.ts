/** From the fields of a posted page to answers: what can be kept, what is to be mended, what is to be asked more. Pure. */
import { refusalOf, typedAnswer, type Refusal } from '../form/check.ts'
import { askedQuestions, defaultsOf, followed, offered, type Followed, type Place } from '../form/follow.ts'
import {
  entriesOf,
  isAnswered,
  isEntries,
  MOST_ENTRIES,
  type Answer,
  type Answers,
  type Entry,
  type FileAnswer,
  type Form,
  type FormPage,
  type Question,
} from '../form/model.ts'

export type Fields = Record<string, unknown>

/** How a question's field is called: 'q.budget', in the third entry of a repeated page 'q.2.place'. */
export const fieldName = (question: string, entry: number | null): string =>
  entry === null ? `q.${question}` : `q.${entry}.${question}`

/** In which entry of a repeated page a field stands: 2 for 'q.2.place'. */
export const entryOf = (field: string): number => Number(field.split('.')[1])

export interface Taken {
  /** By the field's name. */
  errors: Record<string, { refusal: Refusal; question: Question }>
  given: Answers
  emptied: string[]
  /** Everything typed, also what is not kept, for the form to be shown again. */
  shown: Answers
  /** Questions are asked, or choices offered, that were not before. */
  more: boolean
}

const typedIn = (fields: Fields, name: string): string[] =>
  (Object.hasOwn(fields, name) ? [fields[name]].flat() : []).filter(value => typeof value === 'string')

/** A page of a form, as it was before it was posted. */
export interface Posted {
  form: Form
  page: FormPage
  /** The answers so far. */
  before: Answers
  /** What today() is. */
  day: string
}

/** @param file what was sent with the page */
export function takePage(posted: Posted, fields: Fields, file: FileAnswer | null): Taken {
  return posted.page.repeat ? takeEntries(posted, fields) : takeOne(posted, fields, file)
}

function takeOne({ form, page, before, day }: Posted, fields: Fields, file: FileAnswer | null): Taken {
  const typed: Entry = {}
  for (const question of page.questions) {
    const answer = answerIn(question, fields, null, before, file)
    if (answer !== undefined) typed[question.name] = answer
  }
  const rest = Object.fromEntries(
    Object.entries(before).filter(([name]) => !page.questions.some(one => one.name === name)),
  )
  const shown: Answers = { ...rest, ...typed }
  const now = followed(form, shown, day)
  const errors: Taken['errors'] = {}
  const given: Answers = {}
  const emptied: string[] = []
  const asked = new Set(askedQuestions(page, now))
  for (const question of page.questions.filter(isAnswered)) {
    const answer = typed[question.name]
    const refusal = asked.has(question) ? refusalOf(question, answer, now) : null
    if (refusal) errors[fieldName(question.name, null)] = { refusal, question }
    if (answer === undefined) emptied.push(question.name)
    else if (!refusal) given[question.name] = answer
  }
  const was = followed(form, before, day)
  return { errors, given, emptied, shown, more: isMore(page, was, null, now, null, typed) }
}

/** Whether there is something to answer that could not be answered before. */
function isMore(
  page: FormPage,
  was: Followed,
  placeThen: Place | null,
  now: Followed,
  place: Place | null,
  typed: Entry,
): boolean {
  const then = new Set(askedQuestions(page, was, placeThen))
  return askedQuestions(page, now, place).some(
    question =>
      isAnswered(question) &&
      typed[question.name] === undefined &&
      (!then.has(question) ||
        (question.choiceFilter !== undefined &&
          offered(question, now, place).length > 0 &&
          offered(question, was, placeThen).length === 0)),
  )
}

function answerIn(
  question: Question,
  fields: Fields,
  entry: number | null,
  before: Entry | Answers,
  file: FileAnswer | null,
): Answer | undefined {
  const name = fieldName(question.name, entry)
  if (!isAnswered(question)) return undefined
  if (question.type !== 'file') return typedAnswer(question, typedIn(fields, name))
  if (file) return file
  const former = before[question.name]
  return typedIn(fields, `${name}.remove`).length || isEntries(former) ? undefined : former
}

function takeEntries({ form, page, before, day }: Posted, fields: Fields): Taken {
  const numbers = Array.from({ length: MOST_ENTRIES }, (_, n) => n).filter(n =>
    page.questions.some(question => Object.hasOwn(fields, fieldName(question.name, n))),
  )
  const removed = typedIn(fields, 'go')
    .flatMap(go => go.match(/^remove\.(\d+)$/)?.[1] ?? [])
    .map(Number)
  const was = followed(form, before, day)
  const untouched = JSON.stringify(defaultsOf(page, was))
  const places: { typed: Entry; from: number }[] = []
  for (const n of numbers) {
    if (removed.includes(n)) continue
    const typed: Entry = {}
    for (const question of page.questions) {
      const answer = answerIn(question, fields, n, {}, null)
      if (answer !== undefined) typed[question.name] = answer
    }
    if (!Object.keys(typed).length) continue
    // An entry in which nothing was said is none, whatever stood in it at first.
    const isNew = entriesOf(before, page)[n] === undefined
    if (!isNew || JSON.stringify(sorted(typed, page)) !== untouched) places.push({ typed, from: n })
  }
  const shown: Answers = { ...before, [page.name]: places.map(({ typed }) => typed) }
  const now = followed(form, shown, day)
  const errors: Taken['errors'] = {}
  const kept: Entry[] = []
  let more = false
  places.forEach(({ typed, from }, n) => {
    const place = { page, entry: typed, n }
    const good: Entry = {}
    for (const question of askedQuestions(page, now, place)) {
      if (!isAnswered(question)) continue
      const answer = typed[question.name]
      const refusal = refusalOf(question, answer, now, place)
      if (refusal) errors[fieldName(question.name, n)] = { refusal, question }
      else if (answer !== undefined) good[question.name] = answer
    }
    const then = { page, entry: entriesOf(before, page)[from] ?? {}, n: from }
    more ||= isMore(page, was, then, now, place, typed)
    kept.push(good)
  })
  return {
    errors,
    given: kept.length ? { [page.name]: kept } : {},
    emptied: kept.length ? [] : [page.name],
    shown,
    more,
  }
}

/** In the order of the page's questions, as `defaultsOf` gives them. */
const sorted = (entry: Entry, page: FormPage): Entry =>
  Object.fromEntries(page.questions.flatMap(({ name }) => (entry[name] === undefined ? [] : [[name, entry[name]]])))
