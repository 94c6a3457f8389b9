/** What can be done now: submit, wait for a window, ask for a day, speak to those who meet. */
import type { Body } from '../../../library/body-shape.ts'
import { anyTimeDeadlines, deadlinesOfSessions, yearlyDeadlines, type Deadline } from './deadlines.ts'
import { usualLead, type Lead } from './lead.ts'
import { addDays, dayIn, daysBetween, firstDayOf, lastDayOf } from './time.ts'

/**
 * 'submit': it is due and not over. 'window-opens': it will be taken from a day on. 'ask-when': a session is ahead and its deadline is not
 * known: ask the body. 'probably-over': the same, but for all earlier sessions it lay farther ahead than this one does. 'meeting': they meet,
 * and nothing more is taken, or nothing ever was. 'any-time': it is taken whenever it comes.
 */
export type PointKind = 'submit' | 'window-opens' | 'ask-when' | 'probably-over' | 'meeting' | 'any-time'

export interface Point {
  kind: PointKind
  /** Its body, procedure, rule and session, with the day where there is one. */
  deadline: Deadline
  /**
   * Whole days until the point's day, by the calendar of the body's zone; 0 is today; null where no day is known: a session's day is none
   * until which anything is taken.
   */
  daysLeft: number | null
  /** How long before earlier sessions it closed; null where too few are known, or where the deadline itself is. */
  usual: Lead | null
}

/**
 * The points at which one may intervene, the soonest first, then those without a day.
 * @param country code of three letters: leaves out what is another country's
 * @param days how far to look ahead
 */
export function pointsOfIntervention(
  bodies: readonly Body[],
  now: Date,
  country?: string,
  { days = 180 }: { days?: number } = {},
): Point[] {
  const today = now.toISOString().slice(0, 10)
  // A day more on both sides: somewhere it is yesterday still, or tomorrow.
  const yearly = yearlyDeadlines(bodies, addDays(today, -1), addDays(today, days + 1), country)
  const ahead = [...deadlinesOfSessions(bodies, country), ...yearly].flatMap(one => pointOf(one, now, days) ?? [])
  const open = anyTimeDeadlines(bodies, today, country).map(
    deadline => ({ kind: 'any-time', deadline, daysLeft: null, usual: null }) as const,
  )
  return [...ahead.toSorted((a, b) => (a.daysLeft ?? days + 1) - (b.daysLeft ?? days + 1)), ...open]
}

/** Whether it is taken only of States that are before the session, and nothing says which these are. */
export const isIfListed = ({ procedure, session }: Pick<Deadline, 'procedure' | 'session'>): boolean =>
  procedure.about === 'listed' && !session?.countries

/** What a deadline lets one do now; null where it is all over, or too far ahead. */
function pointOf(deadline: Deadline, now: Date, days: number): Point | null {
  const { at, day, opens, session, zone, why } = deadline
  if (session?.state === 'cancelled') return null
  const today = dayIn(now, zone)
  const point = (kind: PointKind, on: string | null): Point | null => {
    const daysLeft = on ? Math.max(0, daysBetween(today, on)) : null
    return daysLeft !== null && daysLeft > days ? null : { kind, deadline, daysLeft, usual: null }
  }
  if (at && now <= at) return opens && today < opens ? point('window-opens', opens) : point('submit', day)

  const starts = session?.start ?? session?.end
  if (!starts) return at || why === 'any-time' ? null : point('ask-when', null)
  if (lastDayOf(session?.end ?? starts) < today) return null
  const first = firstDayOf(starts) < today ? null : firstDayOf(starts)
  if (at || why === 'any-time') return point('meeting', first)
  const isFar = first !== null && daysBetween(today, first) > days
  return isFar ? null : unknownDay(deadline, today, lastDayOf(starts))
}

/** @param starts the latest day on which the session may begin */
function unknownDay(deadline: Deadline, today: string, starts: string): Point {
  const usual = usualLead(deadline)
  const isOver = usual !== null && today > addDays(starts, -usual.least)
  return { kind: isOver ? 'probably-over' : 'ask-when', deadline, daysLeft: null, usual }
}
