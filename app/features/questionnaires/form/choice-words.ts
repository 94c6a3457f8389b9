/** Choices as a person lists them: one on each line, in each language the same choice on the same line. Their names are made of the words. Pure. */
import type { WrongLine } from './choice-lines.ts'
import { MOST_CHOICES, type Choice, type InLanguages } from './model.ts'

/** Whether the words are all that there is to them: nothing for filters, no line break in a label. */
export const areWords = (choices: readonly Choice[], languages: readonly string[]): boolean =>
  choices.every(
    ({ columns, label }) =>
      !Object.keys(columns ?? {}).length &&
      label[languages[0]!] !== undefined &&
      !Object.values(label).some(one => one.includes('\n')),
  )

export const wordsOfChoices = (choices: readonly Choice[], language: string): string =>
  choices
    .map(({ label }) => label[language] ?? '')
    .join('\n')
    .trimEnd()

/**
 * @param words by language; a line without words in the first language is no choice
 * @param former a choice that is said as before, or stands where it stood, keeps its name
 */
export function choicesOfWords(
  words: InLanguages,
  languages: readonly string[],
  former: readonly Choice[] = [],
): Choice[] | WrongLine {
  const [main, ...others] = languages as [string, ...string[]]
  const linesIn = (language: string) => (words[language] ?? '').split(/\r?\n/).map(line => line.trim())
  const lines = linesIn(main)
  const translated = new Map(others.map(language => [language, linesIn(language)]))
  const said = lines.filter(Boolean)
  const twice = lines.findIndex((line, n) => line && lines.indexOf(line) < n)
  if (twice >= 0) return { line: twice + 1, why: 'twice' }
  if (said.length > MOST_CHOICES) return { line: MOST_CHOICES + 1, why: 'many' }
  const keeps = (line: string, n: number): Choice | undefined =>
    former.find(one => one.label[main] === line) ??
    (former.length === said.length && !said.includes(former[n]!.label[main] ?? '') ? former[n] : undefined)
  const taken = new Set(said.flatMap((line, n) => keeps(line, n)?.name ?? []))
  const choices: Choice[] = []
  lines.forEach((line, at) => {
    if (!line) return
    const before = keeps(line, choices.length)
    const label: InLanguages = Object.fromEntries(
      Object.entries(before?.label ?? {}).filter(([language]) => !languages.includes(language)),
    )
    label[main] = line
    for (const language of others) {
      const other = translated.get(language)![at]
      if (other) label[language] = other
    }
    const name = before?.name ?? free(nameOf(line), taken)
    taken.add(name)
    choices.push({ name, label })
  })
  return choices
}

/** 'Under way' is under_way; of words in another script nothing is left. */
const nameOf = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 40) || 'choice'

function free(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name) && name !== 'choice') return name
  for (let n = name === 'choice' ? 1 : 2; ; n++) if (!taken.has(`${name}_${n}`)) return `${name}_${n}`
}
