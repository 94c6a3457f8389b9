/**
 * Letters before what is due: each person on the days that she chose, in her language and by her clocks, of each thing once, and no more than
 * one letter a day. What she was told of and is then moved, called off or taken away is told as well.
 */
import type { PoolClient } from 'pg'
import { addDays, dayIn, daysBetween } from '@open1325/procedures'
import { reading } from '../../platform/access.ts'
import type { Services } from '../../platform/http.ts'
import { isLocale, wordsOf, type Words } from '../../platform/languages.ts'
import { endAddress } from './desk/link.ts'
import { entriesBetween, hourIn } from './entries.ts'
import { concerns } from './following.ts'
import { hrefOf } from './lines.tsx'
import { ownWork, publicDates } from './load.ts'
import { NO_FILTER, paths, type Entry } from './model.ts'
import { settingsOf } from './queries/settings.ts'
import { dateOf, fullTitleOf, hoursOf, whenOf } from './words.ts'

const JOB = 'clock-reminder'
const LOOK_EVERY_MS = 30 * 60_000
/** By her clocks. */
const FROM_HOUR = '07:00'
const UNTIL_HOUR = '21:00'

export async function workOnReminders(services: Services): Promise<void> {
  await services.jobs.work<{ userId: string }>(JOB, ({ userId }) => remind(services, userId, new Date()))
  if (!services.mail.configured) return
  const look = () =>
    queueReminders(services, new Date()).catch(error => services.log.error(error, 'reminders were not sent'))
  setInterval(look, LOOK_EVERY_MS).unref()
  await look()
}

interface Reader {
  userId: string
  timeZone: string | null
}

/** Queues a look for each person who wants letters and for whom it is day. Gives how many. */
export async function queueReminders(
  { database, jobs }: Pick<Services, 'database' | 'jobs'>,
  now: Date,
): Promise<number> {
  const { rows } = await database.owner.query<Reader>(
    `select user_id as "userId", time_zone as "timeZone" from clock_setting where days_before <> '{}'`,
  )
  const awake = rows.filter(({ timeZone }) => isDaytime(now, timeZone ?? 'UTC'))
  for (const { userId } of awake) await jobs.send(JOB, { userId }, userId)
  return awake.length
}

export function isDaytime(now: Date, timeZone: string): boolean {
  const hour = hourIn(now, timeZone)
  return FROM_HOUR <= hour && hour < UNTIL_HOUR
}

export interface Reminder {
  entry: Entry
  daysLeft: number
  /** Which of the days that she chose it is for; else what became of it after she was told. */
  daysBefore: number
  /** The day that she was told of before. */
  from?: string
}
/** It was moved, or is on again. */
const CHANGED = -1
const GONE = -2
const CALLED_OFF = -3

/** A day that she was told of: what was due then, by the name that it has in calendars. */
export interface ToldDay {
  what: string
  day: string
  daysBefore: number
}

/** So far ahead a day may be moved that somebody was told of. */
const MOVED_DAYS = 400

/**
 * What she is to be told of on a day. Of each thing the shortest of her spans that it lies in: what came up late, or while the machine
 * stood still, is told all the same.
 * @param today by her clocks
 */
export function remindersOn(entries: readonly Entry[], chosen: readonly number[], today: string): Reminder[] {
  return entries.flatMap(entry => {
    if (entry.cancelled || entry.day.length < 10 || entry.day < today) return []
    const daysLeft = daysBetween(today, entry.day)
    const daysBefore = chosen.filter(days => days >= daysLeft).toSorted((a, b) => a - b)[0]
    return daysBefore === undefined ? [] : [{ entry, daysLeft, daysBefore }]
  })
}

/**
 * What stands otherwise than she was told last: moved, called off, on again.
 * @param told the last one at the end
 * @param today by her clocks
 */
export function changesSince(entries: readonly Entry[], told: readonly ToldDay[], today: string): Reminder[] {
  return entries.flatMap(entry => {
    const last = told.findLast(({ what }) => what === entry.uid)
    if (!last || last.day < today || entry.day.length < 10 || entry.day < today) return []
    if (entry.cancelled ? isOff(last) : !isOff(last) && last.day === entry.day) return []
    const daysBefore = entry.cancelled ? CALLED_OFF : CHANGED
    return [{ entry, daysLeft: daysBetween(today, entry.day), daysBefore, from: last.day }]
  })
}

/** Whether she was told that nothing comes of it. */
const isOff = ({ daysBefore }: ToldDay): boolean => daysBefore === CALLED_OFF || daysBefore === GONE

/** Days that she was told of, and of which nothing is left that she sees: it was taken away. @param today by her clocks */
export function goneSince(entries: readonly Entry[], told: readonly ToldDay[], today: string): ToldDay[] {
  const there = new Set(entries.map(({ uid }) => uid))
  const byWhat = Map.groupBy(told, ({ what }) => what)
  return [...byWhat].flatMap(([what, days]) => {
    // A day of each year goes by another name where a session is entered that it belongs to.
    if (there.has(what) || what.startsWith('yearly.') || isOff(days.at(-1)!)) return []
    const last = days.findLast(({ day }) => day >= today)
    return last ? [{ what, day: last.day, daysBefore: GONE }] : []
  })
}

/** Writes to one person of what she has not been told of yet. */
export async function remind(
  { database, mail, config }: Pick<Services, 'database' | 'mail' | 'config'>,
  userId: string,
  now: Date,
): Promise<void> {
  if (!mail.configured) return
  const { settings, entries, today } = await reading(database.kysely, userId, async tx => {
    const settings = await settingsOf(tx, userId, 'en')
    const today = dayIn(now, settings.timeZone ?? 'UTC')
    const to = addDays(today, MOVED_DAYS)
    const dates = { ...(await publicDates(tx, today, to, null)), ...(await ownWork(tx, today, to, null)) }
    return { settings, today, entries: entriesBetween(dates, today, to, NO_FILTER) }
  })
  const hers = entries.filter(entry => concerns(entry, settings))
  const words = wordsOf(isLocale(settings.language) ? settings.language : 'en')
  const client = await database.owner.connect()
  try {
    await client.query('begin')
    // Two looks at once take turns; what is written down here stays only if the letter went out.
    const { rows: people } = await client.query<{ email: string }>(
      `select u.email from clock_setting s join auth."user" u on u.id = s.user_id
       where s.user_id = $1 and s.days_before <> '{}' for update of s`,
      [userId],
    )
    const isDone = people[0] === undefined || (await hadLetter(client, userId, today, settings.timeZone ?? 'UTC'))
    const told = isDone ? [] : await toldDays(client, userId)
    const due = isDone ? [] : remindersOn(hers, settings.daysBefore, today)
    const news = await notTold(client, userId, [...changesSince(hers, told, today), ...due], asTold, now)
    // What was moved to a day near by is told once, as moved.
    const fresh = news.filter(({ entry }, n) => news.findIndex(other => other.entry === entry) === n)
    const gone = await notTold(client, userId, goneSince(entries, told, today), one => one, now)
    if (fresh.length + gone.length > 0)
      await mail.send({ to: people[0]!.email, ...letter(fresh, words, settings.timeZone, config, userId, gone) })
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

type Client = Pick<PoolClient, 'query'>

/** Whether a letter went out to her today, by her clocks. */
async function hadLetter(client: Client, userId: string, today: string, timeZone: string): Promise<boolean> {
  const { rows } = await client.query<{ had: boolean }>(
    `select exists (select from reminder where user_id = $1 and (sent_at at time zone $3)::date = $2) as had`,
    [userId, today, timeZone],
  )
  return rows[0]!.had
}

async function toldDays(client: Client, userId: string): Promise<ToldDay[]> {
  const { rows } = await client.query<ToldDay>(
    `select what, day::text as day, days_before as "daysBefore" from reminder where user_id = $1 order by sent_at`,
    [userId],
  )
  return rows
}

/** Writes down what she is told of now; of the days that she chose, what she knows already is left out. A change may come twice. */
async function notTold<T>(
  client: Client,
  userId: string,
  reminders: readonly T[],
  as: (one: T) => ToldDay,
  now: Date,
): Promise<T[]> {
  const fresh: T[] = []
  for (const reminder of reminders) {
    const { what, day, daysBefore } = as(reminder)
    const { rowCount } = await client.query(
      `insert into reminder (user_id, what, day, days_before, sent_at) values ($1, $2, $3, $4, $5)
       on conflict (user_id, what, day, days_before) do update set sent_at = excluded.sent_at where reminder.days_before < 0`,
      [userId, what, day, daysBefore, now],
    )
    if (rowCount === 1) fresh.push(reminder)
  }
  return fresh
}

const asTold = ({ entry, daysBefore }: Reminder): ToldDay => ({ what: entry.uid, day: entry.day, daysBefore })

/** What only an organisation may see is not named in a letter: mail is read on its way. */
const isSecret = (entry: Entry): boolean =>
  entry.kind === 'round' ||
  entry.kind === 'report' ||
  (entry.kind === 'own' && entry.date.visibility !== 'public') ||
  ((entry.kind === 'deadline' || entry.kind === 'session') && entry.entered?.visibility === 'organisation')

export function letter(
  reminders: readonly Reminder[],
  words: Words,
  timeZone: string | null,
  config: Pick<Services['config'], 'secret' | 'publicUrl'>,
  userId: string,
  gone: readonly Pick<ToldDay, 'day'>[] = [],
) {
  const { t } = words
  const { origin } = new URL(config.publicUrl)
  const linesOf = ({ entry, daysLeft, from }: Reminder) => {
    const before = entry.movedFrom.at(-1) ?? from
    const left = !entry.cancelled && `(${t('clock.days-left', { count: daysLeft })})`
    const changes = [
      entry.cancelled && t('calendar.cancelled'),
      before && before !== entry.day && t('calendar.moved-from', { date: dateOf(before, words) }),
    ]
    if (isSecret(entry))
      return [
        [whenOf(entry, words), left].filter(Boolean).join(' '),
        ...changes,
        t('mail.clock.own'),
        origin + paths.desk,
      ]
    const isSourced = entry.kind === 'deadline' || entry.kind === 'session'
    const doubtful = isSourced && !entry.verified
    const entered = isSourced ? entry.entered : null
    const hours = entry.cancelled ? null : hoursOf(entry, words, timeZone)?.hours.join(' = ')
    const href = hrefOf(entry)
    return [
      [whenOf(entry, words), hours, left].filter(Boolean).join(' · '),
      fullTitleOf(entry, words),
      ...changes,
      doubtful && t('mail.clock.to-be-checked'),
      entered && t('calendar.not-official', { organisation: entered.organisation ?? '' }),
      href?.startsWith('/') ? origin + href : href,
    ]
  }
  const items = reminders.map(one => linesOf(one).filter(Boolean).join('\n'))
  for (const { day } of gone)
    items.push(`${t('mail.clock.gone', { date: dateOf(day, words) })}\n${origin + paths.desk}`)
  const ending = endAddress(config, userId)
  return {
    subject: t('mail.clock.subject', { count: items.length }),
    text: t('mail.clock.text', { items: items.join('\n\n'), settings: config.publicUrl + paths.settings, ending }),
    headers: { 'List-Unsubscribe': `<${ending}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  }
}
