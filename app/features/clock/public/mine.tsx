/** What is reached by a secret address, without signing in: a person's own calendar, and the end of her letters. */
import { changing, reading } from '../../../platform/access.ts'
import { answerBytes } from '../../../platform/answer-data.ts'
import { page, type Ctx } from '../../../platform/http.ts'
import { isLocale, wordsOf } from '../../../platform/languages.ts'
import { Problem } from '../../../platform/problem.ts'
import { Page } from '../../../ui/page.tsx'
import { endsFor } from '../desk/link.ts'
import { entriesBetween } from '../entries.ts'
import { concerns } from '../following.ts'
import { asCalendar, MEDIA_TYPE, yearlyOf } from '../ical/feed.ts'
import { feedSpan, ownWork, publicDates } from '../load.ts'
import { NO_FILTER, paths } from '../model.ts'
import { calendarOf, endReminders, settingsOf } from '../queries/settings.ts'

/** What she follows, with the dates of her organisations, asked of the database in her name. */
export async function sendOwnFeed(c: Ctx) {
  const { database, config } = c.get('services')
  const token = c.req.param('file')!.slice(0, -'.ics'.length)
  const whose = await reading(database.kysely, null, tx => calendarOf(tx, token))
  if (!whose) throw new Problem('not-found')
  const { userId, language } = whose
  const words = wordsOf(isLocale(language) ? language : 'en')
  const [from, to] = feedSpan()
  const { dates, settings } = await reading(database.kysely, userId, async tx => ({
    dates: { ...(await publicDates(tx, from, to, null)), ...(await ownWork(tx, from, to, null)) },
    settings: await settingsOf(tx, userId, language),
  }))
  const calendar = asCalendar(
    {
      name: words.t('clock.calendar.name'),
      entries: entriesBetween(dates, from, to, NO_FILTER).filter(entry => concerns(entry, settings)),
      yearly: yearlyOf(dates.bodies, to).filter(({ first }) => concerns(first, settings)),
      origin: new URL(config.publicUrl).origin,
    },
    words,
  )
  c.header('X-Robots-Tag', 'noindex')
  return answerBytes(c, calendar, MEDIA_TYPE, 'open1325-mine.ics')
}

/** Mail programs fetch what they find in a letter: only the button ends anything. */
export async function showEnd(c: Ctx) {
  const token = tokenIn(c)
  const { t } = c.get('words')
  return page(
    c,
    <Page c={c} title={t('clock.end')}>
      <h1>{t('clock.end')}</h1>
      <p class="lead">{t('clock.end.lead')}</p>
      <form method="post" action={paths.noReminders(token)}>
        <button>{t('clock.end.do')}</button>
      </form>
    </Page>,
  )
}

/** Also what a mail program's own button posts (RFC 8058). */
export async function end(c: Ctx) {
  const userId = endsFor(c.get('services').config, tokenIn(c))!
  await changing(c.get('services').database.kysely, userId, { act: 'clock.end-reminders' }, tx =>
    endReminders(tx, userId),
  )
  const { t } = c.get('words')
  return page(
    c,
    <Page c={c} title={t('clock.ended')}>
      <h1>{t('clock.ended')}</h1>
      <p class="lead">{t('clock.ended.lead')}</p>
    </Page>,
  )
}

function tokenIn(c: Ctx): string {
  const token = c.req.param('token') ?? ''
  if (endsFor(c.get('services').config, token) === null) throw new Problem('not-found')
  return token
}
