/** Changing plans: added, described, put before the public, removed; and how each of an organisation's plans stands. */
import type { ItemKind } from '@open1325/reader'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/access.ts'
import { DOUBTFUL, type Instrument, type InstrumentKind, type ReadingRun } from '../model.ts'
import { INSTRUMENT } from './plan.ts'

/** What a person says of a plan, and the reader where no person has. */
const COLUMNS = {
  title: 'title',
  issuer: 'issuer',
  country: 'country',
  periodStart: 'period_start',
  periodEnd: 'period_end',
  languages: 'languages',
  pages: 'pages',
  kind: 'kind',
  slug: 'slug',
} as const
export type Fact = keyof typeof COLUMNS
export type Facts = Pick<Instrument, Fact>

export interface NewPlan {
  organisationId: string
  by: string
  title: string
  fileSha256: string
  fileName: string
  mediaType: string
  bytes: number
  illustrative: boolean
}

/** Adds a plan, or gives the organisation's plan that has this file already. Call it within `changing`: writers take turns. */
export async function addPlan(
  tx: Tx,
  plan: NewPlan,
  slug: string,
): Promise<{ id: string; slug: string; known: boolean }> {
  const known = await tx
    .selectFrom('instrument')
    .select(['id', 'slug'])
    .where('organisation_id', '=', plan.organisationId)
    .where('file_sha256', '=', plan.fileSha256)
    .executeTakeFirst()
  if (known) return { ...known, known: true }
  await sql`select app.keep_file(${plan.fileSha256}, ${plan.mediaType}, ${plan.bytes})`.execute(tx)
  const added = await tx
    .insertInto('instrument')
    .values({
      organisation_id: plan.organisationId,
      created_by: plan.by,
      slug: await freeSlug(tx, slug, null),
      title: plan.title,
      file_sha256: plan.fileSha256,
      file_name: plan.fileName,
      illustrative: plan.illustrative,
    })
    .returning(['id', 'slug'])
    .executeTakeFirstOrThrow()
  return { ...added, known: false }
}

/** The wanted address, or the wanted one with the first free number behind it. `own`: the plan that may have it already. */
export async function freeSlug(tx: Tx, wanted: string, own: string | null): Promise<string> {
  const { rows } = await sql<{ slug: string }>`select app.free_slug(${wanted}, ${own}) as slug`.execute(tx)
  return rows[0]!.slug
}

/** A plan of this organisation by its address, or by an address that it had before it was public. */
export async function planOnDesk(tx: Tx, slug: string, organisationId: string): Promise<Instrument | undefined> {
  const plans = tx
    .selectFrom('instrument')
    .innerJoin('file', 'file.sha256', 'instrument.file_sha256')
    .select(INSTRUMENT)
    .where('organisation_id', '=', organisationId)
  const row =
    (await plans.where('slug', '=', slug).executeTakeFirst()) ??
    (await plans
      .where(
        sql<boolean>`instrument.id::text = (select row_key from history
          where relation = 'instrument' and organisation_id = ${organisationId} and before ->> 'slug' = ${slug}
          order by id desc limit 1)`,
      )
      .executeTakeFirst())
  return row && { ...row, kind: row.kind as InstrumentKind }
}

export const factsOf = (plan: Instrument): Facts => {
  const { title, issuer, country, periodStart, periodEnd, languages, pages, kind, slug } = plan
  return { title, issuer, country, periodStart, periodEnd, languages, pages, kind, slug }
}

export async function planById(tx: Tx, id: string): Promise<Instrument | undefined> {
  const row = await tx
    .selectFrom('instrument')
    .innerJoin('file', 'file.sha256', 'instrument.file_sha256')
    .select(INSTRUMENT)
    .where('instrument.id', '=', id)
    .executeTakeFirst()
  return row && { ...row, kind: row.kind as InstrumentKind }
}

/** Sets facts if the plan is still at this version. Gives whether it was. */
export async function setFacts(tx: Tx, instrumentId: string, version: number, facts: Partial<Facts>): Promise<boolean> {
  const set = Object.fromEntries(Object.entries(facts).map(([fact, value]) => [COLUMNS[fact as Fact], value]))
  const { numUpdatedRows } = await tx
    .updateTable('instrument')
    .set({ ...set, version: version + 1 })
    .where('id', '=', instrumentId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The facts that people have set, by the history: a reading leaves them alone. */
export async function factsSetByPeople(tx: Tx, instrumentId: string): Promise<Set<Fact>> {
  const rows = await tx
    .selectFrom('history')
    .select(['before', 'after'])
    .where('relation', '=', 'instrument')
    .where('row_key', '=', instrumentId)
    .where('act', '=', 'plan.edit')
    .execute()
  const set = new Set<Fact>()
  for (const { before, after } of rows as { before: Record<string, unknown>; after: Record<string, unknown> }[])
    for (const [fact, column] of Object.entries(COLUMNS) as [Fact, string][])
      if (JSON.stringify(before[column]) !== JSON.stringify(after[column])) set.add(fact)
  return set
}

/** Puts the plan before the public, or takes it back. An editor's act. */
export async function publish(tx: Tx, instrumentId: string, isPublic: boolean): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select app.publish(${instrumentId}, ${isPublic}) as done`.execute(tx)
  return rows[0]!.done
}

export async function wasPublished(tx: Tx, instrumentId: string): Promise<boolean> {
  const { rows } = await sql<{ was: boolean }>`select app.was_published(${instrumentId}) as was`.execute(tx)
  return rows[0]!.was
}

/** Removes a plan that was never public, with its rows. Gives whether it was done. */
export async function removeDraft(tx: Tx, instrumentId: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select app.remove_draft(${instrumentId}) as done`.execute(tx)
  return rows[0]!.done
}

/** How many items of each kind a plan has. */
export async function countsOf(tx: Tx, instrumentId: string): Promise<Partial<Record<ItemKind, number>>> {
  const rows = await tx
    .selectFrom('item')
    .select(({ fn }) => ['kind', fn.countAll<number>().as('count')])
    .where('instrument_id', '=', instrumentId)
    .where('deleted_at', 'is', null)
    .groupBy('kind')
    .execute()
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]))
}

/** How a plan stands: its last reading, and what people still have to do. */
export interface DeskEntry {
  plan: Instrument
  addedBy: string | null
  run: ReadingRun | null
  items: number
  /** Rows that no person has confirmed. */
  unconfirmed: number
  /** Of these, the ones that the machine was least sure of. */
  doubtful: number
  /** Criteria of this edition that an editor has decided. */
  decided: number
}

/** How an organisation's plans stand (or only one of them), the newest first. `edition`: of the criteria. */
export async function deskEntries(
  tx: Tx,
  organisationId: string,
  edition: string,
  instrumentId?: string,
): Promise<DeskEntry[]> {
  const rows = await tx
    .selectFrom('instrument')
    .innerJoin('file', 'file.sha256', 'instrument.file_sha256')
    .leftJoinLateral(
      eb =>
        eb
          .selectFrom('reading')
          .select([
            'reading.id as runId',
            'reading.state as runState',
            'reading.pages_done as runPagesDone',
            'reading.pages as runPages',
            'reading.started_at as runStartedAt',
            'reading.ended_at as runEndedAt',
            'reading.error as runError',
          ])
          .whereRef('reading.instrument_id', '=', 'instrument.id')
          .orderBy('reading.created_at', 'desc')
          .limit(1)
          .as('run'),
      join => join.onTrue(),
    )
    .innerJoinLateral(
      eb =>
        eb
          .selectFrom('item')
          .select(({ fn }) => [
            fn.countAll<number>().as('items'),
            fn.countAll<number>().filterWhere('item.state', '=', 'read').as('unconfirmed'),
            fn
              .countAll<number>()
              .filterWhere('item.state', '=', 'read')
              .filterWhere('item.confidence', '<', DOUBTFUL)
              .as('doubtful'),
          ])
          .whereRef('item.instrument_id', '=', 'instrument.id')
          .where('item.deleted_at', 'is', null)
          .as('counted'),
      join => join.onTrue(),
    )
    .innerJoinLateral(
      eb =>
        eb
          .selectFrom('finding')
          .select(({ fn }) => fn.countAll<number>().as('decided'))
          .whereRef('finding.instrument_id', '=', 'instrument.id')
          .where('finding.edition', '=', edition)
          .as('found'),
      join => join.onTrue(),
    )
    .select(INSTRUMENT.map(column => (column === 'pages' ? 'instrument.pages' : column)))
    .select([
      'created_by as addedBy',
      'runId',
      'runState',
      'runPagesDone',
      'runPages',
      'runStartedAt',
      'runEndedAt',
      'runError',
      'items',
      'unconfirmed',
      'doubtful',
      'decided',
    ])
    .where('instrument.organisation_id', '=', organisationId)
    .$if(instrumentId !== undefined, query => query.where('instrument.id', '=', instrumentId!))
    .orderBy('instrument.created_at', 'desc')
    .execute()
  return rows.map(row => {
    const { runId, runState, runPagesDone, runPages, runStartedAt, runEndedAt, runError, ...rest } = row
    const { addedBy, items, unconfirmed, doubtful, decided, ...plan } = rest
    const run = runId && {
      id: runId,
      state: runState!,
      pagesDone: runPagesDone!,
      pages: runPages,
      startedAt: runStartedAt,
      endedAt: runEndedAt,
      error: runError,
    }
    return {
      plan: { ...plan, kind: plan.kind as InstrumentKind },
      addedBy,
      run: run || null,
      items,
      unconfirmed,
      doubtful,
      decided,
    }
  })
}
