/** How a form goes for somebody who answered so: which pages and questions are asked of her, and what is worked out from her answers. Pure. */
import { readExpression, type Expression } from './expression.ts'
import {
  entriesOf,
  isEntries,
  said,
  takesSeveral,
  type Answer,
  type Answers,
  type Choice,
  type Entry,
  type Form,
  type FormPage,
  type Question,
} from './model.ts'
import { isTrue, textOf, type Value } from './values.ts'
import { valueOf, type Asking } from './work-out.ts'

export interface Followed {
  form: Form
  /** The pages that are asked. */
  pages: FormPage[]
  /** The answers to what is asked, with what is worked out: what conditions go by. An answer that became void is not among them. */
  answers: Answers
  /** ISO 8601: what today() is. */
  day: string
  /** BCP 47: in which choices and days are called where words are worked out. */
  language: string
}

/** The n-th of the things that a repeated page is answered for, from 0. */
export interface Place {
  page: FormPage
  entry: Entry
  n: number
}

const read = new Map<string, Expression>()

/** Each text is read once. A form is kept only with expressions that can be read. */
function expressionOf(text: string, columns: string[] = []): Expression {
  const key = [text, ...columns].join('\0')
  let expression = read.get(key)
  if (!expression) {
    if (read.size > 5000) read.clear()
    read.set(key, (expression = readExpression(text, columns)))
  }
  return expression
}

/** The day by clocks in the time zone. @param timeZone IANA */
export function dayIn(timeZone: string, at = new Date()): string {
  // Swedish dates are ISO 8601.
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(at)
}

const today = (): string => new Date().toISOString().slice(0, 10)

/**
 * Goes through the form from its first page to its last. An answer counts where its question is asked, given the answers before it; a
 * condition that asks for one further down takes it as it stands.
 * @param language the reader's; else the form's own
 */
export function followed(form: Form, given: Answers, day = today(), language = form.languages[0]!): Followed {
  const first = walk(form, given, day, language)
  // A result that was asked for further up than it is worked out: once more, with what it came to.
  return first.early ? walk(form, { ...given, ...first.results }, day, language).followed : first.followed
}

function walk(form: Form, given: Answers, day: string, language: string) {
  const answers: Answers = {}
  const pages: FormPage[] = []
  const yet: Followed = { form, pages, answers, day, language }
  const results: Answers = {}
  const passed = new Set<string>()
  const worked = new Set(form.pages.flatMap(page => page.questions.filter(isWorkedOut).map(({ name }) => name)))
  let early = false
  const top = (name: string): Answer | undefined => {
    if (passed.has(name)) return plainIn(answers, name)
    if (worked.has(name)) early = true
    return plainIn(given, name)
  }

  function goThrough(page: FormPage, from: Answers | Entry, into: Answers | Entry, place: Place | null): number {
    let asked = 0
    const here = new Set<string>()
    const inPlace = (name: string): Answer | undefined =>
      place && page.questions.some(question => question.name === name)
        ? plainIn(here.has(name) ? into : from, name)
        : top(name)
    for (const question of page.questions) {
      const asking = askingOf(yet, place, inPlace)
      if (question.relevant === null || isTrue(valueOf(expressionOf(question.relevant), asking))) {
        asked++
        const answer = isWorkedOut(question)
          ? resultOf(valueOf(expressionOf(question.calculation!), asking))
          : plainIn(from, question.name)
        if (answer !== undefined) into[question.name] = answer
        if (!place && isWorkedOut(question) && answer !== undefined) results[question.name] = answer
      }
      here.add(question.name)
      if (!place) passed.add(question.name)
    }
    return asked
  }

  for (const page of form.pages) {
    const isAsked = page.relevant === null || isTrue(valueOf(expressionOf(page.relevant), askingOf(yet, null, top)))
    if (!isAsked) {
      for (const { name } of page.questions) passed.add(name)
      continue
    }
    if (page.repeat) {
      const entries: Entry[] = []
      answers[page.name] = entries
      entriesOf(given, page).forEach((entry, n) => {
        const kept: Entry = {}
        entries.push(kept)
        goThrough(page, entry, kept, { page, entry, n })
      })
      pages.push(page)
    } else if (goThrough(page, given, answers, null) > 0 && page.questions.some(hasPlace(answers, yet)))
      pages.push(page)
  }
  return { followed: yet, results, early }
}

const isWorkedOut = ({ type, calculation }: Question): boolean => type === 'calculate' && calculation !== undefined

/** A page with nothing on it but what is worked out unseen is no page. */
const hasPlace = (answers: Answers, yet: Followed) => (question: Question) =>
  (question.type !== 'calculate' || Object.keys(question.label).length > 0) &&
  holds(question.relevant, { ...yet, answers })

const resultOf = (value: Value): Answer | undefined => {
  const text = textOf(value)
  return text === '' ? undefined : text
}

function plainIn(answers: Answers | Entry, name: string): Answer | undefined {
  const answer = Object.hasOwn(answers, name) ? answers[name] : undefined
  return isEntries(answer) ? undefined : answer
}

function askingOf(it: Followed, place: Place | null, answer: Asking['answer']): Asking {
  const home = (name: string) =>
    it.form.pages.find(page => page.repeat && page.questions.some(question => question.name === name))
  return {
    answer,
    isHere: name => place?.page.questions.some(question => question.name === name) ?? false,
    today: it.day,
    language: it.language,
    position: (place?.n ?? 0) + 1,
    all(name) {
      const repeated = it.form.pages.find(page => page.repeat && page.name === name)
      if (repeated) return entriesOf(it.answers, repeated).map(() => undefined)
      const page = home(name)
      return page ? entriesOf(it.answers, page).map(entry => entry[name]) : [plainIn(it.answers, name)]
    },
    called(name, choice) {
      const question = it.form.pages.flatMap(page => page.questions).find(one => one.name === name)
      const found = question?.choices.find(one => one.name === choice)
      return found ? said(found.label, it.language, it.form).text : choice
    },
  }
}

interface Of {
  place?: Place | null
  /** What '.' is. */
  own?: Answer | undefined
  choice?: Choice
}

function worked(text: string, it: Followed, { place = null, own, choice }: Of, columns: string[] = []): Value {
  const answer = (name: string): Answer | undefined =>
    place?.page.questions.some(question => question.name === name)
      ? plainIn(place.entry, name)
      : plainIn(it.answers, name)
  return valueOf(expressionOf(text, columns), {
    ...askingOf(it, place, answer),
    own,
    ...(choice && { columns: { ...choice.columns, name: choice.name } }),
  })
}

/** Whether an expression holds; one that is none always does. */
export const holds = (text: string | null, it: Followed, of: Of = {}): boolean =>
  text === null || isTrue(worked(text, it, of))

export const isRequired = (question: Question, it: Followed, place?: Place | null): boolean =>
  question.required !== null && holds(question.required, it, { place: place ?? null })

export const askedQuestions = (page: FormPage, it: Followed, place?: Place | null): Question[] =>
  page.questions.filter(question => holds(question.relevant, it, { place: place ?? null }))

/** Of a filter, in the order in which its expression is read. */
export const columnsOf = ({ choices }: Pick<Question, 'choices'>): string[] =>
  [...new Set(['name', ...choices.flatMap(choice => Object.keys(choice.columns ?? {}))])].sort()

/** The choices that are offered. */
export function offered(question: Question, it: Followed, place?: Place | null): Choice[] {
  const { choiceFilter, choices } = question
  if (choiceFilter === undefined) return choices
  const columns = columnsOf(question)
  return choices.filter(choice => isTrue(worked(choiceFilter, it, { place: place ?? null, choice }, columns)))
}

/** How many things a repeated page is answered for; null: as many as she likes. */
export function countOf(page: FormPage, it: Followed): number | null {
  if (page.count === undefined) return null
  const count = Math.trunc(Number(worked(page.count, it, {})))
  return Number.isNaN(count) ? null : Math.max(0, count)
}

/** What stands in a page's questions before anybody answers. */
export function defaultsOf(page: FormPage, it: Followed): Entry {
  const entry: Entry = {}
  for (const { name, type, default: text } of page.questions) {
    if (text === undefined || type === 'calculate' || type === 'file' || type === 'note') continue
    const value = text.startsWith('=') ? textOf(worked(text.slice(1), it, {})) : text
    if (value !== '') entry[name] = takesSeveral({ type }) ? value.split(/\s+/) : value
  }
  return entry
}
