/** The bodies as somebody sees them, with the sessions that organisations entered: for whoever asks what can be done now. */
import type { Body } from '@open1325/procedures'
import type { Tx } from '../../../platform/access.ts'
import { withEntered } from '../bodies.ts'
import { enteredSessions } from '../queries/dates.ts'

/** @param own the organisation whose corrections go before those of others */
export const bodiesSeenBy = async (tx: Tx, own: string | null): Promise<readonly Body[]> =>
  withEntered(await enteredSessions(tx), own).bodies
