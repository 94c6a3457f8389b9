/** A calendar that others subscribe to: RFC 5545 with RFC 7986's refresh hint. Pure. */
import { addDays } from '@open1325/procedures'
import type { Words } from '../../../platform/languages.ts'
import { deadlineEntries } from '../entries.ts'
import type { Bodies } from '../bodies.ts'
import { hrefOf } from '../lines.tsx'
import type { DeadlineEntry, Entry } from '../model.ts'
import { dateOf, deadlineIn, fullTitleOf, hoursOf, howFound, sourcesBehind } from '../words.ts'
import { asText, component, dateValue, escaped, localValue, utcValue, type Lines } from './lines.ts'
import { zoneLines } from './zone.ts'

export const MEDIA_TYPE = 'text/calendar; charset=utf-8'
const REFRESH = 'PT12H'

export interface Feed {
  name: string
  entries: readonly Entry[]
  /** Days that come each year, told as a rule. */
  yearly: readonly Yearly[]
  /** What addresses of ours begin with. */
  origin: string
}

/** A deadline of each year on the same day. */
export interface Yearly {
  uid: string
  first: DeadlineEntry
  /** Years in which a session is known to which the day belongs: it stands there by itself. */
  except: string[]
  /** The last of them, where the rule does not hold any more. */
  until: string | null
}

/** The whole calendar. Events that are known to the month only have no day to stand on, and are left out. */
export function asCalendar({ name, entries, yearly, origin }: Feed, words: Words): string {
  const single = entries.filter(entry => entry.day.length === 10 && !isYearly(entry))
  const all = [...single, ...yearly.map(({ first }) => first)]
  return asText(
    component('VCALENDAR', [
      'VERSION:2.0',
      'PRODID:-//Open1325//Calendar//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      `NAME:${escaped(name)}`,
      `X-WR-CALNAME:${escaped(name)}`,
      `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`,
      `X-PUBLISHED-TTL:${REFRESH}`,
      ...zonesOf(all),
      ...single.flatMap(entry => event(entry, entry.uid, [], words, origin)),
      ...yearly.flatMap(series => event(series.first, series.uid, recurrence(series), words, origin)),
    ]),
  )
}

export const isYearly = (entry: Entry): entry is DeadlineEntry =>
  entry.kind === 'deadline' && entry.deadline.session === null

/** The days that rules name for each year. @param to the last day that exceptions are known to */
export function yearlyOf(bodies: Bodies, to: string): Yearly[] {
  const all = deadlineEntries(bodies, '2000-01-01', to).filter(isYearly)
  const series = Map.groupBy(all, ({ deadline, day }) => `${deadline.rule!.id}.${day.slice(5)}`)
  return [...series].map(([name, days]) => {
    const [first, last] = [days[0]!, days.at(-1)!]
    const known = new Set(days.map(({ day }) => day))
    const years = Number(last.day.slice(0, 4)) - Number(first.day.slice(0, 4))
    const each = Array.from({ length: years }, (_, n) => Number(first.day.slice(0, 4)) + n + first.day.slice(4))
    const goesOn = addDays(last.day, 366) > to
    return {
      uid: `yearly.${name}@open1325`,
      first,
      except: each.filter(day => !known.has(day)),
      until: goesOn ? null : last.day,
    }
  })
}

function recurrence({ first, except, until }: Yearly): string[] {
  const { time } = first
  const zoned = (day: string) => (time ? localValue(day, time.from) : dateValue(day))
  const parameter = time ? `;TZID=${time.zone}` : ';VALUE=DATE'
  return [
    `RRULE:FREQ=YEARLY${until ? `;UNTIL=${time ? `${dateValue(addDays(until, 1))}T000000Z` : dateValue(until)}` : ''}`,
    ...(except.length > 0 ? [`EXDATE${parameter}:${except.map(zoned).join(',')}`] : []),
  ]
}

function event(entry: Entry, uid: string, more: string[], words: Words, origin: string): string[] {
  const { t } = words
  const doubtful = isSourced(entry) && !entry.verified
  const title = fullTitleOf(entry, words) + (doubtful ? ` (${t('calendar.to-be-checked')})` : '')
  const href = hrefOf(entry)
  const url = href?.startsWith('/') ? origin + href : href
  return component('VEVENT', [
    `UID:${escaped(uid)}`,
    `DTSTAMP:${utcValue(entry.changedAt)}`,
    `LAST-MODIFIED:${utcValue(entry.changedAt)}`,
    `SEQUENCE:${entry.sequence}`,
    ...timesOf(entry),
    ...more,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(descriptionOf(entry, words))}`,
    `STATUS:${entry.cancelled ? 'CANCELLED' : doubtful ? 'TENTATIVE' : 'CONFIRMED'}`,
    // It takes nobody's time.
    'TRANSP:TRANSPARENT',
    `CATEGORIES:${escaped(t(`calendar.kind.${entry.kind}`))}`,
    // An address is no text, and nothing in it is escaped: a line end in it would begin a line of somebody else’s making.
    url && `URL:${url.replace(/\p{Cc}/gu, '')}`,
  ])
}

const isSourced = (entry: Entry) => entry.kind === 'deadline' || entry.kind === 'session' || entry.kind === 'report'

function timesOf({ day, lastDay, time }: Entry): Lines {
  if (!time)
    return [`DTSTART;VALUE=DATE:${dateValue(day)}`, `DTEND;VALUE=DATE:${dateValue(addDays(lastDay ?? day, 1))}`]
  const zoned = (on: string, at: string) => `;TZID=${time.zone}:${localValue(on, at)}`
  const ends = time.until ?? (lastDay ? time.from : null)
  return [`DTSTART${zoned(day, time.from)}`, ends && `DTEND${zoned(lastDay ?? day, ends)}`]
}

function zonesOf(entries: readonly Entry[]): string[] {
  const timed = entries.filter(({ time }) => time !== null)
  const byZone = Map.groupBy(timed, ({ time }) => time!.zone)
  return [...byZone].flatMap(([zone, inIt]) => {
    const years = inIt.flatMap(({ day, lastDay }) => [day, lastDay ?? day].map(one => Number(one.slice(0, 4))))
    // What comes back each year does so beyond the last year that is named.
    return zoneLines(zone, Math.min(...years) - 1, Math.max(...years) + (inIt.some(isYearly) ? 10 : 1))
  })
}

/** What it rests on, in words: how the day was found, what is to be checked, the sources, the hour in UTC. */
function descriptionOf(entry: Entry, words: Words): string {
  const { t, date } = words
  const lines: Lines = []
  const deadline = deadlineIn(entry)
  if (deadline) {
    const { opens } = deadline
    lines.push(howFound(deadline, words), opens && t('calendar.opens', { date: dateOf(opens, words) }))
  }
  const hours = hoursOf(entry, words, null)
  if (hours)
    lines.push(t(entry.kind === 'own' ? 'calendar.at-hour' : 'calendar.by-hour', { hour: hours.hours.join(' = ') }))
  if (entry.movedFrom.length > 0) lines.push(t('calendar.moved-from', { date: dateOf(entry.movedFrom.at(-1)!, words) }))
  if (entry.kind === 'deadline' || entry.kind === 'session') {
    const { sources, seen } = sourcesBehind(entry)
    if (!entry.verified) lines.push(`${t('calendar.to-be-checked')} (${t('calendar.last-seen', { date: date(seen) })})`)
    for (const { title, url } of sources)
      lines.push([`${t('calendar.source')} ${title}`, url].filter(Boolean).join(' '))
    if (entry.entered) lines.push(t('calendar.not-official', { organisation: entry.entered.organisation ?? '' }))
  }
  if (entry.kind === 'own') lines.push(entry.date.note, entry.date.organisation)
  return lines.filter(Boolean).join('\n')
}
