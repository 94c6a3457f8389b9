/** Signing without an account: the public form, the mailed link, the personal link. */
import { randomUUID } from 'node:crypto'
import { reading } from '../../../platform/access.ts'
import { clientAddress } from '../../../platform/client-address.ts'
import { page, readForm, seeOther, type Ctx, type FormErrors } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { clockTime } from '../../questionnaires/model.ts'
import { requestToken, signatureToken } from '../links.ts'
import { database } from '../load.ts'
import { queueLetter } from '../mail.ts'
import { paths, REQUEST_DAYS, standingOf, textFor, type Edition, type Statement, type Who } from '../model.ts'
import {
  changeByLink,
  confirmSignature,
  LINK_ACTS,
  ownByToken,
  requestByToken,
  requestSignature,
  signByLink,
  type Own,
} from '../queries/signatures.ts'
import { editionOf, statementBySlug } from '../queries/statements.ts'
import { SignForm, signForm, whoOf } from './form.tsx'
import { tried } from './limit.ts'

type Back = { typed: Record<string, string>; errors: FormErrors } | null

const TOKEN = /^[\w-]{43}$/
const tokenOf = (c: Ctx) => c.req.param('token') ?? ''

interface Shown {
  statement: Statement
  edition: Edition
}

/** As everybody sees it. @throws Problem 'not-found' */
async function publicStatement(c: Ctx, slug = c.req.param('slug') ?? ''): Promise<Shown> {
  const found = await reading(database(c), null, async tx => {
    const statement = await statementBySlug(tx, slug)
    return { statement, edition: statement && (await editionOf(tx, statement.id, statement.edition)) }
  })
  if (!found.statement || !found.edition) throw new Problem('not-found')
  return { statement: found.statement, edition: found.edition }
}

/** What is signed, above every page of signing. */
function What({ statement, edition }: Shown) {
  const { t, locale } = useWords()
  const { language, document } = textFor(edition.texts, locale)
  return (
    <>
      <p class="statement-signed">
        <a href={paths.one(statement.slug, language)} lang={language} dir="auto">
          {document.title}
        </a>
        <br />
        <span class="soft small">
          <bdi>{statement.organisation}</bdi> · {t('statements.edition', { number: String(edition.number) })}
        </span>
      </p>
      {standingOf(statement) === 'open' && (
        <p class="soft">{t('sign.until', { time: clockTime(statement.closesAt!, statement.timeZone!, locale) })}</p>
      )}
    </>
  )
}

// The public form -----------------------------------------------------------------------------------------------------------------

export async function showSign(c: Ctx, back: Back = null, wait: number | null = null) {
  const shown = await publicStatement(c)
  const { statement } = shown
  const { t } = c.get('words')
  const { mail } = c.get('services')
  const isOpen = standingOf(statement) === 'open'
  return page(
    c,
    <Page c={c} title={t('sign.title')} current="nav.statements">
      <p class="kicker">
        <a href={paths.list}>{t('nav.statements')}</a>
      </p>
      <h1>{t('sign.title')}</h1>
      <What {...shown} />
      {wait !== null && (
        <p class="warning" role="alert">
          {t('sign.wait', { minutes: Math.ceil(wait / 60) })}
        </p>
      )}
      {!isOpen ? (
        <p class="empty">{t('sign.not-open')}</p>
      ) : !mail.configured ? (
        <p class="empty">{t('sign.no-mail', { organisation: `\u2068${statement.organisation}\u2069` })}</p>
      ) : (
        <SignForm
          typed={back?.typed ?? {}}
          errors={back?.errors ?? null}
          organisation={statement.organisation}
          action={paths.sign(statement.slug)}
          form={back?.typed.form ?? randomUUID()}
          send={t('sign.send')}
        />
      )}
    </Page>,
    wait !== null ? 429 : back ? 422 : 200,
  )
}

/** The answer is the same whether the address has signed already, was written to too often, or is new. */
export async function postSign(c: Ctx) {
  const { statement } = await publicStatement(c)
  const services = c.get('services')
  if (standingOf(statement) !== 'open' || !services.mail.configured) return showSign(c)
  const form = await readForm(c, signForm)
  if (!form.ok) return showSign(c, form)
  const wait = tried(clientAddress(c))
  if (wait !== null) return showSign(c, { typed: form.typed, errors: { fields: {} } }, wait)
  const { form: id, ...typed } = form.value
  const token = requestToken(services.config, id)
  const kept = await requestSignature(database(c), statement.slug, {
    id,
    token,
    who: whoOf(typed),
    days: REQUEST_DAYS,
  })
  if (kept === 'closed') return showSign(c)
  if (kept === 'kept') await queueLetter(services, { kind: 'confirm', request: id })
  return seeOther(c, paths.asked(statement.slug))
}

export async function showAsked(c: Ctx) {
  const shown = await publicStatement(c)
  const { t } = c.get('words')
  return page(
    c,
    <Page c={c} title={t('sign.asked')} current="nav.statements">
      <h1>{t('sign.asked')}</h1>
      <What {...shown} />
      <p class="prose">{t('sign.asked.body', { days: REQUEST_DAYS })}</p>
    </Page>,
  )
}

// The mailed link -----------------------------------------------------------------------------------------------------------------

export async function showConfirm(c: Ctx, after: 'again' | 'over' | 'changed' | null = null) {
  const token = tokenOf(c)
  const request = TOKEN.test(token) ? await reading(database(c), null, tx => requestByToken(tx, token)) : undefined
  const { t } = c.get('words')
  if (!request) return nowhere(c)
  const shown = await publicStatement(c, request.slug)
  const state = request.state === 'open' && after ? after : request.state
  return page(
    c,
    <Page c={c} title={t('sign.confirm')} current="nav.statements">
      <h1>{t('sign.confirm')}</h1>
      <What {...shown} />
      {request.who && state === 'open' ? (
        <>
          <WhoSigns who={request.who} />
          <form method="post" action={paths.confirm(token)}>
            <button>{t('sign.confirm.do')}</button>
          </form>
        </>
      ) : (
        <p class="empty">{t(`sign.confirm.${state === 'open' ? 'again' : state}`)}</p>
      )}
      {state === 'changed' && <a href={paths.sign(request.slug)}>{t('sign.title')}</a>}
    </Page>,
    state === 'open' ? 200 : 410,
  )
}

function WhoSigns({ who }: { who: Who }) {
  const { t, country } = useWords()
  return (
    <dl class="facts-list">
      <dt>{t('sign.name')}</dt>
      <dd dir="auto">{who.name}</dd>
      {who.country && (
        <>
          <dt>{t('sign.country')}</dt>
          <dd>{country(who.country)}</dd>
        </>
      )}
      <dt>{t('sign.naming')}</dt>
      <dd>{t(`sign.naming.${who.named ? 'named' : 'unnamed'}`)}</dd>
    </dl>
  )
}

export async function postConfirm(c: Ctx) {
  const token = tokenOf(c)
  const services = c.get('services')
  const request = TOKEN.test(token) ? await reading(database(c), null, tx => requestByToken(tx, token)) : undefined
  if (!request) return nowhere(c)
  const id = randomUUID()
  const link = signatureToken(services.config, { id, linkNumber: 1 })
  const done = await confirmSignature(database(c), token, { id, link })
  if (done === null) return nowhere(c)
  if (done !== 'kept') return showConfirm(c, done)
  if (services.mail.configured) await queueLetter(services, { kind: 'signed', signature: id })
  return seeOther(c, `${paths.link(link)}?done=signed`)
}

// The personal link ----------------------------------------------------------------------------------------------------------------

/** The link leads nowhere: mistyped, expired, or who it was for was taken out. */
function nowhere(c: Ctx) {
  const { t } = c.get('words')
  return page(
    c,
    <Page c={c} title={t('sign.nowhere')}>
      <h1>{t('sign.nowhere')}</h1>
      <p class="prose">{t('sign.nowhere.body')}</p>
    </Page>,
    404,
  )
}

const ownOf = async (c: Ctx): Promise<Own | undefined> =>
  TOKEN.test(tokenOf(c)) ? ownByToken(database(c), tokenOf(c)) : undefined

export async function showLink(c: Ctx, back: Back = null) {
  const own = await ownOf(c)
  if (!own) return nowhere(c)
  const { t, has } = c.get('words')
  if (own.statementState === 'withdrawn')
    return page(
      c,
      <Page c={c} title={t('sign.own')}>
        <h1>{t('sign.own')}</h1>
        <p class="empty">{t('sign.statement-withdrawn')}</p>
        <Forget token={tokenOf(c)} />
      </Page>,
    )
  const isSigned = own.state === 'confirmed' || own.state === 'accepted' || own.state === 'rejected'
  const isPast = own.edition !== own.currentEdition
  // Who was only asked reads the text of now, by the link of the first letter.
  if (isPast && !isSigned && own.laterId) return seeOther(c, laterLink(c, own))
  const shown = await publicStatement(c, own.slug)
  const done = `sign.done.${c.req.query('done')}`
  return page(
    c,
    <Page c={c} title={t(isSigned ? 'sign.own' : 'sign.title')} notice={has(done) ? t(done) : null}>
      <h1>{t(isSigned ? 'sign.own' : 'sign.title')}</h1>
      <What {...shown} />
      {isPast ? (
        <OfEarlier c={c} own={own} isSigned={isSigned} />
      ) : isSigned ? (
        <OwnSignature own={own} token={tokenOf(c)} />
      ) : (
        <ToSign own={own} token={tokenOf(c)} statement={shown.statement} back={back} />
      )}
      <Forget token={tokenOf(c)} />
    </Page>,
    back ? 422 : 200,
  )
}

const laterLink = (c: Ctx, { laterId, laterLink: linkNumber, slug }: Own): string =>
  laterId
    ? paths.link(signatureToken(c.get('services').config, { id: laterId, linkNumber: linkNumber ?? 1 }))
    : paths.sign(slug)

/** The text changed since: a signature stays with the text that it was given for. */
function OfEarlier({ c, own, isSigned }: { c: Ctx; own: Own; isSigned: boolean }) {
  const { t } = useWords()
  return (
    <>
      {isSigned ? (
        <p class="warning">
          {t('sign.earlier', { signed: String(own.edition), now: String(own.currentEdition) })}{' '}
          <a href={paths.edition(own.slug, own.edition)}>{t('sign.earlier.read')}</a>
        </p>
      ) : (
        <p class="warning">{t('sign.text-changed')}</p>
      )}
      {own.takes && (
        <p>
          <a class="button" href={laterLink(c, own)}>
            {t('sign.earlier.sign')}
          </a>
        </p>
      )}
    </>
  )
}

function OwnSignature({ own, token }: { own: Own; token: string }) {
  const { t, date } = useWords()
  const act = (name: string) => `${paths.link(token)}/${name}`
  return (
    <>
      <WhoSigns who={own} />
      <p>
        <span class="tag">{t(`signature.state.${own.state}`)}</span>{' '}
        {own.signedAt && t('sign.signed-on', { date: date(own.signedAt) })}
      </p>
      {own.state === 'rejected' ? (
        <p class="warning" dir="auto">
          {t('sign.rejected', { reason: `\u2068${own.reason ?? ''}\u2069` })}
        </p>
      ) : (
        <>
          {own.state === 'confirmed' && <p class="soft">{t('sign.waits')}</p>}
          <div class="actions">
            <form method="post" action={act(own.named ? 'unname' : 'name')}>
              <button class="quiet">{t(own.named ? 'sign.unname' : 'sign.name-us')}</button>
            </form>
            <form method="post" action={act('withdraw')}>
              <button class="danger">{t('sign.withdraw')}</button>
            </form>
          </div>
        </>
      )}
    </>
  )
}

function ToSign({ own, token, statement, back }: { own: Own; token: string; statement: Statement; back: Back }) {
  const { t } = useWords()
  if (!own.takes)
    return <p class="empty">{t(standingOf(statement) === 'announced' ? 'sign.not-yet' : 'sign.not-open')}</p>
  const typed = {
    name: own.name,
    country: own.country,
    contact: own.contact,
    email: own.email,
    role: own.role,
    ...back?.typed,
  }
  return (
    <>
      {own.state === 'declined' && <p class="soft">{t('sign.declined')}</p>}
      {own.state === 'withdrawn' && <p class="soft">{t('sign.withdrawn')}</p>}
      <SignForm
        typed={typed}
        errors={back?.errors ?? null}
        organisation={statement.organisation}
        action={paths.link(token)}
        form={randomUUID()}
        send={t('sign.send.link')}
      />
      {own.state === 'invited' && (
        <form method="post" action={`${paths.link(token)}/decline`}>
          <button class="quiet">{t('sign.decline')}</button>
        </form>
      )}
    </>
  )
}

function Forget({ token }: { token: string }) {
  const { t } = useWords()
  return (
    <details class="forget">
      <summary>{t('sign.forget')}</summary>
      <p class="prose">{t('sign.forget.body')}</p>
      <form method="post" action={`${paths.link(token)}/forget`}>
        <button class="danger">{t('sign.forget.do')}</button>
      </form>
    </details>
  )
}

export async function postLink(c: Ctx) {
  const own = await ownOf(c)
  if (!own) return nowhere(c)
  const form = await readForm(c, signForm)
  if (!form.ok) return showLink(c, form)
  const done = await signByLink(database(c), tokenOf(c), whoOf(form.value))
  if (done === null) return nowhere(c)
  return seeOther(c, `${paths.link(tokenOf(c))}${done === 'kept' ? '?done=signed' : ''}`)
}

export async function postAct(c: Ctx) {
  const act = LINK_ACTS.find(one => one === c.req.param('act'))
  if (!act) throw new Problem('not-found')
  const done = (await ownOf(c)) !== undefined && (await changeByLink(database(c), tokenOf(c), act))
  // Posted twice, there is nothing left to find.
  if (act === 'forget') return seeOther(c, paths.forgotten)
  return done ? seeOther(c, `${paths.link(tokenOf(c))}?done=${act}`) : nowhere(c)
}

export function showForgotten(c: Ctx) {
  const { t } = c.get('words')
  return page(
    c,
    <Page c={c} title={t('sign.forgotten')}>
      <h1>{t('sign.forgotten')}</h1>
      <p class="prose">{t('sign.forgotten.body')}</p>
    </Page>,
  )
}
