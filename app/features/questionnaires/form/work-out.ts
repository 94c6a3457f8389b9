/** What an expression comes to, given the answers. It cannot fail: what makes no sense is the empty text, or no number. */
import type { Expression } from './expression.ts'
import { FUNCTIONS } from './functions.ts'
import type { Answer } from './model.ts'
import { isSame, isTrue, textOf, toNumber, type Value } from './values.ts'

export interface Asking {
  /** Undefined: not answered. */
  answer: (name: string) => Answer | undefined
  /** Of a question on a repeated page: its answers in all entries. Of such a page: as many as it has entries. */
  all: (name: string) => (Answer | undefined)[]
  /** Whether it is a question of the entry that this is about: then its answer is the one of this entry. */
  isHere: (name: string) => boolean
  /** What '.' is: the answer that is being checked. */
  own?: Answer | undefined
  /** The columns of the choice that a filter is looking at. */
  columns?: Record<string, string>
  /** Which entry of a repeated page this is, from 1. */
  position: number
  /** How the question's choice is called. */
  called: (question: string, choice: string) => string
  /** ISO 8601 day. */
  today: string
  /** BCP 47: the reader's. */
  language: string
}

/** Works it out. An answer that is not there is the empty text, as in XPath. */
export function valueOf(expression: Expression, asking: Asking): Value {
  switch (expression.is) {
    case 'value':
      return expression.value
    case 'answer':
      return plain(asking.answer(expression.name))
    case 'this':
      return plain(asking.own)
    case 'column':
      return asking.columns?.[expression.name] ?? ''
    case 'operation':
      return operate(expression.operator, expression.left, expression.right, asking)
    case 'call':
      return callOf(expression.name, expression.given, asking)
  }
}

const plain = (answer: Answer | undefined): string =>
  answer === undefined
    ? ''
    : typeof answer === 'string'
      ? answer
      : Array.isArray(answer)
        ? answer.join(' ')
        : answer.fileName

function operate(operator: string, left: Expression, right: Expression, asking: Asking): Value {
  const one = valueOf(left, asking)
  if (operator === 'and') return isTrue(one) && isTrue(valueOf(right, asking))
  if (operator === 'or') return isTrue(one) || isTrue(valueOf(right, asking))
  const other = valueOf(right, asking)
  switch (operator) {
    case '=':
      return isSame(one, other)
    case '!=':
      return !isSame(one, other)
    case '<':
      return toNumber(one) < toNumber(other)
    case '<=':
      return toNumber(one) <= toNumber(other)
    case '>':
      return toNumber(one) > toNumber(other)
    case '>=':
      return toNumber(one) >= toNumber(other)
    case '+':
      return toNumber(one) + toNumber(other)
    case '-':
      return toNumber(one) - toNumber(other)
    case '*':
      return toNumber(one) * toNumber(other)
    case 'div':
      return toNumber(one) / toNumber(other)
    default:
      return toNumber(one) % toNumber(other)
  }
}

function callOf(name: string, given: Expression[], asking: Asking): Value {
  // Each is worked out once: with functions in functions, twice would soon be a million times.
  const known = new Map<number, Value>()
  const value = (n: number): Value => {
    if (!known.has(n)) known.set(n, given[n] ? valueOf(given[n], asking) : '')
    return known.get(n)!
  }
  const text = (n: number): string => textOf(value(n))
  const all = (n: number): string[] => {
    const one = given[n]
    return one?.is === 'answer' ? asking.all(one.name).map(plain) : [text(n)]
  }
  const isSeveral = (one: Expression): boolean => one.is === 'answer' && !asking.isHere(one.name)
  const { called, position, today, language } = asking
  return FUNCTIONS[name]!.is({
    given: given.length,
    value,
    text,
    number: n => toNumber(value(n)),
    each: from => given.slice(from).flatMap((one, n) => (isSeveral(one) ? all(from + n) : [text(from + n)])),
    all,
    called,
    position,
    today,
    language,
  })
}
