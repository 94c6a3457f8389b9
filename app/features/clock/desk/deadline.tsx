/** A day that a body announced for a session: entered, or another one in place of it. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { page, readForm, seeOther, type Ctx } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { ErrorSummary, SelectField, TextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { isTimeZone } from '../../questionnaires/model.ts'
import { withDeadline } from '../changes.ts'
import { today } from '../load.ts'
import { paths } from '../model.ts'
import { day } from './date-form.tsx'
import { Way } from './dates.tsx'
import { keep, sessionAt } from './session-at.ts'
import type { Refused } from './sessions.tsx'
import { source, SourceFields } from './session-form.tsx'

export async function showDeadline(c: Ctx, refused: Refused | null = null) {
  const { body, own, now, key } = await sessionAt(c)
  const { t, locale } = c.get('words')
  const here = paths.enteredSession(body.id, key)
  const errors = refused?.errors ?? null
  const typed: Record<string, string> = refused?.typed ?? { sourceKind: 'official', seenOn: today() }
  const field = (name: string) => ({ name, value: typed[name], errors })
  return page(
    c,
    <Page c={c} title={t('session.deadline.enter')} current="nav.desk-calendar">
      <Way c={c} />
      <p class="kicker">
        {body.name[locale]} ·{' '}
        <a href={here}>
          <bdi>{now.name}</bdi>
        </a>
      </p>
      <h1>{t('session.deadline.enter')}</h1>
      <p class="lead">{t('session.deadline.lead')}</p>
      <ErrorSummary errors={errors} />
      <form class="form" method="post" action={`${here}/deadlines`}>
        <input type="hidden" name="id" value={own?.id ?? typed.id ?? randomUUID()} />
        <input type="hidden" name="version" value={own?.version ?? 0} />
        <SelectField
          {...field('procedure')}
          label={t('session.deadline.procedure')}
          choices={body.procedures.map(({ id, name }) => ({ value: id, label: name[locale] }))}
        />
        <SelectField
          {...field('by')}
          label={t('session.deadline.by')}
          choices={(['one', 'coalition'] as const).map(value => ({ value, label: t(`session.deadline.by.${value}`) }))}
        />
        <div class="side">
          <TextField {...field('opens')} type="date" label={t('session.deadline.opens')} />
          <TextField {...field('closes')} type="date" label={t('session.deadline.closes')} required />
        </div>
        <div class="side">
          <TextField
            {...field('time')}
            label={t('session.deadline.time')}
            hint={t('date.hour.hint')}
            maxlength={5}
            dir="ltr"
          />
          <TextField
            {...field('zone')}
            label={t('date.zone')}
            hint={t('session.deadline.zone.hint', { zone: body.zone })}
            maxlength={60}
            dir="ltr"
          />
        </div>
        <SourceFields typed={typed} errors={errors} />
        <button>{t('session.deadline.do')}</button>
      </form>
    </Page>,
    refused ? 422 : 200,
  )
}

const deadlineForm = z
  .object({
    id: z.uuid(),
    version: z.coerce.number().int().min(0).max(1e9).default(0),
    procedure: z.string(),
    by: z.enum(['one', 'coalition']),
    opens: z.union([z.literal('').transform(() => null), day]).default(null),
    closes: day,
    time: z
      .string()
      .trim()
      .transform(value => value || null)
      .refine(value => value === null || /^([01]\d|2[0-3]):[0-5]\d$/.test(value), 'date.hour.wrong')
      .default(null),
    zone: z
      .string()
      .trim()
      .transform(value => value || null)
      .refine(value => value === null || isTimeZone(value), 'date.zone.wrong')
      .default(null),
    ...source,
  })
  .superRefine(({ opens, closes }, context) => {
    if (opens && opens > closes) context.addIssue({ code: 'custom', path: ['closes'], message: 'date.order.wrong' })
  })

/** The most that one session keeps; nobody announces more. */
const MOST_DEADLINES = 60

export async function announceDeadline(c: Ctx) {
  const found = await sessionAt(c)
  const form = await readForm(c, deadlineForm)
  if (!form.ok) return showDeadline(c, form)
  const { id, version, ...announced } = form.value
  const { body, now } = found
  const { t } = c.get('words')
  if (!body.procedures.some(one => one.id === announced.procedure)) throw new Problem('bad-input')
  const deadlines = withDeadline(now.deadlines, announced)
  if (deadlines.length > MOST_DEADLINES) throw new Problem('too-large')
  const kept = await keep(c, found, { id, version }, { ...now, deadlines }, 'session.announce')
  if (!kept) return showDeadline(c, { errors: { fields: { closes: t('date.conflict') } }, typed: form.typed })
  return seeOther(c, `${paths.enteredSession(body.id, found.key)}?done=saved#announced`)
}
