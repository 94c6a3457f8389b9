/** How long before its sessions a body used to stop taking submissions, where it announces the day each time. */
import type { Body, Procedure, Rule } from '../../../library/body-shape.ts'
import { daysBetween, isDay } from './time.ts'

export interface Lead {
  /** Whole days before the session's first day: of the latest close and of the earliest. */
  least: number
  most: number
  /** How many sessions that is known of. */
  sessions: number
}

/** Of fewer sessions nothing is said. */
const ENOUGH = 3

/** Null where the rule itself gives the day, or too few sessions are known with both days. */
export function usualLead({
  body,
  procedure,
  rule,
}: {
  body: Body
  procedure: Procedure
  rule: Rule | null
}): Lead | null {
  if (rule?.deadline?.kind !== 'per-session' && rule?.deadline?.kind !== 'window') return null
  const days = body.sessions.flatMap(({ start, deadlines }) => {
    const said = deadlines.find(one => one.procedure === procedure.id && one.by === 'one')
    return start && isDay(start) && said ? [daysBetween(said.closes, start)] : []
  })
  if (days.length < ENOUGH) return null
  return { least: Math.min(...days), most: Math.max(...days), sessions: days.length }
}
