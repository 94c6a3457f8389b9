/** Every body in a few words: what it takes, when it meets next, what is due next. */
import { pointsOfIntervention, type Body } from '@open1325/procedures'
import type { Ctx } from '../../../platform/http.ts'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { paths } from '../model.ts'
import { dateOf } from '../words.ts'

const KINDS = ['treaty-body', 'un-organ', 'charter-procedure', 'regional', 'alliance', 'compact', 'national'] as const
/** How far ahead the next day is looked for. */
const AHEAD_DAYS = 731

export function BodyListPage({ c, bodies, now }: { c: Ctx; bodies: readonly Body[]; now: Date }) {
  const { t } = c.get('words')
  return (
    <Page c={c} title={t('bodies.title')} current="nav.calendar" description={t('bodies.lead')}>
      <h1>{t('bodies.title')}</h1>
      <p class="lead">{t('bodies.lead')}</p>
      <p>
        <a href={paths.calendar}>{t('calendar.title')}</a>
      </p>
      {KINDS.map(kind => (
        <section key={kind} aria-labelledby={kind}>
          <h2 id={kind}>{t(`bodies.kind.${kind}`)}</h2>
          <ul class="rows body-list">
            {bodies
              .filter(body => body.kind === kind)
              .map(body => (
                <li key={body.id}>
                  <BodyLine body={body} now={now} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </Page>
  )
}

function BodyLine({ body, now }: { body: Body; now: Date }) {
  const words = useWords()
  const { t, locale, list } = words
  return (
    <>
      <h3>
        <a href={paths.body(body.id)}>{body.name[locale]}</a>
      </h3>
      <p class="small">{t('bodies.takes', { list: list(body.procedures.map(({ name }) => name[locale])) })}</p>
      <NextDays body={body} now={now} />
    </>
  )
}

/** The next session and the next deadline; where none is known, that. */
export function NextDays({ body, now }: { body: Body; now: Date }) {
  const words = useWords()
  const { t, locale } = words
  const today = now.toISOString().slice(0, 10)
  const session = nextSession(body, today)
  const points = pointsOfIntervention([body], now, undefined, { days: AHEAD_DAYS })
  const due = points.find(({ kind }) => kind === 'submit' || kind === 'window-opens')?.deadline
  const anyTime = points.some(({ kind }) => kind === 'any-time')
  const checked = (verified: boolean) => (verified ? '' : ` (${t('calendar.to-be-checked')})`)
  const when = session && `${dateOf(session.start ?? session.end!, words)} (${session.name[locale]})`
  return (
    <p class="small soft">
      {session
        ? t('bodies.next-session', { when: when! }) + checked(session.verified === 'verified')
        : t('bodies.no-session')}
      {' · '}
      {due
        ? t('bodies.next-deadline', { when: dateOf(due.day!, words) }) + checked(due.verified)
        : t(anyTime ? 'bodies.any-time' : 'bodies.no-deadline')}
    </p>
  )
}

function nextSession({ sessions }: Body, today: string) {
  return sessions
    .filter(({ start, end, state }) => {
      const last = end ?? start
      return last && state !== 'cancelled' && last >= today.slice(0, last.length)
    })
    .toSorted((a, b) => ((a.start ?? a.end!) < (b.start ?? b.end!) ? -1 : 1))[0]
}
