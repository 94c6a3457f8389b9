/** Rows of a table of commitments, held against what is there: what each would change, or what is wrong with it. */
import type { FieldName } from '@open1325/reader'
import { reading, type Tx } from '../../../platform/access.ts'
import type { Services } from '../../../platform/http.ts'
import { ImportError, type CellProblem, type CheckedRow, type Import } from '../../imports/model.ts'
import { cellName, tableRows, type TableRow } from '../../imports/offers/table.ts'
import { STATUSES, type Status } from '../../voices/model.ts'
import { FIRST_DAY, isDate, isDay } from '../offers/typed.ts'
import { ROW_INSTRUMENT_KINDS, ROW_KIND, type RowInstrumentKind } from '../model.ts'
import { patched, type Edit, type Patch } from '../patch.ts'
import { exchangedByRefs, instrumentsBySlug, livingRows, type OwnInstrument } from '../queries/bring-in.ts'
import { cellsOf, COLUMNS, type Cells, type Column, type Exchanged } from './columns.ts'
import { unguarded } from '../offers/guard.ts'

/** What is written for a row when it is put in. */
export type Payload =
  | { act: 'change'; edit: Edit | null; itemId: string; instrumentId: string; status: Patch['status'] | null }
  | {
      act: 'add'
      instrumentId: string
      row: { kind: string; number: string | null; text: string; fields: Edit['fields'] }
    }
  | { act: 'none' }

/** Rows that are held against the database at a time. */
const AT_ONCE = 500

/** @throws ImportError 'header' where the table lacks the columns that say which commitment a row is */
export async function* checkCommitments(
  { database }: Pick<Services, 'database'>,
  it: Import,
  by: string,
  path: string,
): AsyncGenerator<CheckedRow<Payload>> {
  let header: Map<Column, number> | undefined
  let batch: Row[] = []
  const seen = new Set<string>()
  const check = () => reading(database.kysely, by, tx => checkBatch(tx, it, batch, seen))
  for await (const row of tableRows(path)) {
    if (!header) {
      header = headerOf(row)
      continue
    }
    batch.push(rowIn(row, header))
    if (batch.length < AT_ONCE) continue
    yield* await check()
    batch = []
  }
  if (batch.length) yield* await check()
}

/** Which column stands where. */
function headerOf({ cells }: TableRow): Map<Column, number> {
  const names = cells.map(cell => cell.trim().toLowerCase())
  const header = new Map(
    COLUMNS.flatMap((column): [Column, number][] => {
      const at = names.indexOf(column)
      return at < 0 ? [] : [[column, at]]
    }),
  )
  if (!header.has('instrument') || !(header.has('ref') || header.has('text'))) throw new ImportError('header')
  return header
}

interface Row {
  line: number
  /** Only of the columns that the file has. */
  cells: Partial<Cells>
  at: (column: Column) => string
}

function rowIn({ cells, line, sheet }: TableRow, header: Map<Column, number>): Row {
  const read = [...header].map(([column, at]): [Column, string] => [
    column,
    unguarded((cells[at] ?? '').replace(/\r\n?/g, '\n')),
  ])
  return {
    line,
    cells: Object.fromEntries(read) as Partial<Cells>,
    at: column => cellName(header.get(column) ?? 0, line, sheet),
  }
}

async function checkBatch(tx: Tx, it: Import, rows: Row[], seen: Set<string>): Promise<CheckedRow<Payload>[]> {
  const slugs = [...new Set(rows.map(row => row.cells.instrument?.trim() ?? ''))].filter(Boolean)
  const instruments = await instrumentsBySlug(tx, slugs, it.organisationId)
  const refs = rows.flatMap(({ cells }) => {
    const instrument = instruments.get(cells.instrument?.trim() ?? '')
    return instrument && isRef(cells.ref) ? [{ instrumentId: instrument.id, ref: Number(cells.ref) }] : []
  })
  const known = new Map(
    (await exchangedByRefs(tx, refs, it.organisationId)).map(one => [`${one.slug} ${one.ref}`, one]),
  )
  const living = await livingRows(
    tx,
    [...instruments.values()].map(one => one.id),
    rows.flatMap(row => (isRef(row.cells.ref) ? [] : (row.cells.text?.trim() ?? []))),
  )
  return rows.map(row => checkRow(row, { instruments, known, living, seen, organisationId: it.organisationId }))
}

interface Ground {
  instruments: Map<string, OwnInstrument>
  known: Map<string, Exchanged>
  /** Rows without a number of their own that are there already: '<instrument> <number> <text>'. */
  living: Set<string>
  seen: Set<string>
  organisationId: string
}

const isRef = (ref: string | undefined): boolean => /^[1-9]\d{0,8}$/.test(ref?.trim() ?? '')

function checkRow(row: Row, ground: Ground): CheckedRow<Payload> {
  const { cells } = row
  const problems: CellProblem[] = []
  const wrong = (column: Column, code: string) =>
    problems.push({ cell: row.at(column), value: cells[column] ?? '', code })
  const slug = cells.instrument?.trim() ?? ''
  const name = [slug, cells.ref?.trim() || cells.number, cells.text?.slice(0, 120)].filter(Boolean).join(' · ')
  const told = (state: CheckedRow['state'], payload: Payload, differences: CheckedRow['differences'] = []) => ({
    state: problems.length ? ('wrong' as const) : state,
    line: String(row.line),
    name,
    differences: problems.length ? [] : differences,
    problems,
    payload: problems.length ? ({ act: 'none' } as const) : payload,
  })

  const instrument = ground.instruments.get(slug)
  const isNew = !cells.ref?.trim()
  const key = isNew ? `${slug} + ${cells.number} ${cells.text}` : `${slug} ${cells.ref?.trim()}`
  if (!slug) wrong('instrument', 'needed')
  else if (!instrument) wrong('instrument', 'unknown-instrument')
  else if (!isNew && !isRef(cells.ref)) wrong('ref', 'ref')
  else if (ground.seen.has(key)) wrong('ref', 'twice')
  ground.seen.add(key)
  if (problems.length || !instrument) return told('wrong', { act: 'none' })
  return isNew ? checkNew(row, instrument, ground, wrong, told) : checkKnown(row, instrument, ground, wrong, told)
}

type Wrong = (column: Column, code: string) => void
type Told = (
  state: CheckedRow['state'],
  payload: Payload,
  differences?: CheckedRow['differences'],
) => CheckedRow<Payload>

function checkNew(row: Row, instrument: OwnInstrument, ground: Ground, wrong: Wrong, told: Told): CheckedRow<Payload> {
  const { cells } = row
  const text = cells.text?.trim() ?? ''
  const number = cells.number?.trim() || null
  // The rows of a plan that was read stand on its pages: they are added there, with the place that they stand at.
  const kind = ROW_INSTRUMENT_KINDS.includes(instrument.kind as RowInstrumentKind)
    ? ROW_KIND[instrument.kind as RowInstrumentKind]
    : null
  if (!kind || instrument.read) wrong('ref', 'needed')
  if (!text) wrong('text', 'needed')
  if (text.length > LONGEST.text) wrong('text', 'too-long')
  if ((number?.length ?? 0) > LONGEST.number) wrong('number', 'too-long')
  if (kind && cells.kind && cells.kind !== kind) wrong('kind', 'kind')
  const fields: Edit['fields'] = {}
  for (const [name, field] of Object.entries(fieldsOf(cells, undefined, wrong)) as [
    FieldName,
    { text: string; value?: unknown } | null,
  ][])
    if (field) fields[name] = { ...field, cites: [] }
  if (ground.living.has(`${instrument.id} ${number ?? ''} ${text}`)) return told('same', { act: 'none' })
  const row_ = { kind: kind ?? '', number, text, fields }
  return told('new', { act: 'add', instrumentId: instrument.id, row: row_ }, [
    { what: 'text', before: '', after: text },
  ])
}

const LONGEST = { text: 20_000, number: 60, field: 5000, reason: 10_000 }

function checkKnown(
  row: Row,
  instrument: OwnInstrument,
  ground: Ground,
  wrong: Wrong,
  told: Told,
): CheckedRow<Payload> {
  const { cells } = row
  const one = ground.known.get(`${instrument.slug} ${Number(cells.ref)}`)
  if (!one) {
    wrong('ref', 'unknown-ref')
    return told('wrong', { act: 'none' })
  }
  const now = cellsOf(one)
  const differs = (column: Column) =>
    cells[column] !== undefined && cells[column] !== now[column].replace(/\r\n?/g, '\n')
  const patch: Patch = {}
  if (cells.kind && differs('kind')) wrong('kind', 'kind')
  if (differs('number')) {
    patch.number = cells.number!.trim() || null
    if ((patch.number?.length ?? 0) > LONGEST.number) wrong('number', 'too-long')
  }
  if (differs('text')) {
    patch.text = cells.text!.trim()
    if (!patch.text) wrong('text', 'needed')
    if (patch.text.length > LONGEST.text) wrong('text', 'too-long')
  }
  if (differs('pillar') && cells.pillar) {
    const pillar = isRef(cells.pillar) ? instrument.pillars.get(Number(cells.pillar)) : undefined
    if (pillar) patch.pillar = { id: pillar, ref: Number(cells.pillar) }
    else wrong('pillar', 'pillar')
  }
  if (FIELD_COLUMNS.some(differs)) patch.fields = fieldsOf(cells, now, wrong)
  const status = statusOf(cells, now, wrong)
  if (status) patch.status = status
  const { differences, edit, ...rest } = patched(one, patch)
  if (edit && !instrument.mayChange) wrong('instrument', 'not-yours')
  if (edit && cells.version && cells.version !== now.version) wrong('version', 'changed-since')
  const payload: Payload = {
    act: 'change',
    itemId: one.itemId,
    instrumentId: one.instrumentId,
    edit,
    status: rest.status ?? null,
  }
  return differences.length ? told('changed', payload, differences) : told('same', { act: 'none' })
}

const PLAIN_FIELDS = ['responsible', 'partners', 'baseline', 'target', 'verification'] as const
const FIELD_COLUMNS: readonly Column[] = [
  ...PLAIN_FIELDS,
  'timeframe',
  'timeframe_start',
  'timeframe_end',
  'budget',
  'budget_amount',
  'budget_currency',
]

/** The fields that a row changes, as far as the file has their columns; null takes one out. @param now undefined for a new row */
function fieldsOf(cells: Partial<Cells>, now: Cells | undefined, wrong: Wrong): NonNullable<Patch['fields']> {
  const fields: NonNullable<Patch['fields']> = {}
  const is = (column: Column) => cells[column] !== undefined && cells[column] !== (now?.[column] ?? '')
  const value = (column: Column) => (cells[column] ?? now?.[column] ?? '').trim()
  for (const name of PLAIN_FIELDS)
    if (is(name)) {
      if (value(name).length > LONGEST.field) wrong(name, 'too-long')
      fields[name] = value(name) ? { text: value(name) } : null
    }
  if (is('timeframe') || is('timeframe_start') || is('timeframe_end')) {
    const [start, end] = [value('timeframe_start'), value('timeframe_end')]
    if (start && !isDate(start)) wrong('timeframe_start', 'date')
    if (end && !isDate(end)) wrong('timeframe_end', 'date')
    if (start && end && end < start.slice(0, end.length)) wrong('timeframe_end', 'order')
    const text = value('timeframe') || [start, end].filter(Boolean).join(' – ')
    fields.timeframe = text
      ? { text, ...((start || end) && { value: { start: start || null, end: end || null } }) }
      : null
  }
  if (is('budget') || is('budget_amount') || is('budget_currency')) {
    const [amount, currency] = [value('budget_amount'), value('budget_currency').toUpperCase()]
    if (amount && !/^\d{1,15}(\.\d{1,6})?$/.test(amount)) wrong('budget_amount', 'number')
    if (currency && !/^[A-Z]{3}$/.test(currency)) wrong('budget_currency', 'currency')
    const text = value('budget') || [currency, amount].filter(Boolean).join(' ')
    fields.budget = text
      ? { text, ...(amount && { value: { amount: Number(amount), currency: currency || null } }) }
      : null
  }
  return fields
}

/** What our organisation says anew. An empty status says nothing, and takes nothing back. */
function statusOf(cells: Partial<Cells>, now: Cells, wrong: Wrong): NonNullable<Patch['status']> | null {
  const columns = ['our_status', 'our_status_date', 'our_status_reason'] as const
  const status = cells.our_status?.trim()
  if (!status || columns.every(column => (cells[column] ?? now[column]) === now[column])) return null
  const asOf = (cells.our_status_date ?? '').trim()
  const reason = (cells.our_status_reason ?? '').trim()
  if (!STATUSES.includes(status as Status)) wrong('our_status', 'status')
  if (!isDay(asOf) || asOf < FIRST_DAY || asOf > new Date().toISOString().slice(0, 10)) wrong('our_status_date', 'day')
  if (!reason && status !== 'no-information') wrong('our_status_reason', 'needed')
  if (reason.length > LONGEST.reason) wrong('our_status_reason', 'too-long')
  return { status: status as Status, asOf, reason }
}
