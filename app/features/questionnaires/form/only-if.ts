/** A condition as people say it ('only if the answer to … is …'), and the expression that says the same. Pure. */
import { isAnswered, isNumber, takesSeveral, type FormPage, type Form, type Question } from './model.ts'

export const HOW = ['is', 'is-not', 'contains', 'more', 'less', 'answered'] as const
export type How = (typeof HOW)[number]

export interface OnlyIf {
  /** The name of the question that it asks for. */
  question: string
  how: How
  /** As answers are kept: 'yes', the name of a choice, a number, words. '' for 'answered'. */
  answer: string
}

/** Questions that can be asked for on a page before a question: of each only one answer is there. @param own it; null: it is new */
export const askable = (form: Form, page: FormPage | null, own: string | null): Question[] => {
  const asked: Question[] = []
  for (const one of form.pages) {
    for (const question of one.questions) {
      if (question.name === own) return asked
      const isOne = !one.repeat || one === page
      if (isOne && question.type !== 'file' && (isAnswered(question) || question.type === 'calculate'))
        asked.push(question)
    }
    if (one === page) return asked
  }
  return asked
}

/** Whether the answer that is asked for can only be a number. */
export const asksNumber = (how: How, of: Pick<Question, 'type'>): boolean =>
  how === 'more' || how === 'less' || (how !== 'answered' && isNumber(of))

/** Null: the answer has both kinds of quotation marks. */
export function expressionFor({ question, how, answer }: OnlyIf, of: Pick<Question, 'type'>): string | null {
  const name = `\${${question}}`
  const quoted = answer.includes("'") ? (answer.includes('"') ? null : `"${answer}"`) : `'${answer}'`
  // Numbers are compared as such: '5.0' is five as well.
  const text = asksNumber(how, of) ? answer : quoted
  if (text === null) return null
  switch (how) {
    case 'is':
      return takesSeveral(of) ? `selected(${name}, ${text})` : `${name} = ${text}`
    case 'is-not':
      return takesSeveral(of) ? `not(selected(${name}, ${text}))` : `${name} != ${text}`
    case 'contains':
      if (takesSeveral(of)) return `selected(${name}, ${text})`
      return of.type === 'text' ? `contains(${name}, ${text})` : `${name} = ${text}`
    case 'more':
      return `${name} > ${text}`
    case 'less':
      return `${name} < ${text}`
    case 'answered':
      return `${name} != ''`
  }
}

const NAME = String.raw`\$\{\s*([\w.-]+)\s*\}`
const TEXT = String.raw`(?:'([^']+)'|"([^"]+)")`
const NUMBER = String.raw`(-?\d+(?:\.\d+)?)`
const isOne = (of: Question): boolean => !takesSeveral(of)
/** `of`: of other questions it means something that cannot be chosen. */
const SHAPES: [shape: RegExp, how: How, of?: (question: Question) => boolean][] = [
  [new RegExp(`^${NAME}\\s*!=\\s*(?:''|"")$`), 'answered'],
  [new RegExp(`^${NAME}\\s*=\\s*${TEXT}$`), 'is', isOne],
  [new RegExp(`^${NAME}\\s*!=\\s*${TEXT}$`), 'is-not', isOne],
  [new RegExp(`^not\\(\\s*selected\\(\\s*${NAME}\\s*,\\s*${TEXT}\\s*\\)\\s*\\)$`), 'is-not'],
  [new RegExp(`^(?:selected|contains)\\(\\s*${NAME}\\s*,\\s*${TEXT}\\s*\\)$`), 'contains'],
  [new RegExp(`^${NAME}\\s*=\\s*${NUMBER}$`), 'is', isNumber],
  [new RegExp(`^${NAME}\\s*!=\\s*${NUMBER}$`), 'is-not', isNumber],
  [new RegExp(`^${NAME}\\s*>\\s*${NUMBER}$`), 'more'],
  [new RegExp(`^${NAME}\\s*<\\s*${NUMBER}$`), 'less'],
]

/** Null: the expression says something else than one such condition on one of these questions. */
export function onlyIfIn(text: string, questions: readonly Question[]): OnlyIf | null {
  for (const [shape, how, isOf] of SHAPES) {
    const [, name, ...answers] = text.trim().match(shape) ?? []
    const question = questions.find(one => one.name === name)
    if (!name || !question || isOf?.(question) === false) continue
    return { question: name, how, answer: answers.find(one => one !== undefined) ?? '' }
  }
  return null
}

/** The least and the most that a number may be. */
export interface Bounds {
  least: string
  most: string
}

const BOUND = /^\.\s*(>=|<=)\s*(-?\d+(?:\.\d+)?)$/

export const boundsExpression = ({ least, most }: Bounds): string | null =>
  [least && `. >= ${least}`, most && `. <= ${most}`].filter(Boolean).join(' and ') || null

/** Null: the expression says something else. */
export function boundsIn(text: string): Bounds | null {
  const bounds: Bounds = { least: '', most: '' }
  for (const part of text.split(/\s+and\s+/)) {
    const [, sign, number] = part.trim().match(BOUND) ?? []
    if (!number) return null
    bounds[sign === '>=' ? 'least' : 'most'] = number
  }
  return bounds
}
