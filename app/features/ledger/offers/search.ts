/** Commitments by their words, for forms that ask for one. */
import type { Tx } from '../../../platform/access.ts'
import { NO_FILTER } from '../filter.ts'
import { findCommitments, type Listed } from '../queries/list.ts'

/** At most `most` that the asker may see, those first that the words fit best. */
export async function commitmentsByWords(tx: Tx, words: string, most: number): Promise<Listed[]> {
  const { commitments } = await findCommitments(tx, { ...NO_FILTER, words })
  return commitments.slice(0, most)
}
