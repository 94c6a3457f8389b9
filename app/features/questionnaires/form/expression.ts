/**
 * The part of XPath that XLSForms are written in: ${name}, '.', selected(), comparison, arithmetic, and/or/not. A text is read once into
 * a tree; working it out (work-out.ts) can neither fail nor reach anything but the answers it is given.
 */
import { FUNCTIONS } from './functions.ts'
import { patternOf } from './pattern.ts'

export type Expression =
  | { is: 'value'; value: string | number | boolean }
  | { is: 'answer'; name: string }
  | { is: 'this' }
  /** A column of the choices that a filter goes through. */
  | { is: 'column'; name: string }
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

const LONGEST = 4000
const DEEPEST = 60
const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?|\.\d+)|'([^']*)'|"([^"]*)"|[‘’]([^‘’]*)[‘’]|[“”]([^“”]*)[“”]|\$\{\s*([\w.-]+)\s*\}|(<=|>=|!=|\.\.|[-+*=<>(),.])|([A-Za-z_][\w-]*(?::[A-Za-z][\w-]*)?))/y

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

/** From those that bind least. */
const OPERATORS = [['or'], ['and'], ['=', '!='], ['<', '<=', '>', '>='], ['+', '-'], ['*', 'div', 'mod']]

/**
 * @param columns what a filter of choices may speak of beside answers: 'name', 'region'
 * @throws ExpressionError where it is not of this part of XPath
 */
export function readExpression(text: string, columns: readonly string[] = []): Expression {
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
    // position(..) is written with the whole of which it is the place.
    if (token.text === '.' || token.text === '..') return { is: 'this' }
    if (token.text === '-')
      return { is: 'operation', operator: '-', left: { is: 'value', value: 0 }, right: single(deep + 1) }
    if (token.text === '(') {
      const inner = sides(0, deep + 1)
      take(')')
      return inner
    }
    if (token.is === 'word' && next()?.text !== '(' && columns.includes(token.text))
      return { is: 'column', name: token.text }
    // Of a node that is nowhere: nothing.
    if (token.is === 'word' && token.text === 'null') return { is: 'value', value: '' }
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
    const [least, most] = FUNCTIONS[name]!.takes
    if (given.length < least || given.length > most) throw new ExpressionError(`${name}()`)
    const [, pattern] = given
    if (name === 'regex' && !(pattern?.is === 'value' && patternOf(String(pattern.value))))
      throw new ExpressionError(pattern?.is === 'value' ? String(pattern.value) : 'regex()')
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

/** Those of them that it takes for one answer, and not for as many as were given: outside of sum(), count() and the like. */
export function singleNamesIn(expression: Expression): string[] {
  if (expression.is === 'answer') return [expression.name]
  if (expression.is === 'operation') return [...singleNamesIn(expression.left), ...singleNamesIn(expression.right)]
  if (expression.is !== 'call') return []
  const { ofSeveral } = FUNCTIONS[expression.name]!
  return expression.given.flatMap((one, n) => (one.is === 'answer' && ofSeveral?.(n) ? [] : singleNamesIn(one)))
}

/** The functions that it uses. */
export function functionsIn(expression: Expression): string[] {
  if (expression.is === 'operation') return [...functionsIn(expression.left), ...functionsIn(expression.right)]
  return expression.is === 'call' ? [expression.name, ...expression.given.flatMap(functionsIn)] : []
}
