/** Figures of an import in the database: held against what stands there, put in, taken back. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/access.ts'
import { asSlug } from '../../../platform/slug.ts'
import { ImportError, type Import } from '../../imports/model.ts'
import {
  addFramework,
  addIndicator,
  awaitFiguresTurn,
  beginGiving,
  keepGiven,
  type Passport,
} from '../offers/changes.ts'
import type { Framework } from '../model.ts'
import { frameworkByCode, indicatorsOf } from '../queries.ts'
import {
  mappingOf,
  type Answer,
  type FigureColumns,
  type FiguresMapping,
  type NewIndicator,
  type Payload,
} from './model.ts'

const FIGURE = sql`kind text, country text, place text, period text, period_start date, period_end date, disaggregation jsonb,
  value_kind text, number float8, numerator float8, denominator float8, entries jsonb, missing text, source text, source_date text,
  voice text, visibility text, line text`

export async function frameworkById(
  tx: Tx,
  id: string,
): Promise<Pick<Framework, 'id' | 'code' | 'organisationId'> | undefined> {
  return tx
    .selectFrom('framework')
    .select(['id', 'code', 'organisation_id as organisationId'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** A figure that stands. */
export interface Standing extends Omit<FigureColumns, 'period_start' | 'period_end' | 'line'> {
  note: string | null
}

/** Figures that are fetched at a time, so that pages have their turn in between. */
const AT_ONCE = 1000

/** All that an organisation says now of an indicator in one voice. */
export async function standing(
  tx: Tx,
  { organisationId, indicatorId, voice }: { organisationId: string; indicatorId: string; voice: string },
): Promise<Standing[]> {
  const all: Standing[] = []
  for (let last = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await tx
      .selectFrom('observation')
      .select(['id', 'kind', 'country', 'place', 'period', 'disaggregation', 'value_kind', 'number', 'numerator'])
      .select(['denominator', 'entries', 'missing', 'source', 'source_date', 'voice', 'visibility', 'note'])
      .where('indicator_id', '=', indicatorId)
      .where('organisation_id', '=', organisationId)
      .where('voice', '=', voice as 'government')
      .where('superseded_by', 'is', null)
      .where('withdrawn_at', 'is', null)
      .where('id', '>', last)
      .orderBy('id')
      .limit(AT_ONCE)
      .execute()
    all.push(...(rows as unknown as Standing[]))
    if (rows.length < AT_ONCE) return all
    last = rows.at(-1)!.id
  }
}

/** Writes down what reading the file has shown. */
export async function learn(tx: Tx, importId: string, learned: Partial<FiguresMapping>): Promise<void> {
  await sql`update import set mapping = mapping || ${JSON.stringify(learned)}::jsonb where id = ${importId}`.execute(tx)
}

/**
 * Puts the new and changed rows in, with the indicators that they need, as one change. Gives how many.
 * @throws ImportError 'framework-gone' where an indicator is no longer there
 */
export async function putInFigures(tx: Tx, it: Import, by: string, goOn: () => void): Promise<number> {
  const { answer, newIndicators, kinds } = mappingOf(it)
  if (!answer) throw new ImportError('framework-gone')
  await awaitFiguresTurn(tx, it.organisationId)
  const framework = await frameworkFor(tx, it, by, answer)
  const passports = await addPassports(tx, it, framework, answer.language)
  if (framework.organisationId === it.organisationId) {
    for (const indicator of newIndicators) await addIndicator(tx, framework, blank(indicator, answer))
    await setKinds(tx, framework.id, kinds)
  }
  goOn()
  await beginGiving(tx)
  const given = await sql`
    insert into given_figure (id, indicator_id, organisation_id, kind, country, place, period, period_start, period_end, disaggregation,
      value_kind, number, numerator, denominator, entries, missing, source, source_date, voice, visibility, counts_people, note, import_id,
      line, created_by)
    select uuidv7(), i.id, ${it.organisationId}, f.kind, f.country, f.place, f.period, f.period_start, f.period_end, f.disaggregation,
      f.value_kind, f.number, f.numerator, f.denominator, f.entries, f.missing, f.source, f.source_date, f.voice, f.visibility,
      i.counts_people, null, ${it.id}, f.line, ${by}
    from import_row r join indicator i on i.framework_id = ${framework.id} and i.deleted_at is null
      and i.code = r.data #>> '{payload,indicator}', jsonb_to_record(r.data #> '{payload,figure}') as f (${FIGURE})
    where r.import_id = ${it.id} and r.state in ('new', 'changed') and r.data #>> '{payload,is}' = 'figure' order by r.number`.execute(
    tx,
  )
  const wanted = (it.counts.new ?? 0) + (it.counts.changed ?? 0) - passports
  if (Number(given.numAffectedRows) !== wanted) throw new ImportError('framework-gone')
  goOn()
  await keepGiven(tx, goOn)
  // What was shown of the file is not needed any more.
  await learn(tx, it.id, { framework: framework.code, sheets: [] })
  return passports + wanted
}

async function frameworkFor(tx: Tx, it: Import, by: string, { shared: { framework: wanted }, language }: Answer) {
  if ('id' in wanted) {
    const found = await frameworkById(tx, wanted.id)
    if (!found) throw new ImportError('framework-gone')
    return found
  }
  const code = await addFramework(tx, {
    organisationId: it.organisationId,
    code: asSlug(wanted.title) || 'indicators',
    titles: { [language]: wanted.title },
    source: null,
    sourceUrl: null,
    by,
  })
  return (await frameworkByCode(tx, code))!
}

const nothingMore = {
  definition: null,
  formula: null,
  unit: null,
  countsPeople: false,
  levels: [],
  direction: null,
  disaggregation: null,
  dataSource: null,
  owner: null,
  frequency: null,
  source: null,
  verified: true,
}

const blank = ({ code, title, valueKind }: NewIndicator, { language, shared }: Answer): Passport => ({
  ...nothingMore,
  code,
  titles: { [language]: title },
  valueKind,
  dataSource: shared.source,
})

async function addPassports(
  tx: Tx,
  it: Import,
  framework: { id: string; organisationId: string },
  language: string,
): Promise<number> {
  const rows = await tx
    .selectFrom('import_row')
    .select('data')
    .where('import_id', '=', it.id)
    .where('state', '=', 'new')
    .where(sql<string>`data #>> '{payload,is}'`, '=', 'passport')
    .orderBy('number')
    .execute()
  for (const { data } of rows) {
    const { payload } = data as unknown as { payload: Payload }
    if (payload.is !== 'passport') continue
    const {
      title,
      source,
      parent: _parent,
      reportedBy: _reportedBy,
      levels,
      disaggregation,
      ...rest
    } = payload.passport
    await addIndicator(tx, framework, {
      ...nothingMore,
      ...rest,
      titles: { [language]: title },
      levels: [...levels],
      disaggregation: disaggregation ? [...disaggregation] : null,
      dataSource: source,
    })
  }
  return rows.length
}

/** A passport from a file does not say whether it counts or lists: its first figures do. */
async function setKinds(tx: Tx, frameworkId: string, kinds: FiguresMapping['kinds']): Promise<void> {
  const known = await indicatorsOf(tx, frameworkId)
  for (const { id, code, valueKind } of known) {
    const kind = kinds[code]
    if (!kind || kind === valueKind) continue
    await sql`update indicator i set value_kind = ${kind} where i.id = ${id}
      and not exists (select from observation o where o.indicator_id = i.id and o.value_kind <> 'missing')`.execute(tx)
  }
}

/** Withdraws the figures of an import that still stand, and lets those stand again that they replaced. */
export async function undoFigures(tx: Tx, it: Import): Promise<void> {
  await awaitFiguresTurn(tx, it.organisationId)
  await sql`
    update observation set withdrawn_at = now()
    where import_id = ${it.id} and withdrawn_at is null and superseded_by is null`.execute(tx)
  await sql`
    update observation o set superseded_by = null from observation n
    where o.superseded_by = n.id and n.import_id = ${it.id} and n.withdrawn_at = now() and o.withdrawn_at is null`.execute(
    tx,
  )
}
