/** A session on the desk: found by its address, as the library knows it or as the organisation entered it; kept. */
import type { Body, Session } from '@open1325/procedures'
import { changing, reading } from '../../../platform/access.ts'
import { member, type Ctx } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { bodyById } from '../bodies.ts'
import { isUuid } from '../load.ts'
import type { EnteredDeadline, EnteredSession, EnteredSource } from '../model.ts'
import { sessionOfOrganisation } from '../queries/dates.ts'
import { settingsOf } from '../queries/settings.ts'
import { addSession, changeSession, type SessionFacts } from '../queries/edit.ts'

export interface Found {
  body: Body
  /** Of the organisation's own; null where only the library knows it yet. */
  own: EnteredSession | null
  /** As it stands. */
  now: SessionFacts
  /** The library's. */
  corrects: string | null
  key: string
  /** IANA: her own clocks; null where she has not said. */
  readerZone: string | null
}

/** The session at the request's address. @throws Problem 'not-found' */
export async function sessionAt(c: Ctx): Promise<Found> {
  const { userId, current } = member(c, 'contributor')
  const body = bodyById(c.req.param('body'))
  const key = c.req.param('id') ?? ''
  const library = body?.sessions.find(({ id }) => id === key) ?? null
  if (!body || (!library && !isUuid(key))) throw new Problem('not-found')
  const { kysely } = c.get('services').database
  const { own, readerZone } = await reading(kysely, userId, async tx => ({
    own: await sessionOfOrganisation(tx, current.organisationId, body.id, key),
    readerZone: (await settingsOf(tx, userId, 'en')).timeZone,
  }))
  if (own) return { body, own, now: own, corrects: own.corrects, key: own.corrects ?? own.id, readerZone }
  if (!library) throw new Problem('not-found')
  return { body, own: null, now: asFacts(body, library, c.get('words').locale), corrects: library.id, key, readerZone }
}

/** What the library knows, as the form shows it: to be corrected from a source of one's own. */
function asFacts(body: Body, session: Session, locale: 'en' | 'fr' | 'ar'): SessionFacts {
  const readAt = (keys: string[]): EnteredSource => {
    const { title, url, kind, seen } = body.sources[keys[0]!]!
    return { sourceTitle: title, sourceUrl: url, sourceKind: kind, seenOn: seen }
  }
  const announced = session.deadlines.map(({ sources, ...one }): EnteredDeadline => ({ ...one, ...readAt(sources) }))
  return {
    name: session.name[locale],
    starts: session.start,
    ends: session.end,
    examination: session.examination,
    state: session.state,
    procedures: session.procedures,
    countries: session.countries,
    deadlines: announced,
    supersedes: session.supersedes,
    note: session.note?.[locale] ?? '',
    ...readAt(session.sources),
    visibility: 'organisation',
  }
}

/** Keeps it as the organisation's own, or changes that. False where somebody changed it meanwhile. */
export async function keep(
  c: Ctx,
  { own, body, corrects, now }: Found,
  { id, version }: { id: string; version: number },
  facts: SessionFacts,
  act: string,
): Promise<boolean> {
  const { userId, current } = member(c, 'contributor')
  if (facts.visibility === 'public' || now.visibility === 'public') member(c, 'editor')
  return changing(c.get('services').database.kysely, userId, { act }, async tx => {
    if (own) return changeSession(tx, own.id, version, facts)
    await addSession(tx, { ...facts, id, organisationId: current.organisationId, body: body.id, corrects, by: userId })
    return true
  })
}
