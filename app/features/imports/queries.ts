/** Imports and their rows. Row-level security decides what the asker gets. */
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../platform/access.ts'
import type { CheckedRow, Import, ImportName, ImportState, RowState } from './model.ts'

const columnsWith = (
  mapping: RawBuilder<unknown>,
) => sql`m.id, m.organisation_id as "organisationId", m.kind, m.file_sha256 as "fileSha256", m.file_name as "fileName",
  f.media_type as "mediaType", m.state, ${mapping}, m.rows_done as "rowsDone", m.rows, m.counts, m.error, m.created_by as "createdBy",
  m.created_at as "createdAt", m.ended_at as "endedAt"`
const IMPORT = columnsWith(sql`m.mapping`)

export interface NewImport {
  organisationId: string
  kind: ImportName
  fileSha256: string
  fileName: string
  mediaType: string
  bytes: number
  by: string
  mapping?: unknown
}

export async function addImport(tx: Tx, it: NewImport): Promise<string> {
  await sql`select app.keep_file(${it.fileSha256}, ${it.mediaType}, ${it.bytes})`.execute(tx)
  const { id } = await tx
    .insertInto('import')
    .values({
      organisation_id: it.organisationId,
      kind: it.kind,
      file_sha256: it.fileSha256,
      file_name: it.fileName,
      created_by: it.by,
      mapping: JSON.stringify(it.mapping ?? {}),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function importById(tx: Tx, id: string): Promise<Import | undefined> {
  const { rows } = await sql<Import>`
    select ${IMPORT} from import m join file f on f.sha256 = m.file_sha256 where m.id = ${id}`.execute(tx)
  return rows[0]
}

/** An organisation's imports, the latest first; their mappings, which may be long, are left out. */
export async function importsOf(tx: Tx, organisationId: string, limit: number): Promise<Import[]> {
  const { rows } = await sql<Import>`
    select ${columnsWith(sql`null::jsonb as mapping`)} from import m join file f on f.sha256 = m.file_sha256
    where m.organisation_id = ${organisationId} order by m.created_at desc limit ${limit}`.execute(tx)
  return rows
}

/** Moves an import on, if it is in this state. Gives whether it was. */
export async function moveOn(
  tx: Tx,
  id: string,
  from: ImportState[],
  to: {
    state: ImportState
    rows?: number
    rowsDone?: number
    counts?: Import['counts']
    error?: string | null
    mapping?: unknown
  },
): Promise<boolean> {
  const hasEnded = ['done', 'failed', 'cancelled', 'undone'].includes(to.state)
  const { numUpdatedRows } = await tx
    .updateTable('import')
    .set({
      state: to.state,
      ...(to.rows !== undefined && { rows: to.rows }),
      ...(to.rowsDone !== undefined && { rows_done: to.rowsDone }),
      ...(to.counts && { counts: JSON.stringify(to.counts) }),
      ...(to.error !== undefined && { error: to.error }),
      ...(to.mapping !== undefined && { mapping: JSON.stringify(to.mapping) }),
      ...(hasEnded && { ended_at: new Date() }),
    })
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Keeps rows as they were understood. @param from the number of the first of them */
export async function keepRows(
  tx: Tx,
  it: Pick<Import, 'id' | 'organisationId'>,
  from: number,
  rows: CheckedRow[],
): Promise<void> {
  const kept = rows.map((row, n) => ({
    number: from + n,
    state: row.state,
    line: row.line,
    data: { name: row.name, differences: row.differences, payload: row.payload },
    problems: row.problems,
  }))
  await sql`
    insert into import_row (import_id, organisation_id, number, state, line, data, problems)
    select ${it.id}, ${it.organisationId}, r.number, r.state, r.line, r.data, r.problems
    from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as r (number int, state text, line text, data jsonb, problems jsonb)`.execute(
    tx,
  )
}

export interface KeptRow extends CheckedRow {
  number: number
}

/** The rows in these states after a number, in the file's order. */
export async function rowsAfter(
  tx: Tx,
  importId: string,
  states: readonly RowState[],
  after: number,
  limit: number,
): Promise<KeptRow[]> {
  const rows = await tx
    .selectFrom('import_row')
    .select(['number', 'state', 'line', 'data', 'problems'])
    .where('import_id', '=', importId)
    .where('state', 'in', [...states])
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute()
  return rows.map(row => ({
    ...(row.data as Pick<CheckedRow, 'name' | 'differences' | 'payload'>),
    number: row.number,
    state: row.state as RowState,
    line: row.line ?? '',
    problems: row.problems as CheckedRow['problems'],
  }))
}

/** Rows of an import that has ended are forgotten; the wrong ones stay where it was done, so that they can be mended. */
export async function forgetRows(tx: Tx, importId: string, keepWrong: boolean): Promise<void> {
  await tx
    .deleteFrom('import_row')
    .where('import_id', '=', importId)
    .$if(keepWrong, query => query.where('state', '<>', 'wrong'))
    .execute()
}
