/** The lines of a calendar: when, what, how the day was found, and whether it was checked. */
import { isIfListed, whoseIs, type Deadline } from '@open1325/procedures'
import { useWords } from '../../ui/words.tsx'
import { paths as planPaths } from '../plans/model.ts'
import { paths as questionnairePaths } from '../questionnaires/model.ts'
import { paths as reportPaths } from '../reports/model.ts'
import { paths as statementPaths } from '../statements/model.ts'
import { paths, type DeadlineEntry, type Entry, type SessionEntry } from './model.ts'
import { dateOf, daysUntil, deadlineIn, hoursOf, howFound, sourcesBehind, titleOf, whenOf } from './words.ts'

export interface LinesProps {
  entries: readonly Entry[]
  /** Where the days that are left are counted from; without it they are not told. */
  today?: string
  /** IANA: the reader's own clocks; null: UTC. */
  readerZone: string | null
  /** The level of the headings above. */
  heading?: 'h2' | 'h3' | 'h4'
}

export function Lines({ entries, today, readerZone, heading = 'h3' }: LinesProps) {
  return (
    <ul class="rows calendar-lines">
      {entries.map(entry => (
        <li key={entry.uid} id={anchorOf(entry)} class={entry.cancelled ? 'cancelled' : undefined}>
          <Line {...{ entry, today, readerZone, heading }} />
        </li>
      ))}
    </ul>
  )
}

export const anchorOf = ({ uid }: Pick<Entry, 'uid'>): string => uid.replace(/@.*$/, '').replace(/[^\w-]/g, '-')

function Line({ entry, today, readerZone, heading: Heading = 'h3' }: Omit<LinesProps, 'entries'> & { entry: Entry }) {
  const words = useWords()
  const { t } = words
  const href = hrefOf(entry)
  const title = <bdi lang={languageOf(entry)}>{titleOf(entry, words)}</bdi>
  return (
    <>
      <div class="on-day">
        <p>
          <time dateTime={entry.day}>{whenOf(entry, words)}</time>
          {entry.day.length === 7 && <span class="soft small"> ({t('calendar.day-unknown')})</span>}
        </p>
        <Hours {...{ entry, readerZone }} />
        {today && entry.day.length === 10 && entry.day >= today && !entry.cancelled && (
          <p class="small">{t('clock.days-left', { count: daysUntil(today, entry.day) })}</p>
        )}
      </div>
      <div>
        <Heading>{href ? <a href={href}>{title}</a> : title}</Heading>
        <p class="small">
          <span class="tag">{t(`calendar.kind.${entry.kind}`)}</span> <About entry={entry} /> <State entry={entry} />
        </p>
        {entry.kind === 'deadline' && <HandedInBy {...entry.deadline} />}
        {entry.kind === 'deadline' && isIfListed(entry.deadline) && <p class="small">{t('clock.point.listed')}</p>}
        {(entry.kind === 'deadline' || entry.kind === 'session') && <Grounds entry={entry} />}
        {entry.kind === 'report' && <Found {...entry.report.deadline} />}
        {entry.kind === 'session' && entry.session.note && (
          <p class="small prose" dir="auto">
            {entry.session.note[words.locale]}
          </p>
        )}
        {entry.kind === 'own' && entry.date.note && (
          <p class="small prose as-typed" dir="auto">
            {entry.date.note}
          </p>
        )}
      </div>
    </>
  )
}

export function hrefOf(entry: Entry): string | null {
  switch (entry.kind) {
    case 'deadline':
      return paths.procedure(entry.deadline.body.id, entry.deadline.procedure.id)
    case 'session':
      return paths.session(entry.of.id, entry.session.id)
    case 'plan-end':
      return entry.plan.published ? planPaths.plan(entry.plan.slug) : planPaths.desk(entry.plan.slug)
    case 'own':
      return entry.date.url
    case 'round':
      return questionnairePaths.round(entry.round.id)
    case 'report':
      return reportPaths.report(entry.report.id)
    case 'statement':
      return statementPaths.statement(entry.statement.id)
  }
}

const languageOf = (entry: Entry): string | undefined =>
  entry.kind === 'plan-end'
    ? (entry.plan.language ?? undefined)
    : entry.kind === 'report'
      ? entry.report.language
      : undefined

/** The hour by the body's clocks and by the reader's, where one is meant. */
function Hours({ entry, readerZone }: { entry: Entry; readerZone: string | null }) {
  const words = useWords()
  const found = hoursOf(entry, words, readerZone)
  if (!found || entry.cancelled) return null
  const { t } = words
  const hour = found.hours.join(' = ')
  const isUntil = entry.kind !== 'own'
  const deadline = deadlineIn(entry)
  return (
    <p class="small soft hours">
      {isUntil ? t('calendar.by-hour', { hour }) : t('calendar.at-hour', { hour })}
      {!entry.time && deadline && (
        <> ({t(deadline.zoneFrom === 'seat' ? 'calendar.end-of-day' : 'calendar.end-of-day.zone')})</>
      )}
    </p>
  )
}

function About({ entry }: { entry: Entry }) {
  const { t, locale, country, list } = useWords()
  const countries = entry.countries ? list(entry.countries.map(country)) : null
  switch (entry.kind) {
    case 'deadline': {
      const { body, session, by } = entry.deadline
      const about = [body.name[locale], session?.name[locale], by === 'coalition' && t('calendar.coalition'), countries]
      return <>{about.filter(Boolean).join(' · ')}</>
    }
    case 'session':
      return <>{[entry.of.name[locale], countries].filter(Boolean).join(' · ')}</>
    case 'plan-end':
      return <>{countries ?? <bdi>{entry.plan.issuer}</bdi>}</>
    case 'own':
      return (
        <>
          <bdi>{entry.date.organisation}</bdi>
          {countries && ` · ${countries}`}
        </>
      )
    case 'round':
    case 'statement':
      return null
    case 'report': {
      const { body, session } = entry.report.deadline
      return <>{[body.name[locale], session?.name[locale], countries].filter(Boolean).join(' · ')}</>
    }
  }
}

/** Moved, cancelled, online, entered by hand, seen by the organisation alone. */
export function State({ entry }: { entry: Entry }) {
  const words = useWords()
  const { t } = words
  const state = entry.kind === 'session' ? entry.session.state : null
  const entered = entry.kind === 'deadline' || entry.kind === 'session' ? entry.entered : null
  const isOwn = entry.kind === 'own' ? entry.date.visibility === 'organisation' : isEnteredForOwn(entry)
  return (
    <>
      {entry.cancelled && <span class="tag bad">{t('calendar.cancelled')}</span>}{' '}
      {(state === 'online' || state === 'moved') && <span class="tag">{t(`calendar.state.${state}`)}</span>}{' '}
      {entry.movedFrom.length > 0 && (
        <span class="moved">{t('calendar.moved-from', { date: dateOf(entry.movedFrom.at(-1)!, words) })}</span>
      )}{' '}
      {entered && (
        <span class="tag unofficial">
          {t('calendar.not-official', { organisation: `\u2068${entered.organisation ?? ''}\u2069` })}
        </span>
      )}{' '}
      {isOwn && <span class="tag">{t('visibility.organisation')}</span>}
    </>
  )
}

const isEnteredForOwn = (entry: Entry): boolean =>
  (entry.kind === 'deadline' || entry.kind === 'session') && entry.entered?.visibility === 'organisation'

/** The others stand on the body's page. */
const SOURCES_SHOWN = 2

/** How the day was found, where it was read and when; nothing unverified stands here as a fact. */
export function Grounds({ entry }: { entry: DeadlineEntry | SessionEntry }) {
  const words = useWords()
  const { t, date } = words
  const { sources, seen } = sourcesBehind(entry)
  const { verified } = entry
  return (
    <p class="small soft grounds">
      {entry.kind === 'deadline' && (
        <>
          {howFound(entry.deadline, words)} ·{' '}
          {entry.deadline.opens && `${t('calendar.opens', { date: dateOf(entry.deadline.opens, words) })} · `}
        </>
      )}
      {verified ? (
        <span>
          {t('calendar.checked')} ({t('calendar.seen', { date: date(seen) })})
        </span>
      ) : (
        <span class="missing">
          <strong>{t('calendar.to-be-checked')}</strong> ({t('calendar.last-seen', { date: date(seen) })})
        </span>
      )}{' '}
      · {t(sources.length > 1 ? 'calendar.sources' : 'calendar.source')}{' '}
      {sources.slice(0, SOURCES_SHOWN).map((source, n) => (
        <>
          {n > 0 && '; '}
          <SourceLink {...source} />
        </>
      ))}
      {sources.length > SOURCES_SHOWN && (
        <>
          ; <a href={hrefOf(entry)!}>{t('calendar.more-sources', { count: sources.length - SOURCES_SHOWN })}</a>
        </>
      )}
    </p>
  )
}

/** Of a report: how its day was found. Where that was read stands on the report's own page. */
function Found(deadline: Deadline) {
  const words = useWords()
  return (
    <p class="small soft grounds">
      {howFound(deadline, words)}
      {!deadline.verified && (
        <>
          {' '}
          · <strong class="missing">{words.t('calendar.to-be-checked')}</strong>
        </>
      )}
    </p>
  )
}

/** Told where it is not an organisation's own to hand in. */
function HandedInBy({ rule }: Deadline) {
  const { t, list } = useWords()
  if (!rule || whoseIs(rule, false) === 'own') return null
  return <p class="small">{t('calendar.handed-in-by', { list: list(rule.who.map(who => t(`rule.who.${who}`))) })}</p>
}

export function SourceLink({ title, url }: { title: string; url: string | null }) {
  return url ? (
    <a href={url} rel="noreferrer external">
      <bdi>{title}</bdi>
    </a>
  ) : (
    <bdi>{title}</bdi>
  )
}
