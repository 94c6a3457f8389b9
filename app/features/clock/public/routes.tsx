/** What the world sees of the clock: routes. */
import { addDays } from '@open1325/procedures'
import type { Hono } from 'hono'
import { page, type Ctx, type Env } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { answerData } from '../../../platform/answer-data.ts'
import { BODIES } from '../../../../library/bodies.ts'
import { awaitingBodies, awaitingOf } from '../awaiting.ts'
import { entriesBetween, sessionsByTime, undatedSessions } from '../entries.ts'
import { bodiesSeen, datesBetween, today } from '../load.ts'
import { filterOf, isMonth, lastDayOfMonth, monthAfter, NO_FILTER, type CalendarFilter } from '../model.ts'
import { BodyListPage } from './body-list.tsx'
import { BodyPage } from './body-page.tsx'
import { CalendarPage, MONTHS_SHOWN } from './calendar-page.tsx'
import { sendBodyFeed, sendChanges, sendCountryFeed, sendFeed } from './feeds.ts'
import { MonthPage } from './month-page.tsx'
import { asCsv, asXlsx, rowOf } from './table.ts'

export function publicRoutes(app: Hono<Env>) {
  app.get('/calendar', showCalendar)
  app.get('/calendar.csv', c => sendTable(c, 'csv'))
  app.get('/calendar.xlsx', c => sendTable(c, 'xlsx'))
  app.get('/calendar.ics', sendFeed)
  app.get('/calendar.atom', sendChanges)
  app.get('/calendar/:month{[0-9]{4}-[0-9]{2}}', showMonth)
  app.get('/calendar/:file{[A-Za-z]{3}\\.ics}', sendCountryFeed)
  app.get('/bodies', showBodies)
  app.get('/bodies/:file{[a-z0-9-]+\\.ics}', sendBodyFeed)
  app.get('/bodies/:body{[a-z0-9-]+}', showBody)
}

/** So far ahead a body's page lists what is due. */
const BODY_DAYS = 400

const filterIn = (c: Ctx): CalendarFilter => filterOf(new URL(c.req.url).searchParams, BODIES)

/** The days that a list shows, and the month that it was asked to begin with. */
function spanIn(c: Ctx): { from: string | null; first: string; last: string; thisMonth: string } {
  const asked = c.req.query('from')
  const from = isMonth(asked) ? asked : null
  const thisMonth = today().slice(0, 7)
  const first = from ? `${from}-01` : today()
  return { from, first, last: lastDayOfMonth(monthAfter(from ?? thisMonth, MONTHS_SHOWN - (from ? 1 : 0))), thisMonth }
}

async function showCalendar(c: Ctx) {
  const filter = filterIn(c)
  const { from, first, last, thisMonth } = spanIn(c)
  const { dates, readerZone } = await datesBetween(c, first, last)
  const entries = entriesBetween(dates, first, last, filter)
  const undated = from ? [] : undatedSessions(dates.bodies, today(), filter)
  const asked = dates.bodies.bodies.filter(({ id }) => !filter.body || id === filter.body)
  // What organisations, plans and other months hold does not wait for a body's session.
  const awaiting = from || (filter.kind && filter.kind !== 'deadline') ? [] : awaitingBodies(asked, today())
  return page(c, <CalendarPage {...{ c, filter, from, thisMonth, entries, undated, awaiting, readerZone }} />)
}

async function showMonth(c: Ctx) {
  const month = c.req.param('month')
  if (!isMonth(month)) throw new Problem('not-found')
  const [first, last] = [`${month}-01`, lastDayOfMonth(month)]
  const filter = filterIn(c)
  const { dates, readerZone } = await datesBetween(c, first, last)
  const entries = entriesBetween(dates, first, last, filter)
  return page(c, <MonthPage {...{ c, month, filter, entries, readerZone }} today={today()} />)
}

async function sendTable(c: Ctx, format: 'csv' | 'xlsx') {
  const { first, last } = spanIn(c)
  const { dates } = await datesBetween(c, first, last)
  const { origin } = new URL(c.get('services').config.publicUrl)
  const rows = entriesBetween(dates, first, last, filterIn(c)).map(entry => rowOf(entry, c.get('words'), origin))
  const csv = asCsv(rows)
  return format === 'csv'
    ? answerData(c, 'csv', csv, 'calendar')
    : answerData(c, 'xlsx', await asXlsx(rows), 'calendar', csv)
}

async function showBodies(c: Ctx) {
  const { bodies } = await bodiesSeen(c)
  return page(c, <BodyListPage c={c} bodies={bodies} now={new Date()} />)
}

async function showBody(c: Ctx) {
  const { bodies, entered, readerZone } = await bodiesSeen(c, c.req.param('body'))
  const body = bodies.find(({ id }) => id === c.req.param('body'))
  if (!body) throw new Problem('not-found')
  const own = { bodies: [body], entered }
  const now = new Date()
  const day = today(now)
  const ahead = entriesBetween({ bodies: own }, day, addDays(day, BODY_DAYS), { ...NO_FILTER, kind: 'deadline' })
  const deadlines = ahead.filter(entry => entry.kind === 'deadline')
  return page(
    c,
    <BodyPage
      {...{ c, body, now, deadlines, readerZone }}
      awaiting={awaitingOf(body, day)}
      {...sessionsByTime(own, day)}
    />,
  )
}
