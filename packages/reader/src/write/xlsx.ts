import writeXlsxFile, { type Row } from 'write-excel-file/node'
import type { PlanDocument } from '../plan-document.ts'
import { COLUMNS, rowsOf, type Column } from './rows.ts'

/** In characters. */
const WIDTHS: Partial<Record<Column, number>> = {
  text: 60,
  quote: 60,
  id: 8,
  kind: 10,
  number: 10,
  parent: 8,
  pages: 8,
}
const OTHER_WIDTH = 28
/** A cell in Excel holds no more. */
const LONGEST_CELL = 32_767

/** The items of a plan as an Excel workbook with one sheet. Every cell is text: nothing in it can be a formula. */
export async function toXlsx(document: PlanDocument): Promise<Uint8Array> {
  const head: Row = COLUMNS.map(value => ({ value, fontWeight: 'bold' }))
  const rows = rowsOf(document).map(row => COLUMNS.map(column => cell(row[column])))
  const rightToLeft = /^(ar|fa|ps|ur|he)\b/.test(document.languages[0] ?? '')
  return writeXlsxFile([head, ...rows], {
    sheet: 'Plan',
    columns: COLUMNS.map(column => ({ width: WIDTHS[column] ?? OTHER_WIDTH })),
    stickyRowsCount: 1,
    rightToLeft,
  }).toBuffer()
}

function cell(text: string): Row[number] {
  if (text === '') return null
  return { value: printable(text).slice(0, LONGEST_CELL), type: String, wrap: true, alignVertical: 'top' }
}

/** XML 1.0 has no way to write most control characters. */
function printable(text: string): string {
  return text.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '')
}
