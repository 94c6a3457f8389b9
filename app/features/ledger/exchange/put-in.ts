/** Rows of a table of commitments, put in as they were shown: what has changed since is not overwritten. */
import type { Tx } from '../../../platform/access.ts'
import { ImportError, registerImportKind, type Import } from '../../imports/model.ts'
import { Problem } from '../../../platform/problem.ts'
import type { CommitmentKind } from '../model.ts'
import { saveEdits, saySame } from '../queries/edit.ts'
import { addRows } from '../queries/rows.ts'
import { checkCommitments, type Payload } from './check.ts'

async function putInCommitments(tx: Tx, it: Import, by: string, payloads: Payload[]): Promise<void> {
  const changed = payloads.filter(payload => payload.act === 'change')
  try {
    await saveEdits(
      tx,
      changed.flatMap(({ edit }) => edit ?? []),
    )
  } catch (error) {
    // A row has another version than the one that was looked at: all of it is looked at again.
    if (error instanceof Problem) throw new ImportError('changed-since')
    throw error
  }
  await saySame(
    tx,
    { userId: by, organisationId: it.organisationId },
    changed.flatMap(({ itemId, instrumentId, status }) => (status ? [{ itemId, instrumentId, said: status }] : [])),
  )
  const added = payloads.filter(payload => payload.act === 'add')
  for (const [id, rows] of Map.groupBy(added, payload => payload.instrumentId))
    await addRows(
      tx,
      { id, organisationId: it.organisationId },
      rows.map(({ row }) => ({ ...row, kind: row.kind as CommitmentKind })),
    )
}

export const registerCommitments = () =>
  registerImportKind<Payload>({
    name: 'commitments',
    check: checkCommitments,
    putIn: putInCommitments,
    act: 'ledger.import',
  })
