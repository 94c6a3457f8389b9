/** The form of a session: entered, or corrected. */
import type { Body } from '@open1325/procedures'
import { z } from 'zod'
import { COUNTRY_CODES } from '../../../platform/languages.ts'
import type { FormErrors } from '../../../platform/http.ts'
import { LongTextField, SelectField, TextField } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/words.tsx'
import { SESSION_STATES, SOURCE_KINDS, type EnteredSession } from '../model.ts'
import { day } from './date-form.tsx'

/** A day that is in the calendar: 31 February is not. */
const isDay = (text: string): boolean => day.safeParse(text).success
const asFarAsKnown = z
  .string()
  .trim()
  .transform(value => value || null)
  .refine(
    value => value === null || /^(19|20|21)\d\d(-(0[1-9]|1[0-2]))?$/.test(value) || isDay(value),
    'session.date.wrong',
  )
  .default(null)
const codes = z
  .string()
  .trim()
  .toUpperCase()
  .transform(text => [...new Set(text.split(/[\s,;]+/).filter(Boolean))])
  .refine(list => list.every(code => COUNTRY_CODES.includes(code)), 'session.countries.wrong')
  .transform(list => (list.length > 0 ? list : null))
  .default(null)
/** A box that is ticked alone comes as text, several as a list, none not at all. */
const several = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform(value => (value === undefined ? [] : Array.isArray(value) ? value : [value]))

/** Where it was read: what was read on the body's own pages counts as verified. */
export const source = {
  sourceTitle: z.string().trim().min(1, 'session.source.needed').max(300, 'form.too-long'),
  sourceUrl: z
    .string()
    .trim()
    .max(2000, 'form.too-long')
    .transform(value => value || null)
    .refine(value => value === null || (/^https?:\/\//.test(value) && URL.canParse(value)), 'date.url.wrong')
    .default(null),
  sourceKind: z.enum(SOURCE_KINDS),
  seenOn: day,
}

export const sessionForm = z
  .object({
    id: z.uuid(),
    version: z.coerce.number().int().min(0).max(1e9).default(0),
    name: z.string().trim().min(1, 'form.needed').max(300, 'form.too-long'),
    starts: asFarAsKnown,
    ends: asFarAsKnown,
    examination: z.union([z.literal('').transform(() => null), day]).default(null),
    state: z.enum(SESSION_STATES),
    procedures: several,
    countries: codes,
    note: z.string().trim().max(2000, 'form.too-long').default(''),
    ...source,
    visibility: z.enum(['organisation', 'public']),
  })
  .superRefine(({ starts, ends }, context) => {
    if (starts && ends && ends < starts.slice(0, ends.length))
      context.addIssue({ code: 'custom', path: ['ends'], message: 'date.order.wrong' })
  })

/** What the form shows of a session that is known. */
export const typedOfSession = (
  session: Omit<EnteredSession, 'id' | 'organisationId' | 'changedAt'>,
): Record<string, string> => ({
  name: session.name,
  starts: session.starts ?? '',
  ends: session.ends ?? '',
  examination: session.examination ?? '',
  state: session.state,
  countries: session.countries?.join(', ') ?? '',
  note: session.note,
  sourceTitle: session.sourceTitle,
  sourceUrl: session.sourceUrl ?? '',
  sourceKind: session.sourceKind,
  seenOn: session.seenOn,
  visibility: session.visibility,
})

interface SessionFieldsProps {
  body: Body
  typed: Record<string, string>
  /** Ids of the procedures that are ticked. */
  ticked: readonly string[]
  errors: FormErrors | null
  mayPublish: boolean
}

export function SessionFields({ body, typed, ticked, errors, mayPublish }: SessionFieldsProps) {
  const { t, locale } = useWords()
  const field = (name: string) => ({ name, value: typed[name], errors })
  const visibilities = (['organisation', 'public'] as const).filter(
    one => mayPublish || one === 'organisation' || typed.visibility === one,
  )
  return (
    <>
      <TextField
        {...field('name')}
        label={t('session.name')}
        hint={t('session.name.hint')}
        maxlength={300}
        dir="auto"
        required
      />
      <div class="side">
        <TextField
          {...field('starts')}
          label={t('session.starts')}
          hint={t('session.date.hint')}
          maxlength={10}
          dir="ltr"
        />
        <TextField
          {...field('ends')}
          label={t('session.ends')}
          hint={t('session.date.hint')}
          maxlength={10}
          dir="ltr"
        />
      </div>
      <SelectField
        {...field('state')}
        label={t('session.state')}
        choices={SESSION_STATES.map(value => ({ value, label: t(`calendar.state.${value}`) }))}
      />
      <fieldset>
        <legend>{t('session.procedures')}</legend>
        <p class="hint">{t('session.procedures.hint')}</p>
        {body.procedures.map(({ id, name }) => (
          <div class="choice" key={id}>
            <input type="checkbox" id={`p-${id}`} name="procedures" value={id} checked={ticked.includes(id)} />
            <label for={`p-${id}`}>{name[locale]}</label>
          </div>
        ))}
      </fieldset>
      <TextField
        {...field('countries')}
        label={t('session.countries')}
        hint={t('session.countries.hint')}
        maxlength={1200}
        dir="ltr"
      />
      <TextField
        {...field('examination')}
        type="date"
        label={t('session.examination')}
        hint={t('session.examination.hint')}
      />
      <SourceFields typed={typed} errors={errors} />
      <LongTextField {...field('note')} label={t('date.note')} rows={3} dir="auto" />
      <SelectField
        {...field('visibility')}
        label={t('date.visibility')}
        choices={visibilities.map(value => ({ value, label: t(`visibility.${value}`) }))}
      />
    </>
  )
}

export function SourceFields({ typed, errors }: { typed: Record<string, string>; errors: FormErrors | null }) {
  const { t } = useWords()
  const field = (name: string) => ({ name, value: typed[name], errors })
  return (
    <fieldset>
      <legend>{t('session.source')}</legend>
      <TextField {...field('sourceTitle')} label={t('session.source.title')} maxlength={300} dir="auto" required />
      <TextField {...field('sourceUrl')} type="url" label={t('session.source.url')} maxlength={2000} dir="ltr" />
      <SelectField
        {...field('sourceKind')}
        label={t('session.source.kind')}
        hint={t('session.source.kind.hint')}
        choices={SOURCE_KINDS.map(value => ({ value, label: t(`calendar.source.${value}`) }))}
      />
      <TextField {...field('seenOn')} type="date" label={t('session.source.seen')} required />
    </fieldset>
  )
}
