/** The bodies as somebody sees them: what the library knows, with the sessions that organisations entered or corrected. Pure but for the library. */
import { BODIES, type Body, type Session } from '../../../library/bodies.ts'
import type { EnteredSession, EnteredSource } from './model.ts'

export interface Bodies {
  bodies: readonly Body[]
  /** The sessions that were entered by hand, by the id that they have among the bodies' sessions. */
  entered: ReadonlyMap<string, EnteredSession>
  /** By the same id: when what was entered of a session last changed, also where it was given back. Asked for where calendars are written. */
  told?: ReadonlyMap<string, Date>
}

/**
 * Puts entered sessions in. Of several corrections of one session that somebody may see, her own organisation's goes first, then the latest.
 * @param own the organisation that she works in
 */
export function withEntered(
  entered: readonly EnteredSession[],
  own: string | null = null,
  library: readonly Body[] = BODIES,
): Bodies {
  const chosen = new Map<string, EnteredSession>()
  for (const one of entered) {
    const before = chosen.get(idOf(one))
    if (!before || goesBefore(one, before, own)) chosen.set(idOf(one), one)
  }
  const bodies = library.map(body => {
    const ofBody = [...chosen.values()].filter(one => one.body === body.id)
    if (ofBody.length === 0) return body
    const replaced = new Set(ofBody.map(idOf))
    return {
      ...body,
      sources: { ...body.sources, ...Object.fromEntries(ofBody.flatMap(sourcesOf)) },
      sessions: [...body.sessions.filter(({ id }) => !replaced.has(id)), ...ofBody.map(one => asSession(one, body))],
    }
  })
  return { bodies, entered: chosen }
}

/** The id that it has among the body's sessions: a correction keeps that of the library's session. */
export const idOf = ({ corrects, id }: Pick<EnteredSession, 'corrects' | 'id'>): string => corrects ?? id

function goesBefore(one: EnteredSession, other: EnteredSession, own: string | null): boolean {
  const [mine, others] = [one.organisationId === own, other.organisationId === own]
  return mine === others ? one.changedAt > other.changedAt : mine
}

/** The session's own source is 0, those of the days that were announced follow. */
const sourceKey = ({ id }: EnteredSession, n: number): string => `entered ${id} ${n}`

const sourcesOf = (one: EnteredSession) =>
  [one, ...one.deadlines].map((read, n) => [sourceKey(one, n), sourceOf(read)] as const)

const sourceOf = ({ sourceTitle: title, sourceUrl: url, seenOn: seen, sourceKind: kind }: EnteredSource) => ({
  title,
  url,
  seen,
  kind,
})

/** Only what was read on the body's own pages counts as verified. */
function asSession(entered: EnteredSession, body: Body): Session {
  const inAll = (words: string) => ({ en: words, fr: words, ar: words })
  const known = body.sessions.find(({ id }) => id === entered.corrects)
  return {
    id: idOf(entered),
    // As long as nobody gave it another name, it keeps its names in all languages.
    name: known && Object.values(known.name).includes(entered.name) ? known.name : inAll(entered.name),
    start: entered.starts,
    end: entered.ends,
    examination: entered.examination,
    state: entered.state,
    verified: entered.sourceKind === 'official' ? 'verified' : 'to-be-checked',
    // What a day was announced for is taken for the session, whether or not somebody ticked it.
    procedures: body.procedures
      .map(({ id }) => id)
      .filter(id => entered.procedures.includes(id) || entered.deadlines.some(one => one.procedure === id)),
    countries: entered.countries,
    deadlines: entered.deadlines
      .map(({ procedure, by, opens, closes, time, zone, supersedes }, n) => {
        return { procedure, by, opens, closes, time, zone, supersedes, sources: [sourceKey(entered, n + 1)] }
      })
      .filter(one => body.procedures.some(({ id }) => id === one.procedure)),
    supersedes: entered.supersedes,
    sources: [sourceKey(entered, 0)],
    note: entered.note ? inAll(entered.note) : null,
  }
}

export const bodyById = (id: string | null | undefined): Body | null => BODIES.find(body => body.id === id) ?? null
