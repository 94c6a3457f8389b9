/** The clock: bodies and their rules, what is due when, what can be done now, calendars to take along, letters before the day. */
import type { Feature } from '../../platform/http.ts'
import { actOnDate, enterDate, saveDate, showDate, showNewDate } from './desk/dates.tsx'
import { announceDeadline, showDeadline } from './desk/deadline.tsx'
import { showClock } from './desk/desk-page.tsx'
import { receiveFile, showImport, showImports, takeIn, undo } from './desk/import.tsx'
import { dropSession, enterSession, saveSession, showNewSession, showSession } from './desk/sessions.tsx'
import { dropLink, makeLink, saveSettings, showSettings } from './desk/settings.tsx'
import { paths } from './model.ts'
import { end, sendOwnFeed, showEnd } from './public/mine.tsx'
import { publicRoutes } from './public/routes.tsx'
import { workOnReminders } from './reminders.ts'

const DATE = '/desk/calendar/dates/:id{[0-9a-f-]{36}}'
const SESSION = '/desk/calendar/sessions/:body{[a-z0-9-]+}/:id{[a-z0-9-]+}'
const IMPORT = '/desk/calendar/import/:id{[0-9a-f-]{36}}'
const END = '/calendar/reminders/:token'

export const feature: Feature = {
  name: 'clock',
  routes(app) {
    publicRoutes(app)
    app.get('/calendar/mine/:file{[A-Za-z0-9_-]{43}\\.ics}', sendOwnFeed)
    app.get(END, showEnd)
    app.post(END, end)
    app.get(paths.desk, showClock)
    app.get(paths.newDate, c => showNewDate(c))
    app.post(paths.newDate, enterDate)
    app.get(DATE, c => showDate(c))
    app.post(DATE, saveDate)
    app.post(`${DATE}/:act{cancel|restore|remove}`, actOnDate)
    app.get(paths.newSession, c => showNewSession(c))
    app.post(paths.newSession, enterSession)
    app.get(SESSION, c => showSession(c))
    app.post(SESSION, saveSession)
    app.get(`${SESSION}/deadlines`, c => showDeadline(c))
    app.post(`${SESSION}/deadlines`, announceDeadline)
    app.post(`${SESSION}/remove`, dropSession)
    app.get(paths.settings, c => showSettings(c))
    app.post(paths.settings, saveSettings)
    app.post(`${paths.settings}/link`, makeLink)
    app.post(`${paths.settings}/no-link`, dropLink)
    app.get(paths.imports, c => showImports(c))
    app.post(paths.imports, receiveFile)
    app.get(IMPORT, showImport)
    app.post(`${IMPORT}/take`, takeIn)
    app.post(`${IMPORT}/undo`, undo)
  },
  work: workOnReminders,
}
