/** The calendar as somebody sees it: asked of the database in her name. */
import { addDays } from '@open1325/procedures'
import { reading, type Asker, type Tx } from '../../platform/access.ts'
import type { Ctx } from '../../platform/http.ts'
import { dueReports } from '../reports/offers/due.ts'
import { closingStatements } from '../statements/offers/closings.ts'
import { withEntered, type Bodies } from './bodies.ts'
import type { Dates } from './entries.ts'
import { closingRounds, endingPlans, enteredSessions, ownDates, sessionsTold } from './queries/dates.ts'
import { settingsOf } from './queries/settings.ts'

export interface Seen {
  dates: Dates
  /** IANA: the asker's; null where nobody is signed in, or she has not said. */
  readerZone: string | null
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
export const isUuid = (text: string | undefined): text is string => UUID.test(text ?? '')

/** What somebody sees between two days; a plan's end, own dates and her organisation's work too. */
export async function datesBetween(c: Ctx, from: string, to: string): Promise<Seen> {
  const person = c.get('person')
  const own = person?.current?.organisationId ?? null
  return reading(c.get('services').database.kysely, person?.userId ?? null, async tx => ({
    dates: { ...(await publicDates(tx, from, to, own)), ...(own ? await ownWork(tx, from, to, own) : {}) },
    readerZone: person ? (await settingsOf(tx, person.userId, 'en')).timeZone : null,
  }))
}

/** @param own the organisation whose corrections go before those of others */
export async function publicDates(tx: Tx, from: string, to: string, own: string | null): Promise<Dates> {
  return {
    bodies: { ...withEntered(await enteredSessions(tx), own), told: await sessionsTold(tx) },
    plans: await endingPlans(tx, from, to),
    own: await ownDates(tx, from, to),
  }
}

/**
 * What an organisation is at work on, with the days on which it ends: rounds that close, reports that are due, statements that are signed.
 * @param organisationId null: of all organisations that the asker belongs to
 */
export async function ownWork(
  tx: Tx,
  from: string,
  to: string,
  organisationId: string | null,
): Promise<Required<Pick<Dates, 'rounds' | 'reports' | 'statements'>>> {
  return {
    rounds: await closingRounds(tx, organisationId, from, to),
    reports: await dueReports(tx, organisationId),
    statements: await closingStatements(tx, organisationId, from, to),
  }
}

/** The bodies with what was entered about them. */
export async function bodiesSeen(c: Ctx, body: string | null = null): Promise<Bodies & Pick<Seen, 'readerZone'>> {
  const person = c.get('person')
  return reading(c.get('services').database.kysely, person?.userId ?? null, async tx => ({
    ...withEntered(await enteredSessions(tx, body), person?.current?.organisationId ?? null),
    readerZone: person ? (await settingsOf(tx, person.userId, 'en')).timeZone : null,
  }))
}

/** As nobody: what everybody may see, whoever asks. */
export const publicDatesOf = (c: Ctx, from: string, to: string): Promise<Dates> => asAsker(c, null, from, to)

export const asAsker = (c: Ctx, asker: Asker, from: string, to: string): Promise<Dates> =>
  reading(c.get('services').database.kysely, asker, tx => publicDates(tx, from, to, null))

export const today = (now = new Date()): string => now.toISOString().slice(0, 10)

/** How far a feed reaches back and ahead. */
export const feedSpan = (now = new Date()): [from: string, to: string] => [
  addDays(today(now), -366),
  addDays(today(now), 731),
]
