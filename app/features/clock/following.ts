/** What concerns a person: of these bodies, for these countries. Who follows nothing is shown everything. Pure. */
import { pointsOfIntervention, whoseIs, type Body, type Point, type Whose } from '@open1325/procedures'
import { uidOfDeadline } from './entries.ts'
import { isAbout, type Entry } from './model.ts'
import type { Settings } from './queries/settings.ts'

type Followed = Pick<Settings, 'countries' | 'bodies'>

export const concerns = (entry: Entry, { countries, bodies }: Followed): boolean =>
  isOwnWork(entry) ||
  ((bodies.length === 0 || entry.body === null || bodies.includes(entry.body)) &&
    (countries.length === 0 || countries.some(country => isAbout(entry, country))))

/** What her own organisation writes, asks or collects concerns her whatever she follows. */
const isOwnWork = ({ kind }: Entry): boolean => kind === 'round' || kind === 'report' || kind === 'statement'

/** So far ahead is looked for what can be done. */
const AHEAD_DAYS = 365

/** With whose it is to hand in. */
export type HerPoint = Point & { whose: Whose }

/**
 * What she can do now, the soonest first, each once, whichever of her countries it is for. What neither she nor her State hands in stays
 * out, but for meetings.
 * @param asState whether she speaks for a government
 */
export function pointsFor(
  bodies: readonly Body[],
  { countries, bodies: followed }: Followed,
  now: Date,
  asState: boolean,
): HerPoint[] {
  const hers = followed.length > 0 ? bodies.filter(({ id }) => followed.includes(id)) : bodies
  const wanted: (string | undefined)[] = countries.length > 0 ? countries : [undefined]
  const found = wanted.flatMap(country => pointsOfIntervention(hers, now, country, { days: AHEAD_DAYS }))
  const once = [...new Map(found.map(point => [`${point.kind} ${uidOfDeadline(point.deadline)}`, point])).values()]
  return once
    .map(point => ({ ...point, whose: whoseIs(point.deadline.rule, asState) }))
    .filter(({ kind, whose }) => whose !== 'others' || kind === 'meeting')
    .toSorted((a, b) => (a.daysLeft ?? Infinity) - (b.daysLeft ?? Infinity))
}
