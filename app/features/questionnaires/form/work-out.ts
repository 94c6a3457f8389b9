/** What an expression comes to, given the answers. It cannot fail: what makes no sense is the empty text, or no number. */
import type { Expression } from './expression.ts'
import type { Answer } from './model.ts'
import { patternOf } from './pattern.ts'

export interface Asking {
  /** Undefined: not answered. */
  answer: (name: string) => Answer | undefined
  /** Of a question on a repeated page: its answers in all entries. Of such a page: as many as it has entries. */
  all: (name: string) => (Answer | undefined)[]
  /** What '.' is: the answer that is being checked. */
  own?: Answer | undefined
  /** The columns of the choice that a filter is looking at. */
  columns?: Record<string, string>
  /** Which entry of a repeated page this is, from 1. */
  position?: number
  /** How the question's choice is called. */
  called: (question: string, choice: string) => string
  /** ISO 8601 day. */
  today: string
}

export type Value = string | number | boolean

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
  const number = (n: number): number => toNumber(value(n))
  const words = (n: number) => text(n).split(/\s+/).filter(Boolean)
  /** The values of what is given: of an answer that is repeated, those of every entry. */
  const each = (from: number): string[] =>
    given.slice(from).flatMap((one, n) => (one.is === 'answer' ? asking.all(one.name).map(plain) : [text(from + n)]))
  const numbers = () =>
    each(0)
      .filter(Boolean)
      .map(toNumber)
      .filter(one => !Number.isNaN(one))
  switch (name) {
    case 'selected':
      return words(0).includes(text(1).trim())
    case 'selected-at':
      return words(0)[number(1)] ?? ''
    case 'count-selected':
      return words(0).length
    case 'jr:choice-name': {
      const question = text(1).match(/^\$\{\s*([\w.-]+)\s*\}$/)?.[1]
      return question ? asking.called(question, text(0)) : text(0)
    }
    case 'not':
      return !isTrue(value(0))
    case 'true':
      return true
    case 'false':
      return false
    case 'boolean':
      return isTrue(value(0))
    case 'boolean-from-string':
      return /^(1|true)$/i.test(text(0))
    case 'if':
      return isTrue(value(0)) ? value(1) : value(2)
    case 'coalesce':
      return value(0) === '' ? value(1) : value(0)
    // Everything is worked out anew until it is sent.
    case 'once':
      return value(0)
    case 'int':
      return Math.trunc(number(0))
    case 'round':
      return rounded(number(0), given[1] ? number(1) : 0)
    case 'floor':
      return Math.floor(number(0))
    case 'ceiling':
      return Math.ceil(number(0))
    case 'abs':
      return Math.abs(number(0))
    case 'pow':
      return number(0) ** number(1)
    case 'sqrt':
      return Math.sqrt(number(0))
    case 'string':
      return text(0)
    case 'string-length':
      return [...text(0)].length
    case 'concat':
      return short(each(0).join(''))
    case 'join':
      return short(each(1).filter(Boolean).join(text(0)))
    case 'substr':
      return [...text(0)].slice(number(1) || 0, given[2] ? number(2) || 0 : undefined).join('')
    case 'substring-before':
      return text(0).includes(text(1)) ? text(0).slice(0, text(0).indexOf(text(1))) : ''
    case 'substring-after':
      return text(0).includes(text(1)) ? text(0).slice(text(0).indexOf(text(1)) + text(1).length) : ''
    case 'contains':
      return text(0).includes(text(1))
    case 'starts-with':
      return text(0).startsWith(text(1))
    case 'ends-with':
      return text(0).endsWith(text(1))
    case 'normalize-space':
      return text(0).trim().replace(/\s+/g, ' ')
    case 'translate':
      return translated(text(0), [...text(1)], [...text(2)])
    case 'regex':
      return patternOf(text(1))?.(text(0).slice(0, LONGEST_MATCHED)) ?? false
    case 'today':
    case 'now':
      return asking.today
    case 'date':
    case 'date-time':
      return dayOf(value(0))
    case 'decimal-date-time':
      return number(0)
    case 'format-date':
    case 'format-date-time':
      return formatted(dayOf(value(0)), text(1))
    case 'sum':
      return numbers().reduce((sum, one) => sum + one, 0)
    case 'count':
      return given[0]?.is === 'answer' ? asking.all(given[0].name).length : 0
    case 'count-non-empty':
      return each(0).filter(Boolean).length
    case 'min':
      return least(numbers())
    case 'max':
      return most(numbers())
    case 'indexed-repeat':
      return given[0]?.is === 'answer' ? plain(asking.all(given[0].name)[number(2) - 1]) : ''
    case 'position':
      return asking.position ?? 1
    default:
      return number(0)
  }
}

const least = (numbers: number[]): Value => (numbers.length ? Math.min(...numbers) : '')
const most = (numbers: number[]): Value => (numbers.length ? Math.max(...numbers) : '')

const LONGEST_MATCHED = 10_000
const LONGEST_MADE = 10_000
const short = (text: string): string => text.slice(0, LONGEST_MADE)

/** As it is kept as an answer: XForms writes a number that is none as NaN. */
export const textOf = (value: Value): string => String(value)

function translated(text: string, from: string[], to: string[]): string {
  return [...text]
    .map(sign => {
      const at = from.indexOf(sign)
      return at < 0 ? sign : (to[at] ?? '')
    })
    .join('')
}

const rounded = (number: number, places: number) => {
  const unit = 10 ** Math.max(-12, Math.min(12, Math.trunc(places) || 0))
  return Math.round(number * unit) / unit
}

export const isTrue = (value: Value): boolean =>
  typeof value === 'number' ? value !== 0 && !Number.isNaN(value) : value !== '' && value !== false

/** Texts by their letters; as soon as one side is a number, as numbers; a day is its number. */
function isSame(one: Value, other: Value): boolean {
  if (typeof one === 'boolean' || typeof other === 'boolean') return isTrue(one) === isTrue(other)
  if (typeof one === 'number' || typeof other === 'number') return toNumber(one) === toNumber(other)
  return one === other
}

const DAY_MS = 86_400_000
const DAY = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?/

/** Days since 1970, as XForms counts with them; a time of day is a part of one. */
function toNumber(value: Value): number {
  if (typeof value !== 'string') return Number(value)
  const [, day, time] = value.match(DAY) ?? []
  if (day) return Date.parse(`${day}T${time ?? '00:00'}Z`) / DAY_MS
  return value.trim() === '' ? NaN : Number(value)
}

const FARTHEST_DAY = 3_000_000

/** 20454 is '2026-01-01'; a text that is no day stays as it is. */
function dayOf(value: Value): string {
  if (typeof value === 'string' && !/^-?\d+(\.\d+)?$/.test(value)) return value
  const number = toNumber(value)
  return Math.abs(number) < FARTHEST_DAY ? new Date(Math.floor(number) * DAY_MS).toISOString().slice(0, 10) : ''
}

function formatted(day: string, as: string): string {
  const [, year, month, date, hour = '00', minute = '00'] =
    day.match(/^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?/) ?? []
  if (!year || !month || !date) return ''
  const parts: Record<string, string> = {
    Y: year,
    y: year.slice(2),
    m: month,
    n: String(Number(month)),
    b: month,
    d: date,
    e: String(Number(date)),
    H: hour,
    h: String(Number(hour)),
    M: minute,
  }
  return as.replace(/%([a-z])/gi, (whole, sign: string) => parts[sign] ?? whole)
}
