/** Says first that no deadline can be counted, why, and the one step that changes it. */
import { hasRole, type Ctx } from '../../platform/http.ts'
import { useWords } from '../../ui/words.tsx'
import type { Awaiting } from './awaiting.ts'
import { NO_FILTER, paths, queryOf } from './model.ts'
import { deadlineInWords } from './public/rule-facts.tsx'

export function AwaitingSection({ c, awaiting }: { c: Ctx; awaiting: Awaiting }) {
  const words = useWords()
  const { t, locale, colon } = words
  const { body, procedures, session } = awaiting
  const person = c.get('person')
  const name = session?.name[locale]
  return (
    <section class="warning awaiting" aria-labelledby={`awaiting-${body.id}`}>
      <h2 id={`awaiting-${body.id}`}>{t('awaiting.title')}</h2>
      <p>{t('awaiting.lead')}</p>
      <ul>
        {procedures.map(({ procedure, rule }) => (
          <li key={procedure.id}>
            <a href={paths.procedure(body.id, procedure.id)}>{procedure.name[locale]}</a>
            {colon}
            {deadlineInWords(rule, words) ?? t('rule.unknown')}
            {rule.verified === 'to-be-checked' && ` (${t('calendar.to-be-checked')})`}
          </li>
        ))}
      </ul>
      <p class="small">{t('awaiting.who')}</p>
      <p class="no-print">
        {hasRole(person, 'contributor') ? (
          <a class="button" href={enterPath(awaiting)}>
            {name ? t('awaiting.enter.this', { session: name }) : t('awaiting.enter')}
          </a>
        ) : (
          !person && <a href={`/sign-in?to=${encodeURIComponent(paths.body(body.id))}`}>{t('awaiting.sign-in')}</a>
        )}
      </p>
    </section>
  )
}

/** Where the session's days are entered: the one that is known without them, or a new one. */
const enterPath = ({ body, session }: Awaiting): string =>
  session ? paths.enteredSession(body.id, session.id) : paths.newSession + queryOf({ ...NO_FILTER, body: body.id })

/** The same of many bodies: folded, since the days that are known stand above or below. */
export function AwaitingBodies({ c, awaiting }: { c: Ctx; awaiting: readonly Awaiting[] }) {
  const { t, locale, colon } = useWords()
  if (awaiting.length === 0) return null
  const mayEnter = hasRole(c.get('person'), 'contributor')
  return (
    <details class="awaiting-bodies">
      <summary>{t('awaiting.bodies', { count: awaiting.length })}</summary>
      <p class="lead">{t('awaiting.bodies.lead')}</p>
      <ul>
        {awaiting.map(one => (
          <li key={one.body.id}>
            <a href={paths.body(one.body.id)}>{one.body.name[locale]}</a>
            {mayEnter && (
              <>
                {' · '}
                <a href={enterPath(one)} aria-label={`${t('awaiting.enter')}${colon}${one.body.name[locale]}`}>
                  {t('awaiting.enter')}
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
