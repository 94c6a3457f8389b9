/** The sessions that a report can be for: the library's, and those that organisations entered. */
import type { Body } from '@open1325/procedures'
import type { Tx } from '../../../platform/access.ts'
import type { Words } from '../../../platform/languages.ts'
import type { EnteredSession } from '../../clock/model.ts'
import { bodiesSeenBy } from '../../clock/offers/bodies.ts'
import { enteredSessions } from '../../clock/queries/dates.ts'
import { sessionsFor } from '../rule.ts'

export interface SessionsSeen {
  bodies: readonly Body[]
  /** Which organisation entered a session by hand, by the session's id. */
  enteredBy: ReadonlyMap<string, string | null>
}

/** The library's sessions and those that organisations entered, as the asker sees them. @param own the organisation whose sessions go first */
export async function sessionsSeen(tx: Tx, own: string): Promise<SessionsSeen> {
  const isOwn = ({ organisationId }: EnteredSession) => Number(organisationId === own)
  const entered = (await enteredSessions(tx)).toSorted((a, b) => isOwn(a) - isOwn(b) || +a.changedAt - +b.changedAt)
  return {
    bodies: await bodiesSeenBy(tx, own),
    enteredBy: new Map(entered.map(({ corrects, id, organisation }) => [corrects ?? id, organisation])),
  }
}

/** Each with its first day as far as it is known, and who entered it. */
export function sessionChoices(procedure: string, { bodies, enteredBy }: SessionsSeen, { t, date, locale }: Words) {
  return sessionsFor(procedure, bodies).map(({ id, name, start, state }) => {
    const when = start && (start.length === 10 ? date(start) : start)
    const named = [name[locale], when].filter(Boolean).join(', ')
    const by = enteredBy.get(id)
    const label = by ? t('reports.rule.session.entered', { name: named, organisation: `\u2068${by}\u2069` }) : named
    return {
      value: id,
      label: state === 'cancelled' ? t('reports.rule.session.cancelled', { name: label }) : label,
    }
  })
}
