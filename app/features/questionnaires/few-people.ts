/**
 * Answers that count so few people that these could be recognised: one to four. The public is not told them, nor what would give them away:
 * what was worked out from them, and a part of a total whose other part is hidden, wherever else the same number was answered. Who works on
 * the answers sees all. Pure.
 */
import { namesIn, readExpression } from './form/expression.ts'
import {
  entriesOf,
  questionsOf,
  type Answer,
  type Answers,
  type Entry,
  type Form,
  type FormPage,
  type Question,
} from './form/model.ts'

/** The same bounds as figures of indicators have. */
const isFew = (people: number): boolean => people >= 0.5 && people <= 4.5

/** Whether its answer is a number, and nobody said that it counts something else than people. */
export const countsPeople = ({ type, countsPeople }: Pick<Question, 'type' | 'countsPeople'>): boolean =>
  (type === 'integer' || type === 'decimal' || type === 'calculate') && countsPeople !== false

/** Whether an answer is hidden from the public. @param n which of the things that a repeated page is answered for, from 0 */
export type Hidden = (question: Pick<Question, 'name'>, n?: number | null) => boolean

const key = (name: string, n: number | null | undefined): string => `${n ?? ''} ${name}`

/** What of one respondent's answers the public is not told. */
export function fewPeopleIn(form: Form, answers: Answers): Hidden {
  const { hide, isHidden, hideWorkedOut } = hiding(form, answers)
  const places = placesIn(form, answers)
  const found = places.flatMap(place => fewAmong(place.counts).map(count => ({ place, count })))
  for (const { place, count } of found) hide(count.name, place.n)
  // What is worked out from a few is no total that could be told.
  hideWorkedOut()
  const told = places.map(place => ({ ...place, counts: place.counts.filter(count => !isHidden(count, place.n)) }))
  const given = new Set(found.flatMap(({ count: { people } }) => (isFew(people) ? [] : [people])))
  for (const place of places) {
    const few = place.counts.filter(({ people }) => isFew(people))
    if (few.length) for (const part of partsElsewhere(told, place, few)) given.add(part)
  }
  for (const { people } of fewInShort(places)) given.add(people)
  for (const { n, counts } of places) for (const { name, people } of counts) if (given.has(people)) hide(name, n)
  hideWorkedOut()
  return isHidden
}

/** What is hidden so far. */
function hiding(form: Form, answers: Answers) {
  const hidden = new Set<string>()
  const names = new Set<string>()
  const hide = (name: string, n: number | null) => {
    hidden.add(key(name, n))
    names.add(name)
  }
  const isHidden: Hidden = ({ name }, n) => hidden.has(key(name, n))
  const fromHidden = (question: Question) =>
    !names.has(question.name) && workedOutFrom(question).some(name => names.has(name))
  const hideWorkedOut = () => {
    for (let next = questionsOf(form).find(fromHidden); next; next = questionsOf(form).find(fromHidden)) {
      const { name } = next
      const home = form.pages.find(page => page.questions.some(one => one.name === name))!
      hide(name, null)
      if (home.repeat) entriesOf(answers, home).forEach((_, n) => hide(name, n))
    }
  }
  return { hide, isHidden, hideWorkedOut }
}

/** Each with what of it is hidden: worked out once, for all the questions that are asked of it. */
export const withHidden = <T extends { answers: Answers }>(
  form: Form,
  answered: readonly T[],
): (T & { isHidden: Hidden })[] => answered.map(one => ({ ...one, isHidden: fewPeopleIn(form, one.answers) }))

const workedOutFrom = ({ type, calculation }: Question): string[] =>
  type === 'calculate' && calculation ? namesIn(readExpression(calculation)) : []

interface Count {
  /** The question's. */
  name: string
  people: number
}

/** A page that was answered; `n`: for which of several things. */
interface Place {
  page: FormPage
  n: number | null
  counts: Count[]
}

const countsIn = (questions: readonly Question[], place: Entry | Answers): Count[] =>
  questions.filter(countsPeople).flatMap((question): Count[] => {
    const people = numberIn(Object.hasOwn(place, question.name) ? (place[question.name] as Answer) : undefined)
    return people === null ? [] : [{ name: question.name, people }]
  })

const placesIn = (form: Form, answers: Answers): Place[] =>
  form.pages.flatMap((page): Place[] =>
    page.repeat
      ? entriesOf(answers, page).map((place, n) => ({ page, n, counts: countsIn(page.questions, place) }))
      : [{ page, n: null, counts: countsIn(page.questions, answers) }],
  )

/**
 * What the few of a page would be known by, were it left over of a total: one of them, several that are few together, or so many that each must be
 * as many as can be.
 */
function tellingSums(few: readonly Count[]): number[] {
  const sums = new Set<number>()
  for (const { people } of few) for (const sum of [0, ...sums]) if (isFew(sum + people)) sums.add(sum + people)
  const most = few.filter(({ people }) => people === 4).length
  return [...sums, ...Array.from({ length: most }, (_, n) => 4 * (n + 1))]
}

const isAmong = (rest: number, sums: readonly number[]): boolean => sums.some(sum => Math.abs(sum - rest) < 1e-6)

/** Of the numbers of a page those that are few, or would give few away. */
function fewAmong(counts: readonly Count[]): Count[] {
  const hidden = counts.filter(({ people }) => isFew(people))
  const shown = counts.filter(({ people }) => people > 4.5).sort((a, b) => b.people - a.people)
  if (hidden.length)
    for (let part = partBeside(shown, hidden); part; part = partBeside(shown, hidden))
      hidden.push(...shown.splice(shown.indexOf(part), 1))
  return hidden
}

/** So many numbers of one page are added up in every way; of more, the largest. */
const MOST_ADDED = 12

/** The smallest number that, taken from a total with others, leaves a hidden one: 200 in all, of whom 197 men. */
function partBeside(shown: readonly Count[], hidden: readonly Count[]): Count | null {
  const telling = tellingSums(hidden.filter(({ people }) => isFew(people)))
  const added = shown.slice(0, MOST_ADDED)
  for (const total of added) {
    const parts = added.filter(one => one !== total && one.people < total.people)
    for (let chosen = 1; chosen < 1 << parts.length; chosen++) {
      const these = parts.filter((_, n) => chosen & (1 << n))
      if (isAmong(total.people - sumOf(these.map(({ people }) => people)), telling)) return these.at(-1)!
    }
  }
  return null
}

/** So many numbers in a whole form are taken as if they stood on one page, where each page asks for one thing. */
const MOST_TOGETHER = 8

/** What a short form would give away, whatever stands on which page. */
function fewInShort(places: readonly Place[]): Count[] {
  const counts = places.filter(({ n }) => n === null).flatMap(place => place.counts)
  return counts.length > MOST_TOGETHER ? [] : fewAmong(counts).filter(({ people }) => !isFew(people))
}

/** So many numbers of one page are added up in every way beside a total on another page; of more, all of them and each alone. */
const MOST_ADDED_ELSEWHERE = 5

/**
 * The numbers that would give the few of a page away together with a total on another page: 3 women and 197 men here, 200 in all there; or the
 * total here and the men there; or the women of one harbour, beside all women there. Only sums that a form is likely to ask for are tried: a
 * number of another page is often near by chance.
 */
function partsElsewhere(told: readonly Place[], here: Place, few: readonly Count[]): number[] {
  const isHere = ({ page, n }: Place) => page === here.page && n === here.n
  const countsOf = (places: readonly Place[]) => places.flatMap(({ counts }) => counts)
  const shown = (counts: readonly Count[]) => counts.map(({ people }) => people).filter(people => people > 4.5)
  const beside = shown(countsOf(told.filter(isHere)))
  const others = shown(countsOf(told.filter(({ page }) => page !== here.page)))
  const again = countsOf(told.filter(place => place.page === here.page && !isHere(place)))
  const telling = tellingSums(few)
  const given: number[] = []
  const give = (parts: readonly number[], sums: readonly number[]) => {
    if (parts.length && others.some(all => isAmong(all - sumOf(parts), sums))) given.push(Math.min(...parts))
  }
  for (const parts of waysToAdd(beside)) give(parts, telling)
  for (const one of few) give(shown(again.filter(({ name }) => name === one.name)), [one.people])
  for (const part of others) if (beside.some(all => isAmong(all - part, telling))) given.push(part)
  return given
}

function waysToAdd(numbers: readonly number[]): (readonly number[])[] {
  if (numbers.length > MOST_ADDED_ELSEWHERE) return [numbers, ...numbers.map(one => [one])]
  return Array.from({ length: (1 << numbers.length) - 1 }, (_, n) => numbers.filter((_, at) => (n + 1) & (1 << at)))
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0)

function numberIn(answer: Answer | undefined): number | null {
  if (typeof answer !== 'string' || answer.trim() === '') return null
  const number = Number(answer)
  return Number.isFinite(number) ? number : null
}
