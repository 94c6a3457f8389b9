/**
 * The functions that expressions may use, in the order of the ODK XForms Specification (https://getodk.github.io/xforms-spec/#xpath-functions):
 * how many values each takes, and what it comes to.
 */
import { patternOf } from './pattern.ts'
import { formatted, isoDay, isoMoment, isTrue, partOfDay, toNumber, whenOf, type Value } from './values.ts'

/** What a function is called with: the values that it is given, from 0, worked out when they are asked for. */
export interface Call {
  given: number
  value: (n: number) => Value
  text: (n: number) => string
  number: (n: number) => number
  /** From the n-th on, as texts: of an answer that is given once for each of several things, all of them, but among these its own. */
  each: (from: number) => string[]
  /** Of the n-th: all of them, also among these things. */
  all: (n: number) => string[]
  /** How the choice of a question is called. */
  called: (question: string, choice: string) => string
  /** Which of several things this is, from 1. */
  position: number
  /** ISO 8601 day. */
  today: string
  /** BCP 47: the form's own. */
  language: string
}

interface Function {
  takes: [least: number, most: number]
  is: (call: Call) => Value
  /** Its n-th value may be an answer that is given several times; in others that has to be one of them. */
  ofSeveral?: (n: number) => boolean
}

const MANY = 30
const LONGEST = 10_000
const short = (text: string): string => text.slice(0, LONGEST)
const always = () => true

const takes = (least: number, most: number, is: Function['is'], ofSeveral?: Function['ofSeveral']): Function => ({
  takes: [least, most],
  is,
  ...(ofSeveral && { ofSeveral }),
})
const takesNone = (is: Function['is']) => takes(0, 0, is)
const takesOne = (is: Function['is']) => takes(1, 1, is)
const takesTwo = (is: Function['is']) => takes(2, 2, is)
const ofNumber = (is: (number: number) => number) => takesOne(({ number }) => is(number(0)))

const STRING_FUNCTIONS: Record<string, Function> = {
  string: takesOne(({ text }) => text(0)),
  concat: takes(1, MANY, ({ each }) => short(each(0).join('')), always),
  join: takes(
    2,
    MANY,
    ({ text, each }) => short(each(1).join(text(0))),
    n => n > 0,
  ),
  substr: takes(2, 3, ({ text, number, given }) =>
    [...text(0)].slice(number(1) || 0, given > 2 ? number(2) || 0 : undefined).join(''),
  ),
  // Of XPath 1.0, which counts from 1; web forms know it.
  substring: takes(2, 3, ({ text, number, given }) => {
    const from = Math.round(number(1))
    const to = given > 2 ? from + Math.round(number(2)) : Infinity
    return [...text(0)].filter((_, n) => n + 1 >= from && n + 1 < to).join('')
  }),
  'substring-before': takesTwo(({ text }) => text(0).slice(0, Math.max(0, text(0).indexOf(text(1))))),
  'substring-after': takesTwo(({ text }) =>
    text(0).includes(text(1)) ? text(0).slice(text(0).indexOf(text(1)) + text(1).length) : '',
  ),
  translate: takes(3, 3, ({ text }) => translated(text(0), [...text(1)], [...text(2)])),
  'string-length': takesOne(({ text }) => [...text(0)].length),
  'normalize-space': takesOne(({ text }) => text(0).trim().replace(/\s+/g, ' ')),
  contains: takesTwo(({ text }) => text(0).includes(text(1))),
  'starts-with': takesTwo(({ text }) => text(0).startsWith(text(1))),
  'ends-with': takesTwo(({ text }) => text(0).endsWith(text(1))),
}

const BOOLEAN_FUNCTIONS: Record<string, Function> = {
  if: takes(3, 3, ({ value }) => (isTrue(value(0)) ? value(1) : value(2))),
  coalesce: takesTwo(({ value }) => (value(0) === '' ? value(1) : value(0))),
  // Everything is worked out anew until it is sent: usable.ts says so.
  once: takesOne(({ value }) => value(0)),
  true: takesNone(() => true),
  false: takesNone(() => false),
  boolean: takesOne(({ value }) => isTrue(value(0))),
  'boolean-from-string': takesOne(({ text }) => text(0) === 'true' || text(0) === '1'),
  not: takesOne(({ value }) => !isTrue(value(0))),
  // The whole text has to be so, as on phones (https://docs.getodk.org/form-operators-functions/#regex).
  regex: takesTwo(({ text }) => patternOf(text(1))?.(short(text(0))) ?? false),
  checklist: takes(3, MANY, ({ number, given }) => {
    const held = Array.from({ length: given - 2 }, (_, n) => number(n + 2)).filter(one => one > 0).length
    return isWithin(held, number(0), number(1))
  }),
  'weighted-checklist': takes(4, MANY, ({ number, given }) => {
    const pairs = Array.from({ length: Math.floor((given - 2) / 2) }, (_, n) => [number(2 + 2 * n), number(3 + 2 * n)])
    const weight = pairs.reduce((sum, [held = 0, weighs = 0]) => (held > 0 ? sum + weighs : sum), 0)
    return isWithin(weight, number(0), number(1))
  }),
}

const NUMBER_FUNCTIONS: Record<string, Function> = {
  number: ofNumber(one => one),
  int: ofNumber(Math.trunc),
  // What was not answered is left out of these three; what is no number makes the whole none.
  sum: takes(1, 1, ({ each }) => numbers(each(0)).reduce((sum, one) => sum + one, 0), always),
  max: takes(1, MANY, ({ each }) => outermost(Math.max, each(0)), always),
  min: takes(1, MANY, ({ each }) => outermost(Math.min, each(0)), always),
  round: takes(1, 2, ({ number, given }) => rounded(number(0), given > 1 ? number(1) : 0)),
  floor: ofNumber(Math.floor),
  ceiling: ofNumber(Math.ceil),
  pow: takesTwo(({ number }) => number(0) ** number(1)),
  log: ofNumber(Math.log),
  log10: ofNumber(Math.log10),
  abs: ofNumber(Math.abs),
  sin: ofNumber(Math.sin),
  cos: ofNumber(Math.cos),
  tan: ofNumber(Math.tan),
  asin: ofNumber(Math.asin),
  acos: ofNumber(Math.acos),
  atan: ofNumber(Math.atan),
  atan2: takesTwo(({ number }) => Math.atan2(number(0), number(1))),
  sqrt: ofNumber(Math.sqrt),
  exp: ofNumber(Math.exp),
  exp10: ofNumber(one => 10 ** one),
  pi: takesNone(() => Math.PI),
}

const NODE_SET_FUNCTIONS: Record<string, Function> = {
  count: takes(1, 1, ({ each }) => each(0).length, always),
  'count-non-empty': takes(1, 1, ({ each }) => each(0).filter(Boolean).length, always),
  // Of (..), the thing around: with anything else it would be another's place.
  position: takesOne(({ position }) => position),
}

const DATE_AND_TIME_FUNCTIONS: Record<string, Function> = {
  today: takesNone(({ today }) => today),
  // To the day: usable.ts says so.
  now: takesNone(({ today }) => today),
  'format-date': takesTwo(inWords),
  'format-date-time': takesTwo(inWords),
  date: takesOne(({ value }) => asText(whenOf(value(0)), isoDay)),
  'date-time': takesOne(({ value }) => asText(whenOf(value(0)), isoMoment)),
  'decimal-date-time': ofNumber(one => one),
  'decimal-time': takesOne(({ text }) => partOfDay(text(0))),
}

const SELECT_FUNCTIONS: Record<string, Function> = {
  // As phones do it: among words, and the empty text is in the empty list.
  selected: takesTwo(({ text }) => ` ${text(0)} `.includes(` ${text(1).trim()} `)),
  'selected-at': takesTwo(({ text, number }) => wordsOf(text(0))[number(1)] ?? ''),
  'count-selected': takesOne(({ text }) => wordsOf(text(0)).length),
  'jr:choice-name': takesTwo(({ text, called }) => {
    const question = text(1).match(/^\$\{\s*([\w.-]+)\s*\}$/)?.[1]
    return question ? called(question, text(0)) : text(0)
  }),
}

const REPEAT_FUNCTIONS: Record<string, Function> = {
  'indexed-repeat': takes(
    3,
    3,
    ({ all, number }) => all(0)[number(2) - 1] ?? '',
    n => n < 2,
  ),
}

export const FUNCTIONS: Record<string, Function> = {
  ...STRING_FUNCTIONS,
  ...BOOLEAN_FUNCTIONS,
  ...NUMBER_FUNCTIONS,
  ...NODE_SET_FUNCTIONS,
  ...DATE_AND_TIME_FUNCTIONS,
  ...SELECT_FUNCTIONS,
  ...REPEAT_FUNCTIONS,
}

const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean)
const numbers = (texts: string[]): number[] => texts.filter(Boolean).map(toNumber)
const asText = (when: Date | null, as: (when: Date) => string): string => (when ? as(when) : '')

function inWords({ value, text, language }: Call): string {
  const when = whenOf(value(0))
  return when ? formatted(when, text(1), language) : ''
}

function outermost(which: (...numbers: number[]) => number, texts: string[]): Value {
  const given = numbers(texts)
  return given.length ? which(...given) : ''
}

/** -1: no bound. */
const isWithin = (count: number, least: number, most: number): boolean =>
  (least === -1 || count >= least) && (most === -1 || count <= most)

function translated(text: string, from: string[], to: string[]): string {
  return [...text]
    .map(sign => {
      const at = from.indexOf(sign)
      return at < 0 ? sign : (to[at] ?? '')
    })
    .join('')
}

/** Half goes up, as in XPath. */
function rounded(number: number, places: number): number {
  const unit = 10 ** Math.max(-12, Math.min(12, Math.trunc(places) || 0))
  return Math.round(number * unit) / unit
}
