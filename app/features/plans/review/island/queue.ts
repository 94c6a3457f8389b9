/** What the person did and the server has not yet said yes to: shown at once, sent in order, kept until it is done. Pure. */
import type { Change } from '../../queries/history.ts'
import { targetsOf, type Operation, type ReviewItem } from '../operation.ts'
import { applyOperation } from '../operations.ts'

export interface Waiting {
  /** The change's id: sent again under it, it is done once. */
  id: string
  operation: Operation
  /** Own changes that were under way when this was decided. */
  knows: string[]
  /** ISO 8601. */
  at: string
  /** Why the server did not do it, in the person's language: she decides what becomes of it. */
  refused?: { sentence: string; conflict: boolean; rowId: string | null }
}

export interface Known {
  /** The rows as the server last told them. */
  items: ReviewItem[]
  /** The last number of the history that they are from. */
  last: number
  changes: Change[]
}

export interface Shared extends Known {
  queue: Waiting[]
}

/** What the server tells with each answer: what became new since `after`. */
export interface News {
  last: number
  items: ReviewItem[]
  /** Who changed each of the items last, by its id. */
  by: Record<string, string | null>
  /** Left out where nothing changed. */
  changes?: Change[]
}

/** Puts an operation at the end, with what it builds on. */
export function enqueue(state: Shared, id: string, operation: Operation, at: string): Shared {
  const knows = state.queue.filter(waiting => !waiting.refused).map(waiting => waiting.id)
  return { ...state, queue: [...state.queue, { id, operation, knows, at }] }
}

/** The next to send: in order; one that was refused waits for the person. */
export const nextToSend = (queue: readonly Waiting[]): Waiting | undefined => queue.find(waiting => !waiting.refused)

/** The rows with all that waits applied: what the person sees. */
export function rowsWithWaiting({ items, queue }: Pick<Shared, 'items' | 'queue'>, userId: string): ReviewItem[] {
  let rows = items
  for (const { operation, at, refused } of queue) {
    if (refused || operation.act === 'item.undo') continue
    const applied = applyOperation(rows, operation, { userId, at })
    if (applied.ok && applied.rows.length > 0) rows = replaced(rows, applied.rows)
  }
  return rows
}

/** The rows that something waiting is about. */
export const waitingRows = (queue: readonly Waiting[]): Set<string> =>
  new Set(queue.flatMap(({ operation }) => targetsOf(operation).map(target => target.id)))

/** Takes in what others (and the own operations that are done) made of the rows. An older version never replaces a newer one. */
export function withNews<T extends Known>(state: T, news: News): T {
  const versions = new Map(state.items.map(item => [item.id, item.version]))
  const newer = news.items.filter(item => item.version >= (versions.get(item.id) ?? 0))
  return {
    ...state,
    items: newer.length ? replaced(state.items, newer) : state.items,
    last: Math.max(state.last, news.last),
    changes: (news.last >= state.last && news.changes) || state.changes,
  }
}

export const withoutWaiting = (state: Shared, id: string): Shared => ({
  ...state,
  queue: state.queue.filter(waiting => waiting.id !== id),
})

export const withRefusal = (state: Shared, id: string, refused: NonNullable<Waiting['refused']>): Shared => ({
  ...state,
  queue: state.queue.map(waiting => (waiting.id === id ? { ...waiting, refused } : waiting)),
})

/** A refused operation once more, decided on the rows as they stand now. */
export function decidedAnew(state: Shared, id: string, newId: string, at: string): Shared {
  const old = state.queue.find(waiting => waiting.id === id)
  if (!old) return state
  const versions = new Map(state.items.map(item => [item.id, item.version]))
  const now = <T extends { id: string; version: number }>(target: T): T => ({
    ...target,
    version: versions.get(target.id) ?? target.version,
  })
  const { operation } = old
  const renewed: Operation =
    operation.act === 'item.confirm'
      ? { ...operation, items: operation.items.map(now) }
      : operation.act === 'item.merge'
        ? { ...operation, into: now(operation.into), from: now(operation.from) }
        : 'item' in operation
          ? { ...operation, item: now(operation.item) }
          : operation
  return enqueue(withoutWaiting(state, id), newId, renewed, at)
}

/** What `u` takes back: the last that waits and was not sent yet, else the person's last change that still stands. */
export function lastOwn(
  state: Shared,
  userId: string,
  sending: string | null,
): { waiting: string } | { change: string } | null {
  const waiting = state.queue.findLast(({ id, refused }) => !refused && id !== sending)
  if (waiting) return { waiting: waiting.id }
  if (state.queue.some(({ refused }) => !refused)) return null
  const change = state.changes.find(({ who, act, undoable }) => who === userId && undoable && act !== 'item.undo')
  return change ? { change: change.change } : null
}

function replaced(rows: readonly ReviewItem[], changed: readonly ReviewItem[]): ReviewItem[] {
  const byId = new Map(changed.map(row => [row.id, row]))
  const kept = rows.map(row => {
    const next = byId.get(row.id)
    byId.delete(row.id)
    return next ?? row
  })
  return [...kept, ...byId.values()]
}
