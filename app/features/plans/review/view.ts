/** Which rows the person looks at: doubtful ones first, then what is still to confirm. Pure. */
import { DOUBTFUL } from '../model.ts'
import type { ReviewItem } from './operation.ts'
import { inTreeOrder, type WithDepth } from './place.ts'

export const SHOWS = ['doubtful', 'open', 'confirmed', 'all', 'page', 'removed'] as const
export type Show = (typeof SHOWS)[number]

export type Row = WithDepth<ReviewItem>

export const isDoubtful = (row: ReviewItem): boolean =>
  row.state !== 'confirmed' && row.confidence !== null && row.confidence < DOUBTFUL

export const standsOn = (row: ReviewItem, page: number | null): boolean => row.cites.some(cite => cite.page === page)

export const isLiving = (row: ReviewItem): boolean => row.deletedAt === null

const matches = (row: ReviewItem, show: Show, page: number | null): boolean => {
  if (show === 'removed') return !isLiving(row)
  if (!isLiving(row)) return false
  if (show === 'doubtful') return isDoubtful(row)
  if (show === 'open') return row.state !== 'confirmed'
  if (show === 'confirmed') return row.state === 'confirmed'
  return show === 'all' || standsOn(row, page)
}

/** How many rows each view holds. */
export function countsOf(items: readonly ReviewItem[], page: number | null): Record<Show, number> {
  const count = (show: Show) => items.reduce((n, item) => n + (matches(item, show, page) ? 1 : 0), 0)
  return Object.fromEntries(SHOWS.map(show => [show, count(show)])) as Record<Show, number>
}

/** The view to begin with: what the machine doubts, then what nobody confirmed, then all. */
export function firstShow(items: readonly ReviewItem[]): Show {
  const living = items.filter(isLiving)
  if (living.some(isDoubtful)) return 'doubtful'
  return living.some(item => item.state !== 'confirmed') ? 'open' : 'all'
}

/** A row of the list; `context`: shown only because something under it is. */
export interface Listed extends Row {
  context: boolean
}

/**
 * The rows of a view in reading order, with those that they hang under. `kept`: rows that stay though they match no more, so that
 * nothing disappears under the reader's eyes when she confirms it.
 */
export function listed(
  items: readonly ReviewItem[],
  show: Show,
  page: number | null,
  kept: ReadonlySet<string> = new Set(),
): Listed[] {
  if (show === 'removed')
    return items.filter(item => !isLiving(item)).map(item => ({ ...item, depth: 0, context: false }))
  const ordered = inTreeOrder(items.filter(isLiving))
  const wanted = new Set(ordered.filter(row => kept.has(row.id) || matches(row, show, page)).map(row => row.id))
  const parents = new Map(ordered.map(row => [row.id, row.parentId]))
  const context = new Set<string>()
  for (const id of wanted) for (let up = parents.get(id); up && !context.has(up); up = parents.get(up)) context.add(up)
  return ordered
    .filter(row => wanted.has(row.id) || context.has(row.id))
    .map(row => ({ ...row, context: !wanted.has(row.id) }))
}

/** The rows of a view alone: what stays in it until another view is chosen. */
export const idsIn = (items: readonly ReviewItem[], show: Show, page: number | null): Set<string> =>
  new Set(items.filter(item => matches(item, show, page)).map(item => item.id))

/** The next row of the list that nobody has confirmed, after this one and then from the top; null: all are. */
export function nextOpen(rows: readonly Listed[], id: string | null): Listed | null {
  const at = rows.findIndex(row => row.id === id)
  const later = [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))]
  return later.find(row => !row.context && isLiving(row) && row.state !== 'confirmed' && row.id !== id) ?? null
}

/** The row of the list one step on or back; the first for a row that is not in it. */
export function stepFrom(rows: readonly Listed[], id: string | null, step: 1 | -1): Listed | null {
  const own = rows.filter(row => !row.context || row.id === id)
  const at = own.findIndex(row => row.id === id)
  if (at < 0) return own[0] ?? null
  return own[at + step] ?? null
}

/** The page on which a row begins. */
export const pageOf = (row: ReviewItem | null | undefined): number | null => row?.cites[0]?.page ?? null
