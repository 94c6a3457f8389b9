/** The calendar as a list: twelve months, what is due and who meets. */
import type { Ctx } from '../../../platform/http.ts'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { AwaitingBodies, AwaitingSection } from '../awaiting-section.tsx'
import type { Awaiting } from '../awaiting.ts'
import { FilterForm } from '../filter-form.tsx'
import { Lines } from '../lines.tsx'
import {
  KINDS,
  monthAfter,
  paths,
  PUBLIC_KINDS,
  queryOf,
  type CalendarFilter,
  type Entry,
  type SessionEntry,
} from '../model.ts'
import { monthOf } from '../words.ts'

/** So many months stand on one page. */
export const MONTHS_SHOWN = 12

export interface CalendarPageProps {
  c: Ctx
  filter: CalendarFilter
  /** The month that it begins with; null: today. */
  from: string | null
  thisMonth: string
  entries: Entry[]
  undated: SessionEntry[]
  awaiting: Awaiting[]
  readerZone: string | null
}

export function CalendarPage(props: CalendarPageProps) {
  const { c, filter, from, thisMonth, entries, undated, awaiting, readerZone } = props
  const { t } = c.get('words')
  const begin = from ?? thisMonth
  const byMonth = Map.groupBy(entries, ({ day }) => (day.slice(0, 7) < begin ? begin : day.slice(0, 7)))
  return (
    <Page c={c} title={t('calendar.title')} current="nav.calendar" description={t('calendar.lead')}>
      <h1>{t('calendar.title')}</h1>
      <p class="lead">{t('calendar.lead')}</p>
      <p>
        <a href={paths.bodies}>{t('calendar.bodies')}</a>
      </p>
      <FilterForm path={paths.calendar} filter={filter} kinds={c.get('person') ? KINDS : PUBLIC_KINDS} from={from} />
      {filter.body && awaiting[0] ? (
        <AwaitingSection c={c} awaiting={awaiting[0]} />
      ) : (
        <AwaitingBodies c={c} awaiting={awaiting} />
      )}
      <Times {...{ begin, from, filter }} />
      {entries.length === 0 && <p class="empty">{t('calendar.empty')}</p>}
      {[...byMonth].map(([month, ofMonth]) => (
        <Month key={month} {...{ month, filter, readerZone }} entries={ofMonth} />
      ))}
      {undated.length > 0 && (
        <section aria-labelledby="undated">
          <h2 id="undated">{t('calendar.undated')}</h2>
          <p class="lead">{t('calendar.undated.lead')}</p>
          <Lines entries={undated} readerZone={readerZone} />
        </section>
      )}
      <Downloads filter={filter} from={from} />
    </Page>
  )
}

function Times({ begin, from, filter }: { begin: string; from: string | null; filter: CalendarFilter }) {
  const { t } = useWords()
  const to = (count: number) => paths.calendar + queryOf(filter, { from: monthAfter(begin, count) })
  return (
    <nav class="times no-print" aria-label={t('calendar.months')}>
      <ul>
        <li>
          <a href={to(-MONTHS_SHOWN)}>{t('calendar.earlier')}</a>
        </li>
        {from && (
          <li>
            <a href={paths.calendar + queryOf(filter)}>{t('calendar.today')}</a>
          </li>
        )}
        <li>
          <a href={to(MONTHS_SHOWN)}>{t('calendar.later')}</a>
        </li>
      </ul>
    </nav>
  )
}

function Month(props: { month: string; entries: Entry[]; filter: CalendarFilter; readerZone: string | null }) {
  const { month, entries, filter, readerZone } = props
  const words = useWords()
  return (
    <section aria-labelledby={`m-${month}`}>
      <h2 id={`m-${month}`}>
        <a href={paths.month(month) + queryOf(filter)}>{monthOf(month, words)}</a>
      </h2>
      <Lines entries={entries} readerZone={readerZone} />
    </section>
  )
}

/**
 * Of the months that are shown; the calendar for one's own holds what everybody may see, always up to date. Programs that fetch it name no
 * language: it stands in the address.
 */
function Downloads({ filter, from }: { filter: CalendarFilter; from: string | null }) {
  const { t, locale } = useWords()
  const { country, body } = filter
  const feed = body ? paths.bodyFeed(body) : country ? paths.countryFeed(country) : paths.feed
  const query = queryOf(filter, { from })
  return (
    <section aria-labelledby="download" class="no-print">
      <h2 id="download">{t('calendar.download')}</h2>
      <p class="lead">{t('calendar.download.hint')}</p>
      <ul class="down">
        <li>
          <a href={`${feed}?lang=${locale}`} type="text/calendar">
            {t('calendar.download.ics')}
          </a>
        </li>
        {(['csv', 'xlsx'] as const).map(format => (
          <li key={format}>
            <a href={`${paths.calendar}.${format}${query}`}>{t(`calendar.download.${format}`)}</a>
          </li>
        ))}
        <li>
          <a href={`${paths.changes}?lang=${locale}`} type="application/atom+xml">
            {t('calendar.download.atom')}
          </a>
        </li>
      </ul>
    </section>
  )
}
