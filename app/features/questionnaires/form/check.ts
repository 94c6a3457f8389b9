/** Whether what was typed can be kept as an answer, and what keeps the answers from being sent. Pure. */
import {
  askedQuestions,
  defaultsOf,
  followed,
  holds,
  isRequired,
  offered,
  type Followed,
  type Place,
} from './follow.ts'
import {
  entriesOf,
  isAnswered,
  isEntries,
  type Answer,
  type Answers,
  type Entry,
  type Form,
  type FormPage,
  type Question,
} from './model.ts'

/** Why an answer is not taken. */
export type Refusal = 'needed' | 'integer' | 'decimal' | 'date' | 'time' | 'choice' | 'rank' | 'too-long' | 'constraint'

export const LONGEST_TEXT = 10_000

/** The answer in what was typed; undefined where nothing was. A typed answer is tidied: spaces, decimal comma, Arabic digits. */
export function typedAnswer(question: Question, typed: readonly string[]): Answer | undefined {
  if (question.type === 'select-multiple') {
    const chosen = typed.map(one => one.trim()).filter(Boolean)
    return chosen.length ? [...new Set(chosen)] : undefined
  }
  if (question.type === 'rank') {
    // A place that was left empty stays one, so that the others keep theirs.
    const places = typed.map(one => one.trim())
    return places.some(Boolean) ? places : undefined
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
  it: Followed,
  place?: Place | null,
): Refusal | null {
  if (answer === undefined) return isRequired(question, it, place) ? 'needed' : null
  const shape = wrongShape(question, answer)
  if (shape) return shape
  const given = [answer].flat()
  if (question.choiceFilter !== undefined) {
    const names = offered(question, it, place).map(({ name }) => name)
    if (!given.every(one => names.includes(one as string))) return 'choice'
  }
  if (question.type === 'rank' && given.length < offered(question, it, place).length) return 'rank'
  const { constraint } = question
  return constraint !== null && !holds(constraint, it, { place: place ?? null, own: answer }) ? 'constraint' : null
}

function wrongShape({ type, choices }: Question, answer: Answer): Refusal | null {
  if (type === 'file') return typeof answer === 'object' && !Array.isArray(answer) ? null : 'choice'
  if (type === 'select-multiple')
    return Array.isArray(answer) && answer.every(one => choices.some(choice => choice.name === one)) ? null : 'choice'
  if (type === 'rank')
    return Array.isArray(answer) &&
      new Set(answer).size === answer.length &&
      answer.every(one => choices.some(choice => choice.name === one))
      ? null
      : 'rank'
  if (typeof answer !== 'string') return 'choice'
  switch (type) {
    case 'integer':
      return /^-?\d{1,15}$/.test(answer) ? null : 'integer'
    case 'decimal':
      return /^-?\d{1,15}(\.\d{1,15})?$/.test(answer) ? null : 'decimal'
    case 'date':
      return isDay(answer) ? null : 'date'
    case 'time':
      return TIME.test(answer) ? null : 'time'
    case 'date-time':
      return isDay(answer.slice(0, 10)) && answer[10] === 'T' && TIME.test(answer.slice(11)) ? null : 'time'
    case 'yes-no':
      return answer === 'yes' || answer === 'no' ? null : 'choice'
    case 'select-one':
      return choices.some(choice => choice.name === answer) ? null : 'choice'
    default:
      return answer.length > LONGEST_TEXT ? 'too-long' : null
  }
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** The places of a page: itself, or one for each thing that it is answered for. */
export const placesOf = (page: FormPage, answers: Answers): (Place | null)[] =>
  page.repeat ? entriesOf(answers, page).map((entry, n) => ({ page, entry, n })) : [null]

/** What keeps the answers from being sent: by page, the questions that lack something. */
export function unanswered(it: Followed): { page: FormPage; question: Question; refusal: Refusal }[] {
  const lacking: { page: FormPage; question: Question; refusal: Refusal }[] = []
  for (const page of it.pages)
    for (const place of placesOf(page, it.answers))
      for (const question of askedQuestions(page, it, place)) {
        if (!isAnswered(question)) continue
        const answer = (place?.entry ?? it.answers)[question.name]
        const refusal = isEntries(answer) ? 'choice' : refusalOf(question, answer, it, place)
        if (refusal) lacking.push({ page, question, refusal })
      }
  return lacking
}

/** What is sent: the answers to questions that are asked, and what is worked out from them. */
export function askedAnswers(it: Followed): Answers {
  const kept: Answers = {}
  for (const page of it.form.pages) {
    if (page.repeat) {
      const entries = entriesOf(it.answers, page).map(entry => fitting(page.questions, entry))
      if (entries.length) kept[page.name] = entries
    } else Object.assign(kept, fitting(page.questions, it.answers))
  }
  return kept
}

/** What stands in the form before she begins: what she answered last time, else what its author put there. */
export function firstAnswers(form: Form, earlier: Answers | null, day?: string): Answers {
  const kept = earlier ? fittingAnswers(form, earlier) : {}
  for (const page of form.pages)
    if (!page.repeat) {
      const rest = Object.entries(defaultsOf(page, followed(form, kept, day)))
      for (const [name, answer] of rest) kept[name] ??= answer
    }
  return kept
}

/** Last round's answers to questions that this form has too, in the same shape. */
export function fittingAnswers(form: Form, earlier: Answers): Answers {
  const kept: Answers = {}
  for (const page of form.pages) {
    // A file was given for that time, and what is worked out is worked out anew.
    const questions = page.questions.filter(({ type }) => type !== 'file' && type !== 'calculate')
    if (page.repeat) {
      const entries = entriesOf(earlier, page).map(entry => fitting(questions, entry))
      if (entries.some(entry => Object.keys(entry).length)) kept[page.name] = entries
    } else Object.assign(kept, fitting(questions, earlier))
  }
  return kept
}

function fitting(questions: Question[], answers: Answers | Entry): Entry {
  const kept: Entry = {}
  for (const question of questions) {
    const answer = answers[question.name]
    if (answer !== undefined && !isEntries(answer) && !wrongShape(question, answer)) kept[question.name] = answer
  }
  return kept
}
