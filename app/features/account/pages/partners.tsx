/** Partners: organisations that let each other see what is marked for partners. One makes a link, the other follows it. */
import type { Hono } from 'hono'
import { z } from 'zod'
import { changing, reading } from '../../../platform/access.ts'
import { hasRole, member, page, readForm, seeOther, type Ctx, type Env } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { newToken } from '../../../platform/sign-in.ts'
import { SelectField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { INVITATION_DAYS, Token } from '../model.ts'
import {
  acceptPartnership,
  endPartnership,
  offerByToken,
  offerPartnership,
  partnershipsOf,
  type Offer,
  type Partnership,
} from '../organisations.ts'
import { apart, LinkToHandOver, OurPlaces } from '../parts.tsx'
import { signedIn, workIn } from './account.tsx'

const OfferForm = z.object({ token: Token })
const AcceptForm = z.object({ organisation: z.uuid() })

interface HandOver {
  link: string
  until: Date
  explained: string
}

export function partnersRoutes(app: Hono<Env>) {
  app.get('/partners', c => show(c))

  app.post('/partners/offer', async c => {
    const { userId, current } = member(c, 'administrator')
    const form = await readForm(c, OfferForm)
    if (!form.ok) throw new Problem('bad-input')
    const { token } = form.value
    const { config, database } = c.get('services')
    const until = await changing(database.kysely, userId, { act: 'partnership.offer' }, tx =>
      offerPartnership(tx, { organisationId: current.organisationId, token, madeBy: userId }),
    )
    if (!until) throw new Problem('conflict')
    const explained = c.get('words').t('partners.offered')
    return show(c, { link: `${config.publicUrl}/partners/accept/${token}`, until, explained })
  })

  app.post('/partners/:id/end', async c => {
    const { userId } = member(c, 'administrator')
    const id = z.uuid().safeParse(c.req.param('id'))
    if (!id.success) throw new Problem('not-found')
    const { kysely } = c.get('services').database
    await changing(kysely, userId, { act: 'partnership.end' }, tx => endPartnership(tx, id.data))
    return seeOther(c, '/partners?done=ended')
  })

  app.get('/partners/accept/:token', async c => {
    signedIn(c)
    const offer = await find(c)
    return offer?.state === 'open' ? page(c, <AcceptPage c={c} offer={offer} />) : isOver(c, offer ? 410 : 404)
  })

  app.post('/partners/accept/:token', async c => {
    const { userId } = signedIn(c)
    const form = await readForm(c, AcceptForm)
    if (!form.ok) throw new Problem('bad-input')
    const { organisation } = form.value
    const offer = await find(c)
    if (!offer) return isOver(c, 404)
    const { kysely } = c.get('services').database
    const done = await changing(kysely, userId, { act: 'partnership.accept' }, tx =>
      acceptPartnership(tx, Token.parse(c.req.param('token')), organisation),
    )
    if (!done) {
      if (!administered(c, offer).some(each => each.organisationId === organisation)) throw new Problem('not-allowed')
      return isOver(c, 410)
    }
    workIn(c, organisation)
    return seeOther(c, '/partners?done=accepted')
  })
}

async function find(c: Ctx): Promise<Offer | undefined> {
  const token = Token.safeParse(c.req.param('token'))
  if (!token.success) return undefined
  return reading(c.get('services').database.kysely, signedIn(c).userId, tx => offerByToken(tx, token.data))
}

/** The organisations in whose name the person can accept this offer. */
const administered = (c: Ctx, offer: Offer) =>
  signedIn(c).memberships.filter(each => each.role === 'administrator' && each.organisationId !== offer.organisationId)

async function show(c: Ctx, handOver?: HandOver) {
  const { userId, current } = member(c)
  const { has, t } = c.get('words')
  const partnerships = await reading(c.get('services').database.kysely, userId, tx =>
    partnershipsOf(tx, current.organisationId),
  )
  const done = `partners.done.${c.req.query('done')}`
  const notice = !handOver && has(done) ? t(done) : null
  return page(c, <PartnersPage {...{ c, partnerships, notice, handOver }} />)
}

interface Shown {
  c: Ctx
  partnerships: Partnership[]
  notice: string | null
  /** A link just made, shown this once. */
  handOver: HandOver | undefined
}

function PartnersPage({ c, partnerships, notice, handOver }: Shown) {
  const { t } = c.get('words')
  const administers = hasRole(c.get('person'), 'administrator')
  const partners = partnerships.filter(each => each.acceptedAt)
  const links = partnerships.filter(each => !each.acceptedAt)
  return (
    <Page c={c} title={t('nav.partners')} current="nav.people" notice={notice}>
      <OurPlaces c={c} here="/partners" />
      <p class="kicker">
        <bdi>{member(c).current.organisation}</bdi>
      </p>
      <h1>{t('nav.partners')}</h1>
      <p class="lead">{t('partners.lead')}</p>
      {handOver && <LinkToHandOver {...handOver} />}
      {partners.length ? (
        <ul class="rows people">
          {partners.map(each => (
            <Partner key={each.id} partnership={each} administers={administers} />
          ))}
        </ul>
      ) : (
        <p class="empty">{t(administers ? 'partners.none' : 'partners.none.reader')}</p>
      )}
      {administers && links.length > 0 && <Links links={links} />}
      {administers && (
        <>
          <h2>{t('partners.offer')}</h2>
          <form class="form" method="post" action="/partners/offer">
            <input type="hidden" name="token" value={newToken()} />
            <p class="hint">{t('partners.offer.hint', { days: INVITATION_DAYS })}</p>
            <button>{t('partners.offer.do')}</button>
          </form>
        </>
      )}
    </Page>
  )
}

function Partner({ partnership, administers }: { partnership: Partnership; administers: boolean }) {
  const { t, date } = useWords()
  const { id, partner, acceptedAt } = partnership
  return (
    <li>
      <div class="member">
        <strong>
          <bdi>{partner}</bdi>
        </strong>
        <span class="soft small">{t('partners.since', { date: date(acceptedAt!) })}</span>
      </div>
      {administers && (
        <details>
          <summary>
            {t('people.change')} <span class="visually-hidden">{partner}</span>
          </summary>
          <form method="post" action={`/partners/${id}/end`}>
            <p class="hint">{t('partners.end.hint')}</p>
            <button class="danger">{t('partners.end')}</button>
          </form>
        </details>
      )}
    </li>
  )
}

function Links({ links }: { links: Partnership[] }) {
  const { t, time, date } = useWords()
  return (
    <>
      <h2>{t('partners.links')}</h2>
      <ul class="rows people">
        {links.map(({ id, madeAt, expiresAt }) => {
          const expired = expiresAt < new Date()
          return (
            <li key={id}>
              <div class="member">
                <span>{t('partners.link', { date: date(madeAt) })}</span>
                <span class={expired ? 'missing' : 'soft small'}>
                  {t(expired ? 'people.invitation.expired' : 'people.invitation.until', { date: time(expiresAt) })}
                </span>
              </div>
              <form class="actions" method="post" action={`/partners/${id}/end`}>
                <button class="danger">{t('people.invitation.revoke')}</button>
              </form>
            </li>
          )
        })}
      </ul>
    </>
  )
}

function AcceptPage({ c, offer }: { c: Ctx; offer: Offer }) {
  const { t } = c.get('words')
  const title = t('partners.accept.title', { organisation: apart(offer.organisation) })
  const choices = administered(c, offer).map(each => ({ value: each.organisationId, label: each.organisation }))
  return (
    <Page c={c} title={title} current="nav.people">
      <h1>{title}</h1>
      <p class="lead">{t('partners.lead')}</p>
      {choices.length ? (
        <form class="form" method="post">
          <SelectField
            name="organisation"
            label={t('partners.accept.for')}
            value={c.get('person')?.current?.organisationId}
            choices={choices}
            required
          />
          <button>{t('partners.accept.do')}</button>
        </form>
      ) : (
        <p class="prose">{t('partners.accept.nobody')}</p>
      )}
    </Page>
  )
}

function isOver(c: Ctx, status: 404 | 410) {
  const { t } = c.get('words')
  return page(
    c,
    <Page c={c} title={t('partners.accept.over')}>
      <h1>{t('partners.accept.over')}</h1>
      <p class="prose">{t('partners.accept.over.body')}</p>
      <p class="actions">
        <a class="button" href="/partners">
          {t('nav.partners')}
        </a>
      </p>
    </Page>,
    status,
  )
}
