/** Signing on the public page: the form, then the mailed link that confirms it. */
import { randomUUID } from 'node:crypto'
import { reading } from '../../../platform/access.ts'
import { clientAddress } from '../../../platform/client-address.ts'
import { page, readForm, seeOther, type Ctx } from '../../../platform/http.ts'
import { Page } from '../../../ui/page.tsx'
import { requestToken, signatureToken } from '../links.ts'
import { database } from '../load.ts'
import { queueLetter } from '../mail.ts'
import { paths, REQUEST_DAYS, standingOf } from '../model.ts'
import { confirmSignature, requestByToken, requestSignature } from '../queries/links.ts'
import { SignForm, signForm, whoOf } from './form.tsx'
import { tried } from './limit.ts'
import { Contact, nowhere, publicStatement, TOKEN, tokenOf, What, WhoSigns, type Back } from './parts.tsx'

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
        <>
          <p>
            {statement.contact
              ? t('sign.no-mail', { organisation: `\u2068${statement.organisation}\u2069` })
              : t('sign.asked-only')}
          </p>
          <Contact statement={statement} />
        </>
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
