/** Who is asked in a round and how far each is: the chase list. */
import { useWords } from '../../../ui/words.tsx'
import { isWithoutLetter, paths, stateOf, STATES, type Respondent, type RespondentState, type Round } from '../model.ts'
import type { KeptRespondent } from '../queries/respondents.ts'

/** What the list can be narrowed to: how far they are, or that no letter reaches them. */
export const NARROWED = [...STATES, 'no-letter'] as const
export type Narrowed = (typeof NARROWED)[number]

const A_PAGE = 100

const narrowedTo = (all: KeptRespondent[], to: Narrowed | null, mails: boolean): KeptRespondent[] =>
  to === null
    ? all
    : to === 'no-letter'
      ? all.filter(one => isWithoutLetter(one, mails))
      : all.filter(one => stateOf(one) === (to as RespondentState))

interface ListProps {
  round: Round
  all: KeptRespondent[]
  narrowed: Narrowed | null
  /** From 1. */
  page: number
  /** Letters can be sent. */
  mails: boolean
}

export function ChaseList({ round, all, narrowed, page, mails }: ListProps) {
  const { t, number } = useWords()
  const shown = narrowedTo(all, narrowed, mails)
  const last = Math.max(1, Math.ceil(shown.length / A_PAGE))
  const at = Math.min(page, last)
  const address = (to: Narrowed | null, n = 1) => {
    const asked = new URLSearchParams({ ...(to && { state: to }), ...(n > 1 && { page: String(n) }) }).toString()
    return `${paths.round(round.id)}${asked && `?${asked}`}#respondents`
  }
  return (
    <>
      <ul class="narrow">
        <li>
          <a href={address(null)} aria-current={narrowed === null ? 'true' : undefined}>
            {t('respondent.all')} <span class="num">{number(all.length)}</span>
          </a>
        </li>
        {NARROWED.map(to => (
          <li key={to}>
            <a href={address(to)} aria-current={narrowed === to ? 'true' : undefined}>
              {to === 'no-letter' ? t('respondent.no-letter') : t(`respondent.state.${to}`)}{' '}
              <span class="num">{number(narrowedTo(all, to, mails).length)}</span>
            </a>
          </li>
        ))}
      </ul>
      <ul class="rows">
        {shown.slice((at - 1) * A_PAGE, at * A_PAGE).map(one => (
          <li key={one.id}>
            <a href={paths.respondent(round.id, one.id)}>
              <bdi>{one.name}</bdi>
            </a>{' '}
            <HowFar one={one} />
            {stateOf(one) === 'sent' && <a href={paths.review(round.id, one.id)}>{t('respondent.review')}</a>}
          </li>
        ))}
      </ul>
      {shown.length === 0 && all.length > 0 && <p class="soft">{t('respondent.none-such')}</p>}
      {last > 1 && (
        <nav class="actions" aria-label={t('respondent.pages')}>
          {at > 1 && <a href={address(narrowed, at - 1)}>{t('respondent.pages.before')}</a>}
          <span class="soft">{t('answer.page', { n: number(at), of: number(last) })}</span>
          {at < last && <a href={address(narrowed, at + 1)}>{t('respondent.pages.after')}</a>}
        </nav>
      )}
    </>
  )
}

/** Her state, who she is, and what became of the letters. */
export function HowFar({ one }: { one: KeptRespondent }) {
  const { t, time, number, country } = useWords()
  const state = stateOf(one)
  const at = { 'not-opened': null, opened: one.openedAt, begun: one.begunAt, sent: one.sentAt }[state]
  const letter = one.mailFailure
    ? t(`respondent.mail.${one.mailFailure}`)
    : one.email === null
      ? t('respondent.mail.none')
      : one.mailedAt && t('respondent.mail.sent', { time: time(one.mailedAt) })
  return (
    <>
      <span class={state === 'sent' ? 'tag' : 'tag waiting'}>{t(`respondent.state.${state}`)}</span>{' '}
      {one.reviewedAt && <span class="tag">{t('respondent.reviewed')}</span>}
      <p class="soft small">
        <WhoIs one={one} />
        {one.country && ` · ${country(one.country)}`}
        {at && ` · ${time(at)}`}
      </p>
      {state !== 'sent' && (letter || one.reminders > 0) && (
        <p class={one.mailFailure ? 'small missing letters' : 'soft small letters'}>
          {letter}
          {one.reminders > 0 && ` · ${t('respondent.reminders', { count: number(one.reminders) })}`}
        </p>
      )}
    </>
  )
}

/** What she is and in whose voice she speaks; a government speaks in its own. */
export function WhoIs({ one: { kind, voice } }: { one: Pick<Respondent, 'kind' | 'voice'> }) {
  const { t } = useWords()
  return (
    <>
      {t(`respondent.kind.${kind}`)}
      {(kind !== 'government' || voice !== 'government') && ` · ${t(`voice.${voice}`)}`}
    </>
  )
}
