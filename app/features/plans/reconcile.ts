/**
 * A file read again: which of the items now read are the ones that are there already. Public addresses and people's confirmations
 * and corrections survive; what a person has touched is never overwritten and never taken out. Pure.
 */
import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Item } from '@open1325/reader'
import { matchItems } from './reconcile/match.ts'
import { placeInOrder } from './reconcile/place.ts'
import type { PlanItem } from './model.ts'

/** What an item says and where it hangs. */
export type Content = Pick<PlanItem, 'kind' | 'number' | 'text' | 'fields' | 'cites' | 'confidence'>
export type Placed = Content & Pick<PlanItem, 'parentId' | 'position'>

/** An item as it is before the new reading. */
export interface Known extends Placed {
  id: string
  /** As the machine last read it; null for what a person added. It is this that a new reading is held against. */
  asRead: Content | null
  /** A person confirmed, changed, or took it out. */
  touched: boolean
  /** A person gave it its place. */
  moved: boolean
  /** Taken out: by a person where `touched`, else by a former reading. */
  gone: boolean
  mergedInto: string | null
}

export interface Reconciled {
  /** In reading order: an item's parent comes before it. */
  add: (Placed & { id: string })[]
  /** Only what becomes different. `gone: false`: it was taken out by a former reading, and is read again. */
  change: { id: string; set: Partial<Placed> & { gone?: false } }[]
  /** No longer read, and never touched by a person. */
  remove: string[]
}

/** @param newId gives the id of an item that was not there before */
export function reconcile(known: Known[], read: Item[], newId: () => string = randomUUID): Reconciled {
  const byId = new Map(known.map(item => [item.id, item]))
  const matches = matchItems(known, read)
  const hangsFrom = whereChildrenHang(read, matches, byId, newId)
  const readById = new Map(read.map(item => [item.id, item]))
  const matched = new Map([...matches].map(([readId, item]) => [item.id, readById.get(readId)!]))
  const staying = new Set(stays(known, matched, byId).map(item => item.id))
  const parents = parentsOf(known, read, { matches, matched, staying, hangsFrom })
  const positions = positionsOf(known, read, { matches, staying, hangsFrom })

  const add: Reconciled['add'] = []
  for (const item of read) {
    if (matches.has(item.id)) continue
    const id = hangsFrom.get(item.id)!
    add.push({ id, ...contentOf(item), parentId: parents.get(id) ?? null, position: positions.get(id)! })
  }
  const change: Reconciled['change'] = []
  for (const item of known) {
    if (!staying.has(item.id)) continue
    const readNow = matched.get(item.id)
    const now: Placed = {
      ...(readNow && !item.touched ? contentOf(readNow) : contentOf(item)),
      parentId: parents.get(item.id) ?? null,
      position: positions.get(item.id)!,
    }
    const set: Reconciled['change'][number]['set'] = differences(item, now)
    if (item.gone) set.gone = false
    if (Object.keys(set).length) change.push({ id: item.id, set })
  }
  const remove = known.filter(item => !item.gone && !staying.has(item.id)).map(item => item.id)
  return { add, change, remove }
}

function contentOf(item: Item | Known): Content {
  const { kind, number, text, fields, cites, confidence = null } = item
  return { kind, number, text, fields, cites, confidence: confidence === null ? null : Math.fround(confidence) }
}

function differences(before: Known, now: Placed): Partial<Placed> {
  const was: Placed = { ...contentOf(before), parentId: before.parentId, position: before.position }
  const keys = Object.keys(now) as (keyof Placed)[]
  return Object.fromEntries(keys.filter(key => !isDeepStrictEqual(was[key], now[key])).map(key => [key, now[key]]))
}

/** What stands after the reading, of what was there: the touched, the read again, and whatever carries one of these. */
function stays(known: Known[], matched: Map<string, Item>, byId: Map<string, Known>): Known[] {
  const kept = new Set<Known>()
  for (const item of known) {
    if (item.touched ? item.gone : !matched.has(item.id)) continue
    kept.add(item)
    // What nobody reads any more, or a person has put there, still hangs from its parent.
    if (!item.touched || (matched.has(item.id) && !item.moved)) continue
    for (let up = byId.get(item.parentId ?? ''); up && !up.gone && !kept.has(up); up = byId.get(up.parentId ?? ''))
      kept.add(up)
  }
  return known.filter(item => kept.has(item))
}

/** For each item now read, the id that its children hang from; null for the top. New items get their id here. */
function whereChildrenHang(read: Item[], matches: Map<string, Known>, byId: Map<string, Known>, newId: () => string) {
  const hangsFrom = new Map<string, string | null>()
  for (const item of read) {
    const match = matches.get(item.id)
    if (!match) hangsFrom.set(item.id, newId())
    else if (!match.gone || !match.touched) hangsFrom.set(item.id, match.id)
    else hangsFrom.set(item.id, survivorOf(match, byId)?.id ?? hangsFrom.get(item.parent ?? '') ?? null)
  }
  return hangsFrom
}

/** The item into which a person merged this one, at the end of the chain; null where it was only taken out. */
function survivorOf(item: Known, byId: Map<string, Known>): Known | null {
  let at: Known | undefined = item
  for (let steps = 0; at?.gone && steps < byId.size; steps++) at = byId.get(at.mergedInto ?? '')
  return at && !at.gone ? at : null
}

interface Outcome {
  matches: Map<string, Known>
  staying: Set<string>
  hangsFrom: Map<string, string | null>
}

function parentsOf(known: Known[], read: Item[], outcome: Outcome & { matched: Map<string, Item> }) {
  const { matches, matched, staying, hangsFrom } = outcome
  const asReadNow = (item: Item) => hangsFrom.get(item.parent ?? '') ?? null
  const parents = new Map<string, string | null>()
  for (const item of read) if (!matches.has(item.id)) parents.set(hangsFrom.get(item.id)!, asReadNow(item))
  for (const item of known) {
    if (!staying.has(item.id)) continue
    const readNow = matched.get(item.id)
    const keeps = item.touched && (item.parentId === null || staying.has(item.parentId))
    parents.set(item.id, readNow && !keeps ? asReadNow(readNow) : item.parentId)
  }
  // A kept place and a newly read one may contradict each other: whatever would hang from itself goes by the new reading, or to the top.
  for (const id of parents.keys()) {
    const readNow = matched.get(id)
    if (circles(parents, id)) parents.set(id, readNow ? asReadNow(readNow) : null)
    if (circles(parents, id)) parents.set(id, null)
  }
  return parents
}

function circles(parents: Map<string, string | null>, id: string): boolean {
  const seen = new Set<string>()
  for (let up = parents.get(id) ?? null; up !== null && !seen.has(up); up = parents.get(up) ?? null) {
    if (up === id) return true
    seen.add(up)
  }
  return false
}

/** The reading's order; what is not in it, or was placed by a person, stays behind what it stood behind. */
function positionsOf(known: Known[], read: Item[], { matches, staying, hangsFrom }: Outcome): Map<string, number> {
  const before = known.filter(item => staying.has(item.id)).sort((a, b) => a.position - b.position)
  const order: string[] = []
  for (const item of read) {
    const match = matches.get(item.id)
    if (!match) order.push(hangsFrom.get(item.id)!)
    else if (staying.has(match.id) && !match.moved) order.push(match.id)
  }
  const inOrder = new Set(order)
  for (const [at, item] of before.entries()) {
    if (inOrder.has(item.id)) continue
    const ahead = before[at - 1]
    order.splice(ahead ? order.indexOf(ahead.id) + 1 : 0, 0, item.id)
    inOrder.add(item.id)
  }
  const positionOf = new Map(before.map(item => [item.id, item.position]))
  return placeInOrder(order.map(id => ({ id, position: positionOf.get(id) ?? null })))
}
