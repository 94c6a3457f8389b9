/** What each operation makes of the rows. Pure: the server writes what comes out, the island shows it before the server has answered. */
import type { Cite, Field, FieldName } from '@open1325/reader'
import type { Add, Confirm, Edit, Merge, Move, Refusal, ReviewItem, RowOperation, Split } from './operation.ts'
import { inTreeOrder, isInside, placesAfter } from './place.ts'

/** Rows as they become (whole; a new one has ref 0 until the database numbers it), or why it cannot be done. */
export type Applied = { ok: true; rows: ReviewItem[] } | { ok: false; refusal: Refusal }

/** Who does it, and when (ISO 8601). */
export interface By {
  userId: string
  at: string
}

/** Applies an operation to all the rows of a plan, the removed ones included. No row in `rows`: it is so already. */
export function applyOperation(items: readonly ReviewItem[], operation: RowOperation, by: By): Applied {
  const living = items.filter(item => item.deletedAt === null)
  const find = (id: string) => living.find(item => item.id === id)
  switch (operation.act) {
    case 'item.confirm':
      return confirm(living, operation, by)
    case 'item.edit':
      return edit(find(operation.item.id), operation, by)
    case 'item.split':
      return split(living, operation)
    case 'item.merge':
      return merge(items, operation, by)
    case 'item.move':
      return move(living, operation)
    case 'item.rekind': {
      const row = find(operation.item.id)
      if (!row) return refused('gone')
      return done(row.kind === operation.kind ? [] : [{ ...row, kind: operation.kind }])
    }
    case 'item.delete':
      return remove(items, operation.item.id, by)
    case 'item.restore':
      return restore(items, operation.item.id)
    case 'item.add':
      return add(items, operation, by)
  }
}

const done = (rows: ReviewItem[]): Applied => ({ ok: true, rows })
const refused = (refusal: Refusal): Applied => ({ ok: false, refusal })

const confirmed = (row: ReviewItem, by: By): ReviewItem => ({
  ...row,
  state: 'confirmed',
  confirmedBy: by.userId,
  confirmedAt: by.at,
})

function confirm(living: ReviewItem[], { items }: Confirm, by: By): Applied {
  const wanted = new Set(items.map(item => item.id))
  const rows = living.filter(row => wanted.has(row.id))
  if (rows.length === 0) return refused('gone')
  return done(rows.filter(row => row.state !== 'confirmed').map(row => confirmed(row, by)))
}

function edit(row: ReviewItem | undefined, operation: Edit, by: By): Applied {
  if (!row) return refused('gone')
  const next = { ...row }
  if (operation.text !== undefined) next.text = tidy(operation.text)
  if (!next.text) return refused('empty')
  if (operation.number !== undefined) next.number = tidy(operation.number ?? '') || null
  if (operation.cites?.length) next.cites = operation.cites
  next.fields = withFields(row, operation.fields ?? {})
  const same = JSON.stringify(next) === JSON.stringify(row)
  // What a person confirmed and another mends is the other's word from then on.
  const vouched = operation.confirm ? !(same && row.state === 'confirmed') : !same && row.state === 'confirmed'
  if (vouched) return done([confirmed(next, by)])
  return done(same ? [] : [next])
}

function withFields(row: ReviewItem, changes: NonNullable<Edit['fields']>): ReviewItem['fields'] {
  const fields = { ...row.fields }
  for (const [name, typed] of Object.entries(changes) as [FieldName, string | null][]) {
    const text = tidy(typed ?? '')
    const old = row.fields[name]
    if (!text) delete fields[name]
    // The value said what the old words meant. A field that was missed stands where its row stands.
    else if (old?.text !== text) fields[name] = { text, cites: old?.cites ?? row.cites }
  }
  return fields
}

function split(living: ReviewItem[], { item, at, newId }: Split): Applied {
  const row = living.find(other => other.id === item.id)
  if (!row) return refused('gone')
  const first = tidy(row.text.slice(0, at))
  const second = tidy(row.text.slice(at))
  if (!first || !second) return refused('nothing-to-split')
  const rest: ReviewItem = { ...row, id: newId, ref: 0, version: 1, text: second, number: null }
  rest.cites = citesFor(row.cites, second)
  rest.position = placesAfter([...living, rest], rest.id, row.parentId, row.id).get(rest.id) ?? rest.position
  return done([{ ...row, text: first, cites: citesFor(row.cites, first) }, rest])
}

/** The places that a part of the words stands in: those that quote it, narrowed to it where they quote it whole. */
function citesFor(cites: Cite[], part: string): Cite[] {
  const about = cites.filter(({ quote }) => quote.includes(part) || part.includes(quote))
  if (about.length === 0) return cites
  return about.map(cite => (cite.quote.includes(part) ? { ...cite, quote: part } : cite))
}

function merge(items: readonly ReviewItem[], { into, from }: Merge, by: By): Applied {
  const away = items.find(item => item.id === from.id)
  if (away?.mergedInto === into.id) return done([])
  const living = items.filter(item => item.deletedAt === null)
  const survivor = living.find(item => item.id === into.id)
  if (!survivor || !away || away.deletedAt !== null || survivor.id === away.id) return refused('gone')
  if (isInside(living, survivor.id, away.id)) return refused('merge-inside')
  const both = survivor.state === 'confirmed' && away.state === 'confirmed'
  const merged: ReviewItem = {
    ...survivor,
    number: survivor.number ?? away.number,
    text: `${survivor.text} ${away.text}`,
    cites: withoutDoubles([...survivor.cites, ...away.cites]),
    fields: joinedFields(survivor.fields, away.fields),
    confidence: lower(survivor.confidence, away.confidence),
  }
  if (!both) Object.assign(merged, { state: 'read', confirmedBy: null, confirmedAt: null })
  const moved = living.filter(item => item.parentId === away.id).map(item => ({ ...item, parentId: survivor.id }))
  return done([merged, { ...away, deletedAt: by.at, mergedInto: survivor.id }, ...moved])
}

function joinedFields(a: ReviewItem['fields'], b: ReviewItem['fields']): ReviewItem['fields'] {
  const joined = { ...a }
  for (const [name, field] of Object.entries(b) as [FieldName, Field][]) {
    const own = joined[name]
    if (!own) joined[name] = field
    else if (own.text !== field.text)
      joined[name] = { text: `${own.text}; ${field.text}`, cites: withoutDoubles([...own.cites, ...field.cites]) }
  }
  return joined
}

function withoutDoubles(cites: Cite[]): Cite[] {
  const seen = new Set<string>()
  return cites.filter(cite => {
    const key = JSON.stringify([cite.page, cite.box, cite.at, cite.quote])
    return !seen.has(key) && seen.add(key)
  })
}

const lower = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : Math.min(a, b))

function move(living: ReviewItem[], { item, parentId, after }: Move): Applied {
  const row = living.find(other => other.id === item.id)
  if (!row || (parentId !== null && !living.some(other => other.id === parentId))) return refused('gone')
  if (parentId !== null && isInside(living, parentId, row.id)) return refused('cycle')
  const moved = placesAfter(living, row.id, parentId, after)
  const rows = living
    .filter(other => moved.has(other.id) || (other.id === row.id && other.parentId !== parentId))
    .map(other => ({
      ...other,
      position: moved.get(other.id) ?? other.position,
      parentId: other.id === row.id ? parentId : other.parentId,
    }))
  return done(rows)
}

/** What hangs under the row moves up to its parent: taking out a wrong heading loses nothing. */
function remove(items: readonly ReviewItem[], id: string, by: By): Applied {
  const row = items.find(item => item.id === id)
  if (!row) return refused('gone')
  if (row.deletedAt !== null) return done([])
  const children = items.filter(item => item.parentId === id && item.deletedAt === null)
  return done([{ ...row, deletedAt: by.at }, ...children.map(child => ({ ...child, parentId: row.parentId }))])
}

function restore(items: readonly ReviewItem[], id: string): Applied {
  const row = items.find(item => item.id === id)
  if (!row) return refused('gone')
  if (row.deletedAt === null) return done([])
  return done([{ ...row, deletedAt: null, mergedInto: null, parentId: livingAncestor(items, row) }])
}

function livingAncestor(items: readonly ReviewItem[], row: ReviewItem): string | null {
  const byId = new Map(items.map(item => [item.id, item]))
  const seen = new Set<string>([row.id])
  let parent = row.parentId ? byId.get(row.parentId) : undefined
  while (parent && parent.deletedAt !== null && !seen.has(parent.id)) {
    seen.add(parent.id)
    parent = byId.get(parent.mergedInto ?? parent.parentId ?? '')
  }
  return parent && !seen.has(parent.id) && !isInside(items, parent.id, row.id) ? parent.id : null
}

function add(items: readonly ReviewItem[], operation: Add, by: By): Applied {
  if (items.some(item => item.id === operation.newId)) return done([])
  const living = items.filter(item => item.deletedAt === null)
  const { parentId, cites } = operation
  if (parentId !== null && !living.some(item => item.id === parentId)) return refused('gone')
  const text = tidy(operation.text)
  if (!text || cites.length === 0) return refused('empty')
  const row: ReviewItem = {
    id: operation.newId,
    ref: 0,
    kind: operation.kind,
    number: tidy(operation.number ?? '') || null,
    text,
    parentId,
    position: positionOf(living, cites[0]!),
    fields: {},
    cites,
    confidence: null,
    state: 'confirmed',
    confirmedBy: by.userId,
    confirmedAt: by.at,
    deletedAt: null,
    mergedInto: null,
    version: 1,
  }
  row.position = placesAfter([...living, row], row.id, parentId, operation.after).get(row.id) ?? row.position
  return done([row])
}

/** After the last row that begins above it on its page, or on a page before. */
function positionOf(living: ReviewItem[], { page, box }: Cite): number {
  const ordered = inTreeOrder(living)
  const isBefore = ({ cites: [cite] }: ReviewItem) =>
    cite !== undefined &&
    (page === null || cite.page === null || cite.page < page || (cite.page === page && topOf(cite) <= topOf({ box })))
  const at = ordered.findLastIndex(isBefore)
  const low = ordered[at]?.position ?? (ordered[0]?.position ?? 1) - 1
  return (low + (ordered[at + 1]?.position ?? low + 1)) / 2
}

const topOf = ({ box }: Pick<Cite, 'box'>) => box?.[1] ?? 0

/** Spaces as a person sees them: single, none at the ends. */
export const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim()
