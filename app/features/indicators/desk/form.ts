/** What people type about indicators and figures, and what it means. Pure. */
import { daysOf, VALUE_KINDS, type ListEntry, type Value, type ValueKind } from '@open1325/indicators'
import * as z from 'zod'
import { VOICES } from '../../voices/model.ts'
import type { Passport } from '../offers/changes.ts'
import type { Figure, InLanguages } from '../model.ts'

const text = (longest: number) => z.string().trim().max(longest, 'form.too-long').default('')
const nullable = (longest: number) => text(longest).transform(typed => typed || null)

const web = nullable(2000).refine(typed => typed === null || /^https?:\/\/\S+$/.test(typed), 'indicators.form.url')

export const frameworkForm = z
  .object({ title: text(300).refine(Boolean, 'form.needed'), source: nullable(500), url: web })
  .transform(({ title, source, url }) => ({ title, source, sourceUrl: url }))

export const passportForm = z
  .object({
    code: text(60).refine(Boolean, 'form.needed'),
    title: text(500).refine(Boolean, 'form.needed'),
    definition: nullable(5000),
    formula: nullable(2000),
    unit: nullable(100),
    valueKind: z.enum(VALUE_KINDS, 'form.needed'),
    countsPeople: z.string().optional(),
    levels: text(2000),
    direction: z.enum(['', 'more', 'less']).default(''),
    disaggregation: text(500),
    dataSource: nullable(1000),
    owner: nullable(300),
    frequency: nullable(200),
    source: nullable(1000),
  })
  .transform(typed => ({
    ...typed,
    countsPeople: typed.countsPeople === 'on',
    // The organisation's own wording: there is nothing else to hold it against.
    verified: true,
    levels: lines(typed.levels),
    direction: typed.direction || null,
    disaggregation: typed.disaggregation ? typed.disaggregation.split(/\s*[,;،]\s*/).filter(Boolean) : null,
  }))

const lines = (typed: string) =>
  typed
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(Boolean)

/** The form's words as a passport; words in other languages than the form's stay as they are. */
export function passportOf(
  { title, ...typed }: z.output<typeof passportForm>,
  locale: string,
  before: InLanguages = {},
): Passport {
  return { ...typed, titles: { ...before, [locale]: title } }
}

const PERIOD = /^\s*(\d{4})\s*$/

/** A number as people write it: '1 204', '1,204.5', '12,5', '30 %'. Null where it is none, or could mean two. */
export function numberOf(typed: string): number | null {
  const plain = typed.replace(/[\s\u00a0\u202f’']/g, '').replace(/[٠-٩]/g, digit => String(digit.charCodeAt(0) - 0x660))
  if (/^[+-]?\d+(?:[.,]\d+)?$/.test(plain)) {
    // '1,204' is twelve hundred in English and a little more than one in French: only a person can say.
    if (/^[+-]?\d{1,3}[.,]\d{3}$/.test(plain)) return null
    return Number(plain.replace(',', '.'))
  }
  if (/^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain)) return Number(plain.replace(/,/g, ''))
  if (/^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(plain)) return Number(plain.replace(/\./g, '').replace(',', '.'))
  return null
}

export const figureForm = z.object({
  kind: z.enum(['observation', 'baseline', 'target']).default('observation'),
  country: z
    .string()
    .default('')
    .refine(typed => typed === '' || /^[A-Z]{3}$/.test(typed), 'form.wrong')
    .transform(typed => typed || null),
  place: nullable(200),
  period: text(30)
    .transform(typed => PERIOD.exec(typed)?.[1] ?? typed)
    .refine(typed => daysOf(typed) !== null, 'indicators.form.period'),
  sex: z.enum(['', 'female', 'male', 'other']).default(''),
  group: nullable(200),
  value: text(100),
  numerator: text(100),
  denominator: text(100),
  entries: text(20000),
  source: nullable(1000),
  sourceDate: nullable(10).refine(
    typed => typed === null || /^\d{4}(-\d{2}(-\d{2})?)?$/.test(typed),
    'indicators.form.date',
  ),
  voice: z.enum(VOICES, 'form.needed'),
  visibility: z.enum(['organisation', 'partners', 'public']).default('organisation'),
  note: nullable(2000),
})
export type FigureForm = z.output<typeof figureForm>

/** The typed value by the indicator's kind; else which field is wrong, and the message's key. */
export function valueTyped(
  form: FigureForm,
  kind: ValueKind,
): { value: Value } | { field: 'value' | 'numerator' | 'denominator' | 'entries'; message: string } {
  switch (kind) {
    case 'number': {
      const number = numberOf(form.value)
      return number === null ? { field: 'value', message: 'indicators.form.number' } : { value: { kind, number } }
    }
    case 'share':
      return shareTyped(form)
    case 'yes-no':
      if (form.value !== 'yes' && form.value !== 'no') return { field: 'value', message: 'form.needed' }
      return { value: { kind, yes: form.value === 'yes' } }
    case 'level': {
      const level = numberOf(form.value)
      if (level === null) return { field: 'value', message: 'indicators.form.number' }
      const of = form.denominator ? numberOf(form.denominator) : null
      return { value: { kind, level, ...(of !== null && { of }) } }
    }
    case 'list': {
      const entries = lines(form.entries).map(entryOf)
      return entries.length ? { value: { kind, entries } } : { field: 'entries', message: 'form.needed' }
    }
  }
}

function shareTyped(form: FigureForm): ReturnType<typeof valueTyped> {
  if (form.numerator || form.denominator) {
    const [numerator, denominator] = [numberOf(form.numerator), numberOf(form.denominator)]
    if (numerator === null) return { field: 'numerator', message: 'indicators.form.number' }
    if (denominator === null || denominator <= 0) return { field: 'denominator', message: 'indicators.form.number' }
    return { value: { kind: 'share', share: numerator / denominator, numerator, denominator } }
  }
  const typed = form.value.replace('%', '').replace('٪', '')
  const percent = numberOf(typed)
  return percent === null
    ? { field: 'value', message: 'indicators.form.share' }
    : { value: { kind: 'share', share: percent / 100 } }
}

/** 'Law on parity; 2015; Official Journal': a title, a year, a source, as far as they are given. */
function entryOf(line: string): ListEntry {
  const [title = '', ...rest] = line.split(/\s*[;؛]\s*/)
  const year = rest.find(part => /^\d{4}$/.test(part))
  const source = rest.filter(part => part !== year && part !== '').join('; ')
  return { title, ...(year && { year: Number(year) }), ...(source && { source }) }
}

/** What the figure is of. */
export const disaggregationTyped = ({ sex, group }: FigureForm): Figure['disaggregation'] => ({
  ...(sex && { sex }),
  ...(group && { group }),
})
