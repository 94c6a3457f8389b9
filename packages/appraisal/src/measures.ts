/** The plan's rows: its measures, and which indicators stand beside each. */
import type { Box, Cite, Field, Item, PlanDocument } from '@open1325/reader'

/**
 * What the plan promises to do, one for each row: its actions; in a plan without actions, each objective, outcome or output that
 * no further one stands under.
 */
export function measuresOf(document: PlanDocument): Item[] {
  const actions = document.items.filter(item => item.kind === 'action')
  if (actions.length > 0) return actions
  const goals = document.items.filter(item => ['objective', 'outcome', 'output'].includes(item.kind))
  const parents = new Set(goals.map(item => item.parent))
  return goals.filter(item => !parents.has(item.id))
}

/** The items over an item, nearest first. A loop in a damaged document ends it. */
export function ancestorsOf(item: Item, byId: ReadonlyMap<string, Item>): Item[] {
  const above: Item[] = []
  for (let parent = item.parent; parent !== null;) {
    const next = byId.get(parent)
    if (!next || above.includes(next)) break
    above.push(next)
    parent = next.parent
  }
  return above
}

export function itemsById(document: PlanDocument): Map<string, Item> {
  return new Map(document.items.map(item => [item.id, item]))
}

/**
 * The indicators of each measure, by the measure's id. For an action: those that stand in its own row; where the plan does not set
 * indicators beside actions row by row, all those of the nearest item that contains the action and has any (a pillar only if it is
 * the action's own parent). For an objective or outcome: those directly under it.
 *
 * A row is known by the table row of the cites ('table 2, row 5'), or by boxes that share height on a page. Actions that a list
 * gives in one cell share the row's fields, and so the row.
 */
export function indicatorsOf(document: PlanDocument): Map<string, Item[]> {
  const under = Map.groupBy(
    document.items.filter(item => item.kind === 'indicator'),
    item => item.parent,
  )
  const byId = itemsById(document)
  const measures = measuresOf(document)
  const containers = Map.groupBy(measures, measure =>
    measure.kind === 'action' ? containerOf(measure, under, byId) : measure.id,
  )
  const rows = new Map<string, Item[]>()
  for (const [container, inIt] of containers) {
    const indicators = container === null ? [] : (under.get(container) ?? [])
    const beside = besideEach(
      inIt.filter(({ kind }) => kind === 'action'),
      indicators,
    )
    const rowByRow = beside.some(found => found.length > 0)
    for (const [index, measure] of inIt.entries()) rows.set(measure.id, rowByRow ? (beside[index] ?? []) : indicators)
  }
  return rows
}

/** The nearest item over an action that has indicators directly under it; a pillar only as the action's own parent. */
function containerOf(
  action: Item,
  under: ReadonlyMap<string | null, Item[]>,
  byId: ReadonlyMap<string, Item>,
): string | null {
  const above = ancestorsOf(action, byId)
  return above.find(({ id, kind }, index) => (kind !== 'pillar' || index === 0) && under.has(id))?.id ?? null
}

/** For each action, the indicators that stand in its row, or in the row of another action of the same cell. */
function besideEach(actions: Item[], indicators: Item[]): Item[][] {
  const cells = actions.map(cellOf)
  const citesOf = new Map<string, Cite[]>()
  for (const [index, { cites }] of actions.entries()) {
    const cell = cells[index] ?? ''
    citesOf.set(cell, [...(citesOf.get(cell) ?? []), ...cites])
  }
  return cells.map(cell => {
    const cites = citesOf.get(cell) ?? []
    return indicators.filter(indicator => indicator.cites.some(cite => cites.some(own => sameRow(cite, own))))
  })
}

/** What tells the actions of one cell from others: the places of all their fields, or the action itself where it has none. */
function cellOf(action: Item): string {
  const fields = Object.entries(action.fields)
  const placed =
    fields.length > 0 && fields.every(([, { cites }]) => cites[0]?.box != null || cites[0]?.at !== undefined)
  if (!placed) return action.id
  const places = fields.map(([name, { cites }]) => `${name} ${cites.map(placeOf).join(' ')}`)
  return places.toSorted().join('|')
}

function placeOf({ page, box, at }: Cite): string {
  return `${page} ${box?.join(',') ?? ''} ${at ?? ''}`
}

function sameRow(one: Cite, other: Cite): boolean {
  if (one.at !== undefined && other.at !== undefined)
    return tableRow(one.at) !== null && tableRow(one.at) === tableRow(other.at)
  if (one.page !== other.page || !one.box || !other.box) return false
  return shareHeight(one.box, other.box)
}

/** 'table 2, row 5' of 'table 2, row 5, column 3, table 1, row 2, column 1'; 'Sheet1!7' of 'Sheet1!C7'. */
function tableRow(at: string): string | null {
  const sheet = /^(.*)![A-Z]+(\d+)$/u.exec(at)
  return sheet ? `${sheet[1]}!${sheet[2]}` : (/^table \d+, row \d+/u.exec(at)?.[0] ?? null)
}

function shareHeight(one: Box, other: Box): boolean {
  const overlap = Math.min(one[3], other[3]) - Math.max(one[1], other[1])
  return overlap > 0.3 * Math.min(one[3] - one[1], other[3] - other[1])
}

/** Does a budget field name an amount, and not only whose money it is ('State budget')? Digits of any script count. */
export function namesAmount(field: Field | undefined): boolean {
  return field !== undefined && /\p{Nd}/u.test(field.text)
}
