import { stringify } from 'csv-stringify/sync'
import type { PlanDocument } from '../plan-document.ts'
import { COLUMNS, rowsOf } from './rows.ts'

/**
 * The items of a plan as CSV (RFC 4180, UTF-8, a line of column names first), for people and their spreadsheets: a cell
 * that begins with = + - or @ gets an apostrophe before it, for a spreadsheet would run it as a formula. Programs that
 * need the plan's words to the letter take the plan document itself.
 */
export function toCsv(document: PlanDocument): string {
  return stringify(rowsOf(document), {
    header: true,
    columns: [...COLUMNS],
    record_delimiter: 'windows',
    escape_formulas: true,
  })
}
