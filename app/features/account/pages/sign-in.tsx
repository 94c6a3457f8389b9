/** Signing in: the password, then the second step where one is set up; or a passkey. Signing out. */
import type { Hono } from 'hono'
import { z } from 'zod'
import { page, readForm, safePath, seeOther, type Ctx, type Env, type FormErrors } from '../../../platform/http.ts'
import { ErrorSummary, TextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { askSignIn, refusal } from '../answers.ts'
import { CurrentPassword, Email, readCode } from '../model.ts'
import { CurrentPasswordField } from '../parts.tsx'
import { PasskeySignIn } from '../passkeys.tsx'

const SignInForm = z.object({ email: Email, password: CurrentPassword })
const CodeForm = z.object({ code: z.string('form.needed').trim().min(1, 'form.needed').max(40, 'form.too-long') })

interface Shown {
  errors?: FormErrors
  email?: string | undefined
  notice?: string | null
}

export function signInRoutes(app: Hono<Env>) {
  app.get('/sign-in', c => {
    if (c.get('person')) return seeOther(c, safePath(c.req.query('to')))
    const done = `sign-in.done.${c.req.query('done')}`
    const { has, t } = c.get('words')
    return page(c, <SignInPage c={c} notice={has(done) ? t(done) : null} />)
  })

  app.post('/sign-in', async c => {
    const form = await readForm(c, SignInForm)
    if (!form.ok) return page(c, <SignInPage c={c} errors={form.errors} email={form.typed.email} />, 422)
    const answer = await askSignIn(c, '/sign-in/email', form.value)
    if (!answer.ok) {
      const { errors, status } = refusal(c, answer, 'password', c.get('words').t('sign-in.wrong'))
      return page(c, <SignInPage c={c} errors={errors} email={form.typed.email} />, status)
    }
    await c.get('services').signIn.forgetEnded()
    const to = safePath(c.req.query('to'))
    return seeOther(c, answer.data.twoFactorRedirect ? `/sign-in/code?to=${encodeURIComponent(to)}` : to)
  })

  app.get('/sign-in/code', c => page(c, <CodePage c={c} />))

  app.post('/sign-in/code', async c => {
    const form = await readForm(c, CodeForm)
    if (!form.ok) return page(c, <CodePage c={c} errors={form.errors} />, 422)
    const { kind, code } = readCode(form.value.code)
    const answer = await askSignIn(c, `/two-factor/verify-${kind === 'totp' ? 'totp' : 'backup-code'}`, { code })
    if (answer.ok) return seeOther(c, safePath(c.req.query('to')))
    const { t } = c.get('words')
    const sentence = answer.code === 'INVALID_CODE' || answer.code === 'INVALID_BACKUP_CODE' ? 'wrong' : 'again'
    const { errors, status } = refusal(c, answer, 'code', t(`sign-in.code.${sentence}`))
    return page(c, <CodePage c={c} errors={errors} />, status)
  })

  app.post('/sign-out', async c => {
    await askSignIn(c, '/sign-out', {})
    return seeOther(c, '/sign-in?done=out')
  })
}

/** The same address again, with the place to come back to. */
const here = (c: Ctx, path: string) => `${path}?to=${encodeURIComponent(safePath(c.req.query('to')))}`

function SignInPage({ c, errors, email, notice = null }: Shown & { c: Ctx }) {
  const { t } = c.get('words')
  return (
    <Page c={c} title={t('nav.sign-in')} islands={['passkey']} notice={notice}>
      <h1>{t('nav.sign-in')}</h1>
      <ErrorSummary errors={errors} />
      <form class="form" method="post" action={here(c, '/sign-in')}>
        <EmailField email={email} errors={errors} />
        <CurrentPasswordField name="password" label={t('account.password')} errors={errors} />
        <p class="actions">
          <button>{t('nav.sign-in')}</button>
          <a href="/forgotten">{t('sign-in.forgotten')}</a>
        </p>
      </form>
      <PasskeySignIn to={safePath(c.req.query('to'))} />
      <p class="soft prose apart">{t('sign-in.by-invitation')}</p>
    </Page>
  )
}

export function EmailField({ email, errors }: { email: string | undefined; errors: FormErrors | undefined }) {
  const { t } = useWords()
  return (
    <TextField
      name="email"
      label={t('account.email')}
      errors={errors}
      value={email}
      type="email"
      autocomplete="username"
      dir="ltr"
      required
    />
  )
}

function CodePage({ c, errors }: { c: Ctx; errors?: FormErrors }) {
  const { t } = c.get('words')
  return (
    <Page c={c} title={t('sign-in.code.title')}>
      <h1>{t('sign-in.code.title')}</h1>
      <ErrorSummary errors={errors} />
      <form class="form" method="post" action={here(c, '/sign-in/code')}>
        <TextField
          name="code"
          label={t('sign-in.code.label')}
          hint={t('sign-in.code.hint')}
          errors={errors}
          autocomplete="one-time-code"
          inputmode="text"
          dir="ltr"
          required
          autofocus
        />
        <p class="actions">
          <button>{t('nav.sign-in')}</button>
          <a href={here(c, '/sign-in')}>{t('sign-in.code.back')}</a>
        </p>
      </form>
    </Page>
  )
}
