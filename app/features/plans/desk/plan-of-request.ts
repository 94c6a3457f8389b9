/** The plan that a page of the desk is about. */
import type { Tx } from '../../../platform/access.ts'
import type { Ctx, Membership, Person } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import type { Instrument } from '../model.ts'
import { planOnDesk } from '../queries/instrument.ts'

export type Member = Person & { current: Membership }

/** The organisation's plan at the request's `:slug`, also by an address that it had before. @throws Problem 'not-found' */
export async function planOfRequest(c: Ctx, tx: Tx, person: Member): Promise<Instrument> {
  const plan = await planOnDesk(tx, c.req.param('slug') ?? '', person.current.organisationId)
  if (!plan) throw new Problem('not-found')
  return plan
}
