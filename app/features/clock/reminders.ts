/** Letters before what is due: each person on the days that she chose, in her language and by her clocks, of each thing once. */
import { addDays, dayIn, daysBetween } from '@open1325/procedures'
import { reading } from '../../platform/access.ts'
import type { Services } from '../../platform/http.ts'
import { isLocale, wordsOf, type Words } from '../../platform/languages.ts'
import { endAddress } from './desk/link.ts'
import { entriesBetween, hourIn } from './entries.ts'
import { concerns } from './following.ts'
import { hrefOf } from './lines.tsx'
import { publicDates } from './load.ts'
import { NO_FILTER, paths, type Entry } from './model.ts'
import { closingRoundsOfAll } from './queries/dates.ts'
import { settingsOf } from './queries/settings.ts'
import { fullTitleOf, hoursOf, whenOf } from './words.ts'

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
  /** Which of the days that she chose it is for. */
  daysBefore: number
}

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
    const to = addDays(today, Math.max(0, ...settings.daysBefore))
    const dates = { ...(await publicDates(tx, today, to, null)), rounds: await closingRoundsOfAll(tx, today, to) }
    return { settings, today, entries: entriesBetween(dates, today, to, NO_FILTER) }
  })
  const reminders = remindersOn(
    entries.filter(entry => concerns(entry, settings)),
    settings.daysBefore,
    today,
  )
  if (reminders.length === 0) return
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
    const fresh = people[0] ? await notTold(client, userId, reminders) : []
    if (fresh.length > 0)
      await mail.send({ to: people[0]!.email, ...letter(fresh, words, settings.timeZone, config, userId) })
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

type Client = { query: (statement: string, values: unknown[]) => Promise<{ rowCount: number | null }> }

async function notTold(client: Client, userId: string, reminders: Reminder[]): Promise<Reminder[]> {
  const fresh: Reminder[] = []
  for (const reminder of reminders) {
    const { entry, daysBefore } = reminder
    const { rowCount } = await client.query(
      'insert into reminder (user_id, what, day, days_before) values ($1, $2, $3, $4) on conflict do nothing',
      [userId, entry.uid, entry.day, daysBefore],
    )
    if (rowCount === 1) fresh.push(reminder)
  }
  return fresh
}

/** What only an organisation may see is not named in a letter: mail is read on its way. */
const isSecret = (entry: Entry): boolean =>
  entry.kind === 'round' ||
  (entry.kind === 'own' && entry.date.visibility !== 'public') ||
  ((entry.kind === 'deadline' || entry.kind === 'session') && entry.entered?.visibility === 'organisation')

export function letter(
  reminders: readonly Reminder[],
  words: Words,
  timeZone: string | null,
  config: Pick<Services['config'], 'secret' | 'publicUrl'>,
  userId: string,
) {
  const { t } = words
  const items = reminders.map(({ entry, daysLeft }) => {
    const { origin } = new URL(config.publicUrl)
    if (isSecret(entry))
      return [
        `${whenOf(entry, words)} (${t('clock.days-left', { count: daysLeft })})`,
        t('mail.clock.own'),
        origin + paths.desk,
      ].join('\n')
    const isSourced = entry.kind === 'deadline' || entry.kind === 'session'
    const doubtful = isSourced && !entry.verified
    const entered = isSourced ? entry.entered : null
    const hours = hoursOf(entry, words, timeZone)?.hours.join(' = ')
    const href = hrefOf(entry)
    return [
      [whenOf(entry, words), hours, `(${t('clock.days-left', { count: daysLeft })})`].filter(Boolean).join(' · '),
      fullTitleOf(entry, words),
      doubtful && t('mail.clock.to-be-checked'),
      entered && t('calendar.not-official', { organisation: entered.organisation ?? '' }),
      href?.startsWith('/') ? origin + href : href,
    ]
      .filter(Boolean)
      .join('\n')
  })
  const ending = endAddress(config, userId)
  return {
    subject: t('mail.clock.subject', { count: reminders.length }),
    text: t('mail.clock.text', { items: items.join('\n\n'), settings: config.publicUrl + paths.settings, ending }),
    headers: { 'List-Unsubscribe': `<${ending}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  }
}
