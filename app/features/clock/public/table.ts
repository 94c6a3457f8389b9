/** The calendar's list as a table in a file. Every cell is text, and none is run by a spreadsheet. */
import { stringify } from 'csv-stringify/sync'
import writeXlsxFile, { type Row } from 'write-excel-file/node'
import type { Words } from '../../../platform/languages.ts'
import { guarded } from '../../ledger/offers/guard.ts'
import { hrefOf } from '../lines.tsx'
import type { Entry } from '../model.ts'
import { hoursOf, howFound, sourcesBehind, titleOf } from '../words.ts'

export const COLUMNS = [
  'kind',
  'title',
  'body',
  'session',
  'countries',
  'day',
  'last_day',
  'time',
  'time_zone',
  'utc',
  'opens',
  'state',
  'moved_from',
  'how_found',
  'verified',
  'last_seen',
  'sources',
  'entered_by',
  'address',
] as const
export type CalendarRow = Record<(typeof COLUMNS)[number], string>

/** @param origin what addresses of ours begin with */
export function rowOf(entry: Entry, words: Words, origin: string): CalendarRow {
  const { locale } = words
  const body = entry.kind === 'deadline' ? entry.deadline.body : entry.kind === 'session' ? entry.of : null
  const session = entry.kind === 'deadline' ? entry.deadline.session : entry.kind === 'session' ? entry.session : null
  const sourced = entry.kind === 'deadline' || entry.kind === 'session' ? entry : null
  const behind = sourced && sourcesBehind(sourced)
  const href = hrefOf(entry)
  const by = entry.kind === 'own' ? entry.date.organisation : sourced?.entered?.organisation
  return {
    kind: entry.kind,
    title: titleOf(entry, words),
    body: body?.name[locale] ?? '',
    session: session?.name[locale] ?? '',
    countries: entry.countries?.join(', ') ?? '',
    day: entry.day,
    last_day: entry.lastDay ?? '',
    time: entry.time?.from ?? '',
    time_zone: entry.time?.zone ?? '',
    utc: (entry.time && hoursOf(entry, words, null)?.at.toISOString()) ?? '',
    opens: (entry.kind === 'deadline' && entry.deadline.opens) || '',
    state: entry.cancelled ? 'cancelled' : (session?.state ?? ''),
    moved_from: entry.movedFrom.join(', '),
    how_found: entry.kind === 'deadline' ? howFound(entry.deadline, words) : '',
    verified: sourced ? (entry.verified ? 'verified' : 'to be checked') : '',
    last_seen: behind?.seen ?? '',
    sources: behind?.sources.map(({ title, url }) => [title, url].filter(Boolean).join(' ')).join('; ') ?? '',
    entered_by: by ?? '',
    address: href?.startsWith('/') ? origin + href : (href ?? ''),
  }
}

/** RFC 4180, UTF-8 with a mark, without which Excel takes it for an older encoding. */
export const asCsv = (rows: CalendarRow[]): string =>
  '\ufeff' +
  stringify(
    rows.map(row => COLUMNS.map(column => guarded(row[column]))),
    { header: true, columns: [...COLUMNS], record_delimiter: 'windows' },
  )

export async function asXlsx(rows: CalendarRow[]): Promise<Uint8Array> {
  const head: Row = COLUMNS.map(value => ({ value, fontWeight: 'bold' }))
  const body = rows.map(row => COLUMNS.map(column => cell(guarded(row[column]))))
  const widths = COLUMNS.map(column => ({ width: ['title', 'body', 'sources', 'address'].includes(column) ? 40 : 16 }))
  return writeXlsxFile([head, ...body], { sheet: 'Calendar', columns: widths, stickyRowsCount: 1 }).toBuffer()
}

function cell(text: string): Row[number] {
  if (text === '') return null
  // XML 1.0 has no way to write most control characters.
  return {
    value: text.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, ''),
    type: String,
    wrap: true,
    alignVertical: 'top',
  }
}
