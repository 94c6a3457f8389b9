/** What is typed of a set of recommendations and of one of them. Pure. */
import { z } from 'zod'
import type { Field, FieldName } from '@open1325/reader'
import { COUNTRY_CODES } from '../../../platform/languages.ts'
import { date, DOCUMENT_LANGUAGES, FIRST_DAY, isDay, orNothing } from '../../ledger/offers/typed.ts'
import { RESPONSES, type Recommendation } from '../model.ts'
import type { RecommendationFacts, RecommendationSet, SetFacts } from '../queries/sets.ts'

/** A day on which a body can want to hear, as the schema has them. */
export const isFollowUpDay = (text: string): boolean => isDay(text) && text >= FIRST_DAY && text <= '2100-01-01'

const day = z
  .string()
  .trim()
  .default('')
  .refine(text => !text || isFollowUpDay(text), 'rec.day.wrong')
  .transform(text => text || null)
const url = orNothing(2000).refine(text => text === null || /^https?:\/\/\S+$/.test(text), 'rec.url.wrong')

export const FACTS_FORM = z.object({
  id: z.uuid(),
  version: z.coerce.number().int().default(0),
  title: z.string().trim().min(1, 'form.needed').max(500, 'form.too-long'),
  body: orNothing(300),
  country: z
    .literal('')
    .or(z.enum(COUNTRY_CODES))
    .default('')
    .transform(code => code || null),
  adoptedOn: date,
  session: orNothing(200),
  language: z.enum(DOCUMENT_LANGUAGES),
  sourceUrl: url,
})

/** What is the same for all rows that are taken in together. */
export const FOR_ALL = { addressee: orNothing(2000), due: date }
export const NEW_FORM = FACTS_FORM.extend(FOR_ALL)

export const factsIn = (form: z.output<typeof FACTS_FORM>): SetFacts => ({
  kind: 'recommendations',
  title: form.title,
  issuer: form.body,
  country: form.country,
  adoptedOn: form.adoptedOn,
  session: form.session,
  sourceUrl: form.sourceUrl,
  languages: [form.language],
})

export const typedOfSet = (set: RecommendationSet): Record<string, string> => ({
  id: set.id,
  version: String(set.version),
  title: set.title,
  body: set.issuer ?? '',
  country: set.country ?? '',
  adoptedOn: set.adoptedOn ?? '',
  session: set.session ?? '',
  language: set.languages[0] ?? 'en',
  sourceUrl: set.sourceUrl ?? '',
})

export const LONGEST_TEXT = 20_000

/** The fields of a row as they are typed; each has no place in a file. */
export const fieldsIn = ({
  addressee,
  due,
  time = '',
}: {
  addressee: string | null
  due: string | null
  /** As the text says it: kept also where it is no date. */
  time?: string
}): Partial<Record<FieldName, Field>> => ({
  ...(addressee && { responsible: { text: addressee, cites: [] } }),
  ...(due && { timeframe: { text: time || due, cites: [], value: { start: null, end: due } } }),
  ...(!due && time && { timeframe: { text: time, cites: [] } }),
})

const many = z
  .union([z.literal('').transform(() => []), z.uuid().transform(one => [one]), z.array(z.uuid().or(z.literal('')))])
  .default([])
  .transform(ids => ids.filter(Boolean))

export const ROW_FORM = z
  .object({
    id: z.uuid(),
    version: z.coerce.number().int().default(0),
    number: orNothing(60),
    text: z.string().trim().min(1, 'form.needed').max(LONGEST_TEXT, 'form.too-long'),
    ...FOR_ALL,
    theme: orNothing(300),
    followUpOn: day,
    response: z
      .literal('')
      .or(z.enum(RESPONSES))
      .default('')
      .transform(one => one || null),
    responseWords: orNothing(10_000),
    responseOn: date,
    responseSource: orNothing(1000),
    responseUrl: url,
    repeats: many,
  })
  .superRefine((form, check) => {
    const { response, responseWords, responseOn, responseSource, responseUrl } = form
    if (response && !responseSource)
      check.addIssue({ code: 'custom', path: ['responseSource'], message: 'rec.response.source.needed' })
    if (!response && (responseWords ?? responseOn ?? responseSource ?? responseUrl) !== null)
      check.addIssue({ code: 'custom', path: ['response'], message: 'rec.response.needed' })
  })

export const knownOf = (form: z.output<typeof ROW_FORM>): RecommendationFacts => ({
  theme: form.theme,
  followUpOn: form.followUpOn,
  response: form.response,
  responseWords: form.responseWords,
  responseOn: form.responseOn,
  responseSource: form.responseSource,
  responseUrl: form.responseUrl,
})

/** As precise as it was typed, where it was typed as a date at all. */
const dueTyped = (fields: Partial<Record<FieldName, Field>>): string => {
  const { end } = (fields.timeframe?.value ?? {}) as { end?: string | null }
  return end ?? ''
}

export const typedOfRow = (row: Recommendation, fields: Partial<Record<FieldName, Field>>): Record<string, string> => ({
  id: row.itemId,
  version: String(row.version),
  number: row.number ?? '',
  text: row.text,
  addressee: fields.responsible?.text ?? '',
  due: dueTyped(fields),
  theme: row.theme ?? '',
  followUpOn: row.followUpOn ?? '',
  response: row.response ?? '',
  responseWords: row.responseWords ?? '',
  responseOn: row.responseOn ?? '',
  responseSource: row.responseSource ?? '',
  responseUrl: row.responseUrl ?? '',
})
