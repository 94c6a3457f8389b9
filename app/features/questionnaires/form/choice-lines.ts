/**
 * Choices as lines that a person types and reads: 'name | words in the first language | words in the second | region=north'.
 * Written out and read again, they are the same. Pure.
 */
import { MOST_CHOICES, type Choice, type InLanguages } from './model.ts'

const COLUMN = /^([a-z_][\w.-]*)=(.*)$/i

/** A line break would begin another choice, a stroke another part. */
const part = (text: string): string => text.replace(/\s*\n\s*/g, ' ').replace(/[\\|]/g, sign => `\\${sign}`)

export const choiceLines = (choices: readonly Choice[], languages: readonly string[]): string =>
  choices
    .map(({ name, label, columns = {} }) =>
      [
        name,
        ...languages.map(language => label[language] ?? ''),
        ...Object.entries(columns).map(([column, value]) => `${column}=${value}`),
      ]
        .map(part)
        .join(' | '),
    )
    .join('\n')

/** Why a line is no choice: 'name' is too long or has a space where none can be, 'twice' is there already, 'many' are too many. */
export interface WrongLine {
  /** From 1. */
  line: number
  why: 'name' | 'twice' | 'many'
}

/**
 * @param former words in languages that the form has no more are kept
 * @param isSeveral names have no spaces: they stand beside one another in answers
 */
export function choicesIn(
  text: string,
  languages: readonly string[],
  { former = [], isSeveral = false }: { former?: readonly Choice[]; isSeveral?: boolean } = {},
): Choice[] | WrongLine {
  const choices: Choice[] = []
  for (const [n, line] of text.split('\n').entries()) {
    const [name = '', ...rest] = line.split(/(?<!\\)\|/).map(one => one.trim().replace(/\\([\\|])/g, '$1'))
    if (!name) continue
    const wrong = (why: WrongLine['why']): WrongLine => ({ line: n + 1, why })
    if (name.length > 80 || (isSeveral && /\s/.test(name))) return wrong('name')
    if (choices.length === MOST_CHOICES) return wrong('many')
    const choice = choiceOf(name, rest, languages, former.find(one => one.name === name)?.label ?? {})
    if (choices.some(one => one.name === name && same(one.columns, choice.columns))) return wrong('twice')
    choices.push(choice)
  }
  return choices
}

function choiceOf(name: string, rest: string[], languages: readonly string[], former: InLanguages): Choice {
  const label: InLanguages = Object.fromEntries(
    Object.entries(former).filter(([language]) => !languages.includes(language)),
  )
  const words = rest.filter((one, at) => at < languages.length || !COLUMN.test(one))
  languages.forEach((language, at) => words[at] && (label[language] = words[at]))
  if (!languages.some(language => label[language])) label[languages[0]!] = name
  const columns = Object.fromEntries(
    rest.slice(languages.length).flatMap(one => {
      const [, column, value] = one.match(COLUMN) ?? []
      return column ? [[column, value ?? '']] : []
    }),
  )
  return { name, label, ...(Object.keys(columns).length && { columns }) }
}

/** Of a name that is there twice, filters may offer one or the other. */
const same = (one: Choice['columns'], other: Choice['columns']): boolean =>
  JSON.stringify(one) === JSON.stringify(other)
