/**
 * The part of XPath that XLSForms are written in: ${name}, '.', selected(), comparison, arithmetic, and/or/not. A text is read once into
 * a tree; working it out can neither fail nor reach anything but the answers it is given.
 */
import type { Answer } from './model.ts'

export type Expression =
  | { is: 'value'; value: string | number | boolean }
  | { is: 'answer'; name: string }
  | { is: 'this' }
  | { is: 'operation'; operator: string; left: Expression; right: Expression }
  | { is: 'call'; name: string; given: Expression[] }

/** Why an expression cannot be used; `part` is the words of it that were not understood. */
export class ExpressionError extends Error {
  override name = 'ExpressionError'
  readonly part: string
  constructor(part: string) {
    super(`Not understood in an expression: ${part}`)
    this.part = part
  }
}

const LONGEST = 2000
const DEEPEST = 60
const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?|\.\d+)|'([^']*)'|"([^"]*)"|[‘’]([^‘’]*)[‘’]|[“”]([^“”]*)[“”]|\$\{\s*([\w.-]+)\s*\}|(<=|>=|!=|[-+*=<>(),.])|([A-Za-z][\w-]*))/y

interface Token {
  is: 'number' | 'text' | 'answer' | 'sign' | 'word'
  text: string
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  const end = text.trimEnd().length
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < end) {
    const from = TOKEN.lastIndex
    const found = TOKEN.exec(text)
    if (!found) throw new ExpressionError(text.slice(from, from + 30).trim())
    const [, number, ...rest] = found
    const quoted = rest.slice(0, 4).find(one => one !== undefined)
    const [answer, sign, word] = rest.slice(4)
    if (number !== undefined) tokens.push({ is: 'number', text: number })
    else if (quoted !== undefined) tokens.push({ is: 'text', text: quoted })
    else if (answer !== undefined) tokens.push({ is: 'answer', text: answer })
    else if (sign !== undefined) tokens.push({ is: 'sign', text: sign })
    else tokens.push({ is: 'word', text: word! })
  }
  return tokens
}

/** How many values each function takes. */
const FUNCTIONS: Record<string, [least: number, most: number]> = {
  selected: [2, 2],
  'count-selected': [1, 1],
  not: [1, 1],
  true: [0, 0],
  false: [0, 0],
  today: [0, 0],
  if: [3, 3],
  coalesce: [2, 2],
  number: [1, 1],
  int: [1, 1],
  round: [1, 2],
  'string-length': [1, 1],
  date: [1, 1],
}

/** From those that bind least. */
const OPERATORS = [['or'], ['and'], ['=', '!='], ['<', '<=', '>', '>='], ['+', '-'], ['*', 'div', 'mod']]

/** @throws ExpressionError where it is not of this part of XPath */
export function readExpression(text: string): Expression {
  if (text.length > LONGEST) throw new ExpressionError(`${text.slice(0, 30)}…`)
  const tokens = tokensOf(text)
  let at = 0
  const next = () => tokens[at]
  const fail = (): never => {
    throw new ExpressionError(next()?.text ?? text.slice(-30).trim())
  }
  const take = (sign: string) => {
    if (next()?.is !== 'sign' || next()?.text !== sign) fail()
    at++
  }
  const sides = (level: number, deep: number): Expression => {
    const operators = OPERATORS[level]
    if (!operators) return single(deep)
    let left = sides(level + 1, deep)
    for (let token = next(); token && token.is !== 'text' && operators.includes(token.text); token = next()) {
      at++
      left = { is: 'operation', operator: token.text, left, right: sides(level + 1, deep) }
    }
    return left
  }
  const single = (deep: number): Expression => {
    const token = next()
    if (!token || deep > DEEPEST) return fail()
    at++
    if (token.is === 'number') return { is: 'value', value: Number(token.text) }
    if (token.is === 'text') return { is: 'value', value: token.text }
    if (token.is === 'answer') return { is: 'answer', name: token.text }
    if (token.text === '.') return { is: 'this' }
    if (token.text === '-')
      return { is: 'operation', operator: '-', left: { is: 'value', value: 0 }, right: single(deep + 1) }
    if (token.text === '(') {
      const inner = sides(0, deep + 1)
      take(')')
      return inner
    }
    at--
    return token.is === 'word' && Object.hasOwn(FUNCTIONS, token.text) ? call(deep) : fail()
  }
  const call = (deep: number): Expression => {
    const name = next()!.text
    at++
    take('(')
    const given: Expression[] = []
    while (next()?.text !== ')' || next()?.is !== 'sign') {
      if (given.length) take(',')
      given.push(sides(0, deep + 1))
    }
    take(')')
    const [least, most] = FUNCTIONS[name]!
    if (given.length < least || given.length > most) throw new ExpressionError(`${name}()`)
    return { is: 'call', name, given }
  }
  const whole = sides(0, 0)
  if (at < tokens.length) fail()
  return whole
}

/** The answers that it asks for. */
export function namesIn(expression: Expression): string[] {
  if (expression.is === 'answer') return [expression.name]
  if (expression.is === 'operation') return [...namesIn(expression.left), ...namesIn(expression.right)]
  return expression.is === 'call' ? expression.given.flatMap(namesIn) : []
}

export interface Asking {
  /** Undefined: not answered. */
  answer: (name: string) => Answer | undefined
  /** What '.' is: the answer that is being checked. */
  own?: Answer | undefined
  /** ISO 8601 day. */
  today: string
}

type Value = string | number | boolean

/** Works it out. An answer that is not there is the empty text, as in XPath. */
export function valueOf(expression: Expression, asking: Asking): Value {
  switch (expression.is) {
    case 'value':
      return expression.value
    case 'answer':
      return plain(asking.answer(expression.name))
    case 'this':
      return plain(asking.own)
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
  const value = (n: number): Value => valueOf(given[n]!, asking)
  const words = (n: number) => String(value(n)).split(/\s+/).filter(Boolean)
  switch (name) {
    case 'selected':
      return words(0).includes(String(value(1)).trim())
    case 'count-selected':
      return words(0).length
    case 'not':
      return !isTrue(value(0))
    case 'true':
      return true
    case 'false':
      return false
    case 'today':
      return asking.today
    case 'if':
      return isTrue(value(0)) ? value(1) : value(2)
    case 'coalesce':
      return value(0) === '' ? value(1) : value(0)
    case 'int':
      return Math.trunc(toNumber(value(0)))
    case 'round':
      return rounded(toNumber(value(0)), given[1] ? toNumber(value(1)) : 0)
    case 'string-length':
      return [...String(value(0))].length
    case 'date':
      return String(value(0))
    default:
      return toNumber(value(0))
  }
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

const DAY = /^\d{4}-\d{2}-\d{2}$/

function toNumber(value: Value): number {
  if (typeof value !== 'string') return Number(value)
  if (DAY.test(value)) return Date.parse(value) / 86_400_000
  return value.trim() === '' ? NaN : Number(value)
}
