/** Whose a submission is to hand in. */
import type { Rule, Submitter } from '../../../library/body-shape.ts'

/** Whom a body hears through somebody who has an office or was named for it. */
const OF_OTHERS: ReadonlySet<Submitter> = new Set(['un-entity', 'signatory', 'appointed'])

/** 'own': who asks hands it in. 'state': the State does, and can be asked about it. 'others': neither. */
export type Whose = 'own' | 'state' | 'others'

/** @param asState whether the asker speaks for a government */
export function whoseIs(rule: Pick<Rule, 'who'> | null, asState: boolean): Whose {
  const who = rule?.who ?? []
  if (who.length === 0 || who.includes('anyone')) return 'own'
  const ofState = who.includes('state')
  if (asState) return ofState ? 'own' : 'others'
  if (who.some(one => one !== 'state' && !OF_OTHERS.has(one))) return 'own'
  return ofState ? 'state' : 'others'
}
