/** What needs one's own password again: changing it, and deleting the account. */
import type { Hono } from 'hono'
import { z } from 'zod'
import { changing } from '../../../platform/access.ts'
import { page, readForm, seeOther, type Ctx, type Env, type FormErrors } from '../../../platform/http.ts'
import { ErrorSummary } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { askSignIn, refusal } from '../answers.ts'
import { CurrentPassword, NewPassword } from '../model.ts'
import { CurrentPasswordField, NewPasswordField } from '../parts.tsx'
import { deleteAccount, isLastAdministrator } from '../queries.ts'
import { signedIn } from './account.tsx'

const ChangeForm = z.object({ currentPassword: CurrentPassword, newPassword: NewPassword })
const DeleteForm = z.object({ password: CurrentPassword })

interface Shown {
  c: Ctx
  errors?: FormErrors
}

export function ownPasswordRoutes(app: Hono<Env>) {
  app.get('/account/password', c => page(c, <ChangePage c={c} />))

  app.post('/account/password', async c => {
    signedIn(c)
    const form = await readForm(c, ChangeForm)
    if (!form.ok) return page(c, <ChangePage c={c} errors={form.errors} />, 422)
    const answer = await askSignIn(c, '/change-password', { ...form.value, revokeOtherSessions: true })
    if (answer.ok) return seeOther(c, '/account?done=password')
    const { errors, status } = refusal(c, answer, 'currentPassword', c.get('words').t('account.password.wrong'))
    return page(c, <ChangePage c={c} errors={errors} />, status)
  })

  app.get('/account/delete', c => page(c, <DeletePage c={c} />))

  app.post('/account/delete', async c => {
    const person = signedIn(c)
    const { t } = c.get('words')
    const form = await readForm(c, DeleteForm)
    if (!form.ok) return page(c, <DeletePage c={c} errors={form.errors} />, 422)
    const answer = await askSignIn(c, '/verify-password', form.value)
    if (!answer.ok) {
      const { errors, status } = refusal(c, answer, 'password', t('account.password.wrong'))
      return page(c, <DeletePage c={c} errors={errors} />, status)
    }
    try {
      await changing(c.get('services').database.kysely, person.userId, { act: 'account.delete' }, deleteAccount)
    } catch (error) {
      if (!isLastAdministrator(error)) throw error
      return page(c, <DeletePage c={c} errors={{ fields: { '': t('people.last-administrator') } }} />, 409)
    }
    await askSignIn(c, '/sign-out', {})
    return seeOther(c, '/sign-in?done=deleted')
  })
}

function ChangePage({ c, errors }: Shown) {
  const { t } = c.get('words')
  const { email } = signedIn(c)
  return (
    <Page c={c} title={t('account.password.change')}>
      <h1>{t('account.password.change')}</h1>
      <p class="prose">{t('new-password.sessions')}</p>
      <ErrorSummary errors={errors} />
      <form class="form" method="post">
        <input type="hidden" name="email" value={email} autocomplete="username" />
        <CurrentPasswordField name="currentPassword" label={t('account.password.current')} errors={errors ?? null} />
        <NewPasswordField name="newPassword" label={t('new-password.label')} errors={errors ?? null} />
        <p class="actions">
          <button>{t('account.password.change')}</button>
          <a href="/account">{t('form.cancel')}</a>
        </p>
      </form>
    </Page>
  )
}

function DeletePage({ c, errors }: Shown) {
  const { t } = c.get('words')
  signedIn(c)
  return (
    <Page c={c} title={t('account.delete.title')}>
      <h1>{t('account.delete.title')}</h1>
      <p class="prose">{t('account.delete.body')}</p>
      <p class="prose">{t('account.delete.history')}</p>
      <ErrorSummary errors={errors} />
      <form class="form" method="post">
        <CurrentPasswordField name="password" label={t('account.password')} errors={errors ?? null} />
        <p class="actions">
          <button class="danger">{t('account.delete.do')}</button>
          <a href="/account">{t('form.cancel')}</a>
        </p>
      </form>
    </Page>
  )
}
