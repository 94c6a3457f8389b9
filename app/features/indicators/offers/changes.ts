/** Changing frameworks, passports and figures. Figures are never overwritten: a later word takes the earlier one's place. */
import { daysOf, type Value } from '@open1325/indicators'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/access.ts'
import { Problem } from '../../../platform/problem.ts'
import type { Figure, Indicator, InLanguages } from '../model.ts'

export interface NewFramework {
  organisationId: string
  code: string
  titles: InLanguages
  source: string | null
  sourceUrl: string | null
  by: string
}

/** Adds a framework; where its code is taken, with the first free number behind it. Gives the code. */
export async function addFramework(tx: Tx, framework: NewFramework): Promise<string> {
  for (let n = 1; ; n++) {
    const code = n === 1 ? framework.code : `${framework.code.slice(0, 74)}-${n}`
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('framework')
      .values({
        organisation_id: framework.organisationId,
        code,
        titles: JSON.stringify(framework.titles),
        source: framework.source,
        source_url: framework.sourceUrl,
        created_by: framework.by,
      })
      .onConflict(conflict => conflict.column('code').doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows === 1n) return code
  }
}

/** Sets what the framework says of itself if it is still at this version. Gives whether it was. */
export async function changeFramework(
  tx: Tx,
  id: string,
  version: number,
  set: { titles: InLanguages; source: string | null; sourceUrl: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('framework')
    .set({
      titles: JSON.stringify(set.titles),
      source: set.source,
      source_url: set.sourceUrl,
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Puts a framework before the public, with the figures that are marked public; or takes it back. */
export async function publishFramework(tx: Tx, id: string, isPublic: boolean): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('framework')
    .set({ published_at: isPublic ? new Date() : null })
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type Passport = Pick<
  Indicator,
  | 'code'
  | 'titles'
  | 'definition'
  | 'formula'
  | 'unit'
  | 'valueKind'
  | 'countsPeople'
  | 'levels'
  | 'direction'
  | 'disaggregation'
  | 'dataSource'
  | 'owner'
  | 'frequency'
  | 'source'
  | 'verified'
>

const columnsOf = (passport: Passport) => ({
  code: passport.code,
  titles: JSON.stringify(passport.titles),
  definition: passport.definition,
  formula: passport.formula,
  unit: passport.unit,
  value_kind: passport.valueKind,
  counts_people: passport.countsPeople,
  levels: passport.levels,
  direction: passport.direction,
  disaggregation: passport.disaggregation,
  data_source: passport.dataSource,
  owner: passport.owner,
  frequency: passport.frequency,
  source: passport.source,
  verified: passport.verified,
})

/** Adds an indicator at the end of its framework. False where the framework has its code already. */
export async function addIndicator(
  tx: Tx,
  framework: { id: string; organisationId: string },
  passport: Passport,
  itemId: string | null = null,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('indicator')
    .values({
      framework_id: framework.id,
      organisation_id: framework.organisationId,
      item_id: itemId,
      position: sql<number>`(select coalesce(max(position), 0) + 1 from indicator where framework_id = ${framework.id})`,
      ...columnsOf(passport),
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Sets the passport if it is still at this version. Gives whether it was. */
export async function changeIndicator(tx: Tx, id: string, version: number, passport: Passport): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('indicator')
    .set({ ...columnsOf(passport), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** A value to be kept. */
export interface NewFigure extends Omit<Figure, 'id' | 'organisationId' | 'organisation'> {
  indicatorId: string
  countsPeople: boolean
  importId?: string | null
  /** Where it stood in the imported file. */
  line?: string | null
}

/** What became of figures that were given: 'same' ones stand already, word for word. */
export interface Kept {
  added: number
  replaced: number
  same: number
}

/**
 * Keeps figures in one statement. One that stands already, alike in every word, is left alone, so that a form or a file sent twice
 * changes nothing; one of the same place, time, breakdown and voice takes the place of the former where at least as many may see it.
 * Call it once in a change: the history has one digest for all of them.
 */
export async function keepFigures(
  tx: Tx,
  organisationId: string,
  by: string,
  given: readonly NewFigure[],
): Promise<Kept> {
  if (!given.length) return { added: 0, replaced: 0, same: 0 }
  await takeFiguresTurn(tx, organisationId)
  const rows = given.map(figure => ({ ...columnsOfFigure(figure), ...periodOf(figure.period) }))
  await beginGiving(tx)
  await sql`
    insert into given_figure (id, indicator_id, organisation_id, kind, country, place, period, period_start, period_end, disaggregation,
      value_kind, number, numerator, denominator, entries, missing, source, source_date, voice, visibility, counts_people, note, import_id,
      line, created_by)
    select uuidv7(), r.indicator_id, ${organisationId}, r.kind, r.country, r.place, r.period, r.period_start, r.period_end,
      r.disaggregation, r.value_kind, r.number, r.numerator, r.denominator, r.entries, r.missing, r.source, r.source_date, r.voice,
      r.visibility, r.counts_people, r.note, r.import_id, r.line, ${by}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (indicator_id uuid, kind text, country text, place text, period text,
      period_start date, period_end date, disaggregation jsonb, value_kind text, number float8, numerator float8, denominator float8,
      entries jsonb, missing text, source text, source_date text, voice text, visibility text, counts_people boolean, note text,
      import_id uuid, line text)`.execute(tx)
  return keepGiven(tx)
}

const FIGURES_TURN = 1326

/**
 * An organisation's figures are changed by one at a time. An import may have them for a minute, and others of the organisation are then
 * told so: waiting for it, they would hold up everybody else who writes.
 * @throws Problem 'busy'
 */
export async function takeFiguresTurn(tx: Tx, organisationId: string): Promise<void> {
  const { rows } = await sql<{ got: boolean }>`
    select pg_try_advisory_xact_lock(${FIGURES_TURN}, hashtext(${organisationId})) as got`.execute(tx)
  if (!rows[0]!.got) throw new Problem('busy')
}

/** As takeFiguresTurn, but waits for it: only for work that takes its turn among the writers at its end. */
export async function awaitFiguresTurn(tx: Tx, organisationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${FIGURES_TURN}, hashtext(${organisationId}))`.execute(tx)
}

/** An empty table `given_figure`, gone with the transaction, with the columns of `observation`. */
export async function beginGiving(tx: Tx): Promise<void> {
  await sql`
    create temporary table if not exists given_figure (like observation including defaults) on commit drop`.execute(tx)
  await sql`truncate given_figure`.execute(tx)
}

/** Keeps what stands in `given_figure`, as keepFigures says. @param goOn is called between the steps; it throws to leave off */
export async function keepGiven(tx: Tx, goOn: () => void = () => {}): Promise<Kept> {
  await sql`analyze given_figure`.execute(tx)
  goOn()
  const same = await sql`
    delete from given_figure g using observation o
    where ${SAME_SUBJECT} and o.visibility = g.visibility and ${SAME_VALUE}`.execute(tx)
  goOn()
  const replaced = await sql`
    update observation o set superseded_by = g.id from given_figure g
    where ${SAME_SUBJECT} and app.audience(g.visibility) >= app.audience(o.visibility)`.execute(tx)
  goOn()
  const added = await sql`
    insert into observation (id, indicator_id, organisation_id, kind, country, place, period, period_start, period_end, disaggregation,
      value_kind, number, numerator, denominator, entries, missing, source, source_date, voice, visibility, counts_people, note, import_id,
      line, created_by)
    select id, indicator_id, organisation_id, kind, country, place, period, period_start, period_end, disaggregation, value_kind, number,
      numerator, denominator, entries, missing, source, source_date, voice, visibility, counts_people, note, import_id, line, created_by
    from given_figure order by id`.execute(tx)
  goOn()
  // Looked at now, and not when everybody else waits for the commit.
  await sql`set constraints stays_in_sight, observation_superseded_by_fkey immediate`.execute(tx)
  return {
    added: Number(added.numAffectedRows) - Number(replaced.numAffectedRows),
    replaced: Number(replaced.numAffectedRows),
    same: Number(same.numAffectedRows),
  }
}

/**
 * Of the same indicator, kind, voice, place, time and breakdown, said by the same organisation, and not yet replaced. In the words of the
 * index `observation_once`.
 */
export const SAME_SUBJECT = sql`o.indicator_id = g.indicator_id and o.organisation_id = g.organisation_id and o.kind = g.kind
  and o.voice = g.voice and coalesce(o.country, '') = coalesce(g.country, '') and coalesce(o.place, '') = coalesce(g.place, '')
  and coalesce(o.period, '') = coalesce(g.period, '') and o.disaggregation = g.disaggregation
  and o.superseded_by is null and o.withdrawn_at is null`

/** Alike in every word. */
export const SAME_VALUE = sql`(o.value_kind, o.number, o.numerator, o.denominator, o.entries, o.missing, o.source, o.source_date, o.note)
  is not distinct from (g.value_kind, g.number, g.numerator, g.denominator, g.entries, g.missing, g.source, g.source_date, g.note)`

function columnsOfFigure(figure: NewFigure) {
  const { value } = figure
  return {
    indicator_id: figure.indicatorId,
    kind: figure.kind,
    country: figure.country,
    place: figure.place,
    period: figure.period,
    disaggregation: figure.disaggregation,
    value_kind: value.kind,
    ...numbersOf(value),
    entries: value.kind === 'list' ? value.entries : null,
    missing: value.kind === 'missing' ? value.reason : null,
    source: figure.source,
    source_date: figure.sourceDate,
    voice: figure.voice,
    visibility: figure.visibility,
    counts_people: figure.countsPeople,
    note: figure.note,
    import_id: figure.importId ?? null,
    line: figure.line ?? null,
  }
}

export function numbersOf(value: Value): {
  number: number | null
  numerator: number | null
  denominator: number | null
} {
  const none = { number: null, numerator: null, denominator: null }
  switch (value.kind) {
    case 'number':
      return { ...none, number: value.number }
    case 'share':
      return { number: value.share, numerator: value.numerator ?? null, denominator: value.denominator ?? null }
    case 'yes-no':
      return { ...none, number: value.yes ? 1 : 0 }
    case 'level':
      return { ...none, number: value.level, denominator: value.of ?? null }
    default:
      return none
  }
}

const day = (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10)

/** First and last day of a period, for order; null where it is none. */
export function periodOf(period: string | null): { period_start: string | null; period_end: string | null } {
  const days = period ? daysOf(period) : null
  return { period_start: days ? day(days.from) : null, period_end: days ? day(days.until - 1) : null }
}

/** Takes a figure back: it is no longer shown, and stays in the history. */
export async function withdrawFigure(tx: Tx, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('observation')
    .set({ withdrawn_at: new Date() })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Puts drafts before partners or the public; each takes the place of what stands there of the same subject. Gives how many. */
export async function showFigures(tx: Tx, ids: readonly string[], visibility: 'partners' | 'public'): Promise<number> {
  if (!ids.length) return 0
  await sql`
    update observation o set superseded_by = g.id from observation g
    where g.id = any(${ids}::uuid[]) and o.id <> g.id and app.audience(o.visibility) <= app.audience(${visibility}) and ${SAME_SUBJECT}
      and g.superseded_by is null and g.withdrawn_at is null`.execute(tx)
  const { numUpdatedRows } = await tx
    .updateTable('observation')
    .set({ visibility })
    .where('id', 'in', [...ids])
    .where('superseded_by', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
