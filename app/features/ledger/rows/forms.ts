/** What is typed of an instrument of rows and of one row of it. Pure. */
import { z } from 'zod'
import type { Field, FieldName } from '@open1325/reader'
import { COUNTRY_CODES } from '../../../platform/languages.ts'
import { date, DOCUMENT_LANGUAGES, orNothing } from '../offers/typed.ts'
import { ROW_INSTRUMENT_KINDS } from '../model.ts'
import type { InstrumentFacts } from '../queries/rows.ts'

export const INSTRUMENT_FORM = z.object({
  id: z.uuid(),
  version: z.coerce.number().int().default(0),
  kind: z.enum(ROW_INSTRUMENT_KINDS),
  title: z.string().trim().min(1, 'form.needed').max(500, 'form.too-long'),
  issuer: orNothing(300),
  country: z
    .literal('')
    .or(z.enum(COUNTRY_CODES))
    .default('')
    .transform(code => code || null),
  adoptedOn: date,
  language: z.enum(DOCUMENT_LANGUAGES),
  sourceUrl: orNothing(2000).refine(url => url === null || /^https?:\/\/\S+$/.test(url), 'form.wrong'),
})

export const factsIn = ({ language, ...form }: z.output<typeof INSTRUMENT_FORM>): InstrumentFacts => ({
  kind: form.kind,
  title: form.title,
  issuer: form.issuer,
  country: form.country,
  adoptedOn: form.adoptedOn,
  sourceUrl: form.sourceUrl,
  languages: [language],
})

export const ROW_FORM = z.object({
  id: z.uuid(),
  version: z.coerce.number().int().default(0),
  number: orNothing(60),
  text: z.string().trim().min(1, 'form.needed').max(20_000, 'form.too-long'),
  responsible: orNothing(2000),
  timeframe: date,
})

/** The fields of a row as they are typed; each has no place in a file. */
export function fieldsIn({ responsible, timeframe }: z.output<typeof ROW_FORM>): Partial<Record<FieldName, Field>> {
  return {
    ...(responsible && { responsible: { text: responsible, cites: [] } }),
    ...(timeframe && { timeframe: { text: timeframe, cites: [], value: { start: null, end: timeframe } } }),
  }
}
