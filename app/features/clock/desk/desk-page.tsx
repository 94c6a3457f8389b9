/** The clock on the desk: what is due, what can be done now, and the organisation's own dates. */
import { isIfListed } from '@open1325/procedures'
import { reading } from '../../../platform/access.ts'
import { hasRole, member, page, type Ctx } from '../../../platform/http.ts'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { AwaitingBodies, AwaitingSection } from '../awaiting-section.tsx'
import { awaitingBodies, type Awaiting } from '../awaiting.ts'
import { pointsFor, type HerPoint } from '../following.ts'
import { Lines, SourceLink } from '../lines.tsx'
import { today } from '../load.ts'
import { paths, type OwnDate } from '../model.ts'
import { dueFor } from '../offers/due.ts'
import { ownDates } from '../queries/dates.ts'
import { dateOf, howFound, sourcesBehindDeadline, whenOf } from '../words.ts'
import { Standing } from './standing.tsx'

/** So far ahead the desk looks. */
const AHEAD_DAYS = 120
const FAR = '2199-12-31'

export async function showClock(c: Ctx) {
  const { userId, current } = member(c)
  const now = new Date()
  const { due, own } = await reading(c.get('services').database.kysely, userId, async tx => ({
    due: await dueFor(tx, { userId, organisation: current }, now, AHEAD_DAYS),
    own: await ownDates(tx, '1990-01-01', FAR, { organisationId: current.organisationId }),
  }))
  // What is due stands above already, with its day.
  const points = pointsFor(due.bodies.bodies, due.settings, now, current.voice === 'government').filter(
    ({ daysLeft, whose }) => daysLeft === null || daysLeft > AHEAD_DAYS || whose === 'state',
  )
  const hers = due.bodies.bodies.filter(
    ({ id }) => due.settings.bodies.length === 0 || due.settings.bodies.includes(id),
  )
  const awaiting = awaitingBodies(hers, today(now))
  const { t, has } = c.get('words')
  const done = `clock.done.${c.req.query('done') ?? ''}`
  const follows = due.settings.countries.length + due.settings.bodies.length > 0
  return page(
    c,
    <Page c={c} title={t('clock.title')} current="nav.desk-calendar" notice={has(done) ? t(done) : null}>
      <p class="kicker">
        <bdi>{current.organisation}</bdi>
      </p>
      <h1>{t('clock.title')}</h1>
      <p class="lead">
        {t(follows ? 'clock.follows' : 'clock.follows-nothing')} <a href={paths.settings}>{t('clock.settings')}</a>
      </p>
      <section aria-labelledby="due">
        <h2 id="due">{t('clock.due')}</h2>
        {due.entries.length > 0 ? (
          <Lines entries={due.entries} readerZone={due.settings.timeZone} today={today(now)} />
        ) : (
          <p class="empty">{t('clock.due.none', { days: AHEAD_DAYS })}</p>
        )}
        <Standing due={due} />
      </section>
      <Points {...{ c, points, awaiting }} />
      <Own dates={own} c={c} />
    </Page>,
  )
}

function Points({ c, points, awaiting }: { c: Ctx; points: HerPoint[]; awaiting: Awaiting[] }) {
  const { t } = useWords()
  return (
    <section aria-labelledby="now">
      <h2 id="now">{t('clock.now')}</h2>
      <p class="lead">{t('clock.now.lead')}</p>
      {followed(c, awaiting)}
      {points.length === 0 && <p class="empty">{t('clock.now.none')}</p>}
      <ul class="rows points">
        {points.map((point, n) => (
          <li key={n}>
            <PointLine point={point} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** One body that she follows is told in full, many in one line. */
const followed = (c: Ctx, awaiting: Awaiting[]) =>
  awaiting.length === 1 ? (
    <AwaitingSection c={c} awaiting={awaiting[0]!} />
  ) : (
    <AwaitingBodies c={c} awaiting={awaiting} />
  )

function PointLine({ point }: { point: HerPoint }) {
  const words = useWords()
  const { t, locale, date, list, country } = words
  const { kind, daysLeft, deadline, whose, usual } = point
  const { body, procedure, session } = deadline
  const { sources, seen } = sourcesBehindDeadline(deadline)
  const day = kind === 'window-opens' ? deadline.opens : deadline.day
  const isAsked = kind === 'ask-when' || kind === 'probably-over'
  const meets = session?.start ?? session?.end
  return (
    <>
      <p class="left">
        {daysLeft === null ? (
          <span class="soft">{t('clock.point.no-day')}</span>
        ) : (
          t('clock.days-left', { count: daysLeft })
        )}
      </p>
      <div>
        <h3>
          <span class="tag">
            {t(whose === 'state' && kind !== 'meeting' ? 'clock.point.state' : `clock.point.${kind}`)}
          </span>{' '}
          <a href={paths.procedure(body.id, procedure.id)}>{procedure.name[locale]}</a>
        </h3>
        <p class="small">
          {[
            body.name[locale],
            session?.name[locale],
            session?.countries && list(session.countries.map(country)),
            isAsked && meets && t('clock.point.session', { when: dateOf(meets, words) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {whose === 'state' && kind !== 'meeting' && <p class="small">{t('clock.point.state.do')}</p>}
        {isAsked && usual && (
          <p class="small">
            {t('clock.point.usual', { ...usual })} {kind === 'probably-over' && t('clock.point.over.do')}
          </p>
        )}
        {isIfListed(deadline) && <p class="small">{t('clock.point.listed')}</p>}
        <p class="small soft">
          {day && `${dateOf(day, words)} · `}
          {howFound(deadline, words)} ·{' '}
          {deadline.verified ? (
            `${t('calendar.checked')} (${t('calendar.seen', { date: date(seen) })})`
          ) : (
            <span class="missing">
              <strong>{t('calendar.to-be-checked')}</strong> ({t('calendar.last-seen', { date: date(seen) })})
            </span>
          )}
          {sources[0] && (
            <>
              {' '}
              · {t('calendar.source')} <SourceLink {...sources[0]} />
            </>
          )}
          {isAsked && body.link && (
            <>
              {' '}
              ·{' '}
              <a href={body.link} rel="noreferrer external">
                {t('body.own-page')}
              </a>
            </>
          )}
        </p>
      </div>
    </>
  )
}

function Own({ c, dates }: { c: Ctx; dates: OwnDate[] }) {
  const { t } = useWords()
  const mayAdd = hasRole(c.get('person'), 'contributor')
  const isOver = ({ startsOn, endsOn }: OwnDate) => (endsOn ?? startsOn) < today()
  const past = dates.filter(isOver)
  return (
    <section aria-labelledby="own">
      <h2 id="own">{t('clock.own')}</h2>
      {dates.length === 0 && <p class="empty">{t('clock.own.none')}</p>}
      <DateList dates={dates.filter(date => !isOver(date))} />
      {past.length > 0 && (
        <details>
          <summary>{t('clock.own.past', { count: past.length })}</summary>
          <DateList dates={past.toReversed()} />
        </details>
      )}
      {mayAdd && (
        <p class="actions">
          <a class="button" href={paths.newDate}>
            {t('date.new')}
          </a>
          <a class="button quiet" href={paths.imports}>
            {t('clock.import')}
          </a>
          <a class="button quiet" href={paths.newSession}>
            {t('session.new')}
          </a>
        </p>
      )}
    </section>
  )
}

function DateList({ dates }: { dates: OwnDate[] }) {
  const words = useWords()
  const { t } = words
  if (dates.length === 0) return null
  return (
    <ul class="rows">
      {dates.map(date => (
        <li key={date.id}>
          <a href={paths.date(date.id)} dir="auto">
            {date.title}
          </a>{' '}
          <span class="small soft">
            {whenOf({ day: date.startsOn, lastDay: date.endsOn === date.startsOn ? null : date.endsOn }, words)}
            {date.startsAt && `, ${date.startsAt} ${date.timeZone}`}
          </span>{' '}
          {date.cancelledAt && <span class="tag bad">{t('calendar.cancelled')}</span>}{' '}
          <span class="tag">{t(`visibility.${date.visibility}`)}</span>
        </li>
      ))}
    </ul>
  )
}
