/** What is due for a person and her organisation: days, plans without a successor, commitments, promised reports. */
import { addDays } from '@open1325/procedures'
import type { Tx } from '../../../platform/access.ts'
import type { Membership } from '../../../platform/http.ts'
import { withEntered, type Bodies } from '../bodies.ts'
import { entriesBetween } from '../entries.ts'
import { concerns } from '../following.ts'
import { ownWork } from '../load.ts'
import { NO_FILTER, type Entry } from '../model.ts'
import {
  dueCommitments,
  endingPlans,
  enteredSessions,
  gapsBeforeSuccessor,
  ownDates,
  promisedReports,
  type CountryGap,
  type DueCommitments,
  type PromisedReport,
} from '../queries/dates.ts'
import { settingsOf, type Settings } from '../queries/settings.ts'

export interface Due {
  entries: Entry[]
  gaps: CountryGap[]
  commitments: DueCommitments
  reports: PromisedReport[]
  settings: Settings
  bodies: Bodies
}

/** All that is due from today on. @param days how far ahead */
export async function dueFor(
  tx: Tx,
  who: { userId: string; organisation: Pick<Membership, 'organisationId'> },
  now: Date,
  days: number,
): Promise<Due> {
  const { organisationId } = who.organisation
  const from = now.toISOString().slice(0, 10)
  const to = addDays(from, days)
  const settings = await settingsOf(tx, who.userId, 'en')
  const bodies = withEntered(await enteredSessions(tx), organisationId)
  const plans = await endingPlans(tx, from, to, false)
  const dates = {
    bodies,
    plans: plans.filter(plan => plan.published || plan.organisationId === organisationId),
    own: await ownDates(tx, from, to, { organisationId }),
    ...(await ownWork(tx, from, to, organisationId)),
  }
  const gaps = await gapsBeforeSuccessor(tx)
  return {
    entries: entriesBetween(dates, from, to, NO_FILTER).filter(entry => concerns(entry, settings)),
    gaps: gaps.filter(({ country }) => settings.countries.length === 0 || settings.countries.includes(country)),
    commitments: await dueCommitments(tx, organisationId),
    reports: await promisedReports(tx, organisationId),
    settings,
    bodies,
  }
}
