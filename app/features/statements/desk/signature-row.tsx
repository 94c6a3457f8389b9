/** One signature in the editors' list, with what can be done about it. */
import type { FormErrors } from '../../../platform/http.ts'
import { TextField } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/words.tsx'
import { paths, type Signature, type Statement } from '../model.ts'

interface RowProps {
  statement: Statement
  one: Signature
  isRepeated: boolean
  takes: boolean
  /** What is wrong with the form on it. */
  wrong: { errors: FormErrors; typed: Record<string, string> } | null
}

export function SignatureRow({ statement, one, isRepeated, takes, wrong }: RowProps) {
  const { t, date, country, time, colon } = useWords()
  const act = (name: string) => paths.signature(statement.id, one.id, name)
  const isForgotten = one.forgottenAt !== null
  const signed = one.state === 'confirmed' || one.state === 'accepted' || one.state === 'rejected'
  return (
    <li>
      <bdi>{one.name}</bdi>
      {one.country && <span class="soft">{` (${country(one.country)})`}</span>}{' '}
      <span class={one.state === 'confirmed' ? 'tag mark' : 'tag'}>{t(`signature.state.${one.state}`)}</span>{' '}
      {signed && !one.named && <span class="tag">{t('signatures.unnamed')}</span>}{' '}
      {isRepeated && <span class="tag mark">{t('signatures.repeated')}</span>}
      {one.state === 'invited' && !one.mailedAt && takes && <span class="tag">{t('signatures.not-mailed')}</span>}
      <p class="soft small">
        {isForgotten ? (
          t('signatures.forgotten', { date: date(one.forgottenAt!) })
        ) : (
          <>
            {one.contact && (
              <>
                <bdi>{one.contact}</bdi>
                {one.role && (
                  <>
                    , <bdi>{one.role}</bdi>
                  </>
                )}
                {' · '}
              </>
            )}
            {one.email && (
              <>
                <bdi>{one.email}</bdi>
                {' · '}
              </>
            )}
            {t(`signatures.origin.${one.origin}`)}
            {one.signedAt && ` · ${t('sign.signed-on', { date: date(one.signedAt) })}`}
            {one.reminders > 0 && ` · ${t('signatures.reminders', { count: one.reminders })}`}
            {one.state === 'invited' && one.mailedAt && ` · ${t('signatures.mailed', { time: time(one.mailedAt) })}`}
          </>
        )}
      </p>
      {one.note && (
        <p class="small" dir="auto">
          {t('signatures.note')}
          {colon}
          {one.note}
        </p>
      )}
      {one.reason && (
        <p class="small" dir="auto">
          {t('signatures.reason')}
          {colon}
          {one.reason}
        </p>
      )}
      {!isForgotten && (
        <div class="actions">
          {(one.state === 'confirmed' || one.state === 'rejected') && !isRepeated && (
            <form method="post" action={act('accept')}>
              <button class={one.state === 'confirmed' ? undefined : 'quiet'}>{t('signatures.accept')}</button>
            </form>
          )}
          {one.state === 'invited' && takes && (
            <form method="post" action={act('link')}>
              <button class="quiet">{t('signatures.show-link')}</button>
            </form>
          )}
          <details class="signature-more" open={wrong !== null}>
            <summary>{t('signatures.more')}</summary>
            {(one.state === 'confirmed' || one.state === 'accepted') && (
              <form class="form" method="post" action={act('reject')}>
                <TextField
                  name="reason"
                  label={t('signatures.reject.reason')}
                  hint={t('signatures.reject.hint')}
                  value={wrong?.typed.reason}
                  errors={wrong?.errors ?? null}
                  required
                  maxlength={2000}
                  dir="auto"
                />
                <button class="danger">{t('signatures.reject')}</button>
              </form>
            )}
            {one.state !== 'invited' && (
              <form method="post" action={act('link')}>
                <button class="quiet">{t('signatures.show-link')}</button>
              </form>
            )}
            <form method="post" action={act('new-link')}>
              <input type="hidden" name="number" value={one.linkNumber + 1} />
              <button class="quiet">{t('signatures.new-link')}</button>
            </form>
            <form method="post" action={act('forget')}>
              <button class="danger">
                {t(one.state === 'accepted' ? 'signatures.forget-contact' : 'signatures.forget')}
              </button>
            </form>
          </details>
        </div>
      )}
    </li>
  )
}
