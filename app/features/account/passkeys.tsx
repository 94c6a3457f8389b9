/** Passkeys on pages: signing in with one, adding one. Both need the browser's own dialogue, hence the script `passkey`. */
import { useWords } from '../../ui/words.tsx'

/** What the script is told: where to go afterwards, and the sentences for what may go wrong. */
export interface ToldToScript {
  to: string
  failed: string
  stale: string
  tooMany: string
}

/** JSON inside a page: a '<' must not end the element. */
const json = (value: ToldToScript) => JSON.stringify(value).replaceAll('<', '\\u003c')

function Told({ to }: { to: string }) {
  const { t } = useWords()
  const told = {
    to,
    failed: t('passkey.failed'),
    stale: t('passkey.stale'),
    tooMany: t('account.too-many', { minutes: 1 }),
  }
  return <script type="application/json" id="passkey-told" dangerouslySetInnerHTML={{ __html: json(told) }} />
}

/** Hidden until the script has found that the browser knows passkeys. */
export function PasskeySignIn({ to }: { to: string }) {
  const { t } = useWords()
  return (
    <div id="passkey-sign-in" class="apart" hidden>
      <p>
        <button type="button" class="quiet">
          {t('passkey.sign-in')}
        </button>
      </p>
      <p class="error" role="alert" hidden />
      <Told to={to} />
    </div>
  )
}

export function PasskeyAdd() {
  const { t } = useWords()
  return (
    <>
      <noscript>
        <p class="hint">{t('passkey.needs-script')}</p>
      </noscript>
      <form id="passkey-add" class="form" hidden>
        <div class="field">
          <label for="passkey-name">{t('passkey.name')}</label>
          <p class="hint" id="passkey-name-hint">
            {t('passkey.name.hint')}
          </p>
          <input id="passkey-name" type="text" maxlength={80} aria-describedby="passkey-name-hint" required />
        </div>
        <p class="error" role="alert" hidden />
        <button class="quiet">{t('passkey.add')}</button>
        <Told to="/account" />
      </form>
    </>
  )
}
