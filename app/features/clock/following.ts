/** What concerns a person: of these bodies, for these countries. Who follows nothing is shown everything. Pure. */
import { pointsOfIntervention, type Body, type Point } from '@open1325/procedures'
import { uidOfDeadline } from './entries.ts'
import type { Entry } from './model.ts'
import type { Settings } from './queries/settings.ts'

type Followed = Pick<Settings, 'countries' | 'bodies'>

export const concerns = (entry: Entry, { countries, bodies }: Followed): boolean =>
  (bodies.length === 0 || entry.body === null || bodies.includes(entry.body)) &&
  (countries.length === 0 || entry.countries === null || entry.countries.some(country => countries.includes(country)))

/** So far ahead is looked for what can be done. */
const AHEAD_DAYS = 365

/** What she can do now, the soonest first, each once, whichever of her countries it is for. */
export function pointsFor(bodies: readonly Body[], { countries, bodies: followed }: Followed, now: Date): Point[] {
  const hers = followed.length > 0 ? bodies.filter(({ id }) => followed.includes(id)) : bodies
  const wanted: (string | undefined)[] = countries.length > 0 ? countries : [undefined]
  const found = wanted.flatMap(country => pointsOfIntervention(hers, now, country, { days: AHEAD_DAYS }))
  const once = [...new Map(found.map(point => [`${point.kind} ${uidOfDeadline(point.deadline)}`, point])).values()]
  return once.toSorted((a, b) => (a.daysLeft ?? Infinity) - (b.daysLeft ?? Infinity))
}
