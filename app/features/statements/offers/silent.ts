/**
 * Who has not answered or not complied, for other features' texts: governments that left a round unanswered, plans that ran out,
 * countries without a progress account, commitments past their day without a word. Always asked of the data, never typed.
 */
import type { Block } from '@open1325/report-writer'
import type { Tx } from '../../../platform/access.ts'
import type { Words } from '../../../platform/languages.ts'
import { blocksOf } from '../absence/blocks.ts'
import { absenceOf, closedRounds } from '../absence/queries.ts'
import type { AbsenceSource } from '../absence/model.ts'

export { closedRounds, type AbsenceSource }

/**
 * What is put in, and what tells whether it has changed since: the same function puts in and looks again.
 * @param organisationId whose rounds may be asked
 * @param origin of this installation, for links
 * @returns null where there is nothing to ask (any more)
 */
export async function silentBlocks(
  tx: Tx,
  source: AbsenceSource,
  {
    organisationId,
    words,
    origin,
    at = new Date(),
  }: { organisationId: string; words: Words; origin: string; at?: Date },
): Promise<{ version: string; blocks: Block[] } | null> {
  const absence = await absenceOf(tx, source, organisationId)
  return absence && { version: absence.version, blocks: blocksOf(absence.found, at, words, origin) }
}
