/** A sheet and its mapping to observations. What does not fit is told cell by cell; the rest goes in. */
import type { Observation, Place, Value, Voice } from '../model.ts'
import { isTotal, numberOf, sexReader, yesOf } from './cells.ts'
import { countryOf, isAggregate } from './countries.ts'
import { monthOf, periodOf } from './dates.ts'
import type { Mapping, Measure, Use } from './mapping.ts'
import { cellName, textOf, type Cell, type Sheet } from './sheet.ts'
import { shareOf, type GroupCells } from './shares.ts'

export const PROBLEM_CODES = [
  'not-a-number',
  'not-a-period',
  'not-a-month',
  'period-guessed',
  'country-unknown',
  'no-denominator',
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]

export interface Problem {
  sheet: string
  /** 'C14' */
  cell: string
  /** What stands there. */
  value: string
  /** A code for what should: 'number', 'period', 'month', 'country'. */
  expected: 'number' | 'period' | 'month' | 'country'
  code: ProblemCode
  /** What went in all the same; null where nothing did. */
  used: string | null
}

/** What the file does not say of itself. */
export interface ImportContext {
  voice: Voice
  /** ISO 3166-1 alpha-3, where no column names a country. */
  country?: string | null
  source?: string | null
  sourceDate?: string | null
}

export interface Batch {
  observations: Observation[]
  problems: Problem[]
  /** Rows of data that were gone through so far. */
  rows: number
}

/** A unit. */
const PERCENT = /^(?:%|per ?cent.*|pour ?cent.*|percentage|pourcentage|نسبة.*)$/iu
/** A title that ends or goes on with its unit: 'seats held by women (%)'. */
const IN_PERCENT = /\((?:%|in %|en %|per ?cent|as % )|% of |^% /iu
const ROWS_AT_ONCE = 500

/** The observations of a sheet in batches of some hundred rows, so that others have their turn in between. */
export function* applyMapping(sheet: Sheet, mapping: Mapping, context: ImportContext): Generator<Batch> {
  if (mapping.holds !== 'observations' && mapping.holds !== 'list') return
  const plan = planOf(sheet, mapping, context)
  for (let from = mapping.firstRow; from < sheet.rows.length; from += ROWS_AT_ONCE) {
    const until = Math.min(sheet.rows.length, from + ROWS_AT_ONCE)
    const batch: Batch = { observations: [], problems: [], rows: until - mapping.firstRow }
    for (let row = from; row < until; row++) new RowReader(plan, row, batch).read()
    yield batch
  }
}

interface Plan {
  sheet: Sheet
  mapping: Mapping
  context: ImportContext
  missing: ReadonlySet<string>
  sexOf: ReturnType<typeof sexReader>
  /** Columns whose figures are all between 0 and 1: shares that are no per cents, whatever the title says. */
  fractions: ReadonlySet<number>
  columnsAs: ReadonlyMap<Use['as'], readonly { column: number; use: Use }[]>
  groups: readonly (readonly { column: number; measure: Measure }[])[]
}

function planOf(sheet: Sheet, mapping: Mapping, context: ImportContext): Plan {
  const measured = mapping.columns.flatMap(({ column, use }) =>
    use.as === 'measure' ? [{ column, measure: use.measure }] : [],
  )
  const groups = Map.groupBy(measured, ({ column, measure }) => measure.group || `column ${column}`)
  return {
    sheet,
    mapping,
    context,
    missing: new Set(mapping.missing),
    sexOf: sexReader(sexCells(sheet, mapping)),
    fractions: new Set(measured.map(({ column }) => column).filter(column => isFraction(sheet, mapping, column))),
    columnsAs: Map.groupBy(mapping.columns, ({ use }) => use.as),
    groups: [...groups.values()],
  }
}

function sexCells({ rows }: Sheet, { columns, firstRow }: Mapping): string[] {
  const sexed = columns.find(({ use }) => use.as === 'dimension' && use.name === 'sex')
  return sexed ? [...new Set(rows.slice(firstRow).map(row => textOf(row[sexed.column])))] : []
}

function isFraction({ rows }: Sheet, { firstRow, decimal }: Mapping, column: number): boolean {
  let parts = false
  for (let row = firstRow; row < rows.length; row++) {
    const number = numberOf(rows[row]![column] ?? '', decimal)?.number ?? 0
    if (number > 1) return false
    if (!Number.isInteger(number)) parts = true
  }
  return parts
}

/** What a row says of all its figures. */
interface RowContext {
  place: Place
  indicator: string | null
  disaggregation: Record<string, string>
  source: string | null
  sourceDate: string | null
  percent: boolean
  id: string | null
}

/** 27.3 of 100 is 0.273, not 0.27299999999999996. */
const parted = (number: number, whole: number): number => Number((number / whole).toPrecision(15))

class RowReader {
  readonly #plan: Plan
  readonly #row: number
  readonly #batch: Batch

  constructor(plan: Plan, row: number, batch: Batch) {
    this.#plan = plan
    this.#row = row
    this.#batch = batch
  }

  read(): void {
    if (!this.#saysSomething()) return
    const place = this.#place()
    if (!place) return
    const about: RowContext = {
      place,
      indicator: this.#text('indicator-code') || this.#text('indicator') || this.#plan.mapping.fixed.indicator,
      disaggregation: this.#disaggregation(),
      source: this.#text('source') || this.#plan.mapping.fixed.source || this.#plan.context.source || null,
      sourceDate: this.#sourceDate(),
      percent: PERCENT.test(this.#text('unit')) || IN_PERCENT.test(this.#text('indicator')),
      id: this.#text('id') || null,
    }
    if (this.#plan.mapping.holds === 'list') this.#list(about)
    else for (const group of this.#plan.groups) this.#group(group, about)
  }

  #cell(column: number): Cell {
    return this.#plan.sheet.rows[this.#row]![column] ?? ''
  }

  #columnOf(as: Use['as']): number | null {
    return this.#plan.columnsAs.get(as)?.[0]?.column ?? null
  }

  /** The words of the first column of a use, '' where it is missing or says that there is nothing. */
  #text(as: Use['as']): string {
    const column = this.#columnOf(as)
    const text = column === null ? '' : textOf(this.#cell(column))
    return this.#plan.missing.has(text) ? '' : text
  }

  #problem(column: number, expected: Problem['expected'], code: ProblemCode, used: string | null = null): void {
    const { sheet } = this.#plan
    const cell = cellName(this.#row, column)
    this.#batch.problems.push({ sheet: sheet.name, cell, value: textOf(this.#cell(column)), expected, code, used })
  }

  /** Titles of sections, footnotes and empty rows have no figure and no entry. A long table's row with an empty value has both ends. */
  #saysSomething(): boolean {
    const { groups, mapping, sheet } = this.#plan
    const row = sheet.rows[this.#row]!
    if (mapping.holds === 'list') return this.#text('entry') !== ''
    if (groups.some(group => group.some(({ column }) => textOf(row[column]) !== ''))) return true
    return groups.length === 1 && row.filter(cell => textOf(cell) !== '').length > 2
  }

  /** Null where the row is of a region and those stay out. */
  #place(): Place | null {
    const { mapping, context } = this.#plan
    const fallback = mapping.fixed.country ?? context.country ?? null
    const part = this.#text('part') || null
    const column = this.#columnOf('country')
    const text = this.#text('country')
    if (column === null || text === '') return { country: fallback, part: part ?? (this.#text('world-region') || null) }
    const country = countryOf(text)
    if (country) return { country, part }
    if (isAggregate(text)) return mapping.aggregates === 'keep' ? { country: null, part: text } : null
    this.#problem(column, 'country', 'country-unknown', text)
    return { country: null, part: text }
  }

  #disaggregation(): Record<string, string> {
    const dimensions = this.#plan.columnsAs.get('dimension') ?? []
    const entries = dimensions.flatMap(({ column, use }) => {
      const text = textOf(this.#cell(column))
      if (use.as !== 'dimension' || text === '' || this.#plan.missing.has(text) || isTotal(text)) return []
      return [[use.name, use.name === 'sex' ? (this.#plan.sexOf(text) ?? text) : text]]
    })
    return Object.fromEntries(entries) as Record<string, string>
  }

  #sourceDate(): string | null {
    const text = this.#text('source-date')
    return (text && periodOf(text)?.period) || this.#plan.context.sourceDate || null
  }

  /** Null where a cell should be a period and is none. */
  #period({ group, period }: Measure): string | null {
    if (period) return period
    const columns = this.#plan.columnsAs.get('period') ?? []
    const own = columns.find(({ use }) => use.as === 'period' && use.group !== null && group.endsWith(use.group))
    const shared = columns.find(({ use }) => use.as === 'period' && use.of === 'whole' && use.group === null)
    const column = (own ?? shared)?.column
    const text = column === undefined ? '' : textOf(this.#cell(column))
    if (column === undefined || text === '' || this.#plan.missing.has(text))
      return this.#plan.mapping.fixed.period ?? ''
    const read = periodOf(this.#cell(column))
    if (!read) {
      this.#problem(column, 'period', 'not-a-period')
      return null
    }
    if (read.doubt) this.#problem(column, 'period', 'period-guessed', read.period)
    return this.#withMonth(read.period)
  }

  #withMonth(period: string): string {
    const column = this.#plan.columnsAs
      .get('period')
      ?.find(({ use }) => use.as === 'period' && use.of === 'month')?.column
    const text = column === undefined ? '' : textOf(this.#cell(column))
    if (column === undefined || text === '' || this.#plan.missing.has(text) || period.length !== 4) return period
    const month = monthOf(this.#cell(column))
    if (month) return `${period}-${String(month).padStart(2, '0')}`
    this.#problem(column, 'month', 'not-a-month', period)
    return period
  }

  #group(group: readonly { column: number; measure: Measure }[], about: RowContext): void {
    const { mapping, groups, sheet, context } = this.#plan
    const { column, measure } = group[0]!
    const cells = group.map(one => ({ ...one, text: textOf(this.#cell(one.column)) }))
    // In a wide table an empty cell is where nobody wrote; in a long one it is a row that says nothing.
    if (groups.length > 1 && cells.every(({ text }) => text === '')) return
    const value = this.#value(cells, about.percent)
    const period = value && this.#period(measure)
    if (!value || period === null) return
    this.#batch.observations.push({
      id: about.id
        ? groups.length > 1
          ? `${about.id}:${cellName(0, column).slice(0, -1)}`
          : about.id
        : this.#reference(column),
      indicator: measure.indicator ?? about.indicator ?? sheet.name,
      kind: measure.kind,
      place: about.place,
      period: period ?? mapping.fixed.period ?? '',
      disaggregation: { ...about.disaggregation, ...measure.disaggregation },
      value,
      source: about.source,
      sourceDate: about.sourceDate,
      voice: context.voice,
      line: { sheet: sheet.name, cell: cellName(this.#row, column) },
    })
  }

  #reference(column: number): string {
    return `${this.#plan.sheet.name}!${cellName(this.#row, column)}`
  }

  /** Null where a cell should be a number and is none. */
  #value(cells: GroupCells, percent: boolean): Value | null {
    const saysNothing = (text: string): boolean => text === '' || this.#plan.missing.has(text)
    if (cells.every(({ text }) => saysNothing(text)))
      return { kind: 'missing', reason: cells.find(c => c.text)?.text ?? '' }
    const { column, measure, text } = cells[0]!
    if (cells.length === 1 && measure.valueKind !== 'share') {
      const yes = measure.valueKind === 'level' ? null : yesOf(text)
      if (yes !== null) return { kind: 'yes-no', yes }
    }
    const numbers = new Map<Measure['part'], number>()
    for (const one of cells) {
      if (saysNothing(one.text)) continue
      const read = numberOf(this.#cell(one.column), this.#plan.mapping.decimal)
      if (!read) {
        this.#problem(one.column, 'number', 'not-a-number')
        return null
      }
      const isShare =
        one.measure.valueKind === 'share' && (one.measure.part === 'share' || one.measure.part === 'value')
      numbers.set(
        one.measure.part,
        isShare || read.percent ? parted(read.number, read.percent ? 100 : one.measure.whole) : read.number,
      )
      if (read.percent && cells.length === 1) return { kind: 'share', share: numbers.get(one.measure.part)! }
    }
    if (measure.valueKind === 'share') {
      const value = shareOf(numbers)
      // How many seats there are says nothing of the women on them.
      if (!value && !numbers.has('numerator')) return { kind: 'missing', reason: '' }
      if (!value) this.#problem(column, 'number', 'no-denominator')
      return value
    }
    const number = numbers.get('value')
    if (number === undefined) return { kind: 'missing', reason: text }
    if (measure.valueKind === 'level') return { kind: 'level', level: number }
    if (measure.valueKind === 'yes-no') return { kind: 'yes-no', yes: number !== 0 }
    if (!percent) return { kind: 'number', number }
    return { kind: 'share', share: this.#plan.fractions.has(column) ? number : parted(number, 100) }
  }

  #list(about: RowContext): void {
    const { mapping, sheet, context } = this.#plan
    const column = this.#columnOf('entry')!
    const year = periodOf(this.#text('entry-year'))?.period.slice(0, 4)
    const raw = String(this.#cell(column))
    const titles = mapping.entrySeparator ? raw.split(mapping.entrySeparator) : [raw]
    const entries = titles
      .map(textOf)
      .filter(title => title !== '')
      .map(title => ({
        title,
        ...(year ? { year: Number(year) } : {}),
        ...(this.#text('source') ? { source: this.#text('source') } : {}),
      }))
    const period = this.#period({ group: '', period: null } as Measure)
    if (period === null || !entries.length) return
    this.#batch.observations.push({
      id: about.id ?? this.#reference(column),
      indicator: about.indicator ?? sheet.name,
      kind: 'observation',
      place: about.place,
      period,
      disaggregation: about.disaggregation,
      value: { kind: 'list', entries },
      source: about.source,
      sourceDate: about.sourceDate,
      voice: context.voice,
      line: { sheet: sheet.name, cell: cellName(this.#row, column) },
    })
  }
}
