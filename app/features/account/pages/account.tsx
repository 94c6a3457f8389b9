/** One's own account: name, password, second step, passkeys, sessions, organisations, language, and its end. */
import type { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { z } from 'zod'
import { page, readForm, seeOther, type Ctx, type Env, type FormErrors, type Person } from '../../../platform/http.ts'
import { LOCALES, OWN_NAMES } from '../../../platform/languages.ts'
import { Problem } from '../../../platform/problem.ts'
import { ORGANISATION_COOKIE, type Session } from '../../../platform/sign-in.ts'
import { ErrorSummary, TextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { askSignIn } from '../answers.ts'
import { deviceOf, Name } from '../model.ts'
import { PasskeyAdd } from '../passkeys.tsx'

const NameForm = z.object({ name: Name })
const PasskeyForm = z.object({ id: z.string().min(1).max(100) })
const OrganisationForm = z.object({ organisation: z.uuid() })

interface Passkey {
  id: string
  name: string | null
  createdAt: string | null
}

interface Shown {
  person: Person
  sessions: Session[]
  passkeys: Passkey[]
  secondStep: boolean
}

/** The person who asks, of whatever organisation, or of none any more. */
export function signedIn(c: Ctx): Person {
  const person = c.get('person')
  if (!person) throw new Problem('sign-in-needed')
  return person
}

/** From now on, the desk shows this organisation (where she belongs to it). */
export function workIn(c: Ctx, organisationId: string) {
  setCookie(c, ORGANISATION_COOKIE, organisationId, {
    path: '/',
    maxAge: 31536000,
    sameSite: 'Lax',
    httpOnly: true,
    secure: c.get('services').config.publicUrl.startsWith('https:'),
  })
}

export function accountRoutes(app: Hono<Env>) {
  app.get('/account', c => show(c))

  app.post('/account/name', async c => {
    signedIn(c)
    const form = await readForm(c, NameForm)
    if (!form.ok) return show(c, form)
    await askSignIn(c, '/update-user', { name: form.value.name })
    return seeOther(c, '/account?done=name')
  })

  app.post('/account/sessions/end', async c => {
    signedIn(c)
    await askSignIn(c, '/revoke-other-sessions', {})
    return seeOther(c, '/account?done=sessions')
  })

  app.post('/account/passkeys/remove', async c => {
    signedIn(c)
    const form = await readForm(c, PasskeyForm)
    if (form.ok) await askSignIn(c, '/passkey/delete-passkey', { id: form.value.id })
    return seeOther(c, '/account?done=passkey-removed')
  })

  app.post('/account/organisation', async c => {
    signedIn(c)
    const form = await readForm(c, OrganisationForm)
    if (!form.ok) throw new Problem('bad-input')
    workIn(c, form.value.organisation)
    return seeOther(c, '/desk')
  })
}

/** A name that came back. */
interface Back {
  typed: Record<string, string>
  errors: FormErrors
}

async function show(c: Ctx, back: Back | null = null) {
  const person = signedIn(c)
  const { signIn } = c.get('services')
  const { has, t } = c.get('words')
  const [sessions, secondStep, passkeys] = await Promise.all([
    signIn.sessionsOf(person.userId, c.req.raw.headers),
    signIn.hasSecondStep(person.userId),
    askSignIn(c, '/passkey/list-user-passkeys'),
  ])
  const done = `account.done.${c.req.query('done')}`
  const shown = { person, sessions, secondStep, passkeys: (passkeys.data.list ?? []) as Passkey[] }
  const notice = !back && has(done) ? t(done) : null
  return page(c, <AccountPage c={c} notice={notice} back={back} {...shown} />, back ? 422 : 200)
}

function AccountPage(props: Shown & { c: Ctx; notice: string | null; back: Back | null }) {
  const { c, person, secondStep, back } = props
  const { t } = c.get('words')
  return (
    <Page c={c} title={t('nav.account')} islands={['passkey']} notice={props.notice}>
      <h1>{t('nav.account')}</h1>
      <p class="lead">
        <bdi>{person.email}</bdi>
      </p>
      <ErrorSummary errors={back?.errors} />
      <form class="form" method="post" action="/account/name">
        <TextField
          name="name"
          label={t('account.name')}
          hint={t('account.name.hint')}
          errors={back?.errors ?? null}
          value={back?.typed.name ?? person.name}
          autocomplete="name"
          maxlength={200}
          dir="auto"
          required
        />
        <button class="quiet">{t('form.save')}</button>
      </form>

      <h2>{t('account.signing-in')}</h2>
      <ul class="rows settings">
        <li>
          <span>{t('account.password')}</span>
          <a href="/account/password">{t('account.password.change')}</a>
        </li>
        <li>
          <span>{t(secondStep ? 'second-step.on' : 'second-step.off')}</span>
          <a href="/account/second-step">{t(secondStep ? 'second-step.change' : 'second-step.set-up')}</a>
        </li>
      </ul>

      <h3 id="passkeys">{t('passkey.title')}</h3>
      <p class="prose soft">{t('passkey.explained')}</p>
      <Passkeys passkeys={props.passkeys} />
      <PasskeyAdd />

      <h3>{t('account.sessions')}</h3>
      <Sessions sessions={props.sessions} />

      <h2>{t('account.organisations')}</h2>
      <Organisations person={person} />

      <h2>{t('nav.language')}</h2>
      <ul class="down">
        {LOCALES.map(locale => (
          <li key={locale}>
            <a href={`/account?lang=${locale}`} lang={locale} hreflang={locale}>
              {OWN_NAMES[locale]}
            </a>
          </li>
        ))}
      </ul>

      <h2>{t('account.delete.title')}</h2>
      <p class="prose">
        {t('account.delete.short')} <a href="/account/delete">{t('account.delete.title')}</a>
      </p>
    </Page>
  )
}

function Passkeys({ passkeys }: { passkeys: Passkey[] }) {
  const { t, date } = useWords()
  if (!passkeys.length) return null
  return (
    <ul class="rows settings">
      {passkeys.map(({ id, name, createdAt }) => (
        <li key={id}>
          <span>
            <bdi>{name || t('passkey.unnamed')}</bdi>{' '}
            {createdAt && <span class="soft">{t('passkey.since', { date: date(createdAt) })}</span>}
          </span>
          <form method="post" action="/account/passkeys/remove">
            <input type="hidden" name="id" value={id} />
            <button class="plain">{t('passkey.remove')}</button>
          </form>
        </li>
      ))}
    </ul>
  )
}

function Sessions({ sessions }: { sessions: Session[] }) {
  const { t, time } = useWords()
  return (
    <>
      <ul class="rows settings">
        {sessions.map(({ id, current, lastUsed, userAgent }) => (
          <li key={id}>
            <span>
              <bdi>{deviceOf(userAgent) ?? t('account.session.unknown')}</bdi>{' '}
              {current && <span class="tag">{t('account.session.this')}</span>}
            </span>
            <span class="soft">{t('account.session.used', { time: time(lastUsed) })}</span>
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <form class="actions" method="post" action="/account/sessions/end">
          <button class="quiet">{t('account.sessions.end')}</button>
        </form>
      )}
    </>
  )
}

function Organisations({ person }: { person: Person }) {
  const { t } = useWords()
  if (!person.memberships.length) return <p class="empty">{t('account.organisations.none')}</p>
  return (
    <ul class="rows settings">
      {person.memberships.map(({ organisationId, organisation, role }) => (
        <li key={organisationId}>
          <span>
            <bdi>{organisation}</bdi> <span class="tag">{t(`role.${role}`)}</span>
          </span>
          {organisationId === person.current?.organisationId ? (
            <span class="soft">{person.memberships.length > 1 && t('account.organisations.current')}</span>
          ) : (
            <form method="post" action="/account/organisation">
              <input type="hidden" name="organisation" value={organisationId} />
              <button class="plain">{t('account.organisations.choose')}</button>
            </form>
          )}
        </li>
      ))}
    </ul>
  )
}
