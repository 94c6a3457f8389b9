/** Does one operation on a plan's rows: in one transaction, once for each id, never over the head of somebody else. */
import type { Cite } from '@open1325/reader'
import { changing, reading, type Tx } from '../../../platform/access.ts'
import type { Services } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import type { Instrument } from '../model.ts'
import {
  changedSinceThen,
  changesAfterVersion,
  isDone,
  putBack,
  rowsOfChange,
  type RowChange,
} from '../queries/history.ts'
import { reviewItems, saveItems } from '../queries/item.ts'
import { pagesOf } from '../queries/plan.ts'
import { changedAspects, restsOn } from '../offers/conflict.ts'
import { targetsOf, type Operation, type Refusal, type ReviewItem, type RowOperation, type Undo } from './operation.ts'
import { applyOperation } from './operations.ts'
import { hasCircle } from './place.ts'
import { lettersOf, quoteStands } from './quote.ts'
import { wordsAt } from './words-at.ts'

/** Who asks, and whether she may also take back what others did. */
export interface Reviewer {
  userId: string
  editor: boolean
}

export interface Request {
  /** Made by the sender (UUID): the change's id in the history. The same id again is the same request. */
  id: string
  operation: Operation
  /** Changes of the sender's own that she knew of when she decided, though they are newer than the rows' versions. */
  knows: string[]
}

/** What somebody else did to a row in the meantime. */
export interface Clash {
  rowId: string
  ref: number
  who: string | null
  /** ISO 8601. */
  at: string
  act: string
}

export type Outcome =
  { state: 'done' } | { state: 'refused'; refusal: Refusal; refs: number[] } | { state: 'conflict'; clash: Clash }

/** @throws Problem 'not-allowed' where the asker may see the plan but not change it */
export async function perform(
  services: Services,
  reviewer: Reviewer,
  plan: Instrument,
  { id, operation, knows }: Request,
): Promise<Outcome> {
  const act = { act: operation.act, change: id }
  const cites = 'cites' in operation ? (operation.cites ?? []) : []
  const stand = await standOnTheirPages(services, reviewer, plan, cites)
  return changing(services.database.kysely, reviewer.userId, act, async tx => {
    if (await isDone(tx, id)) return { state: 'done' }
    return operation.act === 'item.undo'
      ? undo(tx, reviewer, plan, operation)
      : change(tx, reviewer, plan, operation, { knows, stand })
  })
}

async function change(
  tx: Tx,
  { userId }: Reviewer,
  plan: Instrument,
  operation: RowOperation,
  { knows, stand }: { knows: readonly string[]; stand: boolean },
): Promise<Outcome> {
  const items = await reviewItems(tx, plan.id)
  const applied = applyOperation(items, operation, { userId, at: new Date().toISOString() })
  if (applied.ok && applied.rows.length === 0) return { state: 'done' }
  const clash = await clashWith(tx, items, operation, knows)
  if (clash) return { state: 'conflict', clash }
  if (!applied.ok) return { state: 'refused', refusal: applied.refusal, refs: [] }
  if (!stand) return { state: 'refused', refusal: 'not-on-page', refs: [] }
  await saveItems(tx, plan, applied.rows)
  return { state: 'done' }
}

/** The last change by others, since the versions that the sender saw, to what the operation rests on. */
async function clashWith(
  tx: Tx,
  items: readonly ReviewItem[],
  operation: RowOperation,
  knows: readonly string[],
): Promise<Clash | null> {
  const byId = new Map(items.map(item => [item.id, item]))
  for (const { id, version } of targetsOf(operation)) {
    const now = byId.get(id)
    if (!now || now.version <= version) continue
    const later = await changesAfterVersion(tx, id, version, knows)
    const last = later.findLast(({ before, after }) => restsOn(operation, changedAspects(before, after)))
    if (last) return { rowId: id, ref: now.ref, who: last.who, at: last.at.toISOString(), act: last.act }
  }
  return null
}

/**
 * DESIGN: nothing without its source. Words that a person gives as a quote must stand on the page that she names, or in the box that
 * she drew there. Looked up before the writers take turns: it may need the file.
 */
async function standOnTheirPages(
  { database, files }: Services,
  { userId }: Reviewer,
  plan: Instrument,
  cites: readonly Cite[],
): Promise<boolean> {
  if (cites.length === 0) return true
  const pages = await reading(database.kysely, userId, tx => pagesOf(tx, plan.fileSha256))
  const texts = new Map(pages.map(page => [page.number, page.text]))
  for (const { page, box, quote } of cites) {
    if (quoteStands(quote, texts.get(page))) continue
    const words = page !== null && box ? await wordsAt(files, plan, page, box).catch(() => null) : null
    if (!words || !lettersOf(words.text).includes(lettersOf(quote) || ' ')) return false
  }
  return true
}

async function undo(tx: Tx, reviewer: Reviewer, plan: Instrument, { change }: Undo): Promise<Outcome> {
  const rows = await rowsOfChange(tx, plan.id, change)
  if (rows.length === 0) return { state: 'refused', refusal: 'gone', refs: [] }
  if (!reviewer.editor && rows.some(row => row.who !== reviewer.userId))
    return { state: 'refused', refusal: 'not-yours', refs: [] }
  const changed = await changedSinceThen(tx, change)
  if (changed.length > 0) return { state: 'refused', refusal: 'changed-since', refs: changed }
  if (hasCircle(asBefore(await reviewItems(tx, plan.id), rows))) return { state: 'refused', refusal: 'cycle', refs: [] }
  if ((await putBack(tx, plan.id, change)) < rows.length) throw new Problem('not-allowed')
  return { state: 'done' }
}

/** Where the living rows would hang once these are put back. */
function asBefore(items: readonly ReviewItem[], rows: readonly RowChange[]): ReviewItem[] {
  const before = new Map(rows.map(row => [row.rowId, row.before]))
  return items
    .map(item => {
      const image = before.get(item.id)
      return image ? { ...item, parentId: image.parent_id, deletedAt: image.deleted_at } : item
    })
    .filter(item => item.deletedAt === null)
}
