/** One body: what it takes and by which rules, when it meets, what is due. */
import { ruleFor, sourcesOf, type Body, type Procedure } from '@open1325/procedures'
import { hasRole, type Ctx } from '../../../platform/http.ts'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { AwaitingSection } from '../awaiting-section.tsx'
import type { Awaiting } from '../awaiting.ts'
import { Lines } from '../lines.tsx'
import { paths, queryOf, NO_FILTER, type DeadlineEntry, type SessionEntry } from '../model.ts'
import { hourBy, ruleNow } from '../words.ts'
import { NextDays } from './body-list.tsx'
import { RuleFacts, Sources, validityOf } from './rule-facts.tsx'

export interface BodyPageProps {
  c: Ctx
  body: Body
  now: Date
  coming: SessionEntry[]
  past: SessionEntry[]
  deadlines: DeadlineEntry[]
  awaiting: Awaiting | null
  readerZone: string | null
}

export function BodyPage({ c, body, now, coming, past, deadlines, awaiting, readerZone }: BodyPageProps) {
  const words = c.get('words')
  const { t, locale } = words
  return (
    <Page c={c} title={body.name[locale]} current="nav.calendar">
      <nav class="breadcrumbs" aria-label={t('calendar.title')}>
        <ol>
          <li>
            <a href={paths.calendar}>{t('calendar.title')}</a>
          </li>
          <li>
            <a href={paths.bodies}>{t('bodies.title')}</a>
          </li>
        </ol>
      </nav>
      <h1>{body.name[locale]}</h1>
      <p class="facts">
        {body.link && [
          <a href={body.link} rel="noreferrer external">
            {t('body.own-page')}
          </a>,
          ' · ',
        ]}
        {t('body.zone', { zone: `${body.zone} (${hourBy(now, body.zone, words)})` })}
      </p>
      {awaiting ? <AwaitingSection c={c} awaiting={awaiting} /> : <NextDays body={body} now={now} />}
      {hasRole(c.get('person'), 'contributor') && (
        <p>
          <a class="button quiet" href={paths.newSession + queryOf({ ...NO_FILTER, body: body.id })}>
            {t('body.correct')}
          </a>
        </p>
      )}
      {deadlines.length > 0 && (
        <section aria-labelledby="deadlines">
          <h2 id="deadlines">{t('body.deadlines')}</h2>
          <Lines entries={deadlines} readerZone={readerZone} />
        </section>
      )}
      <Members body={body} />
      <section aria-labelledby="takes">
        <h2 id="takes">{t('body.procedures')}</h2>
        {body.procedures.map(procedure => (
          <ProcedureSection key={procedure.id} {...{ body, procedure }} today={now.toISOString().slice(0, 10)} />
        ))}
      </section>
      <Sessions c={c} {...{ coming, past, readerZone }} />
      <ul class="down no-print" aria-label={t('calendar.download')}>
        <li>
          <a href={`${paths.bodyFeed(body.id)}?lang=${locale}`} type="text/calendar">
            {t('calendar.download.ics')}
          </a>
        </li>
        <li>
          <a href={paths.calendar + queryOf({ ...NO_FILTER, body: body.id })}>{t('body.calendar')}</a>
        </li>
      </ul>
    </Page>
  )
}

/** The States that it is about, with where that was read: folded, since they are many. */
function Members({ body }: { body: Body }) {
  const { t, list, country, locale } = useWords()
  const { members } = body
  if (!members) return null
  const names = members.countries.map(country).toSorted(new Intl.Collator(locale).compare)
  return (
    <details class="members">
      <summary>
        {t('body.members', { count: names.length })}
        {members.verified !== 'verified' && <strong class="missing"> {t('calendar.to-be-checked')}</strong>}
      </summary>
      <p>{t('body.members.lead')}</p>
      {members.note && <p>{members.note[locale]}</p>}
      <p>{list(names)}</p>
      <Sources sources={sourcesOf(body, members)} />
    </details>
  )
}

function ProcedureSection({ body, procedure, today }: { body: Body; procedure: Procedure; today: string }) {
  const words = useWords()
  const { t, locale, list, country } = words
  const now = ruleNow(procedure, today)
  const others = procedure.rules.filter(rule => rule !== now).toReversed()
  const name = procedure.name[locale]
  return (
    <article class="procedure" id={procedure.id}>
      <h3>{name}</h3>
      {procedure.countries && (
        <p class="small soft">{t('body.only-countries', { list: list(procedure.countries.map(country)) })}</p>
      )}
      {!ruleFor(procedure, today) && <p class="missing">{t('body.not-in-force')}</p>}
      <RuleFacts {...{ body }} rule={now} label={name} />
      {others.length > 0 && (
        <details>
          <summary>{t('body.earlier-rules', { count: others.length })}</summary>
          {others.map(rule => (
            <section key={rule.id} class="earlier-rule">
              <h4>{validityOf(rule, words) ?? t('rule.unknown')}</h4>
              <RuleFacts {...{ body, rule }} label={`${name}, ${validityOf(rule, words) ?? t('rule.unknown')}`} />
            </section>
          ))}
        </details>
      )}
    </article>
  )
}

function Sessions({ c, coming, past, readerZone }: Pick<BodyPageProps, 'c' | 'coming' | 'past' | 'readerZone'>) {
  const { t } = useWords()
  const mayCorrect = hasRole(c.get('person'), 'contributor')
  const corrections = (entries: SessionEntry[]) =>
    mayCorrect && (
      <ul class="corrections no-print">
        {entries.map(({ of, session }) => (
          <li key={session.id}>
            <a href={paths.enteredSession(of.id, session.id)}>
              {t('body.correct-this', { session: session.name[c.get('words').locale] })}
            </a>
          </li>
        ))}
      </ul>
    )
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{t('body.sessions')}</h2>
      {coming.length + past.length === 0 && <p class="empty">{t('body.sessions.none')}</p>}
      {coming.length > 0 && (
        <>
          <h3>{t('body.sessions.coming')}</h3>
          <Lines entries={coming} readerZone={readerZone} heading="h4" />
          {corrections(coming)}
        </>
      )}
      {past.length > 0 && (
        <details open={coming.length === 0}>
          <summary>
            {t('body.sessions.past')} ({past.length})
          </summary>
          <Lines entries={past} readerZone={readerZone} />
          {corrections(past)}
        </details>
      )}
    </section>
  )
}
