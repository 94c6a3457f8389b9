/** The second step: a code of an authenticator app beside the password; set up, changed, turned off. Backup codes are shown once. */
import type { Hono } from 'hono'
import { renderSVG } from 'uqr'
import { z } from 'zod'
import { page, readForm, seeOther, type Ctx, type Env, type FormErrors } from '../../../platform/http.ts'
import type { Answer } from '../../../platform/sign-in.ts'
import { ErrorSummary, TextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { askSignIn, refusal } from '../answers.ts'
import { CurrentPassword, readCode, secretOf } from '../model.ts'
import { CurrentPasswordField } from '../parts.tsx'
import { signedIn } from './account.tsx'

const PasswordForm = z.object({ password: CurrentPassword })
/** The address in the QR code comes back with the code, to be shown again when the code is wrong. It is checked by nobody. */
const ConfirmForm = z.object({
  code: z.string('form.needed').trim().min(1, 'form.needed').max(20, 'form.too-long'),
  uri: z.string().startsWith('otpauth://totp/').max(500),
})

const PATH = '/account/second-step'

export function secondStepRoutes(app: Hono<Env>) {
  app.get(PATH, c => show(c))

  app.post(`${PATH}/start`, c =>
    withPassword(c, '/two-factor/enable', answer => page(c, <ScanPage c={c} uri={String(answer.data.totpURI)} />)),
  )

  app.post(`${PATH}/confirm`, async c => {
    const { userId } = signedIn(c)
    const { signIn } = c.get('services')
    if (await signIn.hasSecondStep(userId)) return seeOther(c, PATH)
    const form = await readForm(c, ConfirmForm)
    const uri = form.typed.uri ?? ''
    if (!form.ok)
      return form.errors.fields.uri
        ? seeOther(c, PATH)
        : page(c, <ScanPage c={c} uri={uri} errors={form.errors} />, 422)
    const answer = await askSignIn(c, '/two-factor/verify-totp', { code: readCode(form.value.code).code })
    if (answer.ok) return page(c, <CodesPage c={c} codes={await signIn.backupCodesOf(userId)} />)
    const { errors, status } = refusal(c, answer, 'code', c.get('words').t('second-step.code.wrong'))
    return page(c, <ScanPage c={c} uri={uri} errors={errors} />, status)
  })

  app.post(`${PATH}/codes`, c =>
    withPassword(c, '/two-factor/generate-backup-codes', answer =>
      page(c, <CodesPage c={c} codes={answer.data.backupCodes as string[]} />),
    ),
  )

  app.post(`${PATH}/off`, c =>
    withPassword(c, '/two-factor/disable', () => seeOther(c, '/account?done=second-step-off')),
  )
}

async function withPassword(c: Ctx, path: string, then: (answer: Answer) => Response | Promise<Response>) {
  signedIn(c)
  const form = await readForm(c, PasswordForm)
  if (!form.ok) return show(c, form.errors, 422)
  const answer = await askSignIn(c, path, form.value)
  if (answer.ok) return then(answer)
  // Set up in the meantime, in another window.
  if (answer.code === 'TOTP_ALREADY_ENABLED') return seeOther(c, PATH)
  const { errors, status } = refusal(c, answer, 'password', c.get('words').t('account.password.wrong'))
  return show(c, errors, status)
}

async function show(c: Ctx, errors?: FormErrors, status: 200 | 422 | 429 = 200) {
  const { userId } = signedIn(c)
  const on = await c.get('services').signIn.hasSecondStep(userId)
  return page(c, <SecondStepPage c={c} on={on} errors={errors} />, status)
}

function SecondStepPage({ c, on, errors }: { c: Ctx; on: boolean; errors: FormErrors | undefined }) {
  const { t } = c.get('words')
  return (
    <Page c={c} title={t('second-step.title')}>
      <h1>{t('second-step.title')}</h1>
      <p class="prose">{t(on ? 'second-step.on.body' : 'second-step.off.body')}</p>
      <ErrorSummary errors={errors} />
      <form class="form" method="post" action={`${PATH}/${on ? 'codes' : 'start'}`}>
        <CurrentPasswordField name="password" label={t('account.password')} errors={errors ?? null} />
        <p class="actions">
          <button>{t(on ? 'second-step.codes.new' : 'second-step.set-up')}</button>
          {on && (
            <button class="danger" formaction={`${PATH}/off`}>
              {t('second-step.turn-off')}
            </button>
          )}
          <a href="/account">{t('form.cancel')}</a>
        </p>
      </form>
    </Page>
  )
}

function ScanPage({ c, uri, errors }: { c: Ctx; uri: string; errors?: FormErrors }) {
  const { t } = c.get('words')
  return (
    <Page c={c} title={t('second-step.set-up')}>
      <h1>{t('second-step.set-up')}</h1>
      <ErrorSummary errors={errors} />
      <p class="prose">{t('second-step.scan')}</p>
      <QrCode text={uri} label={t('second-step.qr')} />
      <p class="prose">
        {t('second-step.secret')} <code class="secret">{secretOf(uri)}</code>
      </p>
      <form class="form" method="post" action={`${PATH}/confirm`}>
        <input type="hidden" name="uri" value={uri} />
        <TextField
          name="code"
          label={t('second-step.code')}
          hint={t('second-step.code.hint')}
          errors={errors ?? null}
          autocomplete="one-time-code"
          inputmode="numeric"
          dir="ltr"
          required
        />
        <p class="actions">
          <button>{t('second-step.confirm')}</button>
          <a href="/account">{t('form.cancel')}</a>
        </p>
      </form>
    </Page>
  )
}

/** Always dark on white: that is what cameras read. */
function QrCode({ text, label }: { text: string; label: string }) {
  const svg = renderSVG(text, { border: 2 })
  return <div class="qr" role="img" aria-label={label} dangerouslySetInnerHTML={{ __html: svg }} />
}

function CodesPage({ c, codes }: { c: Ctx; codes: string[] }) {
  const { t } = c.get('words')
  return (
    <Page c={c} title={t('second-step.codes.title')} notice={t('second-step.codes.notice')}>
      <h1>{t('second-step.codes.title')}</h1>
      <p class="prose">{t('second-step.codes.body')}</p>
      <Codes codes={codes} />
      <p class="actions">
        <a class="button" href="/account">
          {t('second-step.codes.kept')}
        </a>
      </p>
    </Page>
  )
}

function Codes({ codes }: { codes: string[] }) {
  const { t } = useWords()
  return (
    <ul class="codes" aria-label={t('second-step.codes.title')}>
      {codes.map(code => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ul>
  )
}
