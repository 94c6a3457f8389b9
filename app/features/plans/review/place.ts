/** Where a row stands: the order in which a plan is read, what lies under what, and which parent is usual for a kind. */
import type { ItemKind } from '@open1325/reader'

export interface Placed {
  id: string
  parentId: string | null
  position: number
}

export type WithDepth<T> = T & { depth: number }

/** Depth first, siblings by position: the order on the page. A row whose parent is not there stands at the top: nothing is lost. */
export function inTreeOrder<T extends Placed>(items: readonly T[]): WithDepth<T>[] {
  const here = new Set(items.map(item => item.id))
  const below = new Map<string | null, T[]>()
  for (const item of [...items].sort((a, b) => a.position - b.position)) {
    const parent = item.parentId !== null && here.has(item.parentId) ? item.parentId : null
    const siblings = below.get(parent)
    if (siblings) siblings.push(item)
    else below.set(parent, [item])
  }
  const ordered: WithDepth<T>[] = []
  const visit = (parent: string | null, depth: number) => {
    for (const item of below.get(parent) ?? []) {
      ordered.push({ ...item, depth })
      visit(item.id, depth + 1)
    }
  }
  visit(null, 0)
  return ordered
}

/** Whether some row would hang, in the end, under itself: then it would be in no tree at all. */
export const hasCircle = (items: readonly Placed[]): boolean => inTreeOrder(items).length < items.length

/** The row and all that hangs under it, in reading order. */
export function subtreeOf<T extends Placed>(items: readonly T[], id: string): T[] {
  const ordered = inTreeOrder(items)
  const from = ordered.findIndex(item => item.id === id)
  if (from < 0) return []
  let to = from + 1
  while (to < ordered.length && ordered[to]!.depth > ordered[from]!.depth) to++
  return ordered.slice(from, to)
}

export const isInside = (items: readonly Placed[], id: string, container: string): boolean =>
  subtreeOf(items, container).some(item => item.id === id)

/** Two places closer than this cannot be told apart for long: all rows are numbered anew. */
const NARROW = 1e-6

/**
 * Places a row, with all that hangs under it, as a child of `parentId` after the sibling `after` (null: first; undefined: where its
 * position falls among the new siblings). Gives the new position of each row whose position changes.
 */
export function placesAfter(
  items: readonly Placed[],
  id: string,
  parentId: string | null,
  after: string | null | undefined,
): Map<string, number> {
  const block = subtreeOf(items, id)
  const inBlock = new Set(block.map(item => item.id))
  const rest = inTreeOrder(items.filter(item => !inBlock.has(item.id)))
  const position = items.find(item => item.id === id)?.position ?? 0
  const depth = parentId === null ? -1 : (rest.find(item => item.id === parentId)?.depth ?? -1)
  const parentAt = parentId === null ? -1 : rest.findIndex(item => item.id === parentId)

  let at = parentAt + 1
  const siblings = endsOfChildren(rest, parentAt, depth)
  if (after === undefined) {
    for (const sibling of siblings) if (rest[sibling.from]!.position < position) at = sibling.to
  } else if (after !== null) {
    at = siblings.find(sibling => rest[sibling.from]!.id === after)?.to ?? siblings.at(-1)?.to ?? at
  }

  const low = rest[at - 1]?.position
  const high = rest[at]?.position
  const from = low ?? (high ?? 1) - block.length - 1
  const to = high ?? from + block.length + 1
  const step = (to - from) / (block.length + 1)
  const order: Placed[] = [...rest.slice(0, at), ...block, ...rest.slice(at)]
  if (isAscending(order)) return new Map()
  const places =
    isAscending(rest) && step > NARROW
      ? new Map(block.map((item, i) => [item.id, from + step * (i + 1)]))
      : new Map(order.map((item, i) => [item.id, i + 1]))
  const now = new Map(items.map(item => [item.id, item.position]))
  return new Map([...places].filter(([key, place]) => now.get(key) !== place))
}

const isAscending = (order: readonly Placed[]) =>
  order.every((item, i) => i === 0 || order[i - 1]!.position < item.position)

/** Each child of the row at `parentAt` in a list in reading order: where it begins, and where what hangs under it ends. */
function endsOfChildren(ordered: WithDepth<Placed>[], parentAt: number, depth: number): { from: number; to: number }[] {
  const children: { from: number; to: number }[] = []
  let i = parentAt + 1
  while (i < ordered.length && ordered[i]!.depth > depth) {
    const from = i
    i++
    while (i < ordered.length && ordered[i]!.depth > depth + 1) i++
    children.push({ from, to: i })
  }
  return children
}

export type Step = 'up' | 'down' | 'in' | 'out'

/** One step of a row in the tree, as the keys make it: past a sibling, under the sibling before it, out behind its parent. */
export function stepOf(
  items: readonly Placed[],
  id: string,
  step: Step,
): { parentId: string | null; after: string | null } | null {
  const ordered = inTreeOrder(items)
  const here = new Set(items.map(item => item.id))
  const row = ordered.find(item => item.id === id)
  if (!row) return null
  const parentOf = (item: Placed) => (item.parentId !== null && here.has(item.parentId) ? item.parentId : null)
  const parentId = parentOf(row)
  const siblings = ordered.filter(item => parentOf(item) === parentId)
  const at = siblings.findIndex(item => item.id === id)
  const before = siblings[at - 1]
  if (step === 'up') return before ? { parentId, after: siblings[at - 2]?.id ?? null } : null
  if (step === 'down') return siblings[at + 1] ? { parentId, after: siblings[at + 1]!.id } : null
  if (step === 'out') {
    const parent = ordered.find(item => item.id === parentId)
    return parent ? { parentId: parentOf(parent), after: parent.id } : null
  }
  if (!before) return null
  return { parentId: before.id, after: ordered.filter(item => parentOf(item) === before.id).at(-1)?.id ?? null }
}

/** Actions and indicators hold nothing in a plan's usual order; what hangs under one by its own place stays there. */
export const mayHold = (kind: ItemKind): boolean => kind !== 'action' && kind !== 'indicator'

const RANK: Record<ItemKind, number> = { pillar: 0, objective: 1, outcome: 2, output: 3, action: 4, indicator: 4 }

/**
 * Whether a row of this kind is unusual under such a parent: a pillar holds objectives, an objective outcomes, an outcome outputs;
 * actions and indicators hang under the nearest of them, never under each other. Only a warning: plans differ.
 */
export const isUnusualUnder = (kind: ItemKind, parent: ItemKind | null): boolean =>
  parent !== null && RANK[parent] >= RANK[kind]
