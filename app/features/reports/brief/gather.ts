/** All that a country's brief may tell, asked of the ledger once; the fitting chooses from it. */
import { EDITION } from '@open1325/appraisal'
import { isIfListed, pointsOfIntervention, whoseIs, type Body, type Point } from '@open1325/procedures'
import type { Tx } from '../../../platform/access.ts'
import type { Locale } from '../../../platform/languages.ts'
import { lastDayOfMonth, monthAfter } from '../../clock/model.ts'
import { bodiesSeenBy } from '../../clock/offers/bodies.ts'
import { gapsBeforeSuccessor, type CountryGap } from '../../clock/queries/dates.ts'
import { decisionsOf } from '../../plans/queries/finding.ts'
import { whatHappened, type Happened } from '../../recommendations/offers/what-happened.ts'
import { gapOf, type Gap } from '../../voices/model.ts'
import {
  overdueAndSilent,
  publishedWithin,
  saidWithin,
  type PublishedWithin,
  type SaidWithin,
} from '../queries/brief.ts'
import {
  appraisedPlans,
  commitmentSources,
  countsOf,
  dueBetween,
  spokenOf,
  type CommitmentSource,
  type PlanSource,
} from '../queries/sources.ts'

export interface BriefOf {
  country: string
  /** '2026-11'. */
  month: string
  /** Whether it has what only members see. */
  own: boolean
}

/** Nothing tells more than this many of anything. */
const MOST = 8
/** Differences are looked for among so many commitments of which both have spoken. */
const MOST_SPOKEN = 40
/** So far ahead is looked for what can be done. */
const AHEAD_DAYS = 240

export interface Gathered {
  /** ISO 8601: the day as of which it is told: today, or the nearest day of a month that is over or to come. */
  day: string
  /** ISO 8601: from when on it looks ahead: today, or the first day of a month to come. */
  now: string
  counts: { all: number; overdue: number }
  due: CommitmentSource[]
  said: SaidWithin[]
  published: PublishedWithin[]
  /** Government and others say different things of them. */
  apart: (CommitmentSource & { gap: Gap })[]
  recommendations: Happened | null
  silent: CommitmentSource[]
  /** Those about this country first, those that hold only if it is on a list last. */
  points: Point[]
  /** Plans that ran out without a successor. */
  ended: CountryGap[]
  lacks: { plan: PlanSource; criteria: string[] } | null
}

/** @param today ISO 8601 day. `organisation`: the asker's, whose corrections of sessions go before those of others */
export async function gather(
  tx: Tx,
  { country, month }: BriefOf,
  locale: Locale,
  today: string,
  organisation: string | null,
): Promise<Gathered> {
  const first = `${month}-01`
  const last = lastDayOfMonth(month)
  const now = today < first ? first : today
  const day = now > last ? last : now
  const spoken = await commitmentSources(tx, await spokenOf(tx, country, MOST_SPOKEN))
  return {
    day,
    now,
    counts: await countsOf(tx, country, day),
    due: await commitmentSources(tx, await dueBetween(tx, country, first, lastDayOfMonth(monthAfter(month, 2)), MOST)),
    said: await saidWithin(tx, country, first, last, MOST),
    published: await publishedWithin(tx, country, first, last, MOST),
    apart: spoken
      .map(one => ({ ...one, gap: gapOf(one.said) }))
      .filter(({ gap }) => gap === 'government-ahead' || gap === 'government-behind' || gap === 'differ')
      .slice(0, MOST),
    recommendations: await whatHappened(tx, { country, year: null, body: null }, day),
    silent: await commitmentSources(tx, await overdueAndSilent(tx, country, day, MOST)),
    points: pointsFor(await bodiesSeenBy(tx, organisation), country, now),
    ended: (await gapsBeforeSuccessor(tx)).filter(gap => gap.country === country),
    lacks: await lackingIn(tx, country, locale),
  }
}

/** What is an organisation's own to hand in. Where a session is about this country, it comes first; then by their days. */
function pointsFor(bodies: readonly Body[], country: string, day: string): Point[] {
  const points = pointsOfIntervention(bodies, new Date(`${day}T00:00:00Z`), country, { days: AHEAD_DAYS })
  const mine = points.filter(({ deadline: { rule } }) => whoseIs(rule, false) === 'own')
  const rank = (point: Point) => {
    if (point.deadline.session?.countries?.includes(country)) return 0
    return isIfListed(point.deadline) ? 2 : 1
  }
  return mine.toSorted((a, b) => rank(a) - rank(b))
}

/** What the newest appraised plan does not have, or has only in part. */
async function lackingIn(tx: Tx, country: string, locale: Locale): Promise<Gathered['lacks']> {
  const [plan] = await appraisedPlans(tx, country)
  const answers = new Map(
    (plan ? await decisionsOf(tx, plan.id) : []).map(({ criterion, answer }) => [criterion, answer]),
  )
  const criteria = EDITION.criteria
    .filter(({ id }) => answers.has(id) && answers.get(id) !== 'yes')
    .map(({ name }) => name[locale])
  return plan && criteria.length ? { plan, criteria } : null
}
