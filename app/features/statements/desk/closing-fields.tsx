/** When signatures are taken: from and until, on the clocks of one place. */
import { z } from 'zod'
import type { FormErrors } from '../../../platform/http.ts'
import type { Words } from '../../../platform/languages.ts'
import { TextField } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/words.tsx'
import { isTimeZone, momentIn } from '../../questionnaires/model.ts'
import type { Statement } from '../model.ts'

/** A day that is in the calendar: JavaScript takes 31 February for one in March. */
const isDay = (iso: string): boolean =>
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(iso) && new Date(`${iso}T00:00Z`).toISOString().startsWith(iso)
const day = z.string().refine(isDay, 'statements.day.wrong')
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'statements.clock.wrong')

export const openForm = z.object({
  opensOn: z.union([z.literal(''), day]).default(''),
  opensAt: z.union([z.literal(''), clock]).default(''),
  closesOn: day,
  closesAt: clock,
  timeZone: z.string().trim().max(60).refine(isTimeZone, 'statements.zone.wrong'),
  contact: z.string().trim().max(300, 'form.too-long').default(''),
})

export interface Opening {
  opensAt: Date
  closesAt: Date
  timeZone: string
  contact: string
}

/** The moments meant, or the sentence that says what is wrong with them, by its field. Without a day to open on, it opens now. */
export function openingOf(
  { opensOn, opensAt, closesOn, closesAt, timeZone, contact }: z.output<typeof openForm>,
  before: Pick<Statement, 'opensAt'>,
  { t }: Words,
  now = new Date(),
): { opening: Opening } | { errors: FormErrors } {
  const closes = momentIn(`${closesOn}T${closesAt}`, timeZone)
  const opens = opensOn ? momentIn(`${opensOn}T${opensAt || '00:00'}`, timeZone) : (before.opensAt ?? now)
  if (closes <= now) return { errors: { fields: { closesOn: t('statements.closes.past') } } }
  if (opens >= closes) return { errors: { fields: { opensOn: t('statements.opens.late') } } }
  return { opening: { opensAt: opens, closesAt: closes, timeZone, contact } }
}

/** What stands in the fields for a statement that was put up before. */
export function typedOf({ closesAt, opensAt, timeZone, contact }: Statement, now = new Date()): Record<string, string> {
  if (!closesAt || !opensAt || !timeZone) return {}
  const shown = (at: Date) => {
    const parts = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      dateStyle: 'short',
      timeStyle: 'short',
    }).format(at)
    return parts.split(' ') as [string, string]
  }
  const [closesOn, closesTime] = shown(closesAt)
  const [opensOn, opensTime] = opensAt > now ? shown(opensAt) : ['', '']
  return { opensOn, opensAt: opensTime, closesOn, closesAt: closesTime, timeZone, contact }
}

interface FieldsProps {
  typed: Record<string, string>
  errors: FormErrors | null
  /** Whether this installation sends mail: without, nobody signs whom nobody asked. */
  hasMail: boolean
}

export function ClosingFields({ typed, errors, hasMail }: FieldsProps) {
  const { t } = useWords()
  return (
    <>
      <TextField
        name="closesOn"
        type="date"
        label={t('statements.closes-on')}
        value={typed.closesOn}
        errors={errors}
        required
      />
      <TextField
        name="closesAt"
        label={t('statements.closes-time')}
        hint={t('statements.clock.hint')}
        value={typed.closesAt ?? '18:00'}
        errors={errors}
        dir="ltr"
        required
      />
      <TextField
        name="timeZone"
        label={t('statements.zone')}
        hint={t('statements.zone.hint')}
        value={typed.timeZone ?? 'UTC'}
        errors={errors}
        dir="ltr"
        required
      />
      <TextField
        name="opensOn"
        type="date"
        label={t('statements.opens-on')}
        hint={t('statements.opens-on.hint')}
        value={typed.opensOn}
        errors={errors}
      />
      <TextField name="opensAt" label={t('statements.opens-time')} value={typed.opensAt} errors={errors} dir="ltr" />
      <TextField
        name="contact"
        label={t('statements.contact')}
        hint={t(hasMail ? 'statements.contact.hint' : 'statements.contact.hint.no-mail')}
        value={typed.contact}
        errors={errors}
        maxlength={300}
        dir="auto"
      />
    </>
  )
}
