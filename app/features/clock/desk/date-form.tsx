/** The form of an organisation's own date: entered, or changed. */
import { z } from 'zod'
import { COUNTRY_CODES } from '../../../platform/languages.ts'
import type { FormErrors } from '../../../platform/http.ts'
import { countryChoices } from '../../../ui/countries.ts'
import { LongTextField, SelectField, TextField } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/words.tsx'
import { isTimeZone } from '../../questionnaires/model.ts'
import type { DateFacts } from '../queries/edit.ts'

const optional = (text: z.ZodString) => text.trim().transform(value => value || null)
const hour = optional(z.string()).refine(
  value => value === null || /^([01]\d|2[0-3]):[0-5]\d$/.test(value),
  'date.hour.wrong',
)
const years = (value: string) => value >= '1990' && value < '2200'
export const day = z.iso.date('date.day.wrong').refine(years, 'date.day.wrong')

export const dateForm = z
  .object({
    id: z.uuid(),
    version: z.coerce.number().int().min(0).max(1e9).default(0),
    title: z.string().trim().min(1, 'form.needed').max(300, 'form.too-long'),
    note: z.string().trim().max(5000, 'form.too-long').default(''),
    startsOn: day,
    endsOn: z.union([z.literal('').transform(() => null), day]).default(null),
    startsAt: hour.default(null),
    endsAt: hour.default(null),
    timeZone: optional(z.string().max(60))
      .refine(value => value === null || isTimeZone(value), 'date.zone.wrong')
      .default(null),
    country: optional(z.string())
      .refine(value => value === null || COUNTRY_CODES.includes(value))
      .default(null),
    url: optional(z.string().max(2000, 'form.too-long'))
      .refine(value => value === null || (/^https?:\/\//.test(value) && URL.canParse(value)), 'date.url.wrong')
      .default(null),
    visibility: z.enum(['organisation', 'public']),
  })
  .superRefine((date, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    const { startsOn, endsOn, startsAt, endsAt, timeZone } = date
    if (endsOn && endsOn < startsOn) refuse('endsOn', 'date.order.wrong')
    if (startsAt && !timeZone) refuse('timeZone', 'date.zone.needed')
    if (endsAt && !startsAt) refuse('startsAt', 'date.hour.needed')
    if (startsAt && endsAt && (endsOn ?? startsOn) === startsOn && endsAt <= startsAt)
      refuse('endsAt', 'date.order.wrong')
  })

/** What is kept: without an hour there is no time zone. */
export const factsOf = (form: z.output<typeof dateForm>): DateFacts => ({
  ...form,
  timeZone: form.startsAt ? form.timeZone : null,
})

interface DateFieldsProps {
  typed: Record<string, string>
  errors: FormErrors | null
  /** Editors say what everybody sees. */
  mayPublish: boolean
}

export function DateFields({ typed, errors, mayPublish }: DateFieldsProps) {
  const words = useWords()
  const { t } = words
  const field = (name: string) => ({ name, value: typed[name], errors })
  const visibilities = (['organisation', 'public'] as const).filter(
    one => mayPublish || one === 'organisation' || typed.visibility === one,
  )
  return (
    <>
      <TextField {...field('title')} label={t('date.title')} maxlength={300} dir="auto" required />
      <div class="side">
        <TextField {...field('startsOn')} type="date" label={t('date.starts-on')} required />
        <TextField {...field('endsOn')} type="date" label={t('date.ends-on')} />
      </div>
      <div class="side">
        <TextField
          {...field('startsAt')}
          label={t('date.starts-at')}
          hint={t('date.hour.hint')}
          maxlength={5}
          dir="ltr"
        />
        <TextField {...field('endsAt')} label={t('date.ends-at')} hint={t('date.hour.hint')} maxlength={5} dir="ltr" />
      </div>
      <TextField {...field('timeZone')} label={t('date.zone')} hint={t('date.zone.hint')} maxlength={60} dir="ltr" />
      <SelectField
        {...field('country')}
        label={t('date.country')}
        choices={countryChoices(words, 'date.country.none')}
      />
      <TextField {...field('url')} type="url" label={t('date.url')} maxlength={2000} dir="ltr" />
      <LongTextField {...field('note')} label={t('date.note')} rows={3} dir="auto" />
      <SelectField
        {...field('visibility')}
        label={t('date.visibility')}
        hint={t('date.visibility.hint')}
        choices={visibilities.map(value => ({ value, label: t(`visibility.${value}`) }))}
      />
    </>
  )
}
