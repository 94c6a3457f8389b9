/** A forgotten password: a link by mail, or from an administrator; and the page where the link leads. */
import type { Hono } from 'hono'
import { z } from 'zod'
import { page, readForm, seeOther, type Ctx, type Env, type FormErrors } from '../../../platform/http.ts'
import type { ResetLink } from '../../../platform/sign-in.ts'
import { ErrorSummary, TextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { mailResetLink } from '../mail.ts'
import { Email, NewPassword, Token } from '../model.ts'
import { apart, NewPasswordField } from '../parts.tsx'
import { EmailField } from './sign-in.tsx'

const ForgottenForm = z.object({ email: Email })
const NewPasswordForm = z.object({ newPassword: NewPassword })

export function newPasswordRoutes(app: Hono<Env>) {
  app.get('/forgotten', c => page(c, <ForgottenPage c={c} />))

  app.post('/forgotten', async c => {
    const { signIn, mail, log } = c.get('services')
    if (!mail.configured) return seeOther(c, '/forgotten')
    const form = await readForm(c, ForgottenForm)
    if (!form.ok) return page(c, <ForgottenPage c={c} errors={form.errors} email={form.typed.email} />, 422)
    const link = await signIn.mailedResetLink(form.value.email)
    // Not waited for: how long it takes must not tell whether the address has an account.
    if (link) mailResetLink(c, link).catch(err => log.error({ err }, 'mail with a link to a new password'))
    return page(c, <SentPage c={c} email={form.value.email} />)
  })

  app.get('/new-password/:token', async c => {
    const link = await find(c)
    return link?.state === 'open' ? page(c, <NewPasswordPage c={c} link={link} />) : linkIsOver(c)
  })

  app.post('/new-password/:token', async c => {
    const link = await find(c)
    if (link?.state !== 'open') return linkIsOver(c)
    const form = await readForm(c, NewPasswordForm)
    if (!form.ok) return page(c, <NewPasswordPage c={c} link={link} errors={form.errors} />, 422)
    const token = Token.parse(c.req.param('token'))
    const email = await c.get('services').signIn.followResetLink(token, form.value.newPassword)
    return email ? seeOther(c, '/sign-in?done=password') : linkIsOver(c)
  })
}

async function find(c: Ctx): Promise<ResetLink | null> {
  const token = Token.safeParse(c.req.param('token'))
  return token.success ? c.get('services').signIn.resetLink(token.data) : null
}

function ForgottenPage({ c, errors, email }: { c: Ctx; errors?: FormErrors; email?: string | undefined }) {
  const { t } = c.get('words')
  const { mail } = c.get('services')
  return (
    <Page c={c} title={t('sign-in.forgotten')}>
      <h1>{t('sign-in.forgotten')}</h1>
      {mail.configured ? (
        <>
          <p class="prose">{t('forgotten.body')}</p>
          <ErrorSummary errors={errors} />
          <form class="form" method="post">
            <EmailField email={email} errors={errors} />
            <p class="actions">
              <button>{t('forgotten.do')}</button>
            </p>
          </form>
        </>
      ) : (
        <>
          <p class="prose">{t('forgotten.no-mail')}</p>
          <p class="prose">{t('forgotten.no-administrator', { command: 'npx open1325 user link' })}</p>
        </>
      )}
    </Page>
  )
}

function SentPage({ c, email }: { c: Ctx; email: string }) {
  const { t } = c.get('words')
  return (
    <Page c={c} title={t('forgotten.sent.title')}>
      <h1>{t('forgotten.sent.title')}</h1>
      <p class="prose">{t('forgotten.sent.body', { email: apart(email) })}</p>
    </Page>
  )
}

function NewPasswordPage({ c, link, errors }: { c: Ctx; link: ResetLink; errors?: FormErrors }) {
  const { t } = c.get('words')
  return (
    <Page c={c} title={t('new-password.title')}>
      <h1>{t('new-password.title')}</h1>
      <p class="prose">
        {link.maker ? t('new-password.by', { maker: apart(link.maker) }) : t('new-password.by-mail')}{' '}
        {t('new-password.sessions')} {link.without_second_step && t('new-password.second-step')}
      </p>
      <ErrorSummary errors={errors} />
      <form class="form" method="post">
        <TextField
          name="email"
          label={t('account.email')}
          value={link.email}
          type="email"
          autocomplete="username"
          dir="ltr"
          readonly
        />
        <NewPasswordField name="newPassword" label={t('new-password.label')} errors={errors ?? null} />
        <p class="actions">
          <button>{t('new-password.do')}</button>
        </p>
      </form>
    </Page>
  )
}

function linkIsOver(c: Ctx) {
  const { t } = c.get('words')
  return page(
    c,
    <Page c={c} title={t('new-password.over.title')}>
      <h1>{t('new-password.over.title')}</h1>
      <p class="prose">{t('new-password.over.body')}</p>
      <p class="actions">
        <a class="button" href="/forgotten">
          {t('sign-in.forgotten')}
        </a>
        <a class="button quiet" href="/sign-in">
          {t('nav.sign-in')}
        </a>
      </p>
    </Page>,
    410,
  )
}
