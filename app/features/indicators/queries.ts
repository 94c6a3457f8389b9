/**
 * Reading frameworks, passports and figures. Row-level security decides what the asker gets; few people are never shown outside, nor what
 * would give their number away.
 */
import { withheldWith, type HiddenCell, type Value } from '@open1325/indicators'
import { sql } from 'kysely'
import type { Tx } from '../../platform/access.ts'
import { observationOf, valueOf, type Figure, type Framework, type Indicator, type InLanguages } from './model.ts'

const FRAMEWORK = [
  'id',
  'organisation_id as organisationId',
  'code',
  'titles',
  'description',
  'source',
  'source_url as sourceUrl',
  'verified',
  'published_at as publishedAt',
  'version',
] as const

const INDICATOR = [
  'id',
  'framework_id as frameworkId',
  'organisation_id as organisationId',
  'parent_id as parentId',
  'code',
  'titles',
  'section',
  'definition',
  'formula',
  'unit',
  'value_kind as valueKind',
  'counts_people as countsPeople',
  'levels',
  'direction',
  'disaggregation',
  'data_source as dataSource',
  'owner',
  'frequency',
  'reported_by as reportedBy',
  'source',
  'verified',
  'item_id as itemId',
  'position',
  'version',
] as const

const asFramework = (row: unknown): Framework => row as Framework
const asIndicator = (row: unknown): Indicator => row as Indicator

export interface FrameworkEntry extends Framework {
  indicators: number
  organisation: string
  library: boolean
}

/** The frameworks that the asker sees, the library's first; or only those of one organisation. */
export async function frameworksOf(tx: Tx, organisationId?: string): Promise<FrameworkEntry[]> {
  const rows = await tx
    .selectFrom('framework')
    .innerJoin('organisation', 'organisation.id', 'framework.organisation_id')
    .select(FRAMEWORK.map(column => (column === 'id' ? 'framework.id' : column)))
    .select(['organisation.name as organisation', 'organisation.library'])
    .select(eb =>
      eb
        .selectFrom('indicator')
        .select(({ fn }) => fn.countAll<number>().as('indicators'))
        .whereRef('indicator.framework_id', '=', 'framework.id')
        .where('indicator.deleted_at', 'is', null)
        .as('indicators'),
    )
    .$if(organisationId !== undefined, query => query.where('framework.organisation_id', '=', organisationId!))
    .orderBy('organisation.library', 'desc')
    .orderBy('framework.code')
    .execute()
  return rows.map(row => ({
    ...asFramework(row),
    indicators: Number(row.indicators ?? 0),
    organisation: row.organisation,
    library: row.library,
  }))
}

export async function frameworkByCode(tx: Tx, code: string): Promise<Framework | undefined> {
  const row = await tx.selectFrom('framework').select(FRAMEWORK).where('code', '=', code).executeTakeFirst()
  return row && asFramework(row)
}

/** In the framework's order. */
export async function indicatorsOf(tx: Tx, frameworkId: string): Promise<Indicator[]> {
  const rows = await tx
    .selectFrom('indicator')
    .select(INDICATOR)
    .where('framework_id', '=', frameworkId)
    .where('deleted_at', 'is', null)
    .orderBy('position')
    .orderBy('code')
    .execute()
  return rows.map(asIndicator)
}

export async function indicatorByCode(tx: Tx, frameworkId: string, code: string): Promise<Indicator | undefined> {
  const row = await tx
    .selectFrom('indicator')
    .select(INDICATOR)
    .where('framework_id', '=', frameworkId)
    .where('code', '=', code)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  return row && asIndicator(row)
}

/** More figures than these are not counted for a list. */
export const MOST_COUNTED = 999

/** How many figures the asker sees of each indicator of a framework, by the indicator's id: at most one more than MOST_COUNTED. */
export async function figureCounts(tx: Tx, frameworkId: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; figures: number }>`
    select i.id, f.figures from indicator i, lateral (
      select count(*)::int as figures from (
        select from observation o where o.indicator_id = i.id and o.superseded_by is null and o.withdrawn_at is null
        limit ${MOST_COUNTED + 1}) counted) f
    where i.framework_id = ${frameworkId} and i.deleted_at is null`.execute(tx)
  return new Map(rows.map(({ id, figures }) => [id, figures]))
}

/** More figures than these are not shown on one page; the download has them all. */
export const MOST_FIGURES = 2000

const figures = (tx: Tx, indicatorId: string) =>
  tx
    .selectFrom('observation')
    .leftJoin('organisation', 'organisation.id', 'observation.organisation_id')
    .select([
      'observation.id',
      'kind',
      'observation.country',
      'place',
      'period',
      'disaggregation',
      'value_kind',
      'number',
      'numerator',
      'denominator',
      'entries',
      'missing',
      'source',
      'source_date as sourceDate',
      'observation.voice',
      'observation.organisation_id as organisationId',
      'organisation.name as organisation',
      'visibility',
      'note',
    ])
    .where('indicator_id', '=', indicatorId)
    .where('superseded_by', 'is', null)
    .where('withdrawn_at', 'is', null)

interface FigureRow {
  id: string
  value_kind: Value['kind']
  number: number | null
  numerator: number | null
  denominator: number | null
  entries: unknown
  missing: string | null
}

function asFigure(row: FigureRow): Figure {
  const { value_kind: _kind, number: _number, numerator: _n, denominator: _d, entries: _e, missing: _m, ...rest } = row
  return { ...rest, value: valueOf(row) } as unknown as Figure
}

/** The current figures of an indicator, by place and time; of one country where one is asked for. */
export async function figuresOf(
  tx: Tx,
  indicatorId: string,
  {
    country,
    organisationId,
    limit = MOST_FIGURES,
  }: { country?: string | null; organisationId?: string; limit?: number } = {},
): Promise<Figure[]> {
  const withheld = await withheldOf(tx, indicatorId)
  const rows = await figures(tx, indicatorId)
    .where(notOf(withheld.ids))
    .$if(Boolean(country), query => query.where('observation.country', '=', country!))
    .$if(organisationId !== undefined, query => query.where('observation.organisation_id', '=', organisationId!))
    .orderBy('observation.country')
    .orderBy('place')
    .orderBy('period_end')
    .limit(limit)
    .execute()
  return rows.map(row => asFigure(row as FigureRow))
}

/** The latest total of each country and voice: of the whole country, broken down by nothing. */
export async function latestByCountry(tx: Tx, indicatorId: string): Promise<Figure[]> {
  const withheld = await withheldOf(tx, indicatorId)
  const rows = await figures(tx, indicatorId)
    .where(notOf(withheld.ids))
    .distinctOn(['observation.country', 'observation.voice'])
    .where('kind', '=', 'observation')
    .where('observation.country', 'is not', null)
    .where('place', 'is', null)
    .where('disaggregation', '=', sql<string>`'{}'::jsonb`)
    .where('value_kind', '<>', 'missing')
    .orderBy('observation.country')
    .orderBy('observation.voice')
    .orderBy(sql`period_end desc nulls last`)
    .execute()
  return rows.map(row => asFigure(row as FigureRow))
}

/** A figure by itself, with what it is a figure of. */
export interface FigureAlone {
  figure: Figure
  framework: { code: string; organisationId: string }
  indicator: { code: string; titles: InLanguages }
  /** Not taken back, and no other has taken its place. */
  isCurrent: boolean
  /** It counts one to four people: nobody outside its organisation is told of it. */
  countsFew: boolean
}

/** Undefined where there is none that the asker may see. */
export async function figureById(tx: Tx, id: string): Promise<FigureAlone | undefined> {
  const { rows } = await sql<
    FigureRow & {
      framework: FigureAlone['framework']
      of: FigureAlone['indicator']
      isCurrent: boolean
      countsFew: boolean
    }
  >`
    select b.id, b.kind, b.country, b.place, b.period, b.disaggregation, b.value_kind, b.number, b.numerator, b.denominator, b.entries,
      b.missing, b.source, b.source_date as "sourceDate", b.voice, b.organisation_id as "organisationId", o.name as organisation,
      b.visibility, b.note, jsonb_build_object('code', f.code, 'organisationId', f.organisation_id) as framework,
      jsonb_build_object('code', x.code, 'titles', x.titles) as of,
      b.superseded_by is null and b.withdrawn_at is null and x.deleted_at is null as "isCurrent",
      (b.counts_people or x.counts_people) and app.of_few(b.value_kind, b.number, b.numerator, b.denominator) as "countsFew"
    from observation b join indicator x on x.id = b.indicator_id join framework f on f.id = x.framework_id
      left join organisation o on o.id = b.organisation_id
    where b.id = ${id}`.execute(tx)
  const row = rows[0]
  if (!row) return undefined
  const { framework, of, isCurrent, countsFew, ...rest } = row
  return { figure: asFigure(rest), framework, indicator: of, isCurrent, countsFew }
}

/** The countries of which the asker sees figures, and how many. */
export async function countriesOf(tx: Tx, indicatorId: string): Promise<{ country: string; figures: number }[]> {
  const rows = await tx
    .selectFrom('observation')
    .select(({ fn }) => ['country', fn.countAll<number>().as('figures')])
    .where('indicator_id', '=', indicatorId)
    .where('superseded_by', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('country', 'is not', null)
    .groupBy('country')
    .orderBy('country')
    .execute()
  return rows.map(({ country, figures }) => ({ country: country!, figures: Number(figures) }))
}

const notOf = (ids: string[]) =>
  ids.length ? sql<boolean>`observation.id <> all (${ids}::uuid[])` : sql<boolean>`true`

/** What the asker does not get of an indicator's figures: how many, and those that the database alone would show her. */
async function withheldOf(tx: Tx, indicatorId: string): Promise<{ count: number; ids: string[] }> {
  const { rows: few } = await sql<Few>`
    select organisation_id as organisation, kind, voice, value_kind as "valueKind", country, place as part, coalesce(period, '') as period,
      disaggregation from app.suppressed(${indicatorId})`.execute(tx)
  if (!few.length) return { count: 0, ids: [] }
  const organisations = [...new Set(few.map(({ organisation }) => organisation))]
  const beside = await figures(tx, indicatorId)
    .where('observation.organisation_id', 'in', organisations)
    .where('value_kind', 'in', ['number', 'share'])
    .execute()
  const shown = beside.map(row => {
    const figure = asFigure(row as FigureRow)
    return { ...observationOf(figure, indicatorId), organisation: figure.organisationId }
  })
  const hidden = few.map(({ country, part, ...cell }): HiddenCell => ({ ...cell, place: { country, part } }))
  const ids = [...withheldWith(shown, hidden)]
  return { count: few.length + ids.length, ids }
}

type Few = Omit<HiddenCell, 'place'> & HiddenCell['place']

/** The figures that the database alone would show the asker, and that would give the number of few people away. */
export const withheldFigures = async (tx: Tx, indicatorId: string): Promise<string[]> =>
  (await withheldOf(tx, indicatorId)).ids

/** How many figures the asker does not get because they count one to four people, or would give such a number away. */
export const suppressedCount = async (tx: Tx, indicatorId: string): Promise<number> =>
  (await withheldOf(tx, indicatorId)).count

/** Of the asker's own organisations' public figures, how many the public does not get because they count one to four people. */
export async function ownFew(tx: Tx, indicatorId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from observation o join indicator i on i.id = o.indicator_id
    where o.indicator_id = ${indicatorId} and o.organisation_id in (select app.mine('reader')) and o.visibility = 'public'
      and o.superseded_by is null and o.withdrawn_at is null and (o.counts_people or i.counts_people)
      and app.of_few(o.value_kind, o.number, o.numerator, o.denominator)`.execute(tx)
  return rows[0]!.count
}

export interface MeasuredCommitment {
  slug: string
  ref: number
  text: string
  number: string | null
  title: string
  read: boolean
  language: string | null
}

/** The commitments that an indicator measures: those linked to it, and what it hangs from in the plan that it was read from. */
export async function commitmentsOf(tx: Tx, indicator: Indicator): Promise<MeasuredCommitment[]> {
  const { rows } = await sql<MeasuredCommitment>`
    select n.slug, i.ref, i.text, i.number, n.title, n.file_sha256 is not null as read, n.languages[1] as language
    from item i join instrument n on n.id = i.instrument_id
    where i.deleted_at is null and i.kind <> 'indicator' and (i.id = ${indicator.itemId}
      or i.id = (select parent_id from item where id = ${indicator.itemId})
      or i.id in (select item_id from indicator_commitment where indicator_id = ${indicator.id}))
    order by n.title, i.position limit 200`.execute(tx)
  return rows
}
