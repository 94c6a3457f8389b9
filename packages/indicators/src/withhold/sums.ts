/** The sums that a reader can make in a table: women and men, provinces, countries, quarters of a year, each with its total. */
import { daysOf, type Days } from '../period.ts'
import { keyOf, type Cell } from './cell.ts'

export interface Sum {
  parts: Cell[]
  /** A cell of the table; or the number itself, where the parts of a share say of how many they are. */
  total: Cell | number
}

export function sumsIn(cells: readonly Cell[]): Sum[] {
  const byKey = new Map(cells.map(cell => [keyOf(cell.at), cell]))
  const total = (at: Cell['at']) => byKey.get(keyOf(at)) ?? null
  return [
    ...overBreakdowns(cells, total),
    ...over(
      cells.filter(({ at: { place } }) => place.part !== null),
      at => ({ ...at, place: { ...at.place, part: null } }),
      total,
    ),
    ...over(
      cells.filter(({ at: { place } }) => place.country !== null && place.part === null),
      at => ({ ...at, place: { country: null, part: null } }),
      total,
    ),
    ...overTime(cells),
  ]
}

type TotalAt = (at: Cell['at']) => Cell | null

/** Cells that have the same total, with it. */
function over(parts: readonly Cell[], above: (at: Cell['at']) => Cell['at'], total: TotalAt): Sum[] {
  return [...Map.groupBy(parts, part => keyOf(above(part.at)))].flatMap(([, group]) => {
    const found = total(above(group[0]!.at))
    return found ? [{ parts: group, total: found }] : []
  })
}

function overBreakdowns(cells: readonly Cell[], total: TotalAt): Sum[] {
  const dimensions = new Set(cells.flatMap(({ at }) => Object.keys(at.disaggregation)))
  return [...dimensions].flatMap(dimension => {
    const parts = cells.filter(({ at }) => dimension in at.disaggregation)
    const above = (at: Cell['at']) => {
      const { [dimension]: _, ...disaggregation } = at.disaggregation
      return { ...at, disaggregation }
    }
    const wholes = [...Map.groupBy(parts, part => keyOf(above(part.at))).values()].flatMap(group => {
      const whole = wholeOf(group)
      return whole === null ? [] : [{ parts: group, total: whole }]
    })
    return [...over(parts, above, total), ...wholes]
  })
}

/** Shares of one whole: three women of 25 and 22 men of 25 are all of 25. */
function wholeOf(parts: readonly Cell[]): number | null {
  const shown = parts.filter(part => !part.isHidden)
  const whole = shown[0]?.of ?? null
  if (whole === null || shown.some(part => part.of !== whole || part.people === null)) return null
  const sum = shown.reduce((n, part) => n + part.people!, 0)
  return sum <= whole + 0.5 ? whole : null
}

/** A year and its quarters or months, several years and each of them: where the parts cover all of it. */
function overTime(cells: readonly Cell[]): Sum[] {
  const dated = cells.flatMap(cell => {
    const days = daysOf(cell.at.period)
    return days ? [{ cell, days, length: lengthOf(cell.at.period) }] : []
  })
  const series = Map.groupBy(dated, ({ cell: { at } }) => keyOf({ ...at, period: '' }))
  return [...series.values()].flatMap(group => {
    if (new Set(group.map(({ length }) => length)).size < 2) return []
    return group.flatMap(({ cell: total, days: all, length }) => {
      const within = group.filter(one => one.length !== length && isWithin(one.days, all))
      return [...Map.groupBy(within, one => one.length).values()]
        .filter(parts => parts.reduce((n, { days }) => n + days.until - days.from, 0) === all.until - all.from)
        .map(parts => ({ total, parts: parts.map(({ cell }) => cell) }))
    })
  })
}

const isWithin = (part: Days, all: Days) => part.from >= all.from && part.until <= all.until

/** 'year', 'quarter', 'month', 'day': parts of one length. */
function lengthOf(period: string): string {
  if (period.includes('/')) return 'years'
  if (period.includes('Q')) return 'quarter'
  return { 4: 'year', 7: 'month', 10: 'day' }[period.length] ?? ''
}
