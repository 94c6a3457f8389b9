/** The rows of a file of figures as they were understood: what each would change, and what is wrong with it. */
import type { Indicator as Passport, Observation, Problem, Value } from '@open1325/indicators'
import { changing, reading } from '../../../platform/access.ts'
import type { Services } from '../../../platform/http.ts'
import { ImportError, type CellProblem, type CheckedRow, type Import } from '../../imports/model.ts'
import { numbersOf, periodOf } from '../offers/changes.ts'
import { indicatorsOf } from '../queries.ts'
import { digest, StandingFigures, subjectKey } from './compare.ts'
import { frameworkById, learn, standing, type Standing } from './kept.ts'
import { KnownIndicators } from './known.ts'
import { codesApart, folded, mappingOf, type Answer, type FigureColumns, type Payload } from './model.ts'
import { FigureReader } from './reader.ts'

/** Figures of one file. */
const MOST_FIGURES = 500_000

type Row = CheckedRow<Payload>

/** @throws ImportError where the file cannot be read, or its set is gone */
export async function* checkFigures(services: Services, it: Import, by: string, path: string): AsyncGenerator<Row> {
  const { answer } = mappingOf(it)
  if (!answer) return
  const { known, titles } = await knownIndicators(services, it, by, answer)
  await using reader = new FigureReader()
  const passports = await reader.open({ path, name: it.fileName }, answer)
  if (answer.mapping.holds === 'indicators') yield* passportRows(passports, known, titles)
  else yield* figureRows(services, it, by, { reader, known, answer })
  const warnings = await reader.warnings(passports)
  await changing(services.database.kysely, by, { act: 'import.read' }, tx =>
    learn(tx, it.id, { warnings, ...known.learned() }),
  )
}

async function knownIndicators({ database }: Services, it: Import, by: string, { shared }: Answer) {
  const { framework } = shared
  if (!('id' in framework)) return { known: new KnownIndicators([], true), titles: new Set<string>() }
  return reading(database.kysely, by, async tx => {
    const found = await frameworkById(tx, framework.id)
    if (!found) throw new ImportError('framework-gone')
    const indicators = await indicatorsOf(tx, found.id)
    const titles = new Set(indicators.flatMap(one => Object.values(one.titles)).map(title => folded(title ?? '')))
    return { known: new KnownIndicators(indicators, found.organisationId === it.organisationId), titles }
  })
}

const LONGEST = { definition: 5000, formula: 2000, unit: 100, source: 1000, owner: 300, frequency: 200 } as const

function* passportRows(passports: Passport[], known: KnownIndicators, titles: ReadonlySet<string>): Generator<Row> {
  const given = new Set<string>()
  const codes = codesApart(
    passports.map(({ code }) => code),
    known.codes,
  )
  for (const [n, passport] of passports.entries()) {
    const name = `${passport.code} ${passport.title}`
    const line = String(n + 1)
    const long = (Object.keys(LONGEST) as (keyof typeof LONGEST)[]).filter(
      field => (passport[field]?.length ?? 0) > LONGEST[field],
    )
    const shared = { line, name, differences: [] }
    const title = folded(passport.title)
    const again = `${title} ${passport.code}`
    if (long.length)
      yield {
        ...shared,
        state: 'wrong',
        problems: long.map(field => ({ cell: line, value: passport[field]!.slice(0, 200), code: 'too-long' })),
        payload: { is: 'nothing' },
      }
    else if (titles.has(title) || given.has(again))
      yield { ...shared, state: 'same', problems: [], payload: { is: 'nothing' } }
    else
      yield {
        ...shared,
        state: 'new',
        problems: [],
        payload: { is: 'passport', passport: { ...passport, code: codes[n]! } },
      }
    given.add(again)
  }
}

interface Sources {
  reader: FigureReader
  known: KnownIndicators
  answer: Answer
}

async function* figureRows(services: Services, it: Import, by: string, { reader, known, answer }: Sources) {
  const before = new Map<string, string>()
  const there = new Map<string, StandingFigures>()
  let figures = 0
  for (let said = await reader.next(); said; said = await reader.next()) {
    figures += said.observations.length
    if (figures > MOST_FIGURES) throw new ImportError('too-many')
    const beside = Map.groupBy(
      said.problems.filter(({ used }) => used !== null),
      ({ sheet, cell }) => rowOf(sheet, cell),
    )
    for (const problem of said.problems) if (problem.used === null) yield wrongCell(problem)
    const rows = said.observations.map(one => {
      const at = rowOf(one.line?.sheet ?? '', one.line?.cell ?? '')
      const told = (beside.get(at) ?? []).map(cellProblem)
      beside.delete(at)
      return understood(one, known, answer, before, told)
    })
    yield* await withStates(services, it, by, rows, there)
  }
}

const rowOf = (sheet: string, cell: string) => `${sheet}!${cell.replace(/^[A-Z]+/, '')}`

const cellProblem = ({ sheet, cell, value, expected, code }: Problem): CellProblem => ({
  cell: `${sheet}!${cell}`,
  value,
  code: code === 'no-denominator' ? 'denominator' : expected,
})

const wrongCell = (problem: Problem): Row => ({
  state: 'wrong',
  line: `${problem.sheet}!${problem.cell}`,
  name: '',
  differences: [],
  problems: [cellProblem(problem)],
  payload: { is: 'nothing' },
})

interface Understood {
  row: Row
  /** What it would put in; null where it is wrong, or said already in the file. */
  asked: { indicatorId: string; figure: FigureColumns } | null
}

function understood(
  one: Observation,
  known: KnownIndicators,
  { shared }: Answer,
  before: Map<string, string>,
  told: CellProblem[],
): Understood {
  const line = one.line ? `${one.line.sheet}!${one.line.cell}` : one.id
  const indicator = known.named(one.indicator)
  const name = [
    indicator?.title ?? one.indicator,
    [one.place.part, one.place.country].filter(Boolean).join(', '),
    one.period,
    Object.values(one.disaggregation).join(', '),
  ]
    .filter(Boolean)
    .join(' · ')
  const row = { line, name, differences: [], problems: told }
  const wrong = (value: string, code: string): Understood => ({
    row: { ...row, state: 'wrong', problems: [...told, { cell: line, value, code }], payload: { is: 'nothing' } },
    asked: null,
  })
  if (!indicator) return wrong(one.indicator, 'indicator')
  const value = known.fitted(one.value, indicator)
  if (!value) return wrong(inWords(one.value), `kind-${indicator.valueKind}`)
  const figure = columnsOf({ ...one, value }, shared.visibility, line)
  const long = tooLong(figure)
  if (long !== null) return wrong(long.slice(0, 200), 'too-long')
  const key = `${indicator.code} ${subjectKey(figure)}`
  const words = digest([figure.value_kind, figure.number, figure.numerator, figure.denominator, figure.entries])
  const earlier = before.get(key)
  if (earlier !== undefined) {
    if (earlier !== words) return wrong(inWords(value), 'once')
    return { row: { ...row, state: 'same', payload: { is: 'nothing' } }, asked: null }
  }
  before.set(key, words)
  return {
    row: { ...row, state: 'new', payload: { is: 'figure', indicator: indicator.code, figure } },
    asked: indicator.id ? { indicatorId: indicator.id, figure } : null,
  }
}

function columnsOf(one: Observation, visibility: string, line: string): FigureColumns {
  const { value } = one
  const period = one.period || null
  return {
    kind: one.kind,
    country: one.place.country,
    place: one.place.part,
    period,
    ...periodOf(period),
    disaggregation: one.disaggregation,
    value_kind: value.kind,
    ...numbersOf(value),
    entries: value.kind === 'list' ? value.entries : null,
    missing: value.kind === 'missing' ? value.reason : null,
    source: one.source,
    source_date: one.sourceDate,
    voice: one.voice,
    visibility,
    line,
  }
}

/** The text that is longer than a figure may have; null where all fit. */
function tooLong({ place, source, missing, period, source_date: date }: FigureColumns): string | null {
  if (place && place.length > 200) return place
  if (source && source.length > 1000) return source
  if (missing && missing.length > 300) return missing
  if (period && period.length > 30) return period
  return date && !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(date) ? date : null
}

/** What stands there now decides whether a row is new, the same, or changes something. */
async function withStates(
  { database }: Services,
  it: Import,
  by: string,
  rows: Understood[],
  known: Map<string, StandingFigures>,
): Promise<Row[]> {
  const done: Row[] = []
  for (const { row, asked } of rows) {
    const now = asked && (await besides(asked.indicatorId, asked.figure.voice)).beside(asked.figure)
    if (!now) done.push(row)
    else if (now === 'same') done.push({ ...row, state: 'same' })
    else done.push({ ...row, state: 'changed', differences: differences(now, asked.figure) })
  }
  return done

  async function besides(indicatorId: string, voice: string): Promise<StandingFigures> {
    const before = known.get(indicatorId)
    if (before) return before
    const { organisationId } = it
    const there = await reading(database.kysely, by, tx => standing(tx, { organisationId, indicatorId, voice }))
    const made = await StandingFigures.of(there)
    known.set(indicatorId, made)
    return made
  }
}

function differences(now: Standing, after: FigureColumns): Row['differences'] {
  return [
    { what: 'value', before: written(now), after: written(after) },
    { what: 'source', before: now.source ?? '', after: after.source ?? '' },
    { what: 'source-date', before: now.source_date ?? '', after: after.source_date ?? '' },
  ].filter(one => one.before !== one.after)
}

type Written = Pick<FigureColumns, 'value_kind' | 'number' | 'numerator' | 'denominator' | 'entries' | 'missing'>

function written({ value_kind: kind, number, numerator, denominator, entries, missing }: Written): string {
  if (kind === 'missing') return missing || '–'
  if (kind === 'list') return (entries ?? []).map(({ title }) => title).join('; ')
  if (kind === 'share' && numerator !== null && denominator !== null) return `${numerator} / ${denominator}`
  return kind === 'share' ? `${Number(((number ?? 0) * 100).toPrecision(6))} %` : String(number)
}

const inWords = (value: Value): string =>
  written({
    value_kind: value.kind,
    ...numbersOf(value),
    entries: value.kind === 'list' ? value.entries : null,
    missing: value.kind === 'missing' ? value.reason : null,
  }).slice(0, 200)
