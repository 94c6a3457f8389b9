/** What a change of dates by hand means: whether a session was moved or only known better. Pure. */
import type { EnteredDeadline, EnteredSession } from './model.ts'

type Dated = Pick<EnteredSession, 'starts' | 'ends' | 'state' | 'supersedes'>

/**
 * The new dates with the memory of the old ones. 'February 2027' that becomes '1 February 2027' was not moved; what is moved and still
 * called planned is called moved.
 */
export function moved(before: Dated, after: Pick<Dated, 'starts' | 'ends' | 'state'>): Dated {
  const { starts, ends } = before
  const old = starts ?? ends
  const now = after.starts ?? after.ends
  const isMove = old !== null && now !== null && !now.startsWith(old) && !old.startsWith(now)
  if (!isMove) return { ...after, supersedes: before.supersedes }
  return {
    ...after,
    state: after.state === 'planned' ? 'moved' : after.state,
    supersedes: [...before.supersedes, { start: starts, end: ends }],
  }
}

/** The announced days with this one among them; where it takes the place of another day, that day is remembered. */
export function withDeadline(
  deadlines: readonly EnteredDeadline[],
  announced: Omit<EnteredDeadline, 'supersedes'>,
): EnteredDeadline[] {
  const isSame = (one: EnteredDeadline) => one.procedure === announced.procedure && one.by === announced.by
  const before = deadlines.find(isSame)
  const days = before ? [...before.supersedes, ...(before.closes === announced.closes ? [] : [before.closes])] : []
  return [...deadlines.filter(one => !isSame(one)), { ...announced, supersedes: days }]
}
