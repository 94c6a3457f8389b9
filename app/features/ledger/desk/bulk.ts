/** One change of many commitments: what it would do, whether somebody was there before, doing it, taking it back. */
import { changing, reading, type Tx } from '../../../platform/access.ts'
import { changeIdOf } from '../../../platform/change-id.ts'
import type { Membership, Services } from '../../../platform/http.ts'
import { changesAfterVersion, isDone } from '../../plans/queries/history.ts'
import { changedAspects, type Aspect } from '../../plans/offers/conflict.ts'
import type { Exchanged } from '../exchange/columns.ts'
import { filterOf } from '../filter.ts'
import { patched, type Patch, type Patched } from '../patch.ts'
import {
  addLinks,
  itemAt,
  linkedTo,
  partsOfChange,
  pillarsWithRef,
  putBackRows,
  rowsChangedSince,
  saveEdits,
  saySame,
  takeBackWordsAndLinks,
} from '../queries/edit.ts'
import { exchangedByIds } from '../queries/exchange.ts'
import { findIds } from '../queries/list.ts'
import { MOST_CHANGED, type Wanted } from './wanted.ts'

export interface Changer {
  userId: string
  organisationId: string
  role: Membership['role']
}

export interface Planned {
  /** Those that would change. */
  changes: { one: Exchanged; patched: Patched }[]
  /** How many are so already. */
  same: number
  /** How many of the chosen are not the asker's to change. */
  notTheirs: number
}

/** What stands in the way before anything is looked at. */
export type Unknown = 'link' | 'pillar' | 'all'

/** What the change would do now. */
export async function planBulk(tx: Tx, by: Changer, wanted: Wanted): Promise<Planned | Unknown> {
  const ids = wanted.all ? await foundBy(tx, by, wanted.query) : wanted.item.map(one => one.id)
  if (ids.length > MOST_CHANGED) return 'all'
  const all = await exchangedByIds(tx, ids, by.organisationId)
  // A word may be said of every commitment that one sees; the rows themselves are their organisation's, and an editor's once public.
  const theirs = all.filter(
    one => wanted.action === 'status' || (one.organisationId === by.organisationId && mayChange(by, one)),
  )
  const patch = await patchFor(tx, theirs, wanted)
  if (typeof patch === 'string') return patch
  const changes = theirs
    .map(one => ({ one, patched: patched(one, patch(one)) }))
    .filter(({ patched: { differences } }) => differences.length > 0)
  return { changes, same: theirs.length - changes.length, notTheirs: ids.length - theirs.length }
}

/** Everything that a list's address finds, and at most one more than is changed at once. */
function foundBy(tx: Tx, { organisationId }: Changer, query: string): Promise<string[]> {
  const asked = new URLSearchParams(query)
  return findIds(tx, filterOf(asked), MOST_CHANGED + 1, asked.has('mine') ? { organisationId } : {})
}

export const mayChange = ({ role }: Pick<Changer, 'role'>, { published }: Pick<Exchanged, 'published'>): boolean =>
  role === 'editor' || role === 'administrator' || (role === 'contributor' && !published)

async function patchFor(tx: Tx, rows: Exchanged[], wanted: Wanted): Promise<((one: Exchanged) => Patch) | Unknown> {
  switch (wanted.action) {
    case 'responsible': {
      const { responsible } = wanted
      return () => ({ fields: { responsible: responsible ? { text: responsible } : null } })
    }
    case 'due': {
      const end = wanted['due-end'] || null
      const text = wanted['due-text'] || end
      return () => ({ fields: { timeframe: text ? { text, ...(end && { value: { start: null, end } }) } : null } })
    }
    case 'status': {
      const status = { status: wanted.status!, asOf: wanted['status-date'], reason: wanted['status-reason'] }
      return () => ({ status })
    }
    case 'link': {
      const paragraph = await itemAt(tx, wanted.link)
      if (!paragraph || rows.some(one => one.itemId === paragraph.id)) return 'link'
      const known = await linkedTo(
        tx,
        rows.map(one => one.itemId),
        paragraph.id,
      )
      return one => ({ link: { itemId: paragraph.id, name: paragraph.name, known: known.has(one.itemId) } })
    }
    case 'pillar': {
      const ref = Number(wanted.pillar)
      const pillars = await pillarsWithRef(tx, [...new Set(rows.map(one => one.instrumentId))], ref)
      if (rows.some(one => !pillars.has(one.instrumentId))) return 'pillar'
      return one => ({ pillar: { id: pillars.get(one.instrumentId)!, ref } })
    }
  }
}

/** What somebody else did to a chosen commitment since it was shown. */
export interface Clash {
  one: Exchanged
  /** Parts of the row, as changedAspects names them. */
  aspects: Aspect[]
  who: string | null
  at: Date
}

export type BulkOutcome =
  { state: 'done'; change: string } | { state: 'unknown'; what: Unknown } | { state: 'conflict'; clashes: Clash[] }

/** Does it, all or nothing; the same form sent again does nothing more. */
export async function doBulk(services: Services, by: Changer, wanted: Wanted): Promise<BulkOutcome> {
  const change = changeIdOf(wanted.form, wanted)
  return changing(
    services.database.kysely,
    by.userId,
    { act: 'ledger.edit', change },
    async (tx): Promise<BulkOutcome> => {
      if (await isDone(tx, change)) return { state: 'done', change }
      const planned = await planBulk(tx, by, wanted)
      if (typeof planned === 'string') return { state: 'unknown', what: planned }
      const clashes = await clashesWith(tx, planned, wanted)
      if (clashes.length) return { state: 'conflict', clashes }
      await write(tx, by, planned.changes)
      return { state: 'done', change }
    },
  )
}

export async function write(tx: Tx, by: Changer, changes: Planned['changes']): Promise<void> {
  await saveEdits(
    tx,
    changes.flatMap(({ patched: { edit } }) => edit ?? []),
  )
  await saySame(
    tx,
    by,
    changes.flatMap(({ one: { itemId, instrumentId }, patched: { status } }) =>
      status ? [{ itemId, instrumentId, said: status }] : [],
    ),
  )
  await addLinks(
    tx,
    by.userId,
    changes.flatMap(({ one: { itemId, instrumentId, organisationId }, patched: { link } }) =>
      link ? [{ itemId, instrumentId, organisationId, to: link.itemId }] : [],
    ),
  )
}

/** The part of a row that each action rests on. What one says and what one links stand beside whatever others do. */
const RESTS_ON: Partial<Record<Wanted['action'], Aspect>> = {
  responsible: 'field:responsible',
  due: 'field:timeframe',
  pillar: 'place',
}

async function clashesWith(tx: Tx, { changes }: Planned, { action, item }: Wanted): Promise<Clash[]> {
  const restsOn = RESTS_ON[action]
  const seen = new Map(item.map(({ id, version }) => [id, version]))
  const clashes: Clash[] = []
  for (const { one } of changes) {
    const version = seen.get(one.itemId) ?? one.version
    if (!restsOn || one.version <= version) continue
    const later = await changesAfterVersion(tx, one.itemId, version, [])
    const aspects = later.map(change => changedAspects(change.before, change.after))
    const last = later.findLast((_, n) => aspects[n]!.has(restsOn))
    if (last) clashes.push({ one, aspects: [restsOn], who: last.who, at: last.at })
  }
  return clashes
}

export type UndoOutcome = 'done' | 'changed-since' | 'gone'

/** Takes one change of many commitments back as a whole. What others changed since is not overwritten. */
export async function undoBulk(services: Services, by: Changer, change: string): Promise<UndoOutcome> {
  return changing(services.database.kysely, by.userId, { act: 'ledger.undo' }, async (tx): Promise<UndoOutcome> => {
    const parts = await partsOfChange(tx, change)
    const isEditor = by.role === 'editor' || by.role === 'administrator'
    const isTheirs = parts.every(({ who, act }) => act.startsWith('ledger.') && (isEditor || who === by.userId))
    if (!parts.length || !isTheirs) return 'gone'
    if ((await rowsChangedSince(tx, change)) > 0) return 'changed-since'
    await putBackRows(tx, change)
    await takeBackWordsAndLinks(tx, change)
    return 'done'
  })
}

export const dryRun = (services: Services, by: Changer, wanted: Wanted) =>
  reading(services.database.kysely, by.userId, tx => planBulk(tx, by, wanted))
