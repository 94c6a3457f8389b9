/** Which version of a rule holds. */
import type { Body, Procedure, Requirement, Rule, Session, Source } from '../../../library/body-shape.ts'
import { firstDayOf, lastDayOf } from './time.ts'

/**
 * The version of a procedure's rules that holds for a session or on a day; null where none is known to. A session without dates is taken
 * as one to come: the newest version holds.
 * @param at a session, or a date as far as it is known: '2026-11-21', '2026-11', '2026'
 */
export function ruleFor(procedure: Procedure, at: Pick<Session, 'start' | 'end'> | string): Rule | null {
  const date = typeof at === 'string' ? at : (at.start ?? at.end)
  const rule = date
    ? procedure.rules.findLast(({ validFrom }) => !validFrom || firstDayOf(validFrom) <= firstDayOf(date))
    : procedure.rules.at(-1)
  if (!rule) return null
  const over = rule.validTo && date && lastDayOf(rule.validTo) < firstDayOf(date)
  return over ? null : rule
}

/** Where a rule or session of a body was read. */
export const sourcesOf = (body: Body, { sources }: Pick<Rule | Session, 'sources'>): Source[] =>
  sources.map(key => body.sources[key]!)

const PARTS: readonly [code: RegExp, part: Requirement][] = [
  [/^(?:perhaps-)?too-long$/u, 'limits'],
  [/^missing-/u, 'mustState'],
  [/^language-not-accepted$/u, 'languages'],
  [/-not-allowed$/u, 'forbidden'],
  [/^paragraphs-not-numbered$/u, 'required'],
  [/^status-required$/u, 'ecosocStatus'],
  [/^coalition-/u, 'coalition'],
]

/** Which part of a rule a finding of the linter rests on; null: none by itself. @param code of the finding */
export const partBehind = (code: string): Requirement | null => PARTS.find(([named]) => named.test(code))?.[1] ?? null

/** What one part of a rule rests on, and whether that was verified: its own ground where it has one, else the rule's. */
export function groundOf(
  { grounds, sources, verified }: Rule,
  part: Requirement | null,
): Pick<Rule, 'sources' | 'verified'> {
  return grounds.find(({ of }) => part !== null && of.includes(part)) ?? { sources, verified }
}
