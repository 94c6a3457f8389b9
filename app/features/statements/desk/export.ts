/** All signatures as a table, with what only editors see. */
import { stringify } from 'csv-stringify/sync'
import writeXlsxFile, { type Row } from 'write-excel-file/node'
import { reading } from '../../../platform/access.ts'
import type { Ctx } from '../../../platform/http.ts'
import { guarded } from '../../ledger/offers/guard.ts'
import { database, statementFor } from '../load.ts'
import type { Signature } from '../model.ts'
import { signaturesOf } from '../queries/signatures.ts'

const HEAD = [
  'organisation',
  'country',
  'state',
  'named',
  'contact',
  'role',
  'email',
  'language',
  'origin',
  'edition',
  'signed',
  'decided',
  'reason',
  'note',
]

const rowOf = (one: Signature): string[] => [
  one.name,
  one.country,
  one.state,
  one.signedAt ? (one.named ? 'yes' : 'no') : '',
  one.contact ?? '',
  one.role ?? '',
  one.email ?? '',
  one.language,
  one.origin,
  String(one.edition),
  one.signedAt?.toISOString() ?? '',
  one.decidedAt?.toISOString() ?? '',
  one.reason ?? '',
  one.note ?? '',
]

export async function sendSignatures(c: Ctx, format: 'csv' | 'xlsx') {
  const { person, statement } = await statementFor(c, 'editor')
  const all = await reading(database(c), person.userId, tx => signaturesOf(tx, statement.id, statement.edition))
  const table = [HEAD, ...all.filter(({ forgottenAt, state }) => !forgottenAt || state === 'accepted').map(rowOf)]
  const headers = {
    'Content-Disposition': `attachment; filename="${statement.slug}-signatures.${format}"`,
    'Cache-Control': 'no-store',
  }
  if (format === 'csv')
    return c.body('\ufeff' + stringify(table.map(row => row.map(guarded))), 200, {
      ...headers,
      'Content-Type': 'text/csv; charset=UTF-8',
    })
  return c.body(new Uint8Array(await asXlsx(table)), 200, {
    ...headers,
    'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
}

/** Every cell is text: none can be a formula. */
async function asXlsx(table: string[][]): Promise<Uint8Array> {
  const data: Row[] = table.map((row, n) =>
    row.map(text => {
      const value = text.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '')
      return value === '' ? null : { value, type: String, ...(n === 0 ? { fontWeight: 'bold' as const } : {}) }
    }),
  )
  return writeXlsxFile(data, { stickyRowsCount: 1 }).toBuffer()
}
