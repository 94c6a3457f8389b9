/** A plan before the public: what will be seen, what nobody has checked yet; taken back; a draft removed. */
import { EDITION } from '@open1325/appraisal'
import { z } from 'zod'
import { changing } from '../../../platform/access.ts'
import { hasRole, member, readForm, seeOther, type Ctx } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { LongTextField } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/words.tsx'
import { isUnderWay, paths, type Instrument } from '../model.ts'
import { forgetRemoved } from '../offers/forget.ts'
import { countsOf, planOnDesk, publish, removeDraft, type DeskEntry } from '../queries/instrument.ts'
import { lastRun } from '../queries/reading.ts'
import { planOfRequest } from './plan-of-request.ts'

/** Seen by editors. */
export function PublishSection({ entry }: { entry: DeskEntry }) {
  const { t } = useWords()
  const { plan, run, items, unconfirmed, decided } = entry
  const criteria = EDITION.criteria.length
  if (plan.publishedAt) return <TakeBack plan={plan} />
  return (
    <section aria-labelledby="publish">
      <h2 id="publish">{t('publish.title')}</h2>
      {items === 0 || isUnderWay(run) ? (
        <p class="soft">{t('publish.not-yet')}</p>
      ) : (
        <>
          <p class="prose">{t('publish.lead')}</p>
          <ul class="prose">
            <li>{t('publish.facts')}</li>
            <li>
              {t('publish.rows', { count: items })}{' '}
              {unconfirmed > 0 ? (
                <strong>{t('publish.unconfirmed', { count: unconfirmed })}</strong>
              ) : (
                t('publish.all-confirmed')
              )}
            </li>
            <li>
              {t('publish.criteria', { decided, of: criteria })}{' '}
              {decided < criteria && t('publish.undecided', { count: criteria - decided })}
            </li>
            <li>{t('publish.pictures')}</li>
          </ul>
          <form method="post" action={paths.desk(plan.slug) + '/publish'}>
            <button class={unconfirmed > 0 ? 'quiet' : undefined}>{t('publish.do')}</button>
          </form>
        </>
      )}
    </section>
  )
}

function TakeBack({ plan }: { plan: Instrument }) {
  const { t, date } = useWords()
  return (
    <section aria-labelledby="publish">
      <h2 id="publish">{t('publish.is-public')}</h2>
      <p class="prose">
        {t('publish.since', { date: date(plan.publishedAt!) })}{' '}
        <a href={paths.plan(plan.slug)}>{t('desk.public-page')}</a>
      </p>
      <details>
        <summary>{t('publish.take-back')}</summary>
        <form class="form" method="post" action={paths.desk(plan.slug) + '/take-back'}>
          <p>{t('publish.take-back.lead')}</p>
          <LongTextField name="why" label={t('publish.take-back.why')} rows={3} maxlength={1000} dir="auto" />
          <button class="danger">{t('publish.take-back')}</button>
        </form>
      </details>
    </section>
  )
}

export function RemoveSection({ plan }: { plan: Instrument }) {
  const { t } = useWords()
  return (
    <section aria-labelledby="remove">
      <h2 id="remove">{t('remove.title')}</h2>
      <details>
        <summary>{t('remove.open')}</summary>
        <form class="form" method="post" action={paths.desk(plan.slug) + '/remove'}>
          <p>{t('remove.lead')}</p>
          <button class="danger">{t('remove.do')}</button>
        </form>
      </details>
    </section>
  )
}

/** Publishing what is public already changes nothing. */
export async function publishPlan(c: Ctx) {
  const person = member(c, 'editor')
  const slug = await changing(c.get('services').database.kysely, person.userId, { act: 'plan.publish' }, async tx => {
    const plan = await planOfRequest(c, tx, person)
    if (plan.publishedAt) return plan.slug
    const run = await lastRun(tx, plan.id)
    if (isUnderWay(run) || Object.keys(await countsOf(tx, plan.id)).length === 0)
      throw new Problem('conflict', c.get('words').t('publish.not-yet'))
    if (!(await publish(tx, plan.id, true))) throw new Problem('not-allowed')
    return plan.slug
  })
  return seeOther(c, paths.desk(slug) + '?done=published')
}

export async function takeBack(c: Ctx) {
  const person = member(c, 'editor')
  const form = await readForm(c, z.object({ why: z.string().trim().max(1000, 'form.too-long').optional() }))
  if (!form.ok) throw new Problem('bad-input', form.errors.fields.why)
  const why = form.value.why || null
  const slug = await changing(
    c.get('services').database.kysely,
    person.userId,
    { act: 'plan.take-back', why },
    async tx => {
      const plan = await planOfRequest(c, tx, person)
      if (plan.publishedAt && !(await publish(tx, plan.id, false))) throw new Problem('not-allowed')
      return plan.slug
    },
  )
  return seeOther(c, paths.desk(slug) + '?done=taken-back')
}

/**
 * What was public once stays: it may have been cited. A reading under way notices that its plan is gone, and ends. Removing what is gone
 * already changes nothing.
 */
export async function removePlan(c: Ctx) {
  const person = member(c, 'contributor')
  const { t } = c.get('words')
  const services = c.get('services')
  await changing(services.database.kysely, person.userId, { act: 'plan.remove' }, async tx => {
    const plan = await planOnDesk(tx, c.req.param('slug') ?? '', person.current.organisationId)
    if (!plan || (await removeDraft(tx, plan.id))) return
    throw hasRole(person, 'editor') ? new Problem('conflict', t('remove.was-public')) : new Problem('not-allowed')
  })
  await forgetRemoved(services)
  return seeOther(c, '/desk?done=removed')
}
