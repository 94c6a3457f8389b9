/** One respondent on the desk: how far she is, her link, what is known of her, and what can be done. */
import { z } from 'zod'
import { changing, reading } from '../../../platform/access.ts'
import { hasRole, member, page, readForm, seeOther, type Ctx, type FormErrors } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { ErrorSummary } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { forgetRemoved } from '../../plans/offers/forget.ts'
import { queueLetter } from '../mail.ts'
import { isOpen, paths, stateOf, type Round } from '../model.ts'
import {
  correctRespondent,
  forgetRespondent,
  giveBack,
  noteReturned,
  renewLink,
  sameElsewhere,
  respondentById,
  type KeptRespondent,
} from '../queries/respondents.ts'
import { roundOf } from './context.ts'
import { digestOf, linkOf, linkToken } from './links.ts'
import { factsForm, RespondentFields } from './respondent-fields.tsx'
import { HowFar } from './respondents.tsx'

async function load(c: Ctx, userId: string): Promise<{ round: Round; one: KeptRespondent }> {
  const round = await roundOf(c, 'contributor')
  const { kysely } = c.get('services').database
  const one = await reading(kysely, userId, tx => respondentById(tx, round.id, c.req.param('respondent') ?? ''))
  if (!one) throw new Problem('not-found')
  return { round, one }
}

interface Shown {
  errors?: FormErrors | null
  typed?: Record<string, string> | null
}

export async function showRespondent(c: Ctx, { errors = null, typed = null }: Shown = {}) {
  const { userId } = member(c, 'contributor')
  const { round, one } = await load(c, userId)
  const same = await reading(c.get('services').database.kysely, userId, tx => sameElsewhere(tx, one.id))
  const { t } = c.get('words')
  const { config, mail } = c.get('services')
  const isEditor = hasRole(c.get('person'), 'editor')
  const open = isOpen(round)
  const isSent = stateOf(one) === 'sent'
  const act = (name: string) => `${paths.respondent(round.id, one.id)}/${name}`
  const { name, language, voice } = one
  const known = { name, language, voice, email: one.email ?? '', country: one.country ?? '' }
  return page(
    c,
    <Page c={c} title={one.name} current="nav.questionnaires">
      <p class="kicker">
        <a href={paths.round(round.id)} dir="auto">
          {round.title}
        </a>
      </p>
      <h1 dir="auto">{one.name}</h1>
      <HowFar one={one} />
      <ErrorSummary errors={errors} />
      {isSent && (
        <p class="actions">
          <a class="button" href={paths.review(round.id, one.id)}>
            {t('respondent.review')}
          </a>
        </p>
      )}
      {isEditor && open && !isSent && (
        <section class="hand-over">
          <p>{t('round.link', { name: `\u2068${one.name}\u2069` })}</p>
          <label for="link">{t('link.yours')}</label>
          <input id="link" type="text" readonly value={linkOf(config, one)} dir="ltr" />
          <form method="post" action={act('new-link')}>
            <input type="hidden" name="number" value={one.linkNumber + 1} />
            <button class="quiet">{t('respondent.new-link')}</button>
          </form>
        </section>
      )}
      {isEditor && (
        <section aria-labelledby="known">
          <h2 id="known">{t('respondent.known')}</h2>
          <form class="form" method="post" action={paths.respondent(round.id, one.id)}>
            <RespondentFields round={round} errors={errors} typed={typed ?? known} mails={mail.configured} />
            <button>{t('respondent.keep')}</button>
          </form>
          {one.email && !one.mailFailure && !isSent && (
            <form method="post" action={act('returned')}>
              <button class="quiet">{t('respondent.returned')}</button>
            </form>
          )}
        </section>
      )}
      {isEditor && (
        <section aria-labelledby="more">
          <h2 id="more">{t('respondent.more')}</h2>
          {isSent && (
            <form method="post" action={act('give-back')}>
              <p class="prose">{t('respondent.give-back.lead')}</p>
              <button class="quiet">{t('respondent.give-back')}</button>
            </form>
          )}
          <form method="post" action={act('forget')}>
            <p class="prose">{t('respondent.forget.lead')}</p>
            <Elsewhere same={same} />
            <button class="danger">{t('respondent.forget')}</button>
          </form>
        </section>
      )}
    </Page>,
    errors ? 422 : 200,
  )
}

/** Where else she is forgotten: an address that several share has several names. */
function Elsewhere({ same }: { same: Awaited<ReturnType<typeof sameElsewhere>> }) {
  const { t } = useWords()
  if (!same.length) return null
  return (
    <>
      <p class="prose">{t('respondent.forget.elsewhere', { count: same.length })}</p>
      <ul>
        {same.map(({ id, name, roundId, round }) => (
          <li key={id}>
            <a href={paths.respondent(roundId, id)}>
              <bdi>{name}</bdi>
            </a>{' '}
            · <bdi>{round}</bdi>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Another address gets the first letter again. */
export async function correct(c: Ctx) {
  const { userId } = member(c, 'editor')
  const { round, one } = await load(c, userId)
  const form = await readForm(c, factsForm)
  if (!form.ok) return showRespondent(c, form)
  const services = c.get('services')
  const { email, country, ...rest } = form.value
  await changing(services.database.kysely, userId, { act: 'respondent.correct' }, tx =>
    correctRespondent(tx, one.id, { ...rest, email: email || null, country: country || null }),
  )
  if (email && email !== one.email && services.mail.configured && isOpen(round))
    await queueLetter(services, { respondent: one.id, kind: 'invitation' }, email)
  return seeOther(c, paths.respondent(round.id, one.id))
}

export async function actOnRespondent(c: Ctx) {
  const { userId } = member(c, 'editor')
  const { round, one } = await load(c, userId)
  const services = c.get('services')
  const { config, database } = services
  const act = c.req.param('act') as 'new-link' | 'give-back' | 'returned' | 'forget'
  const typed = await readForm(c, z.object({ number: z.coerce.number().int().optional() }))
  const forgotten = await changing(database.kysely, userId, { act: `respondent.${act}` }, async tx => {
    if (act === 'forget') return forgetRespondent(tx, one.id)
    if (act === 'give-back') await giveBack(tx, one.id)
    if (act === 'returned') await noteReturned(tx, one.id)
    if (act !== 'new-link') return 0
    const linkNumber = (typed.ok && typed.value.number) || 0
    // The same form sent again makes no further link.
    if (linkNumber === one.linkNumber + 1)
      await renewLink(tx, one.id, linkNumber, digestOf(linkToken(config, { id: one.id, linkNumber })))
    return 0
  })
  if (act === 'forget') await forgetRemoved(services)
  return seeOther(
    c,
    act === 'forget' ? `${paths.round(round.id)}?forgotten=${forgotten}` : paths.respondent(round.id, one.id),
  )
}
