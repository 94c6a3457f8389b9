/** What a filter finds, as a file for people and programs. Every cell is text, and none is run by a spreadsheet. */
import { stringify } from 'csv-stringify/sync'
import type { Hono } from 'hono'
import writeXlsxFile, { type Row } from 'write-excel-file/node'
import { answerData } from '../../../platform/answer-data.ts'
import { reading } from '../../../platform/access.ts'
import type { Ctx, Env } from '../../../platform/http.ts'
import { Problem } from '../../../platform/problem.ts'
import { paths as ledgerPaths } from '../../ledger/model.ts'
import { guarded } from '../../ledger/offers/guard.ts'
import type { Voice } from '../../voices/model.ts'
import { filterOf } from '../filter.ts'
import type { Recommendation } from '../model.ts'
import { MOST, recommendationIds, recommendationsByIds } from '../queries/list.ts'

export function downloadRoutes(app: Hono<Env>) {
  app.get('/recommendations.csv', c => send(c, 'csv'))
  app.get('/recommendations.xlsx', c => send(c, 'xlsx'))
  app.get('/recommendations.json', c => send(c, 'json'))
}

const COLUMNS = [
  'country',
  'body',
  'session',
  'adopted_on',
  'set',
  'number',
  'text',
  'theme',
  'addressee',
  'due',
  'follow_up_on',
  'response',
  'response_words',
  'response_on',
  'response_source',
  'response_url',
  'government_says',
  'civil_society_says',
  'community_says',
  'independent_says',
  'gap',
  'repeats',
  'repeated_by',
  'url',
] as const
type Cells = Record<(typeof COLUMNS)[number], string>

/** The database is asked for so many at a time. */
const AT_ONCE = 1000

/** What the public sees; `?mine`: what the person sees who asks. */
async function send(c: Ctx, format: 'csv' | 'xlsx' | 'json') {
  const filter = filterOf(new URL(c.req.url).searchParams)
  const asker = c.req.query('mine') === undefined ? null : (c.get('person')?.userId ?? null)
  const { t, number } = c.get('words')
  const rows = await reading(c.get('services').database.kysely, asker, async tx => {
    const ids = await recommendationIds(tx, filter, MOST + 1)
    if (ids.length > MOST) throw new Problem('too-large', t('ledger.download.most', { count: number(MOST) }))
    const found: Recommendation[] = []
    for (let from = 0; from < ids.length; from += AT_ONCE)
      found.push(...(await recommendationsByIds(tx, ids.slice(from, from + AT_ONCE))))
    return found
  })
  const { origin } = new URL(c.get('services').config.publicUrl)
  const table = rows.map(row => cellsOf(row, origin))
  if (format === 'json') {
    const body = { format: 'open1325-recommendations/1', columns: COLUMNS, recommendations: table }
    return answerData(c, 'json', JSON.stringify(body, null, 2) + '\n', null)
  }
  const csv = asCsv(table)
  const name = 'recommendations'
  return format === 'csv' ? answerData(c, 'csv', csv, name) : answerData(c, 'xlsx', await asXlsx(table), name, csv)
}

function cellsOf(row: Recommendation, origin: string): Cells {
  const said = (voice: Voice) =>
    row.voices
      .filter(word => word.voice === voice)
      .map(word => word.status)
      .join('; ')
  const links = (others: Recommendation['repeats']) =>
    others.map(other => origin + ledgerPaths.commitment(other)).join(' ')
  return {
    country: row.country ?? '',
    body: row.issuer ?? '',
    session: row.session ?? '',
    adopted_on: row.adoptedOn ?? '',
    set: row.title,
    number: row.number ?? '',
    text: row.text,
    theme: row.theme ?? '',
    addressee: row.responsible ?? '',
    due: row.due ?? '',
    follow_up_on: row.followUpOn ?? '',
    response: row.response ?? 'none',
    response_words: row.responseWords ?? '',
    response_on: row.responseOn ?? '',
    response_source: row.responseSource ?? '',
    response_url: row.responseUrl ?? '',
    government_says: said('government'),
    civil_society_says: said('civil-society'),
    community_says: said('community'),
    independent_says: said('independent'),
    gap: row.gap,
    repeats: links(row.repeats),
    repeated_by: links(row.repeatedBy),
    url: origin + ledgerPaths.commitment(row),
  }
}

/** RFC 4180, UTF-8 with a mark, without which Excel takes it for an older encoding. */
const asCsv = (rows: Cells[]): string =>
  '\ufeff' +
  stringify(
    rows.map(row => COLUMNS.map(column => guarded(row[column]))),
    { header: true, columns: [...COLUMNS], record_delimiter: 'windows' },
  )

/** A cell of Excel holds no more. */
const LONGEST_CELL = 32_767

async function asXlsx(rows: Cells[]): Promise<Uint8Array> {
  const head: Row = COLUMNS.map(value => ({ value, fontWeight: 'bold' }))
  const body = rows.map(row => COLUMNS.map(column => cell(guarded(row[column]))))
  return writeXlsxFile([head, ...body], {
    sheet: 'Recommendations',
    columns: COLUMNS.map(column => ({ width: column === 'text' ? 60 : 20 })),
    stickyRowsCount: 1,
  }).toBuffer()
}

function cell(text: string): Row[number] {
  if (text === '') return null
  // XML 1.0 has no way to write most control characters.
  const printable = text.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '').slice(0, LONGEST_CELL)
  return { value: printable, type: String, wrap: true, alignVertical: 'top' }
}
