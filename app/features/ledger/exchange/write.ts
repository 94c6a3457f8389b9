/** Commitments as a table in a file. Every cell is text, and none is run by a spreadsheet. */
import { stringify } from 'csv-stringify/sync'
import writeXlsxFile, { type Row } from 'write-excel-file/node'
import { ALL_COLUMNS } from './columns.ts'
import { guarded } from '../offers/guard.ts'

type Rows = Record<string, string>[]

/** RFC 4180, UTF-8 with a mark, without which Excel takes it for an older encoding. */
export const asCsv = (rows: Rows): string =>
  '\ufeff' +
  stringify(
    rows.map(row => ALL_COLUMNS.map(column => guarded(row[column] ?? ''))),
    { header: true, columns: [...ALL_COLUMNS], record_delimiter: 'windows' },
  )

/** A cell of Excel holds no more. */
const LONGEST_CELL = 32_767
/** In characters. */
const WIDTHS: Record<string, number> = {
  text: 60,
  instrument_title: 40,
  our_status_reason: 40,
  ref: 6,
  version: 8,
  pillar: 8,
}

export async function asXlsx(rows: Rows): Promise<Uint8Array> {
  const head: Row = ALL_COLUMNS.map(value => ({ value, fontWeight: 'bold' }))
  const body = rows.map(row => ALL_COLUMNS.map(column => cell(guarded(row[column] ?? ''))))
  return writeXlsxFile([head, ...body], {
    sheet: 'Commitments',
    columns: ALL_COLUMNS.map(column => ({ width: WIDTHS[column] ?? 20 })),
    stickyRowsCount: 1,
  }).toBuffer()
}

function cell(text: string): Row[number] {
  if (text === '') return null
  // XML 1.0 has no way to write most control characters.
  const printable = text.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '').slice(0, LONGEST_CELL)
  return { value: printable, type: String, wrap: true, alignVertical: 'top' }
}
