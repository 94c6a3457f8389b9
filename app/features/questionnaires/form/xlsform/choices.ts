/** The lists of choices of an XLSForm: the sheet `choices`, and `external_choices` of older forms. */
import { MOST_CHOICES, type Choice } from '../model.ts'
import { inLanguages, isSaid } from './languages.ts'
import type { Say } from './remarks.ts'
import type { Sheet } from './sheets.ts'

export type Lists = Map<string, Choice[]>

/** What a filter may ask of a choice. */
const COLUMN_OF_CHOICE =
  /^(?!(?:list_name|name|value|label|hint|media|image|audio|video|big_image)(?:::|$))[a-z_][\w.-]*$/i
const PICTURES = /^(media|image|audio|video|big_image)(::|$)/

export const choiceName = (cells: ReadonlyMap<string, string>): string | undefined =>
  cells.get('name') ?? cells.get('value')

/** @param own the language of words that name none */
export function readLists({ columns, rows }: Pick<Sheet, 'columns' | 'rows'>, own: string, say: Say): Lists {
  const lists: Lists = new Map()
  for (const column of columns) if (PICTURES.test(column)) say(null, 'column', column)
  for (const { line, cells } of rows) {
    const list = cells.get('list_name')
    const name = choiceName(cells)
    const label = inLanguages(cells, 'label', own)
    if (!list || !name) {
      if (list || name || isSaid(label)) say(line, 'choice-without', [...cells.values()].join(' · '))
      continue
    }
    const columns = Object.fromEntries([...cells].filter(([column]) => COLUMN_OF_CHOICE.test(column)))
    const choices = lists.get(list) ?? []
    lists.set(list, choices)
    const choice = { name, label: isSaid(label) ? label : { [own]: name }, columns }
    addTo(choices, choice, (code, detail) => say(line, code, detail || list))
  }
  return lists
}

function addTo(choices: Choice[], choice: Choice, say: (code: 'choice-twice' | 'too-many', detail: string) => void) {
  // Of a name that is there twice, filters may offer one or the other.
  const isThere = (one: Choice) =>
    one.name === choice.name && JSON.stringify(one.columns) === JSON.stringify(choice.columns)
  if (choices.some(isThere)) return say('choice-twice', choice.name)
  if (choices.length < MOST_CHOICES) return void choices.push(choice)
  if (choices.length === MOST_CHOICES) say('too-many', '')
}

/**
 * Choices for a question that takes several of them: answers stand in expressions with spaces between them, so that none can have one.
 */
export function withoutSpaces(choices: Choice[], say: (name: string) => void): Choice[] {
  return choices.map(choice => {
    if (!/\s/.test(choice.name)) return choice
    say(choice.name)
    return { ...choice, name: choice.name.replace(/\s+/g, '_') }
  })
}
