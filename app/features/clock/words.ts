/** A calendar's lines in words: what it is, when, by whose clocks, and how the day was found. Pure. */
import {
  dayIn,
  daysBetween,
  instantOf,
  ruleFor,
  sourcesOf,
  type Body,
  type Deadline,
  type Source,
} from '@open1325/procedures'
import type { Words } from '../../platform/languages.ts'
import type { DeadlineEntry, Entry, SessionEntry } from './model.ts'

const TAGS = { en: 'en-GB', fr: 'fr', ar: 'ar-u-nu-latn' } as const

const formats = new Map<string, Intl.DateTimeFormat>()
/** Making one takes longer than a whole line of the calendar. */
export function formatOf({ locale }: Pick<Words, 'locale'>, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat(TAGS[locale], options)
  formats.set(key, known)
  return known
}

/** A date as far as it is known: '3 February 2027', 'February 2027', '2027'. */
export function dateOf(date: string, words: Words): string {
  if (date.length === 10) return words.date(date)
  if (date.length === 7) return monthOf(date, words)
  return date
}

/** @param month 'YYYY-MM' */
export const monthOf = (month: string, words: Words): string =>
  formatOf(words, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(month))

/** 'Mon 7 December'. @param day 'YYYY-MM-DD' */
export const dayOf = (day: string, words: Words): string =>
  formatOf(words, { weekday: 'short', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(day))

export function titleOf(entry: Entry, words: Words): string {
  const { t, locale } = words
  switch (entry.kind) {
    case 'deadline':
      return entry.deadline.procedure.name[locale]
    case 'session':
      return entry.session.name[locale]
    case 'plan-end':
      return t('calendar.plan-end', { title: isolated(entry.plan.title) })
    case 'own':
      return entry.date.title
    case 'round':
      return t('calendar.round', { title: isolated(entry.round.title) })
    case 'report':
      return t('calendar.report', { title: isolated(entry.report.title) })
    case 'statement':
      return t('calendar.statement', { title: isolated(entry.statement.title) })
  }
}

/** Words of another language keep their direction in a line of text. */
const isolated = (text: string) => `\u2068${text}\u2069`

/** With the body's name, and as plain text: for calendars of others and letters, where nothing stands around it. */
export function fullTitleOf(entry: Entry, words: Words): string {
  const title = titleOf(entry, words).replace(/[\u2068\u2069]/g, '')
  if (entry.kind === 'deadline') {
    const { body, session, by } = entry.deadline
    const about = [title, by === 'coalition' && words.t('calendar.coalition'), session?.name[words.locale]]
    return `${words.t('calendar.kind.deadline')}${words.colon}${about.filter(Boolean).join(', ')} (${body.name[words.locale]})`
  }
  return entry.kind === 'session' ? `${entry.of.name[words.locale]}${words.colon}${title}` : title
}

/** From when to when, without the hour: '3–21 February 2027'. */
export function whenOf({ day, lastDay }: Pick<Entry, 'day' | 'lastDay'>, words: Words): string {
  if (day === '') return words.t('calendar.no-date')
  if (lastDay?.length === 10 && day.length === 10)
    return formatOf(words, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).formatRange(
      new Date(day),
      new Date(lastDay),
    )
  return lastDay
    ? words.t('calendar.from-to', { from: dateOf(day, words), to: dateOf(lastDay, words) })
    : dateOf(day, words)
}

/**
 * The hour by some clocks, with their name: '18:00 CET', or, where a language has no name for them, with the place that they are named after:
 * '18:00 UTC+1, Zurich'; with the day, where it is another one there.
 */
export function hourBy(at: Date, zone: string, words: Words, day?: string): string {
  const named = clock(at, zone, words, 'short')
  const place = zone.split('/').at(-1)!.replaceAll('_', ' ')
  const shown = /[+−-]\d/.test(named) ? words.t('calendar.hour-in', { hour: named, place }) : named
  const there = dayIn(at, zone)
  return day && there !== day ? `${dayOf(there, words)}, ${shown}` : shown
}

const HOUR = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
const clock = (at: Date, timeZone: string, words: Words, timeZoneName?: 'short'): string =>
  formatOf(words, { ...HOUR, timeZone, ...(timeZoneName && { timeZoneName }) }).format(at)

/**
 * The last minute of a deadline, or the hours of a date, by its own clocks and by the reader's where these show something else; null where the
 * whole day is meant.
 */
export function hoursOf(entry: Entry, words: Words, readerZone: string | null): { at: Date; hours: string[] } | null {
  const { time, day, lastDay } = entry
  const zone = time?.zone ?? deadlineIn(entry)?.zone
  if (!zone || day.length < 10) return null
  const at = instantOf(day, time?.from ?? '23:59', zone)
  const end = time?.until ? instantOf(lastDay ?? day, time.until, zone) : null
  const by = (one: string) =>
    end ? `${clock(at, one, words)}–${hourBy(end, one, words, day)}` : hourBy(at, one, words, day)
  const reader = readerZone ?? 'UTC'
  const isSame = clock(at, zone, words) === clock(at, reader, words) && dayIn(at, zone) === dayIn(at, reader)
  return { at, hours: isSame ? [by(zone)] : [by(zone), by(reader)] }
}

/** The body's deadline behind a line: its own, or that of a report. */
export const deadlineIn = (entry: Entry): Deadline | null =>
  entry.kind === 'deadline' ? entry.deadline : entry.kind === 'report' ? entry.report.deadline : null

/** How a deadline's day was found: 'Six weeks before 1 February 2027'. */
export function howFound(deadline: Deadline, words: Words): string {
  const { t } = words
  const { certainty, rule, session, day } = deadline
  if (certainty === 'unknown') return t(`calendar.why.${deadline.why ?? 'not-known'}`)
  if (certainty === 'announced') return t('calendar.how.announced')
  const rhythm = rule?.deadline
  if (certainty === 'stated' && !day) return t('calendar.why.any-time')
  if (certainty === 'stated') return t(session ? 'calendar.how.fixed-session' : 'calendar.how.fixed')
  if (rhythm?.kind !== 'offset') return ''
  const from = rhythm.from === 'examination' ? session?.examination : session?.start
  const span = spanOf(Math.abs(rhythm.days))
  const way = rhythm.days > 0 ? 'after' : 'before'
  return t(`calendar.how.${way}.${span.unit}`, { count: span.count, date: from ? dateOf(from, words) : '' })
}

/** A rule that says 'six weeks' is told so, not as 42 days. */
export const spanOf = (days: number): { unit: 'weeks' | 'days'; count: number } =>
  days > 0 && days % 7 === 0 ? { unit: 'weeks', count: days / 7 } : { unit: 'days', count: days }

export interface CheckNote {
  /** What bears most first. */
  sources: Source[]
  /** Since when nobody looked at all that it rests on: of rule and session the one that was read longer ago. */
  seen: string
}

/** Where a deadline or session was read, and when. */
export const sourcesBehind = (entry: DeadlineEntry | SessionEntry): CheckNote =>
  entry.kind === 'deadline' ? sourcesBehindDeadline(entry.deadline) : noted(entry.of, [entry.session.sources])

export function sourcesBehindDeadline({ body, procedure, rule, session, certainty, by }: Deadline): CheckNote {
  if (certainty !== 'announced' || !session) return noted(body, [rule?.sources ?? [], session?.sources ?? []])
  const ofProcedure = session.deadlines.filter(one => one.procedure === procedure.id)
  return noted(body, [(ofProcedure.find(one => one.by === by) ?? ofProcedure[0])?.sources ?? []])
}

/** @param facts the sources of each fact that is needed */
function noted(body: Body, facts: string[][]): CheckNote {
  const [first, ...rest] = facts.map(sources => sources[0] ?? [])
  const keys = [...new Set([first ?? [], ...rest, ...facts].flat())]
  const seen = facts.filter(sources => sources.length > 0).map(sources => newest(sourcesOf(body, { sources })))
  return { sources: sourcesOf(body, { sources: keys }), seen: seen.toSorted()[0] ?? '' }
}

const newest = (sources: Source[]): string =>
  sources
    .map(({ seen }) => seen)
    .toSorted()
    .at(-1)!

/** The version of a procedure's rules that holds now; else the newest there is. */
export const ruleNow = (procedure: Body['procedures'][number], today: string) =>
  ruleFor(procedure, today) ?? procedure.rules.at(-1)!

export const daysUntil = (today: string, day: string): number => daysBetween(today, day)
