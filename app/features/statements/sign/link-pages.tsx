/** A personal link: an invitation to sign, or one's own signature, which can be changed and taken back by it. */
import { randomUUID } from 'node:crypto'
import { page, readForm, seeOther, type Ctx } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { signatureToken } from '../links.ts'
import { database } from '../load.ts'
import { queueLetter } from '../mail.ts'
import { paths, standingOf, type Statement } from '../model.ts'
import { changeByLink, LINK_ACTS, ownByToken, signByLink, type Own } from '../queries/links.ts'
import { SignForm, signForm, whoOf } from './form.tsx'
import { nowhere, publicStatement, TOKEN, tokenOf, What, WhoSigns, type Back } from './parts.tsx'

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
        <OfEarlier c={c} own={own} isSigned={isSigned} isSignedAnew={isSigned && (await isLaterSigned(c, own))} />
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

/** Whether who signed an earlier edition has signed the one of now. */
async function isLaterSigned(c: Ctx, { laterId, laterLink: linkNumber }: Own): Promise<boolean> {
  if (!laterId) return false
  const token = signatureToken(c.get('services').config, { id: laterId, linkNumber: linkNumber ?? 1 })
  const later = await ownByToken(database(c), token)
  return later?.state === 'confirmed' || later?.state === 'accepted'
}

interface OfEarlierProps {
  c: Ctx
  own: Own
  isSigned: boolean
  isSignedAnew: boolean
}

/** The text changed since: a signature stays with the text that it was given for. */
function OfEarlier({ c, own, isSigned, isSignedAnew }: OfEarlierProps) {
  const { t } = useWords()
  const editions = { signed: String(own.edition), now: String(own.currentEdition) }
  const read = <a href={paths.edition(own.slug, own.edition)}>{t('sign.earlier.read')}</a>
  if (isSignedAnew)
    return (
      <>
        <p>
          {t('sign.earlier.both', editions)} {read}
        </p>
        <p>
          <a class="button quiet" href={laterLink(c, own)}>
            {t('sign.earlier.now', editions)}
          </a>
        </p>
      </>
    )
  return (
    <>
      {isSigned ? (
        <p class="warning">
          {t('sign.earlier', editions)} {read}
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
  const services = c.get('services')
  if (done === 'kept' && services.mail.configured) await queueLetter(services, { kind: 'signed', signature: own.id })
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
