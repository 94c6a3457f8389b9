/** An organisation's own dates: entered, moved, cancelled, taken away. */
import { randomUUID } from 'node:crypto'
import { changing, reading } from '../../../platform/access.ts'
import { hasRole, member, page, readForm, seeOther, type Ctx, type FormErrors } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { ErrorSummary } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { isUuid } from '../load.ts'
import { paths, type OwnDate } from '../model.ts'
import { ownDateById } from '../queries/dates.ts'
import { addDate, cancelDate, changeDate, removeDate } from '../queries/edit.ts'
import { settingsOf } from '../queries/settings.ts'
import { dateOf } from '../words.ts'
import { DateFields, dateForm, factsOf } from './date-form.tsx'

type Typed = Record<string, string>

export async function showNewDate(c: Ctx, errors: FormErrors | null = null, typed: Typed | null = null) {
  const { userId } = member(c, 'contributor')
  const { t } = c.get('words')
  const zone = typed ? '' : await zoneOf(c, userId)
  return page(
    c,
    <Page c={c} title={t('date.new')} current="nav.desk-calendar">
      <Way c={c} />
      <h1>{t('date.new')}</h1>
      <p class="lead">{t('date.new.lead')}</p>
      <ErrorSummary errors={errors} />
      <form class="form" method="post" action={paths.newDate}>
        <input type="hidden" name="id" value={typed?.id ?? randomUUID()} />
        <DateFields
          typed={typed ?? { timeZone: zone, visibility: 'organisation' }}
          errors={errors}
          mayPublish={hasRole(c.get('person'), 'editor')}
        />
        <button>{t('date.new.do')}</button>
      </form>
    </Page>,
    errors ? 422 : 200,
  )
}

const zoneOf = (c: Ctx, userId: string): Promise<string> =>
  reading(c.get('services').database.kysely, userId, async tx => (await settingsOf(tx, userId, 'en')).timeZone ?? '')

export async function enterDate(c: Ctx) {
  const { userId, current } = member(c, 'contributor')
  const form = await readForm(c, dateForm)
  if (!form.ok) return showNewDate(c, form.errors, form.typed)
  if (form.value.visibility === 'public') member(c, 'editor')
  await changing(c.get('services').database.kysely, userId, { act: 'date.add' }, tx =>
    addDate(tx, { ...factsOf(form.value), id: form.value.id, organisationId: current.organisationId, by: userId }),
  )
  return seeOther(c, `${paths.desk}?done=date-added`)
}

async function dateAt(c: Ctx): Promise<OwnDate> {
  const { userId, current } = member(c, 'contributor')
  const id = c.req.param('id')
  if (!isUuid(id)) throw new Problem('not-found')
  const date = await reading(c.get('services').database.kysely, userId, tx =>
    ownDateById(tx, id, current.organisationId),
  )
  if (!date) throw new Problem('not-found')
  return date
}

const typedOf = (date: OwnDate): Typed =>
  Object.fromEntries(
    Object.entries(date).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )

export async function showDate(c: Ctx, errors: FormErrors | null = null, typed: Typed | null = null) {
  const date = await dateAt(c)
  const words = c.get('words')
  const { t } = words
  const mayPublish = hasRole(c.get('person'), 'editor')
  const mayChange = mayPublish || date.visibility === 'organisation'
  return page(
    c,
    <Page
      c={c}
      title={date.title}
      current="nav.desk-calendar"
      notice={c.req.query('done') === 'saved' ? t('date.saved') : null}
    >
      <Way c={c} />
      <h1 dir="auto">{date.title}</h1>
      <p class="facts">
        {date.cancelledAt && <span class="tag bad">{t('calendar.cancelled')}</span>}{' '}
        {date.movedFrom.map(from => (
          <span key={from} class="moved">
            {t('calendar.moved-from', { date: dateOf(from, words) })}{' '}
          </span>
        ))}
      </p>
      {mayChange ? (
        <>
          <ErrorSummary errors={errors} />
          <form class="form" method="post" action={paths.date(date.id)}>
            <input type="hidden" name="id" value={date.id} />
            <input type="hidden" name="version" value={date.version} />
            <DateFields typed={typed ?? typedOf(date)} errors={errors} mayPublish={mayPublish} />
            <button>{t('form.save')}</button>
          </form>
          <div class="actions">
            <form method="post" action={`${paths.date(date.id)}/${date.cancelledAt ? 'restore' : 'cancel'}`}>
              <button class="quiet">{t(date.cancelledAt ? 'date.restore' : 'date.cancel')}</button>
            </form>
            <form method="post" action={`${paths.date(date.id)}/remove`}>
              <button class="danger">{t('date.remove')}</button>
            </form>
          </div>
        </>
      ) : (
        <p class="empty">{t('date.public.editors')}</p>
      )}
    </Page>,
    errors ? 422 : 200,
  )
}

export async function saveDate(c: Ctx) {
  const { userId } = member(c, 'contributor')
  const date = await dateAt(c)
  const form = await readForm(c, dateForm)
  if (!form.ok) return showDate(c, form.errors, form.typed)
  if (form.value.visibility === 'public' || date.visibility === 'public') member(c, 'editor')
  const kept = await changing(c.get('services').database.kysely, userId, { act: 'date.change' }, tx =>
    changeDate(tx, date.id, form.value.version, factsOf(form.value)),
  )
  if (!kept) return showDate(c, { fields: { title: c.get('words').t('date.conflict') } }, form.typed)
  return seeOther(c, `${paths.date(date.id)}?done=saved`)
}

export async function actOnDate(c: Ctx) {
  const { userId } = member(c, 'contributor')
  const date = await dateAt(c)
  if (date.visibility === 'public') member(c, 'editor')
  const act = c.req.param('act') as 'cancel' | 'restore' | 'remove'
  await changing(c.get('services').database.kysely, userId, { act: `date.${act}` }, tx =>
    act === 'remove' ? removeDate(tx, date.id) : cancelDate(tx, date.id, act === 'cancel'),
  )
  return seeOther(c, act === 'remove' ? `${paths.desk}?done=date-removed` : `${paths.date(date.id)}?done=saved`)
}

/** Back to where all dates stand. */
export function Way({ c }: { c: Ctx }) {
  const { t } = c.get('words')
  return (
    <nav class="breadcrumbs" aria-label={t('clock.title')}>
      <ol>
        <li>
          <a href={paths.desk}>{t('clock.title')}</a>
        </li>
      </ol>
    </nav>
  )
}
