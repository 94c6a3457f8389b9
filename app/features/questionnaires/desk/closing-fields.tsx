/** When a round closes: a day and an hour, as clocks in a place show them. */
import { z } from 'zod'
import type { FormErrors } from '../../../platform/http.ts'
import { TextField } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/words.tsx'
import { isTimeZone } from '../model.ts'

export function ClosingFields({ errors, typed }: { errors: FormErrors | null; typed: Record<string, string> }) {
  const { t } = useWords()
  return (
    <>
      <TextField
        name="closesOn"
        type="date"
        label={t('round.closes-on')}
        errors={errors}
        value={typed.closesOn}
        required
      />
      <TextField
        name="closesAt"
        label={t('round.closes-at')}
        hint={t('round.closes-at.hint')}
        errors={errors}
        value={typed.closesAt ?? '18:00'}
        dir="ltr"
        required
      />
      <TextField
        name="timeZone"
        label={t('round.time-zone')}
        hint={t('round.time-zone.hint')}
        errors={errors}
        value={typed.timeZone ?? 'UTC'}
        dir="ltr"
        required
      />
    </>
  )
}

export const closingFields = {
  closesOn: z.iso.date('round.closes-on.wrong'),
  closesAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'round.closes-at.wrong'),
  timeZone: z.string().trim().refine(isTimeZone, 'round.time-zone.wrong'),
}
