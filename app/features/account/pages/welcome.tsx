/** Following an invitation, or the first link of an installation: who invites to what, then an account (or the one she has). */
import type { Hono } from 'hono'
import { z } from 'zod'
import { changing, reading } from '../../../platform/access.ts'
import { page, readForm, seeOther, type Ctx, type Env, type FormErrors } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { ErrorSummary, TextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { askSignIn, refusal } from '../answers.ts'
import { Email, Name, NewPassword, Token } from '../model.ts'
import { apart, NewPasswordField } from '../parts.tsx'
import { foundingByToken } from '../organisations.ts'
import { acceptInvitation, invitationByToken, type Invitation } from '../queries.ts'
import { workIn } from './account.tsx'

/** The organisation is asked for at the first link only; the rest only of somebody who is not signed in. */
const Joining = z.object({ organisation: Name, name: Name, email: Email, password: NewPassword }).partial()
/** What the host gave the organisation that a founding link will make. */
type Founding = Awaited<ReturnType<typeof foundingByToken>>
type Found = Invitation & { founding: Founding }
type Account = Required<Pick<z.infer<typeof Joining>, 'name' | 'email' | 'password'>>

export function welcomeRoutes(app: Hono<Env>) {
  app.get('/welcome/:token', async c => {
    const invitation = await find(c)
    return invitation?.state === 'open'
      ? page(c, <WelcomePage c={c} invitation={invitation} />)
      : noLonger(c, invitation?.state ?? 'unknown')
  })

  app.post('/welcome/:token', async c => {
    const form = await readForm(c, Joining)
    const invitation = await find(c)
    if (!invitation) return noLonger(c, 'unknown')
    const again = (errors: FormErrors, status: 422 | 429 = 422) =>
      page(c, <WelcomePage c={c} invitation={invitation} errors={errors} typed={form.typed} />, status)
    if (!form.ok) return invitation.state === 'open' ? again(form.errors) : noLonger(c, invitation.state)

    const { organisation = null, ...typed } = form.value
    if (!invitation.organisation && !organisation) throw new Problem('bad-input')
    const joined = async (userId: string) => {
      const joins = await join(c, userId, organisation)
      if (!joins) return noLonger(c, invitation.state)
      workIn(c, joins)
      return seeOther(c, '/desk')
    }
    const person = c.get('person')
    if (person) return joined(person.userId)

    const account = complete(typed)
    const { email, password } = account
    const { signIn } = c.get('services')
    const added = invitation.state === 'open' ? await signIn.addAccount(account) : null
    if (added && !(await join(c, added, organisation))) {
      await signIn.removeAccount(added)
      return noLonger(c, 'accepted')
    }
    const answer = await askSignIn(c, '/sign-in/email', { email, password })
    if (added) return seeOther(c, '/desk')
    // The address has an account already: her own, if the password is right; or this very form was sent twice.
    if (!answer.ok) {
      if (invitation.state !== 'open') return noLonger(c, invitation.state)
      const { errors, status } = refusal(c, answer, 'email', c.get('words').t('welcome.email.known'))
      return again(errors, status)
    }
    if (answer.data.twoFactorRedirect) return seeOther(c, `/sign-in/code?to=${encodeURIComponent(c.req.path)}`)
    return joined((answer.data.user as { id: string }).id)
  })
}

async function find(c: Ctx): Promise<Found | undefined> {
  const token = Token.safeParse(c.req.param('token'))
  if (!token.success) return undefined
  return reading(c.get('services').database.kysely, null, async tx => {
    const invitation = await invitationByToken(tx, token.data)
    return invitation && { ...invitation, founding: await foundingByToken(tx, token.data) }
  })
}

/** Gives the organisation's id; null: the link is no longer good. */
async function join(c: Ctx, userId: string, organisation: string | null): Promise<string | null> {
  const token = Token.parse(c.req.param('token'))
  const { kysely } = c.get('services').database
  return changing(kysely, userId, { act: 'invitation.accept' }, tx => acceptInvitation(tx, token, organisation))
}

function complete({ name, email, password }: Partial<Account>): Account {
  if (!name || !email || !password) throw new Problem('bad-input')
  return { name, email, password }
}

function WelcomePage(props: { c: Ctx; invitation: Found; errors?: FormErrors; typed?: Record<string, string> }) {
  const { c, invitation, errors, typed = {} } = props
  const { t, time } = c.get('words')
  const person = c.get('person')
  const { organisation, founding } = invitation
  const title = organisation
    ? t('welcome.join.title', { organisation: apart(organisation) })
    : t(founding ? 'welcome.founding.title' : 'welcome.first.title')
  return (
    <Page c={c} title={title}>
      <h1>{title}</h1>
      <p class="lead">{organisation ? <Inviting {...invitation} /> : <Founded founding={founding} />}</p>
      {founding && <GivenVoice {...founding} />}
      <ErrorSummary errors={errors} />
      <form class="form" method="post">
        {!organisation && (
          <TextField
            name="organisation"
            label={t('welcome.organisation')}
            hint={t('welcome.organisation.hint')}
            errors={errors}
            value={typed.organisation}
            autocomplete="organization"
            maxlength={200}
            dir="auto"
            required
          />
        )}
        {person ? (
          <p>{t('welcome.signed-in', { name: apart(person.name), email: apart(person.email) })}</p>
        ) : (
          <AccountFields errors={errors} typed={{ email: invitation.email ?? '', ...typed }} />
        )}
        <p class="actions">
          <button>{organisation ? t('welcome.join.do') : t('welcome.first.do')}</button>
          {!person && <a href={`/sign-in?to=${encodeURIComponent(c.req.path)}`}>{t('welcome.have-account')}</a>}
        </p>
      </form>
      <p class="soft small apart">{t('welcome.until', { date: time(invitation.expiresAt) })}</p>
    </Page>
  )
}

function Inviting({ organisation, inviter, role }: Invitation) {
  const { t } = useWords()
  const names = { organisation: apart(organisation ?? ''), role: t(`role.${role}`) }
  return (
    <>
      {inviter ? t('welcome.join.by', { ...names, inviter: apart(inviter) }) : t('welcome.join.as', names)}{' '}
      {t(`role.${role}.can`)}
    </>
  )
}

function Founded({ founding }: { founding: Founding }) {
  const { t } = useWords()
  return (
    <>{founding?.founder ? t('welcome.founding.by', { founder: apart(founding.founder) }) : t('welcome.first.body')}</>
  )
}

function GivenVoice({ voice, country }: NonNullable<Founding>) {
  const { t, colon, country: called } = useWords()
  return (
    <p class="prose">
      <strong>{t('welcome.founding.voice', { voice: t(`voice.${voice}`) })}</strong> {t(`voice.${voice}.is`)}{' '}
      {country && `${t('organisations.country')}${colon}${called(country)}.`} {t('welcome.founding.wrong')}
    </p>
  )
}

function AccountFields({ errors, typed }: { errors: FormErrors | undefined; typed: Record<string, string> }) {
  const { t } = useWords()
  return (
    <>
      <TextField
        name="name"
        label={t('account.name')}
        hint={t('account.name.hint')}
        errors={errors}
        value={typed.name}
        autocomplete="name"
        maxlength={200}
        dir="auto"
        required
      />
      <TextField
        name="email"
        label={t('account.email')}
        hint={t('account.email.hint')}
        errors={errors}
        value={typed.email}
        type="email"
        autocomplete="username"
        dir="ltr"
        required
      />
      <NewPasswordField name="password" label={t('account.password')} errors={errors ?? null} />
    </>
  )
}

/** A link that leads nowhere says why, and where to go instead. */
function noLonger(c: Ctx, state: 'unknown' | Invitation['state']) {
  const { t } = c.get('words')
  const why = state === 'open' ? 'accepted' : state
  const signedIn = c.get('person') !== null
  return page(
    c,
    <Page c={c} title={t(`welcome.${why}.title`)}>
      <h1>{t(`welcome.${why}.title`)}</h1>
      <p class="prose">{t(`welcome.${why}.body`)}</p>
      <p class="actions">
        <a class="button" href={signedIn ? '/desk' : '/sign-in'}>
          {t(signedIn ? 'nav.desk' : 'nav.sign-in')}
        </a>
      </p>
    </Page>,
    why === 'unknown' ? 404 : 410,
  )
}
