/** One month: its days as a table where there is room, and below it, or on a phone instead, its lines. */
import { addDays } from '@open1325/procedures'
import type { Ctx } from '../../../platform/http.ts'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { bodyById } from '../bodies.ts'
import { FilterForm } from '../filter-form.tsx'
import { anchorOf, Lines } from '../lines.tsx'
import {
  KINDS,
  lastDayOfMonth,
  monthAfter,
  paths,
  PUBLIC_KINDS,
  queryOf,
  type CalendarFilter,
  type Entry,
} from '../model.ts'
import { monthOf, titleOf } from '../words.ts'

export interface MonthPageProps {
  c: Ctx
  month: string
  today: string
  filter: CalendarFilter
  entries: Entry[]
  readerZone: string | null
}

export function MonthPage({ c, month, today, filter, entries, readerZone }: MonthPageProps) {
  const words = c.get('words')
  const { t } = words
  const name = monthOf(month, words)
  const near = [monthAfter(month, -1), monthAfter(month, 1)]
  return (
    <Page c={c} title={`${t('calendar.title')}${words.colon}${name}`} current="nav.calendar">
      <nav class="breadcrumbs" aria-label={t('calendar.title')}>
        <ol>
          <li>
            <a href={paths.calendar + queryOf(filter)}>{t('calendar.list-link')}</a>
          </li>
        </ol>
      </nav>
      <h1>{name}</h1>
      <FilterForm path={paths.month(month)} filter={filter} kinds={c.get('person') ? KINDS : PUBLIC_KINDS} />
      <nav class="times no-print" aria-label={t('calendar.months')}>
        <ul>
          {near.map(other => (
            <li key={other}>
              <a href={paths.month(other) + queryOf(filter)}>{monthOf(other, words)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {entries.length === 0 && <p class="empty">{t('calendar.empty.month')}</p>}
      <Grid {...{ month, today, entries }} />
      {entries.length > 0 && <Lines entries={entries} readerZone={readerZone} heading="h2" />}
    </Page>
  )
}

/** Weeks begin on Monday; in Arabic on Saturday. 0 is Sunday. */
const FIRST_WEEKDAY: Record<string, number> = { en: 1, fr: 1, ar: 6 }

/** More stand below, in the list. */
const MOST_IN_A_DAY = 4

function weeksOf(month: string, firstWeekday: number): string[][] {
  const first = `${month}-01`
  const back = (new Date(first).getUTCDay() - firstWeekday + 7) % 7
  const weeks: string[][] = []
  for (let day = addDays(first, -back); day <= lastDayOfMonth(month); day = addDays(day, 7))
    weeks.push(Array.from({ length: 7 }, (_, n) => addDays(day, n)))
  return weeks
}

function Grid({ month, today, entries }: Pick<MonthPageProps, 'month' | 'today' | 'entries'>) {
  const words = useWords()
  const { t, locale, number } = words
  const weeks = weeksOf(month, FIRST_WEEKDAY[locale] ?? 1)
  const weekday = (day: string, weekday: 'long' | 'short') =>
    new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' }).format(new Date(day))
  const someDay = entries.filter(({ day }) => day.length === 7)
  return (
    <div class="month-grid">
      <table>
        <caption>{t('calendar.month-caption', { month: monthOf(month, words) })}</caption>
        <thead>
          <tr>
            {weeks[0]!.map(day => (
              <th key={day} scope="col" abbr={weekday(day, 'long')}>
                {weekday(day, 'short')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map(week => (
            <tr key={week[0]}>
              {week.map(day => (
                <td key={day} class={day.startsWith(month) ? undefined : 'other'}>
                  <span class="day">
                    {number(Number(day.slice(8)))}
                    {day === today && <span class="tag">{t('calendar.is-today')}</span>}
                  </span>
                  <Day entries={entries.filter(entry => liesOn(entry, day))} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {someDay.length > 0 && (
        <p class="soft small">
          {t('calendar.whole-month', { list: words.list(someDay.map(one => titleOf(one, words))) })}
        </p>
      )}
    </div>
  )
}

const liesOn = ({ day, lastDay }: Entry, on: string): boolean =>
  day.length === 10 && day <= on && on <= (lastDay ?? day)

function Day({ entries }: { entries: Entry[] }) {
  const words = useWords()
  const { t, locale } = words
  const shown = entries.slice(0, entries.length > MOST_IN_A_DAY + 1 ? MOST_IN_A_DAY : MOST_IN_A_DAY + 1)
  const next = entries[shown.length]
  return (
    <ul>
      {shown.map(entry => (
        <li key={entry.uid} class={entry.cancelled ? `${entry.kind} cancelled` : entry.kind}>
          <a href={`#${anchorOf(entry)}`}>
            <bdi>{titleOf(entry, words)}</bdi>
          </a>
          {entry.body && <small>{bodyById(entry.body)?.name[locale]}</small>}
        </li>
      ))}
      {next && (
        <li class="more">
          <a href={`#${anchorOf(next)}`}>{t('calendar.more-that-day', { count: entries.length - shown.length })}</a>
        </li>
      )}
    </ul>
  )
}
