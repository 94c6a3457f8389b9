/** What a person says of a file, typed into a form of plain selects; and the mapping that it makes. Pure. */
import { HOLDINGS, type ColumnUse, type Mapping } from '@open1325/indicators'
import * as z from 'zod'
import type { FormResult } from '../../../platform/http.ts'
import { VOICES } from '../../voices/model.ts'
import {
  breakdownTyped,
  MOST_COLUMNS_ASKED,
  underHeader,
  useOf,
  USES,
  type Draft,
  type FiguresMapping,
  type FoundSheet,
  type UseWord,
} from './model.ts'

const text = (longest: number) => z.string().trim().max(longest, 'form.too-long').default('')
const nullable = (longest: number) => text(longest).transform(typed => typed || null)
const ROW = 'import.how.row'
const row = z.coerce.number(ROW).int(ROW).min(0, ROW).max(1_000_000, ROW)

const table = {
  act: z.enum(['look', 'read', 'sheet', 'header']).default('read'),
  sheet: z.coerce.number().int().min(0).max(1000).default(0),
  holds: z.enum(HOLDINGS).optional(),
  headerFirst: row.optional(),
  headerLast: row.optional(),
  firstRow: row.min(1, ROW).optional(),
  decimal: z.enum(['.', ',']).optional(),
  missing: text(500),
  aggregates: z.enum(['keep', 'skip']).default('keep'),
}

/** How much may be said of a column of numbers; the fields are called 'period.3'. */
export const LONGEST_OF_MEASURE = { indicator: 500, period: 30, breakdown: 500 } as const

const longestOf = (name: string): number | undefined =>
  LONGEST_OF_MEASURE[name.match(/^(\w+)\.\d+$/)?.[1] as keyof typeof LONGEST_OF_MEASURE]

export const howForm = z
  .looseObject({
    ...table,
    framework: text(36),
    frameworkTitle: text(300),
    indicator: nullable(500),
    country: z
      .string()
      .default('')
      .refine(typed => typed === '' || /^[A-Z]{3}$/.test(typed), 'form.wrong')
      .transform(typed => typed || null),
    place: nullable(200),
    period: nullable(30),
    source: nullable(1000),
    sourceDate: nullable(10).refine(
      typed => typed === null || /^\d{4}(-\d{2}(-\d{2})?)?$/.test(typed),
      'indicators.form.date',
    ),
    voice: z.enum(VOICES, 'form.needed'),
    visibility: z.enum(['organisation', 'partners', 'public']).default('organisation'),
  })
  .superRefine((form, checked) => {
    for (const [name, typed] of Object.entries(form))
      if (typedText(typed).length > (longestOf(name) ?? Infinity))
        checked.addIssue({ code: 'custom', path: [name], message: 'form.too-long' })
  })
export type HowForm = z.output<typeof howForm>

/** What can be understood of the table in a form in which something is wrong: nobody chooses every column again for one wrong date. */
const tableForm = z.looseObject({
  act: table.act.catch('read'),
  sheet: table.sheet.catch(0),
  holds: table.holds.catch(undefined),
  headerFirst: table.headerFirst.catch(undefined),
  headerLast: table.headerLast.catch(undefined),
  firstRow: table.firstRow.catch(undefined),
  decimal: table.decimal.catch(undefined),
  missing: table.missing.catch(({ value }) => String(value).slice(0, 500)),
  aggregates: table.aggregates.catch('keep'),
})
type TableForm = z.output<typeof tableForm>

/**
 * Another header that was typed is looked at before anything is read, whatever button was pressed; one that cannot be understood is mended
 * before anything else is done.
 */
export function tableTyped(form: FormResult<HowForm>, now: Draft): TableForm {
  const typed = tableForm.parse(form.ok ? form.value : form.typed)
  if (!form.ok && Object.keys(table).some(name => name in form.errors.fields)) return { ...typed, act: 'look' }
  const { header, firstRow } = now.mapping
  const isOther = (row: number | undefined, is: number) => row !== undefined && row !== is + 1
  const isMoved =
    isOther(typed.headerFirst, header.first) ||
    isOther(typed.headerLast, header.last) ||
    isOther(typed.firstRow, firstRow)
  return typed.act === 'read' && typed.sheet === now.sheet && isMoved ? { ...typed, act: 'header' } : typed
}

/** What was typed of all rows: under another sheet or header, the table is suggested anew. */
export const aboutAllRows = (typed: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => !(name in table) && !name.includes('.')))

const isUse = (typed: unknown): typed is UseWord => USES.includes(typed as UseWord)
const typedText = (typed: unknown): string => (typeof typed === 'string' ? typed.trim() : '')

/** The mapping of the chosen sheet as it was answered; under another header it is suggested anew. */
export function mappingTyped(form: TableForm, { sheets }: FiguresMapping, now: Mapping): Mapping {
  const found = sheets[form.sheet]!
  if (form.act === 'sheet') return found.mapping
  const header = headerTyped(form, now)
  if (form.act === 'header') return underHeader(found, header, form.firstRow ? form.firstRow - 1 : now.firstRow)
  return {
    ...now,
    reason: form.holds === undefined || form.holds === now.holds ? now.reason : 'said',
    holds: form.holds ?? now.holds,
    decimal: form.decimal ?? now.decimal,
    missing: form.missing.split(/\s*[\n;؛]\s*/).filter(Boolean),
    aggregates: form.aggregates,
    columns: now.columns.map((column, n) => (n < MOST_COLUMNS_ASKED ? columnTyped(form, column) : column)),
  }
}

/** 0 for none: rows are numbered from 1. */
function headerTyped({ headerFirst, headerLast }: TableForm, { header }: Mapping): Mapping['header'] {
  if (headerFirst === undefined) return header
  const first = headerFirst - 1
  return { first, last: Math.max(first, (headerLast ?? headerFirst) - 1) }
}

function columnTyped(form: TableForm, column: ColumnUse): ColumnUse {
  const n = column.column
  const word = form[`use.${n}`]
  if (!isUse(word)) return column
  const use = useOf(word, column.use, column.header)
  if (use.as === 'measure') {
    const given = (name: string) => (form[`${name}.${n}`] === undefined ? undefined : typedText(form[`${name}.${n}`]))
    const [indicator, period, breakdown] = [given('indicator'), given('period'), given('breakdown')]
    const measure = {
      ...use.measure,
      ...(indicator !== undefined && { indicator: indicator || null }),
      ...(period !== undefined && { period: period || null }),
      ...(breakdown !== undefined && { disaggregation: breakdownTyped(breakdown) }),
    }
    const changed = use !== column.use || JSON.stringify(measure) !== JSON.stringify(use.measure)
    return changed ? { ...column, use: { as: 'measure', measure }, confidence: 1, reason: 'said' } : column
  }
  return use === column.use ? column : { ...column, use, confidence: 1, reason: 'said' }
}

/** Why the answer cannot be read; a key of the messages by the field. */
export function wrongIn(mapping: Mapping, found: FoundSheet): Record<string, string> {
  const used = (as: string) => mapping.columns.some(({ use }) => use.as === as)
  if (mapping.firstRow >= found.rows) return { firstRow: 'import.how.no-rows' }
  switch (mapping.holds) {
    case 'nothing':
      return { holds: 'import.how.nothing' }
    case 'observations':
      return used('measure') ? {} : { holds: 'import.how.no-measure' }
    case 'list':
      return used('entry') ? {} : { holds: 'import.how.no-entry' }
    case 'indicators':
      return mapping.columns.some(({ use }) => use.as === 'passport' && use.field === 'title')
        ? {}
        : { holds: 'import.how.no-title' }
  }
}
