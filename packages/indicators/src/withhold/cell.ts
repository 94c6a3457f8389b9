/** Cells of a table of people: what is shown, and what is hidden because it counts few. */
import type { ObservationKind, Place, Value, Voice } from '../model.ts'

/** What a cell is of. Nothing of it says how many people it counts. */
export interface HiddenCell {
  /** Who keeps the figure: sums are made within one organisation's table. */
  organisation: string
  kind: ObservationKind
  voice: Voice
  valueKind: Value['kind']
  place: Place
  /** '' where it has none. */
  period: string
  disaggregation: Readonly<Record<string, string>>
}

export interface ShownCell extends Omit<HiddenCell, 'valueKind'> {
  id: string
  value: Value
}

/** One to four people can be recognised. The same bounds as the database has. */
export const isFew = (people: number): boolean => people > 0.5 - EPSILON && people < 4.5 + EPSILON
export const EPSILON = 1e-6

/** A cell as sums are made of it; several figures of the same thing are one cell. */
export interface Cell {
  ids: string[]
  at: Omit<HiddenCell, 'organisation' | 'kind' | 'voice' | 'valueKind'>
  /** How many people; null where that is hidden, or not to be known from the figure. */
  people: number | null
  /** Of how many, for a share. */
  of: number | null
  isHidden: boolean
}

const parts = (disaggregation: Readonly<Record<string, string>>) =>
  Object.entries(disaggregation).toSorted(([a], [b]) => (a < b ? -1 : 1))

/** Equal for cells of the same thing. */
export const keyOf = ({ place, period, disaggregation }: Cell['at']): string =>
  JSON.stringify([place.country, place.part, period, parts(disaggregation)])

/** The cells of each table in which something is hidden: of one organisation, voice, kind of statement and kind of value. */
export function tablesOf(shown: readonly ShownCell[], hidden: readonly HiddenCell[]): Cell[][] {
  const tables = new Map<string, Map<string, Cell>>()
  const tableOf = ({ organisation, kind, voice }: HiddenCell | ShownCell, valueKind: Value['kind']) =>
    JSON.stringify([organisation, kind, voice, valueKind])
  for (const one of hidden) {
    const name = tableOf(one, one.valueKind)
    const table = tables.get(name) ?? new Map<string, Cell>()
    tables.set(name, table)
    table.set(keyOf(one), { ids: [], at: one, people: null, of: null, isHidden: true })
  }
  for (const one of shown) {
    const table = tables.get(tableOf(one, one.value.kind))
    if (!table) continue
    const known = table.get(keyOf(one))
    if (known) known.ids.push(one.id)
    else table.set(keyOf(one), { ids: [one.id], at: one, ...peopleIn(one.value), isHidden: false })
  }
  return [...tables.values()].map(table => [...table.values()])
}

function peopleIn(value: Value): Pick<Cell, 'people' | 'of'> {
  if (value.kind === 'number') return { people: value.number, of: null }
  if (value.kind !== 'share') return { people: null, of: null }
  const { share, numerator, denominator } = value
  return { people: numerator ?? (denominator === undefined ? null : share * denominator), of: denominator ?? null }
}
