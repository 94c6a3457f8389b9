/** Calendars to subscribe to: of everything, of a country, of a body. They hold what everybody may see, whoever asks. */
import type { Ctx } from '../../../platform/http.ts'
import { answerBytes, answerData } from '../../../platform/answer-data.ts'
import { Problem } from '../../../platform/problem.ts'
import { COUNTRY_CODES } from '../../../platform/languages.ts'
import { bodyById } from '../bodies.ts'
import { entriesBetween } from '../entries.ts'
import { asCalendar, MEDIA_TYPE, yearlyOf } from '../ical/feed.ts'
import { feedSpan, publicDatesOf } from '../load.ts'
import { fits, NO_FILTER, type CalendarFilter } from '../model.ts'
import { asAtom } from './atom.ts'

export const sendFeed = (c: Ctx) => send(c, NO_FILTER, '', 'open1325')

export function sendCountryFeed(c: Ctx) {
  const country = c.req.param('file')!.slice(0, 3).toUpperCase()
  if (!COUNTRY_CODES.includes(country)) throw new Problem('not-found')
  return send(c, { ...NO_FILTER, country }, c.get('words').country(country), country.toLowerCase())
}

export function sendBodyFeed(c: Ctx) {
  const body = bodyById(c.req.param('file')!.slice(0, -'.ics'.length))
  if (!body) throw new Problem('not-found')
  return send(c, { ...NO_FILTER, body: body.id }, body.name[c.get('words').locale], body.id)
}

async function send(c: Ctx, filter: CalendarFilter, about: string, name: string) {
  const words = c.get('words')
  const { origin } = new URL(c.get('services').config.publicUrl)
  const [from, to] = feedSpan()
  const dates = await publicDatesOf(c, from, to)
  const calendar = asCalendar(
    {
      name: ['Open1325', about].filter(Boolean).join(' · '),
      entries: entriesBetween(dates, from, to, filter),
      yearly: yearlyOf(dates.bodies, to).filter(({ first }) => fits(first, filter)),
      origin,
    },
    words,
  )
  return answerBytes(c, calendar, MEDIA_TYPE, `${name}.ics`)
}

/** What bodies set and moved, newest first. */
export async function sendChanges(c: Ctx) {
  const [from, to] = feedSpan()
  const dates = await publicDatesOf(c, from, to)
  const told = entriesBetween(dates, from, to, NO_FILTER).filter(
    entry => entry.kind === 'deadline' || entry.kind === 'session',
  )
  const { origin } = new URL(c.get('services').config.publicUrl)
  return answerData(c, 'atom', asAtom(told, origin, c.get('words')), null)
}
